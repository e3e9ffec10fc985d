"""Who is asking, what they may see and what they may change.

Every query of tasks goes through `visible_to`, every query of habits through `visible_habits`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.errors import MembershipUnknown, NotAllowed
from storage.models import Chat, Habit, Membership, MemberStatus, Task, User

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlmodel.ext.asyncio.session import AsyncSession
    from sqlmodel.sql.expression import SelectOfScalar

    from storage.people.asking import Asker

MEMBERSHIP_LASTS = timedelta(hours=1)  # Telegram reports most departures at once, but not all
RIGHTS_LAST = timedelta(minutes=5)


def visible_to(asker: Asker) -> ColumnElement[bool]:
    """The condition on Task that holds for what the asker may read and change here."""
    return col(Task.chat_id).in_(_chats_of(asker))


def visible_habits(asker: Asker) -> ColumnElement[bool]:
    """The condition on Habit that holds for what the asker may read and change here."""
    return col(Habit.chat_id).in_(_chats_of(asker))


def _chats_of(asker: Asker) -> SelectOfScalar[UUID]:
    own = select(Membership.chat_id).where(
        Membership.user_id == asker.user_id, Membership.standing != MemberStatus.GONE
    )
    if not asker.in_private:
        own = own.where(Membership.chat_id == asker.chat_id)
    return own


async def check_memberships(session: AsyncSession, asker: Asker, *, now: datetime) -> None:
    """Raise MembershipUnknown if the membership in a chat that the asker reaches is out of date."""
    if not asker.in_private:
        return
    stale = (
        select(User.telegram_id, Chat.telegram_id)
        .join(Membership, col(Membership.user_id) == col(User.id))
        .join(Chat, col(Chat.id) == col(Membership.chat_id))
        .where(User.id == asker.user_id)
    ).where(
        Membership.chat_id != asker.chat_id,
        Membership.standing != MemberStatus.GONE,
        Membership.checked_at < now - MEMBERSHIP_LASTS,
    )
    if found := (await session.exec(stale)).all():
        raise MembershipUnknown(found[0][0], tuple(chat_id for _, chat_id in found))


async def check_administrator(
    session: AsyncSession, user: User, chat: Chat, *, action: str, now: datetime
) -> None:
    """Let only those pass who may change what belongs to the whole chat: a group's administrators.

    Raises NotAllowed, and MembershipUnknown when Telegram was not asked within five minutes.
    """
    if chat.is_private or user.telegram_id == chat.telegram_id:  # an anonymous administrator
        return
    known = await session.get(Membership, (user.id, chat.id))
    if known is None or known.asked_at is None or now - known.asked_at > RIGHTS_LAST:
        raise MembershipUnknown(user.telegram_id, (chat.telegram_id,))
    if known.standing != MemberStatus.ADMINISTRATOR:
        raise NotAllowed(action, await _administrators(session, chat))


async def _administrators(session: AsyncSession, chat: Chat, *, limit: int = 3) -> tuple[str, ...]:
    """The names of a group's administrators, as far as they are known."""
    query = (
        select(User.name)
        .join(Membership, col(Membership.user_id) == col(User.id))
        .where(Membership.chat_id == chat.id, Membership.standing == MemberStatus.ADMINISTRATOR)
        .order_by(col(User.name))
        .limit(limit)
    )
    return tuple((await session.exec(query)).all())
