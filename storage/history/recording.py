"""Who did what to a task or habit, when, and what was there before: what `/undo` and `/history`
read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from uuid_utils.compat import uuid7

from storage.history.changed import habit_changed, task_changed
from storage.models import Action, Change, Habit, Task, User
from storage.people.access import Asker
from storage.rules.folding import searchable_name, words


@dataclass(frozen=True, slots=True)
class Deed:
    """One command of one person: its changes share a batch and are taken back together."""

    asker: Asker
    now: datetime
    batch: UUID = field(default_factory=uuid7)


# what of a task decides when it is reminded of, where, and whether
PUSHED_ABOUT = frozenset({"due", "status", "deleted_at", "assignees", "reminders", "nag_minutes"})


def snapshot(task: Task) -> dict[str, Any]:
    """Everything of a task that a person can change, as JSON."""
    return {
        "title": task.title,
        "notes": task.notes,
        "status": task.status,
        "priority": task.priority,
        "due": _due(task),
        "repeat": task.repeat,
        "reminders": task.reminders,
        "nag_minutes": task.nag_minutes,
        # sorted here: databases and people order them differently, which is no change
        "tags": sorted(tag.name for tag in task.tags),
        "assignees": sorted(user.id.hex for user in task.assignees),
        "checklist": [[item.text, item.is_done] for item in task.checklist],
        "completed_at": _iso(task.completed_at),
        "completed_by": task.completed_by.hex if task.completed_by else None,
        "deleted_at": _iso(task.deleted_at),
    }


def _iso(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat() if at else None


def _due(task: Task) -> list[Any] | None:
    """The moment, the zone, and of a whole day the day."""
    on = task.due_on.isoformat() if task.due_on else None
    return [_iso(task.due_at), task.due_zone, on] if task.due_at else None


@contextmanager
def recorded(session: AsyncSession, task: Task, action: Action, deed: Deed) -> Iterator[None]:
    """Keep what the block changes in the task as one row of history; nothing changed, no row."""
    all_before = snapshot(task)
    yield
    before, after = _changes(all_before, snapshot(task))
    if not after:
        return
    task.updated_at = deed.now
    task.searchable = searchable(task)
    if PUSHED_ABOUT.intersection(after):
        task_changed(session, task, now=deed.now)
    keep_change(session, task, action, deed, before=before, after=after)


def _changes(
    before: dict[str, Any], after: dict[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What differs between two snapshots: as it was, and as it is."""
    keys = [key for key in after if after[key] != before[key]]
    return {key: before[key] for key in keys}, {key: after[key] for key in keys}


def record_added(session: AsyncSession, task: Task, deed: Deed) -> None:
    """The first row of a task's history. Taking it back puts the task into the trash."""
    if task.due_at is not None:
        task_changed(session, task, now=deed.now, is_new=True)
    _keep_adding(session, task, deed)


def habit_snapshot(habit: Habit) -> dict[str, Any]:
    """Everything of a habit itself that a person can change, as JSON."""
    return {
        "name": habit.name,
        "recurring_schedule": habit.recurring_schedule,
        "goal": [habit.target, habit.unit, habit.direction],
        "colour": habit.colour,
        "position": habit.position,
        "archived_at": _iso(habit.archived_at),
        "deleted_at": _iso(habit.deleted_at),
    }


@contextmanager
def recorded_habit(
    session: AsyncSession, habit: Habit, action: Action, deed: Deed
) -> Iterator[None]:
    """Keep what the block changes in the habit itself, as `recorded` does of a task."""
    all_before = habit_snapshot(habit)
    yield
    before, after = _changes(all_before, habit_snapshot(habit))
    if not after:
        return
    habit.updated_at = deed.now
    habit.searchable = searchable_name(habit.name)
    habit_changed(session, habit, now=deed.now)
    keep_change(session, habit, action, deed, before=before, after=after)


def record_habit_added(session: AsyncSession, habit: Habit, deed: Deed) -> None:
    """The first row of a habit's history. Taking it back deletes the habit."""
    habit_changed(session, habit, now=deed.now, is_new=True)
    _keep_adding(session, habit, deed)


def _keep_adding(session: AsyncSession, about: Task | Habit, deed: Deed) -> None:
    gone = {"deleted_at": _iso(deed.now)}
    keep_change(session, about, Action.ADD, deed, before=gone, after={"deleted_at": None})


def keep_change(
    session: AsyncSession,
    about: Task | Habit | None,
    action: Action,
    deed: Deed,
    *,
    before: dict[str, Any],
    after: dict[str, Any],
) -> None:
    """Add a row of history about a task, a habit, or (None) the person themselves.

    A task's belongs to the task's chat, others to the chat where they were done.
    """
    task = about if isinstance(about, Task) else None
    session.add(
        Change(
            batch=deed.batch,
            chat_id=task.chat_id if task else deed.asker.chat_id,
            task_id=task.id if task else None,
            habit_id=about.id if isinstance(about, Habit) else None,
            user_id=deed.asker.user_id,
            action=action,
            before=before,
            after=after,
            created_at=deed.now,
        )
    )


def searchable(task: Task) -> str:
    """What search looks in: the folded words of the title, then of notes, tags and checklist.

    Each word has a space on both sides; one line break parts the title from the rest.
    """
    rest = [task.notes, *(tag.name for tag in task.tags), *(item.text for item in task.checklist)]
    return f" {' '.join(words(task.title))} \n {' '.join(words(' '.join(rest)))} "


async def batch_of_adding(session: AsyncSession, task: Task) -> UUID | None:
    """The deed that added a task, None once it is taken back."""
    query = select(Change.batch).where(
        Change.task_id == task.id, Change.action == Action.ADD, col(Change.undone_at).is_(None)
    )
    return (await session.exec(query)).first()


async def task_history(
    session: AsyncSession, task: Task, *, limit: int = 20
) -> list[tuple[Change, User | None]]:
    """The newest rows of a task's history with who did them, newest first.

    `task` was read through `visible_to`, so its history may be read too.
    """
    query = (
        select(Change, User)
        .outerjoin(User, col(User.id) == col(Change.user_id))
        .where(Change.task_id == task.id)
        .order_by(col(Change.id).desc())
        .limit(limit)
    )
    return [(change, user) for change, user in (await session.exec(query)).all()]
