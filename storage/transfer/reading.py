"""A chat's list read in steps, for an export: each in a transaction of its own, a few hundred rows
at a time, so that nobody waits for a large list. A task and its parts are read together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias

import sqlalchemy as sa
from sqlmodel import col

from storage.models import Change, Habit, Tag, Task, TaskTag, User
from storage.transfer.shapes import (
    HABIT,
    HABIT_PARTS,
    HISTORY,
    PERSON_COLUMNS,
    TASK,
    TASK_PARTS,
    ExportShape,
    to_value,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Mapping, Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.database import Database

Document: TypeAlias = dict[str, Any]
PAGE = 250  # tasks, or habits, that are read at once


async def tasks_of_chat(
    database: Database, chat_id: UUID, *, page: int = PAGE
) -> AsyncIterator[list[Document]]:
    """All tasks of a chat by their numbers, done and deleted ones too, with their parts."""
    found: list[Document] = []
    last, query = 0, sa.select(*TASK.table.c).order_by(col(Task.number)).limit(page)
    while True:
        async with database.read() as session:
            here = query.where(col(Task.chat_id) == chat_id, col(Task.number) > last)
            found = await _tasks(session, await _rows(session, here))
        if not found:
            return
        last = found[-1]["number"]
        yield found


async def habits_of_chat(database: Database, chat_id: UUID) -> AsyncIterator[list[Document]]:
    """All habits of a chat in the order of its board, archived and deleted ones too, one by one:
    each may have entries of years."""
    query = sa.select(*HABIT.table.c).where(col(Habit.chat_id) == chat_id)
    async with database.read() as session:
        rows = await _rows(session, query.order_by(col(Habit.position), col(Habit.id)))
    for row in rows:
        async with database.read() as session:
            parts = await _parts(session, HABIT_PARTS, "habit_id", [row["id"]])
        yield [{**HABIT.to_json(row), **parts[row["id"]]}]


async def settings_history(session: AsyncSession, chat_id: UUID) -> list[Document]:
    """What was changed in a chat's or its person's settings."""
    query = (
        sa.select(*HISTORY.table.c)
        .where(
            col(Change.chat_id) == chat_id,
            col(Change.task_id).is_(None),
            col(Change.habit_id).is_(None),
        )
        .order_by(col(Change.id))
    )
    return [HISTORY.to_json(row) for row in await _rows(session, query)]


async def people_of(session: AsyncSession, keys: Collection[UUID]) -> list[Document]:
    """The people with these keys, by name."""
    found: list[Document] = []
    for some in _portions(sorted(keys)):
        columns = [User.__table__.c[name] for name in PERSON_COLUMNS]  # type: ignore[attr-defined]
        query = sa.select(*columns).where(col(User.id).in_(some))
        rows = await _rows(session, query)
        found += [{name: to_value(row[name]) for name in PERSON_COLUMNS} for row in rows]
    return sorted(found, key=lambda person: (person["name"], person["id"]))


async def _tasks(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> list[Document]:
    keys = [row["id"] for row in rows]
    parts = await _parts(session, TASK_PARTS, "task_id", keys)
    tags = await _tags(session, keys)
    return [
        {**TASK.to_json(row), "tags": tags.get(row["id"], []), **parts[row["id"]]} for row in rows
    ]


async def _parts(
    session: AsyncSession, shapes: Mapping[str, ExportShape], owner: str, keys: Sequence[UUID]
) -> dict[UUID, Document]:
    """The parts of these owners, each in the order of its key."""
    parts: dict[UUID, Document] = {key: {name: [] for name in shapes} for key in keys}
    for name, shape in shapes.items():
        table = shape.table
        query = sa.select(*table.c).where(table.c[owner].in_(keys)).order_by(*table.primary_key)
        for row in await _rows(session, query):
            parts[row[owner]][name].append(shape.to_json(row))
    return parts


async def _tags(session: AsyncSession, keys: Sequence[UUID]) -> dict[UUID, list[str]]:
    query = (
        sa.select(col(TaskTag.task_id), col(Tag.name))
        .join(Tag, col(Tag.id) == col(TaskTag.tag_id))
        .where(col(TaskTag.task_id).in_(keys))
        .order_by(col(Tag.folded))
    )
    tags = defaultdict(list)
    for row in await _rows(session, query):
        tags[row["task_id"]].append(row["name"])
    return tags


def _portions(keys: Sequence[UUID]) -> list[Sequence[UUID]]:
    return [keys[first : first + PAGE] for first in range(0, len(keys), PAGE)]


async def _rows(session: AsyncSession, query: sa.Executable) -> Sequence[Mapping[str, Any]]:
    connection = await session.connection()
    return [dict(row) for row in (await connection.execute(query)).mappings()]
