"""Changes of a habit itself. Each is recorded in its history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.errors import TooMany
from storage.habits.places import check_place, cut_name
from storage.history.recording import recorded
from storage.models import COLOURS, Action, Habit
from storage.people.access import check_removal
from storage.rules.schedules import REMINDERS_LIMIT, Goal, Schedule

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import time

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed


async def rename(session: AsyncSession, habit: Habit, name: str, deed: Deed) -> None:
    """Rename a habit. Raises HabitExists."""
    name = cut_name(name)
    await check_place(session, habit, {"name": name})
    with recorded(session, habit, Action.EDIT, deed):
        habit.name = name


async def reschedule(
    session: AsyncSession, habit: Habit, schedule: Schedule, goal: Goal | None, deed: Deed
) -> None:
    """Replace the schedule and the goal of a habit."""
    with recorded(session, habit, Action.EDIT, deed):
        habit.schedule, habit.goal = schedule, goal


async def remind_at(
    session: AsyncSession, habit: Habit, times: Collection[time], deed: Deed
) -> None:
    """Set the local times at which a habit reminds. Raises TooMany."""
    if len(times) > REMINDERS_LIMIT:
        raise TooMany("times", REMINDERS_LIMIT)
    schedule = replace(habit.schedule, reminders=tuple(sorted(times)))
    await reschedule(session, habit, schedule, habit.goal, deed)


async def paint(session: AsyncSession, habit: Habit, colour: int, deed: Deed) -> None:
    """Give a habit another colour of the palette."""
    with recorded(session, habit, Action.EDIT, deed):
        habit.colour = colour % COLOURS


async def move_up(session: AsyncSession, habit: Habit, deed: Deed) -> None:
    """Swap a habit with the one before it in its list, if there is one."""
    before = (
        select(Habit)
        .where(
            Habit.chat_id == habit.chat_id,
            Habit.topic == habit.topic,
            Habit.position < habit.position,
            col(Habit.deleted_at).is_(None),
            col(Habit.archived_at).is_(None),
        )
        .order_by(col(Habit.position).desc())
        .limit(1)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    other = (await session.exec(before)).first()
    if other is None:
        return
    for moved, place in ((other, habit.position), (habit, other.position)):
        with recorded(session, moved, Action.EDIT, deed):
            moved.position = place


async def archive(session: AsyncSession, habit: Habit, deed: Deed, *, archived: bool) -> None:
    """Archive a habit, or take it out of the archive again.

    Raises as `check_removal` does, and TooMany for the latter.
    """
    await check_removal(session, habit, deed)
    if not archived:
        await check_place(session, habit, {"archived_at": None})
    with recorded(session, habit, Action.ARCHIVE, deed):
        habit.archived_at = (habit.archived_at or deed.now) if archived else None


async def delete_habit(session: AsyncSession, habit: Habit, deed: Deed) -> None:
    """Delete a habit for all its participants; `/undo` brings it back. Raises as `check_removal`
    does."""
    await check_removal(session, habit, deed)
    with recorded(session, habit, Action.DELETE, deed):
        habit.deleted_at = habit.deleted_at or deed.now
