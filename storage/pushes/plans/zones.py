"""A chat moves to another time zone: what lies ahead keeps its wall time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, or_
from sqlalchemy.orm import load_only, selectinload
from sqlmodel import col, select

from storage.history.changed import task_changed
from storage.history.facts import moments_of
from storage.history.recording import record_moments
from storage.models import PushKind, Reminder, Task
from storage.pushes.kinds import WAITING
from storage.pushes.plans.tasks import PLANNED
from storage.rules.due import Due

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed
    from storage.pushes.recipients import Recipient

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


async def move_to_zone(
    session: AsyncSession, to: Recipient, before: str, *, now: datetime, deed: Deed | None = None
) -> None:
    """Give the tasks and snoozes of a chat the wall times in its zone that they had in `before`.

    A `deed` that did it is recorded, so that it is taken back exactly.
    """
    if to.zone == before:
        return
    move = ZoneMove(before, to.zone, now)
    snoozed = select(Reminder.task_id).where(
        Reminder.chat_id == to.chat.id,
        Reminder.kind == PushKind.SNOOZE,
        col(Reminder.state).in_(WAITING),
    )
    here = and_(col(Task.chat_id) == to.chat.id, col(Task.due_zone) == before)
    query = select(Task).where(or_(here, col(Task.id).in_(snoozed)))
    tasks = (await session.exec(query.options(load_only(*PLANNED)))).all()
    known = {task.id.hex: moments_of(task) for task in tasks}
    for task in tasks:
        if task.chat_id == to.chat.id and task.due_zone == before:
            _move(task, move)
        _move_snooze(task, to, move)
    moved = {task.id.hex: moments_of(task) for task in tasks}
    keys = [key for key in known if known[key] != moved[key]]
    if deed is not None and keys:
        told = [{"moments": {key: facts[key] for key in keys}} for facts in (known, moved)]
        record_moments(session, deed, *told)
    await _plan_snoozes(session, [task for task in tasks if task.snoozed], now=now)


async def _plan_snoozes(session: AsyncSession, tasks: Sequence[Task], *, now: datetime) -> None:
    """Let the pushes of these tasks, of whichever chat, be planned."""
    if not tasks:
        return
    query = select(Task).where(col(Task.id).in_([task.id for task in tasks]))
    assignees = selectinload(Task.assignees)  # type: ignore[arg-type]
    for task in (await session.exec(query.options(assignees, load_only(*PLANNED)))).all():
        task_changed(session, task, now=now)


def _move(task: Task, move: ZoneMove) -> None:
    """Move a task and its repeat."""
    if task.repeat is not None and task.repeat["zone"] == move.before:
        task.repeat = {**task.repeat, "zone": move.after}
        task.stands_for = move.moment(task.stands_for) if task.stands_for else None
    due = task.due
    there = move.due(due) if due else None
    if there:
        task.due = there


def _move_snooze(task: Task, to: Recipient, move: ZoneMove) -> None:
    """A snooze that is far ahead keeps its wall time."""
    until = task.snoozed_until(to.chat.id)
    if until is not None and until > move.now + FAR_AHEAD:
        end = move.moment(until).isoformat()
        task.snoozed = {**(task.snoozed or {}), to.chat.id.hex: end}
