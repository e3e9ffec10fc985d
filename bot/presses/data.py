"""Buttons of data: out, in, away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.presses.coding import Press


@dataclass(frozen=True, slots=True)
class SendExport(Press):
    """A file with all of the list: json, csv or ics."""

    verb: ClassVar[str] = "export"
    kind: str
