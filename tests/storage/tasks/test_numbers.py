"""Numbers of tasks: different and consecutive, however many add at once."""

from __future__ import annotations

import asyncio

import pytest

from storage.database import Database
from storage.errors import UnknownTask
from tests.support.scenes.people import GROUP, add, failing, find, group


async def test_fifty_parallel_adds_get_fifty_consecutive_numbers(database: Database) -> None:
    async with database.begin() as session:
        await group(session, "ann")

    async def one(title: str) -> int:
        async with database.begin() as session:
            (task,) = await add(session, await group(session, "ann"), title)
            return task.number

    numbers = await asyncio.gather(*(one(f"task {index}") for index in range(50)))
    assert sorted(numbers) == list(range(1, 51))


async def test_parallel_lists_of_tasks_stay_together(database: Database) -> None:
    async with database.begin() as session:
        await group(session, "ann")

    async def three() -> list[int]:
        async with database.begin() as session:
            return [task.number for task in await add(session, await group(session, "ann"), *"abc")]

    taken = await asyncio.gather(*(three() for _ in range(10)))
    assert all(second == first + 1 for first, second, _ in taken)
    assert sorted(number for three in taken for number in three) == list(range(1, 31))


async def test_each_chat_counts_for_itself(database: Database) -> None:
    async with database.begin() as session:
        for chat_id in (GROUP, GROUP - 1):
            seat = await group(session, "ann", chat_id)
            assert [task.number for task in await add(session, seat, "a", "b")] == [1, 2]


async def test_a_number_is_not_given_again_after_a_rollback_only(database: Database) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
    with pytest.raises(ZeroDivisionError):
        async with failing(database) as session:
            await add(session, await group(session, "ann"), "lost")
    async with database.begin() as session:
        seat = await group(session, "ann")
        (task,) = await add(session, seat, "kept")
        task_again = await find(session, seat, 1)
    assert task.number == 1
    assert task_again.title == "kept"


@pytest.mark.parametrize("number", [0, -1, 2, 2**31, 2**63, 10**40])
async def test_a_number_that_nothing_has_is_unknown(database: Database, number: int) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        await add(session, seat, "one")
        with pytest.raises(UnknownTask) as unknown:
            await find(session, seat, number)
    assert unknown.value.number == number
