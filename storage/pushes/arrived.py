"""Pushes that arrived at about the same time, kept in a few statements for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Table, bindparam, exists, update
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.database import is_postgresql
from storage.models import PushState, Reminder, Task, TaskMessage
from storage.models.pushes import DIGESTS, OF_PEOPLE
from storage.pushes.rows import is_current
from storage.upserts import put_all

if TYPE_CHECKING:
    from collections.abc import Sequence, Set
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.pushes.claims import Claim

_ROWS: Table = Reminder.__table__  # type: ignore[attr-defined]
_SENT = (
    update(_ROWS)
    .where(_ROWS.c.id == bindparam("row"))
    .values(
        state=PushState.SENT,
        sent_at=bindparam("at", type_=UTCDateTime),
        message_id=bindparam("message", type_=BigInteger),
        claimed_until=None,
    )
)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A push that arrived as a message."""

    claimed: Claim
    message_id: int

    @property
    def is_plain(self) -> bool:
        """Whether it is a first message about one task."""
        row, task = self.claimed.row, self.claimed.task
        is_one = len(self.claimed.rows) == 1 and not self.claimed.together
        is_reminder = row.state == PushState.PENDING and row.kind not in (*DIGESTS, *OF_PEOPLE)
        return is_one and is_reminder and task is not None and row.task_id == task.id


async def mark_all_sent(
    session: AsyncSession, pushes: Sequence[Arrived], *, now: datetime
) -> Set[UUID]:
    """Record those that nothing follows from, and which nobody else is changing; the keys of their
    rows. The others are to be recorded one by one (`storage.pushes.outcomes.mark_sent`): they may
    have to wait, which many must not do together.
    """
    plain = {one.claimed.row.id: one for one in pushes if one.is_plain}
    kept = [plain[key] for key in await _simple(session, plain)]
    if not kept:
        return frozenset()
    connection = await session.connection()
    sent = [{"row": _key(one), "at": now, "message": one.message_id} for one in kept]
    await connection.execute(_SENT, sent)
    await put_all(session, [_shown(one, now=now) for one in kept])
    return {_key(one) for one in kept}


def _key(one: Arrived) -> UUID:
    return one.claimed.row.id


def _shown(one: Arrived, *, now: datetime) -> TaskMessage:
    row = one.claimed.row
    return TaskMessage(
        chat_id=row.chat_id, message_id=one.message_id, task_id=row.task_id, created_at=now
    )


async def _simple(session: AsyncSession, plain: dict[UUID, Arrived]) -> Sequence[UUID]:
    """Those rows, locked, that are still this worker's and whose tasks are what they say, without
    a nag to be planned or an earlier message to be closed."""
    tasks = await _locked_tasks(session, {one.claimed.row.task_id for one in plain.values()})
    query = (
        select(Reminder.id, Reminder.claimed_until, Reminder.chat_id)
        .join(Task, col(Task.id) == col(Reminder.task_id))
        .where(
            col(Reminder.id).in_(plain),
            col(Task.id).in_(tasks),
            col(Task.nag_minutes).is_(None),
            is_current(),
            ~_has_earlier(),
        )
        .with_for_update(skip_locked=True, of=Reminder)
    )
    found = (await session.exec(query)).all()
    claims = {key: one.claimed.row for key, one in plain.items()}
    return [
        key
        for key, until, chat_id in found
        if (until, chat_id) == (claims[key].claimed_until, claims[key].chat_id)
    ]


async def _locked_tasks(
    session: AsyncSession, ids: Set[UUID | None]
) -> Sequence[UUID] | Set[UUID | None]:
    """Those of these tasks that nobody else is changing: whoever changes one now has seen a push
    that was not sent yet, and is to be waited for."""
    if not is_postgresql(session):
        return ids
    query = select(Task.id).where(col(Task.id).in_(ids))
    return (await session.exec(query.with_for_update(read=True, skip_locked=True))).all()


def _has_earlier() -> ColumnElement[bool]:
    other = aliased(Reminder)
    return exists().where(
        col(other.task_id) == col(Reminder.task_id),
        col(other.chat_id) == col(Reminder.chat_id),
        col(other.id) != col(Reminder.id),
        col(other.kind).not_in(OF_PEOPLE),
        col(other.state) == PushState.SENT,
    )
