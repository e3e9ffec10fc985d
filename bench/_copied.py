"""Thousands of people with a reminder each, copied from one: planning them would take minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table, insert, select, update
from uuid_utils.compat import uuid7

from bot.playground.world import User
from storage.database import Database
from storage.models import Chat, Membership, Reminder, Task
from storage.models import User as KnownUser
from tests.support.crowd import remind

TABLES = (KnownUser, Chat, Membership, Task, Reminder)
AT_ONCE = 500  # people

Row = Mapping[str, Any]


async def remind_copies(database: Database, people: Sequence[User], *, now: datetime) -> None:
    """Task n, `reminder n`, for each of the people; all are due a day later, see `let_be_due`."""
    await remind(database, people[:1], [now + timedelta(days=1)], now=now)
    async with database.begin() as session:
        connection = await session.connection()
        first = [
            dict((await connection.execute(select(_table(model)))).mappings().one())
            for model in TABLES
        ]
        for start in range(1, len(people), AT_ONCE):
            some = list(enumerate(people))[start : start + AT_ONCE]
            copies = [_copy(first, number, person) for number, person in some]
            for place, model in enumerate(TABLES):
                await connection.execute(insert(_table(model)), [rows[place] for rows in copies])


def _copy(first: Sequence[Row], number: int, person: User) -> list[Row]:
    user, chat, membership, task, reminder = (dict(row) for row in first)
    for row in (user, chat, task, reminder):
        row["id"] = uuid7()
    for row in (user, chat):
        row["telegram_id"] = person.id
    user["name"] = chat["title"] = person.first_name
    user["username"] = None
    membership |= {"user_id": user["id"], "chat_id": chat["id"]}
    task |= {"chat_id": chat["id"], "created_by": user["id"], "title": f"reminder {number}"}
    reminder |= {"chat_id": chat["id"], "task_id": task["id"], "slot": f"bench:{number}"}
    return [user, chat, membership, task, reminder]


async def let_be_due(database: Database, at: datetime) -> None:
    """All of them at one moment."""
    async with database.begin() as session:
        connection = await session.connection()
        await connection.execute(update(_table(Task)).values(due_at=at))
        await connection.execute(update(_table(Reminder)).values(fire_at=at, occurrence_at=at))


def _table(model: type[object]) -> Table:
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table
