"""Two transactions change one row's settings at the same time: neither loses the other's key."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date
from typing import TypeAlias

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import Database
from storage.habits.away import set_away
from storage.history.settings import set_preferences
from storage.models import Chat, User
from storage.rules.schedules import Span
from tests.support.scenes.people import GROUP, NOW, Seat, group, private

Change: TypeAlias = Callable[[AsyncSession, Seat, Seat], Awaitable[None]]


async def set_clock(session: AsyncSession, own: Seat, there: Seat) -> None:
    await set_preferences(session, own.user, own.chat, {"clock": 12}, own.deed(NOW))


async def set_zone(session: AsyncSession, own: Seat, there: Seat) -> None:
    await set_preferences(session, own.user, own.chat, {"zone": "Asia/Tokyo"}, own.deed(NOW))


async def go_away(session: AsyncSession, own: Seat, there: Seat) -> None:
    """As it is said in a group."""
    await set_away(session, there.user, there.deed(), (Span(date(2026, 9, 24), None),))


async def changed(database: Database, change: Change, both_have_read: asyncio.Barrier) -> None:
    async with database.begin() as session:
        own, there = await private(session, "ann"), await group(session, "ann")
        with suppress(TimeoutError, asyncio.BrokenBarrierError):  # SQLite has one at a time
            async with asyncio.timeout(0.5):
                await both_have_read.wait()
        await change(session, own, there)


@pytest.mark.parametrize(
    ("one", "other", "keys"),
    [
        (set_clock, go_away, {"clock", "away"}),
        (go_away, set_zone, {"zone", "away"}),
        (set_clock, set_zone, {"clock", "zone"}),
    ],
)
async def test_no_change_is_lost(
    database: Database, one: Change, other: Change, keys: set[str]
) -> None:
    async with database.begin() as session:
        await private(session, "ann")
        await group(session, "ann")
    barrier = asyncio.Barrier(2)
    await asyncio.gather(changed(database, one, barrier), changed(database, other, barrier))
    async with database.begin() as session:
        assert set((await session.exec(select(User.settings))).one()) == keys


async def test_no_change_of_a_group_is_lost(database: Database) -> None:
    """Its row may have been read long before, by the same transaction."""
    async with database.begin() as session:
        await group(session, "ann")
    barrier = asyncio.Barrier(2)

    async def change(key: str) -> None:
        async with database.begin() as session:
            there = await group(session, "ann")
            there.user.telegram_id = GROUP  # an anonymous administrator: nobody is asked
            with suppress(TimeoutError, asyncio.BrokenBarrierError):
                async with asyncio.timeout(0.5):
                    await barrier.wait()
            with session.no_autoflush:
                await set_preferences(session, there.user, there.chat, {key: 1}, there.deed(NOW))
            there.user.telegram_id = 1001

    await asyncio.gather(change("one"), change("two"))
    async with database.begin() as session:
        assert set((await session.exec(select(Chat.settings))).one()) == {"one", "two"}
