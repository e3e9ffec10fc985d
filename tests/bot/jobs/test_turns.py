"""The turns of a process that sends, alone and among others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from bot.jobs.turns import REMEMBERED, EverybodyWaits, SendingTurns
from storage.database import Database
from storage.pushes.turns import hold_back

NOW = datetime(2026, 9, 23, 9, tzinfo=UTC)
GAP = 0.04


def turns() -> SendingTurns:
    return SendingTurns(lambda: GAP)


async def take(
    database: Database, one: SendingTurns, count: int = 1, *, now: datetime = NOW
) -> float:
    async with database.begin() as session:
        return await one.take(session, count, now=now)


async def test_turns_of_two_processes_follow_each_other(database: Database) -> None:
    one, other = turns(), turns()
    await take(database, one)  # may make up for a turn that was missed before
    taken = [await take(database, each, 2) for each in (other, one, other, one)]
    assert [after - before for before, after in pairwise(taken)] == pytest.approx([2 * GAP] * 3)


async def test_a_turn_is_missed_only_among_others(database: Database) -> None:
    """Any second then holds as many as it may: what was late takes another turn."""
    one, other = turns(), turns()
    for _ in range(3):
        turn = await take(database, one)
    assert not one.is_missed(turn, at=turn + 1), "alone, a process counts its own"
    await take(database, other)
    turn = await take(database, one)
    assert not one.is_missed(turn, at=turn + GAP / 4)
    assert one.is_missed(turn, at=turn + GAP)
    turn = await take(database, one)
    assert one.is_missed(turn, at=turn + GAP), "the other may take the next"
    turn = await take(database, one, now=NOW + 2 * REMEMBERED)
    assert not one.is_missed(turn, at=turn + GAP), "the other has ended"


async def test_where_turns_are_close_none_is_missed(database: Database) -> None:
    one, other = SendingTurns(lambda: 0.001), SendingTurns(lambda: 0.001)
    for each in (one, other, one):
        await take(database, each)
    assert not one.is_missed(0.0, at=1.0)


async def test_in_a_pause_there_are_none(database: Database) -> None:
    async with database.begin() as session:
        await hold_back(session, NOW + timedelta(seconds=30), now=NOW)
    with pytest.raises(EverybodyWaits):
        await take(database, turns())
