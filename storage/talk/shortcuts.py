"""Short keys for words that do not fit into a button's 64 bytes."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete
from sqlmodel import col, select

from storage.models import Shortcut
from storage.upserts import insert_new

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

SHORTCUTS_LAST = timedelta(days=365)


async def shorten(session: AsyncSession, words: str, *, now: datetime) -> str:
    """A key of 8 characters that a button carries instead of these words."""
    # 48 bits: among a million keys, any two are equal with a probability of 1 in 500
    key = urlsafe_b64encode(hashlib.blake2b(words.encode(), digest_size=6).digest()).decode()
    await insert_new(session, Shortcut(key=key, text=words, created_at=now))
    return key


async def lengthen(session: AsyncSession, key: str) -> str | None:
    """The words behind a key; None for an unknown or expired one."""
    return (await session.exec(select(Shortcut.text).where(Shortcut.key == key))).first()


async def forget_shortcuts(session: AsyncSession, *, now: datetime) -> None:
    """Delete the keys of buttons that are a year old."""
    await session.exec(delete(Shortcut).where(col(Shortcut.created_at) < now - SHORTCUTS_LAST))
