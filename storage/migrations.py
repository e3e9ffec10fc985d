"""Alembic under a lock: when ten replicas start together, one of them migrates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from storage.database import create_engine

if TYPE_CHECKING:
    from collections.abc import Callable

    from alembic.config import Config

    from storage.settings import DatabaseSettings

HISTORY = Path(__file__).parent.parent / "alembic"
LOCK = 0x647565746F  # "dueto"


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration for the project's one history, on an open connection."""
    from alembic.config import Config  # noqa: PLC0415 - as below

    config = Config()
    config.set_main_option("script_location", str(HISTORY))
    config.attributes["connection"] = connection
    return config


async def upgrade(settings: DatabaseSettings, revision: str = "head") -> None:
    """Bring the database to a revision in one transaction."""
    if revision == "head" and await _is_newest(settings):
        return
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


async def _is_newest(settings: DatabaseSettings) -> bool:
    """Whether there is nothing to migrate; False as well where that cannot be said."""
    engine = create_engine(settings, migrating=True)
    try:
        async with engine.connect() as connection:
            found = await connection.execute(text("SELECT version_num FROM alembic_version"))
            return list(found.scalars()) == [newest()]
    except (SQLAlchemyError, OSError):  # an empty database, or one that is away
        return False
    finally:
        await engine.dispose()


async def _migrate(settings: DatabaseSettings, run: Callable[[Config], None]) -> None:
    engine = create_engine(settings, migrating=True)
    try:
        async with engine.begin() as connection:
            if settings.dialect == "postgresql":
                # held until the commit, through a pooler too; SQLite has BEGIN IMMEDIATE
                lock = text("SELECT pg_advisory_xact_lock(:key)")
                await connection.execute(lock.bindparams(key=LOCK))
            await connection.run_sync(lambda sync: run(alembic_config(sync)))
    finally:
        await engine.dispose()
