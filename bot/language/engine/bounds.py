"""What the patterns of ranges, ends, lengths and of several days and times build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.language.engine.build import (
    NTHS,
    WEEKEND,
    end_of_week,
    every_day_of_month,
    last_day_of_month,
)
from bot.language.said import (
    AfterCompletion,
    Day,
    Every,
    Except,
    For,
    FromTo,
    Impossible,
    InMonths,
    Length,
    Part,
    Said,
    Start,
    Times,
    Until,
    WallTime,
    Window,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.language.values import DayPart


LATEST_SCORE = 6
_TIMES_A_DAY: Mapping[int, tuple[DayPart, ...]] = {
    2: ("morning", "evening"),
    3: ("morning", "afternoon", "evening"),
}


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


def bare_hours(said: Window) -> Window | None:
    """6-8 beside a day; 3-2 is a score"""
    first, last = said.first.hour, said.last.hour
    return None if said.loose and LATEST_SCORE >= first >= last else hours(said)


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
    """from oct 1 to oct 15; from the 3rd to the 5th of december"""
    lengths = [day.length for day in (first, last) if day.length]
    if any(length.minutes for length in lengths):
        return None
    if first.kind == "of-month" and last.kind == "named" and (first.day or 0) < (last.day or 0):
        first = last._replace(day=first.day)
    return FromTo(first, last)


def days_of_month(first: int, last: int) -> FromTo | None:
    """from the 1st to the 3rd"""
    days = [Day("of-month", day=day) for day in (first, last)]
    return FromTo(*days) if 0 < first < last <= 31 else None


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


def every_date(dates: Sequence[Day]) -> Every:
    """every 24/12"""
    return Every("YEARLY", dates=tuple(dates))


def every_year_nth(n: int, weekday: int, month: int) -> Every | None:
    """The first Saturday in May of each year."""
    return Every("YEARLY", weekdays=(weekday,), nth=n, months=(month,)) if n in NTHS else None


def day_of_every_month(day: int) -> Callable[[], Every]:
    """at the start of every month"""
    return lambda: Every("MONTHLY", month_days=(day,))


def one_day_of_month(day: int) -> Every | None:
    return every_day_of_month((day,)) if day > 0 else last_day_of_month() if day == -1 else None


def every_parts(names: Sequence[DayPart | Literal["midnight"]]) -> Every | None:
    """every morning and evening"""
    first, *more = dict.fromkeys(names)
    return Every("DAILY", part=first, more_parts=tuple(more)) if more else None


def times_a_day(n: int) -> Every | None:
    """twice a day: in the morning and in the evening"""
    return every_parts(_TIMES_A_DAY[n]) if n in _TIMES_A_DAY else None


def twice_a_day() -> Every | None:
    return times_a_day(2)


def thrice_a_day() -> Every | None:
    return times_a_day(3)


def is_hours(said: Said) -> bool:
    """A clock time, or a range of hours that is surely one."""
    return isinstance(said, WallTime) or (isinstance(said, Window) and not said.loose)


def is_weekday(said: Said) -> bool:
    """The coming Tuesday, not next week's."""
    return isinstance(said, Day) and said.kind == "coming" and not said.n


def weekdays_between(said: FromTo) -> Every | None:
    """from monday to thursday, as a repeat; None for other days"""
    first, last = said
    if (first.kind, last.kind) != ("coming", "coming") or first.n or last.n:
        return None
    start, end = first.weekday or 0, last.weekday or 0
    days = tuple((start + k) % 7 for k in range((end - start) % 7 + 1))
    return Every("WEEKLY", weekdays=days, listed=True)
