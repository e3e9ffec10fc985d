"""What was done of a habit on each day: the input of scores and streaks.

Amounts are summed as whole millionths, so that ten times 0.1 is 1, and a running sum is exactly 0
again once its days have left the window.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from storage.rules.schedules import Goal, Schedule, Span

PARTS = 1_000_000  # of an amount of 1


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened on a day: an amount, finite and at least 0 (1 for a tick), or a skip.

    The amount of a skipped day has no meaning.
    """

    on: date
    amount: float = 1.0
    is_skip: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every day from the ordinal `first` to today.

    `amounts` are in PARTS, 0 for a skipped day; `idle` is 1 for a day that was skipped or away.
    """

    first: int
    amounts: list[int]
    idle: bytearray

    def week(self, schedule: Schedule) -> list[bool]:
        """Which of the first seven days count. The pattern repeats every week."""
        first = date.fromordinal(self.first).weekday()
        return [not schedule.weekdays or (first + day) % 7 in schedule.weekdays for day in range(7)]


@dataclass(frozen=True, slots=True)
class History:
    """A habit's entries of one person, at most one for each day, in any order.

    `away` are the days on which nothing is asked: the person's days away and the habit's pauses.
    Weeks begin on `first_weekday` (Monday 0).
    """

    schedule: Schedule
    goal: Goal | None
    entries: Sequence[Entry]
    away: Sequence[Span] = ()
    first_weekday: int = 0

    @property
    def is_limit(self) -> bool:
        """Whether the goal is a maximum for the amounts of a period."""
        return self.goal is not None and self.goal.is_limit

    @property
    def is_counted(self) -> bool:
        """Whether a period counts the days on which the habit was done, not their amounts.

        The amount of a limit is always for the whole period.
        """
        return self.goal is None or (self.schedule.times > 1 and not self.goal.is_limit)

    def period_of(self, on: date) -> Span:
        """The period that contains a day, with the person's first day of the week."""
        return self.schedule.period_of(on, first_weekday=self.first_weekday)

    def marks(self, amounts: Sequence[int]) -> Sequence[int]:
        """What each day contributes to its period: 1 or 0 for a counted period, or its amount."""
        if self.goal is None:
            return [amount > 0 for amount in amounts]
        if self.is_counted:
            each = max(1, parts(self.goal.amount))
            return [amount >= each for amount in amounts]
        return amounts

    def quota(self, length: int) -> int:
        """What a period of `length` days asks for: no more times than it has days, or an amount."""
        if self.goal is None or self.is_counted:
            return min(self.schedule.times, length)
        return parts(self.goal.amount)

    def until(self, today: date, *, since: date | None = None) -> Timeline:
        """The days from the habit's start, or from an older first entry, up to today; none before
        `since`."""
        last = today.toordinal()
        happened = [entry.on.toordinal() for entry in self.entries]
        first = min(*happened, self.schedule.start.toordinal(), last + 1)
        if since is not None:
            first = min(max(first, since.toordinal()), last + 1)
        amounts = [0] * (last + 1 - first)  # none when the habit has not begun
        idle = bytearray(len(amounts))
        parts_of = cache(parts)  # most amounts are equal
        for day, entry in zip(happened, self.entries, strict=True):
            if day > last or day < first:
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
        return Timeline(first, amounts, idle)


def parts(amount: float) -> int:
    """An amount in millionths."""
    return round(amount * PARTS)
