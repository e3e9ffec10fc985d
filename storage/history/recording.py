"""Who did what, when, and what was there before: the rows that `/undo` and `/history` read."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlmodel import col, select

from storage.history.changed import added_tasks, habit_changed, list_changed, task_changed
from storage.history.facts import due_of, to_iso
from storage.history.kinds import KINDS, Moments, Recordable
from storage.models import Action, Change, Habit, Task, User
from storage.people.access import visible_to
from storage.people.asking import Deed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import ByTheClock, Where
    from storage.rules.due import Due


@contextmanager
def recorded(
    session: AsyncSession, thing: Recordable, action: Action, deed: Deed | ByTheClock
) -> Iterator[None]:
    """Record what the block changes in a thing as one row of history; no row for no change."""
    kind = KINDS[type(thing)]
    before = kind.facts(thing)
    yield
    after = kind.facts(thing)
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    if not keys:
        return
    kind.follow(session, thing, keys, deed)
    _keep(
        session,
        thing,
        action,
        deed,
        before={key: before.get(key) for key in keys},
        after={key: after.get(key) for key in keys},
    )


def record_added(session: AsyncSession, thing: Task | Habit, deed: Deed) -> None:
    """Record the first row of a thing's history. Undo puts a task into the trash by it, and
    deletes a habit."""
    if isinstance(thing, Habit):
        habit_changed(session, thing, now=deed.now, is_new=True)
    else:
        added_tasks(session).add(thing.id)
        if thing.due_at is not None:
            task_changed(session, thing, now=deed.now, is_new=True)
    gone = {"deleted_at": to_iso(deed.now)}
    _keep(session, thing, Action.ADD, deed, before=gone, after={"deleted_at": None})


def _keep(
    session: AsyncSession,
    thing: Recordable,
    action: Action,
    deed: Deed | ByTheClock,
    *,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> None:
    """Add the row. It belongs to the chat of the command: there it is taken back."""
    for task in _tasks_of(thing):
        list_changed(session, task, now=deed.now)
    about = KINDS[type(thing)].columns(thing)
    session.add(
        Change(
            chat_id=deed.asker.chat_id if isinstance(deed, Deed) else deed.chat_id,
            task_id=about.get("task_id"),
            habit_id=about.get("habit_id"),
            batch=deed.batch,
            user_id=deed.asker.user_id if isinstance(deed, Deed) else None,
            action=action,
            before=dict(before),
            after=dict(after),
            created_at=deed.now,
        )
    )


def _tasks_of(thing: Recordable) -> Sequence[Task]:
    """The tasks that a change is about."""
    if isinstance(thing, Moments):
        return thing.tasks
    return (thing,) if isinstance(thing, Task) else ()


def record_moments(
    session: AsyncSession, deed: Deed, before: Mapping[str, Any], after: Mapping[str, Any]
) -> None:
    """Record that many tasks are due at other moments, because their chat has moved."""
    _keep(session, Moments(()), Action.MOVE, deed, before=before, after=after)


async def batch_of_adding(session: AsyncSession, task: Task) -> UUID | None:
    """The deed that added a task, None once it is taken back."""
    query = select(Change.batch).where(
        Change.task_id == task.id, Change.action == Action.ADD, col(Change.undone_at).is_(None)
    )
    return (await session.exec(query)).first()


@dataclass(frozen=True, slots=True)
class Completion:
    """An occurrence of a task that was done: by whom, in which deed, and when it was due."""

    batch: UUID
    user_id: UUID | None
    due: Due | None


async def completions_since(
    session: AsyncSession, tasks: Iterable[Task], since: datetime
) -> dict[UUID, Completion]:
    """Which of these tasks, read through `visible_to`, were done since a moment, and it was not
    taken back: the newest time of each, by the task's key."""
    query = (
        select(Change)
        .where(
            col(Change.task_id).in_([task.id for task in tasks]),
            Change.action == Action.COMPLETE,
            col(Change.undone_at).is_(None),
            Change.created_at >= since,
        )
        .order_by(col(Change.id))
    )
    return {
        change.task_id: Completion(change.batch, change.user_id, due_of(change.before.get("due")))
        for change in (await session.exec(query)).all()
        if change.task_id is not None
    }


async def moved_on_since(session: AsyncSession, task: Task, since: datetime) -> bool:
    """Whether a repeating task, read through `visible_to`, has come to another occurrence since a
    moment, and nobody has undone that."""
    query = select(Change.id).where(
        Change.task_id == task.id,
        col(Change.action).in_((Action.COMPLETE, Action.SKIP, Action.MISS)),
        col(Change.undone_at).is_(None),
        Change.created_at > since,
    )
    return (await session.exec(query.limit(1))).first() is not None


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


async def list_history(
    session: AsyncSession, where: Where, *, limit: int = 20
) -> list[tuple[Change, User | None, Task]]:
    """The newest rows of history of a list's tasks with who did them, newest first. A task's
    parts are not loaded."""
    query = (
        select(Change, User, Task)
        .join(Task, col(Task.id) == col(Change.task_id))
        .outerjoin(User, col(User.id) == col(Change.user_id))
        .where(visible_to(where.asker), Task.chat_id == where.chat.id, Task.topic == where.topic)
        .order_by(col(Change.id).desc())
        .limit(limit)
    )
    return [(change, user, task) for change, user, task in (await session.exec(query)).all()]


async def assignees_in(session: AsyncSession, changes: Iterable[Change]) -> dict[str, str]:
    """The names of those whom these changes have assigned or unassigned, by their keys as history
    has them. No statement where there are none."""
    facts = [kept.get("assignees") or () for one in changes for kept in (one.before, one.after)]
    keys = {UUID(one) for kept in facts for one in kept if not one.startswith("@")}
    if not keys:
        return {}
    query = select(User.id, User.name).where(col(User.id).in_(keys))
    return {key.hex: name for key, name in (await session.exec(query)).all()}
