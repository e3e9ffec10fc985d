"""Ranges: of hours (6-8 pm, from 15:00 to 16:00) and of days (13-15 october, 28.9.-3.10.)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.engine.clocks import at_clock
from bot.language.said import Day, FromTo, Impossible, WallTime, Window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.language.engine.phrases import Match, Sentence

_NOON = {"noon": WallTime(12), "midnight": WallTime(24)}
_DASHES = frozenset("-–—")
LONGEST_END = 8  # tokens of one end of a range
_GOES_ON = frozenset("-–/:.")


def hour_span(line: Sentence, index: int) -> Sequence[Match]:
    """6-8pm · 15:00 to 16:30 · 9 bis 10 Uhr: a Window, `loose` where both ends are bare numbers."""
    found: list[Match] = []
    if not _has_joint(line, index, "<to_hour>"):
        return found
    for first, after in _ends_of_hours(line, index):
        for start in _after_joint(line, after, "<to_hour>"):
            for last, end in _ends_of_hours(line, start):
                if not (_runs_on(line, end) or _is_day(line, end)):
                    window = Window(first, last, first.half == last.half == "bare")
                    found.append((window, end))
    return sorted(found, key=lambda each: -each[1])


def hour_end(line: Sentence, index: int) -> Sequence[Match]:
    """One end of a range of hours."""
    return sorted(_ends_of_hours(line, index), key=lambda each: -each[1])


def _ends_of_hours(line: Sentence, index: int) -> Iterator[tuple[WallTime, int]]:
    """10 · 10:30 · 10.30 · 10h · ten · 8 pm · 10 Uhr; a bare hour has the half "bare"."""
    for clock, end in _hours(line, index):
        if isinstance(clock, Impossible):
            continue
        yield clock, end
        for _, after in line.slot("<hour_word>", end):
            yield clock._replace(half="24"), after
            yield from _halved(line, clock, after)
        yield from _halved(line, clock, end)


def _halved(line: Sentence, clock: WallTime, end: int) -> Iterator[tuple[WallTime, int]]:
    if end < line.size:
        for half, after in line.slot("half", end):
            said = at_clock(clock, half)
            if isinstance(said, WallTime):
                yield (said if said.half == "24" else said._replace(half="words")), after


def _hours(line: Sentence, index: int) -> Iterator[Match]:
    yield from line.slot("hm", index)
    yield from line.slot("hh", index)
    yield from ((_NOON[part], end) for part, end in line.slot("pn", index) if part in _NOON)
    text = line.text_at(index)
    if not line.is_number(index):
        yield from ((WallTime(n, half="bare"), end) for n, end in line.slot("h", index) if n)
    elif len(text) <= 2 and 1 <= int(text) <= 24 and text[0] != "0":
        yield WallTime(int(text), half="bare"), index + 1


def _has_joint(line: Sentence, index: int, joint: str) -> bool:
    """Whether any joint is near: a quick look, since most numbers begin no range."""
    joints = line.grammar.first_words(joint)
    near = line.words[index + 1 : index + LONGEST_END]
    return not (_DASHES.isdisjoint(near) and joints.isdisjoint(near))


def _after_joint(line: Sentence, index: int, joint: str) -> Iterator[int]:
    """The indices after a dash, or after a word for "to" with spaces around."""
    if line.text_at(index) in _DASHES:
        yield index + 1
    if index < line.size and line.follows(index):
        yield from (end for _, end in line.slot(joint, index))


def _runs_on(line: Sentence, end: int) -> bool:
    """Whether more digits are joined to the end: 5-7-9, 6-8/2."""
    return line.text_at(end) in _GOES_ON and line.glued(end) and line.is_number(end + 1)


def _is_day(line: Sentence, end: int) -> bool:
    """Whether a month follows: in "9:00 until 2 october" there is one clock time."""
    end += int(line.text_at(end) == "." and line.glued(end))
    after = (end, *(at for _, at in line.slot("<of>", end)))
    return any(line.word_at(k) in line.grammar.months for k in after)


def day_span(line: Sentence, index: int) -> Sequence[Match]:
    """13-15 october · october 13-15 · 28 sep - 3 oct · 13.-15.10.: a FromTo of two dates."""
    found: list[Match] = []
    if not _has_joint(line, index, "<to_day>"):
        return found
    for first, after in line.slot("md", index):
        for start in _after_joint(line, after, "<to_day>"):
            found += [(span, end) for span, end in _closed(line, first, start)]
    for (month, day), after in line.slot("month_date", index):
        for start in _after_joint(line, after, "<to_day>"):
            found += _same_month(line, month, day, start)
    for first_day, after in _dates(line, index):
        for start in _after_joint(line, after, "<to_day>"):
            found += [(FromTo(first_day, last), end) for last, end in _dates(line, start)]
    return sorted(found, key=lambda each: -each[1])


def _closed(line: Sentence, day: int, start: int) -> Iterator[Match]:
    """13-15 october: the first day has the month of the last one, and comes before it."""
    for last, end in _dates(line, start):
        if last.kind == "named" and (last.day or 0) > day:
            yield FromTo(last._replace(day=day), last), end


def _same_month(line: Sentence, month: int, day: int, start: int) -> Iterator[Match]:
    """october 13-15, perhaps with a year"""
    for last, end in line.slot("md", start):
        if not day < last <= 31 or _runs_on(line, end):
            continue
        for year, after in (*_years(line, end), (None, end)):
            first = Day("named", month=month, day=day, year=year)
            yield FromTo(first, first._replace(day=last)), after


def _years(line: Sentence, end: int) -> Iterator[Match]:
    for before in (end, *(after for _, after in line.slot("<of_year>", end))):
        yield from line.slot("year", before)


def _dates(line: Sentence, index: int) -> Iterator[Match]:
    yield from line.slot("dated", index)
    yield from line.slot("date", index)
    yield from line.slot("padded", index)
