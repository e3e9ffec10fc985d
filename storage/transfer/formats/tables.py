"""CSV: lines of cells, under the line that names them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.transfer.formats.values import MOST_ROWS, Reason, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

SEPARATORS = (",", ";", "\t")
PREAMBLE = 20  # lines that may stand before the names of the columns
MOST_CELLS = 1_000  # of a line


@dataclass(frozen=True, slots=True)
class Row:
    """A line: its number in the file, and its cells by the names of their columns, in lower case;
    cells that are missing are empty."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "").strip()

    def raw(self, name: str) -> str:
        """A cell with the spaces around it."""
        return self.cells.get(name, "")


@dataclass(frozen=True, slots=True)
class Table:
    """The names of the columns, in lower case, and the lines below them."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]

    def has(self, *names: str) -> bool:
        """Whether it has all of these columns."""
        return set(names) <= set(self.names)


def tables_in(text: str, *wanted: frozenset[str]) -> Table | None:
    """The table whose columns have all names of one of `wanted`; None where no line names them.

    Raises Unreadable for what is CSV up to there, and too long or broken behind.
    """
    for separator in SEPARATORS:
        lines = _lines(text, separator, most=PREAMBLE)
        for place, (_, cells) in enumerate(lines):
            names = tuple(cell.strip().lower() for cell in cells)
            if any(some <= set(names) for some in wanted):
                return Table(names, _rows(text, separator, names, behind=place))
    return None


def _rows(text: str, separator: str, names: tuple[str, ...], *, behind: int) -> tuple[Row, ...]:
    found = _lines(text, separator, most=MOST_ROWS + behind + 2)
    if len(found) > MOST_ROWS + behind + 1:
        raise Unreadable(Reason.ROWS)
    return tuple(
        Row(line, dict(zip(names, cells, strict=False)))
        for line, cells in found[behind + 1 :]
        if any(cell.strip() for cell in cells)
    )


def _lines(text: str, separator: str, *, most: int) -> list[tuple[int, list[str]]]:
    """The first lines, each with the number at which it begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    found: list[tuple[int, list[str]]] = []
    begins = 1
    try:
        for cells in reader:
            found.append((begins, cells[:MOST_CELLS]))
            begins = reader.line_num + 1
            if len(found) >= most:
                break
    except csv.Error:
        if most > PREAMBLE:
            raise Unreadable(Reason.BROKEN) from None
    return found
