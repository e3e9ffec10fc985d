"""Old rows of pushes: shown to the operator, or deleted."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, bindparam, delete, exists
from sqlmodel import col, select

from storage.models import PushState, Reminder, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession

CLOSED_LAST = timedelta(days=30)
BATCH = 1_000  # rows that are deleted in one transaction


async def dead_letters(session: AsyncSession, *, limit: int = 20) -> Sequence[Reminder]:
    """The newest pushes that Telegram refused for good."""
    query = select(Reminder).where(Reminder.state == PushState.DEAD)
    return (await session.exec(query.order_by(col(Reminder.id).desc()).limit(limit))).all()


async def forget_closed(session: AsyncSession, *, now: datetime) -> int:
    """Delete a batch of closed pushes that are 30 days old. Return how many they were.

    Those of a task's present occurrence stay: they tell how often it has nagged.
    """
    is_present = and_(
        col(Task.id) == col(Reminder.task_id),
        col(Task.due_at) == col(Reminder.occurrence_at),
        col(Task.completed_at).is_(None),
        col(Task.deleted_at).is_(None),
    )
    old = (
        select(Reminder.id)
        .where(_is_closed(), Reminder.fire_at < now - CLOSED_LAST, ~exists().where(is_present))
        .order_by(col(Reminder.fire_at))
        .limit(BATCH)
    )
    gone = await session.exec(
        delete(Reminder)
        .where(col(Reminder.id).in_(old))
        .execution_options(synchronize_session=False)
    )
    return gone.rowcount


def _is_closed() -> ColumnElement[bool]:
    # the literal words of the partial index, as in storage.pushes.claims
    closed: ColumnElement[str] = bindparam(
        "closed", str(PushState.CLOSED), unique=True, literal_execute=True
    )
    return col(Reminder.state) == closed
