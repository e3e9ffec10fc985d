"""What the store owes people: pushes planned as rows, from due dates, offsets and settings.

A row is about one slot: a task, an occurrence, a chat and an offset. The slot is unique, so however
often a change is planned anew, nothing is pushed twice.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, update
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import Chat, ChatKind, Habit, PushKind, PushState, Reminder, Task, User
from storage.rules.offsets import Offset, Planned, QuietHours, local_moments, next_nag, plan
from storage.rules.preferences import Pushes, preferences
from storage.tasks.find import with_parts
from storage.upserts import insert_new

REGULAR = (PushKind.AGENDA, PushKind.REVIEW, PushKind.WEEKLY)  # by the clock alone
OPEN = (PushState.PENDING, PushState.HELD)


@dataclass(frozen=True, slots=True)
class Recipient:
    """A chat that is reminded, as its person or the group has set it."""

    chat: Chat
    usual: Pushes
    zone: str
    zone_is_set: bool

    @property
    def quiet(self) -> QuietHours | None:
        """The hours in which nothing is pushed to the chat, if it has any."""
        return QuietHours(*self.usual.quiet, self.zone) if self.usual.quiet else None


async def owner_of(session: AsyncSession, chat: Chat) -> User | None:
    """Whose private chat this is; None for a group."""
    query = select(User).where(User.telegram_id == chat.telegram_id)
    return (await session.exec(query)).first() if chat.is_private else None


async def close_sent(
    session: AsyncSession, *conditions: ColumnElement[bool], now: datetime
) -> None:
    """Let the messages of these pushes be edited to say that they were acted on."""
    await session.exec(
        update(Reminder)
        .where(*conditions, col(Reminder.state) == PushState.SENT)
        .values(state=PushState.CLOSING, fire_at=now, claimed_until=None, attempts=0)
    )


async def replan(session: AsyncSession, task_id: UUID, *, now: datetime) -> None:
    """Make a task's pushes what its due date, its offsets and its state ask for."""
    task = await session.get(Task, task_id, options=with_parts())
    if task is None:
        return
    rows = (await session.exec(select(Reminder).where(Reminder.task_id == task.id))).all()
    recipients = await recipients_of(session, task) if is_live(task) else []
    await replan_task(session, task, rows, recipients, now=now)


async def replan_task(
    session: AsyncSession,
    task: Task,
    rows: Sequence[Reminder],
    recipients: Sequence[Recipient],
    *,
    now: datetime,
) -> None:
    to = {recipient.chat.id: recipient for recipient in recipients}
    snoozed = {row.chat_id: row.fire_at for row in rows if _is_snooze(row, task)}
    planned = [row for recipient in recipients for row in _wanted(task, recipient)]
    wanted = {
        row.slot: row
        for row in planned
        if row.chat_id not in snoozed or row.fire_at > snoozed[row.chat_id]
    }
    for row in rows:
        await _fit(session, row, task, wanted.get(row.slot), to.get(row.chat_id), now=now)
    known = {row.slot for row in rows}
    for slot, row in wanted.items():
        if slot not in known and Planned(row.key, row.fire_at).is_ahead(now=now):
            await insert_new(session, row)
    await session.flush()
    for recipient in recipients:
        await plan_nag(session, task, recipient, now=now)


async def _fit(
    session: AsyncSession,
    row: Reminder,
    task: Task,
    wanted: Reminder | None,
    to: Recipient | None,
    *,
    now: datetime,
) -> None:
    """Keep a row that is still wanted; what is not is dropped, or its message closed.

    One whose moment has come waits for its turn, or for the end of quiet hours, which may have
    become an earlier one.
    """
    if row.state in OPEN:
        if wanted is not None:
            ready_at = to.quiet.end_of(now) if to and to.quiet else now
            row.fire_at = wanted.fire_at if wanted.fire_at > now else min(row.fire_at, ready_at)
            row.on_purpose = wanted.on_purpose
            if row.chat_id == wanted.chat_id:  # and not with who is told in its place
                row.topic = wanted.topic
        elif not (_is_snooze(row, task) or (to and _is_nag(row, task))):
            await session.delete(row)
    elif row.state == PushState.SENT and not _is_current(row, task):
        row.state, row.fire_at = PushState.CLOSING, now
        row.claimed_until, row.attempts = None, 0


def _is_snooze(row: Reminder, task: Task) -> bool:
    return row.kind == PushKind.SNOOZE and row.state in OPEN and _is_current(row, task)


def _is_nag(row: Reminder, task: Task) -> bool:
    return row.kind == PushKind.NAG and bool(task.nag_minutes) and _is_current(row, task)


def _is_current(row: Reminder, task: Task) -> bool:
    """Whether a push is about what is to be done now; without a due date a snooze is about the
    moment that it was until."""
    if task.due_at is None:
        return is_live(task) and row.kind == PushKind.SNOOZE and row.occurrence_at == row.fire_at
    return is_live(task) and task.due_at == row.occurrence_at


def is_live(task: Task) -> bool:
    """Whether a task is still to be done."""
    return not task.is_done and not task.is_deleted


def _wanted(task: Task, to: Recipient) -> list[Reminder]:
    """The pushes that a chat gets of a task's occurrence, past ones too.

    A whole day is that day wherever somebody is: it is reminded of in their own morning.
    """
    due = task.due
    if due is None or not is_live(task):
        return []
    if due.is_whole_day and to.zone_is_set:
        due = replace(due, zone=to.zone)
    offsets, said = _offsets(task, to.usual)
    rows = plan(due, offsets, morning=to.usual.morning)
    if task.nag_minutes and not any(row.fire_at >= due.at for row in rows):
        rows += plan(due, [Offset()], morning=to.usual.morning)  # nagging begins with it
    return [_row(task, to.chat, row, on_purpose=said or row.fire_at == due.at) for row in rows]


async def recipients_of(session: AsyncSession, task: Task) -> list[Recipient]:
    """The task's own chat, and of a group's task the private chats of its assignees.

    Who has blocked the bot is one: their pushes are held until they come back.
    """
    own = await session.get_one(Chat, task.chat_id)
    recipients = [await recipient(session, own)]
    if own.is_private or not task.assignees:
        return recipients
    query = (
        select(Chat, User)
        .join(User, col(User.telegram_id) == col(Chat.telegram_id))
        .where(
            Chat.kind == ChatKind.PRIVATE,
            col(Chat.telegram_id).in_([user.telegram_id for user in task.assignees]),
        )
    )
    private = (await session.exec(query)).all()
    return recipients + [_recipient(session, chat, user) for chat, user in private]


async def recipient(session: AsyncSession, chat: Chat) -> Recipient:
    """A chat as it is reminded: its quiet hours, its usual offsets, its zone."""
    return _recipient(session, chat, await owner_of(session, chat))


def _recipient(session: AsyncSession, chat: Chat, owner: User | None) -> Recipient:
    settings = owner.settings if owner else chat.settings
    default = session.info.get("default_zone", "UTC")
    chosen = preferences(settings, fallback={}, zone=default, language="en")
    return Recipient(chat, chosen.pushes, chosen.zone, chosen.zone_is_set)


def _offsets(task: Task, usual: Pushes) -> tuple[list[Offset], bool]:
    """The task's own offsets or the usual ones; whether they were said for this task."""
    if task.reminders is not None:
        return [Offset.parse(text) for text in task.reminders], True
    return list(usual.whole_day if task.due_on else usual.timed), False


async def plan_nag(session: AsyncSession, task: Task, to: Recipient, *, now: datetime) -> None:
    """Plan the next nag of a task that is due, unless something is coming that leads to it."""
    if not task.nag_minutes or not is_live(task) or task.due_at is None or now < task.due_at:
        return
    query = select(Reminder).where(
        Reminder.task_id == task.id,
        Reminder.chat_id == to.chat.id,
        Reminder.occurrence_at == task.due_at,
    )
    rows = (await session.exec(query)).all()
    chain = {PushKind.NAG, PushKind.SNOOZE}
    if any(row.state in OPEN and (row.kind in chain or row.fire_at <= now) for row in rows):
        return
    count = sum(row.kind == PushKind.NAG for row in rows)
    at = next_nag(now, count, every=timedelta(minutes=task.nag_minutes), quiet=to.quiet)
    if at is not None:
        key = f"nag-{count + 1}"
        row = pushed(PushKind.NAG, task, to.chat, key, at, on_purpose=False)
        await insert_new(session, row)


def _row(task: Task, chat: Chat, planned: Planned, *, on_purpose: bool) -> Reminder:
    return pushed(PushKind.TASK, task, chat, planned.key, planned.fire_at, on_purpose=on_purpose)


def pushed(
    kind: PushKind, task: Task, chat: Chat, key: str, fire_at: datetime, *, on_purpose: bool
) -> Reminder:
    """The row of a push about what a task is due for now, in one chat."""
    occurrence = task.due_at or fire_at
    slot = slot_of(task.id, chat.id, occurrence, key)
    return Reminder(
        slot=slot,
        kind=kind,
        chat_id=chat.id,
        topic=task.topic if chat.id == task.chat_id else 0,
        task_id=task.id,
        key=key,
        occurrence_at=occurrence,
        fire_at=fire_at,
        on_purpose=on_purpose,
    )


def slot_of(task_id: UUID | None, chat_id: UUID, occurrence: datetime, key: str) -> str:
    task = task_id.hex if task_id else ""
    return f"{task}:{chat_id.hex}:{int(occurrence.timestamp())}:{key}"


async def plan_regular(session: AsyncSession, chat_id: UUID, *, now: datetime) -> None:
    """Plan a private chat's next agenda and evening review, a group's weekly picture, or none when
    they are off."""
    to = await recipient(session, await session.get_one(Chat, chat_id))
    for kind, at, weekdays in _regular(to):
        of_kind = (col(Reminder.chat_id) == chat_id, col(Reminder.kind) == kind)
        waiting = (*of_kind, col(Reminder.state).in_(OPEN))
        if at is None:
            await session.exec(delete(Reminder).where(*waiting))
            continue
        # one that is due already is on its way, or waits for quiet hours to end
        await session.exec(delete(Reminder).where(*waiting, col(Reminder.occurrence_at) > now))
        last = (await session.exec(select(func.max(Reminder.occurrence_at)).where(*of_kind))).one()
        fire_at = local_moments(at, to.zone, after=max(now, last or now), weekdays=weekdays)
        await _plan_at(session, to, kind, fire_at)


def _regular(to: Recipient) -> list[tuple[PushKind, time | None, Collection[int]]]:
    """What comes by the clock alone: its local time, None for off, and its weekdays."""
    if to.chat.is_private:
        return [
            (PushKind.AGENDA, to.usual.agenda, range(7)),
            (PushKind.REVIEW, to.usual.review, range(7)),
        ]
    day, at = to.usual.weekly or (0, None)
    return [(PushKind.WEEKLY, at, {day})]


async def _plan_at(session: AsyncSession, to: Recipient, kind: PushKind, fire_at: datetime) -> None:
    slot = f"{kind}:{to.chat.id.hex}:{int(fire_at.timestamp())}"
    row = Reminder(
        slot=slot,
        kind=kind,
        chat_id=to.chat.id,
        topic=await _topic_of_habits(session, to.chat) if kind is PushKind.WEEKLY else 0,
        key=kind,
        occurrence_at=fire_at,
        fire_at=fire_at,
        on_purpose=True,
    )
    await insert_new(session, row)


async def _topic_of_habits(session: AsyncSession, chat: Chat) -> int:
    """The topic of a forum that has all its habits, else the general one."""
    query = select(Habit.topic).where(Habit.chat_id == chat.id, col(Habit.deleted_at).is_(None))
    topics = (await session.exec(query.distinct())).all()
    return topics[0] if len(topics) == 1 else 0
