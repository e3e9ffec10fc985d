"""Where to move a task to: a date of any time, a day or a clock time alone, a step, or no date."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.language.engine.phrases import Sentence
from bot.language.engine.tokens import tokenize
from bot.language.filters import read_scope
from bot.language.grammars import grammar_of
from bot.language.habits.entries import read_entry
from bot.language.languages import ALL, Languages
from bot.language.meaning.calendar import add_months
from bot.language.tasks import read_when
from bot.language.values import SaidAlone, When
from storage.rules.due import Due, local_date
from storage.rules.recurrence import first_occurrence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.language.said import Length
    from bot.language.values import Place
    from storage.rules.recurrence import Repeat

_STEP = re.compile(r"([+\-−])\s*(?=\S)")
LONGEST_STEP = 100 * 366 * 24 * 60  # minutes


def read_move(
    text: str, *, due: Due | None, now: datetime, place: Place, languages: Languages = ALL
) -> When | None:
    """Read where a task that is due at `due` is moved to; None where the text says nothing of it.

    A day keeps the time, a clock time keeps the day if that is still ahead. `+1 day`, `-2h`: from
    `due`, or from now. `no date` takes it away. Days may be past: `yesterday`, `2020-01-01`.
    """
    text = text.strip()
    words = text.split()
    if words and read_scope(words, languages=languages) == ("nodate", len(words)):
        return When(None)
    if (step := _step(text, place, languages)) is not None:
        return _stepped(due, step, now, place)
    when = read_when(text, now=now, place=place, languages=languages)
    if when is not None and when.due is not None:
        if when.repeat is not None:
            return _repeating(when, when.repeat, due, now)
        return replace(when, due=keeping(when.due, when.alone, due, now=now))
    return _past(text, due, now, place, languages) or when


def keeping(said: Due, alone: SaidAlone, due: Due | None, *, now: datetime) -> Due:
    """A date as said, with the half of the old one that was not said: a day keeps the time, a
    clock time the day, if that moment is ahead."""
    if due is None:
        return said
    if alone == "day" and due.time is not None:
        return Due(said.on, due.time.replace(fold=0), due.zone)
    if alone == "time":
        kept = replace(due, time=said.time)
        return kept if kept.at > now else said
    return said


def _repeating(when: When, repeat: Repeat, due: Due | None, now: datetime) -> When:
    """A repeat as said, and its other reading, at the time that a task has."""
    kept = keeping_time(repeat, due)
    first = first_occurrence(kept, now=now) or when.due
    others = tuple(
        replace(doubt, alternatives=tuple(_kept(each, due) for each in doubt.alternatives))
        for doubt in when.doubts
    )
    return replace(when, repeat=kept, due=first, doubts=others)


def _kept(alternative: Due | Repeat, due: Due | None) -> Due | Repeat:
    return alternative if isinstance(alternative, Due) else keeping_time(alternative, due)


def keeping_time(repeat: Repeat, due: Due | None) -> Repeat:
    """A repeat of days at the time that a task has, if it says none."""
    if repeat.start_time is not None or due is None or due.time is None:
        return repeat
    return replace(repeat, start_time=due.time.replace(fold=0))


def _step(text: str, place: Place, languages: Languages) -> Length | None:
    sign = _STEP.match(text)
    if sign is None:
        return None
    tokens = tokenize(text[sign.end() :])
    for code in languages.in_order(place.language):
        line = Sentence(tokens, grammar_of(languages, code))
        found: Sequence[tuple[Length, int]] = line.slot("lu", 0) if line.size else ()
        for length, end in found:
            if end == line.size and 0 < length.total_minutes() < LONGEST_STEP:
                return length * (1 if sign[1] == "+" else -1)
    return None


def _stepped(due: Due | None, step: Length, now: datetime, place: Place) -> When | None:
    """Days and months by the calendar, at the same time; hours and minutes have elapsed."""
    try:
        return When(_later(due, step, now, place))
    except (ValueError, OverflowError):  # beyond the calendar
        return None


def _later(due: Due | None, step: Length, now: datetime, place: Place) -> Due:
    start = due or Due(local_date(now, place.zone), None, place.zone)
    on = add_months(start.on, step.months) + timedelta(days=step.days)
    if not step.minutes:
        return replace(start, on=on)
    moment = replace(start, on=on).at if due and due.time else now + (on - start.on)
    return Due.from_moment(moment + timedelta(minutes=step.minutes), start.zone)


def _past(
    text: str, due: Due | None, now: datetime, place: Place, languages: Languages
) -> When | None:
    """A day that is over, as entries of habits have them: yesterday, last friday 18:00."""
    entry = read_entry(text, now=now, place=place, languages=languages)
    if entry.on is None or entry.habit or entry.amount is not None:
        return None
    zone = due.zone if due and entry.at is None else place.zone
    at = entry.at or (due.time.replace(fold=0) if due and due.time else None)
    is_past = entry.on < now.astimezone(ZoneInfo(place.zone)).date()
    return When(Due(entry.on, at, zone)) if is_past else None
