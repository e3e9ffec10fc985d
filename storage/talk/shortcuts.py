"""Short keys for words that do not fit into a button's 64 bytes."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_
from sqlmodel import col, select

from storage.models import Shortcut
from storage.upserts import insert_new

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import Chat

SHORTCUTS_LAST = timedelta(days=365)


async def shorten(session: AsyncSession, words: str, *, chat: Chat, now: datetime) -> str:
    """A key of 8 characters that a button of this chat carries instead of these words."""
    # 48 bits: among a million keys, any two are equal with a probability of 1 in 500
    digest = hashlib.blake2b(words.encode(), digest_size=6, salt=chat.id.bytes).digest()
    key = urlsafe_b64encode(digest).decode()
    await insert_new(session, Shortcut(key=key, text=words, created_at=now, chat_id=chat.id))
    return key


async def lengthen(session: AsyncSession, key: str) -> str | None:
    """The words behind a key; None for an unknown or expired one."""
    return (await session.exec(select(Shortcut.text).where(Shortcut.key == key))).first()


async def forget_shortcuts(session: AsyncSession, *, now: datetime) -> None:
    """Delete the keys of buttons that are a year old, and those of which nobody knows whose they
    are: they could not be erased with the rest of a person's data."""
    is_old = col(Shortcut.created_at) < now - SHORTCUTS_LAST
    await session.exec(delete(Shortcut).where(or_(is_old, col(Shortcut.chat_id).is_(None))))
