"""How strong a habit has become: a score between 0 and 1 for every day.

Source: Loop Habit Tracker (uhabits, Score.compute and ScoreList.recompute). With f the times per
day, and x the share that was done of what the window asks for, each day turns the score into
`score * m + x * (1 - m)`, where m = 0.5 ** (sqrt(f) / 13). Loop knows no chosen weekdays, amounts
for each time, days away or open day: the functions below say what is done with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate, chain, cycle, repeat
from math import sqrt
from operator import or_, sub
from typing import TYPE_CHECKING

from storage.rules.histories import History, Timeline, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

HALF_LIFE = 13  # days in which the score of a daily habit covers half of the distance to x


@dataclass(frozen=True, slots=True)
class Scores:
    """The score (0..1) of every day from `first` to today; no values if the habit has not begun.

    `initial` is the score before the first day: 0, or 1 for a limit.
    """

    first: date
    values: list[float]
    initial: float = 0.0

    @property
    def score(self) -> float:
        """The score of today."""
        return self.values[-1] if self.values else self.initial

    def on(self, day: date) -> float:
        """The score of a day: the initial one before the first day, today's for later days."""
        at = (day - self.first).days
        if at < 0:
            return self.initial
        return self.values[at] if at < len(self.values) else self.score


def scores(history: History, *, today: date) -> Scores:
    """The score of every day up to today; entries of later days are ignored.

    Skipped and away days copy the score of the day before, and count as 0 in the windows of later
    days. The open day does not lower the score, nor raise that of a limit: people may still log.
    """
    days = history.until(today)
    initial = 1.0 if history.is_limit else 0.0
    window = _window(history, days)
    shares = _shares(window, is_limit=history.is_limit)
    values = list(_smoothed(shares, _copied(history, days), window.frequency, initial))
    if values:
        before = values[-2] if len(values) > 1 else initial
        values[-1] = (min if history.is_limit else max)(values[-1], before)
    return Scores(date.fromordinal(days.first), values, initial)


def _copied(history: History, days: Timeline) -> Iterable[int]:
    """1 for days that copy the score of the day before: idle days, and for a limit those days of
    the week that do not count."""
    if not (history.is_limit and history.schedule.has_weekdays):
        return days.idle
    free = [not counts for counts in days.week(history.schedule)]
    return map(or_, days.idle, cycle(free))


@dataclass(frozen=True, slots=True)
class _Window:
    """How far each day looks back: `days` days whose `marks` add up to `whole` if all was done."""

    marks: Sequence[int]
    whole: int
    days: int
    frequency: float

    def sums(self) -> Iterator[int]:
        """For each day, the sum of the marks in the window that ends with it."""
        done = [0, *accumulate(self.marks)]
        return map(sub, done[1:], chain(repeat(0, self.days - 1), done))


def _window(history: History, days: Timeline) -> _Window:
    """The window of a history.

    A yes-or-no habit that is not daily looks back twice as far, because a week whose days vary
    would make the score swing. Amounts of each time, and of chosen weekdays, count up to the goal
    only. A limit with chosen weekdays is judged on each of these days alone.
    """
    schedule, goal = history.schedule, history.goal
    times, length = schedule.window
    frequency = times / length
    amounts = [0 if idle else amount for amount, idle in zip(days.amounts, days.idle, strict=True)]
    if goal is None:
        twice = 2 if times < length else 1
        marks = [amount > 0 for amount in amounts]
        return _Window(marks, times * twice, length * twice, frequency)
    whole = parts(goal.amount)
    if goal.is_limit:
        length, frequency = (1, 1.0) if schedule.has_weekdays else (length, frequency)
        return _Window(amounts, whole, length, frequency)
    if schedule.times > 1 or schedule.has_weekdays:
        capped = [min(amount, whole) for amount in amounts]
        return _Window(capped, whole * times, length, frequency)
    return _Window(amounts, whole, length, frequency)


def _shares(window: _Window, *, is_limit: bool) -> list[float]:
    """For each day, the share (0..1) that was done of what its window asks for.

    Of a limit it is 1 up to the limit, and falls to 0 at twice the limit.
    """
    whole, twice = window.whole, 2 * window.whole
    if is_limit:
        return [
            1.0 if done <= whole else 0.0 if done >= twice else (twice - done) / whole
            for done in window.sums()
        ]
    return [1.0 if done >= whole else done / whole for done in window.sums()]


def _smoothed(
    shares: Iterable[float], copied: Iterable[int], frequency: float, score: float
) -> Iterator[float]:
    keep = 0.5 ** (sqrt(frequency) / HALF_LIFE)
    gain = 1 - keep
    for share, is_copied in zip(shares, copied, strict=True):
        if not is_copied:
            score = score * keep + share * gain
        yield score
