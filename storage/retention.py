"""How long is kept what nobody asks for any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Retention:
    """The times after which something is deleted for good; None: until somebody erases it.

    `deleted`: tasks and habits in the trash. `reminders`: those that are over. `silent`: all of
    somebody's who is out of reach.
    """

    deleted: timedelta | None = None
    receipts: timedelta = timedelta(days=8)
    reminders: timedelta = timedelta(days=30)
    silent: timedelta | None = None
