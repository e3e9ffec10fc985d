"""When a task is due: on a whole day or at a moment, always in a zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Due:
    """A local wall date, with a wall time or for the whole day, in an IANA zone.

    `time.fold` distinguishes the two 02:30s of an autumn night; a time that people write is the
    first (fold 0).
    """

    on: date
    time: time | None
    zone: str

    @property
    def at(self) -> datetime:
        """The aware UTC moment; of a whole day, the moment it starts."""
        return moment(self.on, self.time or time.min, self.zone)

    @property
    def is_whole_day(self) -> bool:
        return self.time is None

    @classmethod
    def from_moment(cls, at: datetime, zone: str, *, whole_day: bool = False) -> Due:
        """The due date whose `at` is this aware moment."""
        local = at.astimezone(ZoneInfo(zone))
        return cls(local.date(), None if whole_day else local.time(), zone)

    def passed(self, *, now: datetime) -> bool:
        """Whether the moment is reached or, for a whole day, the next day has started."""
        if self.time is None:
            return now >= moment(self.on + timedelta(days=1), time.min, self.zone)
        return now >= self.at


def moment(on: date, at: time, zone: str) -> datetime:
    """The aware UTC moment of a wall time.

    A nonexistent wall time moves forward by the gap, an ambiguous one is the first unless
    `at.fold` is 1 (RFC 5545, section 3.3.5, form 3; PEP 495).
    """
    return datetime.combine(on, at, ZoneInfo(zone)).astimezone(UTC)


def local_date(at: datetime, zone: str) -> date:
    """The calendar date of an aware moment in a zone."""
    return at.astimezone(ZoneInfo(zone)).date()


def next_week(today: date, first_weekday: int) -> date:
    """The Monday of the next calendar week, whose first day counts from Monday = 0."""
    start = today - timedelta(days=(today.weekday() - first_weekday) % 7)
    return start + timedelta(days=7 + -first_weekday % 7)
