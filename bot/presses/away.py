"""Buttons of being away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bot.presses.coding import Press


@dataclass(frozen=True, slots=True)
class GoAway(Press):
    """Until Sunday: nothing reminds a person up to and with a day; None: until they are back."""

    verb: ClassVar[str] = "away"

    last: date | None


@dataclass(frozen=True, slots=True)
class ComeBack(Press):
    """▶️ I'm back: all is as usual again."""

    verb: ClassVar[str] = "home"
