"""What a file of another program holds, in plain values, and what of it was not understood.

A module of this package reads one format: bytes or text in, values out, no database and no
network. Each raises Unreadable, with the reason, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from storage.errors import Refusal
from storage.rules.priority import Priority

if TYPE_CHECKING:
    from datetime import date, datetime

    from storage.rules.due import Due
    from storage.rules.recurrence import Repeat
    from storage.rules.schedules import Goal, Schedule
    from storage.transfer.documents import Document

LARGEST = 5 * 1024 * 1024  # bytes of a file
MOST_ROWS = 50_000  # tasks and habits, or lines of them; all of a list with what is done
SHOWN = 60  # characters of what was not understood


class FileFormat(StrEnum):
    """The formats, by the keys of their names."""

    OWN = "dueto"
    SHEET = "dueto-csv"
    TODOIST = "todoist"
    TICKTICK = "ticktick"
    LOOP = "loop"
    GOOGLE = "google"
    CALENDAR = "ics"
    LIST = "list"


class Why(StrEnum):
    """Why something was not understood, by the keys of their sentences; and what became of it.

    TITLE, VALUE, LINE and OVER are left out. The others are in the list, without what is named.
    """

    TITLE = "title"  # it has none
    VALUE = "value"  # a value that cannot be
    LINE = "line"  # it is no line of this format
    OVER = "over"  # an event that is past
    DATE = "date"
    REPEAT = "repeat"
    REMINDER = "reminder"
    LENGTH = "length"  # notes that are longer than ours
    TAGS = "tags"  # more of them than a task has


class Reason(StrEnum):
    """Why a whole file cannot be taken, by the keys of their sentences."""

    UNKNOWN = "unknown"  # none of the formats
    EMPTY = "empty"
    LARGE = "large"
    ROWS = "rows"
    ENCODING = "encoding"
    BROKEN = "broken"  # cut off, or not what it seems to be
    NEWER = "newer"  # written by a later version
    PACKED = "packed"  # an archive that unpacks to too much, or cannot be unpacked
    NOTHING = "nothing"  # understood, and nothing in it to take
    SLOW = "slow"


class Unreadable(Refusal):
    """A file that cannot be taken; nothing was changed. `kind` is its format, if that is known."""

    def __init__(self, reason: Reason, kind: FileFormat | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.kind = kind

    @property
    def limit(self) -> int:
        """What would have been allowed: lines, or else MB."""
        return MOST_ROWS if self.reason is Reason.ROWS else LARGEST // 1024**2


@dataclass(frozen=True, slots=True)
class NotRead:
    """What was not understood: the line (or the place, counted from 1), its beginning, and why."""

    line: int
    text: str
    why: Why


@dataclass(frozen=True, slots=True)
class FoundTask:
    """A task of another program. `line` is its place in the file; `key` and `parent` are its own
    and the one that it is below, in the terms of its file. `completed_at` may be unknown of one
    that `is_done`. `reminders` None: the person's usual ones."""

    line: int
    title: str
    notes: str = ""
    due: Due | None = None
    repeat: Repeat | None = None
    priority: Priority = Priority.MEDIUM
    tags: tuple[str, ...] = ()
    checklist: tuple[tuple[str, bool], ...] = ()
    reminders: tuple[str, ...] | None = None
    nag_minutes: int | None = None
    duration_minutes: int | None = None
    is_done: bool = False
    completed_at: datetime | None = None
    created_at: datetime | None = None
    key: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """What was done on a day."""

    day: date
    amount: float
    is_skip: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class FoundHabit:
    """A habit of another program; without a goal it is yes or no, and an entry's amount is 1."""

    line: int
    name: str
    schedule: Schedule
    goal: Goal | None = None
    colour: int = 0
    is_archived: bool = False
    entries: tuple[FoundEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """What a format's module gives."""

    kind: FileFormat
    tasks: tuple[FoundTask, ...] = ()
    habits: tuple[FoundHabit, ...] = ()
    unread: tuple[NotRead, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file as a document that can be put in, and what of the file was not understood."""

    kind: FileFormat
    document: Document
    unread: tuple[NotRead, ...] = ()


@dataclass(frozen=True, slots=True)
class SaidDate:
    """What words say of when; neither for `no date`."""

    due: Due | None = None
    repeat: Repeat | None = None


# words, and the code of their language or "" → when; None for what is no date
ReadDate: TypeAlias = Callable[[str, str], SaidDate | None]
# a line, and its number → a task; None for one without a title
ReadLine: TypeAlias = Callable[[str, int], FoundTask | None]


@dataclass(frozen=True, slots=True)
class Importer:
    """Who brings a file in, when, in which zone they live, and how the bot reads their words.

    `telegram_id` and `name` are those of the person, to whom what is read belongs.
    """

    telegram_id: int
    name: str
    zone: str
    now: datetime
    read_date: ReadDate
    read_line: ReadLine


def shown(text: str) -> str:
    """The beginning of what was not understood."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1].rstrip() + "…"
