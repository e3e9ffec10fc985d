"""Repeating tasks that nobody answered: they move on when their next occurrence reminds.

A waiting row of the next occurrence is what makes a task move on, so it comes as surely as any
reminder. After a downtime a task is about the latest occurrence that has come: none pile up.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import exists
from sqlalchemy.orm import selectinload
from sqlmodel import col, select

from storage.database import is_postgresql
from storage.history.changed import Changed
from storage.history.recording import recorded
from storage.models import Action, PushKind, Reminder, Task
from storage.models.pushes import OF_PEOPLE
from storage.people.asking import ByTheClock
from storage.pushes.kinds import WAITING
from storage.pushes.outcomes import put_off
from storage.pushes.plans.tasks import later_of, planned, planned_after, repeat_of, replan_tasks
from storage.pushes.recipients import recipients_of
from storage.pushes.rows import slot_of
from storage.rules.missed import following, latest
from storage.tasks.finish import begin
from storage.tasks.parts import read, selected
from storage.tasks.takers import load_takers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.pushes.claims import Claim
    from storage.pushes.recipients import Recipient
    from storage.pushes.rows import NewPush
    from storage.rules.due import Due

CLOCKS = timedelta(hours=2)  # more than clocks change between a reminder and its due
AT_ONCE = 500  # tasks that are planned in one transaction
SOON = timedelta(seconds=1)  # before a task that somebody is changing is looked at again


async def move_on(session: AsyncSession, claimed: Claim, *, now: datetime) -> bool:
    """Let the tasks of a claim be about the occurrences that have come. False: the claim is given
    back, and is to be made again."""
    if claimed.row.kind in OF_PEOPLE:
        return True
    ids = {row.task_id for row in claimed.rows if row.task_id is not None}
    about = await _repeating(session, ids, claimed)
    if not about:
        return True
    if len(await _locked(session, about)) < len(about):
        await put_off(session, claimed, now + SOON, failed=False)
        return False
    moved = [task for task in await _whole(session, about) if await _moves(session, task, now=now)]
    if not moved or (len(claimed.rows) > 1 and not claimed.together):
        return True  # a digest names tasks as they are by now
    by_key = {task.id: task for task in moved}
    stay = [
        await _stands_for(session, row, by_key[row.task_id], now=now)
        for row in claimed.rows
        if row.task_id in by_key
    ]
    if not all(stay):
        await put_off(session, claimed, now, failed=False)
    return all(stay)


async def pass_over(session: AsyncSession, task: Task, *, now: datetime) -> None:
    """A reminder that something else tells: its task moves on all the same."""
    if _may_move(task) and await _locked(session, [task.id]):
        for whole in await _whole(session, [task.id]):
            await _moves(session, whole, now=now)


async def _repeating(session: AsyncSession, ids: set[UUID], claimed: Claim) -> Sequence[UUID]:
    """Those of these tasks that may have to move on."""
    if claimed.task is not None:
        return [claimed.task.id] if _may_move(claimed.task) else []
    if not ids:
        return []
    tasks = (await session.exec(select(Task).where(col(Task.id).in_(ids)))).all()
    return [task.id for task in tasks if _may_move(task)]


def _may_move(task: Task) -> bool:
    is_live = not task.is_done and not task.is_deleted and task.due_at is not None
    return is_live and task.repeat is not None and task.repeat["anchor"] == "schedule"


async def _locked(session: AsyncSession, ids: Sequence[UUID]) -> Sequence[UUID]:
    """Those of these tasks that nobody else is changing. The worker holds its rows by now: whoever
    changes a task waits for them, and is not waited for."""
    if not is_postgresql(session):
        return ids
    query = select(Task.id).where(col(Task.id).in_(ids))
    return (await session.exec(query.with_for_update(key_share=True, skip_locked=True))).all()


async def _whole(session: AsyncSession, ids: Sequence[UUID]) -> Sequence[Task]:
    """These tasks with their parts, as they are now."""
    query = selected(col(Task.id).in_(ids)).execution_options(populate_existing=True)
    tasks = [task for task in (await read(session, query)).tasks if _may_move(task)]
    await load_takers(session, tasks)
    return tasks


async def _moves(session: AsyncSession, task: Task, *, now: datetime) -> bool:
    """Let a task be about the latest occurrence that reminds by now; whether there is one."""
    recipients = (await recipients_of(session, [task])).get(task.id, [])
    due = _latest(task, recipients, now=now)
    if due is None:
        return False
    with recorded(session, task, Action.MISS, ByTheClock(task.chat_id, now)):
        begin(session, task, due, by=None, is_missed=True)
    return True


def _latest(task: Task, recipients: Sequence[Recipient], *, now: datetime) -> Due | None:
    due, repeat = task.due, repeat_of(task)
    if due is None or repeat is None:
        return None
    current = later_of(task, due)

    def reminds_at(one: Due) -> datetime | None:
        rows = [row.fire_at for to in recipients for row in planned_after(task, one, to)]
        return min(rows, default=None)

    def has_come(one: Due) -> bool:
        first = reminds_at(one)
        return first is not None and first <= now

    ahead = following(repeat, current, now=now)
    early = reminds_at(ahead) if ahead else None
    is_before = ahead is not None and early is not None and early < ahead.at
    until = now + (ahead.at - early) + CLOCKS if ahead and early and is_before else now
    return latest(repeat, after=current.at, until=until, has_come=has_come)


async def plan_silent(
    session: AsyncSession, *, now: datetime, after: UUID | None = None
) -> UUID | None:
    """Plan the next reminders of late repeating tasks that have none, as those that were missed
    before Dueto let them move on. Return the key of the last one that was looked at, None for the
    end."""
    waits = exists().where(
        col(Reminder.task_id) == col(Task.id),
        col(Reminder.state).in_(WAITING),
        col(Reminder.occurrence_at) > col(Task.due_at),
    )
    query = (
        select(Task)
        .where(
            col(Task.repeat).is_not(None),
            col(Task.due_at) < now,
            col(Task.completed_at).is_(None),
            col(Task.deleted_at).is_(None),
            ~waits,
        )
        .options(selectinload(Task.assignees))  # type: ignore[arg-type]
        .order_by(col(Task.id))
        .limit(AT_ONCE)
    )
    if after is not None:
        query = query.where(col(Task.id) > after)
    tasks = (await session.exec(query)).all()
    await replan_tasks(session, [Changed(task, now) for task in tasks if _may_move(task)])
    return tasks[-1].id if tasks else None


async def _stands_for(session: AsyncSession, row: Reminder, task: Task, *, now: datetime) -> bool:
    """Let the claimed row remind of what its task is about now, unless another row does."""
    if row.occurrence_at == task.due_at:
        return True
    rows = (await session.exec(select(Reminder).where(Reminder.task_id == task.id))).all()
    known = {other.slot: other for other in rows if other.id != row.id}
    if row.kind == PushKind.TASK:
        planned = [one for one in await _planned(session, task, row) if one.fire_at <= now]
        if planned:
            row.key, row.fire_at = planned[-1].key, planned[-1].fire_at
    row.occurrence_at = task.due_at or row.occurrence_at
    row.slot = slot_of(row)
    is_told = any(
        other.chat_id == row.chat_id
        and other.occurrence_at == task.due_at
        and other.state in WAITING
        and other.fire_at <= now
        for other in known.values()
    )
    if is_told or row.kind == PushKind.NAG or row.slot in known or row.fire_at > now:
        await session.delete(row)
        return False
    return True


async def _planned(session: AsyncSession, task: Task, row: Reminder) -> Sequence[NewPush]:
    """The rows of a task's present occurrence in the chat of a row."""
    recipients = (await recipients_of(session, [task])).get(task.id, [])
    return [one for to in recipients if to.chat.id == row.chat_id for one in planned(task, to)]
