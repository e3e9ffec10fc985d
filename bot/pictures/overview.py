"""The picture of all habits of a person: one line each, with the last weeks."""

from __future__ import annotations

from collections.abc import Sequence

from bot.pictures.canvas import Canvas
from bot.pictures.cards import INNER, LEFT, RIGHT, Heading, draw_name, stacked
from bot.pictures.cells import draw_day
from bot.pictures.layout import strip_gaps
from bot.pictures.lettering import BOLD, REGULAR, SMALLEST, fit, width_of
from bot.pictures.palette import FAINT, SOFT, tone
from bot.pictures.values import SHEET_LINES, STRIP_DAYS, Day, Line, Sheet

RING, RING_WIDTH = 36, 12  # px: its outer radius, its thickness
NAME, SCORE_COLUMN = 34, 118  # px of text; px kept free for the score
TEXT_LEFT = LEFT + 2 * RING + 24
LINE_HEIGHT, HEAD_GAP, FOOT = 116, 14, 48
PITCH, CELL, WEEK_GAP = 24, 21, 6  # px from day to day, of a day, more where a week begins


def draw_sheet(values: Sheet) -> bytes:
    """See `bot.pictures.sheet`."""
    return stacked((_Habits(values),))


class _Habits:
    """Title, lines, and the words for those that have no place."""

    def __init__(self, values: Sheet) -> None:
        self._values = values
        self._heading = Heading(values.title, values.subtitle)
        self._lines = values.lines[:SHEET_LINES]
        self._more = fit(values.more, SMALLEST, REGULAR, INNER)

    @property
    def height(self) -> float:
        foot = FOOT if self._more else 0
        return self._heading.height + HEAD_GAP + LINE_HEIGHT * len(self._lines) + foot

    def draw(self, canvas: Canvas, top: float) -> None:
        self._heading.draw(canvas, top)
        y = top + self._heading.height + HEAD_GAP
        for number, line in enumerate(self._lines):
            if number:
                canvas.line(((TEXT_LEFT, y), (RIGHT, y)), thickness=2, fill=FAINT)
            _draw_words(canvas, y + 38, line)
            middle = y + LINE_HEIGHT / 2
            canvas.ring(
                LEFT + RING,
                middle,
                RING,
                share=line.score,
                thickness=RING_WIDTH,
                fill=tone(line.colour),
                track=FAINT,
            )
            self._draw_strip(canvas, y + 70, line)
            y += LINE_HEIGHT
        canvas.text(LEFT, y + FOOT / 2 + 6, self._more, fill=SOFT)

    def _draw_strip(self, canvas: Canvas, top: float, line: Line) -> None:
        places = strip_places(self._values, line.days)
        for x, day in zip(places, line.days[-STRIP_DAYS:], strict=True):
            draw_day(canvas, TEXT_LEFT + x, top, CELL, day, colour=line.colour)


def strip_places(values: Sheet, days: Sequence[Day]) -> tuple[float, ...]:
    """Px from the strip's left end to each of its days, the newest at the right end."""
    gaps = strip_gaps(values.last, STRIP_DAYS, first_weekday=values.first_weekday)
    places = tuple(PITCH * number + WEEK_GAP * gap for number, gap in enumerate(gaps))
    return places[max(STRIP_DAYS - len(days), 0) :]


def _draw_words(canvas: Canvas, y: float, line: Line) -> None:
    score = fit(line.score_text, NAME, BOLD, SCORE_COLUMN)
    canvas.text(RIGHT, y, score, size=NAME, weight=BOLD, anchor="right")
    right = RIGHT - SCORE_COLUMN - 8
    streak = fit(line.streak, SMALLEST, REGULAR, 300)
    canvas.text(right, y, streak, fill=SOFT, anchor="right")
    room = right - width_of(streak, SMALLEST) - 24 - TEXT_LEFT
    draw_name(canvas, TEXT_LEFT, y, line.name, size=NAME, width=room, colour=line.colour)
