"""The database down, restarted, hanging, read-only, out of connections, locked, full.

What was written meanwhile is answered within seconds when the cause is gone, and done once; so is
what was due.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

import aiosqlite
import asyncpg
import pytest
from sqlalchemy.engine import make_url
from structlog.testing import capture_logs

import storage.database
from tests.support.databases import PostgreSQL
from tests.support.outages import RECOVERS, Scene, a_scene
from tests.support.proxy import HOST, Proxy, proxy_before

LASTS = 6.0  # seconds
TOGETHER = 4  # tasks that are written meanwhile
LONG = "x" * 200  # not all of them fit into what is left of a full disk
ROLE = "guest"

Fault: TypeAlias = Callable[[Scene], AbstractAsyncContextManager[None]]


async def through(fault: Fault, database_url: str, *, lasts: float = LASTS) -> None:
    async with a_scene(database_url) as scene:
        scene.says("/add Call mum in 35 min")
        await scene.until(lambda: scene.got("Call mum"))
        began = scene.seconds()
        for number in range(TOGETHER):
            scene.says(f"/add Shop {number}.")
        await scene.until(lambda: len(scene.got("Shop")) >= TOGETHER)
        its_work = scene.seconds() - began  # which takes its time on a busy machine
        async with fault(scene):
            for number in range(TOGETHER):
                scene.says(f"/add Errand {number}. {LONG}")
            scene.pass_(minutes=36)
            await asyncio.sleep(lasts)
            assert not lasts or len(scene.got("Errand")) < TOGETHER, "the fault does no harm"
        try:
            await scene.until(lambda: is_whole(scene), within=RECOVERS + 2 * its_work)
        except TimeoutError:
            raise AssertionError(f"{fault}: after {RECOVERS} s only {scene.got()}") from None
        for number in range(TOGETHER):
            assert len(scene.got(f"Errand {number}.")) == 1
        assert scene.application.counts().get("crashed", 0) == 0


def is_whole(scene: Scene) -> bool:
    return len(scene.got("Errand")) >= TOGETHER and len(scene.got("Call mum")) > 1


async def on_postgresql(
    postgresql: PostgreSQL,
    template: str,
    fault: Callable[[PostgreSQL, str, Proxy], AbstractAsyncContextManager[None]],
) -> None:
    name = f"fault{next(postgresql.serial)}"
    await postgresql.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    server = make_url(postgresql.url)
    try:
        async with proxy_before(str(server.query["host"]), server.port or 5432) as proxy:
            through_it = server.set(
                host=HOST, port=proxy.port, database=name, username=ROLE, query={}
            )
            url = through_it.render_as_string(hide_password=False)
            lasts = 0.0 if fault is half_open else LASTS
            await through(lambda _: fault(postgresql, name, proxy), url, lasts=lasts)
    finally:
        await postgresql.drop(name)


async def hung_up(postgresql: PostgreSQL, name: str) -> None:
    everybody = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
    await postgresql.execute(f"{everybody}'{name}'")


@asynccontextmanager
async def down(_: PostgreSQL, __: str, proxy: Proxy) -> AsyncIterator[None]:
    await proxy.close()
    yield
    await proxy.open()


@asynccontextmanager
async def restarted(_: PostgreSQL, __: str, proxy: Proxy) -> AsyncIterator[None]:
    """Twice, with the seconds between in which it accepts and hangs up."""
    proxy.refusing = True
    proxy.reset()
    yield
    proxy.refusing = False
    proxy.reset()


@asynccontextmanager
async def hanging(_: PostgreSQL, __: str, proxy: Proxy) -> AsyncIterator[None]:
    proxy.hanging = True
    yield
    proxy.hanging = False


@asynccontextmanager
async def half_open(_: PostgreSQL, __: str, proxy: Proxy) -> AsyncIterator[None]:
    """As behind a router that forgets connections."""
    proxy.half_open()
    yield


@asynccontextmanager
async def read_only(postgresql: PostgreSQL, name: str, _: Proxy) -> AsyncIterator[None]:
    """As a standby is; the connections stay when it is none any more."""
    await postgresql.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    await hung_up(postgresql, name)
    yield
    await postgresql.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = off")


@asynccontextmanager
async def out_of_connections(postgresql: PostgreSQL, name: str, _: Proxy) -> AsyncIterator[None]:
    await postgresql.execute(f"ALTER DATABASE {name} CONNECTION LIMIT 0")
    await hung_up(postgresql, name)
    yield
    await postgresql.execute(f"ALTER DATABASE {name} CONNECTION LIMIT -1")


@asynccontextmanager
async def locked(postgresql: PostgreSQL, name: str, _: Proxy) -> AsyncIterator[None]:
    connection = await asyncpg.connect(postgresql.url_of(name))
    async with connection.transaction():
        await connection.execute("LOCK TABLE tasks, received_updates, reminders")
        yield
    await connection.close()


@pytest.mark.parametrize(
    "several",
    [(down, restarted, hanging), (half_open, read_only), (out_of_connections, locked)],
    ids=lambda several: " ".join(one.__name__ for one in several),
)
async def test_postgresql_comes_back(postgresql: PostgreSQL, several: Any) -> None:
    template = await postgresql.create_migrated()
    await postgresql.execute(
        f"DO $$BEGIN CREATE ROLE {ROLE} LOGIN; EXCEPTION WHEN duplicate_object THEN END$$"
    )
    connection = await asyncpg.connect(postgresql.url_of(template))
    await connection.execute(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {ROLE}")
    await connection.execute(f"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {ROLE}")
    await connection.close()
    with capture_logs():
        await asyncio.gather(*(on_postgresql(postgresql, template, one) for one in several))
    await postgresql.drop(template)


async def pragma(scene: Scene, statement: str) -> int:
    """Set or read something of the bot's own connection."""
    async with scene.application.database.read() as session:
        connection = await (await session.connection()).get_raw_connection()
        driver: Any = connection.driver_connection
        found = await driver.waiting(driver._conn.execute, f"PRAGMA {statement}")
        return int((found.fetchone() or (0,))[0])


@asynccontextmanager
async def full(scene: Scene) -> AsyncIterator[None]:
    """No page can be added to the file."""
    pages = await pragma(scene, "page_count")
    await pragma(scene, f"max_page_count = {pages}")
    yield
    await pragma(scene, "max_page_count = 1000000")


@asynccontextmanager
async def unwritable(scene: Scene) -> AsyncIterator[None]:
    await pragma(scene, "query_only = ON")
    yield
    await pragma(scene, "query_only = OFF")


@asynccontextmanager
async def in_use(scene: Scene) -> AsyncIterator[None]:
    """Another program keeps its write lock."""
    path = str(scene.application.database.settings.url.database)
    async with aiosqlite.connect(path, isolation_level=None) as other:
        await other.execute("BEGIN IMMEDIATE")
        yield
        await other.execute("ROLLBACK")


async def test_sqlite_comes_back(
    migrated_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage.database, "WAITS", 1)
    faults: tuple[Fault, ...] = (full, unwritable, in_use)
    works: list[Awaitable[None]] = []
    for fault in faults:
        path = tmp_path / f"{len(works)}.db"
        shutil.copy(migrated_sqlite, path)
        works.append(through(fault, f"sqlite:///{path}"))
    with capture_logs():
        await asyncio.gather(*works)


async def test_of_an_outage_that_lasts_people_are_told_once(
    migrated_sqlite: Path, tmp_path: Path
) -> None:
    path = tmp_path / "dueto.db"
    shutil.copy(migrated_sqlite, path)
    with capture_logs():
        async with a_scene(f"sqlite:///{path}") as scene:
            async with unwritable(scene):
                scene.says("/add Errand 1.")
                scene.says("/add Errand 2.")
                await scene.until(lambda: scene.got("not lost"))
            await scene.until(lambda: len(scene.got("Errand")) == 2)
            assert len(scene.got("not lost")) == 1
