"""The one clock: real time, and in the playground shifted by its buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """Tells the aware UTC time; `shift` moves it for the playground and for tests."""

    def __init__(self, source: Callable[[], datetime] | None = None) -> None:
        self._source = source
        self._offset = timedelta()

    @property
    def is_the_machines(self) -> bool:
        """Whether it runs with the machine; a test's runs by itself."""
        return self._source is None

    def now(self) -> datetime:
        return (self._source() if self._source else datetime.now(UTC)) + self._offset

    @property
    def offset(self) -> timedelta:
        """How far ahead of its source the clock runs."""
        return self._offset

    def shift(self, offset: timedelta) -> None:
        """Set how far ahead of its source the clock runs; earlier shifts are forgotten."""
        self._offset = offset
