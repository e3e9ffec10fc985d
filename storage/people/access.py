"""Who is asking, and what they may see. Every reading of tasks goes through `visible_to`, every
reading of habits through `visible_habits`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from storage.errors import MembershipUnknown
from storage.models import Chat, Habit, Membership, Standing, Task, User

MEMBERSHIP_LASTS = timedelta(hours=1)  # Telegram tells of most departures at once, not of all


@dataclass(frozen=True, slots=True)
class Asker:
    """A person asking in a chat. From their private chat they reach every chat of theirs,
    in a group only that group: what one person may see is not shown to all the others."""

    user_id: UUID
    chat_id: UUID
    in_private: bool

    @classmethod
    def of(cls, user: User, chat: Chat) -> Asker:
        return cls(user.id, chat.id, chat.is_private)


def visible_to(asker: Asker) -> ColumnElement[bool]:
    """The condition on Task that holds for what the asker may read and change here."""
    return col(Task.chat_id).in_(_chats_of(asker))


def visible_habits(asker: Asker) -> ColumnElement[bool]:
    """The condition on Habit that holds for what the asker may read and change here."""
    return col(Habit.chat_id).in_(_chats_of(asker))


def _chats_of(asker: Asker) -> SelectOfScalar[UUID]:
    own = select(Membership.chat_id).where(
        Membership.user_id == asker.user_id, Membership.standing != Standing.GONE
    )
    if not asker.in_private:
        own = own.where(Membership.chat_id == asker.chat_id)
    return own


async def check_memberships(session: AsyncSession, asker: Asker, *, now: datetime) -> None:
    """Raise MembershipUnknown if a chat that the asker reaches from here was long not checked."""
    if not asker.in_private:
        return
    stale = (
        select(User.telegram_id, Chat.telegram_id)
        .join(Membership, col(Membership.user_id) == col(User.id))
        .join(Chat, col(Chat.id) == col(Membership.chat_id))
        .where(User.id == asker.user_id)
    ).where(
        Membership.chat_id != asker.chat_id,
        Membership.standing != Standing.GONE,
        Membership.checked_at < now - MEMBERSHIP_LASTS,
    )
    if found := (await session.exec(stale)).all():
        raise MembershipUnknown(found[0][0], tuple(chat_id for _, chat_id in found))
