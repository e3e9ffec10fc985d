"""The numbers of tasks, as people list them: 3 5, #3, #5, 3-5."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_NUMBERS = 50  # that one can name
_RANGE = re.compile(r"#?(\d{1,18})(?:-#?(\d{1,18}))?")
_DASH = re.compile(r"\s*[-–—]\s*")
_BETWEEN = re.compile(r"[\s,;.]+")
_FIRST = re.compile(r"\s*#?(\d{1,18})(?:\s+|$)")


def read_numbers(text: str, *, most: int) -> tuple[int, ...]:
    """The different numbers of a text, each a whole word or an end of a range.

    Nothing where there are other words too; at most one more than `most`, by which it is seen that
    there are too many.
    """
    words = [word for word in _BETWEEN.split(_DASH.sub("-", text)) if word]
    found = [_RANGE.fullmatch(word) for word in words]
    ranges = [(int(one[1]), int(one[2] or one[1])) for one in found if one is not None]
    if len(ranges) < len(found):
        return ()
    return tuple(islice(_unique(k for ends in ranges for k in _between(*ends)), most + 1))


def read_number(text: str) -> tuple[int, str] | None:
    """The number that a text begins with, as a word of its own, and the words behind it."""
    found = _FIRST.match(text)
    return (int(found[1]), text[found.end() :].strip()) if found else None


def _between(one: int, other: int) -> range:
    return range(min(one, other), max(one, other) + 1)


def _unique(numbers: Iterable[int]) -> Iterator[int]:
    seen: set[int] = set()
    for number in numbers:
        if number not in seen:
            seen.add(number)
            yield number
