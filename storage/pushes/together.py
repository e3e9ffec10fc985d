"""Tasks of a whole day: told by the morning agenda, or in one message for all of one moment."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Text, case, cast, exists, func, or_, true
from sqlmodel import col, select

from storage.models import PushKind, PushState, Reminder, Task
from storage.models.pushes import OF_PEOPLE
from storage.rules.due import local_date
from storage.tasks.find import with_parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import BindParameter, ColumnElement
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import Chat
    from storage.pushes.recipients import Recipient

MOST = 20  # tasks of one message
SHARED = (PushKind.TASK, PushKind.SNOOZE)
TWO_DAYS = timedelta(days=2)
GATHERING = 7_102  # makes the numbers of these locks, so that they are no other's


def is_shared(row: Reminder, task: Task | None) -> bool:
    """Whether a push may be one of several in a message. What nags is a message of its own, which
    the next nag replaces."""
    is_of_day = task is not None and task.due_on is not None and task.nag_minutes is None
    return row.state == PushState.PENDING and row.kind in SHARED and is_of_day


def beside(row: Reminder) -> tuple[ColumnElement[bool], ...]:
    """The conditions on Reminder and its Task for what comes in one message with a push."""
    return (
        col(Reminder.chat_id) == row.chat_id,
        col(Reminder.topic) == row.topic,
        col(Reminder.fire_at) == row.fire_at,
        col(Reminder.state) == PushState.PENDING,
        col(Reminder.kind).in_(SHARED),
        col(Reminder.id) != row.id,
        col(Task.due_on).is_not(None),
        col(Task.nag_minutes).is_(None),
    )


def nobody_gathers(
    late_before: datetime | BindParameter[datetime], *, postgresql: bool
) -> list[ColumnElement[bool]]:
    """The condition on Reminder that no other worker is gathering what goes with a push: tasks of
    a whole day, what was missed, and whose tasks are, of one chat. Of two workers the second would
    find the first's row locked, and make a message of the rest.

    A lock of its own for each chat, held until the claim is committed; on SQLite, which has one
    writer at a time, no condition.
    """
    if not postgresql:
        return []
    is_of_day = exists().where(col(Task.id) == col(Reminder.task_id), col(Task.due_on).is_not(None))
    is_of_people = col(Reminder.kind).in_(OF_PEOPLE)
    gathered = or_(col(Reminder.fire_at) <= late_before, is_of_people, is_of_day)
    key = func.hashtextextended(cast(col(Reminder.chat_id), Text), GATHERING)
    return [case((gathered, func.pg_try_advisory_xact_lock(key)), else_=true())]


async def agendas_near(session: AsyncSession, row: Reminder, to: Recipient) -> Sequence[Reminder]:
    """The agendas of a person around a push: those that came, and the one that will."""
    if to.person is None or to.preferences.pushes.agenda is None:
        return ()
    query = select(Reminder).where(
        Reminder.chat_id == row.chat_id,
        Reminder.kind == PushKind.AGENDA,
        Reminder.occurrence_at > row.fire_at - TWO_DAYS,
    )
    return (await session.exec(query)).all()


def is_told(row: Reminder, task: Task | None, agendas: Sequence[Reminder], to: Recipient) -> bool:
    """Whether an agenda of that day tells a task, so that its usual reminder would repeat it."""
    if task is None or row.kind != PushKind.TASK or not is_shared(row, task):
        return False
    day = task.due_on
    if task.reminders is not None or day is None or not _is_listed(task, to):
        return False  # chosen for this task, or in no agenda
    if local_date(row.fire_at, to.zone) < day:
        return False
    of_day = [one for one in agendas if local_date(one.occurrence_at, to.zone) == day]
    return any(_tells(one, task) for one in of_day)


def _is_listed(task: Task, to: Recipient) -> bool:
    """Whether a person's agenda has a task: their own, or what they are assigned to in a group."""
    person = to.person
    is_own = task.chat_id == to.chat.id
    return is_own or (person is not None and any(one.id == person.id for one in task.assignees))


def _tells(agenda: Reminder, task: Task) -> bool:
    if agenda.state == PushState.PENDING:
        return True
    came = agenda.sent_at if agenda.message_id is not None else None
    return came is not None and task.updated_at < came


# The message of several


async def rows_of_message(session: AsyncSession, chat: Chat, message_id: int) -> list[Reminder]:
    """The pushes that came as one message, in the order in which it names them."""
    query = select(Reminder).where(Reminder.chat_id == chat.id, Reminder.message_id == message_id)
    return in_order((await session.exec(query)).all())


def in_order(rows: Sequence[Reminder]) -> list[Reminder]:
    """The order in which a message names what it reminds of."""
    return sorted(rows, key=lambda row: (row.occurrence_at, row.task_id or row.id))


async def all_tasks_of(session: AsyncSession, rows: Sequence[Reminder]) -> dict[UUID, Task]:
    """The tasks that pushes are about with all their parts, by key; those done and deleted, too."""
    ids = {row.task_id for row in rows}
    query = select(Task).where(col(Task.id).in_(ids)).options(*with_parts())
    return {task.id: task for task in (await session.exec(query)).all()}
