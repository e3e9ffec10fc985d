"""Whether a list has a place for a habit: for its name, and for one more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, true
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from storage.errors import HabitExists, TooMany
from storage.habits.find import habit_named, has_name
from storage.history.facts import habit_facts
from storage.models import HABITS_LIMIT, NAME_LIMIT, Chat, ChatKind, Habit, User

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession


async def place_for(
    session: AsyncSession, name: str, chat_id: UUID, topic: int, author: UUID
) -> tuple[int, Chat | None]:
    """Check that a list has a place for a new habit. Return its position, and the author's own
    chat with the bot, if there is one. Raises HabitExists, TooMany.

    Deleted habits keep their positions: they may come back.
    """
    await _lock_list(session, chat_id)
    here, own = aliased(Habit), aliased(Chat)
    is_there = and_(col(here.topic) == topic, has_name(here, name), col(here.deleted_at).is_(None))
    of_list = select(
        func.count()
        .filter(col(here.deleted_at).is_(None), col(here.archived_at).is_(None))
        .label("live"),
        func.coalesce(func.max(here.position) + 1, 0).label("position"),
        func.count().filter(is_there).label("namesakes"),
    ).where(here.chat_id == chat_id)
    found = of_list.subquery("list")
    private = and_(col(own.telegram_id) == col(User.telegram_id), col(own.kind) == ChatKind.PRIVATE)
    query = (
        select(found.c.live, found.c.position, found.c.namesakes, own)
        .select_from(User)
        .join(found, true())
        .outerjoin(own, private)
        .where(col(User.id) == author)
    )
    live, position, namesakes, chat = (await session.exec(query)).one()
    if namesakes:
        raise HabitExists(name)
    if live >= HABITS_LIMIT:
        raise TooMany("habits", HABITS_LIMIT)
    return position, chat


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


def cut_name(name: str) -> str:
    """A name within its limit."""
    return name.strip()[:NAME_LIMIT].rstrip()
