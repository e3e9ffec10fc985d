"""Habits added, found and changed.

Who takes part is in storage.habits.participants, what happens on a day in storage.habits.entries.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.errors import HabitExists, TooMany, UnknownHabit
from storage.history.facts import habit_facts
from storage.history.recording import Deed, record_added, recorded
from storage.models import (
    COLOURS,
    HABITS_LIMIT,
    NAME_LIMIT,
    Action,
    Chat,
    Habit,
    HabitMember,
)
from storage.people.access import Asker, visible_habits
from storage.rules.folding import searchable_name
from storage.rules.schedules import REMINDERS_LIMIT, Goal, Schedule


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
    name = _cut(new.name)
    await _lock_list(session, chat.id)
    await _check_name(session, name, chat.id, topic)
    await _check_room(session, chat.id)
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


async def check_place(session: AsyncSession, habit: Habit, facts: Mapping[str, Any]) -> None:
    """Check that the habit's list has a place for it once these facts hold.

    Raises HabitExists, TooMany.
    """
    new = {**habit_facts(habit), **facts}
    if new["deleted_at"] is not None:
        return
    is_named = "name" in facts or habit.deleted_at is not None
    is_back = new["archived_at"] is None and not habit.is_live
    if is_named or is_back:
        await _lock_list(session, habit.chat_id)
    if is_named:
        await _check_name(session, new["name"], habit.chat_id, habit.topic, but=habit.id)
    if is_back:
        await _check_room(session, habit.chat_id)


async def _check_name(
    session: AsyncSession, name: str, chat_id: UUID, topic: int, *, but: UUID | None = None
) -> None:
    if await habit_named(session, name, chat_id=chat_id, topic=topic, but=but) is not None:
        raise HabitExists(name)


async def habit_named(
    session: AsyncSession, name: str, *, chat_id: UUID, topic: int, but: UUID | None = None
) -> Habit | None:
    """The habit of a list whose name has the same words; archived habits are included."""
    folded = searchable_name(name)
    query = select(Habit).where(
        Habit.chat_id == chat_id,
        Habit.topic == topic,
        Habit.searchable == folded if folded.strip() else Habit.name == name,  # "…" has no words
        col(Habit.deleted_at).is_(None),
        col(Habit.id).is_distinct_from(but),
    )
    return (await session.exec(query)).first()


async def _check_room(session: AsyncSession, chat_id: UUID) -> None:
    live = select(func.count()).where(
        Habit.chat_id == chat_id, col(Habit.deleted_at).is_(None), col(Habit.archived_at).is_(None)
    )
    if (await session.exec(live)).one() >= HABITS_LIMIT:
        raise TooMany("habits", HABITS_LIMIT)


async def _lock_list(session: AsyncSession, chat_id: UUID) -> None:
    """Lock the names and the number of a chat's habits until the transaction ends.

    Transactions that only refer to the chat's row do not wait.
    """
    await session.get_one(Chat, chat_id, with_for_update={"key_share": True})


async def _next_position(session: AsyncSession, chat_id: UUID) -> int:
    """A position that no habit of the chat has. Deleted habits count: they may come back."""
    free = func.coalesce(func.max(Habit.position) + 1, 0)
    return (await session.exec(select(free).where(Habit.chat_id == chat_id))).one()


def _cut(name: str) -> str:
    return name.strip()[:NAME_LIMIT].rstrip()


async def get_habit(session: AsyncSession, habit_id: UUID, *, asker: Asker) -> Habit:
    """The habit with this key, if the asker may see it here. Raises UnknownHabit.

    On PostgreSQL its row is locked until the transaction ends.
    """
    query = (
        select(Habit)
        .where(Habit.id == habit_id, visible_habits(asker))
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    habit = (await session.exec(query)).first()
    if habit is None:
        raise UnknownHabit
    return habit


async def get_kept_habit(session: AsyncSession, habit_id: UUID, *, asker: Asker) -> Habit:
    """The habit with this key, unless it is deleted. Raises UnknownHabit."""
    habit = await get_habit(session, habit_id, asker=asker)
    if habit.deleted_at is not None:
        raise UnknownHabit(habit.name)
    return habit


async def habits_here(
    session: AsyncSession, *, asker: Asker, chat: Chat, topic: int, archived: bool = False
) -> list[Habit]:
    """The habits of a list, in order. In a private chat the person's own habits come first, then
    those of groups that they take part in."""
    state = col(Habit.archived_at).is_not(None) if archived else col(Habit.archived_at).is_(None)
    query = (
        select(Habit)
        .where(
            visible_habits(asker),
            col(Habit.deleted_at).is_(None),
            state,
            _belongs(asker, chat, topic),
        )
        .order_by(col(Habit.chat_id) != chat.id, col(Habit.chat_id), col(Habit.position))
        .limit(HABITS_LIMIT * 2)
    )
    return list((await session.exec(query)).all())


def _belongs(asker: Asker, chat: Chat, topic: int) -> ColumnElement[bool]:
    if not chat.is_private:
        return (col(Habit.chat_id) == chat.id) & (col(Habit.topic) == topic)
    return exists().where(
        col(HabitMember.habit_id) == col(Habit.id), col(HabitMember.user_id) == asker.user_id
    )


async def titles_of(session: AsyncSession, habits: Sequence[Habit]) -> dict[UUID, str]:
    """The titles of the chats that these habits belong to, by the chat's key."""
    query = select(Chat).where(col(Chat.id).in_({habit.chat_id for habit in habits}))
    return {chat.id: chat.title for chat in (await session.exec(query)).all()}


async def find_by_words(
    session: AsyncSession, words: Sequence[str], *, asker: Asker, limit: int = 10
) -> list[Habit]:
    """The habits that the asker may see, each word being the beginning of a word of the name.

    `words` are folded.
    """
    query = (
        select(Habit)
        .where(
            visible_habits(asker),
            col(Habit.deleted_at).is_(None),
            *(col(Habit.searchable).like(f"% {word}%") for word in words),
        )
        .order_by(col(Habit.archived_at).is_not(None), col(Habit.id).desc())
        .limit(limit)
    )
    return list((await session.exec(query)).all()) if words else []


async def rename(session: AsyncSession, habit: Habit, name: str, deed: Deed) -> None:
    """Rename a habit. Raises HabitExists."""
    name = _cut(name)
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
    """Archive a habit, or take it out of the archive again. Raises TooMany for the latter."""
    if not archived:
        await check_place(session, habit, {"archived_at": None})
    with recorded(session, habit, Action.ARCHIVE, deed):
        habit.archived_at = (habit.archived_at or deed.now) if archived else None


async def delete_habit(session: AsyncSession, habit: Habit, deed: Deed) -> None:
    """Delete a habit for all its participants; `/undo` brings it back."""
    with recorded(session, habit, Action.DELETE, deed):
        habit.deleted_at = habit.deleted_at or deed.now
