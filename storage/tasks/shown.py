"""The open tasks of a list, as its board shows them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam
from sqlmodel import col

from storage.models import Chat, Task
from storage.tasks.lists import is_open
from storage.tasks.parts import By, Select, listed, read

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession


async def open_tasks(
    session: AsyncSession, chat: Chat, topic: int, *, limit: int
) -> tuple[tuple[Task, ...], int]:
    """The first open tasks of a list, by when they are due, and how many there are; for its board,
    which all of the chat may see."""
    values = {"here": chat.id, "topic": topic}
    found = await read(session, _all_open(), **values, limit=limit, first=0)
    return found.tasks, found.total


@cache
def _all_open() -> Select:
    here = and_(
        col(Task.chat_id) == bindparam("here"),
        col(Task.topic) == bindparam("topic"),
        is_open(),
    )
    return listed(here, (By(col(Task.due_at)), By(col(Task.number))))
