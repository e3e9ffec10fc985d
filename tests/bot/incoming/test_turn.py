"""Of several processes with one token one fetches, and the others wait for its end."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import update
from structlog.testing import capture_logs

from bot.clock import Clock
from bot.incoming.turn import PollingTurn, has_ended, own_name
from storage.database import Database
from storage.models import Poller
from tests.support.databases import address_of, planning_database

LONG_AGO = timedelta(days=1)


@pytest.fixture
async def other(database: Database) -> AsyncIterator[Database]:
    """The same store, opened by another process."""
    opened = planning_database(address_of(database.settings))
    yield opened
    await opened.close()


async def let_the_lease_end(database: Database) -> None:
    async with database.begin() as session:
        await session.exec(update(Poller).values(until=Poller.until - LONG_AGO))


async def test_the_second_stands_by_until_the_first_gives_it_back(
    database: Database, other: Database
) -> None:
    first, second = PollingTurn(database, Clock()), PollingTurn(other, Clock())
    with capture_logs() as told:
        assert await first.tried()
        assert not await second.tried()
        assert not await second.tried()
    assert (first.is_ours, second.is_ours, second.stands_by) == (True, False, True)
    assert len(told) == 1, "and says so once"
    await first.give_back()
    assert await second.tried()
    assert not second.stands_by
    assert not first.is_ours


async def test_a_process_that_wakes_up_too_late_steps_back(
    database: Database, other: Database
) -> None:
    first, second = PollingTurn(database, Clock()), PollingTurn(other, Clock())
    assert await first.tried()
    await let_the_lease_end(database)
    assert await second.tried()
    await asyncio.wait_for(_kept(first), 5)
    assert first.stands_by
    assert not first.is_ours


async def _kept(turn: PollingTurn) -> None:
    """Keep the turn, with the next renewal due at once."""

    async def at_once(_: float) -> None: ...

    turn._sleep = at_once
    await turn.ends()


async def test_a_process_that_was_killed_here_is_not_waited_for(database: Database) -> None:
    killed = PollingTurn(database, Clock(), name=name_of_another())
    assert await killed.tried()
    assert await PollingTurn(database, Clock()).tried()


async def test_a_database_that_is_away_is_no_reason_to_stand_by(database: Database) -> None:
    turn = PollingTurn(database, Clock())
    async with database.begin() as session:
        await (await session.connection()).exec_driver_sql("ALTER TABLE pollers RENAME TO away")
    try:
        with capture_logs() as told:
            assert not await turn.tried()
    finally:
        async with database.begin() as session:
            await (await session.connection()).exec_driver_sql("ALTER TABLE away RENAME TO pollers")
    assert not turn.stands_by
    assert told[0]["log_level"] == "warning"
    assert await turn.tried()


def name_of_another() -> str:
    """The name of a process that has ended."""
    program = "from bot.incoming.turn import own_name; print(own_name())"
    done = subprocess.run(  # noqa: S603  our own interpreter and words
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_name_tells_whether_its_process_has_ended() -> None:
    name = own_name()
    assert not has_ended(name)
    assert own_name() != name, "two of one process are two"
    assert has_ended(name_of_another())


@pytest.mark.parametrize("name", ["", "a", "some machine 1 2 x", "x/1 y 2 z", "x/1 1"])
def test_of_other_machines_nothing_is_known(name: str) -> None:
    assert not has_ended(name)
