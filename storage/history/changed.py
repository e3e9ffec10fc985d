"""The tasks and habits that a transaction changes, and whom it assigns them to: their pushes are
planned before its commit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import Habit, Task, User

About = TypeVar("About", "Task", "Habit")


@dataclass(frozen=True, slots=True)
class Changed(Generic[About]):
    """A changed task or habit, and when it was changed.

    The object itself is kept, so that planning does not read it again: a session forgets what
    nobody holds. `is_new`: this transaction has added it, so there are no pushes about it yet.
    `batch`: the deed that has changed it; messages that it closes ask again when it is taken back.
    """

    about: About
    now: datetime
    is_new: bool = False
    batch: UUID | None = None


def changed_tasks(session: AsyncSession) -> dict[UUID, Changed[Task]]:
    """The tasks that this transaction has changed, by their keys, with their parts loaded."""
    changed: dict[UUID, Changed[Task]] = session.info.setdefault("changed_tasks", {})
    return changed


def changed_habits(session: AsyncSession) -> dict[UUID, Changed[Habit]]:
    """The habits that this transaction has changed, or whose entries or members it has changed."""
    changed: dict[UUID, Changed[Habit]] = session.info.setdefault("changed_habits", {})
    return changed


def changed_lists(session: AsyncSession) -> dict[tuple[UUID, int], datetime]:
    """The lists of tasks that this transaction has changed, by chat and topic, and when."""
    changed: dict[tuple[UUID, int], datetime] = session.info.setdefault("changed_lists", {})
    return changed


def list_changed(session: AsyncSession, task: Task, *, now: datetime) -> None:
    """Let the board of a task's list be shown again, if it has one."""
    changed_lists(session)[task.chat_id, task.topic] = now


def added_tasks(session: AsyncSession) -> set[UUID]:
    """The tasks that this transaction has added: nobody else knows them yet."""
    added: set[UUID] = session.info.setdefault("added_tasks", set())
    return added


@dataclass(frozen=True, slots=True)
class NewAssignment:
    """A task was assigned to a person `by` another, who is None if nobody knows."""

    user_id: UUID
    by: UUID | None


def new_assignments(session: AsyncSession) -> dict[UUID, list[NewAssignment]]:
    """Whom this transaction has assigned tasks to, by the task's key: they may be told."""
    made: dict[UUID, list[NewAssignment]] = session.info.setdefault("new_assignments", {})
    return made


def note_assigned(
    session: AsyncSession, task: Task, users: Iterable[User], *, by: UUID | None
) -> None:
    """Note those of these people whose the task has not been: they are told of it by a push."""
    made = new_assignments(session).setdefault(task.id, [])
    made += [NewAssignment(user.id, by) for user in users if user not in task.assignees]


def undone_batches(session: AsyncSession) -> set[UUID]:
    """The deeds that this transaction takes back: what they had closed asks again."""
    undone: set[UUID] = session.info.setdefault("undone_batches", set())
    return undone


def task_changed(
    session: AsyncSession,
    task: Task,
    *,
    now: datetime,
    is_new: bool = False,
    batch: UUID | None = None,
) -> None:
    """Let the pushes of a task, whose parts are loaded, be planned before the commit."""
    _note(changed_tasks(session), Changed(task, now, is_new, batch))


def habit_changed(
    session: AsyncSession,
    habit: Habit,
    *,
    now: datetime,
    is_new: bool = False,
    batch: UUID | None = None,
) -> None:
    """Let the pushes of a habit be planned before the commit."""
    _note(changed_habits(session), Changed(habit, now, is_new, batch))


def _note(changed: dict[UUID, Changed[About]], new: Changed[About]) -> None:
    before = changed.get(new.about.id)
    if before is not None:
        batch = new.batch or before.batch
        new = Changed(new.about, new.now, new.is_new or before.is_new, batch)
    changed[new.about.id] = new
