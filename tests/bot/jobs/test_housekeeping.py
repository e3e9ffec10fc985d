"""Housekeeping: what is old goes in small transactions, and what has no age stays."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.clock import Clock
from bot.jobs.housekeeping import housekeeping
from storage.database import Database
from storage.erasing import trash
from storage.models import Task
from storage.retention import Retention
from storage.talk import receipts
from storage.talk.receipts import receive
from storage.tasks.change import delete_task
from tests.support.scenes.people import NOW, add, private, statements

YEAR = timedelta(days=365)
LATER = NOW + YEAR + timedelta(minutes=1)


async def numbers(database: Database) -> list[int]:
    async with database.begin() as session:
        return sorted((await session.exec(select(Task.number))).all())


async def test_one_transaction_takes_a_batch_at_most(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trash, "BATCH", 2)
    monkeypatch.setattr(receipts, "BATCH", 3)
    async with database.begin() as session:
        seat = await private(session, "ann")
        for task in await add(session, seat, *map(str, range(5))):
            await delete_task(session, task, seat.deed())
        for update in range(7):
            await receive(session, update, 5, now=NOW)
    keep = Retention(deleted=YEAR)
    async with statements(database) as sent:
        await housekeeping(database, Clock(lambda: LATER), keep).run()
    assert sum(one.startswith("DELETE FROM tasks") for one in sent) == 4  # 2, 2, 1, none
    assert sum(one.startswith("DELETE FROM received_updates") for one in sent) == 4  # 3, 3, 1, none
    assert await numbers(database) == []


async def test_without_an_age_the_trash_stays(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, "old")
        await delete_task(session, task, seat.deed())
    await housekeeping(database, Clock(lambda: LATER)).run()
    assert await numbers(database) == [1]
