"""The picture of all habits of a person: a row for each, with its last weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.cards import INNER, LEFT, RIGHT, Heading, draw_name, stacked
from bot.pictures.cells import draw_day
from bot.pictures.layout import strip_gaps
from bot.pictures.lettering import BOLD, REGULAR, SMALLEST, fit, width_of
from bot.pictures.palette import FAINT, SOFT, tone
from bot.pictures.values import SHEET_ROWS, STRIP_DAYS, Day, Sheet, SheetRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.pictures.canvas import Canvas

RING, RING_WIDTH = 36, 12  # px: its outer radius, its thickness
NAME, SCORE_COLUMN = 34, 118  # px of text; px that the score has
TEXT_LEFT = LEFT + 2 * RING + 24
ROW_HEIGHT, HEAD_GAP, FOOT = 116, 14, 48
PITCH, CELL, WEEK_GAP = 24, 21, 6  # px from day to day, a day's side, extra between weeks


def drawn(values: Sheet) -> bytes:
    """See `bot.pictures.draw_sheet`."""
    return stacked((_Habits(values),))


class _Habits:
    """The title, the rows, and the words for the habits that do not fit."""

    def __init__(self, values: Sheet) -> None:
        self._values = values
        self._heading = Heading(values.title, values.subtitle)
        self._rows = values.rows[:SHEET_ROWS]
        self._more = fit(values.more, SMALLEST, REGULAR, INNER)

    @property
    def height(self) -> float:
        foot = FOOT if self._more else 0
        return self._heading.height + HEAD_GAP + ROW_HEIGHT * len(self._rows) + foot

    def draw(self, canvas: Canvas, top: float) -> None:
        self._heading.draw(canvas, top)
        y = top + self._heading.height + HEAD_GAP
        for number, row in enumerate(self._rows):
            if number:
                canvas.line(((TEXT_LEFT, y), (RIGHT, y)), thickness=2, fill=FAINT)
            _draw_words(canvas, y + 38, row)
            middle = y + ROW_HEIGHT / 2
            canvas.ring(
                LEFT + RING,
                middle,
                RING,
                share=row.score,
                thickness=RING_WIDTH,
                fill=tone(row.colour),
                track=FAINT,
            )
            self._draw_strip(canvas, y + 70, row)
            y += ROW_HEIGHT
        canvas.text(LEFT, y + FOOT / 2 + 6, self._more, fill=SOFT)

    def _draw_strip(self, canvas: Canvas, top: float, row: SheetRow) -> None:
        places = strip_places(self._values, row.days)
        for x, day in zip(places, row.days[-STRIP_DAYS:], strict=True):
            draw_day(canvas, TEXT_LEFT + x, top, CELL, day, colour=row.colour)


def strip_places(values: Sheet, days: Sequence[Day]) -> tuple[float, ...]:
    """The x of each day in the strip: px from its left end; the newest is at the right end."""
    gaps = strip_gaps(values.last, STRIP_DAYS, first_weekday=values.first_weekday)
    places = tuple(PITCH * number + WEEK_GAP * gap for number, gap in enumerate(gaps))
    return places[max(STRIP_DAYS - len(days), 0) :]


def _draw_words(canvas: Canvas, y: float, row: SheetRow) -> None:
    score = fit(row.score_text, NAME, BOLD, SCORE_COLUMN)
    canvas.text(RIGHT, y, score, size=NAME, weight=BOLD, anchor="right")
    right = RIGHT - SCORE_COLUMN - 8
    streak = fit(row.streak, SMALLEST, REGULAR, 300)
    canvas.text(right, y, streak, fill=SOFT, anchor="right")
    room = right - width_of(streak, SMALLEST) - 24 - TEXT_LEFT
    draw_name(canvas, TEXT_LEFT, y, row.name, size=NAME, width=room, colour=row.colour)
