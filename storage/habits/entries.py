"""What people did of their habits on each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.errors import TooMany
from storage.habits.keeps import entry_changed, hand_of
from storage.habits.participants import join, member_of
from storage.history.facts import EntryFacts, entry_facts
from storage.history.kinds import HabitDay
from storage.history.recording import recorded
from storage.models import ENTRY_NOTE_LIMIT, Action, Habit, HabitEntry

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed


AMOUNT_LIMIT = 1_000_000_000.0
DIGITS = 3  # of an amount behind the point


async def tick(session: AsyncSession, habit: Habit, day: date, deed: Deed) -> bool:
    """Tick a day of the asker's, or untick it. Return whether it is ticked now.

    Somebody who took no part in a shared habit joins it.
    """
    part = await _own_day(session, habit, day, deed)
    is_ticked = part.entry is None or not part.entry.amount
    await _log(session, part, _facts(part.entry, amount=float(is_ticked)), deed)
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
    """Skip a day of the asker's, or take that back: what `is_skip` says, or (None) the opposite
    of what it is. Return whether it is skipped now. Raises TooMany for a long note."""
    part = await _own_day(session, habit, day, deed)
    entry = part.entry
    was_skip = entry is not None and entry.is_skip
    is_skip = not was_skip if is_skip is None else is_skip
    amount = entry.amount if entry is not None and not is_skip else 0.0
    await _log(session, part, _facts(entry, amount=amount, is_skip=is_skip, note=note), deed)
    return is_skip


async def clear_day(session: AsyncSession, habit: Habit, day: date, deed: Deed) -> None:
    """Forget the amount and the skip of a day of the asker's; a note stays."""
    part = await _own_day(session, habit, day, deed)
    await _log(session, part, _facts(part.entry, amount=0.0), deed)


async def add_amount(
    session: AsyncSession, habit: Habit, day: date, amount: float, deed: Deed, *, note: str = ""
) -> float:
    """Add to what the asker did on a day, and to its note. Return the day's amount.

    Raises TooMany for a long note.
    """
    part = await _own_day(session, habit, day, deed)
    total = (part.entry.amount if part.entry else 0.0) + amount
    return await _set_amount(session, part, total, deed, note=note)


async def set_amount(
    session: AsyncSession, habit: Habit, day: date, amount: float, deed: Deed, *, note: str = ""
) -> float:
    """Set what the asker did on a day, 0 for nothing, and add to its note. Return the day's
    amount. Raises TooMany for a long note."""
    part = await _own_day(session, habit, day, deed)
    return await _set_amount(session, part, amount, deed, note=note)


async def _set_amount(
    session: AsyncSession, part: HabitDay, amount: float, deed: Deed, *, note: str
) -> float:
    total = round(min(max(0.0, amount), AMOUNT_LIMIT), DIGITS)
    goal = part.habit.goal
    is_told = goal is not None and goal.is_limit  # "none today" is worth an entry
    facts = _facts(part.entry, amount=total, note=note, is_told=is_told)
    await _log(session, part, facts, deed)
    return total


async def _log(session: AsyncSession, part: HabitDay, facts: EntryFacts | None, deed: Deed) -> None:
    with recorded(session, part, Action.LOG, deed):
        await put_entry(session, part, facts, now=deed.now)


def _facts(
    entry: HabitEntry | None,
    *,
    amount: float,
    is_skip: bool = False,
    note: str = "",
    is_told: bool = False,
) -> EntryFacts | None:
    """What an entry becomes, with one more note. None when it would say nothing, unless `is_told`.

    Raises TooMany.
    """
    known, note = entry.note if entry else "", note.strip()
    is_known = f"\n{known}".endswith(f"\n{note}")
    notes = known if is_known else "\n".join(filter(None, (known, note)))
    if len(notes) > ENTRY_NOTE_LIMIT:
        raise TooMany("notes", ENTRY_NOTE_LIMIT)
    if not (amount or is_skip or notes or is_told):
        return None
    return {"amount": amount, "is_skip": is_skip, "note": notes}


async def _own_day(session: AsyncSession, habit: Habit, day: date, deed: Deed) -> HabitDay:
    """A day of the asker's, locked. Somebody who took no part in the habit joins it.

    It may be in hand already: then the habit was locked before the day was read.
    """
    who = deed.asker.user_id
    hand = hand_of(session)
    in_hand, keeps = hand.days.get((habit.id, who, day)), hand.habits.get(habit.id)
    if in_hand is not None and keeps is not None and keeps.of(who) is not None:
        return in_hand
    joins = await member_of(session, habit.id, who, lock=True) is None
    if joins and not await join(session, habit, deed):  # another transaction was faster
        await member_of(session, habit.id, who, lock=True)
    return await _day(session, habit, who, day)


async def find_day(session: AsyncSession, habit: Habit, user_id: UUID, day: date) -> HabitDay:
    """What somebody did of a habit on a day, locked until the transaction ends."""
    await member_of(session, habit.id, user_id, lock=True)
    return await _day(session, habit, user_id, day)


async def _day(session: AsyncSession, habit: Habit, user_id: UUID, day: date) -> HabitDay:
    entry = await session.get(HabitEntry, (habit.id, user_id, day), populate_existing=True)
    return HabitDay(habit, user_id, day, entry)


async def put_entry(
    session: AsyncSession, part: HabitDay, facts: EntryFacts | None, *, now: datetime
) -> None:
    """Set what somebody did on a day inside a change that is recorded; None deletes the entry."""
    if facts == entry_facts(part.entry):
        return
    entry_changed(session, part, facts)
    if facts is None:
        await session.delete(part.entry)
        part.entry = None
    elif part.entry is None:
        part.entry = HabitEntry(
            habit_id=part.habit.id, user_id=part.user_id, day=part.day, updated_at=now, **facts
        )
        session.add(part.entry)
    else:
        part.entry.amount, part.entry.is_skip = facts["amount"], facts["is_skip"]
        part.entry.note, part.entry.updated_at = facts["note"], now
