"""What a claimed push is about when it is due: tasks, a day of a habit, the habits of a digest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.habits.entries import Kept, kept
from storage.habits.find import habits_here
from storage.models import Chat, Habit, Reminder, Task
from storage.people.asking import Asker
from storage.pushes.recipients import Recipient, private_recipients
from storage.rules.slots import Slot
from storage.rules.streaks import progress
from storage.tasks.find import with_parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession


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
    push = await habit_push_on(session, habit, slot.day, to, now=now)
    return replace(push, is_timely=slot.at in {None, *habit.schedule.reminders})


async def habit_push_on(
    session: AsyncSession, habit: Habit, day: date, to: Recipient, *, now: datetime
) -> HabitPush:
    """What a reminder tells this chat about a day of a habit."""
    person = to.person
    keeps = await kept(session, [habit], now=now, user_id=person.id if person else None)
    asked = tuple(one for one in keeps if progress(one.history, on=day).is_due)
    return HabitPush(
        habit,
        day,
        to.days.day_of(now),
        tuple(keeps),
        asked,
        frozenset() if to.chat.is_private else await _unreached(session, asked),
        await _group_title(session, habit, to.chat),
    )


async def _group_title(session: AsyncSession, habit: Habit, chat: Chat) -> str:
    if habit.chat_id == chat.id:
        return ""
    return (await session.get_one(Chat, habit.chat_id)).title


async def _unreached(session: AsyncSession, asked: Sequence[Kept]) -> frozenset[UUID]:
    """The people who have never started the bot, or have blocked it."""
    people = [one.participant.user for one in asked]
    started = await private_recipients(session, people) if people else {}
    return frozenset(
        person.id for person in people if person.id not in started or person.blocked_at is not None
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
    """How everybody keeps a group's habits, for its weekly picture; none before the first entry."""
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
