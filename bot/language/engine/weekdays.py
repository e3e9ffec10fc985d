"""Weekdays in a row: mon, wed and fri · mon wed fri · mon-fri · mon-wed, fri · M/W/F."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.language.engine.phrases import Match, Sentence

MAX_LISTED = 12
_MARKS = frozenset(";/")
_JOINTS = ("/", "-")
MOST_OF_A_RANGE = 2
MOST_LETTERS = 7
Finder = Callable[["Sentence", int], "Sequence[Match]"]
_Step = tuple[int, bool]  # the index of the next weekday, and whether it ends a range


def weekday_list(slot: str) -> Finder:
    """Weekdays with commas, "and", a dash or nothing between: tuples, longest first.

    One dash is a range; several (mon-wed-fri) are a list.
    """

    def find(line: Sentence, index: int) -> Sequence[Match]:
        said: list[_Step] = []
        ends: list[int] = []
        steps: list[_Step] = [(index, False)]
        while steps and len(said) < MAX_LISTED:
            step = _weekday_after(line, slot, steps)
            if step is None:
                break
            value, end, is_range = step
            said.append((value, is_range))
            ends.append(end)
            steps = _steps(line, slot, end)
        return _lists(said, ends)

    return find


def several_weekdays(line: Sentence, index: int) -> Sequence[Match]:
    """A list or range of at least two different weekdays."""
    return [each for each in line.slot("wds", index) if len(set(each[0])) > 1]


def lettered_weekdays(line: Sentence, index: int) -> Sequence[Match]:
    """M/W/F, Tu/Th, L/X/V: letters with slashes between, or three and more with dashes.

    A letter of two days (M in Spanish) is the one with which the days are spread most evenly.
    """
    mark, days = line.text_at(index + 1), line.grammar.weekday_letters
    if mark not in _JOINTS or line.word_at(index) not in days:
        return []
    said = [days[line.word_at(index)]]
    end = index + 1
    while (
        line.text_at(end) == mark
        and line.glued(end)
        and line.glued(end + 1)
        and line.word_at(end + 1) in days
    ):
        said.append(days[line.word_at(end + 1)])
        end += 2
    if len(said) < (2 if mark == "/" else MOST_OF_A_RANGE + 1) or len(said) > MOST_LETTERS:
        return []
    row = _most_even(said)
    return [(row, end)] if row else []


def _most_even(said: Sequence[tuple[int, ...]]) -> tuple[int, ...] | None:
    """The rising row of days whose smallest step is the widest; None if two are alike."""
    rows = [row for row in product(*said) if all(a < b for a, b in pairwise(row))]
    rows.sort(key=_smallest_step, reverse=True)
    if len(rows) > 1 and _smallest_step(rows[0]) == _smallest_step(rows[1]):
        return None
    return rows[0] if rows else None


def _smallest_step(row: Sequence[int]) -> int:
    return min(b - a for a, b in pairwise(row))


def _weekday_after(
    line: Sentence, slot: str, steps: Sequence[_Step]
) -> tuple[int, int, bool] | None:
    for after, is_range in steps:
        if after < line.size and (here := line.slot(slot, after)):
            value, end = here[0]
            return value, end, is_range
    return None


def _lists(said: Sequence[_Step], ends: Sequence[int]) -> list[Match]:
    """The list and each of its beginnings, longest first."""
    found: list[Match] = []
    days: tuple[int, ...] = ()
    for k, (value, is_range) in enumerate(said):
        if is_range and said[k - 1][1]:  # mon-wed-fri
            days = tuple(value for value, _ in said[: k + 1])
        elif is_range:
            span = range(1, (value - days[-1]) % 7 + 1)
            days += tuple((days[-1] + step) % 7 for step in span)
        else:
            days = (*days, value)
        found.insert(0, (days, ends[k]))
    return found


def _steps(line: Sentence, slot: str, end: int) -> list[_Step]:
    steps = [(after, False) for _, after in line.slot("<and>", end)]
    if line.text_at(end) in _MARKS:
        steps.append((end + 1, False))
    steps += [(after, True) for _, after in line.slot("<to>", end)]
    if _goes_on(line, slot, end):
        steps.append((end, False))
    return steps


def _goes_on(line: Sentence, slot: str, end: int) -> bool:
    """Whether the next word is a weekday of the same list: "mon wed fri", not "Montag so"."""
    if end >= line.size or not line.tokens[end].spaced or not line.slot(slot, end):
        return False
    before = next(line.tokens[k] for k in range(end - 1, -1, -1) if line.text_at(k) != ".")
    same_case = before.text[:1].isupper() == line.text_at(end)[:1].isupper()
    return same_case and line.word_at(end + 1) not in line.grammar.lists["not_after_day"]
