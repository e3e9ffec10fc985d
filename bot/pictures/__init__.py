"""Pictures of habits: plain values in, PNG bytes out, the same bytes for the same values.

They import nothing else of the bot and know no language, no clock and no Telegram. The drawing
library is imported with the first picture, so that a start does not wait for it.
"""

from __future__ import annotations

from bot.pictures.palette import PALETTE, Tone
from bot.pictures.values import (
    CURVE_DAYS,
    LEADERBOARD_ROWS,
    SHEET_ROWS,
    STRIP_DAYS,
    Calendar,
    Curve,
    Day,
    Detail,
    Leaderboard,
    LeaderboardRow,
    Legend,
    Mark,
    Sheet,
    SheetRow,
)

__all__ = [
    "CURVE_DAYS",
    "LEADERBOARD_ROWS",
    "PALETTE",
    "SHEET_ROWS",
    "STRIP_DAYS",
    "Calendar",
    "Curve",
    "Day",
    "Detail",
    "Leaderboard",
    "LeaderboardRow",
    "Legend",
    "Mark",
    "Sheet",
    "SheetRow",
    "Tone",
    "draw_detail",
    "draw_leaderboard",
    "draw_sheet",
]


def draw_detail(values: Detail) -> bytes:
    """One habit: its score and streaks, the days of a year, the curve of its score.

    A PNG, 1080 px wide, like the other pictures.
    """
    from bot.pictures.detail import drawn

    return drawn(values)


def draw_sheet(values: Sheet) -> bytes:
    """All habits of a person: score, streak and the last five weeks of each."""
    from bot.pictures.sheet import drawn

    return drawn(values)


def draw_leaderboard(values: Leaderboard) -> bytes:
    """The members of a shared habit by score."""
    from bot.pictures.leaderboard import drawn

    return drawn(values)
