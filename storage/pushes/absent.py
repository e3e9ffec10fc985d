"""Pushes to somebody who is away: they are held, and told in one summary when they are back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import or_
from sqlmodel import col, select

from storage.models import Action, Change, PushState, Reminder
from storage.models.pushes import OF_PEOPLE
from storage.pushes.outcomes import mark_held, put_off
from storage.pushes.plans.returns import release
from storage.pushes.rows import RETURN
from storage.rules.absence import absence_of

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import User
    from storage.pushes.claims import Claim
    from storage.rules.absence import Absence

SETTING_TIMES = (Action.ADD, Action.EDIT, Action.MOVE, Action.SNOOZE)


async def hold_for_absent(session: AsyncSession, claimed: Claim, *, now: datetime) -> bool:
    """Hold a claim for a person who is away; whether it was. What they add, move or put off while
    they are away reminds them all the same, and whose a task is by somebody else is told."""
    person = claimed.owner
    absence = absence_of(person.settings) if person is not None else None
    if person is None or absence is None or claimed.row.kind in OF_PEOPLE:
        return False
    if not await _waits(session, claimed, absence, now=now):
        return False
    wanted = await _wanted(session, claimed, person, absence)
    meant = [row for row in claimed.rows if not wanted.isdisjoint({row.task_id, row.habit_id})]
    if len(meant) == len(claimed.rows):
        return False
    held = tuple(row for row in claimed.rows if row not in meant)
    await mark_held(session, replace(claimed, rows=held))
    if meant:  # they are claimed again, without the others
        await put_off(session, replace(claimed, rows=tuple(meant)), now, failed=False)
    return True


async def _waits(session: AsyncSession, claimed: Claim, absence: Absence, *, now: datetime) -> bool:
    """Whether a person is away, or was when the push was due, which a downtime may have delayed,
    and is still to be told what they have missed."""
    if absence.covers(now):
        return True
    row = claimed.row
    if not absence.covers(row.fire_at) or row.key == RETURN:
        return False
    query = select(Reminder.id).where(
        Reminder.chat_id == row.chat_id,
        Reminder.key == RETURN,
        Reminder.state == PushState.PENDING,
    )
    return (await session.exec(query)).first() is not None


async def _wanted(
    session: AsyncSession, claimed: Claim, person: User, absence: Absence
) -> set[UUID | None]:
    """The keys of those tasks and habits of a claim that the person themselves has set a time for
    while they were away."""
    tasks = [row.task_id for row in claimed.rows if row.task_id is not None]
    habits = [row.habit_id for row in claimed.rows if row.habit_id is not None]
    query = select(Change.task_id, Change.habit_id).where(
        or_(col(Change.task_id).in_(tasks), col(Change.habit_id).in_(habits)),
        Change.user_id == person.id,
        col(Change.action).in_(SETTING_TIMES),
        col(Change.undone_at).is_(None),
        Change.created_at > absence.since,
    )
    return {key for pair in (await session.exec(query)).all() for key in pair if key is not None}


async def end_absence(session: AsyncSession, claimed: Claim, *, now: datetime) -> None:
    """What was held goes on when the summary of somebody who is back is about to tell of it."""
    if claimed.row.key == RETURN:
        await release(session, claimed.chat, now=now)
