"""Repeats that nobody answers: which occurrence comes next, and which one has come last."""

from __future__ import annotations

from datetime import timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from storage.rules.recurrence import next_occurrence, occurrences

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from storage.rules.due import Due
    from storage.rules.recurrence import Repeat

TICK = timedelta(microseconds=1)
FIRST_WINDOW = timedelta(hours=1)
WIDER = 4  # times, for each look further back
AT_ONCE = 1_000  # occurrences of a window; a minutely repeat has 60 in the first one


def following(repeat: Repeat, current: Due, *, now: datetime) -> Due | None:
    """The due that takes the place of an unanswered one, strictly after it and after `now`.

    None when the repeat has ended, or waits for its completion.
    """
    if repeat.anchor == "completion":
        return None
    return next_occurrence(repeat, current=current, now=now)


def is_occurrence(repeat: Repeat, at: datetime) -> bool:
    """Whether a repeat by the calendar is due at a moment."""
    found = occurrences(repeat, after=at - TICK, limit=1)
    return bool(found) and found[0].at == at


def latest(
    repeat: Repeat, *, after: datetime, until: datetime, has_come: Callable[[Due], bool]
) -> Due | None:
    """The last due after a moment, and not after another one, that `has_come`.

    Looks back in windows that grow, so that years of absence cost little.
    """
    window = FIRST_WINDOW
    while after < until:
        since = max(after, until - window)
        ahead = occurrences(repeat, after=since, limit=AT_ONCE)
        found = [due for due in takewhile(lambda due: due.at <= until, ahead) if has_come(due)]
        if found or since == after:
            return found[-1] if found else None
        window *= WIDER
    return None
