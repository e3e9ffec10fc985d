"""Days and times in words, in the reader's own zone where Telegram can."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, format_time
from babel.units import format_unit
from markupsafe import Markup

from storage.rules.due import Due, local_date
from storage.rules.offsets import BrokenOffset, Offset

if TYPE_CHECKING:
    from bot.texts import Words
    from storage.models import Task
    from storage.rules.preferences import Preferences

TAG = Markup('<tg-time unix="{}" format="{}">{}</tg-time>')
# Telegram refuses a moment further ahead (MTProto's messageEntityFormattedDate: 1,098 days).
SHOWN_AHEAD = timedelta(days=1095)
# How exact a length is said: from so much on, to the nearest of these steps.
COARSE = (
    (timedelta(days=7), timedelta(days=1)),
    (timedelta(days=1), timedelta(hours=1)),
    (timedelta(), timedelta(minutes=1)),
)


def due_words(
    due: Due,
    *,
    now: datetime,
    words: Words,
    reader: Preferences,
    lasts: timedelta | None = None,
) -> Markup:
    """`tomorrow, 09:00`; a moment is a `<tg-time>`, which each reader sees in their own zone.

    With how long it `lasts` `tomorrow, 18:00–20:00`, `Tue 13 Oct – Thu 15 Oct`.
    """
    if due.is_whole_day:
        return Markup.escape(_days(due.on, lasts, today=local_date(now, due.zone), words=words))
    start = moment_words(due.at, now=now, words=words, reader=reader)
    end = due.at + (lasts or timedelta())
    if not lasts:
        return start
    if local_date(end, reader.zone) == local_date(due.at, reader.zone):
        return Markup("{}–{}").format(start, clock_of(end, words=words, reader=reader))
    return Markup("{} – {}").format(start, moment_words(end, now=now, words=words, reader=reader))


def _days(on: date, lasts: timedelta | None, *, today: date, words: Words) -> str:
    """A day, or the first and the last one of several; a part of a day counts as one."""
    last = on + timedelta(days=-(-(lasts or timedelta()) // timedelta(days=1)) - 1)
    days = [on, last] if last > on else [on]
    return " – ".join(due_day(each, today=today, words=words) for each in days)


def moment_words(
    at: datetime, *, now: datetime, words: Words, reader: Preferences, is_said: bool = False
) -> Markup:
    """A moment such as `today, 14:30` in the reader's zone; `is_said`: as within a sentence,
    `today at 14:30`.

    Whose zone is known reads the day in words; among several people, or when it is not known,
    each reader's client shows the whole moment in its own zone.
    """
    key = "date-at-time" if is_said else "date-and-time"
    local = at.astimezone(ZoneInfo(reader.zone))
    day = due_day(local.date(), today=local_date(now, reader.zone), words=words)
    clock = Markup.escape(clock_words(local.time(), words=words, reader=reader))
    if not 0 <= at.timestamp() <= (now + SHOWN_AHEAD).timestamp():
        return words(key, date=day, time=clock)
    if reader.zone_is_set and not reader.is_shared:
        return words(key, date=day, time=TAG.format(int(at.timestamp()), "t", clock))
    text = words(key, date=day, time=clock)
    return TAG.format(int(at.timestamp()), "wDt", text)  # a short date is 01/12/26


def clock_of(at: datetime, *, words: Words, reader: Preferences) -> Markup:
    """The time of a moment on a day that is said already: `18:00`, in each reader's own zone."""
    local = at.astimezone(ZoneInfo(reader.zone)).time()
    return TAG.format(int(at.timestamp()), "t", clock_words(local, words=words, reader=reader))


def clock_words(at: time, *, words: Words, reader: Preferences) -> str:
    """`14:30`, or `2:30 PM` for a reader who prefers twelve hours."""
    pattern = "h:mm a" if reader.hours_12 else "HH:mm"
    return format_time(at, pattern, locale=words.locale)


def due_day(on: date, *, today: date, words: Words) -> str:
    """`today`, `tomorrow`, `yesterday`, else which day it is: `Fri 27 Nov`."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((on - today).days)
    return words.plain(near) if near else long_day(on, today=today, words=words)


def day_words(on: date, *, today: date, words: Words) -> str:
    """`today`, `Friday` within the week to come, else `Fri, 27 Nov`, with its year if another."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((on - today).days)
    if near:
        return words.plain(near)
    if 1 < (on - today).days < 7:
        return format_date(on, "EEEE", locale=words.locale)
    return long_day(on, today=today, words=words)


def long_day(on: date, *, today: date, words: Words) -> str:
    """`Fri, 27 Nov`, with the year if it is another than today's."""
    skeleton = "MMMEd" if on.year == today.year else "yMMMEd"
    return format_skeleton(skeleton, on, locale=words.locale)


def length_words(length: timedelta, words: Words) -> str:
    """`1 hour`, `1 hour 30 minutes`, `2 days 3 hours`, `12 days`: two units at most, from minutes
    on; whole weeks are weeks."""
    step = next(step for least, step in COARSE if length >= least)
    days, rest = divmod(round(length / step) * step, timedelta(days=1))
    hours, minutes = divmod(rest // timedelta(minutes=1), 60)
    weeks, more = divmod(days, 7)
    units = {"day": days, "hour": hours, "minute": minutes}
    if weeks and not (more or rest):
        units = {"week": weeks}
    said = [
        format_unit(count, f"duration-{unit}", locale=words.locale)
        for unit, count in units.items()
        if count
    ]
    return " ".join(said[:2] or [format_unit(1, "duration-minute", locale=words.locale)])


def offset_words(key: str, words: Words, *, is_whole_day: bool = False) -> str:
    """`at the due time`, of a task of a whole day `on the day`; `1 hour before`, `the day before
    at 19:00`; nothing for what is no offset."""
    try:
        offset = Offset.parse(key)
    except BrokenOffset:
        return ""
    if offset.at is not None:
        return words.plain("offset-day", days=offset.days_before, at=f"{offset.at:%H:%M}")
    if not offset.before:
        return words.plain("offset-on-day" if is_whole_day else "offset-at")
    key = "offset-before" if offset.before > timedelta() else "offset-after"
    return words.plain(key, length=length_words(abs(offset.before), words))


def is_whole_day(task: Task) -> bool:
    """Whether the task is due on a day, at no time of it."""
    return task.due is not None and task.due.is_whole_day


def reminder_facts(task: Task, words: Words) -> list[Markup]:
    """A task's own reminders and its nagging, a line each; none where it has the usual ones."""
    facts = []
    if task.reminders:
        said = Markup(", ").join(
            offset_words(text, words, is_whole_day=is_whole_day(task)) for text in task.reminders
        )
        facts.append(words("fact-reminders", reminders=said))
    elif task.reminders is not None:
        facts.append(words("fact-no-reminders"))
    if task.nag_minutes:
        length = length_words(timedelta(minutes=task.nag_minutes), words)
        facts.append(words("fact-nag", length=length))
    return facts
