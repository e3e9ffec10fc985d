"""Tasks and habit times as events of iCalendar (RFC 5545), for programs that show a feed.

Events, not VTODOs: Google's and Outlook's calendars leave VTODOs of a subscription out. A task is
an event when it is due, which takes no time of anybody's unless it has a length.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event, vRecur

from storage.rules.due import Due
from storage.rules.rrule import WEEKDAYS
from storage.rules.schedules import Schedule, Span, Unit
from storage.transfer.calendars import PRODUCT, YEARS_BACK, streams, wall

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from uuid import UUID

    from storage.rules.recurrence import Repeat

ONE_DAY = timedelta(days=1)
REFRESH = timedelta(hours=1)  # how often programs are asked to look again
MOST_PAUSED = 366  # days of a pause that are left out one by one


@dataclass(frozen=True, slots=True)
class FeedTask:
    """A task of a feed. `occurrence` is where its repeat has it, `due` where it is; `of` is the
    group that it is of, "" for the list of the reader's own, or for the feed of that group."""

    key: UUID
    title: str
    notes: str
    due: Due
    occurrence: Due
    repeat: Repeat | None
    length: timedelta | None
    changed_at: datetime
    of: str = ""


@dataclass(frozen=True, slots=True)
class FeedHabit:
    """The times of a habit that somebody takes part in, in their zone; their days begin at `turn`.
    `pauses`: days on which it asks them for nothing."""

    key: UUID
    name: str
    schedule: Schedule
    zone: str
    turn: time
    pauses: tuple[Span, ...]
    changed_at: datetime
    of: str = ""


def feed_calendar(
    tasks: Iterable[FeedTask], habits: Iterable[FeedHabit], *, title: str, now: datetime
) -> bytes:
    """A calendar of events. It is the same in a year for the same tasks and habits."""
    kept = Calendar()
    kept.add("prodid", PRODUCT)
    kept.add("version", "2.0")
    kept.add("method", "PUBLISH")
    kept.add("x-wr-calname", title)
    kept.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    kept.add("x-published-ttl", "PT1H")
    for task in tasks:
        for event in task_events(task):
            kept.add_component(event)
    for habit in habits:
        for event in habit_events(habit):
            kept.add_component(event)
    kept.add_missing_timezones(first_date=date(now.year - YEARS_BACK, 1, 1))
    text: bytes = kept.to_ical()
    return text


def task_events(task: FeedTask) -> Iterator[Event]:
    """The events of a task: one for each rule of its repeat, from the open occurrence on, and one
    in place of an occurrence that was moved. A repeat after completion has no rule: nobody knows
    when it comes again."""
    repeat = task.repeat
    if repeat is None or repeat.anchor == "completion":
        yield _task_event(task, task.due, f"{task.key.hex}@dueto")
        return
    is_shown = False
    for place, (first, rule) in enumerate(streams(repeat, task.occurrence), start=1):
        uid = f"{task.key.hex}{f'-{place}' if place > 1 else ''}@dueto"
        yield _task_event(task, first, uid, rule)
        if first.at == task.occurrence.at and not is_shown:
            is_shown = True
            if task.due.at != first.at or task.due.is_whole_day != first.is_whole_day:
                moved = _task_event(task, task.due, uid)
                moved.add("recurrence-id", wall(first))
                yield moved
    if not is_shown:  # it was moved off its repeat, and nobody knows from where
        yield _task_event(task, task.due, f"{task.key.hex}-now@dueto")


def _task_event(task: FeedTask, due: Due, uid: str, rule: str | None = None) -> Event:
    name = f"{task.title} · {task.of}" if task.of else task.title
    event = _event(uid, name, task.changed_at)
    if task.notes:
        event.add("description", task.notes)
    _add_span(event, due, task.length)
    if rule is not None:
        event.add("rrule", vRecur.from_ical(rule))
    return event


def _add_span(event: Event, due: Due, length: timedelta | None) -> None:
    """When it begins and ends; what has no length takes no time."""
    event.add("dtstart", wall(due))
    if due.is_whole_day:
        event.add("dtend", due.on + max(length or ONE_DAY, ONE_DAY))
    elif length:
        event.add("duration", length)
    if length is None or due.is_whole_day:
        event.add("transp", "TRANSPARENT")


def _event(uid: str, name: str, changed_at: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", changed_at.astimezone(UTC))
    event.add("last-modified", changed_at.astimezone(UTC))
    event.add("summary", name)
    return event


def habit_events(habit: FeedHabit) -> Iterator[Event]:
    """An event for each of its times, as long as it does not pause for good."""
    for at in sorted(set(habit.schedule.reminders)):
        event = _event(
            f"{habit.key.hex}-{at:%H%M}@dueto",
            f"{habit.name} · {habit.of}" if habit.of else habit.name,
            habit.changed_at,
        )
        later = ONE_DAY * (at < habit.turn)  # after midnight it is still the day before
        first = _first_day(habit.schedule) + later
        event.add("dtstart", wall(Due(first, at, habit.zone)))
        ends = _ends_on(habit.pauses)
        if ends is not None and ends + later <= first:
            continue
        event.add("rrule", _rule(habit.schedule, later, ends, Due(first, at, habit.zone)))
        left_out = [Due(on + later, at, habit.zone) for on in _paused_days(habit)]
        if left_out:
            event.add("exdate", [wall(one) for one in left_out])
        event.add("transp", "TRANSPARENT")
        yield event


def _first_day(schedule: Schedule) -> date:
    days = (schedule.start + ONE_DAY * number for number in range(8))
    return next(day for day in days if schedule.asks(day))


def _rule(schedule: Schedule, later: timedelta, ends: date | None, first: Due) -> dict[str, object]:
    """The days on which it asks. Of a number of times in a week or a month that is every day: how
    many are left is not known beforehand."""
    rule: dict[str, object] = {"freq": "daily"}
    if schedule.has_weekdays:
        days = sorted((day + later.days) % 7 for day in schedule.weekdays)
        rule = {"freq": "weekly", "byday": [WEEKDAYS[day] for day in days]}
    elif schedule.unit is Unit.DAY and schedule.interval > 1 and schedule.times == 1:
        rule["interval"] = schedule.interval
    if ends is not None:
        last = Due(ends + later, first.time, first.zone)
        rule["until"] = (last.at - timedelta(seconds=1)).astimezone(UTC)
    return rule


def _ends_on(pauses: Sequence[Span]) -> date | None:
    """The first day of a pause without an end."""
    return min((one.first for one in pauses if one.last is None), default=None)


def _paused_days(habit: FeedHabit) -> Iterator[date]:
    """The days of pauses that end on which it would ask."""
    for span in habit.pauses:
        if span.last is None:
            continue
        day, last = span.first, min(span.last, span.first + ONE_DAY * MOST_PAUSED)
        while day <= last:
            if habit.schedule.asks(day):
                yield day
            day += ONE_DAY
