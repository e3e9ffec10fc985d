"""Which habits can be meant here, on which day, and how the asker keeps them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.habits.progress import KeptDay, people_shown
from storage.habits.find import get_kept_habit, habits_here, titles_of
from storage.habits.keeps import today_of
from storage.habits.reading import in_full, kept_in_hand
from storage.rules.schedules import habit_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from bot.requests import Request
    from storage.habits.keeps import Kept, KeptHabit
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
    own = (await kept_in_hand(request.session, habit, now=request.now)).of(request.user.id)
    return KeptDay.on(own, day) if own else None


def keeps_for(request: Request, habit: KeptHabit) -> list[Kept]:
    """How a habit is kept, as far as this chat sees it: everybody in a group, in private the
    asker."""
    if not request.chat.is_private:
        return habit.keeps
    own = habit.of(request.user.id)
    return [own] if own else []


def title_elsewhere(request: Request, habit: KeptHabit) -> str:
    """The title of the chat that a habit belongs to, if that is another."""
    return "" if habit.chat.id == request.chat.id else habit.chat.title


async def with_streaks(
    request: Request, rows: Sequence[Sequence[KeptDay]]
) -> list[tuple[KeptDay, ...]]:
    """The same days with all entries of those people whose streaks are shown and not known."""
    shown = [one for row in rows for one in people_shown(row, request.words)]
    unknown = [one for one in shown if not one.knows_streak]
    if not unknown:
        return [tuple(row) for row in rows]
    full = await in_full(request.session, [one.kept for one in unknown], now=request.now)
    by_key = {(one.habit.id, one.participant.user.id): one for one in full}
    return [tuple(_filled(one, by_key) for one in row) for row in rows]


def _filled(one: KeptDay, full: Mapping[tuple[UUID, UUID], Kept]) -> KeptDay:
    kept = full.get((one.kept.habit.id, one.kept.participant.user.id))
    return KeptDay.on(kept, one.day) if kept is not None else one
