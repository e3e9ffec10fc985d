"""Somebody can be reminded again: they are back from being away, or have unblocked the bot."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import delete
from sqlmodel import col, select

from storage.history.changed import habit_changed, task_changed
from storage.models import Chat, Habit, PushKind, PushState, Reminder, Task
from storage.models.pushes import REGULAR
from storage.pushes.kinds import WAITING
from storage.pushes.plans.regular import plan_regular
from storage.pushes.recipients import recipient_in
from storage.pushes.rows import RETURN, insert, new_digest
from storage.rules.absence import absence_of
from storage.rules.due import local_date, moment
from storage.tasks.parts import read, selected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.pushes.recipients import Recipient


async def plan_return(session: AsyncSession, to: Recipient, *, now: datetime) -> None:
    """Plan the summary of whoever is away for the time when they are back; whoever is back already
    gets it at once."""
    if to.person is None:
        return
    waiting = (col(Reminder.chat_id) == to.chat.id, col(Reminder.key) == RETURN)
    await session.exec(delete(Reminder).where(*waiting, col(Reminder.state).in_(WAITING)))
    absence = absence_of(to.person.settings)
    if absence is None or absence.is_over(now):
        if to.person.blocked_at is None:
            await resume(session, to.chat, now=now)
    elif absence.until is not None:
        at = _told_at(absence.until, to)
        await insert(session, new_digest(to.chat, PushKind.SUMMARY, at, key=RETURN))


def _told_at(until: datetime, to: Recipient) -> datetime:
    """When a person is told what they have missed: in the morning of the day on which they are
    back, or at the moment that they have said."""
    local = until.astimezone(ZoneInfo(to.zone))
    if local.time() != time():
        return until
    usual = to.preferences.pushes
    return moment(local_date(until, to.zone), usual.agenda or usual.morning, to.zone)


async def resume(session: AsyncSession, chat: Chat, *, now: datetime) -> None:
    """Plan again for somebody who can be reminded again; what they have missed becomes a
    summary."""
    if await release(session, chat, now=now):
        await insert(session, new_digest(chat, PushKind.SUMMARY, now))


async def release(session: AsyncSession, chat: Chat, *, now: datetime) -> bool:
    """Let what was held for a chat go on; whether a reminder was missed."""
    query = select(Reminder).where(Reminder.chat_id == chat.id, Reminder.state == PushState.HELD)
    held = (await session.exec(query)).all()
    missed = [row for row in held if row.fire_at <= now]
    for row in held:
        row.state = PushState.CLOSED if row in missed else PushState.PENDING
    await _note_changed(session, held, now=now)  # tasks that nag go on nagging
    if any(row.kind in REGULAR for row in missed):
        await plan_regular(session, await recipient_in(session, chat), now=now)
    return any(row.kind not in REGULAR for row in missed)


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
