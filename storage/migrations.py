"""Alembic under a lock: when ten replicas start together, one of them migrates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from storage.database import create_engine

if TYPE_CHECKING:
    from collections.abc import Callable

    from storage.settings import DatabaseSettings

HISTORY = Path(__file__).parent.parent / "alembic"
LOCK = 0x647565746F  # "dueto"


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration for the project's one history, on an open connection."""
    config = Config()
    config.set_main_option("script_location", str(HISTORY))
    config.attributes["connection"] = connection
    return config


async def upgrade(settings: DatabaseSettings, revision: str = "head") -> None:
    """Bring the database to a revision in one transaction."""
    await _migrate(settings, lambda config: command.upgrade(config, revision))


async def downgrade(settings: DatabaseSettings, revision: str) -> None:
    """Take the database back to an earlier revision, or to nothing ("base")."""
    await _migrate(settings, lambda config: command.downgrade(config, revision))


async def check(settings: DatabaseSettings) -> None:
    """Raise alembic's CommandError if the models and the migrated tables differ."""
    await _migrate(settings, command.check)


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
