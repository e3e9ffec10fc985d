"""How far this machine's clock is from Telegram's, by the Date of Telegram's answers.

A clock that is wrong sends reminders at wrong moments, and nothing else tells of it.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import structlog

from bot.clock import Clock

if TYPE_CHECKING:
    from collections.abc import Callable

log = structlog.get_logger(__name__)

TOLERATED = timedelta(minutes=5)
TELL_AGAIN = timedelta(hours=1)


class Skew:
    """Hears each answer's Date, and warns when the clocks have come apart."""

    def __init__(self, now: Callable[[], datetime] | None = None) -> None:
        self._now = now or Clock().now  # the machine's, which no button shifts
        self._ahead = timedelta()
        self._told_at: datetime | None = None

    @property
    def complaint(self) -> str | None:
        """What is wrong with this machine's clock, in words; None while it is right."""
        if abs(self._ahead) < TOLERATED:
            return None
        minutes = round(abs(self._ahead) / timedelta(minutes=1))
        where = "ahead of" if self._ahead > timedelta() else "behind"
        return f"the clock is {minutes} minutes {where} Telegram's"

    def hear(self, date: str | None) -> None:
        """Take the Date header of an answer that has just come."""
        theirs = _moment(date)
        if theirs is None:
            return
        now = self._now()
        self._ahead = now - theirs
        if self.complaint is None:
            self._told_at = None
        elif self._told_at is None or abs(now - self._told_at) >= TELL_AGAIN:
            self._told_at = now
            log.warning(f"{self.complaint}: reminders come at wrong moments")


def _moment(date: str | None) -> datetime | None:
    try:
        found = parsedate_to_datetime(date) if date else None
    except (ValueError, TypeError, OverflowError):
        return None
    return found.replace(tzinfo=UTC) if found and found.tzinfo is None else found
