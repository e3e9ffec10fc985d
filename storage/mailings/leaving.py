"""Letters of mailings on their way: claimed one by one, and what became of each.

A letter is sent at most once. Whoever claims one says so in a transaction before it leaves; where
no outcome is kept until the claim ends, the letter may have arrived, and is not sent again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, exists, func, or_, text, update
from sqlmodel import col, select

from storage.models import Chat, Letter, LetterState, Mailing, MailingKind, MailingState, User
from storage.models.mailings import OPEN_LETTERS

if TYPE_CHECKING:
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

LEASE = timedelta(minutes=1)  # longer than the longest send; then nobody knows what came of it
REST = timedelta(seconds=3)  # between two edits of the message that tells how far a broadcast is
REASON_LIMIT = 200  # characters of an error that are recorded
_ENDED = (MailingState.PAUSED, MailingState.STOPPED, MailingState.DONE)


@dataclass(frozen=True, slots=True)
class ClaimedLetter:
    """A letter that a worker sends: what it says, by whom, and to which chat."""

    letter: Letter
    mailing: Mailing
    author: User
    chat: Chat


@dataclass(frozen=True, slots=True)
class MailingProgress:
    """How far a mailing is: letters by their state. `chat` is its author's private chat."""

    mailing: Mailing
    counts: Counter[str]
    chat: Chat | None = None

    @property
    def total(self) -> int:
        return sum(self.counts.values())


async def is_sending(session: AsyncSession) -> bool:
    """Whether a mailing is on its way, or its message still tells something else."""
    waits = or_(col(Mailing.state) == MailingState.SENDING, _tells_otherwise())
    return (await session.exec(select(exists().where(waits)))).one()


async def claim_letter(session: AsyncSession, *, now: datetime) -> ClaimedLetter | None:
    """Claim the next letter; None if none may leave now. Words of people to people go before
    broadcasts. A mailing whose letters have all left is done."""
    query = (
        select(Mailing)
        .where(Mailing.state == MailingState.SENDING)
        .order_by(col(Mailing.kind) == MailingKind.BROADCAST, col(Mailing.id))
    )
    for mailing in (await session.exec(query)).all():
        letter = await _first_of(session, mailing, now=now)
        if letter is not None:
            letter.state, letter.claimed_until = LetterState.SENDING, now + LEASE
            letter.attempts += 1
            await session.flush()
            author = await session.get_one(User, mailing.author_id)
            chat = await session.get_one(Chat, letter.chat_id)
            return ClaimedLetter(letter, mailing, author, chat)
        await _end(session, mailing, now=now)
    return None


async def _first_of(session: AsyncSession, mailing: Mailing, *, now: datetime) -> Letter | None:
    is_free = or_(col(Letter.claimed_until).is_(None), col(Letter.claimed_until) <= now)
    query = (
        select(Letter)
        .where(Letter.mailing_id == mailing.id, text(f"letters.{OPEN_LETTERS}"))
        .where(Letter.state == LetterState.WAITING, is_free)
        .order_by(col(Letter.chat_id))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    return (await session.exec(query)).first()


async def _end(session: AsyncSession, mailing: Mailing, *, now: datetime) -> None:
    """Nothing of a mailing is free: what a killed process had in hand is unclear, and when nothing
    waits any more it is done."""
    mine = (col(Letter.mailing_id) == mailing.id, text(f"letters.{OPEN_LETTERS}"))
    await session.exec(
        update(Letter)
        .where(col(Letter.mailing_id) == mailing.id, col(Letter.state) == LetterState.SENDING)
        .where(col(Letter.claimed_until) <= now)
        .values(state=LetterState.UNCLEAR, claimed_until=None)
        .execution_options(synchronize_session=False)
    )
    if not (await session.exec(select(exists().where(*mine)))).one():
        is_live = and_(col(Mailing.id) == mailing.id, col(Mailing.state) == MailingState.SENDING)
        await session.exec(
            update(Mailing)
            .where(is_live)
            .values(state=MailingState.DONE, ended_at=now)
            .execution_options(synchronize_session=False)
        )


async def letter_ended(
    session: AsyncSession,
    claimed: ClaimedLetter,
    state: LetterState,
    *,
    message_id: int | None = None,
    reason: str | None = None,
) -> None:
    """Keep what became of a letter, also where it was given up as unclear in the meantime."""
    await _write(
        session,
        claimed,
        state=state,
        claimed_until=None,
        message_id=message_id,
        error=reason and reason[:REASON_LIMIT],
    )


async def letter_put_off(
    session: AsyncSession, claimed: ClaimedLetter, until: datetime, *, failed: bool
) -> None:
    """A letter that has certainly not left waits for another try; `failed`: this one counts."""
    attempts = claimed.letter.attempts - (0 if failed else 1)
    waiting = LetterState.WAITING
    await _write(session, claimed, state=waiting, claimed_until=until, attempts=attempts)


async def _write(session: AsyncSession, claimed: ClaimedLetter, **values: object) -> None:
    is_mine = (
        col(Letter.mailing_id) == claimed.letter.mailing_id,
        col(Letter.chat_id) == claimed.letter.chat_id,
        col(Letter.state).in_((LetterState.SENDING, LetterState.UNCLEAR)),
    )
    written = update(Letter).where(*is_mine).values(**values)
    await session.exec(written.execution_options(synchronize_session=False))


async def progress_of(session: AsyncSession, mailing: Mailing) -> MailingProgress:
    """How far a mailing is."""
    query = (
        select(Letter.state, func.count())
        .where(Letter.mailing_id == mailing.id)
        .group_by(col(Letter.state))
    )
    return MailingProgress(mailing, Counter(dict((await session.exec(query)).all())))


async def claim_progress(session: AsyncSession, *, now: datetime) -> MailingProgress | None:
    """A broadcast whose message is to tell how far it is: every few seconds, and at its end."""
    is_due = or_(
        and_(
            col(Mailing.state) == MailingState.SENDING,
            or_(col(Mailing.shown_at).is_(None), col(Mailing.shown_at) <= now - REST),
        ),
        _tells_otherwise(),
    )
    query = (
        select(Mailing, Chat)
        .join(User, col(User.id) == col(Mailing.author_id))
        .join(Chat, col(Chat.telegram_id) == col(User.telegram_id))
        .where(col(Mailing.shown_in).is_not(None), is_due)
        .order_by(col(Mailing.id))
        .limit(1)
        .with_for_update(of=Mailing, skip_locked=True)
    )
    found = (await session.exec(query)).first()
    if found is None:
        return None
    mailing, chat = found
    mailing.shown_at, mailing.shown_state = now, mailing.state
    counted = await progress_of(session, mailing)
    return MailingProgress(mailing, counted.counts, chat)


async def progress_not_shown(session: AsyncSession, key: UUID) -> None:
    """The message could not be edited: it is tried again."""
    await session.exec(
        update(Mailing)
        .where(col(Mailing.id) == key)
        .values(shown_state=None)
        .execution_options(synchronize_session=False)
    )


def _tells_otherwise() -> ColumnElement[bool]:
    """The condition that a broadcast has come to rest, and its message does not say so yet."""
    in_hand = exists().where(
        col(Letter.mailing_id) == col(Mailing.id), col(Letter.state) == LetterState.SENDING
    )
    return and_(
        col(Mailing.shown_in).is_not(None),
        col(Mailing.state).in_(_ENDED),
        or_(col(Mailing.shown_state).is_(None), col(Mailing.shown_state) != col(Mailing.state)),
        ~in_hand,
    )
