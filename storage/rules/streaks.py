"""The streaks of a habit, its periods, and the progress of one period."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from itertools import accumulate, compress, cycle

from storage.rules.histories import PARTS, Entry, History, Timeline, parts
from storage.rules.schedules import Span, Unit


@dataclass(frozen=True, slots=True)
class Streaks:
    """How many periods in a row were kept: the `current` streak and the `best` one.

    `kept` of `judged` periods were kept. Neutral periods are not judged, nor is the open one
    unless it is kept already. Source: the streak of Loop Habit Tracker, with the habit's own
    period as the unit.
    """

    current: int
    best: int
    kept: int
    judged: int

    @property
    def share(self) -> float | None:
        """The share of periods that were kept, 0..1; None while none is judged."""
        return self.kept / self.judged if self.judged else None


class State(StrEnum):
    """The result of a period. A neutral one neither breaks nor lengthens a streak."""

    KEPT = "kept"
    MISSED = "missed"
    NEUTRAL = "neutral"
    OPEN = "open"


_KEPT, _MISSED = (
    State.KEPT,
    State.MISSED,
)  # looking up a member of an enumeration is slow in Python 3.11


@dataclass(frozen=True, slots=True)
class Period:
    """A whole period, even if the history begins inside it. `amount` is as in Progress.done."""

    span: Span
    state: State
    amount: float


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of the period `span` at the end of a day; later entries are ignored.

    `done` of `target` counts the days on which the habit was done, or, if the goal is for the
    whole period, it is the amount. `of_day` is the day's own amount. `rest` is what is missing:
    in the unit of `done`; for a goal of each time, the amount that the day misses; for a limit,
    the amount that is left. It is 0.0 when nothing is missing.

    is_kept: the period's quota is met, or its limit is not exceeded so far.
    is_done: the habit was done on this day. With a goal for the whole period, that is a day with
        an amount in a period that is kept; with a limit, a day with an entry.
    is_due: the day still asks for it. A limit asks until the day has an entry.
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


def streaks(history: History, *, today: date) -> Streaks:
    """How many periods in a row were kept up to today; entries of later days are ignored."""
    days = history.until(today)
    states = _states(history, _periods(history, days), len(days.amounts))
    current = best = 0
    for state in states:
        if state is _KEPT:
            current += 1
        elif state is _MISSED:
            best = max(best, current)
            current = 0
    kept = states.count(_KEPT)
    return Streaks(current, max(best, current), kept, kept + states.count(_MISSED))


def current_streak(history: History, *, today: date, since: date | None = None) -> tuple[int, bool]:
    """How many periods in a row were kept up to today, and whether that is known for sure.

    With entries from `since` on only, it is known if a period was missed after that; otherwise it
    is at least as long. Most streaks are short, so the newest days are looked at first.
    """
    for length in (LATELY, None):
        first = since if length is None else _later(today - length, since)
        current, is_known = _current(history, today, first)
        if is_known:
            break
    return current, is_known


LATELY = timedelta(days=40)


def _later(day: date, other: date | None) -> date:
    return day if other is None else max(day, other)


def _current(history: History, today: date, first: date | None) -> tuple[int, bool]:
    """The periods kept in a row of the days from `first` on, and whether more days could not
    change that."""
    days = history.until(today, since=first)
    found = _periods(history, days)
    states = _states(history, found, len(days.amounts))
    current = 0
    for state in reversed(states):
        if state is _KEPT:
            current += 1
        elif state is _MISSED:
            return current, True
    return current, first is None or days.first > first.toordinal()


def periods(history: History, *, today: date) -> list[Period]:
    """Every period from the first day's to today's; single days only if they count."""
    days = history.until(today)
    found = _periods(history, days)
    states = _states(history, found, len(days.amounts))
    unit = 1 if history.is_counted else PARTS
    listed = zip(found.starts, found.lengths, states, found.done, strict=True)
    return [
        Period(_span(days.first + start, length), state, done / unit)
        for start, length, state, done in listed
    ]


def _span(first: int, length: int) -> Span:
    return Span(date.fromordinal(first), date.fromordinal(first + length - 1))


def progress(history: History, *, on: date) -> Progress:
    """What a day shows on the board, and whether a reminder should come on it."""
    span = history.period_of(on)
    held = {entry.on: entry for entry in history.entries if span.first <= entry.on <= on}
    amounts = [parts(entry.amount) for entry in held.values() if not entry.is_skip]
    done, target = sum(history.marks(amounts)), history.quota(_length(span))
    entry, is_kept = held.get(on), done <= target if history.is_limit else done >= target
    is_skipped = entry is not None and entry.is_skip
    of_day = parts(entry.amount) if entry is not None and not is_skipped else 0
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
        return any(history.marks([of_day]))
    return of_day > 0 and is_kept


def _rest(history: History, missing: int, of_day: int) -> float:
    if missing <= 0:
        return 0.0
    if history.goal is None:
        return float(missing)
    if history.is_counted:
        missing = max(0, parts(history.goal.amount) - of_day)
    return missing / PARTS


def _length(span: Span) -> int:
    """Days of a period, which always has an end."""
    return ((span.last or span.first) - span.first).days + 1


@dataclass(frozen=True, slots=True)
class _Periods:
    """Periods in order, as columns of equal length.

    `starts` are their first days, counted from the history's first day; `lengths` are in days.
    `days`, `idle` and `done` are of the part inside the history: its days, how many of them are
    idle, and what was done.
    """

    starts: list[int]
    lengths: list[int]
    days: list[int]
    idle: list[int]
    done: list[int]


def _periods(history: History, days: Timeline) -> _Periods:
    """The first period may begin before the history, the last may end after it."""
    marks, size = history.marks(days.amounts), len(days.amounts)
    if history.schedule.is_daily:
        week = days.week(history.schedule)
        starts, idle, done = (
            list(compress(values, cycle(week))) for values in (range(size), days.idle, marks)
        )
        ones = [1] * len(starts)
        return _Periods(starts, ones, ones, idle, done)
    starts, lengths = _starts(history, days)
    inside = [
        (max(at, 0), min(at + length, size)) for at, length in zip(starts, lengths, strict=True)
    ]
    sums = ([0, *accumulate(values)] for values in (days.idle, marks))
    idle, done = ([total[end] - total[begin] for begin, end in inside] for total in sums)
    return _Periods(starts, lengths, [end - begin for begin, end in inside], idle, done)


def _starts(history: History, days: Timeline) -> tuple[list[int], list[int]]:
    """First days and lengths of periods of several days; none before the habit begins."""
    if not days.amounts:
        return [], []
    if history.schedule.unit is Unit.MONTH:
        return _months(days)
    first = date.fromordinal(days.first)
    span = history.period_of(first)
    length = _length(span)
    starts = list(range((span.first - first).days, len(days.amounts), length))
    return starts, [length] * len(starts)


def _months(days: Timeline) -> tuple[list[int], list[int]]:
    month = date.fromordinal(days.first).replace(day=1)
    starts, lengths = [], []
    while (at := month.toordinal() - days.first) < len(days.amounts):
        length = monthrange(month.year, month.month)[1]
        starts.append(at)
        lengths.append(length)
        month += timedelta(days=length)
    return starts, lengths


def _states(history: History, periods: _Periods, size: int) -> list[State]:
    """The result of each period of a history of `size` days."""
    kept, missed, neutral = _KEPT, _MISSED, State.NEUTRAL
    quotas = map(cache(history.quota), periods.lengths)
    if history.is_limit:  # days away do not lengthen the streak of a limit either
        judged = zip(periods.done, quotas, periods.idle, periods.days, strict=True)
        met = [done <= quota and idle < days for done, quota, idle, days in judged]
    else:
        met = [done >= quota for done, quota in zip(periods.done, quotas, strict=True)]
    states = [
        kept if is_met else neutral if idle else missed
        for is_met, idle in zip(met, periods.idle, strict=True)
    ]
    if states and states[0] is missed and periods.starts[0] < 0:
        states[0] = neutral
    is_open = bool(states) and periods.starts[-1] + periods.lengths[-1] >= size
    if is_open and (history.is_limit or states[-1] is not kept):
        states[-1] = State.OPEN
    return states
