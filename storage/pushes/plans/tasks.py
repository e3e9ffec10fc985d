"""Reminders of tasks: one row for each offset before or after the due moment, then nags."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import col, select

from storage.models import PushKind, PushState, Reminder, Task
from storage.pushes.kinds import WAITING
from storage.pushes.recipients import Recipient, recipients_of
from storage.pushes.rows import (
    NewPush,
    close,
    delete_all,
    in_portions,
    insert_all,
    new_task_push,
)
from storage.rules.offsets import Offset, Planned, next_nag, plan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.history.changed import Changed


# the columns of a task that decide when it is reminded of, and where
PLANNED: tuple[Any, ...] = (
    *(Task.chat_id, Task.topic, Task.status, Task.deleted_at),
    *(Task.due_at, Task.due_zone, Task.due_on, Task.reminders, Task.nag_minutes),
)


async def replan_tasks(session: AsyncSession, changed: Sequence[Changed[Task]]) -> None:
    """Make the rows of these tasks what their due dates, offsets and states ask for.

    Their assignees have to be loaded.
    """
    rows = await _rows_of(session, [one.about for one in changed if not one.is_new])
    live = [one.about for one in changed if _is_live(one.about)]
    recipients = await recipients_of(session, live)
    new: list[NewPush] = []
    unwanted: list[Reminder] = []
    for one in changed:
        known, to = rows.get(one.about.id, []), recipients.get(one.about.id, [])
        added, gone = _replan(one.about, known, to, now=one.now)
        new += added
        unwanted += gone
    await delete_all(session, unwanted)
    await insert_all(session, new)


async def _rows_of(session: AsyncSession, tasks: Sequence[Task]) -> dict[UUID, list[Reminder]]:
    rows: dict[UUID, list[Reminder]] = {}
    for some in in_portions(tasks):
        query = select(Reminder).where(col(Reminder.task_id).in_([task.id for task in some]))
        for row in (await session.exec(query)).all():
            if row.task_id is not None:
                rows.setdefault(row.task_id, []).append(row)
    return rows


def _replan(
    task: Task, rows: Sequence[Reminder], recipients: Sequence[Recipient], *, now: datetime
) -> tuple[list[NewPush], list[Reminder]]:
    """Update the rows of a task. Return those that it misses, and those that are to be deleted."""
    to = {each.chat.id: each for each in recipients}
    wanted = _wanted(task, rows, recipients)
    gone = [
        row
        for row in rows
        if not _fits(row, task, wanted.get(row.slot), to.get(row.chat_id), now=now)
    ]
    known = {row.slot for row in rows}
    added = [
        row
        for slot, row in wanted.items()
        if slot not in known and Planned(row.key, row.fire_at).is_ahead(now=now)
    ]
    left: list[Reminder | NewPush] = [*(row for row in rows if row not in gone), *added]
    nags = [_next_nag(task, left, each, now=now) for each in recipients]
    return [*added, *(nag for nag in nags if nag is not None)], gone


def _wanted(
    task: Task, rows: Sequence[Reminder], recipients: Sequence[Recipient]
) -> dict[str, NewPush]:
    """The rows that the task asks for, by their slots; none before the end of a snooze."""
    snoozed = {row.chat_id: row.fire_at for row in rows if _is_snooze(row, task)}
    planned = [row for to in recipients for row in _planned(task, to)]
    return {
        row.slot: row
        for row in planned
        if row.chat_id not in snoozed or row.fire_at > snoozed[row.chat_id]
    }


def _fits(
    row: Reminder, task: Task, wanted: NewPush | None, to: Recipient | None, *, now: datetime
) -> bool:
    """Update a row that is still wanted, or close its message. False: it is to be deleted.

    Also one that a worker is sending right now: where it arrives all the same, its outcome finds
    no row, and closes the message.
    """
    if row.state == PushState.SENT and not is_current(row, task):
        close(row, now=now)
    if row.state not in WAITING:
        return True
    if wanted is not None:
        _move(row, wanted, to, now=now)
        return True
    nags_on = to is not None and _is_nag(row, task)
    return nags_on or _is_snooze(row, task)


def _move(row: Reminder, wanted: NewPush, to: Recipient | None, *, now: datetime) -> None:
    """Give a row the wanted moment. A row that is due already waits for its turn, or for the end
    of quiet hours, which new settings may have made earlier."""
    ready_at = to.quiet.end_of(now) if to and to.quiet else now
    row.fire_at = wanted.fire_at if wanted.fire_at > now else min(row.fire_at, ready_at)
    row.on_purpose = wanted.on_purpose
    if row.chat_id == wanted.chat_id:  # a push for a group may have been passed to its creator
        row.topic = wanted.topic


def _is_snooze(row: Reminder, task: Task) -> bool:
    return row.kind == PushKind.SNOOZE and row.state in WAITING and is_current(row, task)


def _is_nag(row: Reminder, task: Task) -> bool:
    return row.kind == PushKind.NAG and bool(task.nag_minutes) and is_current(row, task)


def is_current(row: Reminder, task: Task) -> bool:
    """Whether a push is about what is to be done now. The snooze of a task without a due date is
    about the moment that it lasts until."""
    if task.due_at is None:
        return _is_live(task) and row.kind == PushKind.SNOOZE and row.occurrence_at == row.fire_at
    return _is_live(task) and task.due_at == row.occurrence_at


def _is_live(task: Task) -> bool:
    return not task.is_done and not task.is_deleted


def _planned(task: Task, to: Recipient) -> list[NewPush]:
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
        new_task_push(
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
    if not _nags(task, now=now):
        return
    query = select(Reminder).where(Reminder.task_id == task.id, Reminder.chat_id == to.chat.id)
    nag = _next_nag(task, (await session.exec(query)).all(), to, now=now)
    if nag is not None:
        await insert_all(session, [nag])


def _nags(task: Task, *, now: datetime) -> bool:
    return bool(task.nag_minutes and _is_live(task) and task.due_at and now >= task.due_at)


def _next_nag(
    task: Task, rows: Sequence[Reminder | NewPush], to: Recipient, *, now: datetime
) -> NewPush | None:
    """The next nag in one chat, None if there is none, or a waiting row will lead to it."""
    if not _nags(task, now=now):
        return None
    own = [row for row in rows if row.chat_id == to.chat.id and row.occurrence_at == task.due_at]
    chain = {PushKind.NAG, PushKind.SNOOZE}
    if any(row.state in WAITING and (row.kind in chain or row.fire_at <= now) for row in own):
        return None
    count = sum(row.kind == PushKind.NAG for row in own)
    every = timedelta(minutes=task.nag_minutes or 0)
    at = next_nag(now, count, every=every, quiet=to.quiet)
    if at is None:
        return None
    return new_task_push(task, PushKind.NAG, to.chat, f"nag-{count + 1}", at, on_purpose=False)
