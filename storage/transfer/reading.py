"""A chat's list read in steps, for an export: one snapshot, a few hundred rows at a time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias

import sqlalchemy as sa
from sqlmodel import col

from storage.models import Change, Habit, Tag, Task, TaskTag, User
from storage.transfer.shapes import (
    HABIT,
    HABIT_PARTS,
    PERSON_COLUMNS,
    HISTORY,
    TASK,
    TASK_PARTS,
    Shape,
    to_value,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection, Mapping, Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import Chat

Document: TypeAlias = dict[str, Any]
PAGE = 250  # tasks, or habits, that are read at once


async def tasks_of_chat(
    session: AsyncSession, chat: Chat, *, page: int = PAGE
) -> AsyncIterator[list[Document]]:
    """All tasks of a chat by their numbers, done and deleted ones too, with their parts."""
    last = 0
    while rows := await _rows(
        session,
        sa.select(*TASK.table.c)
        .where(col(Task.chat_id) == chat.id, col(Task.number) > last)
        .order_by(col(Task.number))
        .limit(page),
    ):
        last = rows[-1]["number"]
        yield await _tasks(session, rows)


async def habits_of_chat(
    session: AsyncSession, chat: Chat, *, page: int = PAGE
) -> AsyncIterator[list[Document]]:
    """All habits of a chat in the order of its board, archived and deleted ones too."""
    ids = await _rows(
        session,
        sa.select(HABIT.table.c.id)
        .where(col(Habit.chat_id) == chat.id)
        .order_by(col(Habit.position), col(Habit.id)),
    )
    for first in range(0, len(ids), page):
        keys = [row["id"] for row in ids[first : first + page]]
        query = sa.select(*HABIT.table.c).where(col(Habit.id).in_(keys))
        found = {row["id"]: row for row in await _rows(session, query)}
        parts = await _parts(session, HABIT_PARTS, "habit_id", keys)
        yield [{**HABIT.to_json(found[key]), **parts[key]} for key in keys]


async def settings_history(session: AsyncSession, chat: Chat) -> list[Document]:
    """What was changed in a chat's or its person's settings."""
    query = (
        sa.select(*HISTORY.table.c)
        .where(
            col(Change.chat_id) == chat.id,
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
    session: AsyncSession, shapes: Mapping[str, Shape], owner: str, keys: Sequence[UUID]
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


async def _rows(session: AsyncSession, query: sa.Select[Any]) -> Sequence[Mapping[str, Any]]:
    connection = await session.connection()
    return (await connection.execute(query)).mappings().all()
