"""The buttons below the board of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from bot.presses.coding import Press


@dataclass(frozen=True, slots=True)
class TickOnBoard(Press):
    """☐ 12: the task is done. `occurrence` tells which one of a repeating task is meant."""

    verb: ClassVar[str] = "bt"

    task: UUID
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class EndBoard(Press):
    """⏹ End: the board is no longer kept up to date."""

    verb: ClassVar[str] = "be"
