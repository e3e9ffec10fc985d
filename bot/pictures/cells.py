"""One day as a small square, and the legend that explains them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.pictures.lettering import REGULAR, SMALLEST, fit, width_of
from bot.pictures.palette import CARD, FAINT, SIGN, SOFT, STEPS, Rgb, shade, step
from bot.pictures.values import Day, Legend, Mark

if TYPE_CHECKING:
    from bot.pictures.canvas import Canvas

ROUND = 0.24  # of a side: the radius of its corners
KEY = 30  # px: the side of a legend's cells
KEY_GAP = 12  # px between a cell and its word
ITEM_GAP = 32  # px between two items
ROW = 46  # px from one row of a legend to the next


def draw_day(
    canvas: Canvas, left: float, top: float, side: float, day: Day, *, colour: int
) -> None:
    """A day's square of `side` px.

    A share above 0 fills it, the darker the larger; 0 leaves a frame. A missed day has a cross, a
    skipped one a stripe, a day away a bar; a day on which nothing is due is faint and empty.
    """
    if isinstance(day, float | int) and day > 0:
        _square(canvas, left, top, side, shade(colour, step(day)))
    elif isinstance(day, float | int):
        _frame(canvas, left, top, side, colour)
    elif day is Mark.SKIPPED:
        _skipped(canvas, left, top, side, colour)
    else:
        _square(canvas, left, top, side, FAINT)
        if day is Mark.MISSED:
            _cross(canvas, left, top, side)
        elif day is Mark.AWAY:
            _bar(canvas, left, top, side)


def _square(canvas: Canvas, left: float, top: float, side: float, fill: Rgb) -> None:
    canvas.box(left, top, side, side, radius=side * ROUND, fill=fill)


def _frame(canvas: Canvas, left: float, top: float, side: float, colour: int) -> None:
    radius, edge = side * ROUND, shade(colour, STEPS - 1)
    canvas.frame(left, top, side, side, radius=radius, fill=CARD, edge=edge, thickness=side * 0.1)


def _bar(canvas: Canvas, left: float, top: float, side: float) -> None:
    box = (left + side * 0.26, top + side * 0.44, side * 0.48, side * 0.12)
    canvas.box(*box, radius=side * 0.06, fill=SIGN)


def _cross(canvas: Canvas, left: float, top: float, side: float) -> None:
    near, far = side * 0.32, side * 0.68
    for start, end in ((near, far), (far, near)):
        ends = ((left + near, top + start), (left + far, top + end))
        canvas.line(ends, thickness=max(side * 0.09, 2), fill=SIGN)


def _skipped(canvas: Canvas, left: float, top: float, side: float, colour: int) -> None:
    _square(canvas, left, top, side, shade(colour, 1))
    near, far = side * 0.24, side * 0.76
    ends = ((left + near, top + far), (left + far, top + near))
    canvas.line(ends, thickness=max(side * 0.12, 2), fill=shade(colour, STEPS))


@dataclass(frozen=True, slots=True)
class _LegendItem:
    """Cells with a word after them and, at a scale of amounts, one before them."""

    days: tuple[Day, ...]
    after: str
    before: str = ""

    @property
    def width(self) -> float:
        before = width_of(self.before, SMALLEST, REGULAR) + KEY_GAP if self.before else 0
        after = width_of(self.after, SMALLEST, REGULAR) + KEY_GAP if self.after else 0
        return before + len(self.days) * (KEY + 3) - 3 + after


def legend_rows(legend: Legend, width: float) -> tuple[tuple[_LegendItem, ...], ...]:
    """The legend's items in rows of at most `width` px."""
    rows: list[list[_LegendItem]] = []
    used = width
    for item in _items(legend, width):
        used += ITEM_GAP + item.width
        if used > width:
            rows.append([])
            used = item.width
        rows[-1].append(item)
    return tuple(tuple(row) for row in rows)


def draw_legend(
    canvas: Canvas,
    left: float,
    top: float,
    rows: tuple[tuple[_LegendItem, ...], ...],
    *,
    colour: int,
) -> None:
    """Draw the rows that `legend_rows` gives, each ROW px tall."""
    for number, row in enumerate(rows):
        x, y = left, top + number * ROW + ROW / 2
        for item in row:
            _draw_item(canvas, x, y, item, colour)
            x += item.width + ITEM_GAP


def _draw_item(canvas: Canvas, x: float, y: float, item: _LegendItem, colour: int) -> None:
    if item.before:
        canvas.text(x, y, item.before, fill=SOFT)
        x += width_of(item.before, SMALLEST, REGULAR) + KEY_GAP
    for day in item.days:
        draw_day(canvas, x, y - KEY / 2, KEY, day, colour=colour)
        x += KEY + 3
    canvas.text(x - 3 + KEY_GAP, y, item.after, fill=SOFT)


def _items(legend: Legend, width: float) -> list[_LegendItem]:
    def word(text: str) -> str:
        return fit(text, SMALLEST, REGULAR, width / 3)

    scale = tuple((number - 0.5) / (STEPS - 1) for number in range(1, STEPS))
    items = []
    if legend.less or legend.more:
        items.append(_LegendItem((*scale, 1.0), word(legend.more), word(legend.less)))
    single: tuple[tuple[str, Day], ...] = (
        (legend.done, 1.0),
        (legend.missed, Mark.MISSED),
        (legend.skipped, Mark.SKIPPED),
        (legend.away, Mark.AWAY),
    )
    items.extend(_LegendItem((day,), word(text)) for text, day in single if text)
    return items
