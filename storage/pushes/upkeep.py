"""Old rows of pushes: shown to the operator, or deleted."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, bindparam, delete, exists, func, update
from sqlmodel import col, select

from storage.database import note_push
from storage.models import Chat, PushState, Reminder, Task
from storage.pushes.kinds import CLAIMABLE
from storage.pushes.rows import is_current

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import Update
    from sqlmodel.ext.asyncio.session import AsyncSession

CLOSED_LAST = timedelta(days=30)
MOST_REASONS = 50  # of dead pushes that are told apart
BATCH = 1_000  # rows that are deleted in one transaction


async def free_put_off(session: AsyncSession, *, now: datetime, lease: timedelta) -> None:
    """Let pushes be tried now that could not leave before, and whose next try was put off. What
    somebody has in hand, until its `lease` ends, stays there, and so does what broke or has perhaps
    arrived."""
    await session.exec(
        update(Reminder)
        .where(col(Reminder.state).in_(CLAIMABLE), col(Reminder.fire_at) <= now)
        .where(col(Reminder.claimed_until) > now + lease, col(Reminder.attempts) > 0)
        .where(col(Reminder.error).is_(None), func.coalesce(Reminder.unclear, 0) == 0)
        .values(claimed_until=now)
        .execution_options(synchronize_session=False)
    )


async def dead_letters(session: AsyncSession, *, limit: int = 20) -> Sequence[Reminder]:
    """The newest pushes that Telegram refused for good, or that came to nothing clear."""
    query = select(Reminder).where(Reminder.state == PushState.DEAD)
    return (await session.exec(query.order_by(col(Reminder.id).desc()).limit(limit))).all()


async def dead_page(
    session: AsyncSession, *, first: int, most: int
) -> tuple[Sequence[tuple[Reminder, Chat]], int]:
    """So many of them with the chats that they were for, from one of them on (0 is the first); and
    how many all are."""
    is_dead = Reminder.state == PushState.DEAD
    query = (
        select(Reminder, Chat)
        .join(Chat, col(Chat.id) == col(Reminder.chat_id))
        .where(is_dead)
        .order_by(col(Reminder.id).desc())
    )
    found = (await session.exec(query.offset(first).limit(most))).all()
    count = (await session.exec(select(func.count()).select_from(Reminder).where(is_dead))).one()
    return found, count


async def dead_reasons(session: AsyncSession) -> Sequence[tuple[str | None, int]]:
    """Why they could not be delivered, and how many for each reason; the most frequent first."""
    query = (
        select(Reminder.error, func.count())
        .where(Reminder.state == PushState.DEAD)
        .group_by(col(Reminder.error))
        .order_by(func.count().desc(), col(Reminder.error))
    )
    return (await session.exec(query.limit(MOST_REASONS))).all()


async def dead_letter(session: AsyncSession, key: UUID) -> tuple[Reminder, Chat] | None:
    """One of them with the chat that it was for; None if it is none any more."""
    query = (
        select(Reminder, Chat)
        .join(Chat, col(Chat.id) == col(Reminder.chat_id))
        .where(Reminder.id == key, Reminder.state == PushState.DEAD)
    )
    return (await session.exec(query)).first()


async def retry_dead(session: AsyncSession, *keys: UUID, now: datetime) -> int:
    """Let dead pushes, or (no keys) all of them, be sent again, at once: how many. Those whose task
    is not any more what they would say are closed."""
    is_meant = _is_dead(keys)
    about = exists().where(col(Task.id) == col(Reminder.task_id), is_current())
    await session.exec(
        _set(and_(is_meant, col(Reminder.task_id).is_not(None), ~about), PushState.CLOSED)
    )
    again = await session.exec(_set(is_meant, PushState.PENDING))
    if again.rowcount:
        note_push(session.info, now)
    return again.rowcount


async def drop_dead(session: AsyncSession, *keys: UUID) -> int:
    """Forget dead pushes: how many."""
    return (await session.exec(_set(_is_dead(keys), PushState.CLOSED))).rowcount


def _is_dead(keys: Sequence[UUID]) -> ColumnElement[bool]:
    is_dead = col(Reminder.state) == PushState.DEAD
    return and_(is_dead, col(Reminder.id).in_(keys)) if keys else is_dead


def _set(where: ColumnElement[bool], state: PushState) -> Update:
    """As if it had never been tried, if it is to be sent again."""
    fresh = {"attempts": 0, "unclear": None, "error": None, "sent_at": None}
    values = {"state": state, "claimed_until": None, **(fresh if state == "pending" else {})}
    changed = update(Reminder).where(where).values(values)
    return changed.execution_options(synchronize_session=False)


async def forget_closed(
    session: AsyncSession, *, now: datetime, last: timedelta = CLOSED_LAST
) -> int:
    """Delete a batch of closed pushes that are so old. Return how many they were.

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
        .where(_is_closed(), Reminder.fire_at < now - last, ~exists().where(is_present))
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
