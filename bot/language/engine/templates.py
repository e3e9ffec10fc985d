"""The templates with which a language says a date or repeat back, in words that it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Templates(NamedTuple):
    """Templates of one language; in them `{n}` is a number and `{days}` a list of days.

    `units` has for each frequency the phrase for one ("every day") and then those for more, by
    plural form ("every {n} days").
    """

    date: str  # {day} {month} {year}
    date_in_year: str  # {day} {month}
    at: str  # {time}, more than one joined
    months: tuple[str, ...]
    units: Mapping[str, tuple[str, ...]]
    weekdays: tuple[str, ...]
    workdays: str
    weekend: str
    weekly: str  # {days}
    weekly_counted: tuple[str, ...]  # by plural form: {n} {days}
    ordinal: Callable[[int], str]  # of a day of the month
    nth: Callable[[int, int], str]  # (n, weekday): first monday
    monthly_nth: str  # {days}
    monthly_days: str  # {days}
    monthly_last: str
    monthly_workday: Callable[[int], str]
    counted_nth: str  # {every} {days}: every 2 months on the first monday
    counted_days: str
    counted_last: str
    yearly: str  # {days}
    counted_yearly: str  # {every} {days}
    yearly_day: str  # {day} {month}
    joined: str  # and
    on_weekdays: str  # {days}: beside hours
    until: str  # {date}
    times: tuple[str, ...]  # by plural form
    completion: str
    plural: Callable[[int], int]
    yearly_nth: str = ""  # {every} {days} {month}: the first Saturday in May
    in_months: str = ""  # {every} {months}: every Friday in October
    weekdays_after_nth: tuple[str, ...] = ()  # where they differ from `weekdays`
    months_within: tuple[str, ...] = ()  # in {months}, where they differ from `months`


def one_or_many(n: int) -> int:
    """The plural form of many languages (CLDR): 0 for one, 1 for others."""
    return 0 if n == 1 else 1


def one_or_many_of(amount: float, of_limit: bool) -> int:
    """The form of a unit beside an amount in these languages, which is the same in a limit."""
    return int(amount != 1)
