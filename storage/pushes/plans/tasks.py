"""Reminders of tasks: one row for each offset before or after the due moment, then nags."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.models import PushKind, PushState, Reminder, Task
from storage.pushes.kinds import WAITING
from storage.pushes.recipients import Recipient, recipients_of
from storage.pushes.rows import close, insert, new_push
from storage.rules.offsets import Offset, Planned, next_nag, plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.history.changed import Changed

AT_ONCE = 500  # keys in one statement, whose parameters are limited


async def replan_tasks(session: AsyncSession, changed: Sequence[Changed[Task]]) -> None:
    """Make the rows of these tasks what their due dates, offsets and states ask for.

    Their assignees have to be loaded.
    """
    rows = await _rows_of(session, [one.about for one in changed if not one.is_new])
    live = [one.about for one in changed if _is_live(one.about)]
    recipients = await recipients_of(session, live)
    for one in changed:
        about, to = one.about, recipients.get(one.about.id, [])
        await _replan(session, about, rows.get(about.id, []), to, now=one.now)
        await session.flush()
        for each in to:
            await plan_nag(session, about, each, now=one.now)


async def _rows_of(session: AsyncSession, tasks: Sequence[Task]) -> dict[UUID, list[Reminder]]:
    rows: dict[UUID, list[Reminder]] = {}
    for first in range(0, len(tasks), AT_ONCE):
        ids = [task.id for task in tasks[first : first + AT_ONCE]]
        query = select(Reminder).where(col(Reminder.task_id).in_(ids))
        for row in (await session.exec(query)).all():
            if row.task_id is not None:
                rows.setdefault(row.task_id, []).append(row)
    return rows


async def _replan(
    session: AsyncSession,
    task: Task,
    rows: Sequence[Reminder],
    recipients: Sequence[Recipient],
    *,
    now: datetime,
) -> None:
    to = {each.chat.id: each for each in recipients}
    wanted = _wanted(task, rows, recipients)
    for row in rows:
        await _fit(session, row, task, wanted.get(row.slot), to.get(row.chat_id), now=now)
    known = {row.slot for row in rows}
    for slot, row in wanted.items():
        if slot not in known and Planned(row.key, row.fire_at).is_ahead(now=now):
            await insert(session, row)


def _wanted(
    task: Task, rows: Sequence[Reminder], recipients: Sequence[Recipient]
) -> dict[str, Reminder]:
    """The rows that the task asks for, by their slots; none before the end of a snooze."""
    snoozed = {row.chat_id: row.fire_at for row in rows if _is_snooze(row, task)}
    planned = [row for to in recipients for row in _planned(task, to)]
    return {
        row.slot: row
        for row in planned
        if row.chat_id not in snoozed or row.fire_at > snoozed[row.chat_id]
    }


async def _fit(
    session: AsyncSession,
    row: Reminder,
    task: Task,
    wanted: Reminder | None,
    to: Recipient | None,
    *,
    now: datetime,
) -> None:
    """Update a row that is still wanted; delete it, or close its message, if it is not."""
    if row.state == PushState.SENT and not _is_current(row, task):
        close(row, now=now)
    if row.state not in WAITING:
        return
    if wanted is not None:
        _move(row, wanted, to, now=now)
    elif not (_is_snooze(row, task) or (to and _is_nag(row, task))):
        await session.delete(row)


def _move(row: Reminder, wanted: Reminder, to: Recipient | None, *, now: datetime) -> None:
    """Give a row the wanted moment. A row that is due already waits for its turn, or for the end
    of quiet hours, which new settings may have made earlier."""
    ready_at = to.quiet.end_of(now) if to and to.quiet else now
    row.fire_at = wanted.fire_at if wanted.fire_at > now else min(row.fire_at, ready_at)
    row.on_purpose = wanted.on_purpose
    if row.chat_id == wanted.chat_id:  # a push for a group may have been passed to its creator
        row.topic = wanted.topic


def _is_snooze(row: Reminder, task: Task) -> bool:
    return row.kind == PushKind.SNOOZE and row.state in WAITING and _is_current(row, task)


def _is_nag(row: Reminder, task: Task) -> bool:
    return row.kind == PushKind.NAG and bool(task.nag_minutes) and _is_current(row, task)


def _is_current(row: Reminder, task: Task) -> bool:
    """Whether a push is about what is to be done now. The snooze of a task without a due date is
    about the moment that it lasts until."""
    if task.due_at is None:
        return _is_live(task) and row.kind == PushKind.SNOOZE and row.occurrence_at == row.fire_at
    return _is_live(task) and task.due_at == row.occurrence_at


def _is_live(task: Task) -> bool:
    return not task.is_done and not task.is_deleted


def _planned(task: Task, to: Recipient) -> list[Reminder]:
    """The rows that one chat gets for a task's occurrence, those in the past included.

    A whole day is local to each reader: they are reminded in their own morning.
    """
    due, morning = task.due, to.preferences.pushes.morning
    if due is None or not _is_live(task):
        return []
    if due.is_whole_day and to.preferences.zone_is_set:
        due = replace(due, zone=to.zone)
    planned = plan(due, _offsets(task, to), morning=morning)
    if task.nag_minutes and not any(one.fire_at >= due.at for one in planned):
        planned += plan(due, [Offset()], morning=morning)  # the chain of nags begins with it
    return [
        new_push(
            task,
            PushKind.TASK,
            to.chat,
            one.key,
            one.fire_at,
            on_purpose=task.reminders is not None or one.fire_at == due.at,
        )
        for one in planned
    ]


def _offsets(task: Task, to: Recipient) -> Sequence[Offset]:
    """The task's own offsets, or the usual ones of the chat."""
    if task.reminders is not None:
        return [Offset.parse(text) for text in task.reminders]
    usual = to.preferences.pushes
    return usual.whole_day if task.due_on else usual.timed


async def plan_nag(session: AsyncSession, task: Task, to: Recipient, *, now: datetime) -> None:
    """Plan the next nag about an overdue task, unless a waiting row will lead to it."""
    if not task.nag_minutes or not _is_live(task) or task.due_at is None or now < task.due_at:
        return
    query = select(Reminder).where(
        Reminder.task_id == task.id,
        Reminder.chat_id == to.chat.id,
        Reminder.occurrence_at == task.due_at,
    )
    rows = (await session.exec(query)).all()
    chain = {PushKind.NAG, PushKind.SNOOZE}
    if any(row.state in WAITING and (row.kind in chain or row.fire_at <= now) for row in rows):
        return
    count = sum(row.kind == PushKind.NAG for row in rows)
    at = next_nag(now, count, every=timedelta(minutes=task.nag_minutes), quiet=to.quiet)
    if at is not None:
        key = f"nag-{count + 1}"
        await insert(session, new_push(task, PushKind.NAG, to.chat, key, at, on_purpose=False))
