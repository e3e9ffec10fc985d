"""When a habit reminds: pure functions of its entries, of days, zones and moments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from storage.rules.due import moment
from storage.rules.schedules import Span, habit_day
from storage.rules.streaks import progress

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from storage.rules.histories import History

ONE_DAY = timedelta(days=1)
LAST_MINUTE = timedelta(minutes=1)
LOOKED_AHEAD = 800  # days to search; a schedule asks for something at least once in 366 days

_SLOT = re.compile(r"(\d{8})@(\d\d:\d\d|snooze.*)")


@dataclass(frozen=True, slots=True)
class LocalDays:
    """The days of a person or group: they begin at the local time `turn` in an IANA zone."""

    zone: str
    turn: time

    def day_of(self, at: datetime) -> date:
        """The day that a moment belongs to."""
        return habit_day(at, self.zone, turn=self.turn)

    def begins(self, day: date) -> datetime:
        """The first moment of a day; a day that the zone leaves out begins when it ends.

        If clocks go forward over the turn, the day begins at that change.
        """
        end = moment(day, self.turn, self.zone)
        wall = end.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
        if wall == datetime.combine(day, self.turn):
            return end
        begin = moment(day, self.turn.replace(fold=1), self.zone)  # before the clocks change
        while end - begin > timedelta(seconds=1):
            middle = begin + (end - begin) // 2
            begin, end = (begin, middle) if self.day_of(middle) >= day else (middle, end)
        return end.replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Slot:
    """One reminder of a habit: the day that it is about, and the local time when it comes.

    In rows it is text: `20260923@21:00`. A snooze has the word `snooze` and its moment in the
    place of the time; its `at` is None.
    """

    day: date
    at: time | None

    def __str__(self) -> str:
        return f"{self.day:%Y%m%d}@{self.at:%H:%M}" if self.at else f"{self.day:%Y%m%d}@snooze"

    @classmethod
    def parse(cls, text: str) -> Slot | None:
        """Read a row's key; None if it is not the key of a habit's row."""
        found = _SLOT.fullmatch(text)
        if found is None:
            return None
        try:
            at = None if found[2].startswith("snooze") else time.fromisoformat(found[2])
            return cls(date.fromisoformat(found[1]), at)
        except ValueError:
            return None

    def fires_at(self, days: LocalDays) -> datetime | None:
        """The aware UTC moment; None for a day that the zone leaves out, and for a snooze.

        A time before the turn is after midnight. A time that does not exist moves forward by the
        gap, but not out of its day: one day would have no reminder and another one two.
        """
        begins, ends = days.begins(self.day), days.begins(self.day + ONE_DAY)
        if self.at is None or begins >= ends:
            return None
        on = self.day + ONE_DAY * (self.at < days.turn)
        return max(begins, min(moment(on, self.at, days.zone), ends - LAST_MINUTE))


def next_slot(
    at: time,
    histories: Sequence[History],
    days: LocalDays,
    *,
    after: datetime,
    taken: Collection[date] = (),
) -> Slot | None:
    """The next reminder at a local time after a moment; None if none will come.

    It is on the first day that is not `taken` and that asks one of these people for anything, as
    far as their entries say by now.
    """
    for day in _asking(histories, days.day_of(after)):
        slot = Slot(day, at)
        fires_at = slot.fires_at(days)
        if day not in taken and fires_at is not None and fires_at > after.astimezone(UTC):
            return slot
    return None


def is_due(histories: Sequence[History], day: date) -> bool:
    """Whether a day asks one of these people for anything."""
    return any(progress(history, on=day).is_due for history in histories)


def _asking(histories: Sequence[History], day: date) -> Iterator[date]:
    """The days from `day` on that ask for something; long pauses are skipped at once."""
    for _ in range(LOOKED_AHEAD):
        heres = [here for one in histories if (here := _back(one, day)) is not None]
        if not heres:
            return
        day = min(heres)
        if is_due(histories, day):
            yield day
        day += ONE_DAY


def _back(history: History, day: date) -> date | None:
    """The first day from `day` on that is neither before the habit's start nor away, if any."""
    day = max(day, history.schedule.start)
    while spans := [span for span in history.away if day in span]:
        last = _last(spans)
        if last is None:
            return None
        day = last + ONE_DAY
    return day


def _last(spans: Sequence[Span]) -> date | None:
    lasts = [span.last for span in spans if span.last is not None]
    return max(lasts) if len(lasts) == len(spans) else None
