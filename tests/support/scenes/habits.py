"""What Ann, Bob and Chen do with their habits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.habits.add import NewHabit, add_habit
from storage.habits.find import get_kept_habit, habits_here
from storage.habits.keeps import Kept
from storage.habits.participants import participants_of
from storage.habits.reading import kept
from storage.history.changed import changed_habits
from storage.history.facts import entry_facts
from storage.models import Change, Habit, HabitEntry
from storage.people.asking import Deed
from storage.rules.schedules import Direction, Goal, Schedule
from tests.support.scenes.people import NOW, Seat

TODAY = date(2026, 9, 23)  # NOW's, a Wednesday
DAILY = Schedule(TODAY - timedelta(days=30))
WATER = Goal(2000.0, "ml")
SWEETS = Goal(2.0, "", Direction.AT_MOST)


def day(ago: int) -> date:
    """So many days before TODAY."""
    return TODAY - timedelta(days=ago)


async def add_one(
    session: AsyncSession,
    seat: Seat,
    name: str = "run",
    *,
    goal: Goal | None = None,
    schedule: Schedule = DAILY,
    topic: int = 0,
    deed: Deed | None = None,
) -> Habit:
    new = NewHabit(name, schedule, goal)
    return await add_habit(session, new, chat=seat.chat, topic=topic, deed=deed or seat.deed())


async def again(session: AsyncSession, seat: Seat, habit: Habit) -> Habit:
    """The habit as it is now."""
    return await get_kept_habit(session, habit.id, asker=seat.asker)


async def names(
    session: AsyncSession, seat: Seat, *, topic: int = 0, archived: bool = False
) -> list[str]:
    """The names of a list in its order."""
    here = await habits_here(
        session, asker=seat.asker, chat=seat.chat, topic=topic, archived=archived
    )
    return [habit.name for habit in here]


async def keepers(session: AsyncSession, habit: Habit) -> list[str]:
    """The names of those who keep a habit."""
    return [keeper.user.name for keeper in (await participants_of(session, [habit]))[habit.id]]


async def kept_by(
    session: AsyncSession, seat: Seat, habit: Habit, *, now: datetime = NOW
) -> Kept | None:
    """How somebody keeps a habit, None if they do not."""
    found = await kept(session, [habit], now=now, user_id=seat.user.id)
    return found[0] if found else None


async def entries(session: AsyncSession, habit: Habit, user_id: UUID) -> dict[date, dict[str, Any]]:
    """What somebody's entries of a habit say, by day."""
    query = (
        select(HabitEntry)
        .where(HabitEntry.habit_id == habit.id, HabitEntry.user_id == user_id)
        .order_by(col(HabitEntry.day))
    )
    return {row.day: dict(entry_facts(row) or {}) for row in (await session.exec(query)).all()}


async def amounts(session: AsyncSession, habit: Habit, seat: Seat) -> dict[date, float]:
    """How much somebody did of a habit, by day."""
    return {on: row["amount"] for on, row in (await entries(session, habit, seat.user.id)).items()}


async def habit_changes(session: AsyncSession, habit: Habit) -> Sequence[Change]:
    """A habit's rows of history, oldest first."""
    query = select(Change).where(Change.habit_id == habit.id).order_by(col(Change.id))
    return (await session.exec(query)).all()


def changed_at(session: AsyncSession) -> dict[UUID, datetime]:
    """When each habit was changed that the transaction will plan the pushes of."""
    return {habit_id: one.now for habit_id, one in changed_habits(session).items()}
