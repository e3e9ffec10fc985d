"""The tasks and habits that a transaction changes: their pushes are planned before its commit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import Habit, Task

About = TypeVar("About", "Task", "Habit")


@dataclass(frozen=True, slots=True)
class Changed(Generic[About]):
    """A changed task or habit, and when it was changed.

    The object itself is kept, so that planning does not read it again: a session forgets what
    nobody holds. `is_new`: this transaction has added it, so there are no pushes about it yet.
    """

    about: About
    now: datetime
    is_new: bool = False


def changed_tasks(session: AsyncSession) -> dict[UUID, Changed[Task]]:
    """The tasks that this transaction has changed, by their keys, with their parts loaded."""
    changed: dict[UUID, Changed[Task]] = session.info.setdefault("changed_tasks", {})
    return changed


def changed_habits(session: AsyncSession) -> dict[UUID, Changed[Habit]]:
    """The habits that this transaction has changed, or whose entries or members it has changed."""
    changed: dict[UUID, Changed[Habit]] = session.info.setdefault("changed_habits", {})
    return changed


def task_changed(session: AsyncSession, task: Task, *, now: datetime, is_new: bool = False) -> None:
    """Let the pushes of a task, whose parts are loaded, be planned before the commit."""
    _note(changed_tasks(session), task, now=now, is_new=is_new)


def habit_changed(
    session: AsyncSession, habit: Habit, *, now: datetime, is_new: bool = False
) -> None:
    """Let the pushes of a habit be planned before the commit."""
    _note(changed_habits(session), habit, now=now, is_new=is_new)


def _note(
    changed: dict[UUID, Changed[About]], about: About, *, now: datetime, is_new: bool
) -> None:
    before = changed.get(about.id)
    was_new = before is not None and before.is_new
    changed[about.id] = Changed(about, now, is_new or was_new)
