"""The picture of a shared habit's members: rank, score, change and the days of the week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.pictures.cards import INNER, LEFT, RIGHT, Heading, draw_name, stacked
from bot.pictures.cells import draw_day
from bot.pictures.lettering import BOLD, MEDIUM, REGULAR, SMALLEST, fit, width_of
from bot.pictures.palette import FAINT, INK, SOFT, Rgb, tone
from bot.pictures.values import LEADERBOARD_ROWS, Leaderboard, LeaderboardRow

if TYPE_CHECKING:
    from bot.pictures.canvas import Canvas

MEDALS: tuple[Rgb, ...] = ((246, 196, 60), (190, 200, 214), (222, 152, 98))
RISE: Rgb = (0, 122, 92)
FALL: Rgb = (186, 66, 30)
RANK = 34  # px: the radius of its disc
NAME, SCORE_COLUMN, CHANGE_COLUMN = 34, 118, 96
TEXT_LEFT = LEFT + 2 * RANK + 24
ROW_HEIGHT, HEAD_GAP, FOOT = 100, 14, 48
BAR = 16
WEEK, PITCH, CELL = 7, 27, 24  # days; px from one to the next; a day's side


def drawn(values: Leaderboard) -> bytes:
    """See `bot.pictures.draw_leaderboard`."""
    return stacked((_People(values),))


class _People:
    """The title, the rows, and the words for the people who do not fit."""

    def __init__(self, values: Leaderboard) -> None:
        self._heading = Heading(values.title, values.subtitle, colour=values.colour)
        self._rows = values.rows[:LEADERBOARD_ROWS]
        self._colour = values.colour
        self._more = fit(values.more, SMALLEST, REGULAR, INNER)
        self._days = min(max((len(row.week) for row in self._rows), default=0), WEEK)

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
            _draw_rank(canvas, y + ROW_HEIGHT / 2, row.rank)
            _draw_words(canvas, y + 34, row, self._colour)
            self._draw_measure(canvas, y + 72, row)
            y += ROW_HEIGHT
        canvas.text(LEFT, y + FOOT / 2 + 6, self._more, fill=SOFT)

    def _draw_measure(self, canvas: Canvas, y: float, row: LeaderboardRow) -> None:
        """The score as a bar, and the week beside it; all bars have the same width."""
        week = self._days * PITCH - (PITCH - CELL)
        width = RIGHT - TEXT_LEFT - (week + 28 if self._days else 0)
        canvas.box(TEXT_LEFT, y - BAR / 2, width, BAR, radius=BAR / 2, fill=FAINT)
        filled = width * min(max(row.score, 0.0), 1.0)
        if filled:
            colour = tone(self._colour)
            canvas.box(TEXT_LEFT, y - BAR / 2, max(filled, BAR), BAR, radius=BAR / 2, fill=colour)
        left = RIGHT - week
        for number, day in enumerate(row.week[:WEEK]):
            x = left + number * PITCH
            draw_day(canvas, x, y - CELL / 2, CELL, day, colour=self._colour)


def _draw_rank(canvas: Canvas, y: float, rank: int) -> None:
    has_medal = 1 <= rank <= len(MEDALS)
    canvas.dot(LEFT + RANK, y, RANK, fill=MEDALS[rank - 1] if has_medal else FAINT)
    fill = INK if has_medal else SOFT
    canvas.text(LEFT + RANK, y, str(rank), size=32, weight=BOLD, fill=fill, anchor="middle")


def _draw_words(canvas: Canvas, y: float, row: LeaderboardRow, colour: int) -> None:
    score = fit(row.score_text, NAME, BOLD, SCORE_COLUMN)
    canvas.text(RIGHT, y, score, size=NAME, weight=BOLD, anchor="right")
    right = RIGHT - SCORE_COLUMN - 8
    if row.change is not None:
        _draw_change(canvas, right, y, row.change)
    room = right - CHANGE_COLUMN - TEXT_LEFT
    draw_name(canvas, TEXT_LEFT, y, row.name, size=NAME, width=room, colour=colour)


def _draw_change(canvas: Canvas, right: float, y: float, change: int) -> None:
    """A triangle that points up or down, with the points; a bar when nothing has changed."""
    if not change:
        canvas.box(right - 22, y - 2, 22, 4, radius=2, fill=SOFT)
        return
    fill = RISE if change > 0 else FALL
    words = str(abs(change))
    canvas.text(right, y, words, weight=MEDIUM, fill=fill, anchor="right")
    x = right - width_of(words, SMALLEST, MEDIUM) - 12
    tip, foot = (y - 10, y + 9) if change > 0 else (y + 10, y - 9)
    canvas.area(((x - 11, tip), (x, foot), (x - 22, foot)), fill=fill)
