"""Mailings as they are written, begun, steered and forgotten; who gets them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, and_, delete, exists, func, insert, literal, or_, tuple_
from sqlmodel import col, select

from storage.database import note_mailing
from storage.errors import TooMany
from storage.models import (
    Chat,
    ChatKind,
    Letter,
    LetterState,
    Mailing,
    MailingAudience,
    MailingKind,
    MailingState,
    User,
)

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

FEEDBACK_A_DAY = 5
DAY = timedelta(days=1)
BATCH = 1_000  # rows that are deleted in one transaction
MAILINGS_LAST = timedelta(days=30)  # after the end of a broadcast; of feedback, since it was said
LIVE: Final = (MailingState.SENDING, MailingState.PAUSED)
STEERED: Final = (*LIVE, MailingState.STOPPED)


async def check_feedback(session: AsyncSession, author: User, *, now: datetime) -> None:
    """Raises TooMany for whoever has said enough in the last 24 hours."""
    said = select(func.count()).where(
        Mailing.author_id == author.id,
        Mailing.kind == MailingKind.FEEDBACK,
        col(Mailing.created_at) > now - DAY,
    )
    if (await session.exec(said)).one() >= FEEDBACK_A_DAY:
        raise TooMany("feedback", FEEDBACK_A_DAY)


async def send_feedback(
    session: AsyncSession, author: User, text: str, *, operators: Collection[int], now: datetime
) -> bool:
    """Send somebody's words to the operators. False: none of these can be told. Raises TooMany."""
    await check_feedback(session, author, now=now)
    readers = select(Chat).where(_is_person(), col(Chat.telegram_id).in_(operators))
    chats = (await session.exec(readers)).all()
    if not chats:
        return False
    mailing = _new(MailingKind.FEEDBACK, author, text, now=now)
    session.add(mailing)
    await session.flush()
    session.add_all(Letter(mailing_id=mailing.id, chat_id=chat.id) for chat in chats)
    note_mailing(session.info)
    return True


async def send_reply(
    session: AsyncSession, author: User, feedback: Mailing, text: str, *, now: datetime
) -> bool:
    """Send an operator's answer to whoever has said something. False: they cannot be told."""
    to = select(Chat).where(
        _is_person(),
        exists().where(
            col(User.id) == feedback.author_id, col(User.telegram_id) == col(Chat.telegram_id)
        ),
    )
    chat = (await session.exec(to)).first()
    if chat is None:
        return False
    mailing = _new(MailingKind.REPLY, author, text, about=feedback.id, now=now)
    session.add(mailing)
    await session.flush()
    session.add(Letter(mailing_id=mailing.id, chat_id=chat.id))
    note_mailing(session.info)
    return True


async def feedback_of(session: AsyncSession, key: UUID) -> Mailing | None:
    """The feedback of a key; None where it is forgotten."""
    found = await session.get(Mailing, key)
    return found if found is not None and found.kind == MailingKind.FEEDBACK else None


async def feedback_in(session: AsyncSession, chat: Chat, message_id: int) -> Mailing | None:
    """The feedback that a message of an operator's private chat shows."""
    query = (
        select(Mailing)
        .join(Letter, col(Letter.mailing_id) == col(Mailing.id))
        .where(
            Letter.chat_id == chat.id,
            Letter.message_id == message_id,
            Mailing.kind == MailingKind.FEEDBACK,
        )
    )
    return (await session.exec(query)).first()


async def draft_broadcast(
    session: AsyncSession, author: User, text: str, *, now: datetime
) -> Mailing:
    """Keep a broadcast that nobody gets yet."""
    mailing = Mailing(kind=MailingKind.BROADCAST, text=text, author_id=author.id, created_at=now)
    session.add(mailing)
    await session.flush()
    return mailing


async def broadcast_of(session: AsyncSession, key: UUID) -> Mailing | None:
    """The broadcast of a key, which nobody else changes meanwhile; None where it is gone."""
    found = await session.get(Mailing, key, with_for_update=True)
    return found if found is not None and found.kind == MailingKind.BROADCAST else None


async def count_receivers(session: AsyncSession) -> dict[MailingAudience, int]:
    """How many chats each audience has now."""
    counted: list[Any] = [func.count().filter(_audience(one)).label(one) for one in MailingAudience]
    query: Any = select(*counted).select_from(Chat)
    found = (await session.exec(query)).mappings().one()
    return {one: found[one] for one in MailingAudience}


async def begin_broadcast(
    session: AsyncSession, mailing: Mailing, *, shown_in: int | None, now: datetime
) -> None:
    """Let a draft leave to all whom it is for at this moment; `shown_in` is the message that tells
    how far it is. One that has begun stays as it is."""
    if mailing.state != MailingState.DRAFT:
        return
    mailing.state, mailing.shown_in = MailingState.SENDING, shown_in
    mailing.shown_state, mailing.shown_at = MailingState.SENDING, now
    chats = select(
        literal(mailing.id, type_=Letter.__table__.c.mailing_id.type),  # type: ignore[attr-defined]
        col(Chat.id),
        literal(str(LetterState.WAITING)),
        literal(0),
    ).where(_audience(MailingAudience(mailing.audience)))
    columns = ["mailing_id", "chat_id", "state", "attempts"]
    await session.flush()
    await session.exec(insert(Letter).from_select(columns, chats))
    note_mailing(session.info)


def steer(session: AsyncSession, mailing: Mailing, to: MailingState, *, now: datetime) -> bool:
    """Pause, go on, or stop for good. Whether it could be: what has ended has."""
    if mailing.state not in LIVE or to not in STEERED or mailing.state == to:
        return False
    mailing.state, mailing.shown_at = to, now
    if to == MailingState.STOPPED:
        mailing.ended_at = now
    note_mailing(session.info)
    return True


async def drop_draft(session: AsyncSession, mailing: Mailing) -> None:
    """Forget a broadcast that nobody has got; one that has begun stays."""
    if mailing.state == MailingState.DRAFT:
        await session.delete(mailing)


async def forget_mailings(session: AsyncSession, *, now: datetime) -> int:
    """Delete a batch of what has ended a month ago, or was never begun: letters, and then the
    mailings that have none. How many rows they were."""
    since = now - MAILINGS_LAST
    is_broadcast = col(Mailing.kind) == MailingKind.BROADCAST
    is_draft = col(Mailing.state) == MailingState.DRAFT
    old = or_(
        and_(~is_broadcast, col(Mailing.created_at) < since),
        and_(is_broadcast, col(Mailing.ended_at) < since),
        and_(is_draft, col(Mailing.created_at) < now - DAY),
    )
    of_old = col(Letter.mailing_id).in_(select(Mailing.id).where(old))
    pairs = select(Letter.mailing_id, Letter.chat_id).where(of_old).limit(BATCH)
    both = tuple_(col(Letter.mailing_id), col(Letter.chat_id))
    for rows in (delete(Letter).where(both.in_(pairs)), delete(Mailing).where(old)):
        gone = await session.exec(rows.execution_options(synchronize_session=False))
        if gone.rowcount:
            return gone.rowcount
    return 0


def _new(
    kind: MailingKind, author: User, text: str, *, about: UUID | None = None, now: datetime
) -> Mailing:
    state = MailingState.SENDING
    return Mailing(
        kind=kind, state=state, text=text, author_id=author.id, about=about, created_at=now
    )


def _audience(which: MailingAudience) -> ColumnElement[bool]:
    match which:
        case MailingAudience.PEOPLE:
            return _is_person()
        case MailingAudience.GROUPS:
            return _is_group()
        case MailingAudience.BOTH:
            return or_(_is_person(), _is_group())


def _is_person() -> ColumnElement[bool]:
    """The private chat of somebody who has started the bot, has not blocked it, and is not
    banned."""
    is_there = exists().where(
        col(User.telegram_id) == col(Chat.telegram_id),
        col(User.blocked_at).is_(None),
        col(User.banned_at).is_(None),
    )
    is_reached = col(Chat.unreachable_at).is_(None)
    return and_(col(Chat.kind) == ChatKind.PRIVATE, is_reached, is_there)


def _is_group() -> ColumnElement[bool]:
    kinds = (ChatKind.GROUP, ChatKind.SUPERGROUP)
    return and_(col(Chat.kind).in_(kinds), col(Chat.unreachable_at).is_(None))
