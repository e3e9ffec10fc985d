"""The button below a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.presses.coding import Press


@dataclass(frozen=True, slots=True)
class CancelQuestion(Press):
    """✖️ Cancel: wait for no answer."""

    verb: ClassVar[str] = "cancel"
