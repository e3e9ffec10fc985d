"""Who is asked by a habit's reminders in one chat, and whether a day still asks for anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.models import Habit, PushState, Reminder
from storage.pushes.rows import is_leaving
from storage.rules.slots import Slot, is_due, next_slot

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime, time

    from storage.pushes.recipients import Recipient
    from storage.rules.histories import History


@dataclass(frozen=True, slots=True)
class Audience:
    """A chat that is reminded of a habit. `histories` are of the people who are asked there: one
    in private, everybody who keeps the habit in its group."""

    habit: Habit
    to: Recipient
    histories: tuple[History, ...]
    now: datetime

    @property
    def today(self) -> date:
        """The day that it is for this chat."""
        return self.to.days.day_of(self.now)

    def is_due(self, day: date) -> bool:
        """Whether a day still asks one of these people for anything."""
        return is_due(self.histories, day)

    def next_slot(self, at: time, *, after: datetime, taken: Collection[date]) -> Slot | None:
        """The next slot at a local time, on a day that is not `taken`."""
        return next_slot(at, self.histories, self.to.days, after=after, taken=taken)

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
