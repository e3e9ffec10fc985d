"""Loop Habit Tracker's backup: its SQLite database, opened in memory and only read.

Nothing in it is trusted: only two tables of plain columns are read, each value is checked, and a
query that takes too long is ended.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from math import isfinite
from typing import TYPE_CHECKING, Any

from storage.models import COLOURS
from storage.transfer.formats.loop import (
    MOST_ENTRIES,
    Rate,
    day_in,
    goal_of,
    schedule_of,
)
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
    from collections.abc import Iterator

    from storage.rules.schedules import Goal

MAGIC = b"SQLite format 3\x00"
LONGEST = 5.0  # seconds
STEPS = 10_000  # of SQLite's machine, between two looks at the clock
MOST_HABITS = 1_000
WAL = slice(18, 20)  # of the header: how it is written; a database in memory has no log
WANTED = {
    "habits": ("id", "name", "freq_num", "freq_den"),
    "repetitions": ("habit", "timestamp", "value"),
}
FURTHER = {  # columns that later versions have added
    "habits": (
        *("archived", "position", "color", "type", "target_type", "target_value", "unit"),
        *("reminder_hour", "reminder_min"),
    ),
    "repetitions": ("notes",),
}
SKIP, YES = 3, 2  # values; 1 is automatic, 0 is no, -1 is unknown
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_PRAGMA}


def is_database(content: bytes) -> bool:
    """Whether a file is a SQLite database."""
    return content.startswith(MAGIC)


def read(content: bytes, importer: Importer) -> Contents:
    """The habits of a backup, with what was done. Raises Unreadable."""
    deadline = time.monotonic() + LONGEST
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            _open(connection, content, deadline)
            return _Backup(connection, importer).contents()
        except sqlite3.Error as error:
            late = time.monotonic() > deadline
            reason = Reason.SLOW if late else Reason.BROKEN
            raise Unreadable(reason, FileFormat.LOOP if late else None) from error


def _open(connection: sqlite3.Connection, content: bytes, deadline: float) -> None:
    kept = bytearray(content)
    kept[WAL] = b"\x01\x01"
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    connection.deserialize(bytes(kept))
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, len(content) + 1)
    for pragma in ("query_only=ON", "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0"):
        connection.execute(f"PRAGMA {pragma}")
    connection.set_progress_handler(lambda: int(time.monotonic() > deadline), STEPS)
    connection.set_authorizer(_authorize)


def _authorize(action: int, *_: Any) -> int:
    return sqlite3.SQLITE_OK if action in ALLOWED else sqlite3.SQLITE_DENY


@dataclass(slots=True)
class _Backup:
    connection: sqlite3.Connection
    importer: Importer

    def contents(self) -> Contents:
        """All habits."""
        unread: list[NotRead] = []
        done = self._entries(unread)
        rows = self._rows("habits", order="position, id", limit=MOST_HABITS)
        habits = [self._habit(row, place, done) for place, row in enumerate(rows, start=1)]
        return Contents(FileFormat.LOOP, habits=tuple(habits), unread=tuple(unread))

    def _rows(self, table: str, *, order: str, limit: int) -> Iterator[dict[str, Any]]:
        """The rows of a table with its known columns. Raises Unreadable where it has not those."""
        columns = self._columns(table)
        by = ", ".join(name for name in order.split(", ") if name in columns)
        query = f"SELECT {', '.join(columns)} FROM {table} ORDER BY {by} LIMIT {limit + 1}"  # noqa: S608  ours
        for number, row in enumerate(self.connection.execute(query)):
            if number == limit:
                raise Unreadable(Reason.ROWS, FileFormat.LOOP)
            yield dict(zip(columns, row, strict=True))

    def _columns(self, table: str) -> list[str]:
        """The columns of a table that are known here: of a plain one, not of a view."""
        kinds = self.connection.execute(
            "SELECT type FROM sqlite_master WHERE name = ? COLLATE NOCASE", (table,)
        )
        info = self.connection.execute(f"PRAGMA table_info({table})")
        there = {str(row[1]).lower() for row in info}
        if kinds.fetchall() != [("table",)] or not set(WANTED[table]) <= there:
            raise Unreadable(Reason.UNKNOWN)
        return [*WANTED[table], *(name for name in FURTHER[table] if name in there)]

    def _entries(self, unread: list[NotRead]) -> dict[int, list[dict[str, Any]]]:
        """What was done, by the keys of the habits."""
        found: dict[int, list[dict[str, Any]]] = {}
        for row in self._rows("repetitions", order="habit, timestamp", limit=MOST_ENTRIES):
            if not all(isinstance(row[name], int) for name in WANTED["repetitions"]):
                unread.append(NotRead(len(unread) + 1, shown(str(row["timestamp"])), Why.VALUE))
                continue
            found.setdefault(row["habit"], []).append(row)
        return found

    def _habit(
        self, row: dict[str, Any], place: int, done: dict[int, list[dict[str, Any]]]
    ) -> FoundHabit:
        goal = _goal(row)
        entries = tuple(_entries_of(done.get(row["id"], ()), goal))
        start = min((entry.day for entry in entries), default=self.importer.now.date())
        rate = Rate(_number(row, "freq_num", 1), _number(row, "freq_den", 1))
        return FoundHabit(
            place,
            _words(row, "name"),
            schedule_of(rate, start, _reminders(row)),
            goal,
            colour=_number(row, "color", place) % COLOURS,
            is_archived=_number(row, "archived", 0) == 1,
            entries=entries,
        )


def _entries_of(rows: Any, goal: Goal | None) -> Iterator[FoundEntry]:
    for row in rows:
        try:
            on = _day(row["timestamp"])
        except (ValueError, OverflowError):
            continue
        value, note = row["value"], _words(row, "notes")
        if value == SKIP:
            yield FoundEntry(on, 0.0, is_skip=True, note=note)
        elif goal is not None and value >= 0:
            yield FoundEntry(on, value / 1000, note=note)
        elif value == YES:
            yield FoundEntry(on, 1.0, note=note)
        elif note:
            yield FoundEntry(on, 0.0, note=note)


def _day(timestamp: int) -> date:
    """The day of a timestamp, in milliseconds of its midnight in UTC. Raises ValueError."""
    on = (EPOCH + timedelta(milliseconds=timestamp)).date()
    return day_in(on.isoformat())


def _goal(row: dict[str, Any]) -> Goal | None:
    if _number(row, "type", 0) != 1:
        return None
    target = row.get("target_value")
    is_number = isinstance(target, int | float) and isfinite(target) and 0 <= target < 1e12
    amount = float(target) if is_number and target is not None else 0.0
    return goal_of(amount, _words(row, "unit"), at_most=_number(row, "target_type", 0) == 1)


def _reminders(row: dict[str, Any]) -> tuple[clock, ...]:
    hour, minute = _number(row, "reminder_hour", -1), _number(row, "reminder_min", -1)
    return (clock(hour, minute),) if 0 <= hour < 24 and 0 <= minute < 60 else ()


def _number(row: dict[str, Any], name: str, usual: int) -> int:
    value = row.get(name)
    return value if isinstance(value, int) else usual


def _words(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""
