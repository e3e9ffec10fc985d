"""Which of several processes fetches updates: one row, held for the time of a lease.

Telegram has one queue for a token, and ends a request for updates when another comes. So one
process fetches, and the others wait until it gives the row back or its lease ends.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlmodel import col, select

from storage.database import is_postgresql
from storage.models import Poller

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

ONLY = 1  # the key of the only row
LEASE = timedelta(seconds=10)  # how soon another process takes over what a killed one was doing
CLOCK_SET_BACK = 2 * LEASE  # a lease that ends later than this was given before


async def current_poller(session: AsyncSession, *, now: datetime) -> str | None:
    """The process whose lease has not ended; None when anybody may fetch."""
    query = select(Poller.holder).where(Poller.until > now, Poller.until <= now + CLOCK_SET_BACK)
    return (await session.exec(query)).first()


async def take_polling(
    session: AsyncSession, holder: str, *, now: datetime, ended: str | None = None
) -> bool:
    """Take or renew the lease. False: another process has it. Of `ended` it is known that it
    fetches no more, whatever its lease says."""
    insert = postgresql_insert if is_postgresql(session) else sqlite_insert
    values = {"holder": holder, "until": now + LEASE}
    until = col(Poller.until)
    is_free = or_(
        col(Poller.holder).in_((holder, ended or holder)),
        until <= now,
        until > now + CLOCK_SET_BACK,
    )
    taken = (
        insert(Poller)
        .values(id=ONLY, **values)
        .on_conflict_do_update(index_elements=["id"], set_=values, where=is_free)
        .returning(col(Poller.holder))
    )
    return (await session.exec(taken)).first() is not None


async def leave_polling(session: AsyncSession, holder: str) -> None:
    """Give the lease back, if this process still has it."""
    await session.exec(delete(Poller).where(col(Poller.holder) == holder))
