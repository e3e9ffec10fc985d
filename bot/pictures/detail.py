"""The picture of one habit: score and streaks, a year of days, the curve of the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.cards import INNER, LEFT, RIGHT, Heading, stacked
from bot.pictures.cells import ROW, draw_day, draw_legend, legend_rows
from bot.pictures.layout import BAND_COLUMNS, WEEK, month_labels, year_cells
from bot.pictures.lettering import BOLD, MEDIUM, REGULAR, SMALLEST, fit, size_for, width_of, wrap
from bot.pictures.palette import CARD, FAINT, LINE, SOFT, mix, tone
from bot.pictures.values import CURVE_DAYS, Calendar, Curve, Detail, Legend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.pictures.canvas import Canvas, Point

RING, RING_WIDTH = 90, 20  # px: its outer radius, its thickness
SCORES, VALUES = (46, 42, 38, 34, 30), (40, 36, 32)  # px of text: smaller where words are long
FACTS = 4
FACT_TOP, VALUE_LINE, LABEL_LINE = 28, 52, 36
PITCH, CELL = 33, 30  # px from one day to the next; the side of a day
MONTHS = 42  # px above the days, for the months' names
BAND_GAP = 16
LEGEND_TOP = 14
CURVE_TOP, CURVE_HEIGHT, CURVE_FOOT = 58, 190, 44


def drawn(values: Detail) -> bytes:
    """See `bot.pictures.draw_detail`."""
    year = _Year(values.calendar, values.legend, values.colour)
    return stacked((_Head(values), year, _Curve(values.curve, values.colour)))


class _Head:
    """The score as a ring, the habit's name beside it, the facts below."""

    def __init__(self, values: Detail) -> None:
        self._values = values
        self._left = LEFT + 2 * RING + 36
        self._heading = Heading(
            values.name, values.subtitle, colour=values.colour, width=RIGHT - self._left
        )
        self._facts = values.facts[:FACTS]
        self._column = INNER / max(len(self._facts), 1)
        self._labels = [
            wrap(label, SMALLEST, REGULAR, self._column - 16, 2) for label, _ in self._facts
        ]

    @property
    def height(self) -> float:
        facts = FACT_TOP + VALUE_LINE + LABEL_LINE * max(map(len, self._labels), default=0)
        return 2 * RING + (facts if self._facts else 0)

    def draw(self, canvas: Canvas, top: float) -> None:
        colour, x, y = tone(self._values.colour), LEFT + RING, top + RING
        share = self._values.score
        canvas.ring(x, y, RING, share=share, thickness=RING_WIDTH, fill=colour, track=FAINT)
        room = 2 * (RING - RING_WIDTH) - 12
        size = size_for(self._values.score_text, SCORES, BOLD, room)
        score = fit(self._values.score_text, size, BOLD, room)
        canvas.text(x, y, score, size=size, weight=BOLD, anchor="middle")
        self._heading.draw(canvas, y - self._heading.height / 2, self._left)
        self._draw_facts(canvas, top + 2 * RING + FACT_TOP)

    def _draw_facts(self, canvas: Canvas, top: float) -> None:
        for number, (fact, labels) in enumerate(zip(self._facts, self._labels, strict=True)):
            left = LEFT + number * self._column
            size = size_for(fact[1], VALUES, BOLD, self._column - 16)
            value = fit(fact[1], size, BOLD, self._column - 16)
            canvas.text(left, top + VALUE_LINE / 2, value, size=size, weight=BOLD)
            for line, words in enumerate(labels):
                y = top + VALUE_LINE + LABEL_LINE * (line + 0.5)
                canvas.text(left, y, words, fill=SOFT)


class _Year:
    """The days of a year in two rows of weeks, and the legend."""

    def __init__(self, calendar: Calendar, legend: Legend, colour: int) -> None:
        self._calendar = calendar
        self._colour = colour
        first, count = calendar.first, len(calendar.days)
        self._cells = year_cells(first, count, first_weekday=calendar.first_weekday)
        self._bands = 1 + max((cell.band for cell in self._cells), default=0)
        self._legend = legend_rows(legend, INNER)
        self._left = RIGHT - BAND_COLUMNS * PITCH + (PITCH - CELL)

    @property
    def height(self) -> float:
        legend = LEGEND_TOP + ROW * len(self._legend) if self._legend else 0
        return self._bands * (MONTHS + WEEK * PITCH) + (self._bands - 1) * BAND_GAP + legend

    def draw(self, canvas: Canvas, top: float) -> None:
        tops = [top + band * (MONTHS + WEEK * PITCH + BAND_GAP) for band in range(self._bands)]
        for label in month_labels(self._cells):
            words = self._calendar.months[label.month - 1]
            shown = fit(words, SMALLEST, REGULAR, label.columns * PITCH - 8)
            x, y = self._left + label.column * PITCH, tops[label.band] + MONTHS / 2 - 4
            canvas.text(x, y, shown, fill=SOFT)
        for band_top in tops:
            self._draw_weekdays(canvas, band_top + MONTHS)
        for cell, day in zip(self._cells, self._calendar.days, strict=True):
            x = self._left + cell.column * PITCH
            y = tops[cell.band] + MONTHS + cell.row * PITCH
            draw_day(canvas, x, y, CELL, day, colour=self._colour)
        legend_top = top + self.height - ROW * len(self._legend)
        draw_legend(canvas, LEFT, legend_top, self._legend, colour=self._colour)

    def _draw_weekdays(self, canvas: Canvas, top: float) -> None:
        """Draw every second weekday's name: seven would be too much text."""
        for row in range(0, WEEK, 2):
            words = self._calendar.weekdays[(self._calendar.first_weekday + row) % WEEK]
            shown = fit(words, SMALLEST, REGULAR, self._left - LEFT - 8)
            canvas.text(LEFT, top + row * PITCH + CELL / 2, shown, fill=SOFT)


class _Curve:
    """The curve of the score over the last days, with its axis on the left."""

    def __init__(self, curve: Curve, colour: int) -> None:
        self._curve = curve
        self._colour = tone(colour)
        self._scores = curve.scores[-CURVE_DAYS:]
        widest = max(width_of(words, SMALLEST) for words in curve.axis)
        self._left = LEFT + widest + 20

    @property
    def height(self) -> float:
        has_foot = self._curve.begins or self._curve.ends
        return CURVE_TOP + CURVE_HEIGHT + (CURVE_FOOT if has_foot else 10)

    def draw(self, canvas: Canvas, top: float) -> None:
        title = fit(self._curve.title, 32, MEDIUM, INNER)
        canvas.text(LEFT, top + 16, title, size=32, weight=MEDIUM)
        bottom = top + CURVE_TOP + CURVE_HEIGHT
        for share, words in zip((0.0, 0.5, 1.0), self._curve.axis, strict=True):
            y = bottom - share * CURVE_HEIGHT
            canvas.line(((self._left, y), (RIGHT, y)), thickness=2, fill=LINE)
            canvas.text(self._left - 20, y, words, fill=SOFT, anchor="right")
        self._draw_scores(canvas, bottom)
        y, half = bottom + CURVE_FOOT - 14, (RIGHT - self._left) / 2 - 10
        begins, ends = (
            fit(words, SMALLEST, REGULAR, half) for words in (self._curve.begins, self._curve.ends)
        )
        canvas.text(self._left, y, begins, fill=SOFT)
        canvas.text(RIGHT, y, ends, fill=SOFT, anchor="right")

    def _draw_scores(self, canvas: Canvas, bottom: float) -> None:
        points = _points(self._scores, self._left, RIGHT - 10, bottom)
        if not points:
            return
        if len(points) > 1:
            ends = ((points[-1][0], bottom), (points[0][0], bottom))
            canvas.area((*points, *ends), fill=mix(CARD, self._colour, 0.16))
            canvas.line(points, thickness=6, fill=self._colour)
        canvas.dot(*points[-1], 11, fill=CARD)
        canvas.dot(*points[-1], 9, fill=self._colour)


def _points(scores: Sequence[float], left: float, right: float, bottom: float) -> list[Point]:
    """A point for each score; fewer than 90 are placed at the right end, where the newest are."""
    step = (right - left) / (CURVE_DAYS - 1)
    start = right - step * (len(scores) - 1)
    return [
        (start + step * number, bottom - CURVE_HEIGHT * min(max(score, 0.0), 1.0))
        for number, score in enumerate(scores)
    ]
