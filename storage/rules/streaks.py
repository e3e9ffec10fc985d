"""What entries say of a habit: its score, its streaks, and how far a period is.

Amounts are summed as whole millionths, so that ten times 0.1 is 1 and nothing is left of a sum
when its days have gone by. Days are laid out in lists, and every question is one pass over them.

The score is Loop Habit Tracker's (Score.compute and ScoreList.recompute of uhabits): with f the
times per day and x the share of what the window asks that was done, each day makes of the score
`score * m + x * (1 - m)`, where m = 0.5 ** (sqrt(f) / 13). Chosen weekdays, amounts for each time,
days away and the open day are not Loop's, and are said where they are made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, partial
from itertools import accumulate, chain, compress, cycle, repeat
from math import sqrt
from operator import itemgetter, or_, sub

from storage.rules.schedules import Goal, Schedule, Span, Unit

PARTS = 1_000_000  # of an amount of 1
HALF_LIFE = 13  # days in which the score of a daily habit goes half of its way


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened on a day: an amount of at least 0 (1 for a tick), or that it was skipped,
    and then its amount says nothing."""

    on: date
    amount: float = 1.0
    is_skip: bool = False


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
        """Whether a period counts the days on which it was done, rather than their amounts."""
        return self.goal is None or (self.schedule.times > 1 and not self.goal.is_limit)


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
        return (
            self.score if at >= len(self.values) else self.values[at] if at >= 0 else self.initial
        )


@dataclass(frozen=True, slots=True)
class Streaks:
    """Periods in a row that were kept: those up to now, and the most ever.

    `kept` of `judged` periods were kept; neutral ones and the open one, unless it is kept already,
    are not judged.
    """

    current: int
    best: int
    kept: int
    judged: int

    @property
    def share(self) -> float | None:
        """Of periods kept, 0..1; None before the first is judged."""
        return self.kept / self.judged if self.judged else None


class State(StrEnum):
    """What became of a period. A neutral one neither breaks nor lengthens a streak."""

    KEPT = "kept"
    MISSED = "missed"
    NEUTRAL = "neutral"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Period:
    """A period, whole even where the history begins within it. `amount` as of Progress.done."""

    span: Span
    state: State
    amount: float


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the period `span` is at the end of a day, later entries left aside.

    `done` of `target`: days on which it was done, or, where the goal is for the whole period, the
    amount. `of_day`: the day's own amount. `rest`: what is missing of the period, in the measure
    of `done`, but of an amount for each time what the day misses; what is left of a limit. 0.0
    for none.

    is_kept: the period's quota is met, or a limit not passed so far.
    is_done: it was done on this very day. A day does a goal for the whole period when it adds
        to one that is met, and a limit by having an entry.
    is_due: the day still asks for it. A limit asks for how much, until the day has an entry.
    """

    span: Span
    done: float
    target: float
    of_day: float
    rest: float
    is_kept: bool
    is_done: bool
    is_skipped: bool
    is_away: bool
    is_due: bool


def scores(history: History, *, today: date) -> Scores:
    """The score of every day up to today, entries of days to come left aside.

    Skipped and away days copy the score of the day before, and count 0 for the days after. The
    open day does not lower it, nor does it raise that of a limit: it may still be logged.
    """
    days = _lay_out(history, today)
    initial = 1.0 if history.is_limit else 0.0
    window = _window(history, days)
    shares = _shares(window, is_limit=history.is_limit)
    values = list(_smoothed(shares, _copied(history, days), window.frequency, initial))
    if values:
        before = values[-2] if len(values) > 1 else initial
        values[-1] = (min if history.is_limit else max)(values[-1], before)
    return Scores(date.fromordinal(days.first), values, initial)


def streaks(history: History, *, today: date) -> Streaks:
    """Periods in a row that were kept, entries of days to come left aside."""
    current = best = kept = missed = 0
    for _, _, state, _ in _judged(history, _lay_out(history, today)):
        if state is State.KEPT:
            kept += 1
            current += 1
            best = max(best, current)
        elif state is State.MISSED:
            missed += 1
            current = 0
    return Streaks(current, best, kept, kept + missed)


def periods(history: History, *, today: date) -> list[Period]:
    """Every period from the one of the first day to today's; of days, those that count."""
    days = _lay_out(history, today)
    unit = 1 if history.is_counted else PARTS
    return [
        Period(
            Span(date.fromordinal(days.first + begin), date.fromordinal(days.first + end - 1)),
            state,
            done / unit,
        )
        for begin, end, state, done in _judged(history, days)
    ]


def progress(history: History, *, on: date) -> Progress:
    """What the board shows of a day, and whether a reminder should come on it."""
    span = history.schedule.period_of(on, first_weekday=history.first_weekday)
    held = {entry.on: entry for entry in history.entries if span.first <= entry.on <= on}
    amounts = [_parts(entry.amount) for entry in held.values() if not entry.is_skip]
    done, target = sum(_marks(history, amounts)), _quota(history, _length(span))
    entry, is_kept = held.get(on), done <= target if history.is_limit else done >= target
    is_skipped = entry is not None and entry.is_skip
    of_day = _parts(entry.amount) if entry is not None and not is_skipped else 0
    is_done = not is_skipped and _is_done(history, entry, of_day, is_kept=is_kept)
    is_away = any(on in away for away in history.away)
    is_asked = history.schedule.asks(on) and (history.is_limit or not is_kept)
    unit = 1 if history.is_counted else PARTS
    return Progress(
        span=span,
        done=done / unit,
        target=target / unit,
        of_day=of_day / PARTS,
        rest=_rest(history, target - done, of_day),
        is_kept=is_kept,
        is_done=is_done,
        is_skipped=is_skipped,
        is_away=is_away,
        is_due=is_asked and not (is_done or is_skipped or is_away),
    )


def _is_done(history: History, entry: Entry | None, of_day: int, *, is_kept: bool) -> bool:
    if history.is_limit:
        return entry is not None
    if history.is_counted:
        return any(_marks(history, [of_day]))
    return of_day > 0 and is_kept


def _rest(history: History, missing: int, of_day: int) -> float:
    if missing <= 0:
        return 0.0
    if history.goal is None:
        return float(missing)
    if history.is_counted:
        missing = max(0, _parts(history.goal.amount) - of_day)
    return missing / PARTS


@dataclass(frozen=True, slots=True)
class _Days:
    """A history day by day, from the ordinal `first` to today: amounts in PARTS, 0 where skipped,
    and 1 in `idle` where a day was skipped or away."""

    first: int
    amounts: list[int]
    idle: bytearray


def _lay_out(history: History, today: date) -> _Days:
    """The history begins with the habit, or with an entry that is older."""
    last = today.toordinal()
    happened = [(entry.on.toordinal(), entry) for entry in history.entries if entry.on <= today]
    oldest = min(happened, key=itemgetter(0))[0] if happened else last + 1
    first = min(oldest, history.schedule.start.toordinal())
    amounts = [0] * (last + 1 - first)  # none where the habit is yet to begin
    idle = bytearray(len(amounts))
    for day, entry in happened:
        if entry.is_skip:
            idle[day - first] = 1
        else:
            amounts[day - first] = round(entry.amount * PARTS)
    for span in history.away:
        begin = max(span.first.toordinal() - first, 0)
        end = max(begin, min((span.last or today).toordinal() + 1 - first, len(idle)))
        idle[begin:end] = b"\1" * (end - begin)
    return _Days(first, amounts, idle)


def _parts(amount: float) -> int:
    return round(amount * PARTS)


def _length(span: Span) -> int:
    """Days of a period, which always has an end."""
    return ((span.last or span.first) - span.first).days + 1


def _marks(history: History, amounts: Sequence[int]) -> Sequence[int]:
    """What each day brings to its period: one time, or its amount."""
    if history.goal is None:
        return [amount > 0 for amount in amounts]
    if history.is_counted:
        each = max(1, _parts(history.goal.amount))
        return [amount >= each for amount in amounts]
    return amounts


def _quota(history: History, length: int) -> int:
    """What a period of so many days asks for: no more times than it has days."""
    if history.goal is None or history.is_counted:
        return min(history.schedule.times, length)
    return _parts(history.goal.amount)


def _judged(history: History, days: _Days) -> Iterator[tuple[int, int, State, int]]:
    """Periods in order: the first day and the one after the last, counted from the history's
    first; their state; what was done."""
    size, is_limit = len(days.amounts), history.is_limit
    done = [0, *accumulate(_marks(history, days.amounts))]
    idle = [0, *accumulate(days.idle)]
    quota_of = cache(partial(_quota, history))
    for begin, end in _bounds(history, days):
        first, last = max(begin, 0), min(end, size)
        here, resting, quota = (
            done[last] - done[first],
            idle[last] - idle[first],
            quota_of(end - begin),
        )
        # days away do not lengthen a limit's streak either
        is_met = here <= quota and resting < last - first if is_limit else here >= quota
        if is_met and not (is_limit and end >= size):
            state = State.KEPT
        elif end >= size:
            state = State.OPEN
        else:
            state = State.NEUTRAL if resting or begin < 0 else State.MISSED
        yield begin, end, state, here


def _bounds(history: History, days: _Days) -> Iterable[tuple[int, int]]:
    """First days of periods and the days after their last ones, counted from the history's first:
    the first period may begin before it. Only days that count are periods of a day."""
    schedule, size = history.schedule, len(days.amounts)
    if size == 0:
        return []
    if schedule.is_daily:
        each_day = zip(range(size), range(1, size + 1), strict=True)
        return compress(each_day, cycle(_week(schedule, days)))
    if schedule.unit is Unit.MONTH:
        return _months(schedule, days)
    first = date.fromordinal(days.first)
    span = schedule.period_of(first, first_weekday=history.first_weekday)
    length = _length(span)
    return ((begin, begin + length) for begin in range((span.first - first).days, size, length))


def _week(schedule: Schedule, days: _Days) -> list[bool]:
    """Which of the first seven days count; so do those of each week after."""
    first = date.fromordinal(days.first).weekday()
    return [not schedule.weekdays or (first + day) % 7 in schedule.weekdays for day in range(7)]


def _months(schedule: Schedule, days: _Days) -> Iterator[tuple[int, int]]:
    begin = days.first
    while begin < days.first + len(days.amounts):
        span = schedule.period_of(date.fromordinal(begin))
        first = span.first.toordinal()
        begin = first + _length(span)
        yield first - days.first, begin - days.first


def _copied(history: History, days: _Days) -> Iterable[int]:
    """1 for the days that copy the score: idle ones, and for a limit those that do not count."""
    if not (history.is_limit and history.schedule.has_weekdays):
        return days.idle
    free = [not counts for counts in _week(history.schedule, days)]
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


def _window(history: History, days: _Days) -> _Window:
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
    whole = _parts(goal.amount)
    if goal.is_limit:
        return _Window(
            amounts, whole, *((1, 1.0) if schedule.has_weekdays else (length, frequency))
        )
    if schedule.times > 1 or schedule.has_weekdays:
        capped = [min(amount, whole) for amount in amounts]
        return _Window(capped, whole * times, length, frequency)
    return _Window(amounts, whole, length, frequency)


def _shares(window: _Window, *, is_limit: bool) -> Iterator[float]:
    """The share (0..1) of what its window asks that was done, as each day sees it."""
    whole = window.whole
    if is_limit:  # a goal of 0 leaves 1 or 0
        for done in window.sums():
            yield 1.0 if done <= whole else max(0, 2 * whole - done) / whole if whole else 0.0
    else:
        for done in window.sums():
            yield 1.0 if done >= whole else done / whole


def _smoothed(
    shares: Iterable[float], copied: Iterable[int], frequency: float, score: float
) -> Iterator[float]:
    keep = 0.5 ** (sqrt(frequency) / HALF_LIFE)
    gain = 1 - keep
    for share, is_copied in zip(shares, copied, strict=True):
        if not is_copied:
            score = score * keep + share * gain
        yield score
