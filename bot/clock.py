"""The clock of the whole bot: the real time, which the playground's buttons shift."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Clock:
    """Tells the aware UTC time. `source` replaces the real time in tests."""

    def __init__(self, source: Callable[[], datetime] | None = None) -> None:
        self._source = source
        self._offset = timedelta()

    @property
    def is_the_machines(self) -> bool:
        """Whether it follows the machine's clock, not a test's."""
        return self._source is None

    def now(self) -> datetime:
        return (self._source() if self._source else datetime.now(UTC)) + self._offset

    @property
    def offset(self) -> timedelta:
        """How far ahead of its source the clock is."""
        return self._offset

    def shift(self, offset: timedelta) -> None:
        """Set how far ahead of its source the clock is; replaces an earlier offset."""
        self._offset = offset
