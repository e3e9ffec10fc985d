"""Where each day is: the grids of calendars and strips, in rows and columns, not in px."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WEEK = 7
BANDS = 2  # with one band the cells would be too small for a phone
BAND_COLUMNS = 27  # 366 days that begin on the last day of a week are in 54 weeks


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a day: its band (half of the year), its week in it, its row from the top."""

    on: date
    band: int
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class MonthLabel:
    """Where a month's name begins, and how many columns it has."""

    month: int
    band: int
    column: int
    columns: int


def year_cells(first: date, count: int, *, first_weekday: int = 0) -> tuple[Cell, ...]:
    """The places of `count` days from `first`: a column for each week, in two bands.

    Up to 378 days fit, whichever weekday is the first; the second band begins when the first is
    full.
    """
    lead = (first.weekday() - first_weekday) % WEEK
    weeks = -(-(lead + count) // WEEK)
    width = min(-(-weeks // BANDS), BAND_COLUMNS)
    return tuple(_cell(first, number, lead, width) for number in range(count))


def _cell(first: date, number: int, lead: int, width: int) -> Cell:
    week, row = divmod(lead + number, WEEK)
    band, column = divmod(week, width)
    return Cell(first + timedelta(days=number), band, column, row)


def month_labels(cells: Sequence[Cell]) -> tuple[MonthLabel, ...]:
    """A label for each month, at the column of its first day.

    A month that a band begins in the middle of has one, too, if three columns are free for it.
    """
    starts: list[Cell] = []
    for cell in cells:
        opens = not starts or starts[-1].band != cell.band
        if not opens and cell.on.day != 1:
            continue
        crowded = not opens and cell.column - starts[-1].column < 3
        if crowded and starts[-1].on.day != 1:
            starts.pop()
        starts.append(cell)
    return tuple(_label(starts, number, cells) for number in range(len(starts)))


def _label(starts: Sequence[Cell], number: int, cells: Sequence[Cell]) -> MonthLabel:
    start = starts[number]
    following = starts[number + 1] if number + 1 < len(starts) else None
    if following is not None and following.band == start.band:
        end = following.column
    else:
        end = 1 + max(cell.column for cell in cells if cell.band == start.band)
    return MonthLabel(start.on.month, start.band, start.column, end - start.column)


def strip_gaps(last: date, count: int, *, first_weekday: int = 0) -> tuple[int, ...]:
    """For each of `count` days up to `last`: how many weeks have begun since the first day."""
    days = [last - timedelta(days=count - 1 - number) for number in range(count)]
    gaps, begun = [], 0
    for number, day in enumerate(days):
        if number and day.weekday() == first_weekday:
            begun += 1
        gaps.append(begun)
    return tuple(gaps)
