"""Connections that have ended unseen, and what a transaction costs a distant database's clients."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import make_url
from sqlmodel import select

import storage.postgresql
from storage.database import Database
from storage.models import User
from storage.settings import Bounds, DatabaseSettings
from tests.support.clocks import Time
from tests.support.conversations import Conversation
from tests.support.databases import PostgreSQL, plan_nothing
from tests.support.proxy import HOST, Proxy, proxy_before
from tests.support.scenes.people import statements
from tests.support.setup import a_setup

ROOT = Path(__file__).parents[2]
# what a pooler in transaction mode does not keep, or gives to the next client
OF_A_SESSION = re.compile(
    r"pg_(?:try_)?advisory_(?:un)?lock|\bSET SESSION"
    r"|\bSET (?!LOCAL\b)[a-z]+_[a-z_]*(?:timeout|path)|CREATE TEMP|WITH HOLD"
)


@pytest.fixture
async def proxy(own_url: str) -> AsyncIterator[Proxy]:
    server = make_url(own_url)
    async with proxy_before(str(server.query["host"]), server.port or 5432) as proxy:
        yield proxy


@pytest.fixture
def url(own_url: str, proxy: Proxy) -> str:
    through = make_url(own_url).set(host=HOST, port=proxy.port, query={})
    return through.render_as_string(hide_password=False)


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    settings = DatabaseSettings.from_url(url).bounded(Bounds())
    opened = Database(settings, planner=plan_nothing, default_zone="UTC")
    yield opened
    await opened.close()


async def several_at_once(database: Database) -> None:
    await asyncio.gather(*(database.ping() for _ in range(20)))


@pytest.mark.parametrize("ends", [Proxy.reset, Proxy.half_open])
async def test_connections_that_have_ended_unseen_cost_nobody_an_error(
    database: Database, proxy: Proxy, ends: Callable[[Proxy], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.postgresql, "ANSWERS", 0.3)
    await several_at_once(database)
    opened = proxy.connections
    ends(proxy)
    async with asyncio.timeout(2):
        await several_at_once(database)
    assert 0 < proxy.connections - opened <= Bounds().pool_size


async def test_what_the_server_has_ended_costs_nobody_an_error(
    database: Database, postgresql: PostgreSQL
) -> None:
    await several_at_once(database)
    name = database.settings.url.database
    everybody = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
    await postgresql.execute(f"{everybody}'{name}'")
    await several_at_once(database)


async def test_a_database_that_wakes_up_slowly_is_waited_for(
    database: Database, proxy: Proxy
) -> None:
    """Whoever connects waits for it; nobody takes it for one that has ended."""
    proxy.hanging = True
    waiting = asyncio.create_task(several_at_once(database))
    await asyncio.sleep(0.5)
    assert not waiting.done()
    proxy.hanging = False
    await waiting
    assert proxy.connections <= Bounds().pool_size


async def test_no_more_connections_are_opened_than_is_set(url: str, proxy: Proxy) -> None:
    settings = DatabaseSettings.from_url(url).bounded(Bounds(pool_size=2))
    database = Database(settings, planner=plan_nothing, default_zone="UTC")

    async def rest() -> None:
        async with database.begin() as session:
            await (await session.connection()).execute(text("SELECT pg_sleep(0.01)"))

    await asyncio.gather(*(rest() for _ in range(20)))
    await database.close()
    assert proxy.connections == 2


async def test_a_transaction_costs_two_round_trips_beside_its_statements(
    database: Database, proxy: Proxy
) -> None:
    """BEGIN, which also shows that the connection is there, and COMMIT."""
    for _ in range(2):  # a statement that a connection does not know yet costs one more
        before = proxy.round_trips
        async with database.begin() as session:
            connection = await session.connection()
            for _ in range(3):
                await connection.execute(text("SELECT 1"))
    assert proxy.round_trips - before == 3 + 2


async def test_commands_cost_no_more_round_trips_than_statements_and_transactions(
    url: str, proxy: Proxy, time: Time
) -> None:
    async with a_setup(url, time) as setup:
        chat, database = Conversation(setup, "private"), setup.application.database
        began: list[object] = []
        event.listen(database._engine.sync_engine, "checkout", lambda *_: began.append(_))
        for said in ("/add Buy milk", "/list"):
            more = []
            for _ in range(10):  # until each connection knows the statements
                before, transactions = proxy.round_trips, len(began)
                async with statements(database) as sent:
                    await chat.says("ann", said)
                expected = len(sent) + 2 * (len(began) - transactions)
                more.append(proxy.round_trips - before - expected)
            assert min(more) <= 1, said  # many rows in one statement take two


def test_no_code_relies_on_what_a_pooler_does_not_keep() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for top in ("bot", "storage", "alembic")
        for path in sorted((ROOT / top).rglob("*.py"))
        for match in OF_A_SESSION.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


async def prepared(database: Database, statement: str, times: int) -> int:
    """How many statements the server keeps for a connection that has sent one so often."""
    counted = "SELECT count(*) FROM pg_prepared_statements WHERE statement = :statement"
    async with database.begin() as session:
        connection = await session.connection()
        for _ in range(times):
            await connection.execute(text(statement))
        return int((await connection.execute(text(counted), {"statement": statement})).scalar_one())


async def test_a_server_without_a_pooler_keeps_what_it_has_planned(database: Database) -> None:
    assert [await prepared(database, "SELECT 17", times) for times in (1, 3)] == [1, 1]


async def test_a_plan_is_not_made_again_for_other_values(database: Database) -> None:
    async with database.begin() as session:
        connection = await session.connection()
        mode = (await connection.execute(text("SHOW plan_cache_mode"))).scalar_one()
    assert mode == "force_generic_plan"


async def test_a_changed_table_does_not_break_what_is_kept(database: Database) -> None:
    """Another version adds a column while this one runs."""
    for change in ("ADD COLUMN later text", "DROP COLUMN later"):
        async with database.begin() as session:
            assert (await session.exec(select(User).where(User.telegram_id == 1))).all() == []
        async with database.begin() as session:
            await (await session.connection()).execute(text(f"ALTER TABLE users {change}"))
    async with database.begin() as session:
        assert (await session.exec(select(User).where(User.telegram_id == 1))).all() == []
