"""Wishes about what exists: done, delete, snooze, move, time zone, agenda, habits, reminders.

Each is a whole text in a fixed shape; a text that says more is no intent but a task.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from bot.language.calendar import Moment, add_months, clock_times
from bot.language.grammar import LANGUAGES, grammar_of, language_of
from bot.language.phrases import Line, match_sequences
from bot.language.reading import read_when, reminder_offsets
from bot.language.said import Clock, Length, Remind
from bot.language.tokens import tokenize
from bot.language.values import (
    AddReminder,
    Delete,
    Done,
    HabitLog,
    HabitSkip,
    Intent,
    PauseHabits,
    Place,
    ReminderOffset,
    Reschedule,
    SetDigest,
    SetTimezone,
    Snooze,
)
from bot.language.words import words

LONGEST = 120  # characters: a longer text is no wish
DEFAULT_SNOOZE = timedelta(minutes=10)
LONGEST_HABIT = 4  # words
# Compiled by `re` on first use and kept there: an import compiles nothing.
_ZONE = r"\A[A-Za-z_]+(?:/[A-Za-z_+\-0-9]+){1,2}\Z"
_OFFSET = r"(?i)\A(?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d\d)?\Z|\A(?:UTC|GMT)\Z"
_AMOUNT = r"(?s)\A\+\s?(?P<amount>\d{1,6}(?:[.,]\d{1,2})?)\s?(?P<rest>\D.*)\Z"
_UNITS = frozenset(
    words(
        "ml l cl dl liter liters litre litres km m mi mile miles step steps page pages min "
        "mins minute minutes h hour hours g kg kcal cal glass glasses cup cups rep reps мл л "
        "км м шагов шага шаг страниц страницы страница стр мин минут минуты час часа часов г "
        "кг ккал стакан стакана стаканов кружка кружки раз раза minuten stunde stunden seite "
        "seiten schritte glas gläser tasse tassen litros litro páginas página pasos paso "
        "minutos minuto hora horas vaso vasos vez veces mal"
    )
)


class _Wish:
    """One text as one language's wish: its line, its moment, and small look-ups."""

    def __init__(self, text: str, line: Line, now: datetime, place: Place) -> None:
        self.text, self.line, self.now, self.place = text, line, now, place
        self.moment = Moment.of(now, place)

    def after(self, name: str, index: int = 0) -> int | None:
        """The index after the longest wording of a name that stands at `index`."""
        found = match_sequences(self.line, index, self.line.grammar.wishes[name])
        return found[0][1] if found else None

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

    def clock(self, index: int) -> Clock | None:
        """A time that takes the rest of the text."""
        if index >= self.line.size:
            return None
        for value, end in self.line.grammar.clocks.all(self.line, index):
            if end == self.line.size and isinstance(value, Clock):
                return value
        return None


def read_intent(text: str, *, now: datetime, place: Place) -> Intent | None:
    """Read a text as a wish about something that exists; None if it is none. Never raises."""
    text = text.strip()
    if not text or len(text) > LONGEST or "\n" in text:
        return None
    own = language_of(place.language)
    tokens = tokenize(text.rstrip(".!"))
    for code in (own, *(each for each in LANGUAGES if each != own)):
        line = Line(tokens, grammar_of(code))
        wish = _Wish(text.rstrip(".!"), line, now, place)
        for read in _READERS:
            try:
                found = read(wish)
            except (ValueError, OverflowError):  # beyond the calendar
                found = None
            if found is not None:
                return found
    return None


def _numbers(wish: _Wish, index: int) -> tuple[int, ...] | None:
    """The task numbers that take the rest of a text, divided by spaces or commas."""
    numbers: list[int] = []
    while index < wish.line.size:
        found = wish.number(index)
        if found is None:
            return None
        numbers.append(found[0])
        index = found[1]
        if wish.line.text_at(index) == ",":
            index += 1
    return tuple(numbers)


def _done(wish: _Wish) -> Intent | None:
    return _by_numbers(wish, "done", Done)


def _delete(wish: _Wish) -> Intent | None:
    return _by_numbers(wish, "delete", Delete)


def _by_numbers(wish: _Wish, name: str, make: Callable[[tuple[int, ...]], Intent]) -> Intent | None:
    end = wish.after(name)
    if end is None:
        return None
    numbers = _numbers(wish, end)
    return make(numbers) if numbers is not None else None


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
        when = read_when(wish.rest(start), now=wish.now, place=wish.place)
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
        when = read_when(wish.rest(start), now=wish.now, place=wish.place)
        if when and when.due:
            return Reschedule(number, when)
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
    end = wish.after("digest")
    if end is None:
        return None
    off = wish.after("off", end)
    if off == wish.line.size:
        return SetDigest(None)
    clock = wish.clock(end)
    return SetDigest(clock_times(clock)[0]) if clock else None


def _amount(wish: _Wish) -> Intent | None:
    found = re.match(_AMOUNT, wish.text)
    if not found:
        return None
    amount = float(found["amount"].replace(",", "."))
    if re.search(r"\d", found["rest"].split()[0]):  # +49 30 1234567
        return None
    words, on = _habit_and_day(wish, found["rest"].split())
    unit = words.pop(0) if len(words) > 1 and words[0].lower() in _UNITS else None
    if unit and len(words) > 1 and words[0].lower() in wish.line.grammar.wishes["of"]:
        words.pop(0)
    return HabitLog(" ".join(words), amount, unit, on) if 0 < len(words) <= LONGEST_HABIT else None


def _did(wish: _Wish) -> Intent | None:
    """did gym yesterday · log water 500: with a day or an amount; otherwise it may be a title."""
    end = wish.after("did")
    if end is None:
        return None
    words, on = _habit_and_day(wish, wish.rest(end).split())
    amount, unit, words = _amount_in(words)
    if not 0 < len(words) <= LONGEST_HABIT or (on is None and amount is None):
        return None
    if on is not None and on > wish.moment.today:  # log expenses tomorrow: a task
        return None
    return HabitLog(" ".join(words), amount, unit, on)


def _amount_in(words: list[str]) -> tuple[float | None, str | None, list[str]]:
    """The amount and unit among a habit's words: water 500, 30 pages read."""
    for k, word in enumerate(words):
        plain = word.replace(",", ".", 1)
        if re.fullmatch(r"\d{1,6}(?:\.\d{1,2})?", plain):
            unit = words[k + 1] if k + 1 < len(words) and words[k + 1].lower() in _UNITS else None
            return float(plain), unit, words[:k] + words[k + (2 if unit else 1) :]
    return None, None, words


def _skip(wish: _Wish) -> Intent | None:
    end = wish.after("skip")
    if end is None:
        return None
    words, on = _habit_and_day(wish, wish.rest(end).split())
    if on is None or not 0 < len(words) <= LONGEST_HABIT:
        return None
    return HabitSkip(" ".join(words), on)


def _habit_and_day(wish: _Wish, words: list[str]) -> tuple[list[str], date | None]:
    """The words without a day at their end, and that day; a weekday is the last one."""
    for size in (4, 3, 2, 1):
        if size < len(words) and (on := _day_said(wish, " ".join(words[-size:]))) is not None:
            return words[:-size], on
    return words, None


def _day_said(wish: _Wish, words: str) -> date | None:
    line = Line(tokenize(words), wish.line.grammar)
    for name, days in (("today", 0), ("yesterday", 1), ("before_yesterday", 2)):
        found = match_sequences(line, 0, line.grammar.wishes[name])
        if found and found[0][1] == line.size:
            return wish.moment.today - timedelta(days=days)
    start = 1 if line.slot("<on>", 0) and line.size > 1 else 0
    for weekday, end in line.slot("weekday", start):
        if end == line.size:
            behind = (wish.moment.today.weekday() - weekday - 1) % 7 + 1
            return wish.moment.today - timedelta(days=behind)
    when = read_when(words, now=wish.now, place=wish.place)
    return when.due.on if when and when.due and when.due.time is None and not when.repeat else None


def _pause(wish: _Wish) -> Intent | None:
    end = wish.after("pause")
    if end is None:
        return None
    if end == wish.line.size:
        return PauseHabits(None) if end > 1 else None
    until = wish.after("until", end)
    if until is None:
        return _pause_for(wish, end)
    when = read_when(wish.rest(until), now=wish.now, place=wish.place)
    if when is None or when.due is None or when.repeat or not when.due.is_whole_day:
        return None
    return PauseHabits(when.due.on)


def _pause_for(wish: _Wish, index: int) -> Intent | None:
    for start in (index, index + 1, index + 2):  # a preposition of one or two words
        length = wish.length(start) if start < wish.line.size else None
        if length is not None and not length.minutes:
            last = add_months(wish.moment.today, length.months) + timedelta(days=length.days - 1)
            return PauseHabits(last)
    return None


def _add_reminder(wish: _Wish) -> Intent | None:
    offsets = tuple(_offsets(wish))
    return AddReminder(offsets) if offsets else None


def _offsets(wish: _Wish) -> Iterator[ReminderOffset]:
    line = wish.line
    for value, end in line.grammar.marks.all(line, 0) if line.size else ():
        if end == line.size and isinstance(value, Remind):
            yield from reminder_offsets(value)
            return
    start = wish.past("remind", 0)
    eve = wish.after("eve", start)
    if eve is not None:
        yield from _on_eve(wish, eve)
        return
    start = wish.past("remind_before", start)
    if start == 0 and line.grammar.wishes["remind_before"]:
        return
    for value, end in line.slot("lu", start) if start < line.size else ():
        if wish.after("before", end) == line.size or (end == line.size and start > 0 and _za(wish)):
            yield from reminder_offsets(Remind((value,)))
            return


def _za(wish: _Wish) -> bool:
    """за час needs no word after it."""
    return bool(wish.line.grammar.wishes["remind_before"])


def _on_eve(wish: _Wish, index: int) -> Iterator[ReminderOffset]:
    if index == wish.line.size:
        yield ReminderOffset(before=timedelta(days=1))
        return
    clock = wish.clock(index)
    if clock is not None:
        yield ReminderOffset(days_before=1, at=clock_times(clock)[-1])


_READERS: tuple[Callable[[_Wish], Intent | None], ...] = (
    _amount,
    _done,
    _delete,
    _snooze,
    _reschedule,
    _timezone,
    _digest,
    _skip,
    _pause,
    _add_reminder,
    _did,
)
