"""Whom operators have banned, and how they are found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import col, select

from storage.models import User

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

_ID = re.compile(r"-?[0-9]{1,16}", re.ASCII)


def ban(user: User, *, now: datetime) -> bool:
    """Let the bot do nothing for somebody from now on. Whether they were not banned before."""
    if user.banned_at is not None:
        return False
    user.banned_at, user.ban_told_at = now, None
    return True


def unban(user: User) -> bool:
    """Take a ban back. Whether there was one."""
    if user.banned_at is None:
        return False
    user.banned_at = user.ban_told_at = None
    return True


async def known_person(session: AsyncSession, said: str) -> User | None:
    """Who has this Telegram id, or this @username (the @ may be missing), in upper or lower case;
    of several it is who was seen with it last."""
    word = said.strip().removeprefix("@")
    if _ID.fullmatch(word):
        is_meant = col(User.telegram_id) == int(word)
    else:
        is_meant = func.lower(User.username) == word.lower()
    query = select(User).where(is_meant).order_by(col(User.updated_at).desc()).limit(1)
    return (await session.exec(query)).first()


async def person_of(session: AsyncSession, key: UUID) -> User | None:
    """The person of a key."""
    return await session.get(User, key)


async def banned_people(session: AsyncSession, *, first: int, most: int) -> tuple[list[User], int]:
    """So many of those who are banned, from one of them on (0 is the first), the last first; and
    how many all are."""
    is_banned = col(User.banned_at).is_not(None)
    query = select(User).where(is_banned).order_by(col(User.banned_at).desc(), col(User.id))
    found = (await session.exec(query.offset(first).limit(most))).all()
    count = (await session.exec(select(func.count()).select_from(User).where(is_banned))).one()
    return list(found), count
