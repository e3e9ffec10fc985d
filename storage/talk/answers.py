"""Answers that are kept with the update until Telegram has taken them.

An answer is a row beside those of the messages that show tasks: written in the update's own
transaction, settled in a small one when it has left. What stays behind, because the process was
killed or Telegram could not be reached, is claimed and sent once more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, bindparam, delete, func, update
from sqlmodel import col, select
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.models import Chat, TaskMessage

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

LEASE = timedelta(seconds=10)  # of the process that sends an answer; renewed while it does
ANSWERS_LAST = timedelta(days=1)  # as long as Telegram repeats an update
AT_ONCE = 30  # answers taken over in one transaction


@dataclass(frozen=True, slots=True)
class Waiting:
    """An answer that another process has left behind, or that could not leave before."""

    update_id: int
    chat_telegram_id: int
    answer: dict[str, Any]
    kept_at: datetime


async def keep(
    session: AsyncSession,
    answer: dict[str, Any],
    *,
    update_id: int,
    chat: Chat,
    about: UUID | None,
    changes: int | None,
    known: TaskMessage | None,
    now: datetime,
) -> None:
    """Keep the answer to an update, whose message will show the task `about`, until it has left.

    `changes`: the message that it changes, which may be `known`; None for a new message.
    """
    row = known if changes is not None else None
    if row is None:
        number = -update_id if changes is None else changes
        row = TaskMessage(chat_id=chat.id, message_id=number, created_at=now)
        session.add(row)
    row.task_id, row.is_source = about, False
    row.update_id, row.answer, row.leaves_at = update_id, answer, now + LEASE


async def message_row(session: AsyncSession, chat: Chat, message_id: int) -> TaskMessage | None:
    """What is known of a message of a chat, for `keep`."""
    return await session.get(TaskMessage, (chat.id, message_id))


_WAITS = col(TaskMessage.update_id) == bindparam("update", type_=BigInteger)
_LEFT = (
    update(TaskMessage)
    .where(_WAITS)
    .values(
        message_id=func.coalesce(bindparam("message", type_=BigInteger), TaskMessage.message_id),
        update_id=None,
        answer=None,
        leaves_at=None,
    )
    .execution_options(synchronize_session=False)
)
_DROPPED = delete(TaskMessage).where(_WAITS).execution_options(synchronize_session=False)
_POSTPONED = (
    update(TaskMessage)
    .where(_WAITS)
    .values(leaves_at=bindparam("at", type_=UTCDateTime))
    .execution_options(synchronize_session=False)
)


async def settle(session: AsyncSession, update_id: int, message_id: int | None = None) -> None:
    """An answer is a message that shows its task; None: it changed the message that it was to."""
    await session.exec(_LEFT, params={"update": update_id, "message": message_id})


async def drop(session: AsyncSession, update_id: int) -> None:
    """Nothing is left of an answer to be kept: its message shows no task, or will never be."""
    await session.exec(_DROPPED, params={"update": update_id})


async def drop_several(session: AsyncSession, update_ids: Collection[int]) -> None:
    """The same for answers that left in one message: of all of them, or of none."""
    await session.exec(
        delete(TaskMessage)
        .where(col(TaskMessage.update_id).in_(update_ids))
        .execution_options(synchronize_session=False)
    )


async def postpone(session: AsyncSession, update_id: int, *, until: datetime) -> None:
    """An answer could not leave now: it is tried again at a moment."""
    await session.exec(_POSTPONED, params={"update": update_id, "at": until})


async def free_postponed(session: AsyncSession, *, now: datetime) -> None:
    """Let what was put off be tried now; what somebody has in hand stays there."""
    await session.exec(
        update(TaskMessage)
        .where(col(TaskMessage.update_id).is_not(None))
        .where(col(TaskMessage.leaves_at) > now + LEASE)
        .values(leaves_at=now)
        .execution_options(synchronize_session=False)
    )


async def renew(session: AsyncSession, update_ids: Collection[int], *, now: datetime) -> None:
    """This process still has these answers in hand."""
    await session.exec(
        update(TaskMessage)
        .where(col(TaskMessage.update_id).in_(update_ids))
        .values(leaves_at=now + LEASE)
        .execution_options(synchronize_session=False)
    )


async def claim_waiting(
    session: AsyncSession, *, now: datetime, held: Collection[int] = (), everyone: bool = False
) -> list[Waiting]:
    """Take over the answers that nobody is sending, but those `held` here; the oldest first.

    `everyone`: no other process is there, so what it had in hand is taken at once.
    """
    is_free = col(TaskMessage.leaves_at) <= (datetime.max.replace(tzinfo=UTC) if everyone else now)
    query = (
        select(TaskMessage, Chat.telegram_id)
        .join(Chat, col(Chat.id) == col(TaskMessage.chat_id))
        .where(col(TaskMessage.update_id).is_not(None), is_free)
        .where(col(TaskMessage.update_id).not_in(held))
        .order_by(col(TaskMessage.update_id))
        .limit(AT_ONCE)
        .with_for_update(of=TaskMessage, skip_locked=True)
    )
    found = (await session.exec(query)).all()
    return [_claimed(row, chat_id, now=now) for row, chat_id in found]


def _claimed(row: TaskMessage, chat_id: int, *, now: datetime) -> Waiting:
    row.leaves_at = now + LEASE
    return Waiting(row.update_id or 0, chat_id, row.answer or {}, row.created_at)


async def next_free_at(session: AsyncSession) -> datetime | None:
    """When the first of the answers that wait becomes free; None if none waits."""
    waits = col(TaskMessage.update_id).is_not(None)
    return (await session.exec(select(func.min(TaskMessage.leaves_at)).where(waits))).one()
