"""Which of Telegram's updates were processed: each has its effect once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Table, bindparam, delete, func
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col, select

from storage.database import is_postgresql
from storage.models import ReceivedUpdate

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

BATCH = 1_000  # rows that are deleted in one transaction
RECEIPTS_LAST = timedelta(days=8)  # Telegram repeats an update for a day at most

_TABLE: Table = ReceivedUpdate.__table__  # type: ignore[attr-defined]
_ON_SQLITE = sqlite_insert(_TABLE).on_conflict_do_nothing().returning(_TABLE.c.update_id)
_ON_POSTGRESQL = (
    postgresql_insert(_TABLE)
    .on_conflict_do_nothing()
    .returning(func.pg_advisory_xact_lock(bindparam("chat", type_=BigInteger)))
)


async def receive(
    session: AsyncSession,
    update_id: int,
    chat_telegram_id: int,
    *,
    now: datetime,
    is_said: bool = False,
) -> bool:
    """Record that this transaction processes an update, once no other one works in its chat.

    False: it was processed before. On PostgreSQL the same statement locks the chat, so that the
    next one sees what the transactions before have done there; SQLite has a single writer.
    `is_said`: it brings somebody's words, see `said_since`.
    """
    said_in = chat_telegram_id if is_said else None
    received = {"update_id": update_id, "received_at": now, "said_in": said_in}
    if is_postgresql(session):
        found = await session.exec(_ON_POSTGRESQL, params={**received, "chat": chat_telegram_id})
    else:
        found = await session.exec(_ON_SQLITE, params=received)
    return found.first() is not None


async def said_since(session: AsyncSession, chat_telegram_id: int, since: datetime) -> int:
    """How many messages were received in a chat after a moment, this transaction's included."""
    query = select(func.count()).where(
        col(ReceivedUpdate.received_at) > since, ReceivedUpdate.said_in == chat_telegram_id
    )
    return (await session.exec(query)).one()


async def forget_receipts(
    session: AsyncSession, *, now: datetime, last: timedelta = RECEIPTS_LAST
) -> int:
    """Delete a batch of receipts of updates that Telegram will not deliver again: how many."""
    received_at = col(ReceivedUpdate.received_at)
    old = select(ReceivedUpdate.update_id).where(received_at < now - last).limit(BATCH)
    gone = await session.exec(
        delete(ReceivedUpdate)
        .where(col(ReceivedUpdate.update_id).in_(old))
        .execution_options(synchronize_session=False)
    )
    return gone.rowcount
