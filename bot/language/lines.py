"""A line as plain data, with the fields of the tests' tables: for the command line and tests."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.language.intents import read_intent
from bot.language.languages import ALL, Languages
from bot.language.meaning.elsewhere import here
from bot.language.tasks import read_task
from bot.language.values import (
    AddReminder,
    Delete,
    Done,
    HabitLog,
    HabitSkip,
    Intent,
    PauseHabits,
    Place,
    Reading,
    ReminderOffset,
    Reschedule,
    ResumeHabits,
    SetDigest,
    SetTimezone,
    Snooze,
)
from storage.rules.due import Due

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from storage.rules.recurrence import Repeat

Fields = dict[str, Any]


def parse_line(text: str, *, now: datetime, place: Place, languages: Languages = ALL) -> Fields:
    """Read a line and give it as JSON-able fields.

    `rrule` is one rule or a list of them, `priority` 1 high to 3 low, `reminders` minutes before
    due (or `day-1@19:00`), `duration_min` how long it lasts from due, `doubts` what would be
    asked. An intent has `intent` and its facts.
    """
    intent = read_intent(text, now=now, place=place, languages=languages)
    if intent is not None:
        return {"due": None, "rrule": None, **_intent(intent)}
    return _task(read_task(text, now=now, place=place, languages=languages), place)


def _task(reading: Reading, place: Place) -> Fields:
    due = here(reading.due, place.zone) if reading.due else None
    return {
        "title": reading.title,
        "due": said_due(due),
        **_repeat(reading.repeat),
        **({"fold": due.time.fold} if due and due.time else {}),
        "priority": reading.priority,
        "tags": list(reading.tags),
        "assignees": list(reading.assignees),
        **({"rotates": True} if reading.rotates else {}),
        "reminders": [_offset(each) for each in reading.reminders],
        "duration_min": _minutes(reading.duration) if reading.duration else None,
        "nag_min": _minutes(reading.nag) if reading.nag else None,
        "doubts": [doubt.kind for doubt in reading.doubts],
    }


def said_due(due: Due | None) -> str | None:
    """2026-09-24 for a whole day, 2026-09-24T10:00 for a moment, in local wall time."""
    if due is None:
        return None
    return due.on.isoformat() + (f"T{due.time:%H:%M}" if due.time is not None else "")


def _repeat(repeat: Repeat | None) -> Fields:
    if repeat is None:
        return {"rrule": None}
    start = said_due(Due(repeat.start_on, repeat.start_time, repeat.zone))
    rules = list(repeat.rules)
    return {
        "rrule": rules[0] if len(rules) == 1 else rules,
        "anchor": repeat.anchor,
        "dtstart": start,
    }


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds() // 60)


def _offset(offset: ReminderOffset) -> int | str:
    return str(offset) if offset.at is not None else _minutes(offset.before or timedelta())


def _intent(intent: Intent) -> Fields:
    return _FIELDS[type(intent)](intent)


def _snooze(intent: Snooze) -> Fields:
    if intent.length is not None:
        return {"intent": "snooze", "minutes": _minutes(intent.length)}
    return {"intent": "snooze", "due": said_due(intent.until)}


def _reschedule(intent: Reschedule) -> Fields:
    repeat = _repeat(intent.when.repeat)
    due = said_due(intent.when.due)
    return {"intent": "reschedule", "id": intent.number, "due": due, **repeat}


def _digest(intent: SetDigest) -> Fields:
    at = f"{intent.at:%H:%M}" if intent.at else None
    return {"intent": "set_digest", "which": intent.which, "time": at}


def _log(intent: HabitLog) -> Fields:
    amount = intent.amount
    return {
        "intent": "habit_log",
        "habit": intent.habit,
        "amount": int(amount) if amount is not None and amount.is_integer() else amount,
        "unit": intent.unit,
        "date": intent.on.isoformat() if intent.on else None,
    }


def _reminder(intent: AddReminder) -> Fields:
    offsets = [_offset(each) for each in intent.offsets]
    return {"intent": "add_reminder", "offset": offsets[0] if len(offsets) == 1 else offsets}


_FIELDS: Mapping[type[Intent], Callable[[Any], Fields]] = {
    Done: lambda intent: {"intent": "done", "ids": list(intent.numbers)},
    Delete: lambda intent: {"intent": "delete", "ids": list(intent.numbers)},
    Snooze: _snooze,
    Reschedule: _reschedule,
    AddReminder: _reminder,
    SetTimezone: lambda intent: {"intent": "set_timezone", "zone": intent.words},
    SetDigest: _digest,
    HabitLog: _log,
    HabitSkip: lambda intent: {
        "intent": "habit_skip", "habit": intent.habit, "date": intent.on.isoformat()
    },
    PauseHabits: lambda intent: {
        "intent": "vacation", "until": intent.until.isoformat() if intent.until else None
    },
    ResumeHabits: lambda intent: {"intent": "resume_habits"},
}  # fmt: skip
