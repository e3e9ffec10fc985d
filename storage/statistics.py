"""Counts of rows, for operators; no row is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlmodel import col

from storage.database import is_postgresql
from storage.models import (
    Chat,
    ChatKind,
    Habit,
    PushState,
    Reminder,
    Task,
    TaskMessage,
    User,
)
from storage.pushes.claims import LATE, is_free
from storage.pushes.kinds import CLAIMABLE
from storage.tasks.lists import is_open

if TYPE_CHECKING:
    from sqlmodel.ext.asyncio.session import AsyncSession

WEEK = timedelta(days=6)  # and today
SECONDS_OF_A_DAY = 86_400


MOST_COUNTED = 10_000  # rows that wait: more are too many anyway, and counting holds nobody up


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits to leave: pushes that are due, answers, and for how many seconds the first of
    the pushes has been due."""

    pushes: float
    answers: float
    overdue: float


async def count_waiting(session: AsyncSession, *, now: datetime) -> Backlog:
    """What waits to leave, up to MOST_COUNTED of each, in one statement."""
    state, due_at = col(Reminder.state), col(Reminder.fire_at)
    due = select(due_at).where(state.in_(CLAIMABLE), due_at <= now).limit(MOST_COUNTED).subquery()
    kept = select(col(TaskMessage.update_id)).where(col(TaskMessage.update_id).is_not(None))
    answers = select(func.count()).select_from(kept.limit(MOST_COUNTED).subquery())
    columns: list[Any] = [func.count(), func.min(due.c.fire_at), answers.scalar_subquery()]
    query: Any = select(*columns).select_from(due)
    pushes, first, waiting = (await session.exec(query)).one()
    return Backlog(pushes, waiting, (now - first).total_seconds() if first else 0.0)


async def count_rows(session: AsyncSession, *, now: datetime) -> dict[str, int]:
    """What operators see at a glance, by name. A day is one of UTC, a week is the last seven.

    A push is late when it was sent more than a minute after it was due (`storage.pushes.claims`);
    one that quiet hours held back is due when they end.
    """
    counts: dict[str, int] = {}
    for query in (_people(now), _groups(now), _tasks(now), _habits(), _pushes(session, now)):
        found = await session.exec(query)  # type: ignore[call-overload]
        counts |= found.mappings().one()
    return counts


def _day_start(now: datetime) -> datetime:
    return datetime.combine(now.date(), time(), now.tzinfo)


def _counted(**conditions: ColumnElement[bool]) -> Select[Any]:
    """How many rows of a table meet each condition."""
    counted: list[Any] = [
        func.count().filter(what).label(name) for name, what in conditions.items()
    ]
    return select(*counted)


def _people(now: datetime) -> Select[Any]:
    query = _counted(
        people=col(User.id).is_not(None),
        people_today=col(User.active_on) == now.date(),
        people_week=col(User.active_on) >= now.date() - WEEK,
        blocked=col(User.blocked_at).is_not(None),
        banned=col(User.banned_at).is_not(None),
    )
    return query.select_from(User).where(col(User.telegram_id) > 0)


def _groups(now: datetime) -> Select[Any]:
    query = _counted(
        groups=col(Chat.id).is_not(None),
        groups_today=col(Chat.active_on) == now.date(),
        groups_week=col(Chat.active_on) >= now.date() - WEEK,
        unreachable=col(Chat.unreachable_at).is_not(None),
    )
    return query.select_from(Chat).where(col(Chat.kind) != ChatKind.PRIVATE)


def _tasks(now: datetime) -> Select[Any]:
    """Two readings, each of an index alone: of a million tasks together they take SQLite a third of
    what one reading of the table takes, and it answers nobody meanwhile."""
    count = select(func.count()).select_from(Task)
    added = count.where(col(Task.created_at) >= _day_start(now))
    return select(
        count.where(is_open()).scalar_subquery().label("tasks"),
        added.scalar_subquery().label("tasks_today"),
    )


def _habits() -> Select[Any]:
    live = and_(col(Habit.archived_at).is_(None), col(Habit.deleted_at).is_(None))
    return _counted(habits=live).select_from(Habit)


def _pushes(session: AsyncSession, now: datetime) -> Select[Any]:
    state = col(Reminder.state)
    is_due = and_(state.in_(CLAIMABLE), col(Reminder.fire_at) <= now)
    was_sent = and_(col(Reminder.sent_at) >= _day_start(now), col(Reminder.message_id).is_not(None))
    is_dead = state == PushState.DEAD
    query = _counted(
        sent_today=was_sent,
        late_today=and_(was_sent, _lateness(session) > LATE.total_seconds()),
        waiting=state == PushState.PENDING,
        due=and_(is_due, is_free(now)),
        claimed=and_(is_due, col(Reminder.claimed_until) > now),
        held=state == PushState.HELD,
        refused=and_(is_dead, col(Reminder.sent_at).is_(None)),
        unclear=and_(is_dead, col(Reminder.sent_at).is_not(None)),
    )
    counted = or_(state.in_((*CLAIMABLE, PushState.HELD, PushState.DEAD)), was_sent)
    return query.select_from(Reminder).where(counted)


def _lateness(session: AsyncSession) -> ColumnElement[Any]:
    """Seconds between when a push was due and when it was sent."""
    sent_at, due_at = col(Reminder.sent_at), col(Reminder.fire_at)
    if is_postgresql(session):
        return func.extract("epoch", sent_at - due_at)
    days: ColumnElement[Any] = func.julianday(sent_at) - func.julianday(due_at)
    return days * SECONDS_OF_A_DAY
