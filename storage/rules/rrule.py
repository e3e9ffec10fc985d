"""One RRULE value of RFC 5545, section 3.3.10, parsed into a `Rule`.

Narrower than the RFC: no SECONDLY and no BYSECOND (a chat has no use for them), a maximum for
COUNT, and at most 100 years between two occurrences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from storage.errors import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

Freq = Literal["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"]
Reason = Literal[
    "not a rule",
    "no frequency",
    "unknown part",
    "said twice",
    "not a value",
    "out of range",
    "not with this frequency",
    "not together",
    "never occurs",
]

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MAX_COUNT = 10_000  # the occurrences before now are counted one by one
MAX_COUNT_ELAPSED = 1_000_000  # the number of steps of elapsed time is computed by division
MAX_LENGTH = 500  # the longest rule that a phrase gives has fewer than 120 characters
MAX_INTERVAL: dict[Freq, int] = {  # 100 years each: dates stay far from the calendar's end
    "YEARLY": 100,
    "MONTHLY": 1_200,
    "WEEKLY": 5_200,
    "DAILY": 36_500,
    "HOURLY": 876_000,
    "MINUTELY": 52_560_000,
}
_FIRST_YEAR, _LAST_YEAR = 1000, 9799  # moments at the calendar's ends cannot change their zone
_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class ImpossibleRule(Refusal, ValueError):
    """A repeat rule that is refused: which part of it, its value, and why.

    `part` is an RFC 5545 name such as `INTERVAL`, or empty when the whole text is no rule.
    """

    def __init__(self, part: str, value: str, reason: Reason) -> None:
        super().__init__(f"{part}={value}: {reason}" if part else f"{value!r}: {reason}")
        self.part = part
        self.value = value
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class Rule:
    """The parts of an RRULE. Weekdays count from Monday = 0, as in `date.weekday()`.

    `by_day` holds (n, weekday): n = 0 is every such weekday, 2 the second, -1 the last.
    `until` is a date (the whole day counts), a naive local moment, or an aware UTC moment.
    """

    freq: Freq
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    by_month: tuple[int, ...] = ()
    by_week_no: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()
    by_hour: tuple[int, ...] = ()
    by_minute: tuple[int, ...] = ()
    by_set_pos: tuple[int, ...] = ()
    week_start: int = 0

    @property
    def is_sub_daily(self) -> bool:
        return self.freq in ("HOURLY", "MINUTELY")

    @property
    def is_timed(self) -> bool:
        """Whether the rule itself gives clock times, so that the start's time does not matter."""
        return self.is_sub_daily or bool(self.by_hour or self.by_minute)

    @property
    def names_days(self) -> bool:
        """Whether the rule says which days of its period are meant."""
        return bool(self.by_day or self.by_month_day or self.by_year_day or self.by_week_no)

    @property
    def is_elapsed(self) -> bool:
        """Whether it counts elapsed time: hours or minutes without BYHOUR, BYMINUTE, BYSETPOS."""
        return self.is_sub_daily and not (self.by_hour or self.by_minute or self.by_set_pos)

    def filled(self, start: date) -> Rule:
        """This rule with the days that RFC 5545 takes from DTSTART made explicit."""
        if self.freq == "WEEKLY" and not self.by_day:
            return replace(self, by_day=((0, start.weekday()),))
        if self.freq == "YEARLY" and self.by_week_no and not self.names_days_in_week:
            return replace(self, by_day=((0, start.weekday()),))
        if self.freq == "YEARLY" and not self.names_days:
            months = self.by_month or (start.month,)
            return replace(self, by_month=months, by_month_day=(start.day,))
        if self.freq == "MONTHLY" and not self.names_days:
            return replace(self, by_month_day=(start.day,))
        return self

    @property
    def names_days_in_week(self) -> bool:
        return bool(self.by_day or self.by_month_day or self.by_year_day)


def check_rule(text: str) -> None:
    """Raise `ImpossibleRule` for a rule that is refused."""
    read_rule(text)


@lru_cache(maxsize=1024)
def read_rule(text: str) -> Rule:
    """Read an RRULE value without its `RRULE:` prefix; raises `ImpossibleRule`."""
    parts = _split(text)
    freq = _freq(parts)
    rule = Rule(freq)
    for name, value in parts.items():
        if name not in _READERS:
            raise ImpossibleRule(name, value, "unknown part")
        rule = _READERS[name](rule, value)
    _check_parts(rule, parts)
    _check_days_exist(rule, parts)
    return rule


def _split(text: str) -> dict[str, str]:
    if len(text) > MAX_LENGTH or not re.fullmatch(r"[A-Za-z0-9=;,+-]+", text):
        raise ImpossibleRule("", text[:MAX_LENGTH], "not a rule")
    parts: dict[str, str] = {}
    for part in text.upper().split(";"):
        name, equals, value = part.partition("=")
        if not (name and equals and value):
            raise ImpossibleRule("", text, "not a rule")
        if name in parts:
            raise ImpossibleRule(name, value, "said twice")
        parts[name] = value
    return parts


def _freq(parts: dict[str, str]) -> Freq:
    if "FREQ" not in parts:
        raise ImpossibleRule("FREQ", "", "no frequency")
    for freq in MAX_INTERVAL:
        if parts["FREQ"] == freq:
            return freq
    raise ImpossibleRule("FREQ", parts["FREQ"], "not a value")


def _integer(name: str, text: str, low: int, high: int) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", text):
        raise ImpossibleRule(name, text, "not a value")
    number = int(text)
    if not low <= number <= high:
        raise ImpossibleRule(name, text, "out of range")
    return number


def _integers(name: str, text: str, low: int, high: int) -> tuple[int, ...]:
    """A sorted set of numbers; zero is not allowed if the range has negative numbers."""
    numbers = sorted({_integer(name, each, low, high) for each in text.split(",")})
    if low < 0 and 0 in numbers:
        raise ImpossibleRule(name, "0", "out of range")
    return tuple(numbers)


def _interval(rule: Rule, value: str) -> Rule:
    return replace(rule, interval=_integer("INTERVAL", value, 1, MAX_INTERVAL[rule.freq]))


def _until(rule: Rule, value: str) -> Rule:
    match = re.fullmatch(r"(\d{8})(?:T(\d{4}(?:\d\d)?)(Z)?)?", value, re.ASCII)
    if match is None:
        raise ImpossibleRule("UNTIL", value, "not a value")
    day, clock, utc = match.groups()
    try:
        at = datetime.fromisoformat(f"{day}T{clock or '0000'}")
    except ValueError as error:
        raise ImpossibleRule("UNTIL", value, "not a value") from error
    if not _FIRST_YEAR <= at.year <= _LAST_YEAR:
        raise ImpossibleRule("UNTIL", value, "out of range")
    if clock is None:
        return replace(rule, until=at.date())
    return replace(rule, until=at.replace(tzinfo=UTC) if utc else at)


def _by_day(rule: Rule, value: str) -> Rule:
    days: set[tuple[int, int]] = set()
    for each in value.split(","):
        match = re.fullmatch(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", each, re.ASCII)
        if match is None:
            raise ImpossibleRule("BYDAY", each, "not a value")
        n = int(match[1]) if match[1] else 0
        if match[1] and not 1 <= abs(n) <= (5 if rule.freq == "MONTHLY" else 53):
            raise ImpossibleRule("BYDAY", each, "out of range")
        days.add((n, WEEKDAYS.index(match[2])))
    return replace(rule, by_day=tuple(sorted(days)))


def _week_start(rule: Rule, value: str) -> Rule:
    if value not in WEEKDAYS:
        raise ImpossibleRule("WKST", value, "not a value")
    return replace(rule, week_start=WEEKDAYS.index(value))


_READERS: dict[str, Callable[[Rule, str], Rule]] = {
    "FREQ": lambda rule, _: rule,
    "INTERVAL": _interval,
    "COUNT": lambda rule, text: replace(rule, count=_integer("COUNT", text, 1, MAX_COUNT_ELAPSED)),
    "UNTIL": _until,
    "BYMONTH": lambda rule, text: replace(rule, by_month=_integers("BYMONTH", text, 1, 12)),
    "BYWEEKNO": lambda rule, text: replace(rule, by_week_no=_integers("BYWEEKNO", text, -53, 53)),
    "BYYEARDAY": lambda rule, text: replace(
        rule, by_year_day=_integers("BYYEARDAY", text, -366, 366)
    ),
    "BYMONTHDAY": lambda rule, text: replace(
        rule, by_month_day=_integers("BYMONTHDAY", text, -31, 31)
    ),
    "BYDAY": _by_day,
    "BYHOUR": lambda rule, text: replace(rule, by_hour=_integers("BYHOUR", text, 0, 23)),
    "BYMINUTE": lambda rule, text: replace(rule, by_minute=_integers("BYMINUTE", text, 0, 59)),
    "BYSETPOS": lambda rule, text: replace(rule, by_set_pos=_integers("BYSETPOS", text, -366, 366)),
    "WKST": _week_start,
}


def _check_parts(rule: Rule, parts: dict[str, str]) -> None:
    """Refuse the combinations that RFC 5545 forbids by MUST NOT or N/A."""
    if rule.count and rule.until:
        raise ImpossibleRule("COUNT", parts["COUNT"], "not together")
    if rule.count and rule.count > MAX_COUNT and not rule.is_elapsed:
        raise ImpossibleRule("COUNT", parts["COUNT"], "out of range")
    if rule.by_set_pos and not any(name.startswith("BY") for name in parts if name != "BYSETPOS"):
        raise ImpossibleRule("BYSETPOS", parts["BYSETPOS"], "not together")
    numbered = any(n for n, _ in rule.by_day)
    if numbered and rule.by_week_no:
        raise ImpossibleRule("BYDAY", parts["BYDAY"], "not together")
    for name, is_wrong in (
        ("BYWEEKNO", rule.freq != "YEARLY"),
        ("BYYEARDAY", rule.freq in ("DAILY", "WEEKLY", "MONTHLY")),
        ("BYMONTHDAY", rule.freq == "WEEKLY"),
        ("BYDAY", numbered and rule.freq not in ("MONTHLY", "YEARLY")),
    ):
        if name in parts and is_wrong:
            raise ImpossibleRule(name, parts[name], "not with this frequency")


def _check_days_exist(rule: Rule, parts: dict[str, str]) -> None:
    """Refuse 30 February and the like. Other rules that never occur end the search in expansion."""
    if not rule.by_month_day:
        return
    longest = max(_LONGEST_MONTHS[month - 1] for month in rule.by_month or range(1, 13))
    if min(abs(day) for day in rule.by_month_day) > longest:
        raise ImpossibleRule("BYMONTHDAY", parts["BYMONTHDAY"], "never occurs")
