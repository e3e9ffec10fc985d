"""What was done of a habit, laid out day by day for the score and for the streaks.

Amounts are summed as whole millionths, so that ten times 0.1 is 1 and nothing is left of a sum
when its days have gone by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from storage.rules.schedules import Goal, Schedule, Span

PARTS = 1_000_000  # of an amount of 1


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened on a day: an amount, finite and at least 0 (1 for a tick), or that it was
    skipped, and then its amount says nothing."""

    on: date
    amount: float = 1.0
    is_skip: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """Every day from the ordinal `first` to today: amounts in PARTS, 0 where skipped, and 1 in
    `idle` where a day was skipped or away."""

    first: int
    amounts: list[int]
    idle: bytearray

    def week(self, schedule: Schedule) -> list[bool]:
        """Which of the first seven days count; so do those of each week after."""
        first = date.fromordinal(self.first).weekday()
        return [not schedule.weekdays or (first + day) % 7 in schedule.weekdays for day in range(7)]


@dataclass(frozen=True, slots=True)
class History:
    """What there is to judge: entries in any order, at most one of a day.

    `away` are the days on which nothing was asked: the person's own and the habit's pauses. Weeks
    begin on `first_weekday` (Monday 0).
    """

    schedule: Schedule
    goal: Goal | None
    entries: Sequence[Entry]
    away: Sequence[Span] = ()
    first_weekday: int = 0

    @property
    def is_limit(self) -> bool:
        """Whether the amounts of a period are not to pass the goal."""
        return self.goal is not None and self.goal.is_limit

    @property
    def is_counted(self) -> bool:
        """Whether a period counts the days on which it was done, rather than their amounts. The
        amount of a limit is the whole period's, whatever its times."""
        return self.goal is None or (self.schedule.times > 1 and not self.goal.is_limit)

    def period_of(self, on: date) -> Span:
        """The period that holds a day, by the person's weeks."""
        return self.schedule.period_of(on, first_weekday=self.first_weekday)

    def marks(self, amounts: Sequence[int]) -> Sequence[int]:
        """What amounts of days bring to their period: one time each, or themselves."""
        if self.goal is None:
            return [amount > 0 for amount in amounts]
        if self.is_counted:
            each = max(1, parts(self.goal.amount))
            return [amount >= each for amount in amounts]
        return amounts

    def quota(self, length: int) -> int:
        """What a period of so many days asks for: no more times than it has days."""
        if self.goal is None or self.is_counted:
            return min(self.schedule.times, length)
        return parts(self.goal.amount)

    def until(self, today: date) -> Days:
        """The days up to today, from the habit's start or from an entry that is older."""
        last = today.toordinal()
        happened = [entry.on.toordinal() for entry in self.entries]
        first = min(*happened, self.schedule.start.toordinal(), last + 1)
        amounts = [0] * (last + 1 - first)  # none where the habit is yet to begin
        idle = bytearray(len(amounts))
        parts_of = cache(parts)  # most amounts are alike
        for day, entry in zip(happened, self.entries, strict=True):
            if day > last:
                continue
            if entry.is_skip:
                idle[day - first] = 1
            else:
                amounts[day - first] = parts_of(entry.amount)
        for span in self.away:
            begin = max(span.first.toordinal() - first, 0)
            end = min((span.last or today).toordinal() + 1 - first, len(idle))
            if begin < end:
                idle[begin:end] = b"\1" * (end - begin)
        return Days(first, amounts, idle)


def parts(amount: float) -> int:
    """An amount in millionths."""
    return round(amount * PARTS)
