"""Habits with who keeps them and what they did, in one statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from storage.habits.find import list_params
from storage.habits.keeps import Kept, KeptHabit, Participant, all_of, hand_of, kept_as, own_days
from storage.habits.statements import WIDTHS, HabitsMeant, board_days, statement_of
from storage.history.kinds import HabitDay
from storage.rules.histories import Entry
from storage.rules.schedules import spans_from_json
from storage.several import read_several

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import (
        Chat,
        Habit,
        HabitEntry,
        User,
    )
    from storage.people.asking import Where


@dataclass(frozen=True, slots=True)
class PressedDay:
    """The day of a habit that a press is about, and whose it is."""

    habit_id: UUID
    user_id: UUID
    day: date


async def kept_list(
    session: AsyncSession,
    where: Where,
    *,
    day: date,
    now: datetime,
    pressed: PressedDay | None = None,
) -> list[KeptHabit]:
    """The habits of a list in order, as `habits_here` finds them, with how they are kept: in a
    group by everybody, in a private chat by its person.

    Entries are read as far as a board of `day` needs them: see `Kept.since`. Of the habit that is
    `pressed` everybody is read, as planning needs it.
    """
    chat, asker = where.chat, where.asker
    params = {
        **list_params(asker=asker, chat=chat, topic=where.topic),
        **board_days(day),
        "people": [asker.user_id],
    }
    shape = HabitsMeant.OWN_LIST if chat.is_private else HabitsMeant.GROUPS_LIST
    found = await _read(session, shape, params, pressed=pressed, now=now)
    _take(session, found)
    return sorted(found, key=lambda one: (one.habit.chat_id != chat.id, _in_order(one)))


def _take(session: AsyncSession, habits: Sequence[KeptHabit]) -> None:
    """Keep in hand how these habits are kept: planning needs it."""
    hand_of(session).habits.update({one.habit.id: one for one in habits})


def _in_order(one: KeptHabit) -> tuple[UUID, int, UUID]:
    return one.habit.chat_id, one.habit.position, one.habit.id


async def kept_habit(
    session: AsyncSession,
    habit: Habit,
    *,
    now: datetime,
    pressed: PressedDay | None = None,
    notes_of: UUID | None = None,
) -> KeptHabit:
    """One habit with all that everybody has done of it, and the newest notes of one person."""
    params = {"habits": [habit.id], "since": None, "notes_of": notes_of}
    (found,) = await _read(session, HabitsMeant.EVERYBODYS, params, pressed=pressed, now=now)
    _take(session, [found])
    return found


async def kept_in_hand(session: AsyncSession, habit: Habit, *, now: datetime) -> KeptHabit:
    """The same, which is not read again where this transaction has it in hand."""
    found = hand_of(session).habits.get(habit.id)
    if found is not None and found.serves(habit, date.min, None):
        return found
    return await kept_habit(session, habit, now=now)


async def kept(
    session: AsyncSession,
    habits: Sequence[Habit],
    *,
    now: datetime,
    user_id: UUID | None = None,
    since: date | None = None,
) -> list[Kept]:
    """How each participant, or only one person, keeps these habits, in the order of `habits`.

    `since` is the first day whose entries are read, None for all. The habits were read through
    `visible_habits`, so how they are kept may be read too.
    """
    return all_of(await kept_habits(session, habits, now=now, user_id=user_id, since=since))


async def kept_habits(
    session: AsyncSession,
    habits: Sequence[Habit],
    *,
    now: datetime,
    user_id: UUID | None = None,
    since: date | None = None,
) -> list[KeptHabit]:
    """The same, habit by habit."""
    if not habits:
        return []
    params = {"habits": [one.id for one in habits], "since": since, "people": [user_id]}
    shape = HabitsMeant.EVERYBODYS if user_id is None else HabitsMeant.SOMEBODYS
    found = await _read(session, shape, params, now=now)
    by_key = {one.habit.id: one for one in found}
    return [by_key[habit.id] for habit in habits]


async def in_full(session: AsyncSession, keeps: Sequence[Kept], *, now: datetime) -> list[Kept]:
    """The same with all of their entries."""
    wanted = [(one.habit.id, one.participant.user.id) for one in keeps]
    params = {
        "habits": list({habit_id for habit_id, _ in wanted}),
        "people": list({user_id for _, user_id in wanted}),
        "since": None,
    }
    found = await _read(session, HabitsMeant.SOMEBODYS, params, now=now)
    by_key = {
        (habit.habit.id, one.participant.user.id): one for habit in found for one in habit.keeps
    }
    return [by_key[key] for key in wanted]


async def _read(
    session: AsyncSession,
    shape: HabitsMeant,
    params: dict[str, Any],
    *,
    now: datetime,
    pressed: PressedDay | None = None,
) -> list[KeptHabit]:
    about = {
        "pressed": pressed.habit_id if pressed else None,
        "presser": pressed.user_id if pressed else None,
        "day": params.get("day"),
        "pressed_day": pressed.day if pressed else None,
        "notes_of": params.get("notes_of"),
    }
    found = await read_several(session, statement_of(shape), {**params, **about}, WIDTHS)
    habits, chats, users, texts, entries, notes = found
    if pressed is not None:
        _take_day(session, habits, pressed, entries)
    by_key = {chat.id: chat for chat in chats}
    private = {chat.telegram_id: chat for chat in chats if chat.is_private}
    read = _Reading(session, now, {user.id: user for user in users}, private)
    keeps = read.keeps({habit.id: habit for habit in habits}, texts)
    is_everybody = shape in {HabitsMeant.GROUPS_LIST, HabitsMeant.EVERYBODYS}
    return [
        KeptHabit(
            habit,
            by_key[habit.chat_id],
            keeps.get(habit.id, []),
            is_whole=is_everybody or (pressed is not None and pressed.habit_id == habit.id),
            notes=tuple(sorted(notes, reverse=True)),
        )
        for habit in habits
    ]


def _take_day(
    session: AsyncSession,
    habits: Sequence[Habit],
    pressed: PressedDay,
    entries: Sequence[HabitEntry],
) -> None:
    """Keep the day that is pressed in hand."""
    for habit in habits:
        if habit.id == pressed.habit_id:
            part = HabitDay(habit, pressed.user_id, pressed.day, next(iter(entries), None))
            hand_of(session).days[habit.id, pressed.user_id, pressed.day] = part


@dataclass(frozen=True, slots=True)
class _Reading:
    """What makes rows into values: the people who were read, and their own chats with the bot."""

    session: AsyncSession
    now: datetime
    users: Mapping[UUID, User]
    private: Mapping[int, Chat]

    def keeps(
        self, habits: Mapping[UUID, Habit], texts: Sequence[tuple[Any, ...]]
    ) -> dict[UUID, list[Kept]]:
        """How each habit is kept, by the people's names."""
        read = cache(_entry)  # the same text occurs with many people and habits
        first_day = cache(date.fromisoformat)
        days = {key: own_days(self.session, one, now=self.now) for key, one in self.users.items()}
        terms = {key: (habit.schedule, habit.goal) for key, habit in habits.items()}
        found: dict[UUID, list[Kept]] = {}
        for habit_id, user_id, pauses, is_ranked, since, text in texts:
            user = self.users[user_id]
            own_chat = self.private.get(user.telegram_id)
            participant = Participant(user, spans_from_json(pauses), is_ranked, own_chat)
            entries = [*map(read, text.split(","))] if text else []
            habit, own = habits[habit_id], days[user_id]
            first = first_day(since) if since else None
            kept = kept_as(habit, terms[habit_id], participant, own, entries, since=first)
            found.setdefault(habit_id, []).append(kept)
        for keeps in found.values():
            keeps.sort(key=lambda one: (one.participant.user.name, one.participant.user.id))
        return found


def _entry(text: str) -> Entry:
    """`2026-09-23`, a tick, or `2026-09-23 500 0`, an amount and whether it is a skip."""
    day, _, more = text.partition(" ")
    if not more:
        return Entry(date.fromisoformat(day))
    amount, is_skip = more.split(" ")
    return Entry(date.fromisoformat(day), float(amount), is_skip == "1")
