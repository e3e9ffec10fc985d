"""Which chats' rows have changed: counted by triggers of the database itself, so that no way around
the store's own history is missed. Both databases."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

import asyncpg
from sqlalchemy.engine import make_url
from sqlmodel import SQLModel

# The columns that bookkeeping writes: somebody who has left has nothing snoozed any more.
BOOKKEEPING = frozenset({"snoozed", "updated_at", "id", "chat_id", "position", "searchable"})
PARTS = {
    "checklist_items": "tasks",
    "task_tags": "tasks",
    "attachments": "tasks",
    "habit_entries": "habits",
}
REMOVED = ("deleted_at", "archived_at")


@dataclass(frozen=True, slots=True)
class Touch:
    """A row of a chat (Telegram's id) that was written, or (`removes`) deleted, archived or
    restored; `owner` (Telegram's id) added it."""

    table: str
    chat: int | None
    owner: int | None
    removes: bool


_READ = (
    "SELECT t.id, t.what, c.telegram_id, u.telegram_id, t.removes FROM touched t"
    " LEFT JOIN chats c ON c.id = t.chat_id LEFT JOIN users u ON u.id = t.owner_id"
    " WHERE t.id > {} ORDER BY t.id"
)


class Touches(Protocol):
    """The rows written since the last look."""

    async def read(self) -> list[Touch]: ...


class _OfSqlite:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection, self._last = connection, 0

    async def read(self) -> list[Touch]:
        rows = self._connection.execute(_READ.format(self._last)).fetchall()
        self._last = rows[-1][0] if rows else self._last
        return [Touch(what, chat, owner, bool(gone)) for _, what, chat, owner, gone in rows]


class _OfPostgresql:
    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection, self._last = connection, 0

    async def read(self) -> list[Touch]:
        rows = await self._connection.fetch(_READ.format(self._last))
        self._last = rows[-1][0] if rows else self._last
        return [Touch(what, chat, owner, bool(gone)) for _, what, chat, owner, gone in rows]


def _triggers() -> list[tuple[str, str, str, str]]:
    """Name, event, table and what is kept of the row (a SELECT list of chat, owner, removes)."""
    made = []
    for table in ("tasks", "habits"):
        columns = {column.name for column in SQLModel.metadata.tables[table].columns}
        gone = [name for name in REMOVED if name in columns]
        plain = ", ".join(sorted(columns - BOOKKEEPING - set(gone)))
        of_new = "NEW.chat_id, NEW.created_by"
        made += [
            (f"{table}_added", "INSERT", table, f"SELECT '{table}', {of_new}, 0"),
            (f"{table}_changed", f"UPDATE OF {plain}", table, f"SELECT '{table}', {of_new}, 0"),
            (
                f"{table}_gone",
                f"UPDATE OF {', '.join(gone)}",
                table,
                f"SELECT '{table}', {of_new}, 1",
            ),
        ]
    for table, owner in PARTS.items():
        key = f"{owner[:-1]}_id"
        for event, row in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")):
            select = (
                f"SELECT '{table}', o.chat_id, o.created_by, 0"  # noqa: S608  ours
                f" FROM {owner} o WHERE o.id = {row}.{key}"
            )
            made.append((f"{table}_{event.lower()}", event, table, select))
    made.append(("chats_set", "UPDATE OF settings", "chats", "SELECT 'chats', NEW.id, NULL, 0"))
    return made


@asynccontextmanager
async def watched(database_url: str) -> AsyncIterator[Touches]:
    """Watch a migrated database; afterwards it is as it was."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        async with _watched_sqlite(str(url.database)) as touches:
            yield touches
        return
    async with _watched_postgresql(database_url) as touches:
        yield touches


@asynccontextmanager
async def _watched_sqlite(path: str) -> AsyncIterator[Touches]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(
        "CREATE TABLE touched (id INTEGER PRIMARY KEY, what, chat_id, owner_id, removes)"
    )
    for name, event, table, select in _triggers():
        connection.execute(
            f"CREATE TRIGGER watch_{name} AFTER {event} ON {table} BEGIN"
            f" INSERT INTO touched (what, chat_id, owner_id, removes) {select}; END"
        )
    try:
        yield _OfSqlite(connection)
    finally:
        connection.close()  # the file is the test's own


@asynccontextmanager
async def _watched_postgresql(url: str) -> AsyncIterator[Touches]:
    connection = await asyncpg.connect(url)
    await connection.execute(
        "CREATE TABLE touched (id bigserial PRIMARY KEY, what text, chat_id uuid, owner_id uuid,"
        " removes int)"
    )
    names = [(f"watch_{name}", *rest) for name, *rest in _triggers()]
    for name, event, table, select in names:
        await connection.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            f" INSERT INTO touched (what, chat_id, owner_id, removes) {select};"
            " RETURN NULL; END $$;"
            f" CREATE TRIGGER {name} AFTER {event} ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
    try:
        yield _OfPostgresql(connection)
    finally:
        for name, *_ in names:
            await connection.execute(f"DROP FUNCTION IF EXISTS {name} CASCADE")
        await connection.execute("DROP TABLE touched")
        await connection.close()
