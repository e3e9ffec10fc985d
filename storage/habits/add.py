"""Habits added to a chat's list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import select

from storage.habits.places import check_new, cut_name
from storage.history.recording import record_added
from storage.models import COLOURS, Chat, Habit, HabitMember
from storage.rules.folding import searchable_name

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed
    from storage.rules.schedules import Goal, Schedule


@dataclass(frozen=True, slots=True)
class NewHabit:
    """A habit to add; yes or no without a `goal`."""

    name: str
    schedule: Schedule
    goal: Goal | None = None


async def add_habit(
    session: AsyncSession, new: NewHabit, *, chat: Chat, topic: int, deed: Deed
) -> Habit:
    """Add a habit to a chat's list; the asker takes part in it. Raises HabitExists, TooMany."""
    name = cut_name(new.name)
    await check_new(session, name, chat.id, topic)
    position = await _next_position(session, chat.id)
    habit = Habit(
        chat_id=chat.id,
        topic=topic,
        name=name,
        searchable=searchable_name(name),
        recurring_schedule=new.schedule.to_json(),
        colour=position % COLOURS,
        position=position,
        created_by=deed.asker.user_id,
        created_at=deed.now,
        updated_at=deed.now,
    )
    habit.goal = new.goal
    session.add(habit)
    await session.flush()  # the rows of history and of members refer to it
    record_added(session, habit, deed)
    session.add(HabitMember(habit_id=habit.id, user_id=deed.asker.user_id, joined_at=deed.now))
    await session.flush()
    return habit


async def _next_position(session: AsyncSession, chat_id: UUID) -> int:
    """A position that no habit of the chat has. Deleted habits count: they may come back."""
    free = func.coalesce(func.max(Habit.position) + 1, 0)
    return (await session.exec(select(free).where(Habit.chat_id == chat_id))).one()
