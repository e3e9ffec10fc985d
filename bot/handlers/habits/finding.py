"""Which habits can be meant here, on which day, and how the asker keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.habits.progress import KeptDay
from storage.habits.entries import kept, today_of
from storage.habits.find import get_kept_habit, habits_here, titles_of
from storage.rules.schedules import habit_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from bot.requests import Request
    from storage.models import Habit


async def find_habit(request: Request, key: UUID) -> Habit:
    """A habit that the asker may see. Raises UnknownHabit."""
    return await get_kept_habit(request.session, key, asker=request.asker)


async def list_habits(request: Request, *, archived: bool = False) -> list[Habit]:
    """The habits of this chat or topic, in private also those of the asker's groups."""
    return await habits_here(
        request.session,
        asker=request.asker,
        chat=request.chat,
        topic=request.topic,
        archived=archived,
    )


async def titles_elsewhere(request: Request, habits: Sequence[Habit]) -> dict[UUID, str]:
    """The titles of the other chats that these habits belong to, by the chats' keys."""
    elsewhere = [habit for habit in habits if habit.chat_id != request.chat.id]
    return await titles_of(request.session, elsewhere) if elsewhere else {}


def chat_today(request: Request) -> date:
    """The date of today for habits in this chat."""
    return habit_day(request.now, request.preferences.zone, turn=request.preferences.day_turn)


def own_today(request: Request) -> date:
    """The date of today for the asker's habits: in their zone, by the hour when their day turns."""
    if request.chat.is_private:
        return chat_today(request)
    return today_of(request.session, request.user, now=request.now)


async def kept_day(request: Request, habit: Habit, day: date) -> KeptDay | None:
    """One day of a habit as the asker keeps it; None if they do not keep it."""
    found = await kept(request.session, [habit], now=request.now, user_id=request.user.id)
    return KeptDay.on(found[0], day) if found else None
