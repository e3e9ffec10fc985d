"""A document beside a chat's list: what of it is there already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from sqlmodel import col, select

from storage.models import Change, Habit, Task
from storage.rules.folding import searchable_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import Chat
    from storage.transfer.documents import Document, ExportedTask

AT_ONCE = 500  # titles of one statement

# title, due, done when; of what is a repeat too: it is due again and again
Known: TypeAlias = "tuple[str, datetime | None, datetime | None]"


@dataclass(frozen=True, slots=True)
class Compared:
    """What of a document is new in a list, and how many of its tasks and habits are there
    already."""

    document: Document
    known_tasks: int = 0
    known_habits: int = 0

    @property
    def is_new(self) -> bool:
        """Whether there is anything to put in."""
        return bool(self.document.tasks or self.document.habits)


async def compare(session: AsyncSession, document: Document, *, chat: Chat) -> Compared:
    """Leave out what a chat's list has: a task of the same title that is due, or was done, at the
    same time; a habit of the same name. What is in the trash here is no reason."""
    tasks = [task for task in document.tasks if task.deleted_at is None]
    here = await _tasks_here(session, {task.title for task in tasks}, chat.id)
    names = await _habits_here(session, chat.id)
    new_tasks = [t for t in document.tasks if t.deleted_at is not None or _key(t) not in here]
    new_habits = [
        habit
        for habit in document.habits
        if habit.deleted_at is not None or searchable_name(habit.name) not in names
    ]
    left = document.model_copy(update={"tasks": new_tasks, "habits": new_habits})
    return Compared(
        left,
        len(document.tasks) - len(new_tasks),
        len(document.habits) - len(new_habits),
    )


async def is_done(session: AsyncSession, batch: UUID, *, chat: Chat) -> bool:
    """Whether a deed has been done in a chat, even if it was taken back since."""
    query = select(Change.id).where(Change.batch == batch, Change.chat_id == chat.id).limit(1)
    return (await session.exec(query)).first() is not None


def _key(task: ExportedTask) -> Known:
    return task.title, task.due_at, task.completed_at


async def _tasks_here(session: AsyncSession, titles: Iterable[str], chat_id: UUID) -> set[Known]:
    found: set[Known] = set()
    for some in _portions(sorted(titles)):
        query = select(Task.title, Task.due_at, Task.completed_at).where(
            Task.chat_id == chat_id, col(Task.deleted_at).is_(None), col(Task.title).in_(some)
        )
        found |= set((await session.exec(query)).all())
    return found


async def _habits_here(session: AsyncSession, chat_id: UUID) -> set[str]:
    query = select(Habit.searchable).where(
        Habit.chat_id == chat_id, col(Habit.deleted_at).is_(None)
    )
    return set((await session.exec(query)).all())


def _portions(titles: Sequence[str]) -> list[Sequence[str]]:
    return [titles[first : first + AT_ONCE] for first in range(0, len(titles), AT_ONCE)]
