"""Pushes that are due: claimed one by one, and what became of each.

A worker claims a row for the time of a lease, which it renews while it pushes outside of any
transaction, and keeps the outcome in a small one. A crash in between repeats what was in flight,
and loses nothing. Reminders are claimed before digests.

Telegram's limit is one for the token: the processes take turns by `reserve`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, delete, exists, func, or_, update
from sqlalchemy.orm import Mapped, aliased, joinedload, selectinload
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import is_postgresql
from storage.models import (
    Assignment,
    Chat,
    ChatKind,
    Membership,
    MemberStatus,
    PushKind,
    PushState,
    Reminder,
    SendingSlot,
    Task,
    User,
)
from storage.people.chats import private_chat_of
from storage.pushes.habits import plan_next
from storage.pushes.tasks import REGULAR, plan_nag, plan_regular, recipient
from storage.tasks.find import show_in_message, with_parts
from storage.upserts import insert_new

LEASE = timedelta(seconds=6)  # what a killed worker had in hand is free again this soon
LATE = timedelta(minutes=1)  # what is later than this was missed, not just waiting its turn
BROKEN_WAIT = timedelta(seconds=1)  # doubled with every attempt
BROKEN_LIMIT = 10
OPEN = (PushState.PENDING, PushState.CLOSING)
DIGESTS = (PushKind.AGENDA, PushKind.REVIEW, PushKind.SUMMARY, PushKind.WEEKLY)
CLOSED_LAST = timedelta(days=30)
BATCH = 1_000  # rows that are dropped in one transaction
DIGEST_ABOVE = 5  # missed pushes of one chat that are still sent one by one
NEXT, PAUSE = 1, 2  # rows of SendingSlot: the next turn, and until when Telegram refuses everybody
MOST_AHEAD = timedelta(seconds=2.5)  # of a turn: a process takes one at a time
LONGEST_PAUSE = timedelta(minutes=5)  # then one push asks Telegram again


@dataclass(frozen=True, slots=True)
class Claim:
    """What a worker is to push: rows of one chat, several only as one digest.

    `owner` is whose private chat it is; `task` is that of a single row, without the parts that
    no reminder shows: its assignees are there in groups.
    """

    rows: tuple[Reminder, ...]
    chat: Chat
    owner: User | None = None
    task: Task | None = None

    @property
    def row(self) -> Reminder:
        return self.rows[0]


async def next_claim_at(session: AsyncSession, *, now: datetime) -> datetime | None:
    """When there will be a row to claim that may leave; one that was put off hides none of those
    behind it."""
    free = (
        select(Reminder.fire_at)
        .where(_is_open(), _is_free(now))
        .order_by(col(Reminder.fire_at))
        .limit(1)
    )
    put_off = select(func.min(Reminder.claimed_until)).where(
        _is_open(), Reminder.fire_at <= now, col(Reminder.claimed_until) > now
    )
    pause = select(SendingSlot.next_at).where(
        SendingSlot.id == PAUSE, *_is_near(col(SendingSlot.next_at), now)
    )
    found = select(free.scalar_subquery(), put_off.scalar_subquery(), pause.scalar_subquery())
    *due, paused_until = (await session.exec(found)).one()
    first = min((at for at in due if at is not None), default=None)
    return max(first, paused_until) if first and paused_until else first


def _is_near(
    ends_at: Mapped[datetime], now: datetime
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    # what is further ahead was kept before the clock was set back
    return ends_at > now, ends_at <= now + LONGEST_PAUSE


def _is_open() -> ColumnElement[bool]:
    # the very words of the partial index: SQLite does not use it where the states are parameters
    return col(Reminder.state).in_(bindparam("open", OPEN, unique=True, literal_execute=True))


async def claim(session: AsyncSession, *, now: datetime) -> Claim | None:
    """Take the next push that is due for this worker, until its lease ends; None if there is none.

    More than five missed ones of a chat are taken together. On PostgreSQL rows that another
    worker has taken are skipped; SQLite has one writer at a time.
    """
    row = await _first(session, ~_is_digest(), now=now) or await _first(session, now=now)
    if row is None:
        return None
    chat, owner = await _whose(session, row)
    is_there = chat.unreachable_at is None  # else each goes to who made the task
    rows = [row, *(await _missed_beside(session, row, now=now) if is_there else ())]
    for taken in rows:
        taken.claimed_until, taken.attempts = now + LEASE, taken.attempts + 1
    task = await _task_of(session, row, chat) if len(rows) == 1 else None
    return Claim(tuple(rows), chat, owner, task)


async def _first(
    session: AsyncSession, *more: ColumnElement[bool], now: datetime
) -> Reminder | None:
    query = (
        select(Reminder)
        .where(_is_open(), Reminder.fire_at <= now, _is_free(now), *more)
        .order_by(col(Reminder.fire_at))  # by no more: of one moment there may be thousands
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    return (await session.exec(query)).first()


def _is_digest() -> ColumnElement[bool]:
    return col(Reminder.kind).in_(bindparam("digests", DIGESTS, unique=True, literal_execute=True))


async def reserve(session: AsyncSession, *, gap: timedelta, now: datetime) -> datetime | None:
    """The next turn to push, `gap` after the one before; None while Telegram refuses everybody.

    Call it last in a transaction: all processes wait for each other here. A turn that was missed
    by less than a gap is made up for, so that lateness does not add up to a lower rate.
    """
    if is_postgresql(session) and (at := await _turn_at_once(session, gap=gap, now=now)):
        return max(at, now)
    query = select(SendingSlot).order_by(col(SendingSlot.id)).with_for_update()
    rows = {row.id: row for row in (await session.exec(query)).all()}
    if PAUSE in rows and now < rows[PAUSE].next_at <= now + LONGEST_PAUSE:
        return None
    turn = rows.get(NEXT) or await _turn(session, NEXT, now)
    at = turn.next_at if turn.next_at <= now + MOST_AHEAD else now  # else the clock was set back
    turn.next_at = max(at, now - gap) + gap
    return max(at, now)


async def _turn_at_once(session: AsyncSession, *, gap: timedelta, now: datetime) -> datetime | None:
    """The turn, taken by one statement; None where it needs a closer look."""
    pause = aliased(SendingSlot)
    is_paused = exists().where(col(pause.id) == PAUSE, *_is_near(col(pause.next_at), now))
    next_at = col(SendingSlot.next_at)
    taken = (
        update(SendingSlot)
        .where(col(SendingSlot.id) == NEXT, next_at <= now + MOST_AHEAD, ~is_paused)
        .values(next_at=func.greatest(next_at, now - gap) + gap)
        .returning(next_at)
        .execution_options(synchronize_session=False)
    )
    after: datetime | None = (await session.exec(taken)).scalar_one_or_none()
    return after - gap if after else None


async def hold_back(session: AsyncSession, until: datetime, *, now: datetime) -> None:
    """Telegram refuses the whole token until a moment: no process is to push before it.

    A long refusal is asked about again after five minutes.
    """
    pause = await _turn(session, PAUSE, now)
    pause.next_at = min(until, now + LONGEST_PAUSE)


async def _turn(session: AsyncSession, row_id: int, now: datetime) -> SendingSlot:
    await insert_new(session, SendingSlot(id=row_id, next_at=now))
    return await session.get_one(SendingSlot, row_id, with_for_update=True)


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
    if row.state != PushState.PENDING or row.fire_at > now - LATE or row.kind in DIGESTS:
        return ()
    query = (
        select(Reminder)
        .where(
            Reminder.chat_id == row.chat_id,
            Reminder.state == PushState.PENDING,
            Reminder.id != row.id,
            Reminder.topic == row.topic,
            ~_is_digest(),
            Reminder.fire_at <= now - LATE,
            _is_free(now),
        )
        .order_by(col(Reminder.fire_at))
        .with_for_update(skip_locked=True)
    )
    rows = (await session.exec(query)).all()
    return rows if len(rows) >= DIGEST_ABOVE else ()


async def _task_of(session: AsyncSession, row: Reminder, chat: Chat) -> Task | None:
    if row.task_id is None:
        return None
    shown = [joinedload(Task.chat, innerjoin=True)]  # type: ignore[arg-type]
    if not chat.is_private:  # where nobody is mentioned
        shown.append(selectinload(Task.assignees))  # type: ignore[arg-type]
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
        single = len(claimed.rows) == 1 and row.kind not in DIGESTS
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
        if not closing:
            await _plan_next(session, row, now=now)


async def mark_held(session: AsyncSession, claimed: Claim) -> None:
    """Keep pushes for a chat that cannot be reached until it is again.

    A message there that was to be edited stays as it is.
    """
    for row in await own_rows(session, claimed):
        closing = row.state == PushState.CLOSING
        row.state = PushState.CLOSED if closing else PushState.HELD
        row.claimed_until = None


async def put_off(
    session: AsyncSession, claimed: Claim, until: datetime, *, failed: bool = True
) -> None:
    """Try a push again at a moment. One that only waited its turn (not `failed`) was no attempt."""
    for row in await own_rows(session, claimed):
        row.claimed_until, row.error = until, None
        if not failed:
            row.attempts -= 1


async def postpone(session: AsyncSession, claimed: Claim, until: datetime) -> None:
    """Let a push be due later: it waits for the end of quiet hours, and is not late then."""
    for row in await own_rows(session, claimed):
        row.fire_at, row.claimed_until, row.attempts = until, None, 0


async def set_aside(
    session: AsyncSession, ids: Sequence[UUID], reason: str, *, now: datetime
) -> None:
    """A push broke before it could leave, and its claim with it: others go first for a while.

    One that has broken ten times in a row is kept for the operator; what Telegram made of it
    before does not count.
    """
    query = select(Reminder).where(col(Reminder.id).in_(ids), _is_open()).with_for_update()
    for row in (await session.exec(query.execution_options(populate_existing=True))).all():
        row.attempts = row.attempts + 1 if row.error else 1
        row.claimed_until = now + BROKEN_WAIT * 2**row.attempts
        row.error = reason[:500]
        if row.attempts >= BROKEN_LIMIT:
            row.state, row.claimed_until = PushState.DEAD, None


async def tell_creator(session: AsyncSession, claimed: Claim, *, now: datetime) -> bool:
    """Let a group's push go to who made the task, in private, at once; of several each to its own.

    An assignee has been reminded there already, and is not told twice. False where nobody can be
    told: they have left the group, have blocked the bot or never started it.
    """
    task, chat = claimed.task, claimed.chat
    if len(claimed.rows) > 1 and not chat.is_private:
        await put_off(session, claimed, now, failed=False)  # they are claimed one by one now
        return True
    if task is None or task.created_by is None or chat.is_private:
        return False
    private = await private_chat_of(session, task.created_by)
    known = await session.get(Membership, (task.created_by, chat.id))
    if private is None or known is None or known.standing == MemberStatus.GONE:
        return False
    if any(user.id == task.created_by for user in task.assignees):
        await mark_closed(session, claimed)
        return True
    own = await own_rows(session, claimed)
    for row in (*own, *await _also_due(session, chat, task.created_by, now=now)):
        row.chat_id, row.topic, row.claimed_until, row.attempts = private.id, 0, None, 0
    return True


async def _also_due(
    session: AsyncSession, chat: Chat, creator_id: UUID, *, now: datetime
) -> Sequence[Reminder]:
    """What else is due in a chat of the same person's tasks: together it may be one digest."""
    is_assigned = exists().where(
        col(Assignment.task_id) == col(Task.id), col(Assignment.user_id) == creator_id
    )
    query = (
        select(Reminder)
        .join(Task, col(Task.id) == col(Reminder.task_id))
        .where(
            Reminder.chat_id == chat.id,
            Reminder.state == PushState.PENDING,
            Reminder.fire_at <= now,
            _is_free(now),
            Task.created_by == creator_id,
            ~is_assigned,
        )
        .with_for_update(skip_locked=True, of=Reminder)
    )
    return (await session.exec(query)).all()


async def _plan_next(session: AsyncSession, row: Reminder, *, now: datetime) -> None:
    """Plan tomorrow's, whatever became of today's: of a habit, an agenda, a weekly picture."""
    if row.kind in REGULAR:
        await plan_regular(session, row.chat_id, now=now)
    elif row.habit_id is not None:
        chat = await session.get_one(Chat, row.chat_id)
        await plan_next(session, row, chat, now=now)


async def _follow(session: AsyncSession, row: Reminder, *, now: datetime) -> None:
    await _plan_next(session, row, now=now)
    nags = select(Task.nag_minutes).where(Task.id == row.task_id)
    if row.task_id is not None and (await session.exec(nags)).first():
        task = await session.get_one(Task, row.task_id)
        to = await recipient(session, await session.get_one(Chat, row.chat_id))
        await plan_nag(session, task, to, now=now)


async def dead_letters(session: AsyncSession, *, limit: int = 20) -> Sequence[Reminder]:
    """The newest pushes that Telegram refused for good, for the operator."""
    query = select(Reminder).where(Reminder.state == PushState.DEAD)
    return (await session.exec(query.order_by(col(Reminder.id).desc()).limit(limit))).all()


async def forget_closed(session: AsyncSession, *, now: datetime) -> int:
    """Drop a batch of old pushes that nothing can ask for again: how many.

    Those of what a task is still due for stay: they say how often it has nagged.
    """
    matters = and_(
        col(Task.id) == col(Reminder.task_id),
        col(Task.due_at) == col(Reminder.occurrence_at),
        col(Task.completed_at).is_(None),
        col(Task.deleted_at).is_(None),
    )
    old = (
        select(Reminder.id)
        .where(_is_closed(), Reminder.fire_at < now - CLOSED_LAST, ~exists().where(matters))
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
    closed: ColumnElement[str] = bindparam(
        "closed", str(PushState.CLOSED), unique=True, literal_execute=True
    )
    return col(Reminder.state) == closed


async def database_now(session: AsyncSession) -> datetime | None:
    """PostgreSQL's clock, the one that several processes share; None on SQLite."""
    if not is_postgresql(session):
        return None
    return (await session.exec(select(func.now()))).one()
