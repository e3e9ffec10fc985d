"""Wishes about habits in plain words: what was done or skipped, and pauses of all of them.

They are cautious: a text without a day or an amount, or of a day that is ahead, is no entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.language.engine.grammar import grammar_of, languages_of
from bot.language.engine.phrases import Line, match_sequences
from bot.language.engine.tokens import Token, tokenize
from bot.language.habits.logs import Entry, read_entry
from bot.language.habits.wishes import (
    Order,
    after_wish,
    before_wish,
    mentions_entries,
    mentions_pauses,
    without_wish,
)
from bot.language.meaning.calendar import Moment, add_months, find_day
from bot.language.meaning.past_days import may_be_ahead
from bot.language.said import Length
from bot.language.tasks import read_when
from bot.language.values import HabitLog, HabitSkip, Intent, PauseHabits, Place, ResumeHabits

LONGEST_HABIT = 4  # words
_PLUS = r"\A\+\s?\d"  # compiled by `re` on first use and kept there


def read_habit_intent(
    text: str, tokens: Sequence[Token], *, now: datetime, place: Place
) -> Intent | None:
    """A text, and its tokens, as a wish about habits; None if it is none. Never raises."""
    try:
        if re.match(_PLUS, text):
            return _added(text, now, place)
        paused = _pause_or_resume(text, tokens, now, place) if mentions_pauses(tokens) else None
        if paused is not None or not mentions_entries(tokens):
            return paused
        return _done_or_skipped(text, now, place)
    except (ValueError, OverflowError):  # beyond the calendar
        return None


def read_bare_wish(text: str, *, now: datetime, place: Place) -> Intent | None:
    """did gym · gym done · skip gym: of today, where no day is said; never raises.

    To be taken so only where there is a habit of exactly that name.
    """
    try:
        if mentions_entries(tokenize(text)):
            unsaid = Moment.of(now, place).today
            return _done_or_skipped(text.strip().rstrip(".!"), now, place, unsaid=unsaid)
    except (ValueError, OverflowError):  # beyond the calendar
        pass
    return None


# --- what was done ---------------------------------------------------------------------------


def _added(text: str, now: datetime, place: Place) -> Intent | None:
    """+500 ml water; neither a telephone number nor an offset of time"""
    entry = read_entry(text[1:].lstrip(), now=now, place=place)
    if entry.amount is None or re.search(r"\d", entry.habit):
        return None
    return _log(entry, Moment.of(now, place))


def _done_or_skipped(
    text: str, now: datetime, place: Place, *, unsaid: date | None = None
) -> Intent | None:
    """did gym yesterday · log water 500 · gym done today · skip gym today"""
    entry = read_entry(text, now=now, place=place)
    entry = replace(entry, on=entry.on or unsaid)
    moment = Moment.of(now, place)
    for wish in ("skip", "skipped"):
        habit = without_wish(entry.habit, wish, place)
        if habit is not None:
            return _skip(replace(entry, habit=habit), moment, ahead=wish == "skip")
    logged = after_wish(entry.habit, "log", place) or before_wish(entry.habit, "log_after", place)
    done = after_wish(entry.habit, "did", place)
    done = before_wish(done or entry.habit, "did_after", place) or done
    habit = done or logged
    if habit is None or (entry.on is None and entry.amount is None):
        return None
    if done is None and entry.amount is None and entry.day and may_be_ahead(entry.day):
        return None  # log expenses on friday, note the birthday on 5 May: tasks
    return _log(replace(entry, habit=habit), moment)


def _log(entry: Entry, moment: Moment) -> Intent | None:
    is_ahead = entry.on is not None and entry.on > moment.today  # log expenses tomorrow: a task
    if is_ahead or not _is_name(entry.habit):
        return None
    return HabitLog(entry.habit, entry.amount, entry.unit, entry.on)


def _skip(entry: Entry, moment: Moment, *, ahead: bool) -> Intent | None:
    """A weekday or a date is the next one, unless it was skipped."""
    on = entry.on
    if ahead and entry.day is not None and may_be_ahead(entry.day):
        on = find_day(entry.day, moment).on
    if on is None or entry.amount is not None or not _is_name(entry.habit):
        return None
    return HabitSkip(entry.habit, on)


def _is_name(words: str) -> bool:
    return 0 < len(words.split()) <= LONGEST_HABIT


# --- pauses ----------------------------------------------------------------------------------


def _pause_or_resume(
    text: str, tokens: Sequence[Token], now: datetime, place: Place
) -> Intent | None:
    for code in languages_of(place.language):
        order = Order(tokens, code)
        if order.rest("resume") == (0, 0) or order.is_wish("back"):
            return ResumeHabits()
        said = order.rest("pause") or _away(order, len(tokens))
        if said is None:
            continue
        if said[0] == said[1]:
            return PauseHabits(None)
        rest = text[tokens[said[0]].start : tokens[said[1] - 1].end]
        last = _last_day(rest, code, now, place)
        if last is not None:
            return PauseHabits(last)
    return None


def _away(order: Order, size: int) -> tuple[int, int] | None:
    """vacation until friday; a single word is a title"""
    start = order.after("away")
    return None if start is None or start == size == 1 else (start, size)


def _last_day(text: str, code: str, now: datetime, place: Place) -> date | None:
    """The last day of a pause: until oct 5, for 2 weeks."""
    line = Line(tokenize(text), grammar_of(code))
    until = match_sequences(line, 0, line.grammar.wishes["until"])
    if until:
        end = until[0][1]
        rest = text[line.tokens[end].start :] if end < line.size else ""
        when = read_when(rest, now=now, place=place)
        due = when.due if when is not None and when.repeat is None else None
        return due.on if due is not None and due.is_whole_day else None
    for start in range(min(3, line.size)):  # after a preposition of one or two words
        for value, end in (*line.slot("length", start), *line.slot("unit", start)):
            if end == line.size and isinstance(value, Length) and not value.minutes:
                first = Moment.of(now, place).today
                return add_months(first, value.months) + timedelta(days=value.days - 1)
    return None
