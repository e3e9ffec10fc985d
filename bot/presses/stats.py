"""The buttons of statistics."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot.presses.coding import Press
from bot.presses.habits import OfHabit


@dataclass(frozen=True, slots=True)
class ShowStats(Press):
    """📊 Statistics of all habits here."""

    verb: ClassVar[str] = "stats"


@dataclass(frozen=True, slots=True)
class ShowWeek(Press):
    """🖼 Picture of the seven days up to `last`."""

    verb: ClassVar[str] = "week"

    last: date


@dataclass(frozen=True, slots=True)
class ShowHabitStats(OfHabit):
    """📊 of one habit: in private the presser's own picture, in a group the leaderboard."""

    verb: ClassVar[str] = "hstats"


@dataclass(frozen=True, slots=True)
class ShowOwnStats(OfHabit):
    """📊 Mine: the presser's own picture, in a group too."""

    verb: ClassVar[str] = "hmine"


@dataclass(frozen=True, slots=True)
class ShowLeaderboard(OfHabit):
    """🏆: the leaderboard of a group's habit, in private too."""

    verb: ClassVar[str] = "hranks"
