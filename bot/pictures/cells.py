"""One day as a small square, and the legend that explains them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.pictures.canvas import Canvas
from bot.pictures.lettering import REGULAR, SMALLEST, fit, width_of
from bot.pictures.palette import CARD, FAINT, SIGN, SOFT, STEPS, shade, step
from bot.pictures.values import Day, Legend, Mark

KEY = 30  # px of a legend's cells
KEY_GAP = 12  # px between a cell and its word
ITEM_GAP = 32  # px between two entries
ROW = 46  # px from one line of a legend to the next


def draw_day(
    canvas: Canvas, left: float, top: float, side: float, day: Day, *, colour: int
) -> None:
    """A day's square of `side` px.

    Filled by its share; asked for and still empty: framed; missed: a cross; skipped: a stripe
    across; away: a bar; nothing asked for: faint and empty.
    """
    radius = side * 0.24
    if isinstance(day, float | int) and day > 0:
        canvas.box(left, top, side, side, radius=radius, fill=shade(colour, step(day)))
        return
    if day is Mark.SKIPPED:
        _skipped(canvas, left, top, side, colour)
        return
    if day is None or day is Mark.MISSED or day is Mark.AWAY:
        canvas.box(left, top, side, side, radius=radius, fill=FAINT)
    else:
        edge = shade(colour, STEPS - 1)
        canvas.frame(
            left, top, side, side, radius=radius, fill=CARD, edge=edge, thickness=side * 0.1
        )
    if day is Mark.MISSED:
        _cross(canvas, left, top, side)
    elif day is Mark.AWAY:
        bar = (left + side * 0.26, top + side * 0.44, side * 0.48, side * 0.12)
        canvas.box(*bar, radius=side * 0.06, fill=SIGN)


def _cross(canvas: Canvas, left: float, top: float, side: float) -> None:
    near, far = side * 0.32, side * 0.68
    for start, end in ((near, far), (far, near)):
        ends = ((left + near, top + start), (left + far, top + end))
        canvas.line(ends, thickness=max(side * 0.09, 2), fill=SIGN)


def _skipped(canvas: Canvas, left: float, top: float, side: float, colour: int) -> None:
    canvas.box(left, top, side, side, radius=side * 0.24, fill=shade(colour, 1))
    near, far = side * 0.24, side * 0.76
    ends = ((left + near, top + far), (left + far, top + near))
    canvas.line(ends, thickness=max(side * 0.12, 2), fill=shade(colour, STEPS))


@dataclass(frozen=True, slots=True)
class _Entry:
    """Cells with a word before them (a scale's lower end) and one after."""

    days: tuple[Day, ...]
    after: str
    before: str = ""

    @property
    def width(self) -> float:
        before = width_of(self.before, SMALLEST, REGULAR) + KEY_GAP if self.before else 0
        after = width_of(self.after, SMALLEST, REGULAR) + KEY_GAP if self.after else 0
        return before + len(self.days) * (KEY + 3) - 3 + after


def legend_rows(legend: Legend, width: float) -> tuple[tuple[_Entry, ...], ...]:
    """The legend's entries in lines of at most `width` px."""
    rows: list[list[_Entry]] = []
    used = width
    for entry in _entries(legend, width):
        used += ITEM_GAP + entry.width
        if used > width:
            rows.append([])
            used = entry.width
        rows[-1].append(entry)
    return tuple(tuple(row) for row in rows)


def draw_legend(
    canvas: Canvas,
    left: float,
    top: float,
    rows: tuple[tuple[_Entry, ...], ...],
    *,
    colour: int,
) -> None:
    """Lines of entries, each ROW px tall, as `legend_rows` gives them."""
    for number, row in enumerate(rows):
        x, y = left, top + number * ROW + ROW / 2
        for entry in row:
            _draw_entry(canvas, x, y, entry, colour)
            x += entry.width + ITEM_GAP


def _draw_entry(canvas: Canvas, x: float, y: float, entry: _Entry, colour: int) -> None:
    if entry.before:
        canvas.text(x, y, entry.before, fill=SOFT)
        x += width_of(entry.before, SMALLEST, REGULAR) + KEY_GAP
    for day in entry.days:
        draw_day(canvas, x, y - KEY / 2, KEY, day, colour=colour)
        x += KEY + 3
    canvas.text(x - 3 + KEY_GAP, y, entry.after, fill=SOFT)


def _entries(legend: Legend, width: float) -> list[_Entry]:
    def word(text: str) -> str:
        return fit(text, SMALLEST, REGULAR, width / 3)

    scale = tuple((number - 0.5) / (STEPS - 1) for number in range(1, STEPS))
    entries = []
    if legend.less or legend.more:
        entries.append(_Entry((*scale, 1.0), word(legend.more), word(legend.less)))
    single: tuple[tuple[str, Day], ...] = (
        (legend.done, 1.0),
        (legend.missed, Mark.MISSED),
        (legend.skipped, Mark.SKIPPED),
        (legend.away, Mark.AWAY),
    )
    entries.extend(_Entry((day,), word(text)) for text, day in single if text)
    return entries
