"""Dates and times in digits: 2026-12-01 · 27.1. · 3/4 · 18:30 · 18h30."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.engine.clocks import at_clock
from bot.language.said import Day, Impossible, WallTime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.engine.phrases import Match, Sentence


_GOES_ON = frozenset("-:./%'°")


def digits_at(line: Sentence, index: int, longest: int) -> int | None:
    """The number at a token that has at most so many digits."""
    if not line.is_number(index) or len(line.text_at(index)) > longest:
        return None
    return int(line.text_at(index))


def _run(line: Sentence, index: int) -> tuple[list[int], list[str], list[int]]:
    """Numbers joined by . / - without spaces: the numbers, the marks, the digits of each."""
    numbers: list[int] = []
    marks: list[str] = []
    sizes: list[int] = []
    while len(numbers) < 4 and line.is_number(index):
        text = line.text_at(index)
        if len(text) > 4:
            break
        numbers.append(int(text))
        sizes.append(len(text))
        mark = line.text_at(index + 1)
        if mark not in ("/", ".", "-") or not line.glued(index + 1):
            break
        if mark == "-" and marks and marks[0] != "-":
            break  # 13/10-15/10
        if not (line.is_number(index + 2) and line.glued(index + 2)):
            break
        marks.append(line.text_at(index + 1))
        index += 2
    return numbers, marks, sizes


def numeric_date(line: Sentence, index: int) -> Sequence[Match]:
    """2026-12-01 · 30.12.26 · 27/1/2026 · 27/1 · 27.1. ; for 27.1 see `loose_date`."""
    numbers, marks, sizes = _run(line, index)
    if len(numbers) == 1:
        return _named_in_middle(line, index)
    if not numbers or len(set(marks)) != 1 or len(marks) != len(numbers) - 1:
        return []
    end = index + 2 * len(numbers) - 1
    mark = marks[0]
    if len(numbers) == 3:
        return _three(numbers, mark, sizes, end)
    if len(numbers) != 2 or max(sizes) > 2 or mark == "-":
        return []
    first, second = numbers
    if mark == ".":
        goes_on = line.glued(end + 1) and line.text_at(end + 1).isalnum()
        if line.text_at(end) != "." or not line.glued(end) or goes_on:
            return []
        return [(_dated(first, second), end + 1)] if _like_a_date(first, second) else []
    if (first, second) == (24, 7):
        return []
    if _like_a_date(first, second) or _like_a_date(second, first):
        return [(Day("numeric", month=second, day=first), end)]
    return []


def _named_in_middle(line: Sentence, index: int) -> Sequence[Match]:
    """21-APR-27 · 21/Apr/2027"""
    mark = line.text_at(index + 1)
    month = line.grammar.months.get(line.word_at(index + 2))
    year = line.text_at(index + 4)
    glued = all(line.glued(index + k) for k in range(1, 5))
    if month is None or mark not in ("-", "/", ".") or line.text_at(index + 3) != mark or not glued:
        return []
    if not line.is_number(index + 4) or len(year) not in (2, 4) or len(line.text_at(index)) > 2:
        return []
    day, in_year = int(line.text_at(index)), int(year) + (2000 if len(year) == 2 else 0)
    if not (1 <= day <= 31 and 1900 <= in_year <= 2200):
        return []
    return [(Day("named", month=month, day=day, year=in_year), index + 5)]


def _three(numbers: list[int], mark: str, sizes: list[int], end: int) -> Sequence[Match]:
    if sizes[0] == 4:
        year, month, day = numbers
        plausible = 1900 <= year <= 2200 and sizes[1] <= 2 and sizes[2] <= 2
        return [(Day("named", month=month, day=day, year=year), end)] if plausible else []
    first, second, year = numbers
    if sizes[2] not in (2, 4) or max(sizes[:2]) > 2 or (mark == "-" and sizes[2] == 2):
        return []
    year = year if sizes[2] == 4 else 2000 + year
    if not 1900 <= year <= 2200:
        return []
    if mark == ".":
        said = Day("named", month=second, day=first, year=year)
        return [(said, end)] if _like_a_date(first, second) else []
    if _like_a_date(first, second) or _like_a_date(second, first):
        return [(Day("numeric", month=second, day=first, year=year), end)]
    return []


def loose_date(line: Sentence, index: int) -> Sequence[Match]:
    """27.1 without the last dot: a date only where the words around it say so."""
    numbers, marks, sizes = _run(line, index)
    if len(numbers) != 2 or marks != ["."] or max(sizes) > 2:
        return []
    day, month = numbers
    return [(_dated(day, month), index + 3)] if _like_a_date(day, month) else []


def padded_date(line: Sentence, index: int) -> Sequence[Match]:
    """27.01 with two digits each: in Russian a date even without its last dot."""
    both = len(line.text_at(index)) == 2 and len(line.text_at(index + 2)) == 2
    return loose_date(line, index) if both else []


def _like_a_date(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def _dated(day: int, month: int) -> Day:
    return Day("named", month=month, day=day)


def clock_digits(line: Sentence, index: int) -> Sequence[Match]:
    """18:30, on the 24 h clock; 25:00 is Impossible; 2:1 and 10:30:15 are no time."""
    return _hour_minute(line, index, ":")


def clock_dotted(line: Sentence, index: int) -> Sequence[Match]:
    """18.30: a time only after a word that says so."""
    return [each for each in _hour_minute(line, index, ".") if isinstance(each[0], WallTime)]


def _hour_minute(line: Sentence, index: int, mark: str) -> Sequence[Match]:
    hour, minute = digits_at(line, index, 2), digits_at(line, index + 2, 2)
    if hour is None or minute is None or line.text_at(index + 1) != mark:
        return []
    if not (line.glued(index + 1) and line.glued(index + 2)) or len(line.text_at(index + 2)) != 2:
        return []
    end = _after_seconds(line, index + 3, mark)
    if line.text_at(end) in (":", "/") and line.glued(end) and line.glued(end + 1):
        return []
    clock = WallTime(hour, minute)
    return [(clock if clock.is_possible else Impossible(), end)]


def _after_seconds(line: Sentence, end: int, mark: str) -> int:
    """23:00:00: no seconds; any others are a measured time, and no time of the day."""
    if mark == ":" and line.text_at(end) == ":" and line.text_at(end + 1) == "00":
        return end + 2 if line.glued(end) and line.glued(end + 1) else end
    return end


def clock_without_mark(line: Sentence, index: int) -> Sequence[Match]:
    """330 · 0900 · 1730: an hour and its minutes in one number; the words around say if it is."""
    text = line.text_at(index)
    if not line.is_number(index) or len(text) not in (3, 4):
        return []
    clock = WallTime(int(text[:-2]), int(text[-2:]))
    return [(clock, index + 1)] if clock.is_possible else []


def clock_of_four(line: Sentence, index: int) -> Sequence[Match]:
    """1700, which after "at" is no degrees: of these there are three digits at most"""
    return clock_without_mark(line, index) if len(line.text_at(index)) == 4 else []


def clock_early(line: Sentence, index: int) -> Sequence[Match]:
    """0900: with its nought no number of things"""
    is_early = line.text_at(index)[:1] == "0" and len(line.text_at(index)) == 4
    return clock_without_mark(line, index) if is_early else []


def clock_in_two(line: Sentence, index: int) -> Sequence[Match]:
    """18 30 · 18-30, after a word that says so"""
    hour, size = digits_at(line, index, 2), 1
    if line.text_at(index + 1) == "-" and line.glued(index + 1) and line.glued(index + 2):
        size = 2
    elif line.glued(index + 1):
        return []
    minute = digits_at(line, index + size, 2)
    if hour is None or minute is None or len(line.text_at(index + size)) != 2:
        return []
    goes_on = line.glued(index + size + 1) and line.text_at(index + size + 1) in _GOES_ON
    if goes_on or minute % 5 or not WallTime(hour, minute).is_possible:
        return []
    return [(WallTime(hour, minute), index + size + 1)]


def clock_in_two_surely(line: Sentence, index: int) -> Sequence[Match]:
    """18-30 that can be no range of hours: without a word before it"""
    found = clock_in_two(line, index)
    if not found or found[0][1] == index + 2:
        return found
    last = line.text_at(index + 2)
    return found if last == "00" or int(last) > 24 else []


def hour(line: Sentence, index: int) -> Sequence[Match]:
    """A bare hour of the 24 h clock, in digits or words."""
    if line.is_number(index):
        value = digits_at(line, index, 2)
        glued_mark = line.glued(index + 1) and line.text_at(index + 1) in (":", "/", "-", "%", "'")
        decimal = line.text_at(index + 1) in (".", ",") and line.is_number(index + 2)
        if value is None or glued_mark or (decimal and line.glued(index + 2)):
            return []
        return [(value, index + 1)] if value <= 24 else []
    return [each for each in line.slot("words", index) if each[0] <= 24]


def hour_letter(line: Sentence, index: int) -> Sequence[Match]:
    """18h · 18h30, on the 24 h clock."""
    value = digits_at(line, index, 2)
    if value is None or line.word_at(index + 1) not in line.grammar.lists["hour_letters"]:
        return []
    if line.glued(index + 2) and line.is_number(index + 2):
        minute = digits_at(line, index + 2, 2)
        if minute is None or not line.glued(index + 1) or value > 23 or minute > 59:
            return []
        return [(WallTime(value, minute), index + 3)]
    return [(WallTime(value), index + 2)] if value < 24 else []


def window_clock(line: Sentence, index: int) -> Sequence[Match]:
    """An end of a window: 10 · 10:30 · 10h · ten · 8 pm."""
    found = [*line.slot("hm", index), *line.slot("hh", index)]
    found += [(WallTime(value), end) for value, end in line.slot("h", index)]
    halves = [
        (at_clock(value, half), after)
        for value, end in found
        if end < line.size
        for half, after in line.slot("half", end)
    ]
    return [*halves, *found]
