"""The moments of one `Rule`, found near any moment without counting up to it from the start.

dateutil's rrule iterates from DTSTART and, for a rule that never occurs, up to the year 9999. A
reminder after years of absence needs arithmetic instead, and a hostile rule needs an end.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from heapq import heappop, heappush
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from storage.rules.rrule import Rule

_DAY = timedelta(days=1)
# A rule without an occurrence for this long counts as having none. The rarest rule that people
# mean is 29 February on a given weekday: 40 years apart across 2100. Hourly and minutely rules are
# searched day by day, so they get less.
_PATIENCE_DAYS = 50 * 366
_PATIENCE_DAYS_OF_CLOCK = 10 * 366
_UNCOUNTED = 10**12  # more steps than minutes in the calendar
_DAYS_OF_PERIOD = {"YEARLY": 366, "MONTHLY": 31, "WEEKLY": 7}
# Moments near the ends of the calendar cannot be moved between zones.
_FIRST_MOMENT, _LAST_DAY = datetime(2, 1, 1, tzinfo=UTC), date(9800, 1, 1)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An occurrence: its aware UTC moment and the wall time that the rule asked for."""

    at: datetime
    wall: datetime


def moments(rule: Rule, *, start: datetime, zone: tzinfo, after: datetime) -> Iterator[Moment]:
    """The occurrences strictly after an aware UTC moment, in order.

    `start` is DTSTART as a naive wall time in `zone`. Hours and minutes without BYHOUR, BYMINUTE
    or BYSETPOS count elapsed time, so that "every 12 hours" stays 12 hours when the clock
    changes; everything else keeps the wall time. Two wall times that a clock change joins are
    the same moment twice. COUNT counts from `start`, what has passed included.
    """
    if start.year < 2 or start.date() >= _LAST_DAY or after.date() >= _LAST_DAY:
        return
    after = max(after, _FIRST_MOMENT)
    if rule.is_elapsed:
        yield from _elapsed(rule, start, zone, after)
        return
    walls = _walls(rule, start, zone, _earliest_wall(after, zone))
    yield from (found for found in _in_order(walls, zone) if found.at > after)


def _utc(wall: datetime, zone: tzinfo) -> datetime:
    return wall.replace(tzinfo=zone).astimezone(UTC)


def _local(at: datetime, zone: tzinfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None)


def _earliest_wall(after: datetime, zone: tzinfo) -> datetime:
    """The first wall time whose moment can be after `after`.

    If the clock went forward in the day before, wall times inside the gap come after it.
    """
    return min(_local(after, zone), _local(after - _DAY, zone) + _DAY).replace(fold=0)


def _in_order(walls: Iterator[datetime], zone: tzinfo) -> Iterator[Moment]:
    """Wall times as moments in order.

    A wall time in a gap moves behind later ones: it is held back until no earlier one can come.
    """
    waiting: list[Moment] = []
    for wall in walls:
        at = _utc(wall, zone)
        heappush(waiting, Moment(at, wall))
        bound = min(at, _utc(wall.replace(fold=1), zone))
        while waiting and waiting[0].at <= bound:
            yield heappop(waiting)
    yield from sorted(waiting)


def _end(rule: Rule, zone: tzinfo) -> datetime | None:
    """UNTIL as the last wall time that may occur."""
    if not isinstance(rule.until, datetime):
        return datetime.combine(rule.until, time.max) if rule.until else None
    return _local(rule.until, zone) if rule.until.tzinfo else rule.until


def _walls(rule: Rule, start: datetime, zone: tzinfo, lower: datetime) -> Iterator[datetime]:
    """The naive wall times of a rule, the first at or after `lower`, increasing."""
    rule = _filled(rule, start.date())
    end = _end(rule, zone)
    period, left = _first_period(rule, start, lower)
    empty, patience = 0, _patience(rule)
    while empty <= patience and (left is None or left > 0):
        if period > _period_of(rule, _LAST_DAY):
            return
        found = [wall for wall in _walls_of_period(rule, start, period) if wall >= start]
        for wall in found[:left]:
            if end is not None and wall > end:
                return
            if wall >= lower:
                yield wall
        left = None if left is None else left - len(found)
        empty = 0 if found else empty + 1
        period += _steps(rule)


@lru_cache(maxsize=1024)
def _filled(rule: Rule, start: date) -> Rule:
    return rule.filled(start)


def _patience(rule: Rule) -> int:
    """How many periods in a row may be empty."""
    days = _PATIENCE_DAYS_OF_CLOCK if rule.is_sub_daily else _PATIENCE_DAYS
    return max(2, days // (_days_of_period(rule) * _steps(rule)))


def _days_of_period(rule: Rule) -> int:
    return _DAYS_OF_PERIOD.get(rule.freq, 1)


def _steps(rule: Rule) -> int:
    """How many periods to advance; hourly and minutely rules advance day by day."""
    return 1 if rule.is_sub_daily else rule.interval


def _period_of(rule: Rule, day: date) -> int:
    """The number of the period that contains a date: its year, month, week or day.

    Hourly and minutely rules have days as periods.
    """
    if rule.freq == "YEARLY":
        return day.year
    if rule.freq == "MONTHLY":
        return day.year * 12 + day.month - 1
    if rule.freq == "WEEKLY":
        return (day.toordinal() - 1 - rule.week_start) // 7
    return day.toordinal()


def _first_period(rule: Rule, start: datetime, lower: datetime) -> tuple[int, int | None]:
    """The period to begin with, and how many occurrences COUNT leaves for it and later ones."""
    first = _period_of(rule, start.date())
    steps = max(0, (_period_of(rule, lower.date()) - first) // _steps(rule))
    period = first + steps * _steps(rule)
    if rule.count is None:
        return period, None
    if steps < 2 or not _is_uniform(rule):
        return first, rule.count
    begun = sum(wall >= start for wall in _walls_of_period(rule, start, first))
    each = len(_walls_of_period(rule, start, first + _steps(rule)))
    return period, rule.count - begun - (steps - 1) * each


def _is_uniform(rule: Rule) -> bool:
    """Whether every period after the first has the same number of occurrences."""
    if rule.freq == "DAILY":
        return not (rule.by_month or rule.names_days)
    return rule.freq == "WEEKLY" and not rule.by_month


def _walls_of_period(rule: Rule, start: datetime, period: int) -> list[datetime]:
    """The wall times of one period, sorted, including those before `start`."""
    days = [day for day in _days(rule, period) if is_day(rule, day)]
    if rule.is_sub_daily:
        return [wall for day in days for wall in _walls_of_day(rule, start, day)]
    clock = [start.time().replace(hour=h, minute=m) for h, m in _clock(rule, start)]
    return _positions(rule, [datetime.combine(day, at) for day in days for at in clock])


def _clock(rule: Rule, start: datetime) -> list[tuple[int, int]]:
    hours = rule.by_hour or (start.hour,)
    minutes = rule.by_minute or (start.minute,)
    return [(hour, minute) for hour in hours for minute in minutes]


def _positions(rule: Rule, walls: Sequence[datetime]) -> list[datetime]:
    if not rule.by_set_pos:
        return list(walls)
    places = (n - 1 if n > 0 else n + len(walls) for n in rule.by_set_pos)
    return [walls[place] for place in sorted(set(places)) if 0 <= place < len(walls)]


def _walls_of_day(rule: Rule, start: datetime, day: date) -> list[datetime]:
    """The wall times of an hourly or minutely rule with BYHOUR, BYMINUTE or BYSETPOS on one day."""
    midnight = datetime.combine(day, start.time().replace(hour=0, minute=0))
    passed = (midnight - start) // timedelta(minutes=1)
    hours = rule.by_hour or range(24)
    if rule.freq == "HOURLY":
        passed = (passed + start.minute) // 60
        full = [hour for hour in hours if (passed + hour) % rule.interval == 0]
        groups = [[(hour, minute) for minute in rule.by_minute or (start.minute,)] for hour in full]
    else:
        stops = [(hour, minute) for hour in hours for minute in rule.by_minute or range(60)]
        groups = [[(h, m)] for h, m in stops if (passed + h * 60 + m) % rule.interval == 0]
    return [
        wall
        for group in groups
        for wall in _positions(rule, [midnight.replace(hour=h, minute=m) for h, m in group])
    ]


def _days(rule: Rule, period: int) -> list[date]:
    """The days of a period that the rule may mean, sorted."""
    if rule.freq == "YEARLY":
        months = rule.by_month or range(1, 13)
        return [day for month in months for day in _days_of_month(rule, period, month)]
    if rule.freq == "MONTHLY":
        return _days_of_month(rule, period // 12, period % 12 + 1)
    if rule.freq == "WEEKLY":
        monday = period * 7 + 1 + rule.week_start
        return [date.fromordinal(monday + n) for n in range(7)]
    return [date.fromordinal(period)]


def _days_of_month(rule: Rule, year: int, month: int) -> list[date]:
    first_weekday, last = monthrange(year, month)
    if rule.by_month_day:
        numbers = {number if number > 0 else last + 1 + number for number in rule.by_month_day}
    else:
        weekdays = {weekday for _, weekday in rule.by_day} or range(7)
        firsts = [1 + (weekday - first_weekday) % 7 for weekday in weekdays]
        numbers = {number for first in firsts for number in range(first, last + 1, 7)}
    return [date(year, month, number) for number in sorted(numbers) if 1 <= number <= last]


def is_day(rule: Rule, day: date) -> bool:
    """Whether a rule's BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO and BYDAY allow a day."""
    return (
        (not rule.by_month or day.month in rule.by_month)
        and (not rule.by_day or _is_weekday(rule, day))
        and (not rule.by_month_day or _is_month_day(rule, day))
        and (not rule.by_year_day or _is_year_day(rule, day))
        and (not rule.by_week_no or _is_week(rule, day))
    )


def _is_month_day(rule: Rule, day: date) -> bool:
    if day.day in rule.by_month_day:
        return True
    return day.day - monthrange(day.year, day.month)[1] - 1 in rule.by_month_day


def _is_year_day(rule: Rule, day: date) -> bool:
    place, length = _place_in_year(day)
    return place in rule.by_year_day or place - length - 1 in rule.by_year_day


def _place_in_year(day: date) -> tuple[int, int]:
    place = day.toordinal() - date(day.year, 1, 1).toordinal() + 1
    return place, 366 if monthrange(day.year, 2)[1] == 29 else 365


def _is_weekday(rule: Rule, day: date) -> bool:
    weekday = day.weekday()
    numbers = [n for n, each in rule.by_day if each == weekday]
    if not numbers or 0 in numbers:
        return bool(numbers)
    # RFC 5545: the n-th weekday of the month, in a YEARLY rule without BYMONTH of the year.
    if rule.freq == "YEARLY" and not rule.by_month:
        place, length = _place_in_year(day)
    else:
        place, length = day.day, monthrange(day.year, day.month)[1]
    return (place - 1) // 7 + 1 in numbers or -((length - place) // 7 + 1) in numbers


def _is_week(rule: Rule, day: date) -> bool:
    """A week belongs to the year that has most of its days (ISO 8601, with any first weekday)."""
    week_start = day.toordinal() - (day.weekday() - rule.week_start) % 7
    middle = date.fromordinal(week_start + 3)
    place, length = _place_in_year(middle)
    number = (place - 1) // 7 + 1
    weeks = number + (length - place) // 7
    return number in rule.by_week_no or number - weeks - 1 in rule.by_week_no


def _elapsed(rule: Rule, start: datetime, zone: tzinfo, after: datetime) -> Iterator[Moment]:
    """Hours or minutes of elapsed time from `start`, on the local days that the rule allows."""
    step = timedelta(**{"hours" if rule.freq == "HOURLY" else "minutes": rule.interval})
    first, end = _utc(start, zone), _end_moment(rule, zone)
    steps: Iterable[int]
    if rule.by_month or rule.names_days:
        steps = _steps_on_days(rule, first, step, zone, after)
    else:
        k = max(0, (after - first) // step + 1)
        steps = count(k) if rule.count is None else range(k, rule.count)
    for k in steps:
        at = first + k * step
        if at > end:
            return
        yield Moment(at, _local(at, zone))


def _steps_on_days(
    rule: Rule, first: datetime, step: timedelta, zone: tzinfo, after: datetime
) -> Iterator[int]:
    """The steps after a moment that fall on days that the rule allows, day by day."""
    # COUNT has to count from the start; otherwise the first step follows from `after`.
    k = 0 if rule.count else max(0, (after - first) // step)
    left = rule.count or _UNCOUNTED
    found_on = _local(first + k * step, zone).date()
    while left > 0:
        at = first + k * step
        on = _local(at, zone).date()
        if on >= _LAST_DAY or (on - found_on).days > max(_PATIENCE_DAYS_OF_CLOCK, 2 * step.days):
            return
        next_day = _utc(datetime.combine(on + _DAY, time.min), zone)
        tomorrow = max(k + 1, -((first - next_day) // step))
        if is_day(rule, on):
            found_on = on
            passed = min(max(k, (after - first) // step + 1), tomorrow)
            yield from range(passed, min(tomorrow, k + left))
            left -= tomorrow - k
        k = tomorrow


def _end_moment(rule: Rule, zone: tzinfo) -> datetime:
    """UNTIL as the last moment that may occur; a date means the end of that day."""
    if rule.until is None:
        return datetime.combine(_LAST_DAY, time.min, UTC)
    if not isinstance(rule.until, datetime):
        return _utc(datetime.combine(rule.until + _DAY, time.min), zone) - timedelta(microseconds=1)
    return rule.until if rule.until.tzinfo else _utc(rule.until, zone)
