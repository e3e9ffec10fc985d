"""What a habit's reminder has to say when it is due, and whether it still has anything to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.habits.entries import Kept, kept
from storage.habits.find import habits_here
from storage.models import Chat, ChatKind, Habit, Reminder, User
from storage.people.access import Asker
from storage.pushes.habits import days_of
from storage.rules.slots import Slot
from storage.rules.streaks import progress


@dataclass(frozen=True, slots=True)
class HabitPush:
    """What is pushed of a habit, as a chat may read it: `day` is asked about, today is `today`.

    `keeps`: how the chat's person keeps it, or everybody in a group, nobody who has left.
    `asked`: those of whom the day still asks something. `unreached`: those whom nothing reaches
    in private. `group`: the title of the group that shares it, in private. `is_timely`: whether
    it is to come at this time still.
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
        """Whether it is to be sent: the habit lives, the day lasts, and something is missing."""
        is_today = self.is_timely and self.day == self.today
        return self.habit.is_live and is_today and bool(self.asked)


async def habit_push(
    session: AsyncSession, row: Reminder, chat: Chat, owner: User | None, *, now: datetime
) -> HabitPush | None:
    """What a row is about; None for what is no habit's (any more)."""
    slot = Slot.parse(row.key)
    habit = await session.get(Habit, row.habit_id) if row.habit_id else None
    if habit is None or slot is None or (chat.is_private and owner is None):
        return None
    push = await push_about(session, habit, slot.day, chat, owner, now=now)
    return replace(push, is_timely=slot.at in {None, *habit.schedule.reminders})


async def push_about(
    session: AsyncSession,
    habit: Habit,
    day: date,
    chat: Chat,
    owner: User | None,
    *,
    now: datetime,
) -> HabitPush:
    """What a reminder in this chat says about a day of a habit; `owner` is whose private chat it
    is."""
    keeps = await kept(session, [habit], now=now, user_id=owner.id if owner else None)
    asked = tuple(one for one in keeps if progress(one.history, on=day).is_due)
    group = "" if habit.chat_id == chat.id else (await session.get_one(Chat, habit.chat_id)).title
    return HabitPush(
        habit,
        day,
        days_of(session, chat, owner).day_of(now),
        tuple(keeps),
        asked,
        frozenset() if chat.is_private else await _unreached(session, asked),
        group,
    )


async def habit_pushes(
    session: AsyncSession,
    rows: Sequence[Reminder],
    chat: Chat,
    owner: User | None,
    *,
    now: datetime,
) -> list[HabitPush]:
    """Those of these rows that still have something to say, each habit once."""
    found: dict[UUID, HabitPush] = {}
    for row in rows:
        push = await habit_push(session, row, chat, owner, now=now)
        if push is not None and push.still_asks:
            found.setdefault(push.habit.id, push)
    return list(found.values())


async def _unreached(session: AsyncSession, asked: Sequence[Kept]) -> frozenset[UUID]:
    """Who has not started the bot, or has blocked it."""
    people = {one.participant.user.telegram_id: one.participant.user for one in asked}
    query = select(Chat.telegram_id).where(
        Chat.kind == ChatKind.PRIVATE, col(Chat.telegram_id).in_(people)
    )
    started = set((await session.exec(query)).all()) if people else set()
    return frozenset(
        user.id
        for number, user in people.items()
        if number not in started or user.blocked_at is not None
    )


async def asking_today(
    session: AsyncSession, chat: Chat, owner: User, *, now: datetime
) -> list[Kept]:
    """What today still asks of a person, of their groups' habits too, for what is pushed to
    them."""
    asker = Asker.of(owner, chat)
    habits = await habits_here(session, asker=asker, chat=chat, topic=0)
    keeps = await kept(session, habits, now=now, user_id=owner.id)
    return [one for one in keeps if progress(one.history, on=one.today).is_due]


async def ranked_habits(session: AsyncSession, chat: Chat, *, now: datetime) -> list[Kept]:
    """How everybody keeps a group's habits, for its weekly picture; none while nothing was ever
    done of them."""
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
