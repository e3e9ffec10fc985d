"""Pictures of habits: plain values in, PNG bytes out, the same bytes for the same values.

They stand on nothing else of the bot and know no language, no clock and no Telegram. The drawing
library is imported with the first picture: a start does not wait for it.
"""

from __future__ import annotations

from bot.pictures.palette import PALETTE, Tone
from bot.pictures.values import (
    BOARD_ROWS,
    CURVE_DAYS,
    SHEET_LINES,
    STRIP_DAYS,
    Board,
    Calendar,
    Curve,
    Day,
    Detail,
    Legend,
    Line,
    Mark,
    Sheet,
    Standing,
)

__all__ = [
    "BOARD_ROWS",
    "CURVE_DAYS",
    "PALETTE",
    "SHEET_LINES",
    "STRIP_DAYS",
    "Board",
    "Calendar",
    "Curve",
    "Day",
    "Detail",
    "Legend",
    "Line",
    "Mark",
    "Sheet",
    "Standing",
    "Tone",
    "detail",
    "leaderboard",
    "sheet",
]


def detail(values: Detail) -> bytes:
    """One habit: score, streaks, the year's days, the score's curve. A PNG, 1080 px wide."""
    from bot.pictures.habit import draw_detail

    return draw_detail(values)


def sheet(values: Sheet) -> bytes:
    """All habits of a person: score, streak and the last five weeks. A PNG, 1080 px wide."""
    from bot.pictures.overview import draw_sheet

    return draw_sheet(values)


def leaderboard(values: Board) -> bytes:
    """The members of a shared habit by score. A PNG, 1080 px wide."""
    from bot.pictures.standings import draw_board

    return draw_board(values)
