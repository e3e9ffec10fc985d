"""Digests by the clock: a person's agenda and evening review, a group's weekly report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func
from sqlmodel import col, select

from storage.models import Chat, Habit, PushKind, Reminder
from storage.pushes.kinds import WAITING
from storage.pushes.rows import insert, new_digest
from storage.rules.offsets import local_moments

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime, time

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.pushes.recipients import Recipient


async def plan_regular(session: AsyncSession, to: Recipient, *, now: datetime) -> None:
    """Plan the next digest of each kind that a chat has, and delete those that are off."""
    kinds = _regular(to)
    await _end(session, to, [kind for kind, at, _ in kinds if at is None])
    for kind, at, weekdays in kinds:
        of_kind = (col(Reminder.chat_id) == to.chat.id, col(Reminder.kind) == kind)
        waiting = (*of_kind, col(Reminder.state).in_(WAITING))
        if at is None:
            continue
        # one that is due already is on its way, or waits for quiet hours to end
        await session.exec(delete(Reminder).where(*waiting, col(Reminder.occurrence_at) > now))
        last = (await session.exec(select(func.max(Reminder.occurrence_at)).where(*of_kind))).one()
        fire_at = local_moments(at, to.zone, after=max(now, last or now), weekdays=weekdays)
        topic = await _topic_of_habits(session, to.chat) if kind is PushKind.WEEKLY else 0
        await insert(session, new_digest(to.chat, kind, fire_at, topic=topic))


async def _end(session: AsyncSession, to: Recipient, kinds: Collection[PushKind]) -> None:
    """Delete the next digests of these kinds."""
    waiting = (col(Reminder.chat_id) == to.chat.id, col(Reminder.state).in_(WAITING))
    if kinds:
        await session.exec(delete(Reminder).where(*waiting, col(Reminder.kind).in_(kinds)))


def _regular(to: Recipient) -> list[tuple[PushKind, time | None, Collection[int]]]:
    """The kinds that a chat may have: the local time, None for off, and the weekdays."""
    usual = to.preferences.pushes
    if to.chat.is_private:
        return [
            (PushKind.AGENDA, usual.agenda, range(7)),
            (PushKind.REVIEW, usual.review, range(7)),
        ]
    day, at = usual.weekly or (0, None)
    return [(PushKind.WEEKLY, at, {day})]


async def _topic_of_habits(session: AsyncSession, chat: Chat) -> int:
    """The topic of a forum if all its habits are in one, else the general topic."""
    query = select(Habit.topic).where(Habit.chat_id == chat.id, col(Habit.deleted_at).is_(None))
    topics = (await session.exec(query.distinct())).all()
    return topics[0] if len(topics) == 1 else 0
