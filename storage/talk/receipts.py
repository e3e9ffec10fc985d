"""Which of Telegram's updates were processed: each has its effect once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete
from sqlmodel import col

from storage.models import ReceivedUpdate
from storage.upserts import insert_new

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

RECEIPTS_LAST = timedelta(days=8)  # Telegram repeats an update for a day at most


async def receive(session: AsyncSession, update_id: int, *, now: datetime) -> bool:
    """Record that this transaction processes an update. False: it was processed before."""
    return await insert_new(session, ReceivedUpdate(update_id=update_id, received_at=now))


async def forget_receipts(session: AsyncSession, *, now: datetime) -> None:
    """Delete the receipts of updates that Telegram will not deliver again."""
    await session.exec(
        delete(ReceivedUpdate).where(col(ReceivedUpdate.received_at) < now - RECEIPTS_LAST)
    )
