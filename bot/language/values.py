"""What the readers take and give: frozen values with small look-ups."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.rules.due import Due
    from storage.rules.recurrence import Repeat

DateOrder = Literal["DMY", "MDY", "YMD"]
DayPart = Literal["morning", "noon", "afternoon", "evening", "tonight", "night", "end of day"]
# of a due date: a day without a time, a clock time without a day, so long from now
SaidAlone = Literal["", "day", "time", "length"]
SpanKind = Literal[
    "due",
    "repeat",
    "duration",
    "goal",
    "reminder",
    "nag",
    "priority",
    "tag",
    "assignee",
    "turns",  # before people
    "joint",  # and, between them
    "quote",
    "lead-in",
]
Digest = Literal["agenda", "review"]  # the morning's, the evening's
DoubtKind = Literal[
    "ambiguous-date",  # 3/4: both readings are dates; the first alternative is the one taken
    "ordinal",  # every 3rd friday: of the month (taken) or every third week
    "impossible-date",  # 31 february, 25:00: left in the title, nothing taken
    "past-date",  # a past date with its year: left in the title, nothing taken
    "weekdays",  # mon, wed, fri without "every": each week (taken) or only the first of them
    "ambiguous-zone",  # 10:00 CST: the abbreviation of two zones; the first one is taken
    "passed",  # "today" with a time that has passed: taken as written; tomorrow is the alternative
]

DAY_PARTS: Mapping[DayPart, time] = MappingProxyType(
    {
        "morning": time(9),
        "noon": time(12),
        "afternoon": time(15),
        "evening": time(19),
        "tonight": time(20),
        "night": time(22),
        "end of day": time(18),
    }
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where and for whom a text was written.

    `first_weekday` counts from Monday = 0. `day_parts` are the person's own times; a part that
    is not in it has the time of `DAY_PARTS`. In a `group` an @name is an assignee; `people` are
    names in lower case that need not look like usernames.
    """

    zone: str = "UTC"
    language: str = "en"
    date_order: DateOrder = "DMY"
    first_weekday: int = 0
    group: bool = False
    day_parts: Mapping[DayPart, time] = field(default_factory=lambda: DAY_PARTS)
    people: frozenset[str] = frozenset()

    def time_of(self, part: DayPart) -> time:
        return self.day_parts.get(part) or DAY_PARTS[part]


@dataclass(frozen=True, slots=True)
class TextSpan:
    """A recognised piece of the text: `text[start:end]`, offsets in code points."""

    kind: SpanKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReminderOffset:
    """A reminder relative to the due moment.

    Either `before` (elapsed time before due, negative after it), or `days_before` with a wall time
    `at` ("the day before at 19:00" is one day before at 19:00).
    """

    before: timedelta | None = None
    days_before: int = 0
    at: time | None = None

    def __str__(self) -> str:
        if self.at is not None:
            return f"day-{self.days_before}@{self.at:%H:%M}"
        minutes = int((self.before or timedelta()).total_seconds() // 60)
        return f"-{minutes}m" if minutes >= 0 else f"+{-minutes}m"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to ask the person about, with the readings to choose from."""

    kind: DoubtKind
    span: TextSpan
    alternatives: tuple[Due | Repeat, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A line as a task.

    `priority` is 1 high, 2 medium, 3 low, or None. With a `repeat`, `due` is its first
    occurrence; `duration` is how long it lasts from there; `alone` tells which half of the due
    date was said. `spans` are what is not in the `title`: in the order of the text, without
    overlaps. `elsewhere` is the clock time that was said in another zone than the person's; the
    due date is in theirs. The assignees of one that `rotates` take turns.
    """

    title: str
    due: Due | None = None
    repeat: Repeat | None = None
    reminders: tuple[ReminderOffset, ...] = ()
    nag: timedelta | None = None
    priority: int | None = None
    tags: tuple[str, ...] = ()
    assignees: tuple[str, ...] = ()
    rotates: bool = False
    spans: tuple[TextSpan, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    alone: SaidAlone = ""
    duration: timedelta | None = None
    elsewhere: TextSpan | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A text that is only a date, time or repeat; `alone` and `duration` as in a `Reading`.

    Without `due` and `doubts` it takes the date away: no date.
    """

    due: Due | None
    repeat: Repeat | None = None
    doubts: tuple[Doubt, ...] = ()
    alone: SaidAlone = ""
    duration: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """done · done 3 5"""

    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Delete:
    """delete · delete 12"""

    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Snooze:
    """snooze 25min · snooze until tomorrow 9; exactly one of the two is set.

    Without either in the text (snooze) the length is ten minutes.
    """

    length: timedelta | None = None
    until: Due | None = None


@dataclass(frozen=True, slots=True)
class Reschedule:
    """change reminder 12 to saturday 4 pm; `words` say where to, for a task whose date is known."""

    number: int
    when: When
    words: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class AddReminder:
    """the day before at 19:00 · remind 1h before"""

    offsets: tuple[ReminderOffset, ...]


@dataclass(frozen=True, slots=True)
class SetTimezone:
    """set timezone Europe/Berlin; `words` are as typed: a zone, a city or an offset."""

    words: str


@dataclass(frozen=True, slots=True)
class SetDigest:
    """daily agenda at 9am · evening review at 21:00 · daily agenda off

    `at` is the local time of each day's agenda or review, None when it is turned off.
    """

    at: time | None
    which: Digest = "agenda"


@dataclass(frozen=True, slots=True)
class HabitLog:
    """+500 ml water · did gym yesterday; no amount means done."""

    habit: str
    amount: float | None = None
    unit: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class HabitSkip:
    """skip gym today"""

    habit: str
    on: date


@dataclass(frozen=True, slots=True)
class PauseHabits:
    """pause all habits until oct 5; `until` is the last day of the pause, None for an open end.

    `is_away`: vacation until oct 5, which pauses reminders, too. `is_gone`: I'm away until oct 5,
    which is no task, whatever else there is.
    """

    until: date | None
    is_away: bool = False
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class ResumeHabits:
    """resume habits: their pause ends now."""


Intent = (
    Done
    | Delete
    | Snooze
    | Reschedule
    | AddReminder
    | SetTimezone
    | SetDigest
    | HabitLog
    | HabitSkip
    | PauseHabits
    | ResumeHabits
)
