"""What a claimed push is about when it is due: tasks, a day of a habit, the habits of a digest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.habits.find import habits_here
from storage.habits.reading import kept, kept_habits
from storage.models import Chat, Habit, Reminder, Task
from storage.people.asking import Asker
from storage.rules.slots import Slot
from storage.rules.streaks import progress
from storage.tasks.find import with_parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.habits.keeps import Kept, KeptHabit
    from storage.pushes.recipients import Recipient


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


@dataclass(frozen=True, slots=True)
class HabitPush:
    """What a reminder of a habit tells one chat about a `day`, when it is `today` there.

    `keeps`: how the chat's person keeps the habit, or everybody in a group who has not left.
    `asked`: those of them for whom something is still to be done that day. `unreached`: those of
    `asked` whom the bot cannot write to in private. `group`: in private, the title of the group
    that shares the habit. `is_timely`: whether the habit still reminds at this time of the day.
    """

    habit: Habit
    day: date
    today: date
    keeps: tuple[Kept, ...]
    asked: tuple[Kept, ...]
    unreached: frozenset[UUID] = frozenset()
    group: str = ""
    is_timely: bool = True

    @property
    def still_asks(self) -> bool:
        """Whether it is to be sent: the habit is live, the day has not ended, something is left."""
        is_today = self.is_timely and self.day == self.today
        return self.habit.is_live and is_today and bool(self.asked)


async def habit_push(
    session: AsyncSession, row: Reminder, to: Recipient, *, now: datetime
) -> HabitPush | None:
    """What a row is about; None if it is about no habit, or the habit or the person is gone."""
    slot = Slot.parse(row.key)
    habit = await session.get(Habit, row.habit_id) if row.habit_id else None
    if habit is None or slot is None or (to.chat.is_private and to.person is None):
        return None
    person = to.person.id if to.person is not None else None
    (found,) = await kept_habits(session, [habit], now=now, user_id=person)
    push = push_on(found, slot.day, to, now=now)
    return replace(push, is_timely=slot.at in {None, *habit.schedule.reminders})


def push_on(found: KeptHabit, day: date, to: Recipient, *, now: datetime) -> HabitPush:
    """What a reminder tells this chat about a day of a habit."""
    person = to.person
    keeps = found.keeps
    if person is not None:
        keeps = [one for one in keeps if one.participant.user.id == person.id]
    asked = tuple(one for one in keeps if progress(one.history, on=day).is_due)
    return HabitPush(
        found.habit,
        day,
        to.days.day_of(now),
        tuple(keeps),
        asked,
        frozenset() if to.chat.is_private else _unreached(asked),
        "" if found.chat.id == to.chat.id else found.chat.title,
    )


def _unreached(asked: Sequence[Kept]) -> frozenset[UUID]:
    """The people who have never started the bot, or have blocked it."""
    people = [one.participant for one in asked]
    return frozenset(
        one.user.id for one in people if one.private is None or one.user.blocked_at is not None
    )


async def habit_pushes(
    session: AsyncSession, rows: Sequence[Reminder], to: Recipient, *, now: datetime
) -> list[HabitPush]:
    """Those of these rows that are still to be sent, each habit once."""
    found: dict[UUID, HabitPush] = {}
    for row in rows:
        push = await habit_push(session, row, to, now=now)
        if push is not None and push.still_asks:
            found.setdefault(push.habit.id, push)
    return list(found.values())


async def asking_today(session: AsyncSession, to: Recipient, *, now: datetime) -> list[Kept]:
    """The habits that a person has still to do today, their groups' included; none for a group."""
    if to.person is None:
        return []
    asker = Asker.of(to.person, to.chat)
    habits = await habits_here(session, asker=asker, chat=to.chat, topic=0)
    keeps = await kept(session, habits, now=now, user_id=to.person.id)
    return [one for one in keeps if progress(one.history, on=one.today).is_due]


async def ranked_habits(session: AsyncSession, chat: Chat, *, now: datetime) -> list[Kept]:
    """How everybody keeps a group's habits, for its weekly report; none before the first entry."""
    query = (
        select(Habit)
        .where(
            Habit.chat_id == chat.id,
            col(Habit.deleted_at).is_(None),
            col(Habit.archived_at).is_(None),
        )
        .order_by(col(Habit.position), col(Habit.id))
    )
    habits = (await session.exec(query)).all()
    keeps = await kept(session, habits, now=now)
    return keeps if any(one.history.entries for one in keeps) else []
