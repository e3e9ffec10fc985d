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
    OfferHours,
    OpenCard,
    SetDay,
    SetTime,
    TurnMonth,
)
from bot.replies import Button, Keyboard, Say
from bot.views.parts import BREAK, in_rows, switch, task_line
from storage.rules.due import local_date, next_week

if TYPE_CHECKING:
    from uuid import UUID

    from bot.presses.lists import ListPlace
    from bot.reader import Reader
    from storage.models import Task

FIRST, LAST = date(1000, 1, 1), date(9998, 12, 1)  # beyond, months have no neighbours
USUAL = (time(8), time(9), time(12), time(15), time(18), time(19), time(20), time(22))
PARTS = (0, 6, 12, 18)  # the hours at which the pages of half hours begin
SIX = 6  # weeks that a month may touch
CHOSEN, TODAY = "✓{}", "[{}]"


def calendar(task: Task, month: date, reader: Reader, *, back: ListPlace) -> Say:
    """The month that `month` is in, with quick choices above and the way back below."""
    month = min(max(month, FIRST), LAST)
    today = local_date(reader.now, reader.preferences.zone)
    rows = (
        _quick(task.id, today, reader, back),
        *_days(task, month, today, reader, back),
        (
            *_months(task.id, month, reader, back),
            Button("⌨️", press=AskAbout(task.id, "date", back)),
            reader.button("back", OpenCard(task.id, back)),
        ),
    )
    text = BREAK.join([task_line(task, reader), reader.words("card-calendar")])
    return Say(text, rows, about=task.id)


def _quick(task: UUID, today: date, reader: Reader, back: ListPlace) -> tuple[Button, ...]:
    days = {
        "today": today,
        "tomorrow": today + timedelta(days=1),
        "next-week": next_week(today, reader.preferences.first_weekday),
    }
    return (
        *(reader.button(name, SetDay(task, day, back)) for name, day in days.items()),
        reader.button("no-date", ClearDate(task, back)),
    )


def _months(task: UUID, month: date, reader: Reader, back: ListPlace) -> tuple[Button, ...]:
    """`‹ Sep 2026 ›`"""
    first = month.replace(day=1)
    before, after = first - timedelta(days=1), first + timedelta(days=31)
    name = format_date(first, "LLL y", locale=reader.words.locale)
    return (
        Button("‹", press=TurnMonth(task, Month.of(before), back)),
        Button(name, press=CalendarHeading()),
        Button("›", press=TurnMonth(task, Month.of(after), back)),
    )


def _days(task: Task, month: date, today: date, reader: Reader, back: ListPlace) -> Keyboard:
    """The weeks of the month below the names of the days. A month of six weeks leaves no row for
    those: they stand in its first week, before its first day."""
    first_weekday = reader.preferences.first_weekday
    names = get_day_names("narrow", context="stand-alone", locale=reader.words.locale)
    weeks = Calendar(first_weekday).monthdatescalendar(month.year, month.month)
    own = reader.day(task.due) if task.due else None

    def name(on: date) -> Button:
        return Button(names[on.weekday()], press=CalendarHeading())

    def day(on: date) -> Button:
        if on.month != month.month:
            is_named = len(weeks) == SIX and on < month.replace(day=1)
            return name(on) if is_named else Button("·", press=CalendarHeading())
        mark = CHOSEN if on == own else TODAY if on == today else "{}"
        return Button(mark.format(on.day), press=SetDay(task.id, on, back))

    rows = tuple(tuple(map(day, week)) for week in weeks)
    return rows if len(weeks) == SIX else (tuple(map(name, weeks[0])), *rows)


def clock(task: Task, reader: Reader, *, back: ListPlace, part: int | None = None) -> Say:
    """A day is chosen: at what time? The usual ones, or every half hour from `part` on."""
    times = USUAL if part is None else half_hours(part)
    own = task.due.time if task.due else None
    buttons = [
        switch(reader.clock(at), SetTime(task.id, at, back), is_on=at == own) for at in times
    ]
    parts = [
        Button(_part(hour, reader), press=OfferHours(task.id, hour, back))
        for hour in PARTS
        if hour != part
    ]
    last = (
        reader.button("no-time", ClearTime(task.id, back)),
        reader.button("type", AskAbout(task.id, "date", back)),
        reader.button("back", OpenCard(task.id, back)),
    )
    text = BREAK.join([task_line(task, reader), reader.words("card-time")])
    return Say(text, (*in_rows(buttons, 4), *in_rows(parts, 2), last), about=task.id)


def half_hours(part: int) -> tuple[time, ...]:
    """The times of a page: every half hour of six hours."""
    return tuple(time(part + half // 2, half % 2 * 30) for half in range(12))


def _part(hour: int, reader: Reader) -> str:
    """`18:00–23:30`"""
    times = half_hours(hour)
    return f"{reader.clock(times[0])}–{reader.clock(times[-1])}"
