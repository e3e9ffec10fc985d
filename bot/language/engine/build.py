"""What the patterns of the languages build: functions from the values of slots to `said`'s."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from bot.language.said import (
    Amount,
    Day,
    Every,
    Frequency,
    Impossible,
    LeadIn,
    Length,
    Nag,
    Part,
    Remind,
    Unread,
    WallTime,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.language.values import DayPart

WORKDAYS = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)
NTHS = (-2, -1, 1, 2, 3, 4, 5)  # weekdays of a month


# --- days ----------------------------------------------------------------------------------


def offset(n: int) -> Callable[[], Day]:
    return lambda: Day("offset", n)


def weekend(n: int) -> Callable[[], Day]:
    return lambda: Day("weekend", n)


def week(n: int) -> Callable[[], Day]:
    return lambda: Day("week", n)


def later_week() -> Day:
    return Day("later-week")


def month(n: int) -> Callable[[], Day]:
    return lambda: Day("month", n)


def month_day(n: int) -> Callable[[int], Day | Impossible | None]:
    """The 5th of next month."""
    return lambda day: Day("month", n, day=day) if 1 <= day <= 31 else None


def month_end(n: int) -> Callable[[], Day]:
    return lambda: Day("month-end", n)


def month_middle(n: int) -> Callable[[], Day]:
    return lambda: Day("month", n, day=15)


def year(n: int) -> Callable[[], Day]:
    return lambda: Day("year", n)


def year_end() -> Day:
    return Day("year-end")


def coming(weekday: int) -> Day:
    return Day("coming", weekday=weekday)


def next_week(weekday: int) -> Day:
    return Day("week-day", 1, weekday=weekday)


def weeks_ahead(n: int | None, weekday: int) -> Day:
    return Day("week-day", n or 1, weekday=weekday)


def on_weeks_ahead(weekday: int, n: int | None) -> Day:
    return weeks_ahead(n, weekday)


def weeks_after(weekday: int, n: int) -> Day:
    """monday in a week: counted from the coming one"""
    return Day("coming", 7 * n, weekday=weekday)


def weekday_part(weekday: int, name: DayPart) -> Callable[[], Day]:
    """Monday evening in one word, as in German."""
    return lambda: Day("coming", weekday=weekday, part=name)


def week_after(weekday: int) -> Day:
    """A week from friday."""
    return Day("coming", 7, weekday=weekday)


def week_part(n: int, weekday: int, name: DayPart | None = None) -> Callable[[], Day]:
    """The end, middle or beginning of next week."""
    return lambda: Day("week-day", n, weekday=weekday, part=name)


def part_of_month(n: int) -> Callable[[int, int | None], Day]:
    """1 the first day of a named month, 15 its middle, -1 its last day."""

    def build(named: int, in_year: int | None = None) -> Day:
        return Day("named-part", n, month=named, year=in_year)

    return build


def of_month(day: int) -> Day | Impossible | None:
    return Day("of-month", day=day) if 1 <= day <= 31 else None


def nth(n: int, weekday: int, named: int | None = None, in_year: int | None = None) -> Day | None:
    """The n-th weekday of a named month, or of this one."""
    if n not in NTHS:
        return None
    return Day("nth", n, weekday=weekday, month=named, year=in_year)


def nth_next_month(n: int, weekday: int) -> Day | None:
    return Day("nth", n, weekday=weekday, day=1) if n in NTHS else None


def last_weekday(weekday: int) -> Day:
    """The latest one before today."""
    return Day("coming", -7, weekday=weekday)


def ago(length: Length) -> Day:
    """3 days ago; a number of minutes ago is today."""
    return Day("length", length=Length(-length.months, -length.days))


def in_length(length: Length) -> Day:
    return Day("length", length=length)


def after_offset(n: int) -> Callable[[Length], Day | None]:
    """A week from tomorrow."""
    return lambda length: None if length.minutes else Day("length", n, length=length)


def day_of_month(named: int, day: int) -> Day | None:
    """november the third"""
    return Day("named", month=named, day=day) if 1 <= day <= 31 else None


def day_after(length: Length, day: Day | Impossible) -> Day | Unread | Impossible:
    """2 weeks from friday; of hours or of a day that itself is counted there is no such day."""
    if isinstance(day, Impossible):
        return day
    if length.minutes or day.length is not None or day.part is not None:
        return Unread()
    return Day("from-day", length=length, base=day)


def unread() -> Unread:
    return Unread()


def weeks_from(length: Length, day: Day) -> Day | None:
    """a week today, two weeks on friday: only with whole weeks"""
    if length.months or length.minutes or length.days % 7:
        return None
    return Day("from-day", length=length, base=day)


def day_before(length: Length, day: Day | Impossible) -> Day | Unread | Impossible:
    """3 days before dec 25"""
    return day_after(Length(-length.months, -length.days, -length.minutes), day)


def next_to(n: int) -> Callable[[Day | Impossible], Day | Unread | Impossible]:
    """The day after friday."""
    return lambda day: day_after(Length(days=n), day)


def length_from(day: Day, length: Length) -> Day | Unread | Impossible:
    """tomorrow in two weeks"""
    return day_after(length, day)


def nth_coming(n: int, weekday: int) -> Day | None:
    """3 fridays from now"""
    return Day("coming", 7 * (n - 1), weekday=weekday) if 0 < n <= 100 else None


def counted(unit: Length) -> Callable[[int], Day | None]:
    """A number after its unit, as Russian has it: in minutes ten, about ten minutes."""
    return lambda n: Day("length", length=unit * n) if 0 < n <= 1000 else None


def this_week() -> Day:
    return Day("this-week")


def same_day(day: Day) -> Day:
    return day


def beside_day(weekday: int, day: int) -> Day | None:
    """Friday the 25th"""
    return Day("of-month", day=day, beside=weekday) if 1 <= day <= 31 else None


def beside(weekday: int, day: Day) -> Day:
    """Fri 25 Sep: the date counts, the weekday is checked against it."""
    return day._replace(beside=weekday)


# --- times ---------------------------------------------------------------------------------


def part(name: DayPart | Literal["midnight"]) -> Callable[[], Part]:
    return lambda: Part(name)


def also_part(said: Part) -> Part | None:
    """… and in the evening"""
    return None if said.weekly or said.also else said._replace(also=True)


def also(name: DayPart) -> Callable[[], Part]:
    return lambda: Part(name, also=True)


def today_part(name: DayPart) -> Callable[[], Part]:
    """A part that names this day: tonight."""
    return lambda: Part(name, today=True)


def end_of_week() -> Part:
    return Part("end of day", weekly=True)


# --- repeats -------------------------------------------------------------------------------


def every(frequency: Frequency, interval: int = 1) -> Callable[[], Every]:
    return lambda: Every(frequency, interval)


def every_length(length: Length) -> Every | None:
    """every 3 days, every 2 weeks, every 90 minutes; None for a length of several units"""
    if length.months and not length.days and not length.minutes:
        if length.months % 12 == 0:
            return Every("YEARLY", length.months // 12)
        return Every("MONTHLY", length.months)
    if length.days and not length.months and not length.minutes:
        weeks, rest = divmod(length.days, 7)
        return Every("DAILY", length.days) if rest else Every("WEEKLY", weeks)
    if length.minutes and not length.months and not length.days:
        hours, minutes = divmod(length.minutes, 60)
        return Every("MINUTELY", length.minutes) if minutes else Every("HOURLY", hours)
    return None


def once_every(length: Length) -> Every | None:
    """once a week: for a task the same as "every week", for a habit a quota"""
    return every_length(length)


def every_nth_length(n: int, length: Length) -> Every | None:
    """every 3rd day"""
    return every_length(length * n) if 0 < n <= 999 else None


def every_other_length(length: Length) -> Every | None:
    return every_length(length * 2)


def every_weekdays(days: Sequence[int]) -> Every:
    return Every("WEEKLY", weekdays=tuple(days))


def listed_weekdays(days: Sequence[int]) -> Every:
    """mon, wed and fri, without "every"."""
    return Every("WEEKLY", weekdays=tuple(days), listed=True)


def also_weekdays(days: Sequence[int]) -> Every:
    return Every("WEEKLY", weekdays=tuple(days), also=True)


def every_weekday(weekday: int) -> Every:
    return every_weekdays((weekday,))


def workdays() -> Every:
    return Every("WEEKLY", weekdays=WORKDAYS)


def weekends() -> Every:
    return Every("WEEKLY", weekdays=WEEKEND)


def every_other(days: Sequence[int]) -> Every:
    return Every("WEEKLY", 2, weekdays=tuple(days))


def every_n_weekdays(n: int, days: Sequence[int]) -> Every | None:
    """every 2 fridays"""
    return Every("WEEKLY", n, weekdays=tuple(days)) if 0 < n < 100 else None


def n_weeks_on(n: int, days: Sequence[int]) -> Every | None:
    """every second Friday, where that is every second week"""
    return every_n_weekdays(n, days) if n > 0 else last_weekdays(days)


def doubtful_n_weeks_on(n: int, days: Sequence[int]) -> Every | None:
    said = n_weeks_on(n, days)
    return said._replace(doubtful=n > 0) if said else None


def last_weekdays(days: Sequence[int]) -> Every:
    return Every("MONTHLY", weekdays=tuple(days), nth=-1)


def every_nth(ns: Sequence[int], days: Sequence[int]) -> Every | None:
    """The n-th weekday of each month; for one weekday also several n (1st and 3rd monday)."""
    first, *more = sorted(set(ns), key=lambda n: n % 7)  # the last one after the others
    if any(n not in NTHS for n in ns) or (more and len(days) > 1):
        return None
    return Every("MONTHLY", weekdays=tuple(days), nth=first, more_nth=tuple(more))


def doubtful_nth(ns: Sequence[int], days: Sequence[int]) -> Every | None:
    """every 3rd friday: of the month, though it may also mean every third week."""
    said = every_nth(ns, days)
    return said._replace(doubtful=len(ns) == 1 and ns[0] > 1) if said else None


def every_day_of_month(days: Sequence[int]) -> Every | None:
    return Every("MONTHLY", month_days=tuple(days)) if all(1 <= d <= 31 for d in days) else None


def last_day_of_month() -> Every:
    return Every("MONTHLY", month_days=(-1,))


def nth_workday(n: int) -> Every:
    """The n-th or last workday of each month."""
    return Every("MONTHLY", weekdays=WORKDAYS, nth=n)


def last_workday() -> Every:
    return nth_workday(-1)


def every_year_day(days: Sequence[tuple[int, int]]) -> Every:
    return Every("YEARLY", year_days=tuple(days))


def every_month(months: Sequence[int]) -> Every:
    """every january: its first day"""
    return Every("YEARLY", year_days=tuple((month, 1) for month in months))


def every_part(name: DayPart | Literal["midnight"]) -> Callable[[], Every]:
    return lambda: Every("DAILY", part=name)


def weekdays_part(name: DayPart | Literal["midnight"]) -> Callable[[Sequence[int]], Every]:
    return lambda days: Every("WEEKLY", weekdays=tuple(days), part=name)


def one_weekday_part(weekday: int, name: DayPart) -> Callable[[], Every]:
    """every Monday evening, in one word"""
    return lambda: Every("WEEKLY", weekdays=(weekday,), part=name)


def other_weekend() -> Every:
    return Every("WEEKLY", 2, weekdays=WEEKEND)


# --- marks ---------------------------------------------------------------------------------


def remind(*lengths: Length | None) -> Remind:
    return Remind(tuple(length for length in lengths if length is not None))


def remind_after(length: Length) -> Remind:
    """Two hours after what is due."""
    return Remind((length,), is_after=True)


def remind_eve(clock: WallTime | Impossible | None = None, *also: Length) -> Remind | None:
    """The day before at a time; without one 24 hours before."""
    return None if isinstance(clock, Impossible) else Remind(also, days_before=1, at=clock)


def remind_days(n: int, clock: WallTime | Impossible) -> Remind | None:
    return None if isinstance(clock, Impossible) else Remind(days_before=n, at=clock)


def nag(length: Length) -> Nag | None:
    return Nag(length) if length.minutes and not (length.days or length.months) else None


def lead_in() -> LeadIn:
    return LeadIn()


# --- amounts of habits ---------------------------------------------------------------------


def bounded(*, most: bool) -> Callable[[Amount], Amount]:
    """at most, at least 20 pages"""
    return lambda said: said._replace(most=most)
