"""Reminders as rows, planned anew with every change of a task, a person or a setting.

A row is about one slot: a task, an occurrence, a chat and an offset. The slot is unique, so however
often a change is planned anew, nothing is pushed twice.
"""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.access import Asker, visible_to
from storage.history import changed_tasks
from storage.models import (
    Chat,
    ChatKind,
    PushKind,
    PushState,
    Reminder,
    Task,
    User,
)
from storage.people import insert_new
from storage.rules.preferences import preferences, pushes
from storage.rules.reminders import (
    Offset,
    Planned,
    QuietHours,
    local_moments,
    plan,
)
from storage.tasks import with_parts

DAILY = (PushKind.AGENDA, PushKind.REVIEW)


async def replan_changed(session: AsyncSession) -> None:
    """Plan the tasks that were changed in this transaction; called before each commit."""
    for task_id, now in changed_tasks(session).items():
        await replan(session, task_id, now=now)
    changed_tasks(session).clear()
    for chat_id, now in session.info.pop("changed_chats", {}).items():
        await replan_chat(session, await session.get_one(Chat, chat_id), now=now)


async def replan(session: AsyncSession, task_id: UUID, *, now: datetime) -> None:
    """Make a task's pushes what its due date, its offsets and its state ask for."""
    task = await session.get(Task, task_id, options=with_parts())
    if task is None:
        return
    wanted = await _wanted(session, task, now=now)
    rows = (await session.exec(select(Reminder).where(Reminder.task_id == task.id))).all()
    for row in rows:
        await _fit(session, row, task, wanted)
    known = {row.slot for row in rows}
    for row in wanted.values():
        if row.slot not in known:
            await insert_new(session, row)
    await session.flush()


async def _fit(
    session: AsyncSession, row: Reminder, task: Task, wanted: dict[str, Reminder]
) -> None:
    """Keep a row that is still wanted; what is not is dropped, or its message closed."""
    current = is_live(task) and task.due_at == row.occurrence_at
    if row.state in {PushState.PENDING, PushState.HELD}:
        if row.slot in wanted:
            row.fire_at, row.topic = wanted[row.slot].fire_at, task.topic
        elif not (current and row.kind in {PushKind.SNOOZE, PushKind.NAG}):
            await session.delete(row)
    elif row.state == PushState.SENT and not current:
        row.state, row.fire_at, row.claimed_until = PushState.CLOSING, row.occurrence_at, None
    if row.kind == PushKind.NAG and row.state == PushState.PENDING and not task.nag_minutes:
        await session.delete(row)


def is_live(task: Task) -> bool:
    """Whether a task is still to be done."""
    return not task.is_done and not task.is_deleted


async def _wanted(session: AsyncSession, task: Task, *, now: datetime) -> dict[str, Reminder]:
    due = task.due
    if due is None or not is_live(task):
        return {}
    rows: dict[str, Reminder] = {}
    for chat, owner in await _recipients(session, task):
        chosen = _preferences(owner, chat)
        offsets, said = _offsets(task, chosen)
        for planned in plan(due, offsets, morning=pushes(chosen).morning, now=now):
            row = _row(task, chat, planned, on_purpose=said or planned.fire_at == due.at)
            rows[row.slot] = row
    return rows


async def _recipients(session: AsyncSession, task: Task) -> list[tuple[Chat, User | None]]:
    """The task's own chat, and of a group's task the private chats of its assignees."""
    own = await session.get_one(Chat, task.chat_id)
    if own.is_private:
        return [(own, await owner_of(session, own))]
    people = [user.telegram_id for user in task.assignees if user.blocked_at is None]
    query = (
        select(Chat, User)
        .join(User, col(User.telegram_id) == col(Chat.telegram_id))
        .where(Chat.kind == ChatKind.PRIVATE, col(Chat.telegram_id).in_(people))
    )
    private: list[tuple[Chat, User | None]] = [(own, None)]
    private += [(chat, user) for chat, user in (await session.exec(query)).all()]
    return private


def _preferences(owner: User | None, chat: Chat) -> dict[str, Any]:
    return dict(owner.settings if owner else chat.settings)


def _offsets(task: Task, chosen: dict[str, Any]) -> tuple[list[Offset], bool]:
    """The task's own offsets or the usual ones; whether they were said for this task."""
    if task.reminders is not None:
        return [Offset.parse(text) for text in task.reminders], True
    usual = pushes(chosen)
    return list(usual.whole_day if task.due_on else usual.timed), False


def _row(task: Task, chat: Chat, planned: Planned, *, on_purpose: bool) -> Reminder:
    return pushed(PushKind.TASK, task, chat, planned.key, planned.fire_at, on_purpose=on_purpose)


def pushed(
    kind: PushKind, task: Task, chat: Chat, key: str, fire_at: datetime, *, on_purpose: bool
) -> Reminder:
    """The row of a push about what a task is due for now, in one chat."""
    occurrence = task.due_at or fire_at
    slot = f"{task.id.hex}:{chat.id.hex}:{int(occurrence.timestamp())}:{key}"
    return Reminder(
        slot=slot,
        kind=kind,
        chat_id=chat.id,
        topic=task.topic if chat.id == task.chat_id else 0,
        task_id=task.id,
        key=key,
        occurrence_at=occurrence,
        fire_at=fire_at,
        on_purpose=on_purpose,
    )


async def snooze(
    session: AsyncSession, task: Task, chat: Chat, until: datetime, *, now: datetime
) -> None:
    """Remind of a task again in this chat, and not before; its due date and series stay."""
    await session.exec(
        delete(Reminder).where(
            col(Reminder.task_id) == task.id,
            col(Reminder.chat_id) == chat.id,
            col(Reminder.state).in_((PushState.PENDING, PushState.HELD)),
            col(Reminder.fire_at) <= until,
        )
    )
    key = f"snooze-{int(until.timestamp())}"
    row = pushed(PushKind.SNOOZE, task, chat, key, until, on_purpose=True)
    await session.exec(delete(Reminder).where(col(Reminder.slot) == row.slot))
    session.add(row)
    await _close_sent(session, col(Reminder.task_id) == task.id, col(Reminder.chat_id) == chat.id)


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


async def _close_sent(session: AsyncSession, *conditions: ColumnElement[bool]) -> None:
    """Let the messages of these pushes be edited to say that they were acted on."""
    await session.exec(
        update(Reminder)
        .where(*conditions, col(Reminder.state) == PushState.SENT)
        .values(state=PushState.CLOSING, claimed_until=None, attempts=0)
    )


async def owner_of(session: AsyncSession, chat: Chat) -> User | None:
    """Whose private chat this is; None for a group."""
    query = select(User).where(User.telegram_id == chat.telegram_id)
    return (await session.exec(query)).first() if chat.is_private else None


async def quiet_hours(session: AsyncSession, chat: Chat) -> QuietHours | None:
    """The hours in which nothing is pushed to a chat, if it has any."""
    settings = _preferences(await owner_of(session, chat), chat)
    quiet = pushes(settings).quiet
    return QuietHours(*quiet, _zone_of(session, settings)) if quiet else None


def _zone_of(session: AsyncSession, settings: dict[str, Any]) -> str:
    default = session.info.get("default_zone", "UTC")
    return preferences(settings, fallback={}, zone=default, language="en").zone


async def plan_daily(session: AsyncSession, chat_id: UUID, *, now: datetime) -> None:
    """Plan a private chat's next agenda and evening review, or none when they are off."""
    chat = await session.get_one(Chat, chat_id)
    settings = _preferences(await owner_of(session, chat), chat)
    usual = pushes(settings)
    for kind, at in ((PushKind.AGENDA, usual.agenda), (PushKind.REVIEW, usual.review)):
        await session.exec(
            delete(Reminder).where(
                col(Reminder.chat_id) == chat_id,
                col(Reminder.kind) == kind,
                col(Reminder.state).in_((PushState.PENDING, PushState.HELD)),
                col(Reminder.claimed_until).is_(None),
            )
        )
        if at is not None:
            await _plan_day(session, chat, kind, at, _zone_of(session, settings), now=now)


async def _plan_day(
    session: AsyncSession, chat: Chat, kind: PushKind, at: time, zone: str, *, now: datetime
) -> None:
    fire_at = local_moments(at, zone, after=now)
    slot = f"{kind}:{chat.id.hex}:{int(fire_at.timestamp())}"
    row = Reminder(
        slot=slot,
        kind=kind,
        chat_id=chat.id,
        key=kind,
        occurrence_at=fire_at,
        fire_at=fire_at,
        on_purpose=True,
    )
    await insert_new(session, row)


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
    if any(row.kind not in DAILY for row in missed):
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
    if any(row.kind in DAILY for row in missed):
        await plan_daily(session, chat.id, now=now)


async def replan_chat(session: AsyncSession, chat: Chat, *, now: datetime) -> None:
    """Plan all open tasks of a chat, and its daily pushes: its settings have changed."""
    query = select(Task.id).where(
        Task.chat_id == chat.id,
        col(Task.deleted_at).is_(None),
        col(Task.completed_at).is_(None),
        col(Task.due_at).is_not(None),
    )
    for task_id in (await session.exec(query)).all():
        await replan(session, task_id, now=now)
    if chat.is_private:
        await plan_daily(session, chat.id, now=now)


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
