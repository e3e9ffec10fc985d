"""A month as buttons: choose a day, then perhaps a time."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from babel.dates import format_date, get_day_names

from bot.presses.tasks import (
    AskAbout,
    CalendarHeading,
    ClearDate,
    ClearTime,
    Month,
    OpenCard,
    SetDay,
    SetTime,
    TurnMonth,
)
from bot.replies import Button, Keyboard, Say
from bot.views.parts import BREAK, in_rows, task_line
from storage.rules.due import local_date

if TYPE_CHECKING:
    from uuid import UUID

    from bot.presses.lists import ListPlace
    from bot.reader import Reader
    from storage.models import Task

FIRST, LAST = date(1000, 1, 1), date(9998, 12, 1)  # beyond, months have no neighbours
TIMES = (time(8), time(9), time(12), time(15), time(18), time(19), time(20), time(22))


def calendar(task: Task, month: date, reader: Reader, *, back: ListPlace) -> Say:
    """The month that `month` is in, with quick choices above and the way back below."""
    month = min(max(month, FIRST), LAST)
    today = local_date(reader.now, reader.preferences.zone)
    rows = (
        _quick(task.id, today, reader, back),
        _header(task.id, month, reader, back),
        *_days(task.id, month, today, reader, back),
        (
            reader.button("type", AskAbout(task.id, "date")),
            reader.button("back", OpenCard(task.id, back)),
        ),
    )
    text = BREAK.join([task_line(task, reader), reader.words("card-calendar")])
    return Say(text, rows, about=task.id)


def _quick(task: UUID, today: date, reader: Reader, back: ListPlace) -> tuple[Button, ...]:
    days = {
        "today": today,
        "tomorrow": today + timedelta(days=1),
        "next-week": today + timedelta(days=7 - today.weekday()),
    }
    return (
        *(reader.button(name, SetDay(task, day, back)) for name, day in days.items()),
        reader.button("no-date", ClearDate(task, back)),
    )


def _header(task: UUID, month: date, reader: Reader, back: ListPlace) -> tuple[Button, ...]:
    first = month.replace(day=1)
    before, after = first - timedelta(days=1), first + timedelta(days=31)
    name = format_date(first, "LLLL y", locale=reader.words.locale)
    return (
        Button("‹", press=TurnMonth(task, Month.of(before), back)),
        Button(name, press=CalendarHeading()),
        Button("›", press=TurnMonth(task, Month.of(after), back)),
    )


def _days(task: UUID, month: date, today: date, reader: Reader, back: ListPlace) -> Keyboard:
    first_weekday = reader.preferences.first_weekday
    names = get_day_names("narrow", context="stand-alone", locale=reader.words.locale)
    order = [(first_weekday + offset) % 7 for offset in range(7)]
    weekdays = tuple(Button(names[day], press=CalendarHeading()) for day in order)
    weeks = Calendar(first_weekday).monthdatescalendar(month.year, month.month)
    return (weekdays, *(tuple(_day(task, on, month, today, back) for on in week) for week in weeks))


def _day(task: UUID, on: date, month: date, today: date, back: ListPlace) -> Button:
    if on.month != month.month:
        return Button("·", press=CalendarHeading())
    label = f"[{on.day}]" if on == today else str(on.day)
    return Button(label, press=SetDay(task, on, back))


def clock(task: Task, reader: Reader, *, back: ListPlace) -> Say:
    """A day is chosen: at what time?"""
    buttons = [Button(reader.clock(at), press=SetTime(task.id, at, back)) for at in TIMES]
    last = (
        reader.button("no-time", ClearTime(task.id, back)),
        reader.button("type", AskAbout(task.id, "date")),
        reader.button("back", OpenCard(task.id, back)),
    )
    text = BREAK.join([task_line(task, reader), reader.words("card-time")])
    return Say(text, (*in_rows(buttons, 4), last), about=task.id)
