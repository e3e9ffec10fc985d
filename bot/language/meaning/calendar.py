"""The dates of days such as "next friday", for a calendar and a moment."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from bot.language.said import Day, Length, Part, WallTime
from storage.rules.due import moment as moment_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.language.values import DoubtKind, Place

FRIDAY, SATURDAY = 4, 5
FIRST_DAYTIME, LAST_DAYTIME = time(7), time(23)  # where words like "half past seven" may lie


class WrittenAt(NamedTuple):
    """When and where a text was written: the moment in UTC, and the wall time there (`now`)."""

    now: datetime
    place: Place
    at: datetime

    @classmethod
    def of(cls, now: datetime, place: Place) -> WrittenAt:
        """From an aware `now`; a naive one counts as UTC."""
        at = (now if now.tzinfo else now.replace(tzinfo=UTC)).astimezone(UTC)
        local = at.astimezone(ZoneInfo(place.zone))
        return cls(local.replace(tzinfo=None), place, at.replace(microsecond=0))

    @property
    def today(self) -> date:
        return self.now.date()

    def week_start(self) -> date:
        return self.today - timedelta(days=(self.today.weekday() - self.place.first_weekday) % 7)

    def week_day(self, n: int, weekday: int) -> date:
        """A weekday of the calendar week n weeks from this one."""
        offset = (weekday - self.place.first_weekday) % 7
        return self.week_start() + timedelta(days=7 * n + offset)

    def after(self, length: Length) -> datetime:
        """The moment a length after now, in the zone: months and days are of the calendar there,
        hours and minutes have elapsed."""
        start = self.at
        if length.months or length.days:
            day = add_months(self.today, length.months) + timedelta(days=length.days)
            start = moment_of(day, self.now.time().replace(fold=0, microsecond=0), self.place.zone)
        return (start + timedelta(minutes=length.minutes)).astimezone(ZoneInfo(self.place.zone))

    def ahead(self, on: date, at: time) -> time | None:
        """A wall time that is still to come on a day; in an hour that comes twice, its second
        time once the first has passed."""
        both = (at.replace(fold=fold) for fold in (0, 1))
        return next((each for each in both if moment_of(on, each, self.place.zone) > self.at), None)


class FoundDay(NamedTuple):
    """The day that is meant, others that it may be, or why there is none."""

    on: date | None
    others: tuple[date, ...] = ()
    doubt: DoubtKind | None = None


IMPOSSIBLE = FoundDay(None, doubt="impossible-date")
MISMATCH = FoundDay(None)  # Friday the 13th, of a month in which it is a Tuesday: a title
PAST = FoundDay(None, doubt="past-date")


def find_day(said: Day, moment: WrittenAt, *, clock: time | None = None) -> FoundDay:
    """The date of a day.

    A day alone or with its month is the next one; today counts as passed once `clock`, the time
    beside it, has passed. Dates beyond the calendar are impossible.
    """
    try:
        found = _FINDERS[said.kind](said, moment, clock)
    except (ValueError, OverflowError):
        return IMPOSSIBLE
    found = found if isinstance(found, FoundDay) else FoundDay(found)
    if said.beside is not None and found.on and found.on.weekday() != said.beside:
        matching = [other for other in found.others if other.weekday() == said.beside]
        return FoundDay(matching[0]) if matching else MISMATCH
    sure = said.beside is not None and found.on is not None
    return found._replace(others=(), doubt=None) if sure else found


def add_months(day: date, months: int) -> date:
    """A number of months later, at most the last day of that month."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def days_in(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def month_start(day: date, months: int = 0) -> date:
    return add_months(day.replace(day=1), months)


def month_last(day: date, months: int = 0) -> date:
    start = month_start(day, months)
    return start.replace(day=days_in(start.year, start.month))


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date | None:
    """The n-th weekday of a month (-1 the last, -2 the one before), None where it has no fifth."""
    if n < 0:
        last = date(year, month, days_in(year, month))
        on = last - timedelta(days=(last.weekday() - weekday) % 7 + 7 * (-n - 1))
        return on if on.month == month else None
    first = date(year, month, 1)
    day = 1 + (weekday - first.weekday()) % 7 + 7 * (n - 1)
    return date(year, month, day) if day <= days_in(year, month) else None


def _offset(said: Day, moment: WrittenAt, clock: time | None) -> date:
    return moment.today + timedelta(days=said.n)


def _coming(said: Day, moment: WrittenAt, clock: time | None) -> date:
    ahead = ((said.weekday or 0) - moment.today.weekday() - 1) % 7 + 1
    return moment.today + timedelta(days=ahead + said.n)


def _week_day(said: Day, moment: WrittenAt, clock: time | None) -> date:
    return moment.week_day(said.n, said.weekday or 0)


def _weekend(said: Day, moment: WrittenAt, clock: time | None) -> date:
    """Saturday; on a Saturday or Sunday this weekend is today."""
    if said.n == 0 and moment.today.weekday() >= SATURDAY:
        return moment.today
    monday = moment.today - timedelta(days=moment.today.weekday())
    return monday + timedelta(days=7 * said.n + SATURDAY)


def _week(said: Day, moment: WrittenAt, clock: time | None) -> date:
    return moment.week_day(said.n, 0)


def _later_week(said: Day, moment: WrittenAt, clock: time | None) -> date:
    """Friday; from Friday on the last day of the week."""
    friday = moment.week_day(0, FRIDAY)
    last = moment.week_start() + timedelta(days=6)
    return friday if moment.today < friday else max(moment.today, last)


def _this_week(said: Day, moment: WrittenAt, clock: time | None) -> date:
    """Friday; on a weekend the last day of the week."""
    friday = moment.week_day(0, FRIDAY)
    last = moment.week_start() + timedelta(days=6)
    return friday if moment.today <= friday else max(moment.today, last)


def _month(said: Day, moment: WrittenAt, clock: time | None) -> date:
    start = month_start(moment.today, said.n)
    day = start.replace(day=said.day or 1)
    return day if day >= moment.today else add_months(day, 1)


def _month_end(said: Day, moment: WrittenAt, clock: time | None) -> date:
    return month_last(moment.today, said.n)


def _year(said: Day, moment: WrittenAt, clock: time | None) -> date:
    return date(moment.today.year + said.n, 1, 1)


def _year_end(said: Day, moment: WrittenAt, clock: time | None) -> date:
    return date(moment.today.year, 12, 31)


def _length(said: Day, moment: WrittenAt, clock: time | None) -> date:
    length = said.length or Length()
    start = moment.today + timedelta(days=said.n)
    return add_months(start, length.months) + timedelta(days=length.days)


def _from_day(said: Day, moment: WrittenAt, clock: time | None) -> FoundDay:
    """2 weeks from friday, 3 days before dec 25."""
    length = said.length or Length()
    if said.base is None:
        return IMPOSSIBLE
    base = find_day(said.base, moment)
    if base.on is None:
        return base
    on = add_months(base.on, length.months) + timedelta(days=length.days)
    return PAST if _is_past(on, clock, moment) else FoundDay(on)


def _named(said: Day, moment: WrittenAt, clock: time | None) -> FoundDay:
    return _date(moment, said.year, said.month or 0, said.day or 0, clock)


def _date(
    moment: WrittenAt, year: int | None, month: int, day: int, clock: time | None = None
) -> FoundDay:
    """A day of a month in its year, or without a year the next one that exists."""
    if year is not None:
        on = date(year, month, day)
        return PAST if _is_past(on, clock, moment) else FoundDay(on)
    for ahead in range(9):  # 1896 to 1904 had no leap day between: eight years at most
        year = moment.today.year + ahead
        if 1 <= day <= days_in(year, month):
            on = date(year, month, day)
            if not _is_past(on, clock, moment):
                return FoundDay(on)
    return IMPOSSIBLE


def _is_past(on: date, clock: time | None, moment: WrittenAt) -> bool:
    if on != moment.today or clock is None:
        return on < moment.today
    return moment.ahead(on, clock) is None


def _named_part(said: Day, moment: WrittenAt, clock: time | None) -> FoundDay:
    """The first day, the middle or the last day of a named month, or the day before it."""
    month = said.month or 1
    for ahead in range(2):
        year = said.year or moment.today.year + ahead
        on = date(year, month, days_in(year, month) if said.n < 0 else said.n or 1)
        on -= timedelta(days=int(said.n == 0))
        if on >= moment.today:
            return FoundDay(on)
    return PAST


def _of_month(said: Day, moment: WrittenAt, clock: time | None) -> FoundDay:
    """A day of this month, or of the next month that has it."""
    day = said.day or 0
    for ahead in range(3):
        start = month_start(moment.today, ahead)
        if day <= days_in(start.year, start.month):
            on = start.replace(day=day)
            if not _is_past(on, clock, moment):
                return FoundDay(on)
    return IMPOSSIBLE


def _nth(said: Day, moment: WrittenAt, clock: time | None) -> FoundDay:
    """The n-th weekday of a named month, of this month, or (day = 1) of the next one."""
    weekday = said.weekday or 0
    if said.year is not None:
        starts = [date(said.year, said.month or 1, 1)]
    elif said.month is None:
        starts = [month_start(moment.today, (said.day or 0) + ahead) for ahead in range(4)]
    else:
        starts = [date(moment.today.year + ahead, said.month, 1) for ahead in range(4)]
    for start in starts:
        on = nth_weekday(start.year, start.month, weekday, said.n)
        if on is not None and on >= moment.today:
            return FoundDay(on)
    return IMPOSSIBLE


def _numeric(said: Day, moment: WrittenAt, clock: time | None) -> FoundDay:
    """3/4: in the person's order, or in the only order that gives a date."""
    first, second = said.day or 0, said.month or 0
    month_first = moment.place.date_order != "DMY"
    orders = [(second, first), (first, second)]
    tried = [_tried(moment, said.year, *order, clock) for order in orders]
    if month_first:
        tried.reverse()
    dates = [found for found in tried if found.on]
    if not dates:
        return PAST if PAST in tried else IMPOSSIBLE
    if PAST in tried and tried[0] is PAST:
        return PAST
    ambiguous = len(dates) == 2 and dates[0].on != dates[1].on
    if not ambiguous:
        return dates[0]
    others = tuple(found.on for found in dates[1:] if found.on)
    return FoundDay(dates[0].on, others, "ambiguous-date")


def month_days(said: Day, moment: WrittenAt) -> tuple[tuple[int, int], ...]:
    """The (month, day) pairs that a date without a year may be, the likelier one first."""
    first, second = said.day or 0, said.month or 0
    pairs = [(second, first), (first, second)]
    if said.kind != "numeric":
        pairs = pairs[:1]
    elif moment.place.date_order != "DMY":
        pairs.reverse()
    possible = ((m, d) for m, d in pairs if 1 <= m <= 12 and 1 <= d <= days_in(2000, m))
    return tuple(dict.fromkeys(possible))


def _tried(
    moment: WrittenAt, year: int | None, month: int, day: int, clock: time | None
) -> FoundDay:
    try:
        return _date(moment, year, month, day, clock)
    except (ValueError, calendar.IllegalMonthError):
        return IMPOSSIBLE


_FINDERS: Mapping[str, Callable[[Day, WrittenAt, time | None], date | FoundDay]] = {
    "offset": _offset,
    "tonight": _offset,
    "coming": _coming,
    "week-day": _week_day,
    "weekend": _weekend,
    "week": _week,
    "later-week": _later_week,
    "this-week": _this_week,
    "month": _month,
    "month-end": _month_end,
    "year": _year,
    "year-end": _year_end,
    "length": _length,
    "from-day": _from_day,
    "named": _named,
    "named-part": _named_part,
    "of-month": _of_month,
    "nth": _nth,
    "numeric": _numeric,
}


def clock_times(said: WallTime) -> tuple[time, ...]:
    """The wall times that a clock may mean, earliest first; 24:00 is `time.max`'s next midnight.

    Only minutes in words leave two: half past seven is 07:30 or 19:30.
    """
    if said.part is not None:
        return (_in_part(said),)
    hour = said.hour % 24
    if said.half == "bare" and 1 <= said.hour <= 6:
        hour += 12
    if said.half != "words":
        return (time(hour, said.minute),)
    both = (time(hour % 12, said.minute), time(hour % 12 + 12, said.minute))
    return tuple(t for t in both if FIRST_DAYTIME <= t <= LAST_DAYTIME) or both[1:]


def _in_part(said: WallTime) -> time:
    hour = said.hour
    if hour > 12 or hour == 0:
        return time(hour % 24, said.minute)
    if said.part == "morning":
        return time(hour, said.minute)
    if said.part in ("night", "tonight"):
        if hour == 12:
            return time(0, said.minute)
        return time(hour if hour <= 5 else hour + 12, said.minute)
    if said.part == "evening" and hour == 12:
        return time(0, said.minute)
    return time(hour if hour == 12 else hour + 12, said.minute)


def in_part(clock: WallTime, part: Part) -> WallTime:
    """A clock with the part of the day beside it, unless its hour leaves no choice."""
    if clock.part is not None or clock.hour > 12 or part.part == "end of day":
        return clock
    if part.part == "noon":
        return clock._replace(part="afternoon") if clock.hour < 10 else clock
    return clock if part.part == "midnight" else clock._replace(part=part.part)


def is_next_midnight(said: WallTime) -> bool:
    """Whether a clock is the end of its day: 24:00, or twelve at night."""
    if said.hour >= 24:
        return True
    return said.hour == 12 and said.part in ("night", "tonight", "evening")
