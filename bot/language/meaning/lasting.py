"""How long something lasts: 6-8 pm, at 10 for 2 hours, 13-15 october."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.language.meaning.calendar import add_months, clock_times, find_day, in_part
from bot.language.said import Day, Part, WallTime, Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.engine.choose import Chosen
    from bot.language.meaning.calendar import WrittenAt

DAY = 24 * 60  # minutes
NOON = 12
LONGEST = 366  # days


def start_of(hours: Window, part: Part | None = None) -> WallTime:
    """When a range of hours begins.

    A bare hour is the nearest one before a sure end: 6-8 pm is 18:00, 11-1 pm is 11:00. Between
    two bare ones it is read as alone (from 2 to 4 is 14:00), or in the part of the day beside it.
    """
    first, last = hours.first, hours.last
    if first.half != "bare":
        return first
    if last.half == "bare":
        return in_part(first, part) if part and first.hour <= NOON else first
    end = _minute(last)
    minute = min(_readings(first), key=lambda start: _between(start, end))
    return WallTime(*divmod(minute, 60))


def minutes_of(hours: Window, part: Part | None = None) -> int:
    """How many minutes a range of hours lasts, up to a day."""
    start = _minute(start_of(hours, part))
    return min(_between(start, end) for end in _readings(hours.last))


def duration_of(chosen: Chosen, on: date | None, moment: WrittenAt) -> timedelta | None:
    """How long what begins on a day lasts; None where nothing is said of it."""
    if chosen.last is not None and on is not None:
        return _days(chosen.last, on, moment)
    if chosen.hours is not None:
        return timedelta(minutes=minutes_of(chosen.hours, chosen.part))
    if chosen.lasts is not None:
        return timedelta(minutes=chosen.lasts.minutes)
    return None


def hours_of_another_length(chosen: Chosen) -> list[Window]:
    """Of ranges of hours per weekday those that last longer or shorter than the first time: a
    task has one length. All of them, where the first is a clock time."""
    times = [each for _, clocks in chosen.groups for each in clocks]
    ranges = [each for each in times if isinstance(each, Window)]
    if not ranges:
        return []
    first = minutes_of(ranges[0], chosen.part) if times[0] is ranges[0] else 0
    return [each for each in ranges if minutes_of(each, chosen.part) != first]


def _days(last: Day, on: date, moment: WrittenAt) -> timedelta | None:
    """From a day to the last one, both included."""
    found = find_day(last, moment).on
    if found is None:
        return None
    if found < on and last.kind == "coming":
        found += timedelta(days=7)
    while found < on and last.year is None:
        found = add_months(found, 12)
    days = (found - on).days + 1
    return timedelta(days=days) if 0 < days <= LONGEST else None


def _readings(clock: WallTime) -> Sequence[int]:
    if clock.half != "bare" or clock.hour > 12 or clock.part is not None:
        return (_minute(clock),)
    return (clock.hour % 24 * 60 + clock.minute, (clock.hour + 12) % 24 * 60 + clock.minute)


def _minute(clock: WallTime) -> int:
    at = clock_times(clock)[0]
    return at.hour * 60 + at.minute


def _between(start: int, end: int) -> int:
    return (end - start - 1) % DAY + 1
