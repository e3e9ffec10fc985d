"""What people do to habits' reminders: they put them off, and ask what comes next."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import delete, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.history.changed import habit_changed
from storage.models import Chat, Habit, PushKind, PushState, Reminder
from storage.pushes.habits import days_of, habit_row
from storage.pushes.tasks import OPEN, close_sent, owner_of
from storage.rules.slots import ONE_DAY, Days


async def days_in(session: AsyncSession, chat: Chat) -> Days:
    """How the days of a chat's reminders turn."""
    return days_of(session, chat, await owner_of(session, chat))


async def snooze_habit(
    session: AsyncSession, habit: Habit, chat: Chat, day: date, until: datetime, *, now: datetime
) -> bool:
    """Remind of a habit again in this chat, and not before; False when its day is over by then.

    It takes the place of an earlier snooze.
    """
    if until >= (await days_in(session, chat)).begins(day + ONE_DAY):
        return False
    here = (col(Reminder.habit_id) == habit.id, col(Reminder.chat_id) == chat.id)
    row = habit_row(
        PushKind.SNOOZE, habit, chat, f"{day:%Y%m%d}@snooze-{int(until.timestamp())}", until
    )
    before = or_(col(Reminder.fire_at) <= until, col(Reminder.kind) == PushKind.SNOOZE)
    await session.exec(delete(Reminder).where(*here, col(Reminder.state).in_(OPEN), before))
    await session.exec(delete(Reminder).where(col(Reminder.slot) == row.slot))
    session.add(row)
    await close_sent(session, *here, now=now)
    habit_changed(session, habit, now=now)
    return True


async def habit_coming(session: AsyncSession, habit: Habit, chat: Chat) -> datetime | None:
    """When this chat is next reminded of a habit, for `Why?`."""
    query = select(func.min(Reminder.fire_at)).where(
        Reminder.habit_id == habit.id,
        Reminder.chat_id == chat.id,
        Reminder.state == PushState.PENDING,
    )
    return (await session.exec(query)).first()
