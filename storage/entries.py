"""What people did of their habits, day by day, and what that makes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.habits import Keeper, away_of, join, keepers_of, member_of
from storage.history import Deed, changed_habits, keep_change
from storage.models import ENTRY_NOTE_LIMIT, Action, Habit, HabitEntry, User
from storage.rules.preferences import preferences
from storage.rules.schedules import habit_day
from storage.rules.streaks import Entry, History

AMOUNT_LIMIT = 1_000_000_000.0
DIGITS = 3  # of an amount behind the point


@dataclass(frozen=True, slots=True)
class Kept:
    """A habit as one person keeps it, up to their today."""

    habit: Habit
    keeper: Keeper
    history: History
    today: date


async def tick(session: AsyncSession, habit: Habit, day: date, deed: Deed) -> bool:
    """Tick a day of the asker's, or untick it; whether it is ticked now.

    Who did not keep a shared habit does from now on.
    """
    entry = await _entry(session, habit, day, deed)
    is_ticked = entry is None or not entry.amount
    await _write(session, habit, day, deed, entry, amount=float(is_ticked), is_skip=False)
    return is_ticked


async def skip(session: AsyncSession, habit: Habit, day: date, deed: Deed) -> bool:
    """Skip a day of the asker's, or take that back; whether it is skipped now."""
    entry = await _entry(session, habit, day, deed)
    is_skip = entry is None or not entry.is_skip
    await _write(session, habit, day, deed, entry, amount=0.0, is_skip=is_skip)
    return is_skip


async def add_amount(
    session: AsyncSession, habit: Habit, day: date, amount: float, deed: Deed, *, note: str = ""
) -> float:
    """Add to what the asker did on a day; the day's amount."""
    entry = await _entry(session, habit, day, deed)
    total = (entry.amount if entry else 0.0) + amount
    return await set_amount(session, habit, day, total, deed, note=note)


async def set_amount(
    session: AsyncSession, habit: Habit, day: date, amount: float, deed: Deed, *, note: str = ""
) -> float:
    """Set what the asker did on a day, 0 for nothing; a note is added to the day's."""
    entry = await _entry(session, habit, day, deed)
    total = round(min(max(amount, 0.0), AMOUNT_LIMIT), DIGITS)
    notes = [said for said in (entry.note if entry else "", note.strip()) if said]
    await _write(
        session,
        habit,
        day,
        deed,
        entry,
        amount=total,
        is_skip=False,
        note="\n".join(notes)[:ENTRY_NOTE_LIMIT],
    )
    return total


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
    entry: HabitEntry | None,
    **facts: Any,
) -> None:
    """Keep an entry and its history; one that says nothing any more is dropped."""
    before = entry_facts(entry)
    after = {"amount": 0.0, "is_skip": False, "note": "", **(before or {}), **facts}
    if not any(after.values()):
        after = {}
    if after == (before or {}):
        return
    await put_entry(session, habit, deed.asker.user_id, day, after or None, now=deed.now)
    where = {"user": deed.asker.user_id.hex, "day": day.isoformat()}
    keep_change(
        session,
        habit,
        Action.LOG,
        deed,
        before={"entry": {**where, "facts": before}},
        after={"entry": {**where, "facts": after or None}},
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
    keepers = await keepers_of(session, habits, user_id=user_id)
    entries = await _entries(session, habits, user_id=user_id, since=since)
    return [
        _kept(session, habit, keeper, entries.get((habit.id, keeper.user.id), []), now=now)
        for habit in habits
        for keeper in keepers[habit.id]
    ]


def _kept(
    session: AsyncSession, habit: Habit, keeper: Keeper, entries: list[Entry], *, now: datetime
) -> Kept:
    chosen = preferences(
        keeper.user.settings,
        fallback={},
        zone=session.info.get("default_zone", "UTC"),
        language=keeper.user.telegram_language,
    )
    history = History(
        habit.schedule,
        habit.goal,
        entries,
        away=(*keeper.pauses, *away_of(keeper.user.settings)),
        first_weekday=chosen.first_weekday,
    )
    return Kept(habit, keeper, history, habit_day(now, chosen.zone, turn=chosen.day_turn))


async def _entries(
    session: AsyncSession, habits: Sequence[Habit], *, user_id: UUID | None, since: date | None
) -> dict[tuple[UUID, UUID], list[Entry]]:
    # columns, not rows: ten years of ten habits are 36,500 of them
    query = select(
        HabitEntry.habit_id,
        HabitEntry.user_id,
        HabitEntry.day,
        HabitEntry.amount,
        HabitEntry.is_skip,
    ).where(col(HabitEntry.habit_id).in_([habit.id for habit in habits]))  # type: ignore[call-overload]
    if user_id is not None:
        query = query.where(HabitEntry.user_id == user_id)
    if since is not None:
        query = query.where(HabitEntry.day >= since)
    found: dict[tuple[UUID, UUID], list[Entry]] = {}
    for habit_id, who, day, amount, is_skip in (await session.exec(query)).all():
        found.setdefault((habit_id, who), []).append(Entry(day, amount, is_skip))
    return found


async def note_of(session: AsyncSession, habit: Habit, user: User, day: date) -> str:
    """What somebody noted about a day, empty for nothing."""
    entry = await session.get(HabitEntry, (habit.id, user.id, day))
    return entry.note if entry else ""
