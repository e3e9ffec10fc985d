"""What is kept of a push that was sent: few statements, and a message that tells the truth."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeAlias

import pytest
from sqlalchemy import delete
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.jobs.pushes import Reminders
from bot.outgoing.keeping import LONG_WAIT, UNCLEAR_LIMIT, keep_push
from bot.outgoing.outcomes import Failed, Sent
from storage.database import Database
from storage.models import PushState, Reminder, TaskMessage
from storage.pushes.claims import Claim, claim
from storage.pushes.outcomes import mark_sent
from storage.pushes.upkeep import dead_letters
from storage.tasks.assign import set_assignees
from storage.tasks.change import complete, delete_task, move
from storage.tasks.new import NewTask
from tests.support.outbox import Letterbox
from tests.support.scenes.people import (
    Seat,
    add,
    at,
    due,
    find,
    group,
    private,
    statements,
)

BUDGET = 7  # statements of a reminder from its claim to its kept outcome
UNCLEAR = Failed("Bad Gateway", ambiguous=True)

Change: TypeAlias = Callable[[AsyncSession, Seat], Awaitable[object]]


async def a_claim(database: Database) -> tuple[Seat, Claim]:
    """Ann's reminder of 15:00, claimed then."""
    async with database.begin() as session:
        ann = await private(session, "ann")
        await add(session, ann, NewTask("Call mom", due=due("2026-09-23T15:00")))
    async with database.begin() as session:
        claimed = await claim(session, now=at(0.5))
    assert claimed is not None
    return ann, claimed


async def only_row(database: Database) -> Reminder:
    async with database.begin() as session:
        return (await session.exec(select(Reminder))).one()


async def cost(database: Database) -> int:
    """Statements of the next push, from the look for it to its kept outcome."""
    worker = Reminders(
        database=database,
        outbox=Letterbox(outcome=Sent(77)),  # type: ignore[arg-type]
        clock=Clock(lambda: at(0.5)),
    )
    async with statements(database) as sent:
        assert await worker.push_next()
    return len(sent)


@pytest.mark.parametrize("place", ["private", "group"])
async def test_a_reminder_costs_few_statements(database: Database, place: str) -> None:
    async with database.begin() as session:
        seat = await (private if place == "private" else group)(session, "ann")
        for title in ("One", "Two"):
            [task] = await add(session, seat, NewTask(title, due=due("2026-09-23T15:00")))
            if place == "group":
                set_assignees(session, task, [seat.user], seat.deed())
    await cost(database)  # the first inserts the sending slot
    assert await cost(database) <= BUDGET


async def done(session: AsyncSession, ann: Seat) -> None:
    complete(session, await find(session, ann, 1), ann.deed(at(0.5)))


async def deleted(session: AsyncSession, ann: Seat) -> None:
    await delete_task(session, await find(session, ann, 1), ann.deed(at(0.5)))


async def moved(session: AsyncSession, ann: Seat) -> None:
    move(session, await find(session, ann, 1), due("2026-09-24T15:00"), ann.deed(at(0.5)))


async def forgotten(session: AsyncSession, ann: Seat) -> None:
    await done(session, ann)
    await session.exec(delete(Reminder))


@pytest.mark.parametrize("change", [done, deleted, moved, forgotten])
async def test_a_message_is_closed_whose_task_has_changed_on_its_way(
    database: Database, change: Change
) -> None:
    """Otherwise the message would keep buttons that find no task."""
    ann, claimed = await a_claim(database)
    async with database.begin() as session:
        await change(session, ann)
    async with database.begin() as session:
        await mark_sent(session, claimed, 77, now=at(0.5))
    async with database.begin() as session:
        closing = await claim(session, now=at(0.5))
    assert closing is not None
    assert (closing.row.state, closing.row.message_id) == (PushState.CLOSING, 77)
    assert closing.task is not None, "it says what became of the task"


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
async def test_who_is_completing_a_task_is_waited_for(database: Database) -> None:
    """They have read a push that was not sent yet, and would close no message."""
    ann, claimed = await a_claim(database)

    async def keep() -> None:
        async with database.begin() as session:
            await mark_sent(session, claimed, 77, now=at(0.5))

    async with database.begin() as session:
        await done(session, ann)
        await session.flush()
        keeping = asyncio.create_task(keep())
        await asyncio.wait({keeping}, timeout=0.3)
        assert not keeping.done()
    await asyncio.wait_for(keeping, 5)
    async with database.begin() as session:
        closing = await claim(session, now=at(0.5))
    assert closing is not None
    assert (closing.row.state, closing.row.message_id) == (PushState.CLOSING, 77)


async def test_another_workers_push_is_not_closed(database: Database) -> None:
    _, claimed = await a_claim(database)
    async with database.begin() as session:
        assert await claim(session, now=at(1)) is not None, "the lease has ended"
    async with database.begin() as session:
        await mark_sent(session, claimed, 77, now=at(1))
    assert (await only_row(database)).state == PushState.PENDING


async def test_a_message_shows_another_task_than_before(database: Database) -> None:
    ann, claimed = await a_claim(database)
    async with database.begin() as session:
        [other] = await add(session, ann, NewTask("Other"))
        session.add(
            TaskMessage(chat_id=ann.chat.id, message_id=77, task_id=other.id, created_at=at(0))
        )
    async with database.begin() as session:
        await mark_sent(session, claimed, 77, now=at(0.5))
    async with database.begin() as session:
        shown = (await session.exec(select(TaskMessage.task_id))).all()
    assert shown == [claimed.row.task_id]


async def test_unclear_tries_end(database: Database) -> None:
    """Telegram delivers and answers 502: three copies at most, the last an hour later."""
    _, claimed = await a_claim(database)
    now, tries = at(0.5), 1
    moments = [now]
    while (await only_row(database)).state == PushState.PENDING:
        async with database.begin() as session:
            await keep_push(session, claimed, UNCLEAR, now=now)
        row = await only_row(database)
        if row.claimed_until is None:
            break
        now, tries = row.claimed_until, tries + 1
        moments.append(now)
        async with database.begin() as session:
            again = await claim(session, now=now)
        assert again is not None
        claimed = again
    assert tries == UNCLEAR_LIMIT
    assert moments[1] - moments[0] < timedelta(seconds=2)
    assert moments[2] - moments[1] == LONG_WAIT
    async with database.begin() as session:
        [letter] = await dead_letters(session)
    assert (letter.error, letter.sent_at) == ("Bad Gateway", now)


async def test_definite_failures_are_not_counted_as_unclear(database: Database) -> None:
    _, claimed = await a_claim(database)
    now = at(0.5)
    for _ in range(5):
        async with database.begin() as session:
            await keep_push(session, claimed, Failed("not sent", ambiguous=False), now=now)
        row = await only_row(database)
        assert row.claimed_until is not None
        now = row.claimed_until
        async with database.begin() as session:
            again = await claim(session, now=now)
        assert again is not None
        claimed = again
    assert claimed.row.unclear is None
