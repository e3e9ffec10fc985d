"""A chat moves to another time zone: what lies ahead keeps its wall time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_
from sqlalchemy.orm import load_only
from sqlmodel import col, select

from storage.models import PushKind, Reminder, Task
from storage.pushes.kinds import WAITING
from storage.pushes.plans.tasks import PLANNED
from storage.pushes.rows import slot_of
from storage.rules.due import Due

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.pushes.recipients import Recipient

# a busy chat has thousands of tasks: none of their other columns is read
MOVED: tuple[Any, ...] = (*PLANNED, Task.repeat)
FAR_AHEAD = timedelta(hours=12)  # a snooze this far ahead was meant as a time of the day


@dataclass(frozen=True, slots=True)
class ZoneMove:
    """From one IANA zone to another, at a moment."""

    before: str
    after: str
    now: datetime

    def due(self, due: Due) -> Due | None:
        """The same wall time in the new zone; None unless it is ahead in both zones.

        What would be past there keeps its moment: a move swallows no reminder.
        """
        there = replace(due, zone=self.after)
        return there if due.at > self.now and there.at > self.now else None

    def moment(self, at: datetime) -> datetime:
        """The moment when clocks in the new zone show what the old zone's show at `at`."""
        return replace(Due.from_moment(at, self.before), zone=self.after).at


async def move_to_zone(session: AsyncSession, to: Recipient, before: str, *, now: datetime) -> None:
    """Give the tasks and snoozes of a chat the wall times in its zone that they had in `before`."""
    if to.zone == before:
        return
    move = ZoneMove(before, to.zone, now)
    query = select(Task).where(Task.chat_id == to.chat.id, Task.due_zone == before)
    tasks = (await session.exec(query.options(load_only(*MOVED)))).all()
    moved = _move_tasks(tasks, move)
    await session.flush()
    await _move_snoozes(session, to, moved, move)


def _move_tasks(
    tasks: Sequence[Task], move: ZoneMove
) -> dict[UUID | None, tuple[datetime, datetime]]:
    """Move tasks and their repeats. Return the old and new due moment of those that lay ahead."""
    moved: dict[UUID | None, tuple[datetime, datetime]] = {}
    for task in tasks:
        if task.repeat is not None and task.repeat["zone"] == move.before:
            task.repeat = {**task.repeat, "zone": move.after}
        due = task.due
        there = move.due(due) if due else None
        if due and there:
            moved[task.id] = due.at, there.at
            task.due = there
    return moved


async def _move_snoozes(
    session: AsyncSession,
    to: Recipient,
    moved: Mapping[UUID | None, tuple[datetime, datetime]],
    move: ZoneMove,
) -> None:
    """Keep snoozes with the occurrence that has moved; those far ahead keep their wall time."""
    is_snooze = and_(col(Reminder.kind) == PushKind.SNOOZE, col(Reminder.habit_id).is_(None))
    waits = and_(is_snooze, col(Reminder.state).in_(WAITING))
    tasks = select(Task.id).where(Task.chat_id == to.chat.id)
    here = or_(col(Reminder.chat_id) == to.chat.id, col(Reminder.task_id).in_(tasks))
    for row in (await session.exec(select(Reminder).where(waits, here))).all():
        is_dateless = row.occurrence_at == row.fire_at
        if row.chat_id == to.chat.id and row.fire_at > move.now + FAR_AHEAD:
            row.fire_at = move.moment(row.fire_at)
        old, new = moved.get(row.task_id, (None, None))
        if new is not None and row.occurrence_at == old:
            row.occurrence_at = new
        elif is_dateless:
            row.occurrence_at = row.fire_at
        row.slot = slot_of(row)
