"""The button below an answer that takes back what it tells of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from bot.presses.coding import Press


@dataclass(frozen=True, slots=True)
class Undo(Press):
    """↩️ Undo: take back all changes of one deed."""

    verb: ClassVar[str] = "undo"

    batch: UUID
