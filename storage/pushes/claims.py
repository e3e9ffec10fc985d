"""Pushes that are due: claimed by a worker for the time of a lease.

A worker renews its claim while it sends outside of any transaction, and records the outcome in a
small one (`storage.pushes.outcomes`). A crash in between repeats what was being sent and loses
nothing. Reminders are claimed before digests.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, func, or_, update
from sqlalchemy.orm import joinedload
from sqlmodel import col, select

from storage.database import is_postgresql
from storage.models import Chat, ChatKind, PushState, Reminder, Task, User
from storage.models.pushes import DIGESTS, OF_PEOPLE
from storage.pushes.kinds import CLAIMABLE
from storage.pushes.people import beginning_of
from storage.pushes.recipients import Recipient, recipient
from storage.pushes.together import (
    MOST,
    SHARED,
    agendas_near,
    beside,
    is_shared,
    is_told,
    nobody_gathers,
)
from storage.pushes.turns import pause_ends_at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

LEASE = timedelta(seconds=6)  # how soon another worker takes over what a killed one had claimed
LATE = timedelta(minutes=1)  # a push that is later was missed, and does not just wait its turn
DIGEST_ABOVE = 5  # missed pushes of one chat that are still sent one by one


@dataclass(frozen=True, slots=True)
class Claim:
    """What a worker is to push: rows of one chat. Several of them were missed and become a digest,
    or they come `together`: one message for tasks of a whole day.

    `task` is that of a single row, with its chat and its assignees loaded. `is_own`: what comes
    together is all of this very chat. No rows: a morning agenda tells what was claimed.
    """

    rows: tuple[Reminder, ...]
    to: Recipient
    task: Task | None = None
    together: bool = False
    is_own: bool = False

    @property
    def row(self) -> Reminder:
        """The first row, or the only one."""
        return self.rows[0]

    @property
    def chat(self) -> Chat:
        """The chat that is pushed to."""
        return self.to.chat

    @property
    def owner(self) -> User | None:
        """The person whose private chat it is."""
        return self.to.person


async def next_claim_at(session: AsyncSession, *, now: datetime) -> datetime | None:
    """When the next row can be claimed and sent; None if no row waits.

    Rows that were put off do not hide those behind them.
    """
    free = (
        select(Reminder.fire_at)
        .where(_is_claimable(), is_free(now))
        .order_by(col(Reminder.fire_at))
        .limit(1)
    )
    put_off = select(func.min(Reminder.claimed_until)).where(
        _is_claimable(), Reminder.fire_at <= now, col(Reminder.claimed_until) > now
    )
    found = select(
        free.scalar_subquery(), put_off.scalar_subquery(), pause_ends_at(now).scalar_subquery()
    )
    *due, paused_until = (await session.exec(found)).one()
    first = min((at for at in due if at is not None), default=None)
    return max(first, paused_until) if first and paused_until else first


async def claim(session: AsyncSession, *, now: datetime) -> Claim | None:
    """Claim the next push that is due until its lease ends; None if nothing is due."""
    return next(iter(await claim_several(session, 1, now=now)), None)


async def claim_several(session: AsyncSession, most: int, *, now: datetime) -> list[Claim]:
    """Claim the next pushes that are due until their leases end; one of each chat at most, so that
    what one chat gets keeps its order. None if nothing is due.

    More than five missed pushes of a chat are claimed together, and so are tasks of a whole day.
    On PostgreSQL rows that another worker has locked are skipped; SQLite has one writer at a time.
    """
    rows = await _first(session, most, digests=False, now=now)
    rows = rows or await _first(session, most, digests=True, now=now)
    rows = await _one_of_each_chat(session, rows)
    shown = await _shown(session, rows) if rows else {}
    return [await _claimed(session, row, *shown[row.id], now=now) for row in rows]


async def _one_of_each_chat(session: AsyncSession, rows: Sequence[Reminder]) -> Sequence[Reminder]:
    """The first of each chat; the claims on the others are taken back."""
    first: dict[UUID, Reminder] = {}
    for row in rows:
        first.setdefault(row.chat_id, row)
    others = [row.id for row in rows if first[row.chat_id] is not row]
    if others:
        await session.exec(
            update(Reminder)
            .where(col(Reminder.id).in_(others))
            .values(claimed_until=None, attempts=Reminder.attempts - 1)
            .execution_options(synchronize_session=False)
        )
    return list(first.values())


async def _claimed(
    session: AsyncSession, row: Reminder, to: Recipient, task: Task | None, *, now: datetime
) -> Claim:
    """A claimed row with those that go with it."""
    if to.chat.unreachable_at is not None:  # each push goes to the creator of its task
        return Claim((row,), to, task)
    if row.state == PushState.CLOSING:
        return await _with_message(session, Claim((row,), to, task), now=now)
    if row.kind in OF_PEOPLE:
        return await _with_burst(session, Claim((row,), to, task), now=now)
    agendas = await agendas_near(session, row, to) if is_shared(row, task) else ()
    if is_told(row, task, agendas, to):
        row.state, row.claimed_until = PushState.CLOSED, None
        return Claim((), to, task)
    missed = await _missed_beside(session, row, to, agendas, now=now)
    day = () if missed else await _day_beside(session, row, task, to, agendas, now=now)
    others = missed or [one for one, _ in day]
    _take(others, now=now)
    if not others:
        return Claim((row,), to, task)
    tasks = [task, *(its for _, its in day)]
    is_own = all(its is not None and its.chat_id == to.chat.id for its in tasks)
    return Claim((row, *others), to, together=not missed, is_own=bool(day) and is_own)


def _take(rows: Sequence[Reminder], *, now: datetime) -> None:
    for row in rows:
        row.claimed_until, row.attempts = now + LEASE, row.attempts + 1


async def _with_message(session: AsyncSession, claimed: Claim, *, now: datetime) -> Claim:
    """A message that is to say what was done; of one that has several tasks, all that was."""
    row = claimed.row
    if row.message_id is None or row.kind not in SHARED + OF_PEOPLE or row.task_id is None:
        return claimed
    query = select(Reminder).where(
        Reminder.chat_id == row.chat_id,
        Reminder.message_id == row.message_id,
        Reminder.id != row.id,
    )
    others = (await session.exec(query.with_for_update(skip_locked=True))).all()
    closing = [one for one in others if one.state == PushState.CLOSING]
    _take(closing, now=now)
    return replace(claimed, rows=(row, *closing), together=bool(others))


async def _with_burst(session: AsyncSession, claimed: Claim, *, now: datetime) -> Claim:
    """What is told of one person's tasks of one chat comes in one message, though it may be for a
    few seconds too soon."""
    row, task = claimed.row, claimed.task
    if task is None:
        return claimed
    of_same = col(Reminder.key).startswith(beginning_of(row), autoescape=True)
    found = await _free(
        session,
        col(Reminder.chat_id) == row.chat_id,
        col(Reminder.topic) == row.topic,
        col(Reminder.kind) == row.kind,
        col(Reminder.state) == PushState.PENDING,
        col(Reminder.id) != row.id,
        col(Task.chat_id) == task.chat_id,
        of_same,
        now=now,
    )
    others = [one for one, _ in found[: MOST - 1]]
    _take(others, now=now)
    return replace(claimed, rows=(row, *others), together=bool(others))


async def _day_beside(
    session: AsyncSession,
    row: Reminder,
    task: Task | None,
    to: Recipient,
    agendas: Sequence[Reminder],
    *,
    now: datetime,
) -> Sequence[tuple[Reminder, Task | None]]:
    """What comes in one message with a task of a whole day."""
    if not is_shared(row, task):
        return ()
    found = await _free(session, *beside(row), now=now)
    return [pair for pair in found if not is_told(*pair, agendas, to)][: MOST - 1]


async def _free(
    session: AsyncSession, *conditions: ColumnElement[bool], now: datetime
) -> Sequence[tuple[Reminder, Task | None]]:
    """Pushes that nobody has claimed with their tasks and whose these are, locked; the earliest
    first."""
    query = (
        select(Reminder, Task)
        .outerjoin(Task, col(Task.id) == col(Reminder.task_id))
        .where(*conditions, is_free(now))
        .order_by(col(Reminder.fire_at), col(Task.number))
        .options(joinedload(Task.assignees))  # type: ignore[arg-type]
        .with_for_update(skip_locked=True, of=Reminder)
    )
    found = await session.exec(query)
    return found.unique().all()  # type: ignore[attr-defined,no-any-return]  # SQLModel's stub lacks it


async def _first(
    session: AsyncSession, most: int, *, digests: bool, now: datetime
) -> Sequence[Reminder]:
    """Claim the first rows that are due, in one statement; in their order."""
    statement = _claiming(most, digests=digests, postgresql=is_postgresql(session))
    values = {"moment": now, "lease_end": now + LEASE, "late_before": now - LATE}
    rows = (await session.exec(statement, params=values)).scalars().all()
    return sorted(rows, key=lambda row: row.fire_at)


@cache  # to make a statement costs more than to send it
def _claiming(most: int, *, digests: bool, postgresql: bool) -> Any:
    moment: BindParameter[datetime] = bindparam("moment")
    late: BindParameter[datetime] = bindparam("late_before")
    more = () if digests else (~_is_digest(),)
    first = (
        select(Reminder.id)
        .where(_is_claimable(), col(Reminder.fire_at) <= moment, is_free(moment), *more)
        .where(*nobody_gathers(late, postgresql=postgresql))
        # not by the id as well: sorting thousands of rows of one moment would cost too much
        .order_by(col(Reminder.fire_at))
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    # looked up once, where a join could look again after its LIMIT
    is_first = (
        col(Reminder.id) == first.scalar_subquery()
        if most == 1
        else col(Reminder.id).in_(select(first.cte("first_due").c.id))
    )
    return (
        update(Reminder)
        .where(is_first)
        .values(claimed_until=bindparam("lease_end"), attempts=Reminder.attempts + 1)
        .returning(Reminder)
        .execution_options(synchronize_session=False, populate_existing=True)
    )


async def _shown(
    session: AsyncSession, rows: Sequence[Reminder]
) -> dict[UUID, tuple[Recipient, Task | None]]:
    """The chat that each row is pushed to, and its task with the parts that a reminder shows; by
    the keys of the rows.

    A query of its own: a join would keep the planner from using the index of due rows.
    """
    found = await session.exec(_showing(), params={"rows": [row.id for row in rows]})
    return {
        row_id: (recipient(session, chat, owner), task)
        for row_id, chat, owner, task in found.unique().all()
    }


@cache
def _showing() -> Any:
    is_owner = and_(
        col(Chat.kind) == ChatKind.PRIVATE, col(User.telegram_id) == col(Chat.telegram_id)
    )
    shown = (
        joinedload(Task.chat),  # type: ignore[arg-type]
        joinedload(Task.assignees),  # type: ignore[arg-type]
    )
    return (
        select(Reminder.id, Chat, User, Task)
        .select_from(Reminder)
        .join(Chat, col(Chat.id) == col(Reminder.chat_id))
        .outerjoin(User, is_owner)
        .outerjoin(Task, col(Task.id) == col(Reminder.task_id))
        .where(col(Reminder.id).in_(bindparam("rows", expanding=True)))
        .options(*shown)
    )


async def _missed_beside(
    session: AsyncSession,
    row: Reminder,
    to: Recipient,
    agendas: Sequence[Reminder],
    *,
    now: datetime,
) -> Sequence[Reminder]:
    """The other missed pushes of a chat, if they are too many to be sent one by one."""
    if row.fire_at > now - LATE or row.kind in DIGESTS:
        return ()
    missed = (
        col(Reminder.chat_id) == row.chat_id,
        col(Reminder.state) == PushState.PENDING,
        col(Reminder.id) != row.id,
        col(Reminder.topic) == row.topic,
        ~_is_digest(),
        col(Reminder.kind).not_in(OF_PEOPLE),
        col(Reminder.fire_at) <= now - LATE,
    )
    found = await _free(session, *missed, now=now)
    rows = [one for one, task in found if not is_told(one, task, agendas, to)]
    return rows if len(rows) >= DIGEST_ABOVE else ()


async def own_rows(session: AsyncSession, claimed: Claim) -> list[Reminder]:
    """The rows of a claim that are still this worker's: their lease has not been taken over."""
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


def is_free(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """The condition on Reminder that no worker has claimed a row."""
    return or_(col(Reminder.claimed_until).is_(None), col(Reminder.claimed_until) <= now)


# The literal words of the partial indexes: SQLite uses them for no query with parameters there.


def _is_claimable() -> ColumnElement[bool]:
    states: ColumnElement[str] = bindparam(
        "claimable", CLAIMABLE, unique=True, literal_execute=True
    )
    return col(Reminder.state).in_(states)


def _is_digest() -> ColumnElement[bool]:
    return col(Reminder.kind).in_(bindparam("digests", DIGESTS, unique=True, literal_execute=True))
