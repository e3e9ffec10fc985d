"""All that the store keeps of people's things, so that two moments of it can be compared."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text as sql
from sqlmodel import SQLModel

from storage.database import Database

# What is no thing of anybody's: what was done and said, and what a conversation needs.
TALK = frozenset(
    {
        *("changes", "received_updates", "task_messages", "questions", "shortcuts"),
        *("sending_slots", "own_bot", "memberships", "sealing_key", "drafts", "acceptances"),
        "album_parts",  # which messages are of one album, for the parts that come later
        "boards",  # messages that show lists
        "pollers",  # which process fetches updates
        *("mailings", "letters"),  # what operators say, and what is said to them
    }
)
TAGS = "tags"  # a word that was used once stays known, though no task has it
# When something was written, and what a worker needs of a row. A number is never given twice.
UNSEEN = frozenset(
    {
        *("updated_at", "next_number", "claimed_until", "attempts", "closed_by", "error"),
        *("unclear", "checked_at", "asked_at", "has_board", "active_on"),
    }
)
MADE_AGAIN = frozenset({"reminders", "checklist_items", "attachments"})  # with another key

Row = tuple[tuple[str, Any], ...]


async def kept(database: Database) -> dict[str, list[Row]]:
    """Every row of every table, but for what is in the trash: there undo puts what was added."""
    found: dict[str, list[dict[str, Any]]] = {}
    async with database.begin() as session:
        connection = await session.connection()
        for table in SQLModel.metadata.tables.keys() - TALK - {TAGS}:
            rows = await connection.execute(sql(f"SELECT * FROM {table}"))  # noqa: S608  ours
            found[table] = [dict(row._mapping) for row in rows]
    gone = {
        row["id"]
        for table in ("tasks", "habits")
        for row in found[table]
        if row["deleted_at"] is not None
    }
    return {
        table: sorted((_seen(table, row) for row in rows if not _is_of(row, gone)), key=str)
        for table, rows in found.items()
    }


def _is_of(row: dict[str, Any], gone: set[Any]) -> bool:
    return bool({row.get("id"), row.get("task_id"), row.get("habit_id")} & gone)


def _seen(table: str, row: dict[str, Any]) -> Row:
    unseen = set(UNSEEN)
    if table in MADE_AGAIN:
        unseen.add("id")
    if row.get("message_id") is not None:  # when its message was changed last
        unseen.add("fire_at")
    return tuple(sorted((key, value) for key, value in row.items() if key not in unseen))


def differing(before: dict[str, list[Row]], after: dict[str, list[Row]]) -> dict[str, Any]:
    """The rows that differ, by their tables: those of before and those of after."""
    return {
        table: (
            [dict(row) for row in before[table] if row not in after[table]],
            [dict(row) for row in after[table] if row not in before[table]],
        )
        for table in before
        if before[table] != after[table]
    }
