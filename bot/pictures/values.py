"""What is drawn: plain values, every word in them ready in the reader's language.

A day is drawn by its `Day`: a share of 0..1 that was achieved (0.0: asked for, nothing yet), a
Mark, or None where nothing was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

SHEET_LINES = 12  # habits that one sheet holds
BOARD_ROWS = 20  # people that one leaderboard holds
CURVE_DAYS = 90
STRIP_DAYS = 35  # of each habit on a sheet


class Mark(Enum):
    """A day that has no share: told apart by shape, not by colour alone."""

    MISSED = "missed"
    SKIPPED = "skipped"
    AWAY = "away"


Day: TypeAlias = "float | Mark | None"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A year of days: one after the other from `first`, at most 366.

    `months`: twelve short names, January's first; `weekdays`: seven, Monday's first.
    `first_weekday`: 0 Monday … 6 Sunday, the top of each column.
    """

    first: date
    days: tuple[Day, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    first_weekday: int = 0


@dataclass(frozen=True, slots=True)
class Legend:
    """The words beside the kinds of cells; an empty one leaves its kind out.

    `less` and `more` stand at the ends of a scale of amounts, `done` beside a full cell: a habit
    of yes or no has the latter alone.
    """

    less: str = ""
    more: str = ""
    done: str = ""
    missed: str = ""
    skipped: str = ""
    away: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """The score by day, 0..1, oldest first, the last 90 of them drawn.

    `axis`: the words for 0, 50 and 100 percent; `begins` and `ends` stand under the ends.
    """

    title: str
    scores: tuple[float, ...]
    axis: tuple[str, str, str] = ("0 %", "50 %", "100 %")
    begins: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """One habit. `colour`: an index of PALETTE; `score` 0..1 and its words (`80 %`).

    `subtitle`: its schedule in words. `facts`: up to four (label, value) pairs.
    """

    name: str
    colour: int
    score: float
    score_text: str
    facts: tuple[tuple[str, str], ...]
    calendar: Calendar
    legend: Legend
    curve: Curve
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One habit of a sheet. `days`: its last days, the last one the sheet's `last`; 35 are drawn.

    `streak`: the current one in a few words.
    """

    name: str
    colour: int
    score: float
    score_text: str
    streak: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All habits of a person: twelve are drawn, `more` are the words for the rest.

    `last`: the day of every line's last `Day`; the strips are parted where weeks begin.
    """

    title: str
    lines: tuple[Line, ...]
    last: date
    subtitle: str = ""
    first_weekday: int = 0
    more: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """One person of a leaderboard. `score` 0..1 and its words; equal ones may share a `rank`.

    `change`: percentage points since last week, None where there was no last week.
    `week`: up to seven days, the oldest first.
    """

    rank: int
    name: str
    score: float
    score_text: str
    change: int | None = None
    week: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """The leaderboard of a shared habit: twenty people are drawn, `more` are the words for the
    rest."""

    title: str
    rows: tuple[Standing, ...]
    subtitle: str = ""
    colour: int = 0
    more: str = ""
