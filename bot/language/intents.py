"""Wishes about what exists: done, delete, snooze, move, time zone, agenda, reminders.

Each is a whole text in a fixed shape; a text with further words is a task.
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from bot.language.engine.phrases import Sentence, match_sequences
from bot.language.engine.tokens import Token, tokenize
from bot.language.grammars import grammar_of
from bot.language.habits.intents import read_habit_intent
from bot.language.languages import ALL, Languages
from bot.language.meaning.calendar import clock_times
from bot.language.moves import read_move
from bot.language.numbers import MOST_NUMBERS, read_numbers
from bot.language.said import Length, Remind, WallTime
from bot.language.tasks import read_when, reminder_offsets
from bot.language.values import (
    AddReminder,
    Delete,
    Digest,
    Done,
    Intent,
    Place,
    ReminderOffset,
    Reschedule,
    SetDigest,
    SetTimezone,
    Snooze,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

LONGEST = 120  # characters of a wish
DEFAULT_SNOOZE = timedelta(minutes=10)
DIGESTS: tuple[Digest, ...] = ("agenda", "review")
# Compiled by `re` on first use and kept there: an import compiles nothing.
_ZONE = r"\A[A-Za-z_]+(?:/[A-Za-z_+\-0-9]+){1,2}\Z"
_OFFSET = r"(?i)\A(?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d\d)?\Z|\A(?:UTC|GMT)\Z"


class _Wish:
    """One text as a wish in one language, with look-ups of its parts."""

    def __init__(
        self, text: str, line: Sentence, now: datetime, place: Place, languages: Languages
    ) -> None:
        self.text, self.line, self.now, self.place = text, line, now, place
        self.languages = languages

    def after(self, name: str, index: int = 0) -> int | None:
        """The index after a wish's longest wording that begins at `index`."""
        found = match_sequences(self.line, index, self.line.grammar.wishes[name])
        return found[0][1] if found else None

    def on(self, text: str) -> _Wish:
        """A wish of another text in the same language."""
        line = Sentence(tokenize(text), self.line.grammar)
        return _Wish(text, line, self.now, self.place, self.languages)

    def when(self, index: int) -> When | None:
        """A date or time that takes the rest of the text."""
        rest = self.rest(index)
        return read_when(rest, now=self.now, place=self.place, languages=self.languages)

    def past(self, name: str, index: int) -> int:
        """The index after a wording that may be missing."""
        return self.after(name, index) or index

    def rest(self, index: int) -> str:
        tokens = self.line.tokens
        return self.text[tokens[index].start :].strip() if index < len(tokens) else ""

    def length(self, index: int) -> Length | None:
        """A length that takes the rest of the text."""
        for name in ("length", "unit"):
            for value, end in self.line.slot(name, index) if index < self.line.size else ():
                if end == self.line.size and isinstance(value, Length):
                    return value
        return None

    def number(self, index: int) -> tuple[int, int] | None:
        if self.line.text_at(index) == "#":
            index += 1
        if not self.line.is_number(index) or len(self.line.text_at(index)) > 9:
            return None
        return int(self.line.text_at(index)), index + 1

    def clock(self, index: int) -> WallTime | None:
        """A time that takes the rest of the text."""
        if index >= self.line.size:
            return None
        for value, end in self.line.grammar.clocks.all(self.line, index):
            if end == self.line.size and isinstance(value, WallTime):
                return value
        return None


def read_intent(
    text: str, *, now: datetime, place: Place, languages: Languages = ALL
) -> Intent | None:
    """Read a text as a wish about something that exists; None if it is none. Never raises."""
    text = text.strip()
    if not text or len(text) > LONGEST or "\n" in text:
        return None
    text = text.rstrip(".!")
    tokens = tokenize(text)
    wish = _read_wish(text, tokens, now, place, languages)
    return wish or read_habit_intent(text, tokens, now=now, place=place, languages=languages)


def _read_wish(
    text: str, tokens: Sequence[Token], now: datetime, place: Place, languages: Languages
) -> Intent | None:
    """A wish about a task or a setting in one of the languages, the person's own first."""
    for code in languages.in_order(place.language):
        line = Sentence(tokens, grammar_of(languages, code))
        wish = _Wish(text, line, now, place, languages)
        for read in _READERS:
            try:
                found = read(wish)
            except (ValueError, OverflowError):  # beyond the calendar
                found = None
            if found is not None:
                return found
    return None


def _done(wish: _Wish) -> Intent | None:
    return _by_numbers(wish, "done", Done)


def _delete(wish: _Wish) -> Intent | None:
    return _by_numbers(wish, "delete", Delete)


def _by_numbers(wish: _Wish, name: str, make: Callable[[tuple[int, ...]], Intent]) -> Intent | None:
    end = wish.after(name)
    if end is None:
        return None
    if end == wish.line.size:
        return make(())
    numbers = read_numbers(wish.rest(end), most=MOST_NUMBERS)
    return make(numbers) if numbers else None


def _snooze(wish: _Wish) -> Intent | None:
    end = wish.after("snooze")
    if end is None:
        return None
    if end == wish.line.size:
        return Snooze(length=DEFAULT_SNOOZE)
    length = wish.length(wish.past("snooze_for", end))
    if length is not None and not length.months and length.total_minutes():
        return Snooze(length=timedelta(minutes=length.total_minutes()))
    for start in (end, wish.past("snooze_for", end)):
        when = wish.when(start)
        if when and when.due and not when.repeat:
            return Snooze(until=when.due)
    return None


def _reschedule(wish: _Wish) -> Intent | None:
    end = wish.after("change")
    found = wish.number(end) if end is not None else None
    if found is None:
        return None
    number, index = found
    for start in (wish.past("to", index), index):
        words = wish.rest(start)
        when = read_move(words, due=None, now=wish.now, place=wish.place, languages=wish.languages)
        if when and (when.due or not when.doubts):
            return Reschedule(number, when, words)
    return None


def _timezone(wish: _Wish) -> Intent | None:
    end = wish.after("zone")
    if end is None or end >= wish.line.size:
        return None
    words = wish.rest(wish.past("to_zone", end))
    if re.match(_ZONE, words) or re.match(_OFFSET, words):
        return SetTimezone(words)
    names = words.split()
    is_city = 0 < len(names) <= 3 and all(name[0].isupper() for name in names)
    return SetTimezone(words) if is_city else None


def _digest(wish: _Wish) -> Intent | None:
    """daily agenda at 9am · daily agenda off · turn off daily agenda · evening review at 21:00"""
    begin = wish.past("off", 0)
    for which in DIGESTS:
        end = wish.after(which, begin)
        if end is None:
            continue
        if wish.after("off", end) == wish.line.size or (begin and end == wish.line.size):
            return SetDigest(None, which)
        at = None if begin else _time_of_day(wish, end)
        if at is not None:
            return SetDigest(at, which)
    return None


def _time_of_day(wish: _Wish, index: int) -> time | None:
    """A clock time, or a part of the day as the person has set it, that takes the rest."""
    clock = wish.clock(index)
    if clock is not None:
        return clock_times(clock)[0]
    line = wish.line
    parts = line.grammar.parts.all(line, index) if index < line.size else ()
    is_part = any(end == line.size and not said.weekly for said, end in parts)
    when = wish.when(index) if is_part else None
    return when.due.time if when and when.due else None


def _add_reminder(wish: _Wish) -> Intent | None:
    offsets = _offsets(wish) or _offsets_of_both(wish)
    return AddReminder(tuple(dict.fromkeys(offsets))) if offsets else None


def _offsets_of_both(wish: _Wish) -> tuple[ReminderOffset, ...]:
    """the day before at 19:00 and 2 hours before"""
    start = wish.past("remind", 0)
    eve, length = wish.after("eve", start), wish.past("remind_before", start)
    if eve is None and (length >= wish.line.size or not wish.line.slot("lu", length)):
        return ()
    tokens = wish.line.tokens
    for k in range(1, wish.line.size):
        for _, end in wish.line.slot("<and>", k):
            if end < wish.line.size:
                both = wish.text[: tokens[k].start], wish.text[tokens[end].start :]
                said = [_offsets(wish.on(text)) for text in both]
                if all(said):
                    return said[0] + said[1]
    return ()


def _offsets(wish: _Wish) -> tuple[ReminderOffset, ...]:
    line = wish.line
    for value, end in line.grammar.marks.all(line, 0) if line.size else ():
        if end == line.size and isinstance(value, Remind):
            return reminder_offsets(value)
    start = wish.past("remind", 0)
    eve = wish.after("eve", start)
    if eve is not None:
        return tuple(_on_eve(wish, eve))
    start = wish.past("remind_before", start)
    if start == 0 and line.grammar.wishes["remind_before"]:
        return ()
    for value, end in line.slot("lu", start) if start < line.size else ():
        if wish.after("before", end) == line.size or (
            end == line.size and start > 0 and _needs_no_before(wish)
        ):
            return reminder_offsets(Remind((value,)))
    return ()


def _needs_no_before(wish: _Wish) -> bool:
    """Whether the word before a length says "before" already, as in Russian."""
    return bool(wish.line.grammar.wishes["remind_before"])


def _on_eve(wish: _Wish, index: int) -> Iterator[ReminderOffset]:
    if index == wish.line.size:
        yield ReminderOffset(before=timedelta(days=1))
        return
    clock = wish.clock(index)
    if clock is not None:
        yield ReminderOffset(days_before=1, at=clock_times(clock)[-1])


_READERS: tuple[Callable[[_Wish], Intent | None], ...] = (
    _done,
    _delete,
    _snooze,
    _reschedule,
    _timezone,
    _digest,
    _add_reminder,
)
