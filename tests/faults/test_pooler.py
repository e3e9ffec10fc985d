"""Everything through a real PgBouncer in transaction mode, which has two connections for all."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from uuid import UUID

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.database import Database
from storage.listening import listen
from storage.migrations import is_newest, upgrade
from storage.pushes.claims import claim
from storage.rules.due import Due
from storage.settings import Bounds, DatabaseSettings
from storage.tasks.new import NewTask
from tests.support.clocks import Time
from tests.support.conversations import Conversation
from tests.support.databases import PostgreSQL, plan_nothing, planning_database
from tests.support.pgbouncer import pgbouncer_before
from tests.support.scenes.people import NOW, add, due, private
from tests.support.setup import a_setup

SAID = (
    *(
        "/start",
        "/help",
        "/add Buy bread tomorrow 9am every day !high",
        "/show 1",
        "/list",
        "/today",
    ),
    *("/week", "/search milk", "/move 1 friday 10am", "/edit 1 Buy oat milk", "/snooze 1 2 hours"),
    *("/done 1", "/undo", "/delete 1", "/undo", "/history", "/habit Swim every day at 21:00"),
    *("/habits", "/log swim", "/stats", "/away until oct 5", "/away off", "/settings", "/export"),
    *("/timezone Lisbon", "/language German", "/calendar", "/privacy", "/forget", "/board"),
)
STRICT = Bounds(pool_size=2, statement=2, lock=1, idle=1)


@pytest.fixture
async def pooled_url(own_url: str) -> AsyncIterator[str]:
    async with pgbouncer_before(own_url) as url:
        yield url


def opened(url: str, bounds: Bounds | None = None) -> Database:
    settings = DatabaseSettings.from_url(url).bounded(bounds or Bounds())
    return Database(settings, planner=plan_nothing, default_zone="UTC")


async def left_behind(url: str) -> dict[str, object]:
    """What the pooler's connections keep that the next client would inherit."""
    connection = await asyncpg.connect(url, ssl=False, statement_cache_size=0)
    try:
        return {
            "statement_timeout": await connection.fetchval("SHOW statement_timeout"),
            "lock_timeout": await connection.fetchval("SHOW lock_timeout"),
            "prepared": await connection.fetchval("SELECT count(*) FROM pg_prepared_statements"),
            "listening": await connection.fetchval("SELECT count(*) FROM pg_listening_channels()"),
            "locks": await connection.fetchval(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
            ),
        }
    finally:
        await connection.close()


NOTHING = {"statement_timeout": "0", "lock_timeout": "0", "prepared": 0, "listening": 0, "locks": 0}


@pytest.mark.parametrize("place", ["private", "flat"])
async def test_every_command_works_and_leaves_nothing_behind(
    pooled_url: str, time: Time, place: str
) -> None:
    async with a_setup(pooled_url, time) as setup:
        chat = Conversation(setup, place)
        await chat.adds("ann", "Buy milk tomorrow 10am #home")
        await chat.adds("ann", "Call mum in 35 min")
        assert "Call mum" in await chat.later("ann", minutes=40)
        await chat.presses("ann", "✅ Done")
        await chat.says("ann", "/habit Run every day at 21:00")
        silent = [said for said in SAID if not await chat.says("ann", said)]
        assert silent == []
        for _ in range(5):
            assert await left_behind(pooled_url) == NOTHING


async def test_what_is_due_is_claimed_once_by_many(pooled_url: str) -> None:
    planning = planning_database(pooled_url)
    async with planning.begin() as session:
        seat = await private(session, "ann")
        new = [NewTask(f"Task {n}", due=due(f"2026-09-23T16:{n:02}")) for n in range(30)]
        await add(session, seat, *new)
    later = NOW + timedelta(hours=3)
    claimed: list[UUID] = []

    async def work(database: Database) -> None:
        while True:
            async with database.begin() as session:
                found = await claim(session, now=later)
            if found is None:
                return
            claimed.extend(row.id for row in found.rows)

    workers = [opened(pooled_url) for _ in range(6)]
    await asyncio.gather(*map(work, workers))
    assert len(claimed) == len(set(claimed)) == 30
    assert await left_behind(pooled_url) == NOTHING
    for database in (planning, *workers):
        await database.close()


async def test_replicas_that_start_together_migrate_once(postgresql: PostgreSQL) -> None:
    name = await postgresql.create()
    async with pgbouncer_before(postgresql.url_of(name)) as url:
        settings = DatabaseSettings.from_url(url)
        await asyncio.gather(*(upgrade(settings) for _ in range(3)))
        assert await is_newest(settings)
        assert await left_behind(url) == NOTHING
    await postgresql.drop(name)


async def test_what_another_process_plans_is_heard_past_the_pooler(
    pooled_url: str, own_url: str
) -> None:
    heard = asyncio.Event()
    listening = asyncio.create_task(listen(DatabaseSettings.from_url(own_url), heard.set))
    other = planning_database(pooled_url)
    other.tells_others = True
    try:
        await asyncio.wait_for(heard.wait(), 5)  # it listens
        heard.clear()
        async with other.begin() as session:
            seat = await private(session, "ann")
            soon = datetime.now(UTC) + timedelta(seconds=5)
            await add(session, seat, NewTask("Soon", due=Due.from_moment(soon, "UTC")))
        await asyncio.wait_for(heard.wait(), 5)
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        await other.close()


async def failure(database: Database, *statements: str, rest: float = 0.0) -> str:
    """The SQLSTATE with which a transaction of these statements fails."""
    try:
        async with database.begin() as session:
            connection = await session.connection()
            for statement in statements:
                await connection.execute(text(statement))
                await asyncio.sleep(rest)
    except DBAPIError as error:
        return str(getattr(error.orig, "sqlstate", None))
    raise AssertionError("it does not fail")


async def test_time_limits_hold_and_stay_with_their_transaction(pooled_url: str) -> None:
    """A statement, a wait for somebody's lock, and a process that is frozen in the middle."""
    database, patient = opened(pooled_url, STRICT), opened(pooled_url)
    assert await failure(database, "SELECT pg_sleep(20)") == "57014"
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(patient.begin())
        await (await session.connection()).execute(text("LOCK TABLE tasks"))
        assert await failure(database, "LOCK TABLE tasks") == "55P03"
    assert await left_behind(pooled_url) == NOTHING
    frozen = asyncio.create_task(failure(database, "LOCK TABLE tasks", "SELECT 1", rest=2))
    await asyncio.sleep(0.2)
    async with asyncio.timeout(1.8), patient.begin() as session:
        await (await session.connection()).execute(text("LOCK TABLE tasks"))
    await frozen
    for one in (database, patient):
        await one.close()
