"""How often a habit asks for something, in which amount, and which periods that gives.

A person's days begin at a time that they choose (`habit_day`), so 01:30 may belong to yesterday.
A period is the unit in which a habit is counted: a day, several days, a week, a month.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from operator import index
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

REMINDERS_LIMIT = 20  # a day
LONGEST_INTERVAL = 366  # days
EARLIEST_START = date(1970, 1, 1)  # the score is computed for every day since the start
MONTH = 30  # days of a month where only its length counts (Loop Habit Tracker's)
EVERY_WEEKDAY = frozenset(range(7))


class Unit(StrEnum):
    """The unit of a habit's period."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Direction(StrEnum):
    """Whether an amount is a minimum or a maximum."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class BrokenSchedule(ValueError):
    """Stored JSON that is no schedule."""


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days from `first` to `last`, both inclusive; `last` None for an open end."""

    first: date
    last: date | None = None

    def __contains__(self, on: object) -> bool:
        return isinstance(on, date) and self.first <= on and (self.last is None or on <= self.last)


@dataclass(frozen=True, slots=True)
class Goal:
    """The amount of a measured habit, in `unit`. Habits without a goal are yes or no.

    It is the amount of each time that the habit is done, or, where a period has one time only,
    of the whole period.
    """

    amount: float
    unit: str = ""
    direction: Direction = Direction.AT_LEAST

    @property
    def is_limit(self) -> bool:
        return self.direction is Direction.AT_MOST


@dataclass(frozen=True, slots=True)
class Schedule:
    """`times` in each period: a week or a month of the calendar, or `interval` days.

    `weekdays` (Monday 0, only with a unit of days) are the days that count; an empty set means
    every day. Periods of several days are counted from `start`, which is also the first day that
    the habit asks for. `reminders` are local times.

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
        """Whether a period is one day. Not every day has to count."""
        return self.unit is Unit.DAY and self.interval == 1

    @property
    def has_weekdays(self) -> bool:
        """Whether only some days of the week count."""
        return bool(self.weekdays) and self.weekdays != EVERY_WEEKDAY

    def asks(self, on: date) -> bool:
        """Whether the habit asks for something on this day when nothing was done yet."""
        return self.start <= on and self.counts(on)

    def counts(self, on: date) -> bool:
        """Whether this day of the week counts."""
        return not self.weekdays or on.weekday() in self.weekdays

    def period_of(self, on: date, *, first_weekday: int = 0) -> Span:
        """The period that contains a day, which may be before `start`.

        Weeks begin on `first_weekday` (Monday 0).
        """
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
        """Times and days: the frequency of Loop Habit Tracker's score.

        A schedule of chosen weekdays has a window of one week.
        """
        if self.unit is Unit.WEEK:
            return self.times, 7
        if self.unit is Unit.MONTH:
            return min(self.times, MONTH), MONTH
        if self.has_weekdays:
            return len(self.weekdays), 7
        return self.times, self.interval

    def to_json(self) -> dict[str, Any]:
        """The JSON of `Habit.recurring_schedule`."""
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
        """The inverse of `to_json`. Raises BrokenSchedule."""
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
        """Whether the values are within their limits: no more times than a period has days, a
        start that is not too long ago, reminders at whole minutes."""
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
    """The day that a moment belongs to when days begin at the local time `turn`.

    A day begins once: when clocks go back over `turn`, it does not become yesterday again. A zone
    that skips a whole day (Pacific/Apia, 30 December 2011) skips that day here too if `turn` is
    midnight.
    """
    local = at.astimezone(ZoneInfo(zone))
    day = local.date() - timedelta(days=local.time() < turn)
    if not local.fold:
        return day
    turned = datetime.combine(day + timedelta(days=1), turn.replace(fold=0), ZoneInfo(zone))
    return day + timedelta(days=turned.astimezone(UTC) <= at.astimezone(UTC))


def paused(spans: Sequence[Span], today: date, until: date | None) -> tuple[Span, ...]:
    """The spans with a new one from today until a day; it replaces spans that were yet to come."""
    return (*resumed(spans, today), Span(today, until))


def resumed(spans: Sequence[Span], today: date) -> tuple[Span, ...]:
    """The spans, cut so that none contains today or a later day."""
    yesterday = today - timedelta(days=1)
    return tuple(
        span if span.last is not None and span.last < today else Span(span.first, yesterday)
        for span in spans
        if span.first < today
    )


def spans_to_json(spans: Sequence[Span]) -> list[list[str | None]]:
    """Pairs of first and last day, ISO 8601; None for an open end."""
    return [
        [span.first.isoformat(), span.last.isoformat() if span.last else None] for span in spans
    ]


def spans_from_json(kept: object) -> tuple[Span, ...]:
    """The inverse of `spans_to_json`; broken pairs are left out."""
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


def away_of(settings: Mapping[str, Any]) -> tuple[Span, ...]:
    """A person's days away, from their settings."""
    return spans_from_json(settings.get("away"))
