"""The boards of lists: begun, ended, marked as stale, claimed to be shown, and what came of it.

That a board has to be edited is kept in the transaction that changes its list. Workers claim one
board each for the time of a lease, make one call of Telegram, and keep its outcome.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Uuid, bindparam, case, delete, exists, func, or_, update
from sqlmodel import col, select
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.database import note_board
from storage.models import Board, BoardState, Chat, Pin

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlmodel.ext.asyncio.session import AsyncSession

LEASE = timedelta(seconds=8)  # of the worker that shows a board; renewed while it does
REST = timedelta(seconds=3)  # between two edits of a board
SETTLES = timedelta(seconds=20)  # changes that began before a board was there are over by then


@dataclass(frozen=True, slots=True)
class BoardClaim:
    """A board that a worker shows, as it was when it was claimed."""

    board: Board
    chat: Chat
    changes: int
    held_until: datetime


async def begin_board(
    session: AsyncSession, chat: Chat, topic: int, *, by: UUID, now: datetime
) -> None:
    """Let a list have a board from now on; the one before it ends."""
    await end_board(session, chat, topic, now=now)
    session.add(Board(chat_id=chat.id, topic=topic, stale_at=now, created_by=by, created_at=now))
    chat.has_board = True
    note_board(session.info)


async def board_of(session: AsyncSession, chat: Chat, topic: int) -> Board | None:
    """The board that a list has now."""
    live = select(Board).where(col(Board.chat_id) == chat.id, col(Board.topic) == topic, _is_live())
    return (await session.exec(live)).first()


async def end_board(session: AsyncSession, chat: Chat, topic: int, *, now: datetime) -> bool:
    """Let the board of a list end: whether there was one."""
    if not chat.has_board:
        return False
    ended = await session.exec(
        update(Board)
        .where(col(Board.chat_id) == chat.id, col(Board.topic) == topic, _is_live())
        .values(state=BoardState.ENDING, stale_at=now, changes=Board.changes + 1)
        .execution_options(synchronize_session=False)
    )
    note_board(session.info)
    return bool(ended.rowcount)


_STALE = (
    update(Board)
    .where(
        col(Board.chat_id) == bindparam("chat", type_=Uuid),
        col(Board.topic) == bindparam("of_topic", type_=BigInteger),
        col(Board.state) == BoardState.LIVE,
    )
    .values(stale_at=bindparam("at", type_=UTCDateTime), changes=Board.changes + 1)
    .execution_options(synchronize_session=False)
)


async def mark_stale(session: AsyncSession, lists: Mapping[tuple[UUID, int], datetime]) -> None:
    """Let the boards of changed lists, by chat and topic, be shown again: no statement for a chat
    that has none."""
    chats = {row.id: row for row in session.identity_map.values() if isinstance(row, Chat)}
    for (chat_id, topic), now in sorted(lists.items()):
        chat = chats.get(chat_id)
        if chat is None or chat.has_board:
            await session.exec(_STALE, params={"chat": chat_id, "of_topic": topic, "at": now})
            note_board(session.info)


async def mark_all_stale(session: AsyncSession, chat: Chat, *, now: datetime) -> None:
    """The same of all boards of a chat: its zone or its language is another one."""
    if not chat.has_board:
        return
    await session.exec(
        update(Board)
        .where(col(Board.chat_id) == chat.id, _is_live())
        .values(stale_at=now, changes=Board.changes + 1)
        .execution_options(synchronize_session=False)
    )
    note_board(session.info)


async def next_board_at(session: AsyncSession) -> datetime | None:
    """When the next board may be shown; None if none waits."""
    free_at = case(
        (col(Board.claimed_until) > col(Board.stale_at), col(Board.claimed_until)),
        else_=col(Board.stale_at),
    )
    first = (
        select(func.min(free_at))
        .join(Chat, col(Chat.id) == col(Board.chat_id))
        .where(col(Board.stale_at).is_not(None), col(Chat.unreachable_at).is_(None))
    )
    found: datetime | None = (await session.exec(first)).one()
    return found


async def claim_board(session: AsyncSession, *, now: datetime) -> BoardClaim | None:
    """Claim the board that has been stale for longest; None if none may be shown now.

    A chat that the bot was thrown out of keeps its board until it is back.
    """
    is_free = or_(col(Board.claimed_until).is_(None), col(Board.claimed_until) <= now)
    first = (
        select(Board, Chat)
        .join(Chat, col(Chat.id) == col(Board.chat_id))
        .where(col(Board.stale_at) <= now, is_free, col(Chat.unreachable_at).is_(None))
        .order_by(col(Board.stale_at))
        .limit(1)
        .with_for_update(of=Board, skip_locked=True)
    )
    found = (await session.exec(first)).first()
    if found is None:
        return None
    board, chat = found
    board.claimed_until = now + LEASE
    await session.flush()
    return BoardClaim(board, chat, board.changes, board.claimed_until)


async def renew_board(session: AsyncSession, claimed: BoardClaim, *, now: datetime) -> BoardClaim:
    """The same claim with a new lease, unless somebody else has taken it over."""
    row = await _own(session, claimed)
    if row is None:
        return claimed
    row.claimed_until = now + LEASE
    return BoardClaim(claimed.board, claimed.chat, claimed.changes, row.claimed_until)


async def board_sent(
    session: AsyncSession, claimed: BoardClaim, message_id: int, *, now: datetime
) -> None:
    """A board has a new message, which is to be pinned."""
    if row := await _own(session, claimed):
        row.message_id, row.pin, row.attempts = message_id, Pin.WANTED, 0
        row.stale_at, row.claimed_until = now, None


async def board_pinned(
    session: AsyncSession, claimed: BoardClaim, pin: Pin, *, now: datetime
) -> None:
    """A board's message was pinned, or unpinned, or the bot may not."""
    if row := await _own(session, claimed):
        row.pin, row.attempts = pin, 0
        row.stale_at, row.claimed_until = now, None


async def board_shown(
    session: AsyncSession, claimed: BoardClaim, *, again_at: datetime | None, now: datetime
) -> None:
    """A board's message says what is so; `again_at`: when that will have become wrong by itself."""
    if row := await _own(session, claimed):
        settled_at = row.created_at + SETTLES
        if row.changes != claimed.changes:
            again_at = now
        elif now < settled_at:
            again_at = min(settled_at, again_at or settled_at)
        row.stale_at, row.claimed_until, row.attempts = again_at, now + REST, 0
        if row.pin == Pin.REFUSED:
            row.pin = Pin.TOLD


async def board_put_off(
    session: AsyncSession, claimed: BoardClaim, until: datetime, *, failed: bool
) -> None:
    """A board could not be shown now: it is tried again at a moment."""
    if row := await _own(session, claimed):
        row.claimed_until, row.attempts = until, row.attempts + failed


async def forget_board(session: AsyncSession, claimed: BoardClaim) -> None:
    """A board is over, and nothing of it is left to be done."""
    # first the chat, as everybody does who changes something there
    await session.get(Chat, claimed.chat.id, with_for_update=True, populate_existing=True)
    await session.exec(delete(Board).where(col(Board.id) == claimed.board.id))
    left = exists().where(col(Board.chat_id) == claimed.chat.id)
    await session.exec(
        update(Chat)
        .where(col(Chat.id) == claimed.chat.id)
        .values(has_board=left)
        .execution_options(synchronize_session=False)
    )


async def _own(session: AsyncSession, claimed: BoardClaim) -> Board | None:
    """The row of a claim, locked; None when the lease has been taken over, or it is gone."""
    row = await session.get(Board, claimed.board.id, with_for_update=True, populate_existing=True)
    return row if row is not None and row.claimed_until == claimed.held_until else None


def _is_live() -> ColumnElement[bool]:
    return col(Board.state) == BoardState.LIVE
