"""Habits added to a chat's list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.habits.keeps import KeptHabit, Participant, hand_of, kept_as, own_days
from storage.habits.places import cut_name, place_for
from storage.history.recording import record_added
from storage.models import COLOURS, Chat, Habit, HabitMember, User
from storage.rules.folding import searchable_name

if TYPE_CHECKING:
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
    author = deed.asker.user_id
    position, own_chat = await place_for(session, name, chat.id, topic, author)
    habit = Habit(
        chat_id=chat.id,
        topic=topic,
        name=name,
        searchable=searchable_name(name),
        recurring_schedule=new.schedule.to_json(),
        colour=position % COLOURS,
        position=position,
        created_by=author,
        created_at=deed.now,
        updated_at=deed.now,
    )
    habit.goal = new.goal
    session.add(habit)
    await session.flush()  # the rows of history and of members refer to it
    record_added(session, habit, deed)
    session.add(HabitMember(habit_id=habit.id, user_id=author, joined_at=deed.now))
    await session.flush()
    user = await session.get_one(User, author)
    participant = Participant(user, (), True, own_chat)
    days = own_days(session, user, now=deed.now)
    own = kept_as(habit, (habit.schedule, habit.goal), participant, days, [])
    hand_of(session).habits[habit.id] = KeptHabit(habit, chat, [own], is_whole=True)
    return habit
