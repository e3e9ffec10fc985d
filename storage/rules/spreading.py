"""What has piled up, spread over the next days."""

from __future__ import annotations

from math import ceil

MOST_DAYS = 5


def spread(count: int) -> list[int]:
    """How many days from today each of so many things comes: the same number on each day, on five
    days at most. Seven: two a day, on four days."""
    a_day = ceil(count / MOST_DAYS)
    return [place // a_day for place in range(count)]
