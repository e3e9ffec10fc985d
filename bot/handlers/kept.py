"""What words say, as rows keep it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.rules.offsets import Offset

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.values import Reading, ReminderOffset


def kept_offsets(offsets: Sequence[ReminderOffset]) -> list[str]:
    """Reminders as rows keep them."""
    return [str(Offset(one.before or timedelta(), one.days_before, one.at)) for one in offsets]


def offsets_of(reading: Reading) -> tuple[str, ...] | None:
    """The reminders that a line asks for, as rows keep them; None when it asks for none."""
    return tuple(kept_offsets(reading.reminders)) or None
