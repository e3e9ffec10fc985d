"""What the store knows of an update's chat, sender and message, read in one query."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, and_, bindparam, exists, literal, select
from sqlalchemy.orm import aliased
from sqlmodel import col
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.models import (
    Chat,
    Membership,
    MemberStatus,
    PushState,
    Question,
    Reminder,
    TaskMessage,
    User,
)
from storage.people.access import MEMBERSHIP_LASTS

if TYPE_CHECKING:
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession


@dataclass(frozen=True, slots=True)
class Known:
    """Rows that are there already; None for what the store meets for the first time.

    `question`: what the sender was asked in this chat, perhaps long ago. `message`: the written or
    pressed message. `is_push`: it is a push whose buttons live. `has_outdated`: the sender is in
    another chat where Telegram has not confirmed them within the hour.
    """

    chat: Chat | None = None
    user: User | None = None
    membership: Membership | None = None
    question: Question | None = None
    message: TaskMessage | None = None
    is_push: bool = False
    has_outdated: bool = False


_CHAT = bindparam("chat", type_=BigInteger)
_USER = bindparam("user", type_=BigInteger)
_MESSAGE = bindparam("message", type_=BigInteger)
_HERE = select(literal(1).label("one")).subquery("here")
_Elsewhere = aliased(Membership)

_IS_PUSH = exists().where(
    col(Reminder.chat_id) == Chat.id,
    col(Reminder.message_id) == _MESSAGE,
    col(Reminder.state).in_((PushState.SENT, PushState.CLOSING)),
)
_HAS_OUTDATED = exists().where(
    col(_Elsewhere.user_id) == User.id,
    col(_Elsewhere.chat_id) != Chat.id,
    col(_Elsewhere.standing) != MemberStatus.GONE,
    col(_Elsewhere.checked_at) < bindparam("confirmed_since", type_=UTCDateTime),
)
_KNOWN = (
    select(Chat, User, Membership, Question, TaskMessage, _IS_PUSH, _HAS_OUTDATED)
    .select_from(_HERE)
    .outerjoin(Chat, col(Chat.telegram_id) == _CHAT)
    .outerjoin(User, col(User.telegram_id) == _USER)
    .outerjoin(
        Membership,
        and_(col(Membership.user_id) == User.id, col(Membership.chat_id) == Chat.id),
    )
    .outerjoin(Question, and_(col(Question.chat_id) == Chat.id, col(Question.user_id) == User.id))
    .outerjoin(
        TaskMessage,
        and_(col(TaskMessage.chat_id) == Chat.id, col(TaskMessage.message_id) == _MESSAGE),
    )
)


async def look_up(
    session: AsyncSession,
    chat_id: int,
    user_id: int | None,
    message_id: int | None,
    *,
    now: datetime,
) -> Known:
    """What is known of Telegram's ids of a chat, a person in it and a message in it."""
    asked = {
        "chat": chat_id,
        "user": user_id,
        "message": message_id,
        "confirmed_since": now - MEMBERSHIP_LASTS,
    }
    found = await session.exec(_KNOWN, params=asked)  # type: ignore[call-overload]
    return Known(*found.one())
