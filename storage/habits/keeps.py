"""How people keep habits, and what of it a transaction has in hand: it is read once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from storage.people.preferences import default_zone_of, preferences_of
from storage.rules.histories import Entry, History
from storage.rules.schedules import away_of, habit_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.history.facts import EntryFacts
    from storage.history.kinds import HabitDay
    from storage.models import Chat, Habit, User
    from storage.rules.schedules import Goal, Schedule, Span


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in a habit, and their pauses of it. `private`: their own chat with
    the bot, if they have ever started it and it was read."""

    user: User
    pauses: tuple[Span, ...]
    is_ranked: bool
    private: Chat | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A habit as one person keeps it, up to their today.

    `since`: the first day whose entries the history holds; None if it holds all.
    """

    habit: Habit
    participant: Participant
    history: History
    today: date
    since: date | None = None


@dataclass(slots=True)
class KeptHabit:
    """A habit, its chat, and how people keep it: everybody (`is_whole`), or only one person.

    `notes`: the newest ones of one person with their days, newest first, if they were asked for.
    """

    habit: Habit
    chat: Chat
    keeps: list[Kept]
    is_whole: bool
    notes: tuple[tuple[date, str], ...] = ()

    def of(self, user_id: UUID) -> Kept | None:
        """How one person keeps it, if they do."""
        return next((one for one in self.keeps if one.participant.user.id == user_id), None)

    def serves(self, habit: Habit, since: date, user_id: UUID | None) -> bool:
        """Whether it still tells how everybody (None), or one person, keeps the habit from a day
        on."""
        schedule, goal = habit.schedule, habit.goal
        return (self.is_whole or (user_id is not None and self.of(user_id) is not None)) and all(
            (one.since is None or one.since <= since)
            and one.history.schedule == schedule
            and one.history.goal == goal
            for one in self.keeps
        )


@dataclass(slots=True)
class Hand:
    """What a transaction has read of habits: how they are kept, and the days that it changes."""

    habits: dict[UUID, KeptHabit] = field(default_factory=dict)
    days: dict[tuple[UUID, UUID, date], HabitDay] = field(default_factory=dict)

    def forget(self, habit_id: UUID) -> None:
        """Who keeps a habit, or how, has changed: it is to be read again."""
        self.habits.pop(habit_id, None)


def hand_of(session: AsyncSession) -> Hand:
    """What this transaction has in hand."""
    hand: Hand = session.info.setdefault("habits_in_hand", Hand())
    return hand


def entry_changed(session: AsyncSession, part: HabitDay, facts: EntryFacts | None) -> None:
    """Change an entry in what is in hand, too; None if it was deleted."""
    kept_habit = hand_of(session).habits.get(part.habit.id)
    own = kept_habit.of(part.user_id) if kept_habit is not None else None
    if kept_habit is None or own is None:
        return
    entries = [entry for entry in own.history.entries if entry.on != part.day]
    if facts is not None:
        entries.append(Entry(part.day, facts["amount"], facts["is_skip"]))
    history = replace(own.history, entries=entries)
    kept_habit.keeps[kept_habit.keeps.index(own)] = replace(own, history=history)


@dataclass(frozen=True, slots=True)
class OwnDays:
    """How one person's days run: what today is, their days away, when their weeks begin."""

    today: date
    away: tuple[Span, ...]
    first_weekday: int


def own_days(session: AsyncSession, user: User, *, now: datetime) -> OwnDays:
    """The days of a person's habits."""
    chosen = preferences_of(user, default_zone=default_zone_of(session))
    today = habit_day(now, chosen.zone, turn=chosen.day_turn)
    return OwnDays(today, away_of(user.settings), chosen.first_weekday)


def kept_as(
    habit: Habit,
    terms: tuple[Schedule, Goal | None],
    participant: Participant,
    days: OwnDays,
    entries: Sequence[Entry],
    *,
    since: date | None = None,
) -> Kept:
    """A habit, whose schedule and goal are `terms`, with what one person did of it."""
    away = (*participant.pauses, *days.away)
    history = History(*terms, entries, away=away, first_weekday=days.first_weekday)
    return Kept(habit, participant, history, days.today, since)


def today_of(session: AsyncSession, user: User, *, now: datetime) -> date:
    """Which day it is now for somebody's habits."""
    return own_days(session, user, now=now).today


def all_of(habits: Iterable[KeptHabit]) -> list[Kept]:
    """How everybody keeps these habits, habit by habit."""
    return [one for habit in habits for one in habit.keeps]
