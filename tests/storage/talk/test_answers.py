"""Answers that wait until Telegram has them: kept, settled, dropped, taken over."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlmodel import select

from storage.database import Database
from storage.models import TaskMessage
from storage.talk.answers import (
    LEASE,
    Waiting,
    claim_waiting,
    drop,
    keep,
    postpone,
    renew,
    settle,
)
from storage.tasks.find import task_of_message
from tests.support.scenes.people import GROUP, NOW, Seat, add, group

FACTS = {"reply": {"text": "➕ Milk", "more": []}}


async def kept(database: Database, *update_ids: int) -> tuple[Seat, UUID]:
    """Answers about a task of a group, each of them a new message."""
    async with database.begin() as session:
        seat = await group(session, "ann")
        [task] = await add(session, seat, "Milk")
        for update_id in update_ids:
            await keep(
                session,
                FACTS,
                update_id=update_id,
                chat=seat.chat,
                about=task.id,
                changes=None,
                known=None,
                now=NOW,
            )
    return seat, task.id


async def waiting(
    database: Database, *, after: timedelta = timedelta(), everyone: bool = False
) -> list[Waiting]:
    async with database.begin() as session:
        return await claim_waiting(session, now=NOW + after, everyone=everyone)


async def test_an_answer_that_has_left_is_a_message_that_shows_its_task(
    database: Database,
) -> None:
    seat, task_id = await kept(database, 7)
    async with database.begin() as session:
        await settle(session, 7, 501)
    async with database.begin() as session:
        task = await task_of_message(session, 501, chat=seat.chat, asker=seat.asker)
        assert task is not None
        assert task.id == task_id
    assert await waiting(database, everyone=True) == []


async def test_an_answer_that_shows_no_task_leaves_no_row(database: Database) -> None:
    await kept(database, 7)
    async with database.begin() as session:
        await drop(session, 7)
        assert (await session.exec(select(TaskMessage))).all() == []


async def test_an_answer_is_taken_over_when_its_lease_has_ended(database: Database) -> None:
    await kept(database, 7)
    assert await waiting(database, after=LEASE / 2) == []
    assert await waiting(database, after=LEASE) == [Waiting(7, GROUP, FACTS, NOW)]
    assert await waiting(database, after=LEASE * 1.5) == []


async def test_the_only_process_takes_all_at_once(database: Database) -> None:
    await kept(database, 8, 7)
    assert [one.update_id for one in await waiting(database, everyone=True)] == [7, 8]


async def test_who_sends_an_answer_keeps_it(database: Database) -> None:
    await kept(database, 7, 8)
    async with database.begin() as session:
        await renew(session, [7], now=NOW + LEASE / 2)
    assert [one.update_id for one in await waiting(database, after=LEASE)] == [8]


async def test_an_answer_that_could_not_leave_waits(database: Database) -> None:
    await kept(database, 7)
    async with database.begin() as session:
        await postpone(session, 7, until=NOW + timedelta(minutes=5))
    assert await waiting(database, after=LEASE) == []
    assert len(await waiting(database, after=timedelta(minutes=5))) == 1


async def test_a_later_answer_to_the_same_message_is_not_settled_by_an_earlier_one(
    database: Database,
) -> None:
    seat, task_id = await kept(database)
    async with database.begin() as session:
        known = None
        for update_id in (7, 8):
            await keep(
                session,
                FACTS,
                update_id=update_id,
                chat=seat.chat,
                about=task_id,
                changes=501,
                known=known,
                now=NOW,
            )
            known = await session.get_one(TaskMessage, (seat.chat.id, 501))
    async with database.begin() as session:
        await settle(session, 7, 501)
    assert [one.update_id for one in await waiting(database, everyone=True)] == [8]
