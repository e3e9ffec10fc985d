"""Which updates had their effect, and who goes first in a chat."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta

from sqlalchemy import delete, text
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import is_postgresql
from storage.models import ReceivedUpdate, Shortcut
from storage.people.people import insert_new

RECEIPTS_LAST = timedelta(days=8)  # Telegram repeats an update for a day at most
SHORTCUTS_LAST = timedelta(days=365)


async def lock_chat(session: AsyncSession, telegram_id: int) -> None:
    """One transaction at a time in a chat, over all processes; SQLite has one writer anyway."""
    if is_postgresql(session):
        await session.exec(  # type: ignore[call-overload]
            text("SELECT pg_advisory_xact_lock(:key)").bindparams(key=telegram_id)
        )


async def receive(session: AsyncSession, update_id: int, *, now: datetime) -> bool:
    """Keep that an update is being done in this transaction. False: it was done before."""
    return await insert_new(session, ReceivedUpdate(update_id=update_id, received_at=now))


async def forget_receipts(session: AsyncSession, *, now: datetime) -> None:
    """Drop what no redelivery can ask for any more."""
    await session.exec(
        delete(ReceivedUpdate).where(col(ReceivedUpdate.received_at) < now - RECEIPTS_LAST)
    )
    await session.exec(delete(Shortcut).where(col(Shortcut.created_at) < now - SHORTCUTS_LAST))


async def shorten(session: AsyncSession, words: str, *, now: datetime) -> str:
    """A key of 8 characters that stands for these words in a button."""
    # 48 bits: with a million of them, two share a key with a chance of 1 in 500
    key = urlsafe_b64encode(hashlib.blake2b(words.encode(), digest_size=6).digest()).decode()
    await insert_new(session, Shortcut(key=key, text=words, created_at=now))
    return key


async def lengthen(session: AsyncSession, key: str) -> str | None:
    """The words behind a key, None when it stands for nothing (any more)."""
    return (await session.exec(select(Shortcut.text).where(Shortcut.key == key))).first()
