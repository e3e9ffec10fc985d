"""How strong a habit has become: a score between 0 and 1 for every day.

It is Loop Habit Tracker's (uhabits, Score.compute and ScoreList.recompute): with f the times per
day and x the share of what the window asks that was done, each day makes of the score
`score * m + x * (1 - m)`, where m = 0.5 ** (sqrt(f) / 13). Chosen weekdays, amounts for each time,
days away and the open day are not Loop's, and are said where they are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, chain, cycle, repeat
from math import sqrt
from operator import or_, sub

from storage.rules.histories import Days, History, parts

HALF_LIFE = 13  # days in which the score of a daily habit goes half of its way


@dataclass(frozen=True, slots=True)
class Scores:
    """The score (0..1) of every day from `first` to today; none for what is yet to begin.

    `initial` is what the first day began with: 0, and 1 where an amount is not to be passed.
    """

    first: date
    values: list[float]
    initial: float = 0.0

    @property
    def score(self) -> float:
        """Today's."""
        return self.values[-1] if self.values else self.initial

    def on(self, day: date) -> float:
        """A day's: the initial one before the first, today's for days to come."""
        at = (day - self.first).days
        if at < 0:
            return self.initial
        return self.values[at] if at < len(self.values) else self.score


def scores(history: History, *, today: date) -> Scores:
    """The score of every day up to today, entries of days to come left aside.

    Skipped and away days copy the score of the day before, and count 0 for the days after. The
    open day does not lower it, nor does it raise that of a limit: it may still be logged.
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


def _copied(history: History, days: Days) -> Iterable[int]:
    """1 for the days that copy the score: idle ones, and for a limit those that do not count."""
    if not (history.is_limit and history.schedule.has_weekdays):
        return days.idle
    free = [not counts for counts in days.week(history.schedule)]
    return map(or_, days.idle, cycle(free))


@dataclass(frozen=True, slots=True)
class _Window:
    """What is looked back at from each day: `marks` of days, summed over `days`, make `whole`."""

    marks: Sequence[int]
    whole: int
    days: int
    frequency: float

    def sums(self) -> Iterator[int]:
        """The sum of each day and those before it that the window holds."""
        done = [0, *accumulate(self.marks)]
        return map(sub, done[1:], chain(repeat(0, self.days - 1), done))


def _window(history: History, days: Days) -> _Window:
    """A habit of yes and no that is not daily looks back twice as far, against the swings of a
    week whose days vary. Amounts for each time count up to the goal, as do those of weekdays;
    a limit of chosen weekdays holds on each of them by itself.
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
    """The share (0..1) of what its window asks that was done, as each day sees it: of a limit 1,
    falling to 0 where twice as much was done. A limit of 0 knows only these two."""
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
