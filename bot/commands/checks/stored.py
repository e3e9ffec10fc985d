"""The database: whether it answers, is of this version, whole, and this bot's."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from bot.commands.checks.findings import ok, warning, wrong
from bot.logs import in_one_line
from storage.database import create_engine
from storage.migrations import misfits, newest

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.commands.checks.findings import Finding
    from bot.settings import Settings
    from storage.settings import DatabaseSettings

APART = 5  # seconds between the clocks


@dataclass(frozen=True, slots=True)
class Seen:
    """What a database says: the revision of its tables, whose it is (Telegram's id), where the half
    of a store in it comes from, and how many seconds this machine is ahead of it."""

    revision: str | None
    owner: int | None
    half: str | None
    ahead: float = 0.0


async def stored_findings(settings: Settings) -> list[Finding]:
    """All about the database that the settings name."""
    database = settings.database
    path = Path(str(database.url.database))
    if database.dialect == "sqlite" and not _is_there(path):
        mend = "`dueto run` makes it; is DATABASE_URL what you meant?"
        return [warning("database", f"{path} is not there yet", mend)]
    try:
        seen = _seen_in_file(path) if database.dialect == "sqlite" else await _seen(database)
    except (sqlite3.Error, SQLAlchemyError, OSError, TimeoutError) as error:
        reason = in_one_line(getattr(error, "orig", None) or error)
        return [wrong("database", f"{database.name}: {reason}", "Check DATABASE_URL.")]
    is_later = (seen.revision or "") > newest()
    lacks = await misfits(database) if is_later else []
    found = [ok("database", database.name), _schema(seen, lacks), *_owner(settings, seen)]
    if abs(seen.ahead) > APART:
        mend = "Let both machines set their clocks by NTP."
        found.append(warning("clock", f"{seen.ahead:+.0f} s to the database's", mend))
    return found


def _is_there(path: Path) -> bool:
    return path.is_file()


def _seen_in_file(path: Path) -> Seen:
    """Read a file of SQLite without a change to it, and without files beside it that stay."""
    is_open = path.with_name(f"{path.name}-wal").exists()
    address = f"{path.resolve().as_uri()}?{'mode=ro' if is_open else 'immutable=1'}"
    with closing(sqlite3.connect(address, uri=True, timeout=5)) as database:

        def value(query: str) -> str | int | None:
            try:
                row = database.execute(query).fetchone()
            except sqlite3.OperationalError as error:
                if "no such table" in str(error):
                    return None
                raise
            return row[0] if row else None

        return _seen_by(value)


async def _seen(settings: DatabaseSettings) -> Seen:
    """Read PostgreSQL, in a transaction that can write nothing."""
    engine = create_engine(settings, migrating=True)
    try:
        async with engine.connect() as connection:
            await connection.execution_options(postgresql_readonly=True)

            def look(sync: sa.Connection) -> Seen:
                tables = set(sa.inspect(sync).get_table_names())

                def value(query: str) -> str | int | None:
                    there = query.rpartition(" ")[2] in tables
                    found: str | int | None = (
                        sync.execute(sa.text(query)).scalar() if there else None
                    )
                    return found

                theirs = sync.execute(sa.text("SELECT extract(epoch FROM clock_timestamp())"))
                return _seen_by(value, time.time() - float(theirs.scalar_one()))

            return await connection.run_sync(look)
    finally:
        await engine.dispose()


def _seen_by(value: Callable[[str], str | int | None], ahead: float = 0.0) -> Seen:
    revision = value("SELECT version_num FROM alembic_version")
    owner = value("SELECT telegram_id FROM own_bot")
    half = value("SELECT source FROM unfinished_copy")
    return Seen(
        None if revision is None else str(revision),
        None if owner is None else int(owner),
        None if half is None else str(half),
        ahead,
    )


def _schema(seen: Seen, lacks: list[str]) -> Finding:
    if seen.half is not None:
        mend = "Finish it with the same `dueto move` or `dueto import-all`."
        return wrong("tables", f"they have half of {seen.half}", mend)
    if seen.revision is None:
        return warning("tables", "there are none", "`dueto run` or `dueto migrate` makes them.")
    if seen.revision > newest():
        mend = "Install that version of Dueto, or restore the copy from before the upgrade."
        later = f"of a later version ({seen.revision}; here {newest()})"
        if lacks:
            return wrong("tables", f"{later}: {', '.join(lacks[:3])} do not fit", mend)
        return warning("tables", f"{later}, on which this one works", mend)
    if seen.revision < newest():
        mend = "`dueto run` or `dueto migrate` brings them up; make a copy before."
        return warning("tables", f"of an older version ({seen.revision}, not {newest()})", mend)
    return ok("tables", f"of this version ({seen.revision})")


def _owner(settings: Settings, seen: Seen) -> list[Finding]:
    ours = settings.token.partition(":")[0]
    if seen.owner is None or not ours:
        return []
    if seen.owner == int(ours):
        return [ok("owner", "this bot")]
    mend = "Take its token, another database, or `dueto run --take-over`."
    return [wrong("owner", f"another bot ({seen.owner}; BOT_TOKEN is of {ours})", mend)]
