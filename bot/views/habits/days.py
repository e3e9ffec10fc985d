"""What became of each day of a habit: for pictures, and for lines of squares."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from bot.pictures.values import Day, Mark
from storage.rules.streaks import Period, State, periods

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.rules.histories import Entry, History

LEFT_OF_LIMIT = 0.05  # the shade of a day that took all that a limit allows
ONE_DAY = timedelta(days=1)


class Diary:
    """A history up to today, day by day. Days before it began and future days are None."""

    def __init__(self, history: History, *, today: date) -> None:
        self._history = history
        self._today = today
        self._entries = {entry.on: entry for entry in history.entries if entry.on <= today}
        self.first = min([history.schedule.start, *self._entries])

    def days(self, first: date, last: date) -> tuple[Day, ...]:
        """Each day from the first to the last."""
        return tuple(map(self.day, days_between(first, last)))

    def day(self, on: date) -> Day:
        """The share 0..1 that was done (0.0: today, nothing yet), a mark, or None where nothing
        was due.

        Where a habit is counted by weeks or months, a missed period has one missed day: the last
        one on which nothing was done.
        """
        if not self.first <= on <= self._today:
            return None
        entry = self._entries.get(on)
        if entry is not None and entry.is_skip:
            return Mark.SKIPPED
        if self._history.is_limit:
            return self._under_limit(on, entry)
        if entry is not None and entry.amount > 0:
            return self._share(entry.amount)
        if self._is_away(on):
            return Mark.AWAY
        return self._undone(on)

    def _undone(self, on: date) -> Day:
        schedule = self._history.schedule
        if not schedule.counts(on):
            return None
        if schedule.is_daily:
            return 0.0 if on == self._today else Mark.MISSED
        period = self._period(on)
        if period is None or period.state in {State.KEPT, State.NEUTRAL}:
            return None
        if period.state is State.OPEN:
            return 0.0 if on == self._today else None
        return Mark.MISSED if on == self._last_empty(period) else None

    def _share(self, amount: float) -> float:
        goal = self._history.goal
        if goal is None or goal.amount <= 0:
            return 1.0
        whole = goal.amount
        if not (self._history.is_counted or self._history.schedule.is_daily):
            whole = min(whole, self._most)  # of 100 km a month, the longest run is the darkest
        return min(1.0, amount / whole)

    def _under_limit(self, on: date, entry: Entry | None) -> Day:
        goal, amount = self._history.goal, entry.amount if entry else 0.0
        limit = goal.amount if goal else 0.0
        if amount > 0 and self._so_far(on) > limit:
            return Mark.MISSED
        if self._is_away(on) and not amount:
            return Mark.AWAY
        if not self._history.schedule.counts(on) and not amount:
            return None
        if on == self._today and entry is None:
            return 0.0
        return 1.0 - (1.0 - LEFT_OF_LIMIT) * min(1.0, amount / limit) if limit else 1.0

    def _so_far(self, on: date) -> float:
        """The amount of a day's period up to and with this day."""
        first = self._history.period_of(on).first
        taken = (self._entries.get(day) for day in days_between(first, on))
        return round(sum(entry.amount for entry in taken if entry and not entry.is_skip), 6)

    def _is_away(self, on: date) -> bool:
        return any(on in span for span in self._history.away)

    def _last_empty(self, period: Period) -> date | None:
        """The last day of a period on which nothing was done."""
        day = period.span.last or period.span.first
        while day in self._entries and day >= period.span.first:
            day -= ONE_DAY
        return day if day >= max(period.span.first, self.first) else None

    def _period(self, on: date) -> Period | None:
        return self._periods.get(self._history.period_of(on).first)

    @cached_property
    def _periods(self) -> dict[date, Period]:
        found = periods(self._history, today=self._today)
        return {period.span.first: period for period in found}

    @cached_property
    def _most(self) -> float:
        return max((entry.amount for entry in self._entries.values()), default=0.0)


def days_between(first: date, last: date) -> Iterable[date]:
    """Each day from the first to the last, both inclusive."""
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


DONE, PARTLY, ASKED, PASSED, NOTHING = "🟩", "🟨", "🔲", "🟥", "▫️"
MISSED, SKIPPED, REST = "⬜", "⏭️", "⏸️"
SQUARES = {Mark.MISSED: MISSED, Mark.SKIPPED: SKIPPED, Mark.AWAY: REST, None: NOTHING}


def square(day: Day, history: History) -> str:
    """A day as one character: 🟩 done, 🟨 a part of it, ⬜ missed, 🟥 a limit passed, 🔲 today,
    nothing done yet, ▫️ nothing was due."""
    if day is Mark.MISSED and history.is_limit:
        return PASSED
    if not isinstance(day, float):
        return SQUARES[day]
    if day == 0:
        return ASKED
    whole_days = history.is_counted or history.schedule.is_daily
    return PARTLY if day < 1 and whole_days and not history.is_limit else DONE


def days_done(days: Iterable[Day], history: History) -> int:
    """On how many of these days it was done in full."""
    return sum(square(day, history) == DONE for day in days)
