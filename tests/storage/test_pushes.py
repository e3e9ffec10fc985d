"""What is due is claimed once, and what became of it is kept."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import Database
from storage.finding import task_of_message
from storage.models import PushKind, PushState, Reminder
from storage.people import set_preferences
from storage.pushes import (
    BROKEN_LIMIT,
    LEASE,
    Claim,
    claim,
    database_now,
    dead_letters,
    mark_closed,
    mark_dead,
    mark_held,
    mark_sent,
    next_claim_at,
    postpone,
    put_off,
    redirect,
    renew,
    set_aside,
    tasks_of,
)
from storage.reminders import replan_changed
from storage.settings import DatabaseSettings
from storage.tasks import NewTask, complete
from tests.storage.scene import BERLIN, NOW, Seat, add, at, due, find, group, private

SECOND = timedelta(seconds=1)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The store, with its pushes planned before each commit."""
    settings = DatabaseSettings.from_url(database_url)
    opened = Database(settings, before_commit=replan_changed, info={"default_zone": BERLIN})
    yield opened
    await opened.close()


async def a_task(session: AsyncSession, seat: Seat, *times: str, nag: int | None = None) -> None:
    """Tasks at wall times of today in Berlin, where it is 14:30."""
    new = [NewTask(f"At {t}", due=due(f"2026-09-23T{t}"), nag_minutes=nag) for t in times]
    await add(session, seat, *new)


async def claimed_at(database: Database, now: datetime) -> Claim | None:
    async with database.begin() as session:
        return await claim(session, now=now)


async def rows(database: Database) -> list[Reminder]:
    async with database.begin() as session:
        query = select(Reminder).order_by(col(Reminder.fire_at), col(Reminder.id))
        return list((await session.exec(query)).all())


async def titles_at(database: Database, now: datetime) -> list[str]:
    """The titles of what is claimed, one by one."""
    found = []
    while claimed := await claimed_at(database, now):
        found.append(claimed.task.title if claimed.task else f"{len(claimed.rows)} together")
    return found


async def test_what_is_due_is_claimed_in_its_order(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "16:00", "15:00", "18:00")
    assert await claimed_at(database, at(0.49)) is None
    assert await titles_at(database, at(1.5)) == ["At 15:00", "At 16:00"]


async def test_a_claim_is_a_lease(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00")
    first = await claimed_at(database, at(0.5))
    assert first is not None
    assert await claimed_at(database, at(0.5) + LEASE - SECOND) is None
    second = await claimed_at(database, at(0.5) + LEASE)
    assert second is not None
    assert second.row.attempts == 2
    async with database.begin() as session:
        await mark_sent(session, first, 7, now=at(1))  # it comes back too late: not its row now
    assert [row.state for row in await rows(database)] == [PushState.PENDING]
    async with database.begin() as session:
        await mark_sent(session, second, 8, now=at(1))
    [row] = await rows(database)
    assert (row.state, row.message_id, row.sent_at) == (PushState.SENT, 8, at(1))
    assert await claimed_at(database, at(9)) is None


async def test_a_claim_that_is_renewed_stays(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00")
    first = await claimed_at(database, at(0.5))
    assert first is not None
    async with database.begin() as session:
        first = await renew(session, first, now=at(0.5) + LEASE / 2)
    assert await claimed_at(database, at(0.5) + LEASE) is None
    async with database.begin() as session:
        await mark_closed(session, first)
    assert await claimed_at(database, at(9)) is None


async def test_two_workers_take_different_rows(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00", "15:00")
    if database.settings.dialect == "sqlite":
        found = [await claimed_at(database, at(0.5)) for _ in range(2)]
    else:
        async with database.begin() as one, database.begin() as other:
            found = [await claim(one, now=at(0.5)), await claim(other, now=at(0.5))]
            assert await claim(other, now=at(0.5)) is None
    assert sorted(one.task.title for one in found if one and one.task) == ["At 15:00"] * 2


async def test_more_than_five_missed_ones_are_claimed_together(database: Database) -> None:
    times = [f"15:0{n}" for n in range(6)]
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), *times)
        await a_task(session, await private(session, "bob"), *times[:5])
        await a_task(session, await group(session, "ann"), *times[:5])
    late = await titles_at(database, at(2))
    assert sorted(late) == sorted(["6 together", *times_of(times[:5]), *times_of(times[:5])])


def times_of(times: list[str]) -> list[str]:
    return [f"At {one}" for one in times]


async def test_what_is_only_waiting_its_turn_is_not_joined(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), *["15:00"] * 6)
    assert await titles_at(database, at(0.5) + 59 * SECOND) == ["At 15:00"] * 6


async def test_a_digest_shows_what_is_open(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await a_task(session, ann, *(f"15:0{n}" for n in range(7)))
    claimed = await claimed_at(database, at(2))
    assert claimed is not None
    async with database.begin() as session:
        complete(session, await find(session, ann, 3), ann.deed())
    async with database.begin() as session:
        assert [task.number for task in await tasks_of(session, claimed.rows)] == [1, 2, 4, 5, 6, 7]
        await mark_sent(session, claimed, 9, now=at(2))
    assert {row.state for row in await rows(database)} == {PushState.CLOSED}


async def test_when_the_next_is_due(database: Database) -> None:
    async with database.begin() as session:
        assert await next_claim_at(session, now=NOW) is None
        await a_task(session, await private(session, "ann"), "15:00", "16:00")
    claimed = await claimed_at(database, at(0.5))
    assert claimed is not None
    async with database.begin() as session:
        assert await next_claim_at(session, now=at(0.5)) == at(0.5) + LEASE
        await put_off(session, claimed, at(3))
    async with database.begin() as session:
        assert await next_claim_at(session, now=at(0.5)) == at(1.5), "one hides none behind it"


async def test_a_message_of_a_push_shows_its_task(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await a_task(session, ann, "15:00")
    claimed = await claimed_at(database, at(1))
    assert claimed is not None
    async with database.begin() as session:
        await mark_sent(session, claimed, 77, now=at(1))
    async with database.begin() as session:
        shown = await task_of_message(session, 77, chat=ann.chat, asker=ann.asker)
        assert shown is not None
        assert shown.number == 1


async def test_after_a_push_comes_the_nag(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00", nag=10)
    said = []
    now = at(0.5)
    for message in range(1, 14):
        while claimed := await claimed_at(database, now):
            async with database.begin() as session:
                await mark_sent(session, claimed, message, now=now)
            said.append(claimed.row.key)
        now += timedelta(minutes=10)
    assert said == ["-0m", *(f"nag-{n}" for n in range(1, 11))]


async def test_put_off_and_postponed(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00", "15:01")
    for act in (put_off, postpone):
        claimed = await claimed_at(database, at(0.55))
        assert claimed is not None
        async with database.begin() as session:
            await act(session, claimed, at(4))
    assert await claimed_at(database, at(4) - SECOND) is None
    tried, waited = (await rows(database))[0], (await rows(database))[1]
    assert (tried.fire_at, tried.attempts) == (at(0.5), 1), "it is late by then"
    assert (waited.fire_at, waited.attempts) == (at(4), 0), "it is not"
    assert len(await titles_at(database, at(4))) == 2


async def test_what_is_refused_for_good_is_kept(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00")
    claimed = await claimed_at(database, at(1))
    assert claimed is not None
    async with database.begin() as session:
        await mark_dead(session, claimed, "no" * 500, now=at(1))
    async with database.begin() as session:
        [dead] = await dead_letters(session)
        assert dead.error is not None
        assert len(dead.error) == 500
    assert await claimed_at(database, at(9)) is None


async def test_a_refused_agenda_has_a_successor(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await set_preferences(session, ann.user, ann.chat, {"agenda": "09:00"}, now=NOW)
    claimed = await claimed_at(database, at(18.5))
    assert claimed is not None
    assert claimed.row.kind == PushKind.AGENDA
    async with database.begin() as session:
        await mark_dead(session, claimed, "no", now=at(18.5))
    following = (await rows(database))[-1]
    assert (following.state, following.fire_at) == (PushState.PENDING, at(42.5))


async def test_a_message_that_cannot_be_edited_is_let_be(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await a_task(session, ann, "15:00", "15:00")
    for number in (1, 2):
        claimed = await claimed_at(database, at(0.5))
        assert claimed is not None
        async with database.begin() as session:
            await mark_sent(session, claimed, number, now=at(0.5))
    async with database.begin() as session:
        for number in (1, 2):
            complete(session, await find(session, ann, number), ann.deed(at(1)))
    for act in ("held", "dead"):
        claimed = await claimed_at(database, at(1))
        assert claimed is not None
        assert claimed.row.state == PushState.CLOSING
        async with database.begin() as session:
            if act == "held":
                await mark_held(session, claimed)
            else:
                await mark_dead(session, claimed, "no", now=at(1))
    assert {row.state for row in await rows(database)} == {PushState.CLOSED}


async def test_another_chat_is_told_instead(database: Database) -> None:
    async with database.begin() as session:
        ann, flat = await private(session, "ann"), await group(session, "ann")
        await a_task(session, flat, "15:00")
    claimed = await claimed_at(database, at(1))
    assert claimed is not None
    async with database.begin() as session:
        await redirect(session, claimed, ann.chat)
    again = await claimed_at(database, at(1))
    assert again is not None
    assert (again.chat.id, again.row.attempts) == (ann.chat.id, 1)


async def test_one_that_breaks_lets_others_go_first(database: Database) -> None:
    async with database.begin() as session:
        await a_task(session, await private(session, "ann"), "15:00", "15:01")
    broken = (await rows(database))[0].id
    now = at(1)
    for count in range(1, BROKEN_LIMIT + 1):
        async with database.begin() as session:
            await set_aside(session, [broken], "ZeroDivisionError()", now=now)
        if count == 1:
            claimed = await claimed_at(database, now)
            assert claimed is not None
            assert claimed.row.id != broken
    dead = next(row for row in await rows(database) if row.id == broken)
    assert (dead.state, dead.error) == (PushState.DEAD, "ZeroDivisionError()")


async def test_the_database_has_the_clock_that_processes_share(database: Database) -> None:
    async with database.begin() as session:
        told = await database_now(session)
    if database.settings.dialect == "sqlite":
        assert told is None
        return
    assert told is not None
    assert abs(told - datetime.now(UTC)) < timedelta(minutes=1)
