"""Pushes that are due: claimed one by one, and what became of each.

A worker claims a row for the time of a lease, which it renews while it pushes outside of any
transaction, and keeps the outcome in a small one. A crash in between repeats what was in flight,
and loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, func, or_
from sqlalchemy.orm import joinedload, selectinload
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import is_postgresql
from storage.finding import show_in_message, with_parts
from storage.models import Chat, ChatKind, PushState, Reminder, Task, User
from storage.planning import DAILY, plan_daily, plan_nag, recipient

LEASE = timedelta(seconds=6)  # what a killed worker had in hand is free again this soon
LATE = timedelta(minutes=1)  # what is later than this was missed, not just waiting its turn
BROKEN_WAIT = timedelta(seconds=1)  # doubled with every attempt
BROKEN_LIMIT = 10
OPEN = (PushState.PENDING, PushState.CLOSING)
DIGEST_ABOVE = 5  # missed pushes of one chat that are still sent one by one


@dataclass(frozen=True, slots=True)
class Claim:
    """What a worker is to push: rows of one chat, several only as one digest.

    `owner` is whose private chat it is; `task` is that of a single row, without the parts that
    no reminder shows.
    """

    rows: tuple[Reminder, ...]
    chat: Chat
    owner: User | None = None
    task: Task | None = None

    @property
    def row(self) -> Reminder:
        return self.rows[0]


async def next_claim_at(session: AsyncSession, *, now: datetime) -> datetime | None:
    """When there will be a row to claim; one that was put off hides none of those behind it."""
    free = (
        select(Reminder.fire_at)
        .where(_is_open(), _is_free(now))
        .order_by(col(Reminder.fire_at))
        .limit(1)
    )
    put_off = select(func.min(Reminder.claimed_until)).where(
        _is_open(), Reminder.fire_at <= now, col(Reminder.claimed_until) > now
    )
    both = (await session.exec(select(free.scalar_subquery(), put_off.scalar_subquery()))).one()
    return min((at for at in both if at is not None), default=None)


def _is_open() -> ColumnElement[bool]:
    # the very words of the partial index: SQLite does not use it where the states are parameters
    return col(Reminder.state).in_(bindparam("open", OPEN, unique=True, literal_execute=True))


async def claim(session: AsyncSession, *, now: datetime) -> Claim | None:
    """Take the next push that is due for this worker, until its lease ends; None if there is none.

    More than five missed ones of a chat are taken together. On PostgreSQL rows that another
    worker has taken are skipped; SQLite has one writer at a time.
    """
    query = (
        select(Reminder)
        .where(_is_open(), Reminder.fire_at <= now, _is_free(now))
        .order_by(col(Reminder.fire_at), col(Reminder.id))
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    row = (await session.exec(query)).first()
    if row is None:
        return None
    rows = [row, *await _missed_beside(session, row, now=now)]
    for taken in rows:
        taken.claimed_until, taken.attempts = now + LEASE, taken.attempts + 1
    chat, owner = await _whose(session, row)
    task = await _task_of(session, row) if len(rows) == 1 else None
    return Claim(tuple(rows), chat, owner, task)


async def _whose(session: AsyncSession, row: Reminder) -> tuple[Chat, User | None]:
    # a query of its own: the planner of the one for what is due is to see its index alone
    is_owner = and_(
        col(Chat.kind) == ChatKind.PRIVATE, col(User.telegram_id) == col(Chat.telegram_id)
    )
    query = select(Chat, User).outerjoin(User, is_owner).where(Chat.id == row.chat_id)
    return (await session.exec(query)).one()


def _is_free(now: datetime) -> ColumnElement[bool]:
    return or_(col(Reminder.claimed_until).is_(None), col(Reminder.claimed_until) <= now)


async def _missed_beside(
    session: AsyncSession, row: Reminder, *, now: datetime
) -> Sequence[Reminder]:
    """The other missed pushes of a chat, if they are more than are sent one by one."""
    if row.state != PushState.PENDING or row.fire_at > now - LATE or row.task_id is None:
        return ()
    query = (
        select(Reminder)
        .where(
            Reminder.chat_id == row.chat_id,
            Reminder.state == PushState.PENDING,
            Reminder.id != row.id,
            Reminder.topic == row.topic,
            col(Reminder.task_id).is_not(None),
            Reminder.fire_at <= now - LATE,
            _is_free(now),
        )
        .order_by(col(Reminder.fire_at))
        .with_for_update(skip_locked=True)
    )
    rows = (await session.exec(query)).all()
    return rows if len(rows) >= DIGEST_ABOVE else ()


async def _task_of(session: AsyncSession, row: Reminder) -> Task | None:
    if row.task_id is None:
        return None
    shown = (
        joinedload(Task.chat, innerjoin=True),  # type: ignore[arg-type]
        selectinload(Task.assignees),  # type: ignore[arg-type]
    )
    query = select(Task).where(Task.id == row.task_id).options(*shown)
    return (await session.exec(query)).one_or_none()


async def tasks_of(session: AsyncSession, rows: Sequence[Reminder]) -> list[Task]:
    """The open tasks that pushes are about, by their due moment."""
    ids = {row.task_id for row in rows}
    query = (
        select(Task)
        .where(col(Task.id).in_(ids), col(Task.deleted_at).is_(None))
        .where(col(Task.completed_at).is_(None))
        .options(*with_parts())
        .order_by(col(Task.due_at))
    )
    return list((await session.exec(query)).all())


async def own_rows(session: AsyncSession, claimed: Claim) -> list[Reminder]:
    """The rows of a claim that are still this worker's: its lease has not run out."""
    held = {row.id: row.claimed_until for row in claimed.rows}
    query = select(Reminder).where(col(Reminder.id).in_(held)).with_for_update()
    rows = (await session.exec(query.execution_options(populate_existing=True))).all()
    return [row for row in rows if row.claimed_until == held[row.id]]


async def renew(session: AsyncSession, claimed: Claim, *, now: datetime) -> Claim:
    """The same claim with a new lease on those of its rows that are still this worker's."""
    renewed = {row.id: row for row in await own_rows(session, claimed)}
    for row in renewed.values():
        row.claimed_until = now + LEASE
    return replace(claimed, rows=tuple(renewed.get(row.id, row) for row in claimed.rows))


async def mark_sent(
    session: AsyncSession, claimed: Claim, message_id: int | None, *, now: datetime
) -> None:
    """Keep that a push stands in its chat, and plan what follows it: a nag, tomorrow's agenda."""
    for row in await own_rows(session, claimed):
        single = len(claimed.rows) == 1 and row.task_id is not None
        row.state = PushState.SENT if single and message_id else PushState.CLOSED
        row.sent_at, row.message_id, row.claimed_until = now, message_id, None
        if row.state == PushState.SENT and message_id is not None:
            chat = claimed.chat
            if row.chat_id != chat.id:  # the group has moved while this was on its way
                chat = await session.get_one(Chat, row.chat_id)
            await show_in_message(session, row.task_id, message_id, chat=chat, now=now)
        await _follow(session, row, now=now)


async def mark_closed(session: AsyncSession, claimed: Claim) -> None:
    """Keep that a message says what was done, or that nothing was to be said."""
    for row in await own_rows(session, claimed):
        row.state, row.claimed_until = PushState.CLOSED, None


async def mark_dead(session: AsyncSession, claimed: Claim, reason: str, *, now: datetime) -> None:
    """Keep what Telegram refuses for good; the operator sees it, nobody deletes it."""
    for row in await own_rows(session, claimed):
        closing = row.state == PushState.CLOSING
        row.state = PushState.CLOSED if closing else PushState.DEAD
        row.error, row.claimed_until = reason[:500], None
        if row.kind in DAILY:  # tomorrow's may be taken
            await plan_daily(session, row.chat_id, now=now)


async def mark_held(session: AsyncSession, claimed: Claim) -> None:
    """Keep pushes for a chat that cannot be reached until it is again.

    A message there that was to be edited stays as it is.
    """
    for row in await own_rows(session, claimed):
        closing = row.state == PushState.CLOSING
        row.state = PushState.CLOSED if closing else PushState.HELD
        row.claimed_until = None


async def put_off(session: AsyncSession, claimed: Claim, until: datetime) -> None:
    """Try a push again at a moment."""
    for row in await own_rows(session, claimed):
        row.claimed_until = until


async def postpone(session: AsyncSession, claimed: Claim, until: datetime) -> None:
    """Let a push be due later: it waits for the end of quiet hours, and is not late then."""
    for row in await own_rows(session, claimed):
        row.fire_at, row.claimed_until, row.attempts = until, None, 0


async def set_aside(
    session: AsyncSession, ids: Sequence[UUID], reason: str, *, now: datetime
) -> None:
    """A push broke before it could leave, and its claim with it: others go first for a while.

    One that has broken ten times is kept for the operator.
    """
    query = select(Reminder).where(col(Reminder.id).in_(ids), _is_open()).with_for_update()
    for row in (await session.exec(query.execution_options(populate_existing=True))).all():
        row.attempts += 1
        row.claimed_until = now + BROKEN_WAIT * 2**row.attempts
        row.error = reason[:500]
        if row.attempts >= BROKEN_LIMIT:
            row.state, row.claimed_until = PushState.DEAD, None


async def redirect(session: AsyncSession, claimed: Claim, chat: Chat) -> None:
    """Send a push to another chat instead, at once."""
    for row in await own_rows(session, claimed):
        row.chat_id, row.topic, row.claimed_until, row.attempts = chat.id, 0, None, 0


async def _follow(session: AsyncSession, row: Reminder, *, now: datetime) -> None:
    if row.kind in DAILY:
        await plan_daily(session, row.chat_id, now=now)
        return
    task = await session.get(Task, row.task_id) if row.task_id else None
    if task is not None and task.nag_minutes:
        to = await recipient(session, await session.get_one(Chat, row.chat_id))
        await plan_nag(session, task, to, now=now)


async def dead_letters(session: AsyncSession, *, limit: int = 20) -> Sequence[Reminder]:
    """The newest pushes that Telegram refused for good, for the operator."""
    query = select(Reminder).where(Reminder.state == PushState.DEAD)
    return (await session.exec(query.order_by(col(Reminder.id).desc()).limit(limit))).all()


async def database_now(session: AsyncSession) -> datetime | None:
    """PostgreSQL's clock, the one that several processes share; None on SQLite."""
    if not is_postgresql(session):
        return None
    return (await session.exec(select(func.now()))).one()
