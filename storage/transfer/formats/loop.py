"""Loop Habit Tracker: how it says how often, and what was done; and the CSV files of its export."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

from storage.models import COLOURS
from storage.rules.schedules import (
    EARLIEST_START,
    LONGEST_INTERVAL,
    Direction,
    Goal,
    Schedule,
    Unit,
)
from storage.transfer.formats.tables import Table, tables_in
from storage.transfer.formats.values import (
    Contents,
    FileFormat,
    FoundEntry,
    FoundHabit,
    Importer,
    NotRead,
    Reason,
    Unreadable,
    Why,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import time

    from storage.transfer.formats.tables import Row

COLUMNS = frozenset({"name", "question", "color"})
NEW = frozenset({"frequencynumerator", "frequencydenominator"})
OLD = frozenset({"numrepetitions", "interval"})
CHECKMARKS = frozenset({"date"})
OF_HABIT = frozenset({"date", "value"})
# how a day is written, in files of all versions
SKIPS, DONE = {"SKIP", "3"}, {"YES_MANUAL", "2"}
NOTHING = {"", "UNKNOWN", "-1", "YES_AUTO", "1"}  # automatic ones are worked out here, too
MONTHS = {30, 31}
MOST_ENTRIES = 200_000  # of all habits
LATEST = date(2299, 1, 1)
PLACE = re.compile(r"(?:.*/)?(\d{1,4}) [^/]*/Checkmarks\.csv", re.IGNORECASE)  # 001 Run/…


@dataclass(frozen=True, slots=True)
class Rate:
    """So many times in so many days."""

    times: int
    days: int


def schedule_of(rate: Rate, start: date, reminders: tuple[time, ...] = ()) -> Schedule:
    """A frequency as a schedule of ours."""
    times, days = max(rate.times, 1), min(max(rate.days, 1), LONGEST_INTERVAL)
    start = max(start, EARLIEST_START)
    if times >= days:
        return Schedule(start, reminders=reminders)
    if days == 7:
        return Schedule(start, Unit.WEEK, times=times, reminders=reminders)
    if days in MONTHS:
        return Schedule(start, Unit.MONTH, times=times, reminders=reminders)
    return Schedule(start, interval=days, times=times, reminders=reminders)


def entry_of(value: str, on: date, note: str, goal: Goal | None) -> FoundEntry | None:
    """What a file says of a day; None for nothing. Raises ValueError for what it cannot say."""
    said = value.strip().upper()
    if said in SKIPS:
        return FoundEntry(on, 0.0, is_skip=True, note=note)
    if goal is None:
        if said in DONE:
            return FoundEntry(on, 1.0, note=note)
        is_known = said in NOTHING or said in {"NO", "0"}
        if not is_known:
            raise ValueError(value)
        return FoundEntry(on, 0.0, note=note) if note else None
    if said in {"", "UNKNOWN", "-1"}:
        return FoundEntry(on, 0.0, note=note) if note else None
    amount = {"NO": 0.0}.get(said) or float(said.replace(",", "."))
    if not isfinite(amount) or amount < 0:
        raise ValueError(value)
    return FoundEntry(on, amount, note=note)


def goal_of(target: float, unit: str, *, at_most: bool) -> Goal:
    """A measured habit's goal."""
    return Goal(target, unit, Direction.AT_MOST if at_most else Direction.AT_LEAST)


def day_in(text: str) -> date:
    """A day. Raises ValueError, for one that is no day of anybody's life, too."""
    on = date.fromisoformat(text.strip())
    if not EARLIEST_START <= on < LATEST:
        raise ValueError(text)
    return on


def is_habits(text: str) -> Table | None:
    """The table of a file `Habits.csv`; None for another file."""
    return tables_in(text, COLUMNS | NEW, COLUMNS | OLD)


def read(files: Mapping[str, str], importer: Importer) -> Contents:
    """The habits of an export: `files` are texts by their names in the archive. What was done is in
    a file for each habit, or in one for all of them."""
    named = {name.rpartition("/")[2].lower(): name for name in files if name.count("/") <= 1}
    table = is_habits(files[named["habits.csv"]]) if "habits.csv" in named else None
    if table is None:
        raise Unreadable(Reason.BROKEN, FileFormat.LOOP)
    work = _Export(importer, files)
    habits = tuple(work.habit(row, place) for place, row in enumerate(table.rows, start=1))
    return Contents(FileFormat.LOOP, habits=habits, unread=tuple(work.unread))


class _Export:
    """An export being read: the days of each habit, by its place and by its name."""

    def __init__(self, importer: Importer, files: Mapping[str, str]) -> None:
        self.importer = importer
        self.unread: list[NotRead] = []
        self._count = 0
        self._by_place: dict[int, Table] = {}
        self._all: Table | None = None
        for name, text in files.items():
            if found := PLACE.fullmatch(name):
                if (table := tables_in(text, OF_HABIT)) is not None:
                    self._by_place[int(found[1])] = table
            elif name.lower().endswith("checkmarks.csv"):
                self._all = tables_in(text, CHECKMARKS)

    def habit(self, row: Row, place: int) -> FoundHabit:
        """A habit of `Habits.csv`, with what was done."""
        name, goal = row["name"], _goal(row)
        entries = [*self._entries(place, name, goal)]
        start = min((entry.day for entry in entries), default=self.importer.now.date())
        return FoundHabit(
            row.line,
            name,
            schedule_of(_rate(row), start),
            goal,
            colour=(place - 1) % COLOURS,
            is_archived=row["archived?"].lower() == "true",
            entries=tuple(entries),
        )

    def _entries(self, place: int, name: str, goal: Goal | None) -> Iterable[FoundEntry]:
        for row, value, note in self._days(place, name):
            self._count += 1
            if self._count > MOST_ENTRIES:
                raise Unreadable(Reason.ROWS, FileFormat.LOOP)
            try:
                entry = entry_of(value, day_in(row["date"]), note, goal)
            except ValueError:
                said = shown(f"{name}: {row['date']} {value}")
                self.unread.append(NotRead(row.line, said, Why.VALUE))
                continue
            if entry is not None:
                yield entry

    def _days(self, place: int, name: str) -> Iterable[tuple[Row, str, str]]:
        own = self._by_place.get(place)
        if own is not None:
            return [(row, row["value"], row["notes"]) for row in own.rows]
        if self._all is None:
            return []
        return [(row, row[name.lower()], "") for row in self._all.rows]


def _rate(row: Row) -> Rate:
    times = row["frequencynumerator"] or row["numrepetitions"]
    days = row["frequencydenominator"] or row["interval"]
    known = [int(text) if text.isdecimal() and len(text) < 6 else 1 for text in (times, days)]
    return Rate(*known)


def _goal(row: Row) -> Goal | None:
    if row["type"].upper() not in {"NUMERICAL", "MEASURABLE"}:
        return None
    try:
        target = float(row["target value"].replace(",", ".") or 0)
    except ValueError:
        target = 0.0
    target = target if isfinite(target) and target >= 0 else 0.0
    at_most = row["target type"].upper().replace(" ", "_") == "AT_MOST"
    return goal_of(target, row["unit"], at_most=at_most)
