"""What people do about pushes: snooze them, ask when the next one comes, come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, delete, func, or_, update
from sqlalchemy.orm import selectinload
from sqlmodel import col, select

from storage.history.changed import Changed, changed_tasks, habit_changed, task_changed
from storage.models import Chat, Habit, PushKind, PushState, Reminder, Task
from storage.models.pushes import REGULAR
from storage.people.access import visible_to
from storage.pushes.kinds import WAITING
from storage.pushes.plans.regular import plan_regular
from storage.pushes.recipients import recipient_in
from storage.pushes.rows import (
    NewPush,
    close_sent,
    in_portions,
    insert,
    insert_all,
    new_digest,
    new_push,
    new_task_push,
)
from storage.rules.slots import ONE_DAY
from storage.tasks.parts import read, selected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Asker


async def snooze(
    session: AsyncSession, task: Task, chat: Chat, until: datetime, *, now: datetime
) -> None:
    """Remind of a task again at a moment in this chat, and not before. Its due date and its series
    stay; an earlier snooze ends."""
    await snooze_many(session, [task], chat, until, now=now)


async def snooze_many(
    session: AsyncSession, tasks: Sequence[Task], chat: Chat, until: datetime, *, now: datetime
) -> None:
    """The same for several tasks."""
    key = _snooze_key(until)
    for some in in_portions(tasks):
        about = col(Reminder.task_id).in_([task.id for task in some])
        rows = [new_task_push(task, PushKind.SNOOZE, chat, key, until) for task in some]
        await _put_in_place(session, rows, about, until, now=now)
    # the session has rows about them by now; those behind an earlier snooze are planned again
    changed_tasks(session).update({task.id: Changed(task, now) for task in tasks})


async def snooze_habit(
    session: AsyncSession, habit: Habit, chat: Chat, day: date, until: datetime, *, now: datetime
) -> bool:
    """Remind of a day of a habit as `snooze` does of a task. False if the day is over by then."""
    if until >= (await recipient_in(session, chat)).days.begins(day + ONE_DAY):
        return False
    key = f"{day:%Y%m%d}@{_snooze_key(until)}"
    row = new_push(habit, PushKind.SNOOZE, chat, key, until)
    await _put_in_place(session, [row], _is_about(habit), until, now=now)
    habit_changed(session, habit, now=now)
    return True


def _snooze_key(until: datetime) -> str:
    return f"snooze-{int(until.timestamp())}"


async def _put_in_place(
    session: AsyncSession,
    rows: Sequence[Reminder] | Sequence[NewPush],
    about: ColumnElement[bool],
    until: datetime,
    *,
    now: datetime,
) -> None:
    """Put rows of one chat in the place of those about the same that would come before them, and
    close what was sent."""
    here = and_(about, col(Reminder.chat_id) == rows[0].chat_id)
    before = or_(col(Reminder.fire_at) <= until, col(Reminder.kind) == PushKind.SNOOZE)
    waits = col(Reminder.state).in_(WAITING)
    same = col(Reminder.slot).in_([row.slot for row in rows])
    await session.exec(delete(Reminder).where(or_(and_(here, waits, before), same)))
    await insert_all(session, rows)
    await close_sent(session, here, now=now)


def _is_about(about: Task | Habit) -> ColumnElement[bool]:
    column = Reminder.task_id if isinstance(about, Task) else Reminder.habit_id
    return col(column) == about.id


async def snooze_all(
    session: AsyncSession, chat: Chat, until: datetime, *, asker: Asker, now: datetime
) -> int:
    """Snooze all open tasks that a chat was reminded of. Return how many they are."""
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
        .options(selectinload(Task.assignees))  # type: ignore[arg-type]
    )
    tasks = (await session.exec(query)).all()
    await snooze_many(session, tasks, chat, until, now=now)
    return len(tasks)


async def stop_nagging(session: AsyncSession, task: Task) -> None:
    """Delete the next nags about a task."""
    await session.exec(
        delete(Reminder).where(
            col(Reminder.task_id) == task.id,
            col(Reminder.kind) == PushKind.NAG,
            col(Reminder.state) == PushState.PENDING,
        )
    )


async def take_over(session: AsyncSession, chat: Chat, message_id: int) -> None:
    """Record that the message of a push shows something else now: no worker is to edit it."""
    await session.exec(
        update(Reminder)
        .where(
            col(Reminder.chat_id) == chat.id,
            col(Reminder.message_id) == message_id,
            col(Reminder.state).in_((PushState.SENT, PushState.CLOSING)),
        )
        .values(state=PushState.CLOSED)
    )


async def resume(session: AsyncSession, chat: Chat, *, now: datetime) -> None:
    """Plan again for somebody who can be reached again; what they have missed becomes a summary."""
    query = select(Reminder).where(Reminder.chat_id == chat.id, Reminder.state == PushState.HELD)
    held = (await session.exec(query)).all()
    missed = [row for row in held if row.fire_at <= now]
    for row in held:
        row.state = PushState.CLOSED if row in missed else PushState.PENDING
    await _note_changed(session, held, now=now)  # tasks that nag go on nagging
    if any(row.kind not in REGULAR for row in missed):
        await insert(session, new_digest(chat, PushKind.SUMMARY, now))
    if any(row.kind in REGULAR for row in missed):
        await plan_regular(session, await recipient_in(session, chat), now=now)


async def _note_changed(session: AsyncSession, rows: Sequence[Reminder], *, now: datetime) -> None:
    """Let the tasks and habits of these rows be planned before the commit."""
    if not rows:
        return
    about = {row.task_id for row in rows if row.task_id}
    for task in (await read(session, selected(col(Task.id).in_(about)))).tasks if about else ():
        task_changed(session, task, now=now)
    habits = select(Habit).where(col(Habit.id).in_({row.habit_id for row in rows if row.habit_id}))
    for habit in (await session.exec(habits)).all():
        habit_changed(session, habit, now=now)


async def reminder_of(session: AsyncSession, chat: Chat, message_id: int) -> Reminder | None:
    """The push that was sent as this message."""
    query = select(Reminder).where(Reminder.chat_id == chat.id, Reminder.message_id == message_id)
    return (await session.exec(query)).first()


async def coming(
    session: AsyncSession, about: Task | Habit, chat: Chat | None = None
) -> datetime | None:
    """When the next push about a task or habit comes to a chat, or (None) to any chat."""
    query = select(func.min(Reminder.fire_at)).where(
        _is_about(about), Reminder.state == PushState.PENDING
    )
    if chat is not None:
        query = query.where(Reminder.chat_id == chat.id)
    return (await session.exec(query)).first()
