"""Rows of pushes: made, inserted once, dropped, and closed when somebody has acted on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import ColumnElement, and_, delete, event, inspect, or_, update
from sqlalchemy.orm import object_session
from sqlmodel import col
from uuid_utils.compat import uuid7

from storage.database import note_push
from storage.models import Chat, Habit, PushKind, PushState, Reminder, Status, Task
from storage.models.pushes import OF_PEOPLE
from storage.pushes.kinds import CLAIMABLE, WAITING
from storage.upserts import insert_all_new

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession


RETURN = "return"  # the key of the summary that comes when somebody is back
AT_ONCE = 500  # keys in one statement, whose parameters are limited

Item = TypeVar("Item")


def in_portions(items: Sequence[Item]) -> list[Sequence[Item]]:
    """All of them, as many at once as a statement may name."""
    return [items[first : first + AT_ONCE] for first in range(0, len(items), AT_ONCE)]


def new_push(
    about: Task | Habit,
    kind: PushKind,
    chat: Chat,
    key: str,
    fire_at: datetime,
    *,
    on_purpose: bool = True,
) -> Reminder:
    """A new row about a task or a habit in one chat.

    `key` tells it apart from other pushes of the same occurrence (a task) or chat (a habit).
    `on_purpose`: the moment was chosen for this task or habit, and holds in quiet hours too.
    """
    task = about if isinstance(about, Task) else None
    row = Reminder(
        slot="",
        kind=kind,
        chat_id=chat.id,
        topic=about.topic if chat.id == about.chat_id else 0,
        task_id=task.id if task else None,
        habit_id=None if task else about.id,
        key=key,
        occurrence_at=(task.due_at if task else None) or fire_at,
        fire_at=fire_at,
        on_purpose=on_purpose,
    )
    row.slot = slot_of(row)
    return row


@dataclass(slots=True)
class NewPush:
    """A new row about a task, with the columns of `Reminder`: thousands of them are planned at
    once, and most of them are there already."""

    kind: PushKind
    chat_id: UUID
    topic: int
    task_id: UUID
    key: str
    occurrence_at: datetime
    fire_at: datetime
    on_purpose: bool
    slot: str = ""
    id: UUID = field(default_factory=uuid7)
    state: PushState = PushState.PENDING
    habit_id: None = None
    claimed_until: None = None
    attempts: int = 0
    unclear: None = None
    sent_at: None = None
    message_id: None = None
    error: None = None
    closed_by: None = None


def new_task_push(
    task: Task,
    kind: PushKind,
    chat_id: UUID,
    key: str,
    fire_at: datetime,
    *,
    occurrence_at: datetime | None = None,
    on_purpose: bool = True,
) -> NewPush:
    """The same about a task, to be inserted: about its due date, or another `occurrence_at`."""
    topic = task.topic if chat_id == task.chat_id else 0
    at = occurrence_at or task.due_at or fire_at
    row = NewPush(kind, chat_id, topic, task.id, key, at, fire_at, on_purpose)
    row.slot = slot_of(row)
    return row


def new_digest(
    chat: Chat, kind: PushKind, fire_at: datetime, *, topic: int = 0, key: str = ""
) -> Reminder:
    """A new row of a digest for one chat; a `key` tells it apart from others of its kind."""
    row = Reminder(
        slot="",
        kind=kind,
        chat_id=chat.id,
        topic=topic,
        key=key or kind,
        occurrence_at=fire_at,
        fire_at=fire_at,
        on_purpose=True,
    )
    row.slot = slot_of(row)
    return row


def slot_of(row: Reminder | NewPush) -> str:
    """The unique name of what a row is about: planned twice, it is one row all the same.

    A habit's key holds its day and local time, so its slot does not depend on the time zone.
    """
    if row.habit_id is not None:
        return f"{row.habit_id.hex}:{row.chat_id.hex}:{row.key}"
    moment = int(row.occurrence_at.timestamp())
    if row.task_id is not None:
        return f"{row.task_id.hex}:{row.chat_id.hex}:{moment}:{row.key}"
    return f"{row.key}:{row.chat_id.hex}:{moment}"


@event.listens_for(Reminder, "before_insert")
@event.listens_for(Reminder, "before_update")
def _note_written(_: object, __: object, row: Reminder) -> None:
    """A row that waits, and is new, or due at another moment than before."""
    session, facts = object_session(row), inspect(row).attrs
    is_new = facts.fire_at.history.has_changes() or facts.state.history.has_changes()
    if session is not None and is_new and row.state in CLAIMABLE:
        note_push(session.info, row.fire_at)


async def insert(session: AsyncSession, row: Reminder | NewPush) -> None:
    """Insert a row unless its slot is taken."""
    await insert_all(session, [row])


async def insert_all(
    session: AsyncSession,
    rows: Sequence[Reminder] | Sequence[NewPush] | Sequence[Reminder | NewPush],
) -> None:
    """Insert rows, those apart whose slots are taken, in one statement."""
    if rows:
        note_push(session.info, min(row.fire_at for row in rows))
    await insert_all_new(session, Reminder, rows)


def move(row: Reminder, key: str, fire_at: datetime) -> None:
    """Give a row that waits another occurrence."""
    row.key, row.occurrence_at, row.fire_at = key, fire_at, fire_at
    row.slot = slot_of(row)


def is_leaving(row: Reminder, *, now: datetime) -> bool:
    """Whether a worker has claimed a row and may be sending it."""
    return row.claimed_until is not None and row.claimed_until > now


async def delete_all(session: AsyncSession, rows: Sequence[Reminder]) -> None:
    """Delete rows that this transaction has read and not changed."""
    for some in in_portions(rows):
        ids = [row.id for row in some]
        query = delete(Reminder).where(col(Reminder.id).in_(ids))
        await session.exec(query.execution_options(synchronize_session=False))
    for row in rows:
        session.expunge(row)


async def drop(session: AsyncSession, row: Reminder, *, now: datetime) -> None:
    """Delete a row that waits.

    A row that a worker is sending stays: it is planned again once it has arrived.
    """
    if row.state in WAITING and not is_leaving(row, now=now):
        await session.delete(row)


def close(row: Reminder, *, now: datetime, batch: UUID | None = None) -> None:
    """Let a worker edit the message of a push: it says what was done by the deed of this `batch`,
    or asks again."""
    row.state, row.fire_at, row.closed_by = PushState.CLOSING, now, batch
    row.claimed_until, row.attempts = None, 0


def follow(
    row: Reminder, *, asks: bool, undone: Collection[UUID], now: datetime, batch: UUID | None
) -> None:
    """Let the message of a row say what was done by the deed of this `batch`, or ask again when
    what had closed it is among the `undone`.

    A message that asks again remembers what had closed it: if undo closes it once more, that deed
    is the one that has closed it.
    """
    is_closed = row.state != PushState.SENT and row.message_id is not None
    if row.state == PushState.SENT and not asks:
        before = row.closed_by if undone else None
        close(row, now=now, batch=before or batch)
    elif row.state == PushState.CLOSING and row.claimed_until is not None:
        close(row, now=now, batch=row.closed_by)  # what a worker says now may not hold
    elif asks and is_closed and row.closed_by in undone:
        close(row, now=now, batch=row.closed_by)


async def close_sent(
    session: AsyncSession, *conditions: ColumnElement[bool], now: datetime
) -> None:
    """Close the messages of all pushes that these conditions select: others take their place."""
    note_push(session.info, now)
    await session.exec(
        update(Reminder)
        .where(*conditions, col(Reminder.state) == PushState.SENT)
        .values(state=PushState.CLOSING, fire_at=now, claimed_until=None, attempts=0)
    )


def is_current() -> ColumnElement[bool]:
    """The condition on Task and Reminder that a task is still what its reminder says."""
    due_at = col(Task.due_at)
    is_about_now = or_(
        col(Reminder.kind).in_(OF_PEOPLE),
        due_at == col(Reminder.occurrence_at),
        and_(due_at.is_(None), col(Reminder.kind) == PushKind.SNOOZE),
    )
    is_live = (col(Task.status) != Status.COMPLETED, col(Task.deleted_at).is_(None))
    return and_(*is_live, is_about_now)
