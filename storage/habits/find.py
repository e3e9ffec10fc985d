"""Habits found: by key, by name, by words, and those of a list. Each query names the asker."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, ColumnElement, Uuid, and_, bindparam, exists
from sqlmodel import col, select

from storage.errors import UnknownHabit
from storage.models import HABITS_LIMIT, Chat, Habit, HabitMember, Membership, MemberStatus
from storage.people.access import visible_habits
from storage.rules.folding import searchable_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession
    from sqlmodel.sql.expression import SelectOfScalar

    from storage.people.asking import Asker


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


async def get_with_part(
    session: AsyncSession, habit_id: UUID, *, asker: Asker
) -> tuple[Habit, bool]:
    """The same as `get_kept_habit`, and whether the asker takes part in the habit."""
    part = and_(
        col(HabitMember.habit_id) == col(Habit.id), col(HabitMember.user_id) == asker.user_id
    )
    query = (
        select(Habit, HabitMember.user_id)
        .outerjoin(HabitMember, part)
        .where(Habit.id == habit_id, visible_habits(asker))
        .with_for_update(key_share=True, of=Habit)
        .execution_options(populate_existing=True)
    )
    found = (await session.exec(query)).first()
    if found is None:
        raise UnknownHabit
    habit, own = found
    if habit.deleted_at is not None:
        raise UnknownHabit(habit.name)
    return habit, own is not None


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
    query = listed(private=chat.is_private, reaches=asker.in_private, archived=archived)
    params = list_params(asker=asker, chat=chat, topic=topic)
    return list((await session.exec(query, params=params)).all())


@cache
def listed(*, private: bool, reaches: bool, archived: bool = False) -> SelectOfScalar[Habit]:
    """The query of `habits_here`, for `list_params`. `private`: the list is a private chat's;
    `reaches`: so is the asker's, who sees their groups, too."""
    state = col(Habit.archived_at).is_not(None) if archived else col(Habit.archived_at).is_(None)
    user_id, chat_id = bindparam("asker", type_=Uuid), bindparam("chat", type_=Uuid)
    chats = select(Membership.chat_id).where(
        col(Membership.user_id) == user_id, col(Membership.standing) != MemberStatus.GONE
    )
    takes_part: ColumnElement[bool]
    if not reaches:
        chats = chats.where(col(Membership.chat_id) == bindparam("asks_in", type_=Uuid))
    if private:
        takes_part = exists().where(
            col(HabitMember.habit_id) == col(Habit.id), col(HabitMember.user_id) == user_id
        )
    else:
        takes_part = and_(
            col(Habit.chat_id) == chat_id,
            col(Habit.topic) == bindparam("topic", type_=BigInteger),
        )
    return (
        select(Habit)
        .where(col(Habit.chat_id).in_(chats), col(Habit.deleted_at).is_(None), state, takes_part)
        .order_by(col(Habit.chat_id) != chat_id, col(Habit.chat_id), col(Habit.position))
        .limit(HABITS_LIMIT * 2)
    )


def list_params(*, asker: Asker, chat: Chat, topic: int) -> dict[str, Any]:
    """The values of `listed`."""
    return {
        "asker": asker.user_id,
        "asks_in": asker.chat_id,
        "chat": chat.id,
        "topic": topic,
    }


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


async def habit_named(
    session: AsyncSession, name: str, *, chat_id: UUID, topic: int, but: UUID | None = None
) -> Habit | None:
    """The habit of a list whose name has the same words; archived habits are included."""
    query = select(Habit).where(
        Habit.chat_id == chat_id,
        Habit.topic == topic,
        has_name(Habit, name),
        col(Habit.deleted_at).is_(None),
        col(Habit.id).is_distinct_from(but),
    )
    return (await session.exec(query)).first()


def has_name(habit: type[Habit], name: str) -> ColumnElement[bool]:
    """Whether a habit's name has the same words."""
    folded = searchable_name(name)
    if folded.strip():
        return col(habit.searchable) == folded
    return col(habit.name) == name  # "…" has no words
