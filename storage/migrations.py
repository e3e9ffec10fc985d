"""Alembic under a lock: when ten replicas start together, one of them migrates.

On SQLite an upgrade is one transaction. On PostgreSQL each step commits by itself, so that an index
can be built and a constraint validated while people write; a step that was cut off is begun again.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, event, inspect, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlmodel import SQLModel

from storage.database import create_engine
from storage.errors import LaterTables

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from alembic.config import Config
    from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

    from storage.settings import DatabaseSettings

log = logging.getLogger(__name__)

HISTORY = Path(__file__).parent.parent / "alembic"
LOCK = 0x647565746F  # "dueto"
LOOKS_AGAIN = 0.2  # seconds, for the lock of another replica
# Seconds that a step waits for a table; whoever comes behind it waits, too, until it lets them by.
WAITS_FOR_TABLES = 2
LETS_BY = 1.0  # seconds
LOCKED = "55P03"  # SQLSTATE of a wait for a lock that took too long


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration for the project's one history, on an open connection."""
    from alembic.config import Config  # noqa: PLC0415 - as below

    config = Config()
    config.set_main_option("script_location", str(HISTORY))
    config.attributes["connection"] = connection
    return config


async def upgrade(settings: DatabaseSettings, revision: str = "head") -> None:
    """Bring the database to a revision, from wherever the last try came to.

    Raises LaterTables when it is beyond all that this version knows.
    """
    if revision == "head":
        found = await _found(settings)
        if found == newest():
            return
        if found is not None and found > newest():
            raise LaterTables(found)
    from alembic import command  # noqa: PLC0415 - 8 MB and half a second, rarely needed

    await _migrate(settings, lambda config: command.upgrade(config, revision))


async def downgrade(settings: DatabaseSettings, revision: str) -> None:
    """Take the database back to an earlier revision, or to nothing ("base")."""
    from alembic import command  # noqa: PLC0415 - as above

    await _migrate(settings, lambda config: command.downgrade(config, revision))


async def check(settings: DatabaseSettings) -> None:
    """Raise alembic's CommandError if the models and the migrated tables differ."""
    from alembic import command  # noqa: PLC0415 - as above

    await _migrate(settings, command.check)


def newest() -> str:
    """The last revision of the history: files of versions begin with their numbers."""
    return max(path.name.partition("_")[0] for path in (HISTORY / "versions").glob("[0-9]*.py"))


async def revision_of(settings: DatabaseSettings) -> str | None:
    """The revision of a database's tables; None for one without. Raises the driver's error."""
    engine = create_engine(settings, migrating=True)
    try:
        async with engine.connect() as connection:
            if not await connection.run_sync(
                lambda sync: inspect(sync).has_table("alembic_version")
            ):
                return None
            found = await connection.execute(text("SELECT version_num FROM alembic_version"))
            return found.scalar()
    finally:
        await engine.dispose()


async def _found(settings: DatabaseSettings) -> str | None:
    """The revision of the tables; None as well where that cannot be said."""
    engine = create_engine(settings, migrating=True)
    try:
        async with engine.connect() as connection:
            found = await connection.execute(text("SELECT version_num FROM alembic_version"))
            return found.scalar()
    except (SQLAlchemyError, OSError):  # an empty database, or one that is away
        return None
    finally:
        await engine.dispose()


async def is_newest(settings: DatabaseSettings) -> bool:
    """Whether there is nothing to migrate; False as well where that cannot be said."""
    return await _found(settings) == newest()


async def misfits(settings: DatabaseSettings) -> list[str]:
    """What keeps this version from working with tables of a later one: what it needs and is not
    there, and what it would have to fill in and does not know; `table.column` each."""
    engine = create_engine(settings, migrating=True)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_misfits)
    finally:
        await engine.dispose()


def _misfits(connection: Connection) -> list[str]:
    from storage import models  # noqa: PLC0415, F401 - fills the metadata, which few starts need

    found: list[str] = []
    there = inspect(connection).get_multi_columns()
    for table in SQLModel.metadata.sorted_tables:
        columns = {one["name"]: one for one in there.get((None, table.name), ())}
        found += [f"{table.name}.{name}" for name in table.columns.keys() - columns.keys()]
        found += [
            f"{table.name}.{name}"
            for name in columns.keys() - table.columns.keys()
            if not columns[name]["nullable"] and columns[name]["default"] is None
        ]
    return sorted(found)


async def _migrate(settings: DatabaseSettings, run: Callable[[Config], None]) -> None:
    engine = create_engine(settings, migrating=True)
    try:
        if settings.dialect == "sqlite":
            async with engine.begin() as connection:  # BEGIN IMMEDIATE is the lock
                await connection.run_sync(lambda sync: run(alembic_config(sync)))
        else:
            await _migrate_postgresql(engine, run)
    finally:
        await engine.dispose()


async def _migrate_postgresql(engine: AsyncEngine, run: Callable[[Config], None]) -> None:
    async with _lock(engine):
        event.listen(engine.sync_engine, "begin", _wait_briefly)
        while True:
            try:
                async with engine.connect() as connection:
                    return await connection.run_sync(lambda sync: run(alembic_config(sync)))
            except DBAPIError as error:
                if getattr(error.orig, "sqlstate", None) != LOCKED:
                    raise
                log.warning("a table is in use; its migration lets others by and tries again")
            await asyncio.sleep(LETS_BY)


@asynccontextmanager
async def _lock(engine: AsyncEngine) -> AsyncIterator[None]:
    """Be the only one who migrates.

    The lock is that of a transaction, which a pooler leaves on one connection; the migration has
    another one. Nobody waits inside of a statement: its snapshot would hold up an index that is
    built concurrently, and so the one who waits and the one waited for would wait for ever.
    """
    async with engine.connect() as connection:
        while not await _try_lock(connection):
            await connection.rollback()
            await asyncio.sleep(LOOKS_AGAIN)
        try:
            yield
        finally:
            await connection.rollback()


async def _try_lock(connection: AsyncConnection) -> bool:
    """Take the lock until this transaction ends, however long it is idle."""
    lock = text("SELECT pg_try_advisory_xact_lock(:key)").bindparams(key=LOCK)
    is_taken = bool((await connection.execute(lock)).scalar())
    # behind the SELECT: it ends the SELECT's portal, and with it the snapshot that it holds
    await connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
    return is_taken


def _wait_briefly(connection: Connection) -> None:
    """Whoever waits for a table holds up everybody who comes behind."""
    if connection.get_execution_options().get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAITS_FOR_TABLES}s'")
