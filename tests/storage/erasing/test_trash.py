"""What was deleted long ago goes for good, in small parts; what anybody can still reach stays."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from storage.database import Database
from storage.erasing.trash import empty_trash
from storage.models import Change, Task
from storage.tasks.change import delete_task, restore
from tests.support.scenes.people import NOW, add, at, private

YEAR = timedelta(days=365)
LATER = NOW + YEAR + timedelta(minutes=1)


async def numbers(database: Database) -> list[int]:
    async with database.begin() as session:
        return sorted((await session.exec(select(Task.number))).all())


async def test_what_is_old_goes_with_its_history_and_what_is_not_stays(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        old, back, young, kept = await add(session, seat, "old", "back", "young", "kept")
        for task in (old, back):
            await delete_task(session, task, seat.deed())
        await restore(session, back, seat.deed(at(1)))
        await delete_task(session, young, seat.deed(at(24)))
        gone, there = old.id, kept.id
    async with database.begin() as session:
        assert await empty_trash(session, before=LATER - YEAR) == 1
        assert await empty_trash(session, before=LATER - YEAR) == 0
        of_old = await session.exec(select(Change).where(Change.task_id == gone))
        assert of_old.all() == []
        assert (await session.exec(select(Change).where(Change.task_id == there))).all()
    assert await numbers(database) == [2, 3, 4]


async def test_a_number_is_not_given_twice(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, "old")
        await delete_task(session, task, seat.deed())
        await empty_trash(session, before=at(1))
        (new,) = await add(session, seat, "new")
        assert new.number == 2
