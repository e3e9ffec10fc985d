"""What a push says, in words that are true when it leaves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.reader import Reader
from bot.replies import asked_again
from bot.texts import words_for
from bot.views.agendas import digest, due_of, missed_of
from bot.views.groups import told
from bot.views.habits import reminders as habit_views
from bot.views.reminders import tasks as views
from bot.views.reminders import together
from bot.views.weeks import is_empty, week
from storage.habits.find import titles_of
from storage.models import PushKind, PushState
from storage.models.pushes import OF_PEOPLE
from storage.people.users import name_of
from storage.pushes.contents import (
    asking_today,
    habit_push,
    habit_pushes,
    ranked_habits,
    tasks_of,
)
from storage.pushes.messages import answered_by, still_asks, told_tasks
from storage.pushes.people import OfPerson
from storage.pushes.together import all_tasks_of, in_order, rows_of_message
from storage.rules.offsets import lateness
from storage.rules.schedules import habit_day
from storage.tasks.lists import agenda
from storage.tasks.weeks import week_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession

    from bot.replies import Reply
    from storage.models import Reminder
    from storage.pushes.claims import Claim
    from storage.pushes.recipients import Recipient

    Saying = Callable[[AsyncSession, Claim, Reader], Awaitable[Reply | None]]


def reader_of(to: Recipient, *, now: datetime, topic: int = 0) -> Reader:
    """Who reads what is pushed to a chat, or to one of its topics: its person, or the group."""
    words = words_for(to.preferences.language)
    person = to.person.id if to.person is not None else None
    return Reader(words, to.preferences, now, to.chat.id, person, topic)


async def said(session: AsyncSession, claimed: Claim, reader: Reader) -> Reply | None:
    """What a claimed push says; None when there is nothing to say any more."""
    if claimed.together and claimed.row.kind not in OF_PEOPLE:
        return await _together(session, claimed, reader)
    is_missed = len(claimed.rows) > 1 and not claimed.together
    say = _missed if is_missed else SAYINGS[PushKind(claimed.row.kind)]
    return await say(session, claimed, reader)


async def _together(session: AsyncSession, claimed: Claim, reader: Reader) -> Reply | None:
    """Tasks of a whole day in one message, or what became of them by now."""
    mention, row = not claimed.chat.is_private, claimed.row
    if row.state == PushState.CLOSING:
        rows = await rows_of_message(session, claimed.chat, row.message_id or 0)
        parts = together.lines_of(rows, await all_tasks_of(session, rows), reader.person)
        return together.again(parts, reader, mention=mention)
    by_key = {task.id: task for task in await tasks_of(session, claimed.rows)}
    tasks = [by_key[one.task_id] for one in in_order(claimed.rows) if one.task_id in by_key]
    if not tasks:
        return None
    parts = [together.TaskLine(task, is_open=True) for task in tasks]
    return together.reminder(parts, reader, mention=mention, late=_late(claimed, reader))


def _late(claimed: Claim, reader: Reader) -> timedelta:
    row = claimed.row
    return lateness(row.fire_at, on_purpose=row.on_purpose, quiet=claimed.to.quiet, now=reader.now)


async def _agenda(session: AsyncSession, claimed: Claim, reader: Reader) -> Reply | None:
    if claimed.row.kind == PushKind.REVIEW and _day_has_turned(claimed.row.fire_at, reader):
        return None  # missed in a downtime: what was left of that evening is of no use any more
    zone, now = reader.preferences.zone, reader.now
    found = await agenda(session, claimed.chat, claimed.owner, zone=zone, now=now)
    keeps = await asking_today(session, claimed.to, now=now)
    titles = await titles_of(session, [one.habit for one in keeps])
    habits = due_of(keeps, titles, reader)
    if not found.tasks and not habits:
        return None
    return digest(found.tasks, reader, title=claimed.row.kind, habits=habits)


def _day_has_turned(since: datetime, reader: Reader) -> bool:
    zone, turn = reader.preferences.zone, reader.preferences.day_turn
    return habit_day(since, zone, turn=turn) < habit_day(reader.now, zone, turn=turn)


async def _missed(session: AsyncSession, claimed: Claim, reader: Reader) -> Reply | None:
    tasks = await tasks_of(session, claimed.rows)
    pushes = await habit_pushes(session, claimed.rows, claimed.to, now=reader.now)
    if not tasks and not pushes:
        return None
    habits = [missed_of(push) for push in pushes]
    return digest(tasks, reader, title="missed", habits=habits)


async def _habit(session: AsyncSession, claimed: Claim, reader: Reader) -> Reply | None:
    """A habit's reminder while its day asks for it, or what became of it."""
    row, now = claimed.row, reader.now
    push = await habit_push(session, row, claimed.to, now=now)
    if row.state == PushState.CLOSING:
        if push is not None and await still_asks(session, claimed, now=now):
            return asked_again(habit_views.reminder(push, reader))
        return habit_views.closed(push, reader)
    if push is None or not push.still_asks:
        return None
    return habit_views.reminder(push, reader, late=_late(claimed, reader))


async def _weekly(session: AsyncSession, claimed: Claim, reader: Reader) -> Reply | None:
    """A group's week; None while there is nothing to tell."""
    zone, now = reader.preferences.zone, reader.now
    keeps = await ranked_habits(session, claimed.chat, now=now)
    found = await week_of(session, claimed.chat, None, zone=zone, now=now)
    return None if is_empty(found, keeps) else week(found, keeps, reader)


async def _snooze(session: AsyncSession, claimed: Claim, reader: Reader) -> Reply | None:
    """What was put off: a task, or a habit."""
    about = _habit if claimed.row.habit_id is not None else _task
    return await about(session, claimed, reader)


async def _task(session: AsyncSession, claimed: Claim, reader: Reader) -> Reply | None:
    """One task's reminder, or what became of it; None of a task that is done or gone."""
    task, row = claimed.task, claimed.row
    if row.state == PushState.CLOSING and not await still_asks(session, claimed, now=reader.now):
        return views.closed(row, task, await answered_by(session, row), reader)
    if task is None or task.is_done or task.is_deleted:
        return None
    own = task.chat_id == claimed.chat.id and not claimed.chat.is_private
    is_closing = row.state == PushState.CLOSING
    late = timedelta() if is_closing or row.kind == PushKind.NAG else _late(claimed, reader)
    said = views.reminder(task, reader, mention=own, late=late)
    return asked_again(said) if is_closing else said


async def _of_people(session: AsyncSession, claimed: Claim, reader: Reader) -> Reply | None:
    """Whose tasks are now, or who can do them; None when that is not so any more."""
    is_closing = claimed.row.state == PushState.CLOSING
    rows: Sequence[Reminder] = claimed.rows
    if is_closing and claimed.together:
        rows = await rows_of_message(session, claimed.chat, claimed.row.message_id or 0)
    parts = await told_tasks(session, rows, await all_tasks_of(session, rows))
    if not is_closing:
        parts = [part for part in parts if part.holds]
    if not parts:
        return None
    about = OfPerson.of(claimed.row)
    is_question = claimed.row.kind == PushKind.CANNOT
    name = await name_of(session, about.person if is_question else about.by)
    return told.again(parts, name, reader) if is_closing else told.told(parts, name, reader)


SAYINGS: dict[PushKind, Saying] = {
    PushKind.TASK: _task,
    PushKind.NAG: _task,
    PushKind.SNOOZE: _snooze,
    PushKind.HABIT: _habit,
    PushKind.AGENDA: _agenda,
    PushKind.REVIEW: _agenda,
    PushKind.SUMMARY: _agenda,
    PushKind.WEEKLY: _weekly,
    PushKind.ASSIGNED: _of_people,
    PushKind.CANNOT: _of_people,
}
