"""Locks that hold across all processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from storage.database import is_postgresql

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession


async def lock_chat(session: AsyncSession, telegram_id: int) -> None:
    """Wait until no other transaction works in this chat; SQLite has a single writer anyway."""
    if is_postgresql(session):
        await session.exec(  # type: ignore[call-overload]
            text("SELECT pg_advisory_xact_lock(:key)").bindparams(key=telegram_id)
        )
