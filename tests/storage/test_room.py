"""Places for transactions."""

from __future__ import annotations

import asyncio
from typing import Any

from storage.room import Room


async def takes(room: Room, name: str, order: list[str], *, ahead: bool = False) -> None:
    async with room.place(ahead=ahead):
        order.append(name)
        await asyncio.sleep(0)


async def in_order(*tasks: Any) -> list[asyncio.Task[None]]:
    begun = []
    for task in tasks:
        begun.append(asyncio.create_task(task))
        await asyncio.sleep(0)
    return begun


async def test_first_come_first_served_and_outcomes_before_all() -> None:
    room, order = Room(1), list[str]()
    async with room.place():
        tasks = await in_order(
            takes(room, "update 1", order),
            takes(room, "update 2", order),
            takes(room, "outcome", order, ahead=True),
        )
    await asyncio.gather(*tasks)
    assert order == ["outcome", "update 1", "update 2"]


async def test_who_gives_up_waiting_leaves_no_place_behind() -> None:
    room, order = Room(1), list[str]()
    async with room.place():
        first, second = await in_order(takes(room, "1", order), takes(room, "2", order))
        first.cancel()
        await asyncio.gather(first, return_exceptions=True)
    await second
    async with asyncio.timeout(30), room.place():
        pass
    assert order == ["2"]


async def test_a_place_that_is_handed_to_somebody_who_just_gave_up_goes_on() -> None:
    room, order = Room(1), list[str]()
    async with room.place():
        first, second = await in_order(takes(room, "1", order), takes(room, "2", order))
    first.cancel()  # it has been handed the place, and has not run since
    await asyncio.gather(first, second, return_exceptions=True)
    async with asyncio.timeout(30), room.place():
        pass
    assert order == ["2"]
