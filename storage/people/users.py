"""People, kept as Telegram names them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import select

from storage.models import User
from storage.people.changed import note_known
from storage.upserts import insert_new, refresh

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession


@dataclass(frozen=True, slots=True)
class Sender:
    """A person (or a chat that posts as itself) as an update names them.

    `language` is Telegram's IETF tag, empty when the update has none.
    """

    telegram_id: int
    name: str
    username: str | None = None
    language: str = ""


async def meet_user(
    session: AsyncSession,
    sender: Sender,
    known: User | None = None,
    *,
    now: datetime,
    active_on: date | None = None,
) -> User:
    """Return the row of a sender: made at first sight, written again only when they changed.

    `known` is the row, where it is read already. `active_on`: the day on which they have done
    something; None where somebody only tells of them.
    """
    query = select(User).where(User.telegram_id == sender.telegram_id)
    user = known or (await session.exec(query)).first()
    if user is None:
        await insert_new(session, _new_user(sender, active_on, now=now))
        user = (await session.exec(query)).one()
    told = {
        "name": sender.name,
        "username": sender.username,
        "telegram_language": sender.language or user.telegram_language,
        "active_on": active_on or user.active_on,
    }
    before = user.username
    refresh(user, told, now=now)
    if (user.username or "").lower() != (before or "").lower():
        note_known(session, user, now=now)
    return user


def _new_user(sender: Sender, active_on: date | None = None, *, now: datetime) -> User:
    return User(
        telegram_id=sender.telegram_id,
        name=sender.name,
        username=sender.username,
        telegram_language=sender.language,
        active_on=active_on,
        created_at=now,
        updated_at=now,
    )


async def user_of(session: AsyncSession, telegram_id: int) -> User:
    """The row of a known person. Raises NoResultFound."""
    return (await session.exec(select(User).where(User.telegram_id == telegram_id))).one()


async def known_user(session: AsyncSession, telegram_id: int) -> User | None:
    """The row of a person; None for one who is not known, or not any more."""
    return (await session.exec(select(User).where(User.telegram_id == telegram_id))).first()


async def name_of(session: AsyncSession, user_id: UUID | None) -> str:
    """The name of a person, empty for nobody."""
    user = await session.get(User, user_id) if user_id else None
    return user.name if user else ""


async def set_blocked(
    session: AsyncSession, telegram_id: int, *, blocked: bool, now: datetime
) -> None:
    """Record that a person blocked the bot, or unblocked it."""
    query = select(User).where(User.telegram_id == telegram_id)
    user = (await session.exec(query)).first()
    if user is not None and (user.blocked_at is not None) != blocked:
        user.blocked_at = now if blocked else None
