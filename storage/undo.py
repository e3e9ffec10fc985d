"""Taking back what a person changed: a whole command at once, up to 24 hours later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.errors import ChangedSince, NothingToUndo
from storage.finding import get_task
from storage.history import Deed, recorded, snapshot
from storage.models import Action, Change, Chat, Membership, Standing, Task, User
from storage.tasks import put_checklist, put_tags

UNDO_LASTS = timedelta(hours=24)


async def undo_last(session: AsyncSession, *, chat: Chat, deed: Deed) -> list[tuple[Action, Task]]:
    """Take back the asker's last command in this chat; the tasks it had changed, as they are now.

    Raises NothingToUndo, or ChangedSince if a task was changed again by somebody else.
    """
    own = (col(Change.chat_id) == chat.id, col(Change.user_id) == deed.asker.user_id)
    last = await _changes(session, *own, deed=deed, limit=1)
    if not last:
        raise NothingToUndo
    return await undo_batch(session, last[0].batch, deed=deed)


async def undo_batch(
    session: AsyncSession, batch: UUID, *, deed: Deed
) -> list[tuple[Action, Task]]:
    """Take back one command of the asker's. Raises as `undo_last` does."""
    mine = (col(Change.batch) == batch, col(Change.user_id) == deed.asker.user_id)
    changes = await _changes(session, *mine, deed=deed)
    if not changes:
        raise NothingToUndo
    return [await _take_back(session, change, deed) for change in changes]


async def _changes(
    session: AsyncSession, *conditions: ColumnElement[bool], deed: Deed, limit: int | None = None
) -> Sequence[Change]:
    query = (
        select(Change)
        .where(
            *conditions,
            col(Change.undone_at).is_(None),
            Change.action != Action.UNDO,
            Change.created_at > deed.now - UNDO_LASTS,
        )
        .order_by(col(Change.id).desc())
        .limit(limit)
        .with_for_update()
    )
    return (await session.exec(query)).all()


async def _take_back(session: AsyncSession, change: Change, deed: Deed) -> tuple[Action, Task]:
    task = await get_task(session, change.task_id, asker=deed.asker)
    if await _changed_since(session, change, task):
        raise ChangedSince(task.number)
    with recorded(session, task, Action.UNDO, deed):
        await _apply(session, task, change.before, deed)
    change.undone_at = deed.now
    return Action(change.action), task


async def _changed_since(session: AsyncSession, change: Change, task: Task) -> bool:
    current = snapshot(task)
    if any(current[key] != value for key, value in change.after.items()):
        return True
    if change.action != Action.ADD:
        return False
    others = select(Change.id).where(
        Change.task_id == task.id,
        col(Change.user_id).is_distinct_from(change.user_id),
        Change.action != Action.UNDO,
        col(Change.undone_at).is_(None),
    )
    return (await session.exec(others.limit(1))).first() is not None


async def _apply(session: AsyncSession, task: Task, facts: dict[str, Any], deed: Deed) -> None:
    for key in ("title", "notes", "status", "priority", "repeat", "reminders", "nag_minutes"):
        if key in facts:
            setattr(task, key, facts[key])
    if "due" in facts:
        at, task.due_zone, on = facts["due"] or (None, None, None)
        task.due_at, task.due_on = _moment(at), date.fromisoformat(on) if on else None
    if "completed_at" in facts:
        task.completed_at = _moment(facts["completed_at"])
    if "completed_by" in facts:
        task.completed_by = _key(facts["completed_by"])
    if "deleted_at" in facts:
        task.deleted_at = deed.now if facts["deleted_at"] else None
    await _apply_parts(session, task, facts)


async def _apply_parts(session: AsyncSession, task: Task, facts: dict[str, Any]) -> None:
    if "tags" in facts:
        await put_tags(session, task, facts["tags"])
    if "checklist" in facts:
        put_checklist(task, facts["checklist"])
    if "assignees" in facts:
        ids = [UUID(key) for key in facts["assignees"]]
        task.assignees = await _still_here(session, task.chat_id, ids)


async def _still_here(session: AsyncSession, chat_id: UUID, ids: Sequence[UUID]) -> list[User]:
    """Those of these people who have not left the chat since."""
    query = (
        select(User)
        .join(Membership, col(Membership.user_id) == col(User.id))
        .where(
            col(User.id).in_(ids),
            Membership.chat_id == chat_id,
            Membership.standing != Standing.GONE,
        )
    )
    return list((await session.exec(query)).all())


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _key(text: str | None) -> UUID | None:
    return UUID(text) if text else None
