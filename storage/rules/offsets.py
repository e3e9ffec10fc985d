"""When a task reminds: pure functions of due dates, offsets, quiet hours and moments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from storage.errors import TooMany
from storage.rules.due import Due, moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

REMINDERS_LIMIT = 20  # per task
NAGS_LIMIT = 10
JUST_NOW = timedelta(minutes=1)  # a reminder for a moment this short ago is still planned
ON_PURPOSE = timedelta(minutes=15)  # how late a push that was meant for quiet hours may come

LONGEST_BEFORE = timedelta(days=3_660)  # ten years, before what is due or after it

_BEFORE = re.compile(r"([-+])(\d{1,7})m")
_DAY = re.compile(r"day-(\d{1,4})@(\d\d:\d\d)")


class BrokenOffset(ValueError):
    """A text in a row that is no offset."""


@dataclass(frozen=True, slots=True)
class Offset:
    """A reminder relative to a due date: elapsed time `before` it (negative: after), or a wall
    time `at` so many days before the day.

    In rows it is text: `-60m` an hour before, `-0m` at it, `+30m` after, `day-1@19:00`.
    """

    before: timedelta = timedelta()
    days_before: int = 0
    at: time | None = None

    def __str__(self) -> str:
        if self.at is not None:
            return f"day-{self.days_before}@{self.at:%H:%M}"
        minutes = int(self.before.total_seconds() // 60)
        return f"+{-minutes}m" if minutes < 0 else f"-{minutes}m"

    @classmethod
    def parse(cls, text: str) -> Offset:
        """Read an offset. Raises BrokenOffset."""
        if found := _BEFORE.fullmatch(text):
            minutes = int(found[2])
            return cls(before=timedelta(minutes=minutes if found[1] == "-" else -minutes))
        if found := _DAY.fullmatch(text):
            try:
                return cls(days_before=int(found[1]), at=time.fromisoformat(found[2]))
            except ValueError:
                raise BrokenOffset(text) from None
        raise BrokenOffset(text)

    @property
    def is_possible(self) -> bool:
        """Whether it is within ten years of what is due."""
        return max(abs(self.before), timedelta(days=self.days_before)) <= LONGEST_BEFORE

    def fires_at(self, due: Due, *, morning: time) -> datetime:
        """The aware UTC moment of the reminder.

        For a whole day, elapsed time counts back from its morning, since "1 hour before a day"
        means little; "1 day before" is the morning of the day before.
        """
        if self.at is not None:
            return moment(due.on - timedelta(days=self.days_before), self.at, due.zone)
        if due.time is not None:
            return due.at - self.before
        days, rest = divmod(self.before, timedelta(days=1))
        return moment(due.on - timedelta(days=days), morning, due.zone) - rest


def kept_offsets(offsets: Iterable[str] | None) -> list[str] | None:
    """A task's own offsets as its row keeps them; None for the usual ones. Raises TooMany."""
    if offsets is None:
        return None
    kept = list(offsets)
    if len(kept) > REMINDERS_LIMIT:
        raise TooMany("reminders", REMINDERS_LIMIT)
    try:
        possible = all(Offset.parse(one).is_possible for one in kept)
    except BrokenOffset:
        possible = False
    if not possible:
        raise TooMany("days-before", LONGEST_BEFORE.days)
    return kept


@dataclass(frozen=True, slots=True)
class QuietHours:
    """The local hours in which nothing is pushed, `end` exclusive; they may span midnight."""

    start: time
    end: time
    zone: str

    def end_of(self, at: datetime) -> datetime:
        """The moment itself, or the end of the quiet hours that it falls into."""
        local = at.astimezone(ZoneInfo(self.zone))
        if not self._holds(local.time()):
            return at
        on = local.date()
        if local.time() >= self.end:
            on += timedelta(days=1)
        return moment(on, self.end, self.zone)

    def _holds(self, at: time) -> bool:
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


@dataclass(frozen=True, slots=True)
class Planned:
    """A push that is planned: `key` tells it apart from the others of one occurrence."""

    key: str
    fire_at: datetime

    def is_ahead(self, *, now: datetime) -> bool:
        """Whether it still lies ahead.

        Past moments are skipped: whoever sets a date one hour ahead does not want the reminder
        that was for one day before it.
        """
        return self.fire_at > now - JUST_NOW


def plan(due: Due, offsets: Sequence[Offset], *, morning: time) -> list[Planned]:
    """The reminders of one occurrence by their moments; equal offsets make one reminder."""
    planned = {
        str(offset): Planned(str(offset), offset.fires_at(due, morning=morning))
        for offset in offsets[:REMINDERS_LIMIT]
    }
    return sorted(planned.values(), key=lambda one: (one.fire_at, one.key))


def next_nag(
    sent_at: datetime, count: int, *, every: timedelta, quiet: QuietHours | None
) -> datetime | None:
    """When to nag again after `count` nags, never in quiet hours; None after the tenth."""
    if count >= NAGS_LIMIT:
        return None
    at = sent_at + every
    return quiet.end_of(at) if quiet else at


def push_at(
    fire_at: datetime, *, on_purpose: bool, quiet: QuietHours | None, now: datetime
) -> datetime:
    """When a push that is due may be sent: now, or when quiet hours end.

    A push whose moment was chosen for its task (`on_purpose`) is sent in quiet hours too, or a
    little late after a restart; if it is later than that, it waits.
    """
    if quiet is None or (on_purpose and now - fire_at <= ON_PURPOSE):
        return now
    return quiet.end_of(now)


def lateness(
    fire_at: datetime, *, on_purpose: bool, quiet: QuietHours | None, now: datetime
) -> timedelta:
    """How much later a push leaves than it should have: that it waited for the end of quiet hours
    does not count."""
    due_at = quiet.end_of(fire_at) if quiet and not on_purpose else fire_at
    return max(now - due_at, timedelta())


def local_moments(
    at: time, zone: str, *, after: datetime, weekdays: Iterable[int] = range(7)
) -> datetime:
    """The next moment after `after` when a local clock shows `at` on one of the weekdays.

    Raises ValueError for no weekdays.
    """
    wanted = frozenset(weekdays)
    on: date = after.astimezone(ZoneInfo(zone)).date()
    for days in range(9):
        day = on + timedelta(days=days)
        found = moment(day, at, zone)
        if found > after and day.weekday() in wanted:
            return found
    raise ValueError("no weekday is wanted")
