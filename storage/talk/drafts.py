"""Words that somebody has typed in another chat, until they are a task; and who takes one over."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete
from sqlmodel import col, select

from storage.models import Acceptance, Chat, ChatKind, Draft, User
from storage.upserts import insert_new

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

DRAFTS_LAST = timedelta(days=30)
DRAFTS_KEPT = 50  # of one person, the newest, besides those that have become tasks


def digest_of_token(token: str) -> str:
    """What the store keeps of a token: 32 hexadecimal digits."""
    return hashlib.blake2b(token.encode(), digest_size=16).hexdigest()


async def keep_draft(
    session: AsyncSession, token: str, text: str, *, user_id: UUID, said_at: datetime
) -> None:
    """Keep what somebody has typed, in place of the oldest of what they never chose."""
    draft = Draft(key=digest_of_token(token), user_id=user_id, text=text, said_at=said_at)
    await insert_new(session, draft)
    unchosen = (col(Draft.user_id) == user_id, col(Draft.task_id).is_(None))
    newest = select(Draft.key).where(*unchosen).order_by(col(Draft.said_at).desc())
    kept = newest.limit(DRAFTS_KEPT).subquery()
    old = (*unchosen, col(Draft.key).not_in(select(kept.c.key)))
    await session.exec(delete(Draft).where(*old).execution_options(synchronize_session=False))


async def find_draft(session: AsyncSession, token: str) -> Draft | None:
    """The words behind a token, locked on PostgreSQL: they become one task, however often they are
    chosen."""
    query = select(Draft).where(Draft.key == digest_of_token(token)).with_for_update()
    return (await session.exec(query.execution_options(populate_existing=True))).first()


async def forget_drafts(session: AsyncSession, *, now: datetime) -> None:
    """Delete words whose buttons are too old."""
    await session.exec(delete(Draft).where(col(Draft.said_at) < now - DRAFTS_LAST))


async def person_with_list(session: AsyncSession, user_id: UUID) -> tuple[User, Chat] | None:
    """A person and their private chat, if they have one."""
    query = (
        select(User, Chat)
        .join(Chat, col(Chat.telegram_id) == col(User.telegram_id))
        .where(User.id == user_id, Chat.kind == ChatKind.PRIVATE)
    )
    found = (await session.exec(query)).first()
    return None if found is None else (found[0], found[1])


async def takes_over(
    session: AsyncSession, task_id: UUID, user_id: UUID, *, now: datetime
) -> Acceptance:
    """Record that somebody takes over a task, or has done so before: then it names the copy. A new
    copy is to be written into it."""
    row = Acceptance(task_id=task_id, user_id=user_id, accepted_at=now)
    await insert_new(session, row)
    return await session.get_one(Acceptance, (task_id, user_id))


async def who_took_over(session: AsyncSession, task_id: UUID, *, limit: int) -> list[str]:
    """The names of those who have taken over a task, in that order."""
    query = (
        select(User.name)
        .join(Acceptance, col(Acceptance.user_id) == col(User.id))
        .where(Acceptance.task_id == task_id)
        .order_by(col(Acceptance.accepted_at), col(User.id))
    )
    return list((await session.exec(query.limit(limit))).all())
