"""Whether the process gets on: it fetches, it sends, and its database answers.

To have nothing to do is progress. A restart cures what hangs; what only fails, as while Telegram is
away, is not harmed by one.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 60.0  # seconds without progress; a long poll takes 50
FAILURES = 3  # in a row, before what fails again and again counts as stuck: one reminder may be odd
FORGOTTEN = 300.0  # seconds after a failure: then it is tried no more often


class VitalPart:
    """A part of the process. It works from `begins` to `rests`, and gets on when it has `moved`.

    `seconds` is a clock that nobody moves, but tests.
    """

    def __init__(self, complaint: str, seconds: Callable[[], float]) -> None:
        self.complaint = complaint
        self._seconds = seconds
        self._since: float | None = None
        self._failures = 0
        self._failing_since = self._failed_at = 0.0

    def begins(self) -> None:
        """There is something to do, from now on or for longer."""
        if self._since is None:
            self._since = self._seconds()

    def moved(self) -> None:
        """It got on; there may be more to do."""
        self._failures = 0
        if self._since is not None:
            self._since = self._seconds()

    def rests(self) -> None:
        """There is nothing to do."""
        self._since = None

    def failed(self) -> None:
        """Something was tried in vain, and will be tried again."""
        self._failed_at = self._seconds()
        if not self._failures:
            self._failing_since = self._failed_at
        self._failures += 1

    @property
    def is_stuck(self) -> bool:
        now = self._seconds()
        hangs = self._since is not None and now - self._since >= PATIENCE
        fails = self._failures >= FAILURES and now - self._failed_at <= FORGOTTEN
        return hangs or (fails and now - self._failing_since >= PATIENCE)


class Headway:
    """The parts of a process without which it serves nobody."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self.fetching = VitalPart("updates are not fetched", seconds)
        self.sending = VitalPart("reminders are due and do not leave", seconds)
        self.database = VitalPart("the database does not answer", seconds)

    def stuck(self) -> tuple[str, ...]:
        """What has made no progress for a minute, in words; nothing while all is well."""
        parts = (self.fetching, self.sending, self.database)
        return tuple(part.complaint for part in parts if part.is_stuck)
