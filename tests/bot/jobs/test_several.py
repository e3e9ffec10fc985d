"""Several pushes at once, where Telegram is paid for more than it sends for nothing: few statements
for each, and the same promises."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import timedelta
from typing import TypeAlias, cast
from uuid import UUID

import pytest
from sqlalchemy import delete
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession
from structlog.testing import capture_logs

from bot.clock import Clock
from bot.jobs import keeping, pushes
from bot.jobs.keeping import Keeping
from bot.jobs.preparing import prepare
from bot.jobs.pushes import Reminders, at_once_for
from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import Failed, Outcome, Sent
from bot.playground.world import User
from bot.replies import Address, Reply
from storage.database import Database
from storage.models import PushState, Reminder, Task, TaskMessage
from storage.models import User as KnownUser
from storage.people.asking import Asker, Deed
from storage.pushes.claims import Claim, claim, claim_several
from storage.rules.due import Due
from storage.tasks.change import complete, delete_task, move
from storage.tasks.find import with_parts
from storage.tasks.new import NewTask
from tests.support.crowd import remind
from tests.support.databases import planning_database
from tests.support.outbox import Letterbox
from tests.support.scenes.people import NOW, add, due, private, statements

PEOPLE = 12
AT_ONCE = 4
LATER = NOW + timedelta(hours=1)

Change: TypeAlias = Callable[[AsyncSession, Task, Deed], Awaitable[object]]


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """One reminder of one moment for each of the people."""
    opened = planning_database(database_url, zone="UTC")
    people = [User(10_000 + n, f"Person {n}", None, None, "en") for n in range(PEOPLE)]
    await remind(opened, people, [LATER] * PEOPLE, now=NOW)
    yield opened
    await opened.close()


def a_worker(database: Database, post: Letterbox, at_once: int = AT_ONCE) -> Reminders:
    outbox = cast("Outbox", post)
    return Reminders(database=database, outbox=outbox, clock=Clock(lambda: LATER), at_once=at_once)


async def rows(database: Database) -> Sequence[Reminder]:
    async with database.begin() as session:
        return (await session.exec(select(Reminder).order_by(col(Reminder.id)))).all()


async def states(database: Database) -> list[str]:
    return sorted(row.state for row in await rows(database))


def test_few_are_on_their_way_unless_telegram_is_paid() -> None:
    assert [at_once_for(rate) for rate in (1, 29, 30, 60, 1_000)] == [4, 4, 4, 6, 100]


async def test_each_arrives_once_for_few_statements(database: Database) -> None:
    post = Letterbox(outcome=Sent(7))
    async with statements(database) as sent:
        await a_worker(database, post, at_once=PEOPLE).run()
    assert await states(database) == [PushState.SENT] * PEOPLE
    assert len(set(map(repr, post.replies))) == len(post.replies) == PEOPLE
    assert len(sent) <= 3 * PEOPLE
    async with database.begin() as session:
        shown = (await session.exec(select(TaskMessage.task_id, TaskMessage.message_id))).all()
    assert sorted(shown) == sorted((row.task_id, 7) for row in await rows(database))


async def test_not_more_are_on_their_way_than_may_be(database: Database) -> None:
    """A killed process repeats these, and no other."""
    post = Letterbox()
    run = asyncio.create_task(a_worker(database, post).run())
    for answered in range(PEOPLE):
        await post.posted(min(PEOPLE, answered - answered % 2 + AT_ONCE))
        await asyncio.sleep(0.02)
        unkept = [row for row in await rows(database) if row.state != PushState.SENT]
        assert len(post.posts) - (PEOPLE - len(unkept)) <= AT_ONCE
        post.posts[answered].set_result(Sent(answered + 1))
    await asyncio.wait_for(run, 20)
    assert await states(database) == [PushState.SENT] * PEOPLE
    assert len(post.posts) == PEOPLE


async def test_one_without_an_answer_holds_up_no_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pushes, "SILENT", 0.05)
    post = Letterbox()
    run = asyncio.create_task(a_worker(database, post).run())
    for number in range(1, PEOPLE):
        await post.posted(number + 1)
        post.posts[number].set_result(Sent(number))
    await asyncio.wait({run}, timeout=0.1)
    assert not run.done(), "it is looked after"
    post.posts[0].set_result(Sent(PEOPLE))
    await asyncio.wait_for(run, 20)
    assert await states(database) == [PushState.SENT] * PEOPLE
    assert len(post.posts) == PEOPLE


async def test_one_that_breaks_holds_up_no_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (await rows(database))[5].id

    async def breaks(
        session: AsyncSession, claimed: Claim, **more: object
    ) -> tuple[Reply, Address] | None:
        if claimed.row.id == broken:
            raise ZeroDivisionError
        return await prepare(session, claimed, now=LATER)

    monkeypatch.setattr(pushes, "prepare", breaks)
    post = Letterbox(outcome=Sent(7))
    worker = a_worker(database, post)
    run = asyncio.create_task(worker.run())
    with capture_logs():
        await post.posted(PEOPLE - 1)
        worker.stop()
        await asyncio.wait_for(run, 20)
    await worker.close(5)
    left = [row.id for row in await rows(database) if row.state != PushState.SENT]
    assert left == [broken]
    assert len(post.posts) == PEOPLE - 1


async def test_one_of_each_chat_is_claimed(database: Database) -> None:
    """What one chat gets keeps its order, and what it has missed still becomes one message."""
    async with database.begin() as session:
        ann = await private(session, "ann")
        at = Due.from_moment(LATER - timedelta(seconds=30), "UTC")
        await add(session, ann, *(NewTask(f"Task {n}", due=at) for n in range(3)))
    async with database.begin() as session:
        claims = await claim_several(session, 4, now=LATER)
        assert [one.chat.telegram_id for one in claims].count(1001) == 1
    held = [row for row in await rows(database) if row.claimed_until is not None]
    assert len(held) == len(claims) == 2
    assert {row.attempts for row in await rows(database)} == {0, 1}


async def done(session: AsyncSession, task: Task, deed: Deed) -> None:
    complete(session, task, deed)


async def deleted(session: AsyncSession, task: Task, deed: Deed) -> None:
    await delete_task(session, task, deed)


async def moved(session: AsyncSession, task: Task, deed: Deed) -> None:
    move(session, task, due("2026-09-24T15:00"), deed)


async def forgotten(session: AsyncSession, task: Task, deed: Deed) -> None:
    await done(session, task, deed)
    await session.exec(delete(Reminder).where(col(Reminder.task_id) == task.id))


async def nagging(session: AsyncSession, task: Task, deed: Deed) -> None:
    task.nag_minutes = 10


async def changed(database: Database, claimed: Claim, change: Change) -> None:
    async with database.begin() as session:
        assert claimed.task is not None
        await change(session, *await whole(session, claimed.task.id))


async def whole(session: AsyncSession, task_id: UUID) -> tuple[Task, Deed]:
    """A task with its parts, and a person for it."""
    task = await session.get_one(Task, task_id, options=with_parts())
    person = await session.get_one(KnownUser, task.created_by)
    return task, Deed(Asker.of(person, task.chat), LATER)


async def claims_of(database: Database) -> list[Claim]:
    async with database.begin() as session:
        return await claim_several(session, AT_ONCE, now=LATER)


async def keep(database: Database, outcomes: Sequence[tuple[Claim, Outcome]]) -> None:
    async def now(_: AsyncSession) -> object:
        return LATER

    together = Keeping(database, now, together=True)  # type: ignore[arg-type]
    await asyncio.gather(*(together.keep(*one) for one in outcomes))
    await together.close(5)
    assert together.is_idle


SENT_ALL = [PushState.SENT] * (AT_ONCE - 1)


@pytest.mark.parametrize("change", [done, deleted, moved, forgotten])
async def test_a_message_is_closed_whose_task_has_changed_on_its_way(
    database: Database, change: Change
) -> None:
    claims = await claims_of(database)
    await changed(database, claims[1], change)
    await keep(database, [(one, Sent(70 + n)) for n, one in enumerate(claims)])
    found = {row.message_id: row.state for row in await rows(database) if row.message_id}
    assert found == {70: "sent", 71: "closing", 72: "sent", 73: "sent"}


async def test_what_follows_is_planned(database: Database) -> None:
    claims = await claims_of(database)
    await changed(database, claims[1], nagging)
    async with database.begin() as session:  # as if no nag had been planned yet
        await session.exec(delete(Reminder).where(col(Reminder.kind) == "nag"))
    await keep(database, [(one, Sent(7)) for one in claims])
    assert [row.kind for row in await rows(database)].count("nag") == 1


async def test_each_outcome_has_its_own_end(database: Database) -> None:
    claims = await claims_of(database)
    failed = Failed("Bad Request", ambiguous=False, permanent=True)
    with capture_logs():
        await keep(database, [(one, failed if n == 1 else Sent(7)) for n, one in enumerate(claims)])
    kept = sorted(row.state for row in await rows(database) if row.state != PushState.PENDING)
    assert kept == [PushState.DEAD, *SENT_ALL]


async def test_what_another_worker_has_taken_over_is_not_kept(database: Database) -> None:
    claims = await claims_of(database)
    async with database.begin() as session:
        taken = col(Reminder.id) == claims[1].row.id
        until = LATER + timedelta(minutes=5)
        await session.exec(update(Reminder).where(taken).values(claimed_until=until))
    await keep(database, [(one, Sent(7)) for one in claims])
    still = [row for row in await rows(database) if row.id == claims[1].row.id]
    assert [(row.state, row.claimed_until) for row in still] == [(PushState.PENDING, until)]
    assert (await states(database)).count(PushState.SENT) == AT_ONCE - 1


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
async def test_who_is_completing_a_task_is_waited_for_and_holds_up_no_other(
    database: Database,
) -> None:
    claims = await claims_of(database)
    task = claims[1].task
    assert task is not None
    async with database.begin() as session:
        await done(session, *await whole(session, task.id))
        await session.flush()
        kept = asyncio.create_task(keep(database, [(one, Sent(7)) for one in claims]))
        await asyncio.wait({kept}, timeout=0.5)
        assert (await states(database)).count(PushState.SENT) == AT_ONCE - 1
        assert not kept.done()
    await asyncio.wait_for(kept, 10)
    assert (await states(database)).count(PushState.CLOSING) == 1


async def test_an_earlier_message_of_the_task_gives_way(database: Database) -> None:
    async with database.begin() as session:
        [first] = await claim_several(session, 1, now=LATER)
    await keep(database, [(first, Sent(70))])
    async with database.begin() as session:
        kept = await session.get_one(Reminder, first.row.id)
        later = Reminder(**kept.model_dump(exclude={"id", "slot"}), slot="later")
        later.state, later.message_id, later.sent_at = PushState.PENDING, None, None
        later.fire_at = LATER - timedelta(seconds=1)
        session.add(later)
    async with database.begin() as session:
        again = await claim(session, now=LATER)
    assert again is not None
    await keep(database, [(again, Sent(71))])
    found = {row.message_id: row.state for row in await rows(database) if row.message_id}
    assert found == {70: "closing", 71: "sent"}


async def test_a_database_that_is_away_doubles_no_reminder(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "AGAIN", 0.02)
    monkeypatch.setattr(pushes, "AWAY", 0.02)
    post = Letterbox()
    run = asyncio.create_task(a_worker(database, post).run())
    await post.posted(AT_ONCE)
    begins, tries = database.begin, 0

    def cut(**more: bool) -> object:
        nonlocal tries
        tries += 1
        if tries <= 5:
            raise ConnectionError
        return begins(**more)

    with capture_logs():
        monkeypatch.setattr(database, "begin", cut)
        post.outcome = Sent(7)
        for one in post.posts:
            one.set_result(Sent(7))
        await asyncio.wait_for(run, 20)
    assert await states(database) == [PushState.SENT] * PEOPLE
    assert len(set(map(repr, post.replies))) == len(post.replies) == PEOPLE
