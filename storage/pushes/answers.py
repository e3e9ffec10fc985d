"""What is done to reminders: planned with every change, snoozed, answered, found again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, delete, func, or_, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.history.changed import changed_habits, changed_tasks, habit_changed, task_changed
from storage.models import Assignment, Chat, Habit, PushKind, PushState, Reminder, Task
from storage.people.access import Asker, visible_to
from storage.people.changed import changed_chats
from storage.pushes.habits import replan_habits, replan_habits_of
from storage.pushes.tasks import (
    OPEN,
    REGULAR,
    close_sent,
    owner_of,
    plan_regular,
    pushed,
    recipient,
    recipients_of,
    replan,
    replan_task,
    slot_of,
)
from storage.rules.due import Due
from storage.tasks.find import with_parts
from storage.upserts import insert_new

FAR_AHEAD = timedelta(hours=12)  # a snooze this far ahead was said as a time of the day


async def replan_changed(session: AsyncSession) -> None:
    """Plan what was changed in this transaction; called before each commit."""
    for chat_id, change in changed_chats(session).items():
        chat = await session.get(Chat, chat_id)
        if chat is not None:  # and not joined with another in this very transaction
            await _move_to_zone(session, chat, change.zone, now=change.now)
            await replan_chat(session, chat, now=change.now)
    changed_chats(session).clear()
    for task_id, noted in changed_tasks(session).items():
        await replan(session, task_id, now=noted.now)
    changed_tasks(session).clear()
    if changed := changed_habits(session):
        await replan_habits(session, changed, now=max(one.now for one in changed.values()))
    changed.clear()


async def replan_chat(session: AsyncSession, chat: Chat, *, now: datetime) -> None:
    """Plan all open tasks and habits that a chat is reminded of, and its regular pushes: its
    settings have changed."""
    own = await recipient(session, chat)
    tasks, rows = await _reminding(session, chat)
    for task in tasks:
        alone = chat.is_private and task.chat_id == chat.id
        recipients = [own] if alone else await recipients_of(session, task)
        await replan_task(session, task, rows.get(task.id, []), recipients, now=now)
    await replan_habits_of(session, chat, now=now)
    await plan_regular(session, chat.id, now=now)


async def _reminding(
    session: AsyncSession, chat: Chat
) -> tuple[Sequence[Task], dict[UUID | None, list[Reminder]]]:
    """The open dated tasks of a chat, or assigned to its person elsewhere, and their pushes."""
    owner = await owner_of(session, chat)
    here = col(Task.chat_id) == chat.id
    if owner is not None:
        assigned = select(Assignment.task_id).where(Assignment.user_id == owner.id)
        here = or_(here, col(Task.id).in_(assigned))
    is_open = and_(col(Task.deleted_at).is_(None), col(Task.completed_at).is_(None))
    wanted = and_(here, is_open, col(Task.due_at).is_not(None))
    tasks = (await session.exec(select(Task).where(wanted).options(*with_parts()))).all()
    about = col(Reminder.task_id).in_(select(Task.id).where(wanted))
    rows: dict[UUID | None, list[Reminder]] = {}
    for row in (await session.exec(select(Reminder).where(about))).all():
        rows.setdefault(row.task_id, []).append(row)
    return tasks, rows


async def _move_to_zone(session: AsyncSession, chat: Chat, before: str, *, now: datetime) -> None:
    """Whoever goes to another zone keeps the wall times of what is ahead.

    What would be past there keeps its moment: a change of the zone swallows no reminder.
    """
    zone = (await recipient(session, chat)).zone
    if zone == before:
        return
    query = select(Task).where(Task.chat_id == chat.id, Task.due_zone == before)
    moved: dict[UUID | None, tuple[datetime, Task]] = {}
    for task in (await session.exec(query.options(*with_parts()))).all():
        if task.repeat is not None and task.repeat["zone"] == before:
            task.repeat = {**task.repeat, "zone": zone}
        due = task.due
        there = replace(due, zone=zone) if due else None
        if due and there and due.at > now and there.at > now:
            moved[task.id] = due.at, task
            task.due = there
    await session.flush()
    await _carry_snoozes(session, chat, moved, (before, zone), now=now)


async def _carry_snoozes(
    session: AsyncSession,
    chat: Chat,
    moved: Mapping[UUID | None, tuple[datetime, Task]],
    zones: tuple[str, str],
    *,
    now: datetime,
) -> None:
    """Snoozes stay with the occurrence that was moved; those far ahead keep their wall time."""
    is_snooze = and_(col(Reminder.kind) == PushKind.SNOOZE, col(Reminder.habit_id).is_(None))
    is_open = and_(is_snooze, col(Reminder.state).in_(OPEN))
    here = or_(col(Reminder.chat_id) == chat.id, col(Reminder.task_id).in_(moved))
    for row in (await session.exec(select(Reminder).where(is_open, here))).all():
        dateless = row.occurrence_at == row.fire_at
        if row.chat_id == chat.id and row.fire_at > now + FAR_AHEAD:
            row.fire_at = replace(Due.from_moment(row.fire_at, zones[0]), zone=zones[1]).at
        old, task = moved.get(row.task_id, (None, None))
        if task is not None and task.due_at is not None and row.occurrence_at == old:
            row.occurrence_at = task.due_at
        elif dateless:
            row.occurrence_at = row.fire_at
        row.slot = slot_of(row.task_id, row.chat_id, row.occurrence_at, row.key)


async def snooze(
    session: AsyncSession, task: Task, chat: Chat, until: datetime, *, now: datetime
) -> None:
    """Remind of a task again in this chat, and not before; its due date and series stay.

    It takes the place of an earlier snooze.
    """
    await session.exec(
        delete(Reminder).where(
            col(Reminder.task_id) == task.id,
            col(Reminder.chat_id) == chat.id,
            col(Reminder.state).in_(OPEN),
            or_(col(Reminder.fire_at) <= until, col(Reminder.kind) == PushKind.SNOOZE),
        )
    )
    key = f"snooze-{int(until.timestamp())}"
    row = pushed(PushKind.SNOOZE, task, chat, key, until, on_purpose=True)
    await session.exec(delete(Reminder).where(col(Reminder.slot) == row.slot))
    session.add(row)
    task_changed(session, task, now=now)  # what the earlier snooze had put aside comes back
    about = (col(Reminder.task_id) == task.id, col(Reminder.chat_id) == chat.id)
    await close_sent(session, *about, now=now)


async def snooze_all(
    session: AsyncSession, chat: Chat, until: datetime, *, asker: Asker, now: datetime
) -> int:
    """Snooze every task of a chat that has reminded and is not done; how many they are."""
    query = (
        select(Task)
        .join(Reminder, col(Reminder.task_id) == col(Task.id))
        .where(
            Reminder.chat_id == chat.id,
            col(Reminder.state).in_((PushState.SENT, PushState.CLOSED)),
            Reminder.occurrence_at == Task.due_at,
            col(Task.completed_at).is_(None),
            col(Task.deleted_at).is_(None),
            visible_to(asker),
        )
        .distinct()
        .options(*with_parts())
    )
    tasks = (await session.exec(query)).all()
    for task in tasks:
        await snooze(session, task, chat, until, now=now)
    return len(tasks)


async def take_over(session: AsyncSession, chat: Chat, message_id: int) -> None:
    """The message of a push says something else now: nobody needs to edit it any more."""
    await session.exec(
        update(Reminder)
        .where(
            col(Reminder.chat_id) == chat.id,
            col(Reminder.message_id) == message_id,
            col(Reminder.state).in_((PushState.SENT, PushState.CLOSING)),
        )
        .values(state=PushState.CLOSED)
    )


async def stop_nagging(session: AsyncSession, task: Task) -> None:
    """No more nags about what is due now."""
    await session.exec(
        delete(Reminder).where(
            col(Reminder.task_id) == task.id,
            col(Reminder.kind) == PushKind.NAG,
            col(Reminder.state) == PushState.PENDING,
        )
    )


async def resume(session: AsyncSession, chat: Chat, *, now: datetime) -> None:
    """Somebody can be reached again: what was held for them is joined into one summary."""
    held = (
        await session.exec(
            select(Reminder).where(Reminder.chat_id == chat.id, Reminder.state == PushState.HELD)
        )
    ).all()
    missed = [row for row in held if row.fire_at <= now]
    for row in held:
        row.state = PushState.CLOSED if row in missed else PushState.PENDING
        if row.task_id is not None:
            task = await session.get_one(Task, row.task_id)
            task_changed(session, task, now=now)  # what nags goes on nagging
        if row.habit_id is not None:
            habit_changed(session, await session.get_one(Habit, row.habit_id), now=now)
    if any(row.kind not in REGULAR for row in missed):
        summary = Reminder(
            slot=f"summary:{chat.id.hex}:{int(now.timestamp())}",
            kind=PushKind.SUMMARY,
            chat_id=chat.id,
            key="summary",
            occurrence_at=now,
            fire_at=now,
            on_purpose=True,
        )
        await insert_new(session, summary)
    if any(row.kind in REGULAR for row in missed):
        await plan_regular(session, chat.id, now=now)


async def reminder_of(session: AsyncSession, chat: Chat, message_id: int) -> Reminder | None:
    """The push that stands as this message."""
    query = select(Reminder).where(Reminder.chat_id == chat.id, Reminder.message_id == message_id)
    return (await session.exec(query)).first()


async def coming(session: AsyncSession, task: Task) -> datetime | None:
    """When the task is next reminded of, for `Why?`."""
    query = select(func.min(Reminder.fire_at)).where(
        Reminder.task_id == task.id, Reminder.state == PushState.PENDING
    )
    return (await session.exec(query)).first()
