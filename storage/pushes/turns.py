"""What all processes share when they send: the clock, the turns, and a pause of the whole token.

Telegram's bulk limit is one for the token, so processes take turns by two rows of `sending_slots`.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, ColumnElement, Interval, bindparam, exists, func, update
from sqlalchemy.orm import Mapped, aliased
from sqlmodel import col, select
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.database import is_postgresql
from storage.models import SendingSlot
from storage.upserts import insert_new

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession
    from sqlmodel.sql.expression import SelectOfScalar

NEXT, PAUSE = 1, 2  # rows of SendingSlot: the next turn, and the end of a pause
MOST_AHEAD = timedelta(seconds=2.5)  # of a turn: a process has few before it
LONGEST_PAUSE = timedelta(minutes=5)  # then one push asks Telegram again


async def reserve(
    session: AsyncSession,
    *,
    gap: timedelta,
    now: datetime,
    turns: int = 1,
) -> datetime | None:
    """Take the next turns to send, `gap` after the one before; the first of them, or None during a
    pause.

    Call it last in a transaction: all processes wait for each other here. A turn that was missed
    by less than a gap is made up for, so that lateness does not add up to a lower rate.
    """
    until = gap * turns
    if is_postgresql(session) and (
        at := await _reserve_at_once(session, gap=gap, until=until, now=now)
    ):
        return max(at, now)
    query = select(SendingSlot).order_by(col(SendingSlot.id)).with_for_update()
    rows = {row.id: row for row in (await session.exec(query)).all()}
    if PAUSE in rows and now < rows[PAUSE].next_at <= now + LONGEST_PAUSE:
        return None
    turn = rows.get(NEXT) or await _row(session, NEXT, now)
    at = turn.next_at if turn.next_at <= now + MOST_AHEAD else now  # else the clock was set back
    turn.next_at = max(at, now - gap) + until
    return max(at, now)


async def _reserve_at_once(
    session: AsyncSession, *, gap: timedelta, until: timedelta, now: datetime
) -> datetime | None:
    """Take the turns in one statement; None in a pause, without a row, or with a clock set back."""
    values: dict[str, Any] = {
        "moment": now,
        "pause_latest": now + LONGEST_PAUSE,
        "turn_latest": now + MOST_AHEAD,
    }
    values |= {"earliest": now - gap, "taken": until}
    found = await session.exec(_reserving(), params=values)
    after: datetime | None = found.scalar_one_or_none()
    return after - until if after else None


@cache  # to make a statement costs more than to send it
def _reserving() -> Any:
    pause = aliased(SendingSlot)
    ends_at, next_at = col(pause.next_at), col(SendingSlot.next_at)
    is_near = _is_near(ends_at, bindparam("moment"), bindparam("pause_latest"))
    is_paused = exists().where(col(pause.id) == PAUSE, *is_near)
    earliest = bindparam("earliest", type_=UTCDateTime)
    return (
        update(SendingSlot)
        .where(col(SendingSlot.id) == NEXT, next_at <= bindparam("turn_latest"), ~is_paused)
        .values(next_at=func.greatest(next_at, earliest) + bindparam("taken", type_=Interval))
        .returning(next_at)
        .execution_options(synchronize_session=False)
    )


async def hold_back(session: AsyncSession, until: datetime, *, now: datetime) -> None:
    """Let no process send before a moment: Telegram refuses the whole token.

    A long refusal is asked about again after five minutes.
    """
    pause = await _row(session, PAUSE, now)
    pause.next_at = min(until, now + LONGEST_PAUSE)


def pause_ends_at(now: datetime) -> SelectOfScalar[datetime]:
    """The query for the end of a pause that is on now."""
    return select(SendingSlot.next_at).where(
        SendingSlot.id == PAUSE, *_is_near(col(SendingSlot.next_at), now, now + LONGEST_PAUSE)
    )


def _is_near(
    ends_at: Mapped[datetime],
    now: datetime | BindParameter[datetime],
    latest: datetime | BindParameter[datetime],
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    # an end further ahead was recorded before the clock was set back
    return ends_at > now, ends_at <= latest


async def _row(session: AsyncSession, row_id: int, now: datetime) -> SendingSlot:
    await insert_new(session, SendingSlot(id=row_id, next_at=now))
    return await session.get_one(SendingSlot, row_id, with_for_update=True)


async def database_now(session: AsyncSession) -> datetime | None:
    """PostgreSQL's clock, which several processes share; None on SQLite."""
    if not is_postgresql(session):
        return None
    return (await session.exec(select(func.now()))).one()
