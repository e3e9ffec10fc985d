"""Wishes about habits in plain words: what was done or skipped, and pauses of all of them.

They are cautious: a text without a day or an amount, or with a future day, is no entry.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.language.engine.phrases import Sentence, match_sequences
from bot.language.engine.tokens import Token, tokenize
from bot.language.grammars import grammar_of
from bot.language.habits.entries import RawEntry, read_entry
from bot.language.habits.wishes import (
    Order,
    Wordings,
    mentions_entries,
    mentions_pauses,
)
from bot.language.languages import ALL, Languages
from bot.language.meaning.calendar import WrittenAt, add_months, find_day
from bot.language.meaning.past_days import may_be_ahead
from bot.language.said import Length
from bot.language.tasks import read_when
from bot.language.values import HabitLog, HabitSkip, Intent, PauseHabits, Place, ResumeHabits

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_HABIT = 4  # words
_PLUS = r"\A\+\s?\d"  # compiled by `re` on first use and kept there


def read_habit_intent(
    text: str, tokens: Sequence[Token], *, now: datetime, place: Place, languages: Languages
) -> Intent | None:
    """A text, and its tokens, as a wish about habits; None if it is none. Never raises."""
    wish = _HabitWish(text, now, place, languages)
    try:
        if re.match(_PLUS, text):
            return wish.added()
        paused = wish.pause_or_resume(tokens) if mentions_pauses(tokens, languages) else None
        if paused is not None or not mentions_entries(tokens, languages):
            return paused
        return wish.done_or_skipped()
    except (ValueError, OverflowError):  # beyond the calendar
        return None


def read_bare_wish(
    text: str, *, now: datetime, place: Place, languages: Languages = ALL
) -> Intent | None:
    """did gym · gym done · skip gym: today, if the text has no day. Never raises.

    Only for texts that name an existing habit exactly.
    """
    try:
        if mentions_entries(tokenize(text), languages):
            wish = _HabitWish(text.strip().rstrip(".!"), now, place, languages)
            return wish.done_or_skipped(unsaid=WrittenAt.of(now, place).today)
    except (ValueError, OverflowError):  # beyond the calendar
        pass
    return None


def read_last_day(
    text: str, *, now: datetime, place: Place, languages: Languages = ALL
) -> date | None:
    """The last day of a pause: until oct 5, for 2 weeks; None for anything else. Never raises."""
    wish = _HabitWish(text, now, place, languages)
    try:
        days = (wish.last_day(text, code) for code in languages.in_order(place.language))
        return next((day for day in days if day is not None), None)
    except (ValueError, OverflowError):  # beyond the calendar
        return None


class _HabitWish:
    """One text as a wish about habits."""

    def __init__(self, text: str, now: datetime, place: Place, languages: Languages) -> None:
        self.text, self.now, self.place, self.languages = text, now, place, languages
        self.wordings = Wordings(languages, place)

    def _entry(self, text: str) -> RawEntry:
        return read_entry(text, now=self.now, place=self.place, languages=self.languages)

    # --- what was done -----------------------------------------------------------------------

    def added(self) -> Intent | None:
        """+500 ml water; neither a telephone number nor an offset of time"""
        entry = self._entry(self.text[1:].lstrip())
        if entry.amount is None or re.search(r"\d", entry.habit):
            return None
        return _log(entry, WrittenAt.of(self.now, self.place))

    def done_or_skipped(self, *, unsaid: date | None = None) -> Intent | None:
        """did gym yesterday · log water 500 · gym done today · skip gym today

        `unsaid` is the day for a text without one; if it is None, such a text is no entry.
        """
        entry = self._entry(self.text)
        entry = replace(entry, on=entry.on or unsaid)
        for wish in ("skip", "skipped"):
            habit = self.wordings.without(wish, entry.habit)
            if habit is not None:
                moment = WrittenAt.of(self.now, self.place)
                return _skip(replace(entry, habit=habit), moment, ahead=wish == "skip")
        return self._done(entry)

    def _done(self, entry: RawEntry) -> Intent | None:
        said = self.wordings
        logged = said.after("log", entry.habit) or said.before("log_after", entry.habit)
        done = said.after("did", entry.habit)
        done = said.before("did_after", done or entry.habit) or done
        habit = done or logged
        if habit is None or (entry.on is None and entry.amount is None):
            return None
        if done is None and entry.amount is None and entry.day and may_be_ahead(entry.day):
            return None  # log expenses on friday, note the birthday on 5 May: tasks
        return _log(replace(entry, habit=habit), WrittenAt.of(self.now, self.place))

    # --- pauses ------------------------------------------------------------------------------

    def pause_or_resume(self, tokens: Sequence[Token]) -> Intent | None:
        """pause all habits until oct 5 · vacation until friday · resume habits"""
        for code in self.languages.in_order(self.place.language):
            order = Order(tokens, code, self.languages)
            if order.rest("resume") == (0, 0) or order.is_wish("back"):
                return ResumeHabits()
            pause = order.rest("pause")
            said = pause or _away(order, len(tokens))
            if said is None:
                continue
            is_gone = order.after("gone") is not None
            if said[0] == said[1]:
                return PauseHabits(None, is_away=pause is None, is_gone=is_gone)
            rest = self.text[tokens[said[0]].start : tokens[said[1] - 1].end]
            last = self.last_day(rest, code)
            if last is not None:
                return PauseHabits(last, is_away=pause is None, is_gone=is_gone)
        return None

    def last_day(self, text: str, code: str) -> date | None:
        """The last day of a pause: until oct 5, for 2 weeks."""
        line = Sentence(tokenize(text), grammar_of(self.languages, code))
        until = match_sequences(line, 0, line.grammar.wishes["until"])
        if until:
            end = until[0][1]
            return self._day_alone(text[line.tokens[end].start :] if end < line.size else "")
        for start in range(min(3, line.size)):  # after a preposition of one or two words
            for value, end in (*line.slot("length", start), *line.slot("unit", start)):
                if end == line.size and isinstance(value, Length) and not value.minutes:
                    first = WrittenAt.of(self.now, self.place).today
                    return add_months(first, value.months) + timedelta(days=value.days - 1)
        return None

    def _day_alone(self, text: str) -> date | None:
        when = read_when(text, now=self.now, place=self.place, languages=self.languages)
        due = when.due if when is not None and when.repeat is None else None
        return due.on if due is not None and due.is_whole_day else None


def _log(entry: RawEntry, moment: WrittenAt) -> Intent | None:
    is_ahead = entry.on is not None and entry.on > moment.today  # log expenses tomorrow: a task
    if is_ahead or not _is_name(entry.habit):
        return None
    return HabitLog(entry.habit, entry.amount, entry.unit, entry.on)


def _skip(entry: RawEntry, moment: WrittenAt, *, ahead: bool) -> Intent | None:
    """skip gym on friday means the next one, skipped gym on friday the last one."""
    on = entry.on
    if ahead and entry.day is not None and may_be_ahead(entry.day):
        on = find_day(entry.day, moment).on
    if on is None or entry.amount is not None or not _is_name(entry.habit):
        return None
    return HabitSkip(entry.habit, on)


def _is_name(words: str) -> bool:
    return 0 < len(words.split()) <= LONGEST_HABIT


def _away(order: Order, size: int) -> tuple[int, int] | None:
    """vacation until friday; a single word is a title"""
    starts = (order.after("away"), order.after("gone"))
    start = max((one for one in starts if one is not None), default=None)
    return None if start is None or start == size == 1 else (start, size)
