"""Real databases for every test that asks: migrated once, empty at the start of each test."""

from __future__ import annotations

import shutil
import signal
import threading
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, settings

import storage.database
from storage.database import Database
from storage.migrations import upgrade
from storage.settings import DatabaseSettings
from tests.support.clocks import NOW
from tests.support.databases import (
    UNSAFE_AND_FAST,
    Dialect,
    PostgreSQL,
    create_engine,
    plan_nothing,
    postgresql_for_tests,
)

# The same examples in every run, however busy the machine is.
settings.register_profile(
    "suite", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("suite")


def pytest_configure() -> None:
    """Let SIGTERM end a run as Ctrl-C does: without its tear-down PostgreSQL would outlive it.

    No power cut is tried here, so SQLite need not wait for the disk; other processes do.
    """
    storage.database.PRAGMAS = UNSAFE_AND_FAST
    storage.database.create_engine = create_engine
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


@pytest.fixture(scope="session")
async def postgresql() -> AsyncIterator[PostgreSQL]:
    """A real PostgreSQL; each xdist worker starts its own."""
    async with postgresql_for_tests() as running:
        yield running


@pytest.fixture(scope="session")
async def migrated_postgresql(postgresql: PostgreSQL) -> str:
    """The name of the one migrated database that the tests take turns with."""
    return await postgresql.create_migrated()


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
async def own_url(postgresql: PostgreSQL) -> AsyncIterator[str]:
    """`DATABASE_URL` of a migrated PostgreSQL of a test's own, which may lose every connection
    without harm to other tests."""
    name = await postgresql.create_migrated()
    yield postgresql.url_of(name)
    await postgresql.drop(name)


@pytest.fixture
async def other_url(dialect: Dialect, postgresql: PostgreSQL, tmp_path: Path) -> AsyncIterator[str]:
    """`DATABASE_URL` of an empty database of the other kind."""
    if dialect == "postgresql":
        yield f"sqlite:///{tmp_path / 'other.db'}"
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
    return NOW
