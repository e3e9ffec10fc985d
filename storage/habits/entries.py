"""What people did of their habits, day by day, and what that makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Cast, Integer, String, cast, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.errors import TooMany
from storage.habits.away import away_of
from storage.habits.participants import Participant, join, member_of, participants_of
from storage.history.recording import Deed, changed_habits, keep_change
from storage.models import ENTRY_NOTE_LIMIT, Action, Habit, HabitEntry, User
from storage.people.preferences import default_zone_of, preferences_of
from storage.rules.histories import Entry, History
from storage.rules.schedules import habit_day

AMOUNT_LIMIT = 1_000_000_000.0
DIGITS = 3  # of an amount behind the point


@dataclass(frozen=True, slots=True)
class Kept:
    """A habit as one person keeps it, up to their today."""

    habit: Habit
    participant: Participant
    history: History
    today: date


async def tick(session: AsyncSession, habit: Habit, day: date, deed: Deed) -> bool:
    """Tick a day of the asker's, or untick it; whether it is ticked now.

    Who did not keep a shared habit does from now on.
    """
    entry = await _entry(session, habit, day, deed)
    is_ticked = entry is None or not entry.amount
    facts = _facts(entry, amount=float(is_ticked))
    await _write(session, habit, day, deed, entry=entry, facts=facts)
    return is_ticked


async def skip(
    session: AsyncSession,
    habit: Habit,
    day: date,
    deed: Deed,
    *,
    is_skip: bool | None = None,
    note: str = "",
) -> bool:
    """Skip a day of the asker's, or take that back: what `is_skip` says, else the other one of
    what it is. Whether it is skipped now. Raises TooMany for a long note."""
    entry = await _entry(session, habit, day, deed)
    was_skip = entry is not None and entry.is_skip
    is_skip = not was_skip if is_skip is None else is_skip
    amount = entry.amount if entry is not None and not is_skip else 0.0
    facts = _facts(entry, amount=amount, is_skip=is_skip, note=note)
    await _write(session, habit, day, deed, entry=entry, facts=facts)
    return is_skip


async def add_amount(
    session: AsyncSession, habit: Habit, day: date, amount: float, deed: Deed, *, note: str = ""
) -> float:
    """Add to what the asker did on a day; the day's amount. Raises TooMany for a long note."""
    entry = await _entry(session, habit, day, deed)
    total = (entry.amount if entry else 0.0) + amount
    return await _set_amount(session, habit, day, total, deed, entry=entry, note=note)


async def set_amount(
    session: AsyncSession, habit: Habit, day: date, amount: float, deed: Deed, *, note: str = ""
) -> float:
    """Set what the asker did on a day, 0 for nothing; a note is added to the day's. The day's
    amount. Raises TooMany for a long note."""
    entry = await _entry(session, habit, day, deed)
    return await _set_amount(session, habit, day, amount, deed, entry=entry, note=note)


async def _set_amount(
    session: AsyncSession,
    habit: Habit,
    day: date,
    amount: float,
    deed: Deed,
    *,
    entry: HabitEntry | None,
    note: str,
) -> float:
    total = round(min(max(0.0, amount), AMOUNT_LIMIT), DIGITS)
    is_told = habit.goal is not None and habit.goal.is_limit  # "none today" is worth an entry
    facts = _facts(entry, amount=total, note=note, is_told=is_told)
    await _write(session, habit, day, deed, entry=entry, facts=facts)
    return total


def _facts(
    entry: HabitEntry | None,
    *,
    amount: float,
    is_skip: bool = False,
    note: str = "",
    is_told: bool = False,
) -> dict[str, Any] | None:
    """What an entry is to be, with one more note; None where it would say nothing, unless
    `is_told`. Raises TooMany."""
    known, note = entry.note if entry else "", note.strip()
    said_before = f"\n{known}".endswith(f"\n{note}")
    notes = known if said_before else "\n".join(filter(None, (known, note)))
    if len(notes) > ENTRY_NOTE_LIMIT:
        raise TooMany("notes", ENTRY_NOTE_LIMIT)
    says = amount or is_skip or notes or is_told
    return {"amount": amount, "is_skip": is_skip, "note": notes} if says else None


async def _entry(session: AsyncSession, habit: Habit, day: date, deed: Deed) -> HabitEntry | None:
    """The asker's entry of a day; nobody else changes it until the transaction ends."""
    who = deed.asker.user_id
    if await member_of(session, habit.id, who, lock=True) is None:
        await join(session, habit, deed)
        await member_of(session, habit.id, who, lock=True)
    return await session.get(HabitEntry, (habit.id, who, day), populate_existing=True)


async def _write(
    session: AsyncSession,
    habit: Habit,
    day: date,
    deed: Deed,
    *,
    entry: HabitEntry | None,
    facts: dict[str, Any] | None,
) -> None:
    """Keep an entry and its history; None drops it."""
    before = entry_facts(entry)
    if facts == before:
        return
    await put_entry(session, habit, deed.asker.user_id, day, facts, now=deed.now)
    where = {"user": deed.asker.user_id.hex, "day": day.isoformat()}
    keep_change(
        session,
        habit,
        Action.LOG,
        deed,
        before={"entry": {**where, "facts": before}},
        after={"entry": {**where, "facts": facts}},
    )


async def put_entry(
    session: AsyncSession,
    habit: Habit,
    user_id: UUID,
    day: date,
    facts: dict[str, Any] | None,
    *,
    now: datetime,
) -> None:
    """Make somebody's entry of a day what these facts say, without a history; None drops it."""
    entry = await session.get(HabitEntry, (habit.id, user_id, day))
    changed_habits(session)[habit.id] = now
    if facts is None:
        if entry is not None:
            await session.delete(entry)
    elif entry is None:
        session.add(
            HabitEntry(habit_id=habit.id, user_id=user_id, day=day, updated_at=now, **facts)
        )
    else:
        for name, value in facts.items():
            setattr(entry, name, value)
        entry.updated_at = now
    await session.flush()


def entry_facts(entry: HabitEntry | None) -> dict[str, Any] | None:
    """What of an entry its history holds, as JSON."""
    if entry is None:
        return None
    return {"amount": entry.amount, "is_skip": entry.is_skip, "note": entry.note}


async def kept(
    session: AsyncSession,
    habits: Sequence[Habit],
    *,
    now: datetime,
    user_id: UUID | None = None,
    since: date | None = None,
) -> list[Kept]:
    """How these habits are kept by everybody who keeps them, or by one person, in the order of
    `habits`; entries from a day on, or all.

    The habits were read through `visible_habits`, so how they are kept may be read too.
    """
    participants = await participants_of(session, habits, user_id=user_id)
    entries = await _entries(session, habits, user_id=user_id, since=since)
    return [
        _kept(
            session, habit, participant, entries.get((habit.id, participant.user.id), []), now=now
        )
        for habit in habits
        for participant in participants[habit.id]
    ]


def _kept(
    session: AsyncSession,
    habit: Habit,
    participant: Participant,
    entries: list[Entry],
    *,
    now: datetime,
) -> Kept:
    chosen = preferences_of(participant.user, default_zone=default_zone_of(session))
    history = History(
        habit.schedule,
        habit.goal,
        entries,
        away=(*participant.pauses, *away_of(participant.user.settings)),
        first_weekday=chosen.first_weekday,
    )
    return Kept(habit, participant, history, habit_day(now, chosen.zone, turn=chosen.day_turn))


def today_of(session: AsyncSession, user: User, *, now: datetime) -> date:
    """The day that it is for somebody's habits."""
    chosen = preferences_of(user, default_zone=default_zone_of(session))
    return habit_day(now, chosen.zone, turn=chosen.day_turn)


async def _entries(
    session: AsyncSession, habits: Sequence[Habit], *, user_id: UUID | None, since: date | None
) -> dict[tuple[UUID, UUID], list[Entry]]:
    said = _text(HabitEntry.day) + " " + _text(HabitEntry.amount) + " "
    said += _text(cast(HabitEntry.is_skip, Integer))
    # one text each: rows and their keys would take four times as long
    query = select(HabitEntry.habit_id, HabitEntry.user_id, func.aggregate_strings(said, ","))
    query = query.where(col(HabitEntry.habit_id).in_([habit.id for habit in habits]))
    if user_id is not None:
        query = query.where(HabitEntry.user_id == user_id)
    if since is not None:
        query = query.where(HabitEntry.day >= since)
    found = await session.exec(query.group_by(col(HabitEntry.habit_id), col(HabitEntry.user_id)))
    read = cache(_read)  # people and habits share their days
    return {(habit_id, who): [*map(read, text.split(","))] for habit_id, who, text in found.all()}


def _text(column: Any) -> Cast[str]:
    return cast(column, String)


def _read(said: str) -> Entry:
    day, amount, is_skip = said.split(" ")
    return Entry(date.fromisoformat(day), float(amount), is_skip == "1")


async def last_notes(
    session: AsyncSession, habit: Habit, user: User, *, limit: int = 3
) -> list[tuple[date, str]]:
    """The newest notes that somebody made about a habit, with their days, newest first."""
    query = (
        select(col(HabitEntry.day), col(HabitEntry.note))
        .where(
            HabitEntry.habit_id == habit.id, HabitEntry.user_id == user.id, HabitEntry.note != ""
        )
        .order_by(col(HabitEntry.day).desc())
        .limit(limit)
    )
    return [(day, note) for day, note in (await session.exec(query)).all()]
