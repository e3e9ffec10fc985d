"""What became of a claimed push: how its rows record it, and what is planned after it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    ScalarSelect,
    and_,
    bindparam,
    case,
    exists,
    update,
)
from sqlalchemy.orm import aliased
from sqlmodel import col, select

from storage.models import (
    Assignment,
    Chat,
    Habit,
    Membership,
    MemberStatus,
    PushState,
    Reminder,
    Task,
)
from storage.models.pushes import DIGESTS, OF_PEOPLE, REGULAR
from storage.people.chats import private_chat_of
from storage.pushes.claims import LATE, Claim, is_free, own_rows
from storage.pushes.kinds import CLAIMABLE
from storage.pushes.plans.habits import plan_next
from storage.pushes.plans.regular import plan_regular
from storage.pushes.plans.tasks import asks, plan_nag
from storage.pushes.recipients import recipient_in
from storage.pushes.rows import close, close_sent, insert, is_current
from storage.pushes.together import all_tasks_of
from storage.tasks.find import show_in_message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy.orm import Mapped
    from sqlmodel.ext.asyncio.session import AsyncSession

BROKEN_WAIT = timedelta(seconds=1)  # doubled with every attempt
BROKEN_LIMIT = 10
REASON_LIMIT = 500  # characters of an error that are recorded


async def mark_sent(
    session: AsyncSession, claimed: Claim, message_id: int | None, *, now: datetime
) -> None:
    """Record that a push has arrived as a message, or (None) that there was nothing to say, and
    plan what follows: a nag, tomorrow's agenda.

    The message of a task that is by now done, moved or gone is to be edited.
    """
    is_one = len(claimed.rows) == 1 and claimed.row.kind not in DIGESTS
    if (is_one or claimed.together) and message_id is not None:
        await _mark_message(session, claimed, message_id, now=now)
        return
    own = await own_rows(session, claimed)
    if own and message_id is not None and claimed.row.kind not in DIGESTS:
        await _close_earlier(session, own, now=now)  # the digest asks in their place
    for row in own:
        row.state = PushState.CLOSED
        row.sent_at, row.message_id, row.claimed_until = now, message_id, None
        await _plan_next(session, row, now=now)
        await _plan_nag(session, row, now=now)


async def came_in_general(session: AsyncSession, claimed: Claim) -> None:
    """The topic of a push is gone: the general one has its message, and words that answer it."""
    moved = update(Reminder).where(*_is_held()).values(topic=0)
    moved = moved.execution_options(synchronize_session=False)
    await session.exec(moved, params=_held(claimed.rows))


async def _mark_message(
    session: AsyncSession, claimed: Claim, message_id: int, *, now: datetime
) -> None:
    """Record the message of a push, or of several, while the claim on each holds: in one statement
    however many they are."""
    values = _held(claimed.rows) | _named(claimed.rows) | {"message": message_id, "moment": now}
    found = (await session.exec(_marking(), params=values)).all()
    kept = {row.id: row for row, _, _ in found}
    for row in claimed.rows:
        if row.id not in kept:
            await _close_orphan(session, row, message_id, now=now)
    if any(earlier is not None for _, _, earlier in found):
        await _close_earlier(session, claimed.rows, now=now)
    for row, nag_minutes, _ in found:
        if row.task_id is not None and not claimed.together:  # a reply could mean any of them
            chat = await _chat_of(session, row, claimed)
            await show_in_message(session, row.task_id, message_id, chat=chat, now=now)
        await _plan_next(session, row, now=now)
        if nag_minutes:
            await _plan_nag(session, row, now=now)


@cache  # to make a statement costs more than to send it
def _marking() -> Any:
    return (
        update(Reminder)
        .where(*_is_held())
        .values(
            state=_state_of_sent(),
            sent_at=bindparam("moment"),
            message_id=bindparam("message"),
            claimed_until=None,
        )
        .returning(Reminder, _of_its_task(col(Task.nag_minutes)), _earlier_one())
        .execution_options(synchronize_session=False, populate_existing=True)
    )


def _is_held() -> tuple[ColumnElement[bool], ...]:
    """The condition that the claim on each of the rows of `_held` still holds: another worker's
    lease ends at no moment of ours."""
    ends: BindParameter[datetime] = bindparam("held", expanding=True)
    return col(Reminder.id).in_(_these("rows")), col(Reminder.claimed_until).in_(ends)


def _held(rows: Sequence[Reminder]) -> dict[str, Any]:
    return {"rows": [row.id for row in rows], "held": [row.claimed_until for row in rows]}


def _these(name: str) -> BindParameter[UUID]:
    return bindparam(name, expanding=True)


def _state_of_sent() -> ColumnElement[str]:
    """`closing` where the task is not any more what its reminder says."""
    current = _of_its_task(col(Task.number), is_current())
    is_over = and_(col(Reminder.task_id).is_not(None), current.is_(None))
    return case((is_over, PushState.CLOSING), else_=PushState.SENT)


def _earlier_one() -> ScalarSelect[Any]:
    """An earlier message about the tasks of `_named` in their chat that still has its buttons."""
    other = aliased(Reminder)  # SQLite names no table in RETURNING: no column of the row is named
    earlier = _earlier(other, _these("rows"), about=_these("about"), here=bindparam("here"))
    query = select(other.id).where(*earlier, col(other.state) == PushState.SENT)
    return query.limit(1).scalar_subquery()


def _earlier(
    other: type[Reminder], rows: Any, *, about: Any, here: Any
) -> tuple[ColumnElement[bool], ...]:
    """The condition on reminders of the same tasks; each is a value of `_named`, or its
    parameter."""
    return (
        col(other.task_id).in_(about),
        col(other.kind).not_in(OF_PEOPLE),
        col(other.chat_id) == here,
        col(other.id).not_in(rows),
    )


def _named(rows: Sequence[Reminder]) -> dict[str, Any]:
    """Rows and what they are about; a habit's push has no task, and closes none, nor does what
    tells whose a task is."""
    about = [row.task_id for row in rows if row.kind not in OF_PEOPLE and row.task_id is not None]
    return {"rows": [row.id for row in rows], "about": about, "here": rows[0].chat_id}


async def _close_earlier(session: AsyncSession, rows: Sequence[Reminder], *, now: datetime) -> None:
    """One message of a task is live in a chat: the newest."""
    await close_sent(session, *_earlier(Reminder, **_named(rows)), now=now)


def _of_its_task(
    what: Mapped[int] | Mapped[int | None], *more: ColumnElement[bool]
) -> ScalarSelect[Any]:
    """Something of a push's task. On PostgreSQL whoever changes the task is waited for: they have
    seen a push that was not sent yet, or will see its message."""
    query = select(what).where(col(Task.id) == col(Reminder.task_id), *more)
    locked = query.with_for_update(read=True, of=Task)
    return locked.correlate(Reminder).scalar_subquery()


async def _close_orphan(
    session: AsyncSession, row: Reminder, message_id: int, *, now: datetime
) -> None:
    """Let a message be edited whose row was deleted while it was on its way.

    A row that is there is another worker's by now; a chat that is gone was erased.
    """
    if await session.get(Reminder, row.id) is not None:
        return
    if await session.get(Chat, row.chat_id) is None:
        return
    task = await session.get(Task, row.task_id) if row.task_id else None
    habit = await session.get(Habit, row.habit_id) if row.habit_id else None
    orphan = Reminder(
        **row.model_dump(exclude={"id", "slot", "task_id", "habit_id"}),
        slot=f"{row.slot}:{message_id}",
        task_id=task.id if task else None,
        habit_id=habit.id if habit else None,
    )
    close(orphan, now=now)
    orphan.sent_at, orphan.message_id = now, message_id
    await insert(session, orphan)


async def mark_perhaps_sent(
    session: AsyncSession, claimed: Claim, reason: str, *, now: datetime
) -> None:
    """Count a push as sent of which several tries may have arrived; the operator sees it."""
    for row in await own_rows(session, claimed):
        row.state, row.error = PushState.DEAD, reason[:REASON_LIMIT]
        row.sent_at, row.claimed_until = now, None
        await _plan_next(session, row, now=now)
        await _plan_nag(session, row, now=now)


async def _chat_of(session: AsyncSession, row: Reminder, claimed: Claim) -> Chat:
    """The chat of a row; another than was claimed if its group has moved in the meantime."""
    if row.chat_id == claimed.chat.id:
        return claimed.chat
    return await session.get_one(Chat, row.chat_id)


async def _plan_next(session: AsyncSession, row: Reminder, *, now: datetime) -> None:
    """Plan what follows whether a push arrived or not: a habit's next, the next digest."""
    if row.kind in REGULAR or row.habit_id is not None:
        to = await recipient_in(session, await session.get_one(Chat, row.chat_id))
        if row.kind in REGULAR:
            await plan_regular(session, to, now=now)
        else:
            await plan_next(session, row, to, now=now)


async def _plan_nag(session: AsyncSession, row: Reminder, *, now: datetime) -> None:
    nags = select(Task.nag_minutes).where(Task.id == row.task_id)
    if row.task_id is not None and (await session.exec(nags)).first():
        task = await session.get_one(Task, row.task_id)
        to = await recipient_in(session, await session.get_one(Chat, row.chat_id))
        await plan_nag(session, task, to, now=now)


async def mark_closed(session: AsyncSession, claimed: Claim) -> None:
    """Record that a message says by now what was done, or that nothing was to be said."""
    for row in await own_rows(session, claimed):
        row.state, row.claimed_until = PushState.CLOSED, None


async def mark_edited(session: AsyncSession, claimed: Claim, *, still_asks: bool) -> None:
    """Record that a message says by now what was done, or (`still_asks`) asks again because it was
    taken back."""
    own = await own_rows(session, claimed)
    tasks = await all_tasks_of(session, own) if claimed.together else {}
    one_asks = still_asks and not claimed.together
    for row in own:
        task = tasks.get(row.task_id) if row.task_id is not None else None
        is_open = one_asks or (task is not None and asks(row, task, claimed.to.person))
        row.state, row.claimed_until = PushState.SENT if is_open else PushState.CLOSED, None


async def mark_dead(session: AsyncSession, claimed: Claim, reason: str, *, now: datetime) -> None:
    """Record that Telegram refuses a push for good; it is kept for the operator to see."""
    for row in await own_rows(session, claimed):
        closing = row.state == PushState.CLOSING
        row.state = PushState.CLOSED if closing else PushState.DEAD
        row.error, row.claimed_until = reason[:REASON_LIMIT], None
        if not closing:
            await _plan_next(session, row, now=now)


async def mark_held(session: AsyncSession, claimed: Claim) -> None:
    """Hold pushes for a chat that cannot be reached until it can be.

    A message there that was to be edited is left as it is.
    """
    for row in await own_rows(session, claimed):
        closing = row.state == PushState.CLOSING
        row.state = PushState.CLOSED if closing else PushState.HELD
        row.claimed_until = None


async def put_off(
    session: AsyncSession,
    claimed: Claim,
    until: datetime,
    *,
    failed: bool = True,
    unclear: bool = False,
    on_time_at: datetime | None = None,
) -> None:
    """Let a push be tried again at a moment. If it has not `failed`, but waited for its turn in
    vain, it does not count as an attempt. `unclear`: this try has perhaps arrived. `on_time_at`: a
    push that was on time at that moment is so at the next try, too, for Telegram let it wait."""
    for row in await own_rows(session, claimed):
        row.claimed_until, row.error = until, None
        if not failed:
            row.attempts -= 1
        if on_time_at is not None and on_time_at - row.fire_at <= LATE:
            row.fire_at, row.claimed_until = until, None  # it is due then, and free
        if unclear:
            row.unclear = (row.unclear or 0) + 1


async def postpone(session: AsyncSession, claimed: Claim, until: datetime) -> None:
    """Let a push be due when quiet hours end; it is not late then."""
    for row in await own_rows(session, claimed):
        row.fire_at, row.claimed_until, row.attempts = until, None, 0


async def set_aside(
    session: AsyncSession, ids: Sequence[UUID], reason: str, *, now: datetime
) -> None:
    """Let other pushes go first for a while: these rows broke before they could be sent, and the
    claim was rolled back. Where another worker has claimed them since, they are its own.

    A row that has broken ten times in a row becomes dead. Attempts that failed at Telegram's
    before do not count.
    """
    claimable = col(Reminder.state).in_(CLAIMABLE)
    query = select(Reminder).where(col(Reminder.id).in_(ids), claimable, is_free(now))
    query = query.with_for_update()
    for row in (await session.exec(query.execution_options(populate_existing=True))).all():
        row.attempts = row.attempts + 1 if row.error else 1
        row.claimed_until = now + BROKEN_WAIT * 2**row.attempts
        row.error = reason[:REASON_LIMIT]
        if row.attempts >= BROKEN_LIMIT:
            row.state, row.claimed_until = PushState.DEAD, None


async def tell_creator(session: AsyncSession, claimed: Claim, *, now: datetime) -> bool:
    """Send a group's push to the creator of the task instead, in private and at once; of several
    rows each to its own creator.

    A creator who is an assignee has been reminded in private already and is not told twice. False
    if nobody can be told: they have left the group, blocked the bot or never started it.
    """
    if claimed.chat.is_private:
        return False
    if len(claimed.rows) > 1:
        await put_off(session, claimed, now, failed=False)  # they are claimed one by one now
        return True
    task = claimed.task
    private = await _creators_chat(session, task, claimed.chat) if task else None
    if task is None or task.created_by is None or private is None:
        return False
    if any(user.id == task.created_by for user in task.assignees):
        await mark_closed(session, claimed)
        return True
    own = await own_rows(session, claimed)
    for row in (*own, *await _also_due(session, claimed.chat, task.created_by, now=now)):
        row.chat_id, row.topic, row.claimed_until, row.attempts = private.id, 0, None, 0
    return True


async def _creators_chat(session: AsyncSession, task: Task, chat: Chat) -> Chat | None:
    """The private chat of a task's creator, while they are in the group and can be reached."""
    if task.created_by is None:
        return None
    private = await private_chat_of(session, task.created_by)
    known = await session.get(Membership, (task.created_by, chat.id))
    return None if known is None or known.standing == MemberStatus.GONE else private


async def _also_due(
    session: AsyncSession, chat: Chat, creator_id: UUID, *, now: datetime
) -> Sequence[Reminder]:
    """The other due pushes in a chat about the same creator's tasks: they may become a digest."""
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
            is_free(now),
            Task.created_by == creator_id,
            ~is_assigned,
        )
        .with_for_update(skip_locked=True, of=Reminder)
    )
    return (await session.exec(query)).all()
