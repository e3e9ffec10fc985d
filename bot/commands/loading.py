"""What several commands begin with: the settings, and a database that is there and up to date."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands.ending import refuse

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlmodel.ext.asyncio.session import AsyncSession

    from bot.settings import Settings
    from storage.settings import DatabaseSettings


def load_settings() -> Settings:
    """The settings of the environment and .env; exits where one of them cannot be."""
    from bot.settings import BadSettings, Settings

    try:
        return Settings.load()
    except BadSettings as bad:
        return refuse(*bad.lines)


def configure_logs(settings: Settings) -> None:
    """Let logs come as the settings say, without secrets."""
    from bot.logs import configure

    is_json = settings.log_format == "json"
    configure(level=settings.log_level, json=is_json, secrets=settings.secrets)


def database_at(url: str, what: str) -> DatabaseSettings:
    """The database at an address of the command line; exits where that is none."""
    from storage.errors import BadDatabaseUrl
    from storage.settings import DatabaseSettings

    try:
        return DatabaseSettings.from_url(url)
    except BadDatabaseUrl as error:
        return refuse(str(error).replace("DATABASE_URL", what, 1))


def sqlite_file(settings: Settings) -> Path:
    """The file of the database; exits where it is PostgreSQL, which has tools of its own."""
    if settings.database.dialect != "sqlite":
        refuse(
            "DATABASE_URL names PostgreSQL, which has tools of its own for this: pg_dump and "
            "pg_restore, or your provider's backups (see docs/operate.md)"
        )
    return Path(settings.database.url.database or "")


@asynccontextmanager
async def open_store(settings: Settings, *, writes: bool = False) -> AsyncIterator[AsyncSession]:
    """A transaction on the database, which has to be there, with the tables of this version."""
    from bot.starting import CannotStart, reach, refuse_half
    from storage.database import Database
    from storage.migrations import is_newest
    from storage.pushes.plans.replanning import replan_changed

    if settings.database.dialect == "sqlite" and not sqlite_file(settings).is_file():
        refuse(f"there is no database yet at {sqlite_file(settings)}; `dueto run` makes it")
    database = Database(
        settings.database, planner=replan_changed, default_zone=settings.default_timezone
    )
    try:
        await reach(database)
        await refuse_half(database)
        if not await is_newest(settings.database):
            refuse("the database is of another version of Dueto; `dueto migrate` brings it up")
        async with database.begin() if writes else database.read() as session:
            yield session
    except CannotStart as reason:
        refuse(str(reason))
    finally:
        await database.close()
