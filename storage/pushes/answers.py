"""What people do about pushes: snooze them, ask when the next one comes, come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, func, update
from sqlmodel import col, select

from storage.history.changed import Changed, undone_batches
from storage.history.recording import recorded
from storage.models import Action, Change, Chat, Habit, PushState, Reminder, Task
from storage.models.pushes import OF_PEOPLE
from storage.people.access import visible_to
from storage.pushes.plans.people import new_question
from storage.pushes.recipients import recipient_in
from storage.pushes.rows import insert
from storage.rules.slots import ONE_DAY
from storage.tasks.assign import set_assignees
from storage.tasks.parts import read, selected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import User
    from storage.people.asking import Deed


def snooze(session: AsyncSession, task: Task, until: datetime, deed: Deed) -> None:
    """Remind of a task again at a moment in the asker's chat, and not before. Its due date and its
    series stay; an earlier snooze ends."""
    with recorded(session, task, Action.SNOOZE, deed):
        task.snoozed = {**(task.snoozed or {}), deed.asker.chat_id.hex: until.isoformat()}


def snooze_many(session: AsyncSession, tasks: Sequence[Task], until: datetime, deed: Deed) -> None:
    """The same for several tasks."""
    for task in tasks:
        snooze(session, task, until, deed)


async def end_snooze(session: AsyncSession, task: Task, deed: Deed) -> None:
    """Let a snooze in the asker's chat be over: what was put off is as it was before."""
    last = (
        select(Change.batch)
        .where(Change.task_id == task.id, Change.action == Action.SNOOZE)
        .where(col(Change.undone_at).is_(None))
        .order_by(col(Change.id).desc())
    )
    batch = (await session.exec(last.limit(1))).first()
    if batch is not None:
        undone_batches(session).add(batch)
    with recorded(session, task, Action.SNOOZE, deed):
        here = deed.asker.chat_id.hex
        left = {key: end for key, end in (task.snoozed or {}).items() if key != here}
        task.snoozed = left or None


async def leave_to_others(session: AsyncSession, task: Task, user: User, deed: Deed) -> None:
    """Take a task off somebody who cannot do it, and ask its list once who can."""
    left = [one for one in task.assignees if one.id != user.id]
    set_assignees(session, task, left, deed)
    await insert(session, new_question(Changed(task, deed.now), user.id))


async def snooze_habit(
    session: AsyncSession, habit: Habit, day: date, until: datetime, deed: Deed
) -> bool:
    """Remind of a day of a habit as `snooze` does of a task. False if the day is over by then."""
    chat = await session.get_one(Chat, deed.asker.chat_id)
    if until >= (await recipient_in(session, chat)).days.begins(day + ONE_DAY):
        return False
    with recorded(session, habit, Action.SNOOZE, deed):
        habit.snoozed = {**(habit.snoozed or {}), deed.asker.chat_id.hex: until.isoformat()}
    return True


def _is_about(about: Task | Habit) -> ColumnElement[bool]:
    column = Reminder.task_id if isinstance(about, Task) else Reminder.habit_id
    return col(column) == about.id


async def snooze_all(session: AsyncSession, until: datetime, deed: Deed) -> int:
    """Snooze all open tasks that the asker's chat was reminded of. Return how many they are."""
    reminded = select(Reminder.task_id).where(
        Reminder.chat_id == deed.asker.chat_id,
        col(Reminder.kind).not_in(OF_PEOPLE),
        col(Reminder.state).in_((PushState.SENT, PushState.CLOSED)),
        Reminder.occurrence_at == Task.due_at,
    )
    query = selected(
        col(Task.id).in_(reminded.correlate(Task)),
        col(Task.completed_at).is_(None),
        col(Task.deleted_at).is_(None),
        visible_to(deed.asker),
    )
    tasks = (await read(session, query)).tasks
    snooze_many(session, tasks, until, deed)
    return len(tasks)


async def take_over(session: AsyncSession, chat: Chat, message_id: int, *, batch: UUID) -> None:
    """Record that the message of a push shows something else now: no worker is to edit it, unless
    the deed of this batch is taken back."""
    await session.exec(
        update(Reminder)
        .where(
            col(Reminder.chat_id) == chat.id,
            col(Reminder.message_id) == message_id,
            col(Reminder.state).in_((PushState.SENT, PushState.CLOSING)),
        )
        .values(state=PushState.CLOSED, closed_by=batch)
    )


async def reminder_of(session: AsyncSession, chat: Chat, message_id: int) -> Reminder | None:
    """The push that was sent as this message."""
    query = select(Reminder).where(Reminder.chat_id == chat.id, Reminder.message_id == message_id)
    return (await session.exec(query)).first()


async def coming(
    session: AsyncSession, about: Task | Habit, chat: Chat | None = None
) -> datetime | None:
    """When the next push about a task or habit comes to a chat, or (None) to any chat."""
    query = select(func.min(Reminder.fire_at)).where(
        _is_about(about),
        Reminder.state == PushState.PENDING,
        col(Reminder.kind).not_in(OF_PEOPLE),
    )
    if chat is not None:
        query = query.where(Reminder.chat_id == chat.id)
    return (await session.exec(query)).first()
