"""Who is asked by a habit's reminders: in each chat, the people whose day still asks for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.habits.entries import Kept, kept
from storage.models import Chat, Habit, PushState, Reminder
from storage.pushes.recipients import Recipient, private_recipients, recipient
from storage.pushes.rows import is_leaving
from storage.rules.slots import Slot, is_due, next_slot

LEFT_OPEN = timedelta(days=7)  # how long a sent reminder can be ticked, and is edited afterwards


@dataclass(frozen=True, slots=True)
class Audience:
    """A chat that is reminded of a habit. `kept` has an item for each person who is asked there:
    one in private, everybody who keeps the habit in its group."""

    habit: Habit
    to: Recipient
    kept: tuple[Kept, ...]
    now: datetime

    @property
    def today(self) -> date:
        """The day that it is for this chat."""
        return self.to.days.day_of(self.now)

    def is_due(self, day: date) -> bool:
        """Whether a day still asks one of these people for anything."""
        return is_due([one.history for one in self.kept], day)

    def next_slot(self, at: time, *, after: datetime, taken: Collection[date]) -> Slot | None:
        """The next slot at a local time, on a day that is not `taken`."""
        histories = [one.history for one in self.kept]
        return next_slot(at, histories, self.to.days, after=after, taken=taken)

    def has_come(self, slot: Slot) -> bool:
        """Whether a slot's moment is past where the person is now. It may have become so, or be
        ahead again, when they travel or when their day begins at another hour."""
        fires_at = slot.fires_at(self.to.days)
        return fires_at is None or fires_at <= self.now

    def still_waits(self, row: Reminder, slot: Slot) -> bool:
        """Whether a row that is due is still to be sent: only on its own day. A row that is held
        is kept until the person comes back."""
        is_held = row.state == PushState.HELD and row.fire_at <= self.now
        if is_held or is_leaving(row, now=self.now):
            return True
        return slot.day == self.today and self.is_due(slot.day)


async def audiences_of(
    session: AsyncSession, habits: Sequence[Habit], *, now: datetime, only: Recipient | None
) -> dict[UUID, list[Audience]]:
    """The chats that are reminded of each habit: its group, and the private chats of the people
    who keep it; only one of them if `only` is given."""
    if not habits:
        return {}
    person = only.person if only else None
    keeps = await _kept_lately(session, habits, now=now, user_id=person.id if person else None)
    groups, private = await _recipients(session, habits, keeps, only)
    found: dict[UUID, list[Audience]] = {}
    for habit in habits:
        own = tuple(one for one in keeps if one.habit.id == habit.id)
        group = groups.get(habit.chat_id)
        found[habit.id] = [Audience(habit, group, own, now)] if group and own else []
        found[habit.id] += [
            Audience(habit, to, (one,), now)
            for one in own
            if (to := private.get(one.keeper.user.id)) is not None
        ]
    return found


async def _kept_lately(
    session: AsyncSession, habits: Sequence[Habit], *, now: datetime, user_id: UUID | None
) -> list[Kept]:
    """How these habits are kept, with those entries only that matter for a reminder of today or
    for a message that can still be ticked."""
    lately = now.date() - LEFT_OPEN - timedelta(days=1)
    firsts = [  # a week may begin on any day
        habit.schedule.period_of(lately).first - timedelta(days=7) for habit in habits
    ]
    return await kept(session, habits, now=now, user_id=user_id, since=min(firsts))


async def _recipients(
    session: AsyncSession, habits: Sequence[Habit], keeps: Sequence[Kept], only: Recipient | None
) -> tuple[dict[UUID, Recipient], dict[UUID, Recipient]]:
    """The groups of these habits by the chats' keys, and private chats by the people's keys."""
    if only is not None and only.chat.is_private:
        return {}, {only.person.id: only} if only.person else {}
    if only is not None:
        return {only.chat.id: only}, {}
    groups = {}
    for chat_id in {habit.chat_id for habit in habits}:
        chat = await session.get_one(Chat, chat_id)
        if not chat.is_private:
            groups[chat_id] = recipient(session, chat, None)
    return groups, await private_recipients(session, (one.keeper.user for one in keeps))
