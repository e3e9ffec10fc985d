"""The values that phrases build, before a calendar makes dates of them.

Named tuples: as many dataclasses would cost a third of the whole import.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from bot.language.values import DayPart

DayKind = Literal[
    "offset",  # n days from today
    "tonight",  # today, but tomorrow once it has passed
    "coming",  # the coming weekday, never today
    "week-day",  # weekday of the calendar week n weeks from this one
    "weekend",  # Saturday of the n-th week from this one
    "week",  # Monday of the n-th week from this one
    "later-week",
    "this-week",  # its last working day
    "month",  # first day of the n-th month from this one
    "month-end",
    "year",
    "year-end",
    "named",  # day of a named month, perhaps with its year
    # n = 1 first day, 15 the middle, -1 last day of a named month, 0 the day before it
    "named-part",
    "of-month",  # a day of the month alone: the 27th
    "nth",  # n-th weekday of a month
    "numeric",  # 3/4: two numbers whose order is the person's
    "length",  # in 2 days, in 30 min
    "from-day",  # so long after (or before) another day, `base`
]
Half = Literal["24", "bare", "words", "am", "pm"]
Frequency = Literal["MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time; months and days are of the calendar, minutes are elapsed time."""

    months: int = 0
    days: int = 0
    minutes: int = 0

    def __add__(self, other: Length) -> Length:
        return Length(
            self.months + other.months, self.days + other.days, self.minutes + other.minutes
        )

    def __mul__(self, n: int) -> Length:
        return Length(self.months * n, self.days * n, self.minutes * n)

    def total_minutes(self) -> int:
        """Roughly, a month as 30 days: for comparing lengths, not for calendars."""
        return (self.months * 30 + self.days) * 1440 + self.minutes


class Day(NamedTuple):
    """A day as it was written: tomorrow, friday, the 27th."""

    kind: DayKind
    n: int = 0
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    length: Length | None = None
    part: DayPart | None = None
    # weekdays written beside a date ("Fri 25 Sep") are checked against it
    beside: int | None = None
    base: Day | None = None


class WallTime(NamedTuple):
    """A wall time as it was written; `half` tells how to find its half of the day."""

    hour: int
    minute: int = 0
    half: Half = "24"
    part: DayPart | None = None
    also: bool = False  # "… and 21": only beside a repeat

    @property
    def is_possible(self) -> bool:
        return (self.hour < 24 and self.minute < 60) or (self.hour == 24 and self.minute == 0)


class Part(NamedTuple):
    """A part of the day, alone or beside an hour. `today` is True for today's only: tonight."""

    part: DayPart | Literal["midnight"]
    today: bool = False
    weekly: bool = False  # end of week: Friday's end of day
    also: bool = False  # "… and evening": only beside a repeat


class Zone(NamedTuple):
    """A zone beside a clock time: those that an abbreviation may mean, or a place's name."""

    zones: tuple[str, ...] = ()
    place: str = ""
    inflected: bool = False  # the place's name may have another ending: по Лондону


class Every(NamedTuple):
    """A repeat as it was written; several of them in one line are joined."""

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 0  # of the month, with weekdays; -1 the last
    more_nth: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[tuple[int, int], ...] = ()  # (month, day)
    part: DayPart | Literal["midnight"] | None = None
    more_parts: tuple[DayPart | Literal["midnight"], ...] = ()  # every morning and evening
    months: tuple[int, ...] = ()  # every friday in october; the first saturday in may
    dates: tuple[Day, ...] = ()  # 24/12: as digits, whose order is the person's
    completion: bool = False
    doubtful: bool = False  # an ordinal that may also mean every n-th week
    also: bool = False  # "… and wed at 18:30": days with a time of their own after others
    listed: bool = False  # mon, wed, fri without "every": perhaps only the first of them

    def after_completion(self) -> Every:
        return self._replace(completion=True)


class Start(NamedTuple):
    day: Day


class Until(NamedTuple):
    day: Day
    clock: WallTime | None = None
    part: Part | None = None


class InMonths(NamedTuple):
    """in october, beside a repeat"""

    months: tuple[int, ...]


class FromTo(NamedTuple):
    """The first and the last day, of a repeat or of what lasts for days."""

    first: Day
    last: Day


class For(NamedTuple):
    """How long a repeat goes on; `within` it something is due, where nothing repeats."""

    length: Length
    within: bool = False


class Times(NamedTuple):
    n: int


class Except(NamedTuple):
    """every day except friday"""

    weekdays: tuple[int, ...]


class AfterCompletion:
    """after completion"""


class Window(NamedTuple):
    """from 10 to 18: the times of a repeat of hours, both inclusive; or how long something lasts.

    A `loose` one (two numbers with a dash) is only the former.
    """

    first: WallTime
    last: WallTime
    loose: bool = False


class Remind(NamedTuple):
    lengths: tuple[Length, ...] = ()
    days_before: int = 0
    at: WallTime | None = None
    is_after: bool = False


class Nag(NamedTuple):
    length: Length


class Amount(NamedTuple):
    """20 pages of a habit; `per` is its period if it is written with it (20 km/week).

    A `vague` one (a page) counts only beside a period.
    """

    value: float
    unit: str = ""
    most: bool | None = None  # True for a limit, False for a minimum, None without a bound
    per: Every | None = None
    vague: bool = False


class Quota(NamedTuple):
    """3 times, twice; `per` as in an amount."""

    times: int
    most: bool | None = None
    per: Every | None = None


class Per(NamedTuple):
    """per week, a day: the period of an amount or a quota; alone it stays in the title."""

    every: Every


class Bound(NamedTuple):
    """at most, at least: beside an amount."""

    most: bool


class Alarm:
    """remind: beside a part of the day."""


class Rung(WallTime):
    """remind at 18:00: other times in the line are then no reminders."""

    __slots__ = ()


class Unread:
    """Words of a time that is not understood, or that are no time here: none of them is taken."""


class LeadIn:
    """remind me to"""


class Impossible:
    """An impossible date or time: 31 february, 25:00."""


Said = (
    Day
    | WallTime
    | Part
    | Zone
    | Every
    | Start
    | Until
    | FromTo
    | InMonths
    | For
    | Times
    | Except
    | AfterCompletion
    | Window
    | Remind
    | Nag
    | Amount
    | Quota
    | Per
    | Bound
    | Alarm
    | LeadIn
    | Unread
    | Impossible
)
