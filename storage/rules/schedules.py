"""How often a habit is to be kept, in which amount, and which days and periods that makes.

Days are a person's own: they turn at an hour of theirs (`habit_day`), so 01:30 may belong to
yesterday. A period is what the habit is counted by: a day, so many days, a week, a month.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from operator import index
from typing import Any
from zoneinfo import ZoneInfo

REMINDERS_LIMIT = 20  # a day
LONGEST_INTERVAL = 366  # days
EARLIEST_START = date(1970, 1, 1)  # every day since the start is walked
MONTH = 30  # days of a month where only its length counts (Loop Habit Tracker's)
EVERY_WEEKDAY = frozenset(range(7))


class Unit(StrEnum):
    """What a habit is counted by."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Direction(StrEnum):
    """Whether an amount is to be reached or not to be passed."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class BrokenSchedule(ValueError):
    """A kept schedule that says nothing."""


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days from `first` to `last`, both inclusive; `last` None for an open end."""

    first: date
    last: date | None = None

    def __contains__(self, on: object) -> bool:
        return isinstance(on, date) and self.first <= on and (self.last is None or on <= self.last)


@dataclass(frozen=True, slots=True)
class Goal:
    """The amount of a measured habit: so much each time that it is done, or, where a period has
    one time only, in the whole period. Habits without one are yes or no."""

    amount: float
    unit: str = ""
    direction: Direction = Direction.AT_LEAST

    @property
    def is_limit(self) -> bool:
        return self.direction is Direction.AT_MOST


@dataclass(frozen=True, slots=True)
class Schedule:
    """So many `times` in each period: a week or month of the calendar, or `interval` days.

    `weekdays` (Monday 0, only with days) are the days that count, none for every day. Blocks of
    several days are counted from `start`, which is also the first day that the habit asks for.
    `reminders` are local times.

    daily: `Schedule(start)`; Monday and Friday: `weekdays={0, 4}`; every third day: `interval=3`;
    three times a week: `unit=Unit.WEEK, times=3`.
    """

    start: date
    unit: Unit = Unit.DAY
    interval: int = 1
    times: int = 1
    weekdays: frozenset[int] = frozenset()
    reminders: tuple[time, ...] = ()

    @property
    def is_daily(self) -> bool:
        """Whether a period is one day, though not every day may count."""
        return self.unit is Unit.DAY and self.interval == 1

    @property
    def has_weekdays(self) -> bool:
        """Whether only some days of the week count."""
        return bool(self.weekdays) and self.weekdays != EVERY_WEEKDAY

    def asks(self, on: date) -> bool:
        """Whether the habit asks for anything on this day, if nothing was done yet."""
        return self.start <= on and self.counts(on)

    def counts(self, on: date) -> bool:
        """Whether the habit asks for anything on this day of the week."""
        return not self.weekdays or on.weekday() in self.weekdays

    def period_of(self, on: date, *, first_weekday: int = 0) -> Span:
        """The period that holds a day, one before `start` too. Weeks begin on `first_weekday`."""
        if self.unit is Unit.WEEK:
            first = on - timedelta(days=(on.weekday() - first_weekday) % 7)
            return Span(first, first + timedelta(days=6))
        if self.unit is Unit.MONTH:
            first = on.replace(day=1)
            return Span(first, on.replace(day=monthrange(on.year, on.month)[1]))
        first = on - timedelta(days=(on - self.start).days % self.interval)
        return Span(first, first + timedelta(days=self.interval - 1))

    @property
    def window(self) -> tuple[int, int]:
        """Times and days: Loop's frequency, for the score. Days of the week make a week."""
        if self.unit is Unit.WEEK:
            return self.times, 7
        if self.unit is Unit.MONTH:
            return min(self.times, MONTH), MONTH
        if self.has_weekdays:
            return len(self.weekdays), 7
        return self.times, self.interval

    def to_json(self) -> dict[str, Any]:
        """As the row keeps it."""
        return {
            "start": self.start.isoformat(),
            "unit": self.unit.value,
            "interval": self.interval,
            "times": self.times,
            "weekdays": sorted(self.weekdays),
            "reminders": [f"{at:%H:%M}" for at in self.reminders],
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Schedule:
        """Raises BrokenSchedule."""
        try:
            schedule = cls(
                start=date.fromisoformat(kept["start"]),
                unit=Unit(kept["unit"]),
                interval=index(kept["interval"]),
                times=index(kept["times"]),
                weekdays=frozenset(index(day) for day in kept["weekdays"]),
                reminders=tuple(time.fromisoformat(at) for at in kept["reminders"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise BrokenSchedule(repr(error)) from None
        if not schedule.is_sound:
            raise BrokenSchedule(repr(kept))
        return schedule

    @property
    def is_sound(self) -> bool:
        """Whether the schedule can be kept: times and days within what a period holds, a start
        that leaves a history to be walked, reminders at whole minutes."""
        days = {Unit.DAY: self.interval, Unit.WEEK: 7, Unit.MONTH: 31}[self.unit]
        return (
            self.start >= EARLIEST_START
            and 1 <= self.interval <= LONGEST_INTERVAL
            and (self.unit is Unit.DAY or self.interval == 1)
            and 1 <= self.times <= days
            and self.weekdays <= EVERY_WEEKDAY
            and (not self.weekdays or self.is_daily)
            and len(self.reminders) <= REMINDERS_LIMIT
            and all(at == time(at.hour, at.minute) for at in self.reminders)
        )


def habit_day(at: datetime, zone: str, *, turn: time) -> date:
    """The day that a moment belongs to where days turn at the local time `turn`.

    A day turns once: when clocks go back over `turn`, it is not yesterday again. A zone that
    leaves out a whole day (Pacific/Apia, 30 December 2011) leaves out the day of a midnight turn.
    """
    local = at.astimezone(ZoneInfo(zone))
    day = local.date() - timedelta(days=local.time() < turn)
    if not local.fold:
        return day
    turned = datetime.combine(day + timedelta(days=1), turn.replace(fold=0), ZoneInfo(zone))
    return day + timedelta(days=turned.astimezone(UTC) <= at.astimezone(UTC))


def paused(spans: Sequence[Span], today: date, until: date | None) -> tuple[Span, ...]:
    """The spans with one from today on; what was to come before is replaced by it."""
    return (*resumed(spans, today), Span(today, until))


def resumed(spans: Sequence[Span], today: date) -> tuple[Span, ...]:
    """The spans, ended before today."""
    yesterday = today - timedelta(days=1)
    return tuple(
        span if span.last is not None and span.last < today else Span(span.first, yesterday)
        for span in spans
        if span.first < today
    )


def spans_to_json(spans: Sequence[Span]) -> list[list[str | None]]:
    return [
        [span.first.isoformat(), span.last.isoformat() if span.last else None] for span in spans
    ]


def spans_from_json(kept: object) -> tuple[Span, ...]:
    """The spans of whole days that a row keeps; what is broken is left out."""
    read = (_span(pair) for pair in kept) if isinstance(kept, list) else ()
    return tuple(span for span in read if span is not None)


def _span(pair: object) -> Span | None:
    match pair:
        case [str(first), str() | None as last]:
            try:
                return Span(date.fromisoformat(first), date.fromisoformat(last) if last else None)
            except ValueError:
                return None
        case _:
            return None
