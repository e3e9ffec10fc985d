"""A month as buttons: choose a day, then perhaps a time."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, time, timedelta

from babel.dates import format_date, get_day_names

from bot.presses import pack, pack_day, pack_key, pack_time
from bot.reader import Reader
from bot.replies import Button, Keyboard, Say
from bot.views.legacy import legacy_button
from bot.views.tasks.answers import BREAK, task_line
from storage.models import Task
from storage.rules.due import local_date

FIRST, LAST = date(1000, 1, 1), date(9998, 12, 1)  # beyond, months have no neighbours
TIMES = (time(8), time(9), time(12), time(15), time(18), time(19), time(20), time(22))


def calendar(task: Task, month: date, reader: Reader, *, back: str) -> Say:
    """The month that `month` is in, with quick choices above and the way back below."""
    key = pack_key(task.id)
    month = min(max(month, FIRST), LAST)
    today = local_date(reader.now, reader.preferences.zone)
    rows = (
        _quick(key, today, reader, back),
        _header(key, month, reader, back),
        *_days(key, month, today, reader, back),
        (
            legacy_button(reader, "type", "type", key, back),
            legacy_button(reader, "back", "card", key, back),
        ),
    )
    text = BREAK.join([task_line(task, reader), reader.words("card-calendar")])
    return Say(text, rows, about=task.id)


def _quick(key: str, today: date, reader: Reader, back: str) -> tuple[Button, ...]:
    monday = today + timedelta(days=7 - today.weekday())
    return (
        legacy_button(reader, "today", "day", key, pack_day(today), back),
        legacy_button(reader, "tomorrow", "day", key, pack_day(today + timedelta(days=1)), back),
        legacy_button(reader, "next-week", "day", key, pack_day(monday), back),
        legacy_button(reader, "no-date", "day", key, "none", back),
    )


def _header(key: str, month: date, reader: Reader, back: str) -> tuple[Button, ...]:
    first = month.replace(day=1)
    before, after = first - timedelta(days=1), first + timedelta(days=31)
    name = format_date(first, "LLLL y", locale=reader.words.locale)
    return (
        Button("‹", pack("month", key, f"{before:%Y%m}", back)),
        Button(name, pack("noop", "month")),
        Button("›", pack("month", key, f"{after:%Y%m}", back)),
    )


def _days(key: str, month: date, today: date, reader: Reader, back: str) -> Keyboard:
    first_weekday = reader.preferences.first_weekday
    names = get_day_names("narrow", context="stand-alone", locale=reader.words.locale)
    order = [(first_weekday + offset) % 7 for offset in range(7)]
    weekdays = tuple(Button(names[day], pack("noop", "month")) for day in order)
    weeks = Calendar(first_weekday).monthdatescalendar(month.year, month.month)
    return (weekdays, *(tuple(_day(key, on, month, today, back) for on in week) for week in weeks))


def _day(key: str, on: date, month: date, today: date, back: str) -> Button:
    if on.month != month.month:
        return Button("·", pack("noop", "month"))
    label = f"[{on.day}]" if on == today else str(on.day)
    return Button(label, pack("day", key, pack_day(on), back))


def clock(task: Task, reader: Reader, *, back: str) -> Say:
    """A day is chosen: at what time?"""
    key = pack_key(task.id)
    buttons = [
        Button(
            reader.clock(at),
            pack("time", key, pack_time(at), back),
        )
        for at in TIMES
    ]
    rows = tuple(tuple(buttons[i : i + 4]) for i in range(0, len(buttons), 4))
    last = (
        legacy_button(reader, "no-time", "time", key, "none", back),
        legacy_button(reader, "type", "type", key, back),
        legacy_button(reader, "back", "card", key, back),
    )
    text = BREAK.join([task_line(task, reader), reader.words("card-time")])
    return Say(text, (*rows, last), about=task.id)
