"""People who have been out of reach for long: deleted accounts, and those who have blocked the
bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, or_
from sqlmodel import col, select

from storage.erasing.person import erase_person
from storage.models import Change, Membership, User

if TYPE_CHECKING:
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession


async def erase_next_silent(
    session: AsyncSession, *, silent_since: datetime, now: datetime
) -> bool:
    """Erase one person who has been out of the bot's reach since before a moment, and has done
    nothing in a group since. False: there is nobody."""
    own = select(Membership.chat_id).where(col(Membership.user_id) == col(User.id))
    is_active = exists().where(
        col(Change.chat_id).in_(own),
        col(Change.user_id) == col(User.id),
        col(Change.created_at) >= silent_since,
    )
    query = (
        select(User)
        .where(
            col(User.blocked_at) < silent_since,
            or_(col(User.active_on).is_(None), col(User.active_on) < silent_since.date()),
            ~is_active,  # of before that day was kept
        )
        .order_by(col(User.blocked_at))
        .limit(1)
        .with_for_update(of=User, skip_locked=True)
    )
    user = (await session.exec(query)).first()
    if user is None:
        return False
    await erase_person(session, user, now=now)
    return True
