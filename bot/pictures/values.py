"""What is drawn: plain values, with all words already in the reader's language.

A `Day` says how a day is drawn: as the share 0..1 of its goal that was reached (0.0: due, nothing
done yet), as a Mark, or as None when nothing was due.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date

SHEET_ROWS = 12  # habits on one sheet
LEADERBOARD_ROWS = 20  # people on one leaderboard
CURVE_DAYS = 90  # days of the curve of a score
STRIP_DAYS = 35  # days of each habit on a sheet


class Mark(Enum):
    """A day without a share; each kind has a shape of its own, for people who see no colours."""

    MISSED = "missed"
    SKIPPED = "skipped"
    AWAY = "away"


Day: TypeAlias = "float | Mark | None"


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of a year: one after the other from `first`, at most 366.

    `months`: twelve short names from January; `weekdays`: seven short names from Monday.
    `first_weekday`: 0 Monday … 6 Sunday, the top row.
    """

    first: date
    days: tuple[Day, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    first_weekday: int = 0


@dataclass(frozen=True, slots=True)
class Legend:
    """The words for the kinds of cells; a kind with an empty word is left out.

    `less` and `more` are the ends of a scale of amounts; `done` is for a full cell, in habits that
    are done or not.
    """

    less: str = ""
    more: str = ""
    done: str = ""
    missed: str = ""
    skipped: str = ""
    away: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """The score of each day, 0..1, oldest first; the last 90 are drawn.

    `axis`: the words for 0, 50 and 100 percent; `begins` and `ends`: those below its two ends.
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
class SheetRow:
    """One habit of a sheet. `days`: its days up to the sheet's `last`; 35 are drawn.

    `streak`: the current streak in a few words.
    """

    name: str
    colour: int
    score: float
    score_text: str
    streak: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All habits of a person: twelve are drawn, `more` are the words for the others.

    `last`: the date of the last `Day` of all rows; the strips have gaps where weeks begin.
    """

    title: str
    rows: tuple[SheetRow, ...]
    last: date
    subtitle: str = ""
    first_weekday: int = 0
    more: str = ""


@dataclass(frozen=True, slots=True)
class LeaderboardRow:
    """One person of a leaderboard. `score` 0..1 and its words; equal scores may share a `rank`.

    `change`: percentage points since last week; None for somebody without a last week.
    `week`: up to seven days, the oldest first.
    """

    rank: int
    name: str
    score: float
    score_text: str
    change: int | None = None
    week: tuple[Day, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaderboard:
    """People by a score, or by what they have done: twenty are drawn, `more` are the words for
    the others."""

    title: str
    rows: tuple[LeaderboardRow, ...]
    subtitle: str = ""
    colour: int = 0
    more: str = ""
