"""What the patterns of ranges, ends and lengths build: from when, until when, how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.language.engine.build import WEEKEND, end_of_week
from bot.language.said import (
    AfterCompletion,
    Day,
    Except,
    For,
    FromTo,
    Impossible,
    InMonths,
    Length,
    Part,
    Start,
    Times,
    Until,
    WallTime,
    Window,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.language.values import DayPart


def excluding_weekend() -> Except:
    return Except(WEEKEND)


def excluding(days: Sequence[int]) -> Except:
    return Except(tuple(days))


def window(first: WallTime | Impossible, last: WallTime | Impossible) -> Window | None:
    """The hours of a repeat."""
    if isinstance(first, Impossible) or isinstance(last, Impossible):
        return None
    return Window(first, last, loose=True)


def hours_between(first: WallTime, last: WallTime) -> Window:
    """between 9 and 10"""
    return Window(first, last)


def hours(said: Window) -> Window:
    """From when to when."""
    return said._replace(loose=False)


def marked_hours(said: Window) -> Window | None:
    """6-8 pm, but not 6-8: one end at least is a clock time."""
    return None if said.loose else said


def lasting(length: Length) -> For | None:
    """1h beside a clock time; a number of days is none"""
    hours_only = length.minutes and not (length.days or length.months)
    return For(length) if hours_only and length.minutes <= 24 * 60 else None


def in_months(months: Sequence[int]) -> InMonths:
    return InMonths(tuple(months))


def from_day(day: Day) -> Start:
    return Start(day)


def until_clock(clock: WallTime | Impossible) -> Until | None:
    """every hour until 18:00: today at 18:00, or tomorrow once that has passed"""
    return None if isinstance(clock, Impossible) else Until(Day("tonight"), clock)


def until_day(day: Day, clock: WallTime | Impossible | None = None) -> Until | None:
    return None if isinstance(clock, Impossible) else Until(day, clock)


def until_part(part: Part) -> Until:
    """until tonight, until noon"""
    return Until(Day("tonight"), part=part)


def until(name: DayPart | Literal["midnight"]) -> Callable[[], Until]:
    return lambda: until_part(Part(name))


def until_end_of_week() -> Until:
    return until_part(end_of_week())


def until_day_part(day: Day, part: Part) -> Until | None:
    """until friday evening"""
    return None if part.weekly else Until(day, part=part)


def until_part_of_day(part: Part, day: Day) -> Until | None:
    """until noon tomorrow"""
    return until_day_part(day, part)


def until_month(month: int, year: int | None = None) -> Until:
    """until november: to the day before it"""
    return Until(Day("named-part", 0, month=month, year=year))


def period(first: Day, last: Day) -> FromTo | None:
    """from oct 1 to oct 15"""
    lengths = [day.length for day in (first, last) if day.length]
    return None if any(length.minutes for length in lengths) else FromTo(first, last)


def some_days(said: FromTo) -> FromTo:
    """13-15 october"""
    return said


def for_length(length: Length) -> For:
    return For(length)


def within_length(length: Length) -> For:
    return For(length, within=True)


def for_days(length: Length) -> For | None:
    """every day 10 days"""
    return None if length.minutes or length.days + length.months < 2 else For(length)


def times(n: int) -> Times | None:
    return Times(n) if 0 < n <= 1000 else None


after_completion = AfterCompletion
