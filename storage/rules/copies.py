"""Copies of a database by the clock: whether one is due, and which of them need no longer be kept.

Every copy is named by its moment, an aware one in UTC; days and weeks are those of UTC, and weeks
begin on Monday.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable
    from datetime import datetime

DAYS = 7  # of which the newest copy is kept
WEEKS = 4  # before them


def is_due(taken: Collection[datetime], *, hour: int, now: datetime) -> bool:
    """Whether there is no copy since the last time that it was `hour`.

    A copy from the future, of a clock that was wrong, does not count.
    """
    last = now.replace(hour=hour, minute=0, second=0, microsecond=0)
    if last > now:
        last -= timedelta(days=1)
    return not any(last <= one <= now for one in taken)


def superfluous(taken: Collection[datetime]) -> set[datetime]:
    """The copies that need no longer be kept.

    Kept are the newest of each of the last seven days that have one and, of the others, the newest
    of each of the last four weeks that have one: where copies were left out for a month, none goes.
    """
    daily = _newest_of_each(taken, lambda one: one.date(), DAYS)
    others = set(taken) - daily
    weekly = _newest_of_each(others, lambda one: one.isocalendar()[:2], WEEKS)
    return others - weekly


def _newest_of_each(
    taken: Collection[datetime], period: Callable[[datetime], Hashable], most: int
) -> set[datetime]:
    newest: dict[Hashable, datetime] = {}
    for one in sorted(taken, reverse=True):
        newest.setdefault(period(one), one)
    return set(list(newest.values())[:most])
