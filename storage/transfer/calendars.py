"""Tasks as iCalendar (RFC 5545): a VTODO for each, or for each rule of its repeat.

`icalendar` writes it: it knows the folding, escaping and time zones of the format.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Todo, vRecur

from storage.models import Priority, Status
from storage.rules.due import Due
from storage.rules.offsets import Offset, plan
from storage.rules.recurrence import Repeat, occurrences, repeat_from_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from storage.rules.preferences import Preferences

PRODUCT = "-//Dueto//Dueto//EN"
PRIORITIES = {Priority.HIGH: 1, Priority.MEDIUM: 5, Priority.LOW: 9}
STATES = {
    Status.TODO: "NEEDS-ACTION",
    Status.IN_PROGRESS: "IN-PROCESS",
    Status.COMPLETED: "COMPLETED",
}
_TICK = timedelta(microseconds=1)
YEARS_BACK = 10  # from which on the calendar tells the changes of its zones' clocks
MOST_LEFT = 10_000  # occurrences that are counted for COUNT


def calendar(
    tasks: Iterable[Mapping[str, Any]], chosen: Preferences, *, title: str, now: datetime
) -> bytes:
    """A calendar of those tasks, as `storage.transfer.reading` gives them, that are not in the
    trash. `chosen`: the reminders that a task without its own has, and the morning's time."""
    kept = Calendar()
    kept.add("prodid", PRODUCT)
    kept.add("version", "2.0")
    kept.add("x-wr-calname", title)
    for task in tasks:
        if task["deleted_at"] is None:
            for todo in todos(task, chosen, now=now):
                kept.add_component(todo)
    kept.add_missing_timezones(first_date=date(now.year - YEARS_BACK, 1, 1))
    text: bytes = kept.to_ical()
    return text


def todos(task: Mapping[str, Any], chosen: Preferences, *, now: datetime) -> list[Todo]:
    """The VTODOs of one task: one for each rule of its repeat, which begins at the occurrence that
    is open. A repeat after completion has no RRULE, since RFC 5545 has no word for it."""
    due = due_of(task)
    repeat = repeat_from_json(task["repeat"]) if task["repeat"] else None
    if due is None or repeat is None or repeat.anchor == "completion":
        return [_todo(task, due, None, chosen, now=now)]
    made = [_todo(task, at, rule, chosen, now=now) for at, rule in streams(repeat, due)]
    for place, todo in enumerate(made[1:], start=2):
        todo["uid"] = f"{todo['uid']}-{place}"
    return made or [_todo(task, due, None, chosen, now=now)]


def due_of(task: Mapping[str, Any]) -> Due | None:
    """When an exported task is due."""
    if task["due_at"] is None:
        return None
    if task["due_on"] is not None:
        return Due(date.fromisoformat(task["due_on"]), None, task["due_zone"])
    return Due.from_moment(datetime.fromisoformat(task["due_at"]), task["due_zone"])


def streams(repeat: Repeat, current: Due) -> list[tuple[Due, str]]:
    """Each rule of a repeat with its first occurrence from the current one on, and with the COUNT
    that is left of it."""
    found = []
    for rule in repeat.rules:
        alone = Repeat((rule,), repeat.start_on, repeat.start_time, repeat.zone)
        ahead = occurrences(alone, after=current.at - _TICK, limit=1)
        if ahead:
            found.append((ahead[0], _with_count_left(alone, rule, ahead[0])))
    return found


def _with_count_left(repeat: Repeat, rule: str, first: Due) -> str:
    parts = rule.split(";")
    if not any(part.startswith("COUNT=") for part in parts):
        return rule
    left = len(occurrences(repeat, after=first.at - _TICK, limit=MOST_LEFT))
    return ";".join(part if not part.startswith("COUNT=") else f"COUNT={left}" for part in parts)


def _todo(
    task: Mapping[str, Any],
    due: Due | None,
    rule: str | None,
    chosen: Preferences,
    *,
    now: datetime,
) -> Todo:
    todo = Todo()
    todo.add("uid", f"{task['id']}@dueto")
    todo.add("dtstamp", now.astimezone(UTC))
    todo.add("summary", task["title"])
    if described := _description(task):
        todo.add("description", described)
    todo.add("priority", PRIORITIES[Priority(task["priority"])])
    todo.add("status", STATES[Status(task["status"])])
    if task["tags"]:
        todo.add("categories", task["tags"])
    for name, key in (("created", "created_at"), ("last-modified", "updated_at")):
        todo.add(name, datetime.fromisoformat(task[key]))
    if task["completed_at"]:
        todo.add("completed", datetime.fromisoformat(task["completed_at"]))
        todo.add("percent-complete", 100)
    if due is not None:
        _add_due(todo, task, due, rule)
        for alarm in _alarms(task, due, chosen, from_start="dtstart" in todo):
            todo.add_component(alarm)
    return todo


def _description(task: Mapping[str, Any]) -> str:
    items = [f"[{'x' if item['is_done'] else ' '}] {item['text']}" for item in task["checklist"]]
    return "\n".join(filter(None, [task["notes"], *items]))


def _add_due(todo: Todo, task: Mapping[str, Any], due: Due, rule: str | None) -> None:
    """DUE, or DTSTART with DURATION, which exclude each other; a repeat begins at its DTSTART."""
    at = wall(due)
    minutes = task["duration_minutes"]
    if minutes or rule:
        todo.add("dtstart", at)
    if minutes:
        todo.add("duration", timedelta(minutes=minutes))
    else:
        todo.add("due", at)
    if rule:
        todo.add("rrule", vRecur.from_ical(rule))


def wall(due: Due) -> date | datetime:
    """A day, or a moment in its zone, as calendars have it."""
    if due.time is None:
        return due.on
    return due.at.astimezone(ZoneInfo(due.zone))


def _alarms(
    task: Mapping[str, Any], due: Due, chosen: Preferences, *, from_start: bool
) -> list[Alarm]:
    """Its reminders, as far from what is due as they come."""
    said: Sequence[str] | None = task["reminders"]
    usual = chosen.pushes.whole_day if due.is_whole_day else chosen.pushes.timed
    offsets = usual if said is None else [Offset.parse(text) for text in said]
    alarms = []
    for planned in plan(due, offsets, morning=chosen.pushes.morning):
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", task["title"])
        alarm.add(
            "trigger",
            planned.fire_at - due.at,
            parameters={} if from_start else {"RELATED": "END"},
        )
        alarms.append(alarm)
    return alarms
