"""Reminders of tasks: one row for each offset before or after the due moment, then nags."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlmodel import col, select

from storage.history.changed import new_assignments, undone_batches
from storage.models import PushKind, Reminder, Task
from storage.pushes.kinds import WAITING
from storage.pushes.people import holds, is_of_people
from storage.pushes.plans.people import follow_people, plan_told
from storage.pushes.recipients import Recipient, all_recipients_of, has_done_part
from storage.pushes.rows import (
    NewPush,
    delete_all,
    follow,
    in_portions,
    insert_all,
    new_task_push,
    slot_of,
)
from storage.rules.due import Due
from storage.rules.missed import following, is_occurrence
from storage.rules.offsets import Offset, Planned, next_nag, plan
from storage.rules.recurrence import repeat_from_json

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.history.changed import Changed
    from storage.models import User
    from storage.rules.recurrence import Repeat


STAND_IN = "+0m"  # the key of a reminder that no offset of the task has

# the columns of a task that decide when it is reminded of, and where
PLANNED: tuple[Any, ...] = (
    *(Task.chat_id, Task.topic, Task.status, Task.deleted_at, Task.snoozed),
    *(Task.due_at, Task.due_zone, Task.due_on, Task.reminders, Task.nag_minutes),
    *(Task.repeat, Task.stands_for, Task.ticked),
)


async def replan_tasks(session: AsyncSession, changed: Sequence[Changed[Task]]) -> None:
    """Make the rows of these tasks what their due dates, offsets and states ask for.

    Their assignees have to be loaded.
    """
    rows = await _rows_of(session, [one.about for one in changed if not one.is_new])
    live = [one.about for one in changed if _is_live(one.about)]
    recipients = await all_recipients_of(session, live)
    new: list[NewPush] = []
    unwanted: list[Reminder] = []
    undone, made = undone_batches(session), new_assignments(session)
    for one in changed:
        known, to = rows.get(one.about.id, []), recipients.get(one.about.id, [])
        people = [row for row in known if is_of_people(row)]
        added, gone = _replan(one, [row for row in known if row not in people], to, undone=undone)
        unwanted += [*gone, *follow_people(people, one, undone=undone)]
        new += [*added, *plan_told(one, made.get(one.about.id, ()), people, to)]
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
    changed: Changed[Task],
    rows: Sequence[Reminder],
    everybody: Sequence[Recipient],
    *,
    undone: Collection[UUID],
) -> tuple[list[NewPush], list[Reminder]]:
    """Update the rows of a task. Return those that it misses, and those that are to be deleted."""
    task, now = changed.about, changed.now
    done = {each.chat.id for each in everybody if has_done_part(task, each)}
    recipients = [each for each in everybody if each.chat.id not in done]
    persons = {each.chat.id: each.person for each in everybody}
    to = {each.chat.id: each for each in recipients}
    until = _snoozed_until(task, rows)
    asked = _wanted(task, rows, recipients, until, now=now)
    wanted = {slot: row for slot, row in asked.items() if row.chat_id not in done}
    for row in rows:
        look_at_message(row, task, changed, persons.get(row.chat_id), undone=undone)
    gone = [
        row
        for row in rows
        if not _fits(row, wanted.get(row.slot), to.get(row.chat_id), now=now)
        and not (row.chat_id in to and _is_nag(row, task, until))
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


def _snoozed_until(task: Task, rows: Sequence[Reminder]) -> dict[UUID, datetime]:
    """Until when nothing comes, by the chat, where the snooze has not come yet."""
    known = {row.slot: row for row in rows}
    until: dict[UUID, datetime] = {}
    for snooze in _snoozes(task):
        row = known.get(snooze.slot)
        if row is None or row.state in WAITING:
            until[snooze.chat_id] = max(snooze.fire_at, row.fire_at if row else snooze.fire_at)
    return until


def _wanted(
    task: Task,
    rows: Sequence[Reminder],
    recipients: Sequence[Recipient],
    until: Mapping[UUID, datetime],
    *,
    now: datetime,
) -> dict[str, NewPush]:
    """The rows that the task asks for, by their slots; none before the end of a snooze."""
    found = [row for to in recipients for row in planned(task, to)]
    found += _planned_ahead(task, rows, recipients, now=now)
    found += _stand_ins(task, rows, recipients)
    behind = [r for r in found if r.chat_id not in until or r.fire_at > until[r.chat_id]]
    return {row.slot: row for row in (*behind, *_snoozes(task))}


def _snoozes(task: Task) -> list[NewPush]:
    """A row for each chat in which the task is snoozed."""
    if not _is_live(task):
        return []
    ends = {UUID(chat): datetime.fromisoformat(end) for chat, end in (task.snoozed or {}).items()}
    return [
        new_task_push(task, PushKind.SNOOZE, chat_id, snooze_key(end), end)
        for chat_id, end in ends.items()
    ]


def snooze_key(until: datetime) -> str:
    """The key of a snooze's row."""
    return f"snooze-{int(until.timestamp())}"


def _planned_ahead(
    task: Task, rows: Sequence[Reminder], recipients: Sequence[Recipient], *, now: datetime
) -> list[NewPush]:
    """The rows of the occurrence that takes the place of this one if nobody answers it, and those
    that have come to be sent of such a one."""
    due, repeat = task.due, repeat_of(task)
    if repeat is None or due is None or not _is_live(task):
        return []
    ahead = following(repeat, later_of(task, due), now=now)
    passed = {
        row.occurrence_at
        for row in rows
        if row.kind == PushKind.TASK
        and row.state in WAITING
        and row.occurrence_at > due.at
        and (ahead is None or row.occurrence_at < ahead.at)
    }
    coming = [Due.from_moment(at, repeat.zone, whole_day=due.is_whole_day) for at in passed]
    return [
        row
        for one in (ahead, *coming)
        if one is not None and (one is ahead or is_occurrence(repeat, one.at))
        for to in recipients
        for row in planned_after(task, one, to)
    ]


def repeat_of(task: Task) -> Repeat | None:
    """How a task repeats, if it does."""
    return repeat_from_json(task.repeat) if task.repeat is not None else None


def later_of(task: Task, due: Due) -> Due:
    """What the next occurrence has to be after: the due date, and the occurrence that it is."""
    occurrence = task.occurrence or due
    return occurrence if occurrence.at > due.at else due


def planned_after(task: Task, due: Due, to: Recipient) -> list[NewPush]:
    """The rows that one chat gets for a later occurrence: those behind the present due date, for
    what comes before is about that. At the least one when it is due, where it reminds at all."""
    rows = _planned_at(task, due, to, _offsets(task, to))
    behind = [row for row in rows if task.due_at is None or row.fire_at > task.due_at]
    return behind or _stand_in(task, due, to)


def _stand_in(task: Task, due: Due, to: Recipient) -> list[NewPush]:
    """A row for the due date itself, in the place of those that would be before the last one."""
    rows = _planned_at(task, due, to, [Offset()])[:1] if _offsets(task, to) else []
    for row in rows:
        row.key = STAND_IN
        row.slot = slot_of(row)
    return rows


def _stand_ins(
    task: Task, rows: Sequence[Reminder], recipients: Sequence[Recipient]
) -> list[NewPush]:
    """Such rows of the present occurrence that have come to be sent."""
    due = task.due
    waiting = {row.slot for row in rows if row.key == STAND_IN and row.state in WAITING}
    if due is None or not waiting or not _is_live(task) or repeat_of(task) is None:
        return []
    stand_ins = [row for to in recipients for row in _stand_in(task, due, to)]
    return [row for row in stand_ins if row.slot in waiting]


def _fits(row: Reminder, wanted: NewPush | None, to: Recipient | None, *, now: datetime) -> bool:
    """Update a row that is still wanted. False: it is to be deleted.

    Also one that a worker is sending right now: where it arrives all the same, its outcome finds
    no row, and closes the message.
    """
    if row.state in WAITING and wanted is not None:
        _move(row, wanted, to, now=now)
    return row.state not in WAITING or wanted is not None


def look_at_message(
    row: Reminder,
    task: Task,
    changed: Changed[Task],
    person: User | None,
    *,
    undone: Collection[UUID],
) -> None:
    """Let the message of a row say what was done, or ask again when that is taken back."""
    is_asking = asks(row, task, person)
    follow(row, asks=is_asking, undone=undone, now=changed.now, batch=changed.batch)


def asks(row: Reminder, task: Task, person: User | None) -> bool:
    """Whether the message of a push is about what is to be done now, by the `person` whose chat it
    is in, and not snoozed since."""
    if person is not None and task.is_done_by(person.id):
        return False
    if is_of_people(row):
        return holds(row, task)
    until = task.snoozed_until(row.chat_id)
    return is_current(row, task) and (until is None or row.sent_at is None or until <= row.sent_at)


def _move(row: Reminder, wanted: NewPush, to: Recipient | None, *, now: datetime) -> None:
    """Give a row the wanted moment. A row that is due already waits for its turn, or for the end
    of quiet hours, which new settings may have made earlier."""
    ready_at = to.quiet.end_of(now) if to and to.quiet else now
    row.fire_at = wanted.fire_at if wanted.fire_at > now else min(row.fire_at, ready_at)
    row.on_purpose = wanted.on_purpose
    if row.chat_id == wanted.chat_id:  # a push for a group may have been passed to its creator
        row.topic = wanted.topic


def _is_nag(row: Reminder, task: Task, until: Mapping[UUID, datetime]) -> bool:
    """Whether a row is the next of the nags that a task still asks for."""
    is_behind = row.chat_id not in until or row.fire_at > until[row.chat_id]
    is_one = row.kind == PushKind.NAG and bool(task.nag_minutes)
    return is_one and is_behind and is_current(row, task)


def is_current(row: Reminder, task: Task) -> bool:
    """Whether a push is about what is to be done now. The snooze of a task without a due date is
    about the moment that it lasts until."""
    if task.due_at is None:
        is_snooze = row.kind == PushKind.SNOOZE and row.key == snooze_key(row.occurrence_at)
        return _is_live(task) and is_snooze
    return _is_live(task) and task.due_at == row.occurrence_at


def _is_live(task: Task) -> bool:
    return not task.is_done and not task.is_deleted


def planned(task: Task, to: Recipient) -> list[NewPush]:
    """The rows that one chat gets for a task's occurrence, those in the past included.

    A whole day is local to each reader: they are reminded in their own morning.
    """
    due = task.due
    if due is None or not _is_live(task):
        return []
    offsets = list(_offsets(task, to))
    rows = _planned_at(task, due, to, offsets)
    if task.nag_minutes and not any(one.fire_at >= due.at for one in rows):
        rows += _planned_at(task, due, to, [Offset()])  # the chain of nags begins with it
    return rows


def _planned_at(task: Task, due: Due, to: Recipient, offsets: Sequence[Offset]) -> list[NewPush]:
    at = due.at
    if due.is_whole_day and to.preferences.zone_is_set:
        due = replace(due, zone=to.zone)
    return [
        new_task_push(
            task,
            PushKind.TASK,
            to.chat.id,
            one.key,
            one.fire_at,
            occurrence_at=at,
            on_purpose=task.reminders is not None or one.fire_at == due.at,
        )
        for one in plan(due, offsets, morning=to.preferences.pushes.morning)
    ]


def _offsets(task: Task, to: Recipient) -> Sequence[Offset]:
    """The task's own offsets, or the usual ones of the chat."""
    if task.reminders is not None:
        return [Offset.parse(text) for text in task.reminders]
    usual = to.preferences.pushes
    return usual.whole_day if task.due_on else usual.timed


async def plan_nag(session: AsyncSession, task: Task, to: Recipient, *, now: datetime) -> None:
    """Plan the next nag about an overdue task, unless a waiting row will lead to it."""
    if not _nags(task, now=now) or has_done_part(task, to):
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
    here = [row for row in rows if row.chat_id == to.chat.id and not is_of_people(row)]
    own = [row for row in here if row.occurrence_at == task.due_at]
    chain = {PushKind.NAG, PushKind.SNOOZE}
    if any(row.state in WAITING and (row.kind in chain or row.fire_at <= now) for row in own):
        return None
    count = sum(row.kind == PushKind.NAG for row in own)
    every = timedelta(minutes=task.nag_minutes or 0)
    last = max((row.sent_at for row in own if row.sent_at is not None), default=now)
    since = last if last + every > now else now
    at = next_nag(since, count, every=every, quiet=to.quiet)
    if at is None:
        return None
    key = f"nag-{count + 1}"
    return new_task_push(task, PushKind.NAG, to.chat.id, key, at, on_purpose=False)
