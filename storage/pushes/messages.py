"""What the message of a push is to say by now: that it asks, or what was done instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.history.facts import from_iso
from storage.models import Change, Reminder
from storage.models.pushes import OF_PEOPLE
from storage.pushes.contents import habit_push
from storage.pushes.people import ToldTask, holds, is_of_people
from storage.pushes.plans.tasks import asks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import Task
    from storage.pushes.claims import Claim

LOOKED_BACK = 20  # changes of a task


async def still_asks(session: AsyncSession, claimed: Claim, *, now: datetime) -> bool:
    """Whether a message that was sent is to have its buttons: what it is about is to be done, was
    not put off, and no later message asks for it."""
    row, task = claimed.row, claimed.task
    if row.habit_id is not None:
        push = await habit_push(session, row, claimed.to, now=now)
        if push is None or not push.habit.is_live or not push.asked:
            return False
        until = push.habit.snoozed_until(row.chat_id)
        return until is None or row.sent_at is None or until <= row.sent_at
    if task is None or not asks(row, task, claimed.to.person):
        return False
    return is_of_people(row) or not await _has_later(session, row)


async def told_tasks(
    session: AsyncSession, rows: Sequence[Reminder], tasks: Mapping[UUID, Task]
) -> list[ToldTask]:
    """What pushes about whose tasks are have to say by now."""
    return [await _told(session, row, tasks.get(row.task_id or row.id)) for row in rows]


async def _told(session: AsyncSession, row: Reminder, task: Task | None) -> ToldTask:
    if task is None or holds(row, task):
        return ToldTask(row, task, holds=task is not None)
    has_moved = task.repeat is not None and not task.is_done and not task.is_deleted
    answer = await answered_by(session, row) if has_moved else None
    return ToldTask(row, task, holds=False, answer=answer)


async def _has_later(session: AsyncSession, row: Reminder) -> bool:
    later = select(Reminder.id).where(
        Reminder.task_id == row.task_id,
        Reminder.chat_id == row.chat_id,
        Reminder.id != row.id,
        col(Reminder.kind).not_in(OF_PEOPLE),
        col(Reminder.message_id).is_not(None),
        col(Reminder.sent_at) > row.sent_at,
    )
    return (await session.exec(later.limit(1))).first() is not None


async def answered_by(session: AsyncSession, row: Reminder) -> Change | None:
    """The change that took a task on from the occurrence that a push is about."""
    query = (
        select(Change)
        .where(Change.task_id == row.task_id, col(Change.undone_at).is_(None))
        .order_by(col(Change.id).desc())
        .limit(LOOKED_BACK)
    )
    for change in (await session.exec(query)).all():
        before, after = change.before.get("due"), change.after.get("due")
        if before and before != after and from_iso(before[0]) == row.occurrence_at:
            return change
    return None
