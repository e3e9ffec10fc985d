"""What other programs read in an exported calendar: the same moments as here.

`vobject` reads it, which shares no code with the library that writes it; `dateutil` expands it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from dateutil.rrule import rrulestr
from hypothesis import given, settings

from storage.rules.preferences import Preferences
from storage.rules.recurrence import Repeat, occurrences, repeat_to_json
from storage.transfer.calendars import calendar
from tests.support.clocks import NOW
from tests.support.documents import tasks

USUAL = Preferences(zone="Europe/Berlin", language="en")
RULES = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=3FR",
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8",
    "FREQ=DAILY;COUNT=20",
    "FREQ=WEEKLY;UNTIL=20261231T225959Z",
]


def a_task(**said: Any) -> dict[str, Any]:
    now = NOW.isoformat()
    usual: dict[str, Any] = dict.fromkeys(
        ("due_at", "due_zone", "due_on", "repeat", "reminders", "duration_minutes"), None
    )
    usual |= dict.fromkeys(("completed_at", "deleted_at"), None)
    usual |= {"id": "0" * 32, "number": 1, "title": "Water plants", "notes": "", "status": "todo"}
    usual |= {"priority": "medium", "created_at": now, "updated_at": now}
    usual |= {"tags": [], "checklist": [], "assignees": []}
    return {**usual, **said}


def read(*made: dict[str, Any]) -> Any:
    """The calendar as another program has it."""
    return icalendar.Calendar.from_ical(calendar(made, USUAL, title="Ann", now=NOW))


def repeating(rule: str, *, at: time | None, current: int = 0) -> tuple[Repeat, dict[str, Any]]:
    """A repeat in Berlin, and a task whose occurrence of that place is open."""
    repeat = Repeat((rule,), date(2026, 9, 1), at, "Europe/Berlin")
    open_now = occurrences(repeat, after=datetime(2026, 8, 1, tzinfo=UTC), limit=current + 1)[-1]
    kept = a_task(
        due_at=open_now.at.isoformat(),
        due_zone=open_now.zone,
        due_on=open_now.on.isoformat() if at is None else None,
        repeat=repeat_to_json(repeat),
    )
    return repeat, kept


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("current", [0, 2])
def test_repeats_expand_to_our_own_occurrences_over_both_clock_changes(
    rule: str, current: int
) -> None:
    repeat, task = repeating(rule, at=time(9), current=current)
    since = datetime.fromisoformat(task["due_at"])
    until = datetime(2027, 10, 1, tzinfo=UTC)
    theirs = [at for at in expanded(task) if at < until]
    ours = [one.at for one in occurrences(repeat, after=since - timedelta(seconds=1), limit=500)]
    assert theirs == [at for at in ours if at < until]


def expanded(task: dict[str, Any]) -> list[datetime]:
    """The first 500 moments of a repeat, as vobject and dateutil read it."""
    read_by_others = vobject.readOne(calendar([task], USUAL, title="Ann", now=NOW).decode())
    todo = read_by_others.vtodo
    # by its name, as calendars do: dateutil reads no RDATE in a VTIMEZONE
    zone = ZoneInfo(todo.dtstart.params["X-VOBJ-ORIGINAL-TZID"][0])
    start = todo.dtstart.value.replace(tzinfo=None)
    rule = rrulestr(todo.rrule.value, dtstart=start, ignoretz=True)
    return [wall.replace(tzinfo=zone).astimezone(UTC) for wall in islice(rule, 500)]


def test_whole_days_are_days() -> None:
    _, task = repeating("FREQ=WEEKLY;BYDAY=MO", at=None)
    (todo,) = read(task).walk("VTODO")
    assert todo["due"].dt == date(2026, 9, 7)


def test_a_time_for_each_weekday_is_a_todo_for_each_rule() -> None:
    rules = (
        "FREQ=WEEKLY;BYDAY=TU;BYHOUR=19;BYMINUTE=0",
        "FREQ=WEEKLY;BYDAY=WE;BYHOUR=20;BYMINUTE=0",
    )
    repeat = Repeat(rules, date(2026, 9, 22), time(19), "Europe/Berlin")
    due = occurrences(repeat, after=NOW, limit=1)[0]
    task = a_task(due_at=due.at.isoformat(), due_zone=due.zone, repeat=repeat_to_json(repeat))
    found = read(task).walk("VTODO")
    assert [str(todo["uid"]) for todo in found] == [f"{'0' * 32}@dueto", f"{'0' * 32}@dueto-2"]
    assert {todo["dtstart"].dt.hour for todo in found} == {19, 20}


def test_a_duration_takes_the_place_of_the_end() -> None:
    task = a_task(due_at=NOW.isoformat(), due_zone="Europe/Berlin", duration_minutes=90)
    (todo,) = read(task).walk("VTODO")
    assert todo["duration"].dt == timedelta(minutes=90)
    assert "due" not in todo


def test_reminders_are_alarms_as_far_before_as_they_come() -> None:
    task = a_task(due_at=NOW.isoformat(), due_zone="Europe/Berlin", reminders=["-60m", "+30m"])
    (todo,) = read(task).walk("VTODO")
    alarms = todo.walk("VALARM")
    assert [alarm["trigger"].dt for alarm in alarms] == [-timedelta(hours=1), timedelta(minutes=30)]
    assert {alarm["trigger"].params.get("RELATED") for alarm in alarms} == {"END"}


@settings(max_examples=60)
@given(task=tasks())
def test_words_marks_and_states_are_read_back(task: dict[str, Any]) -> None:
    found = read(task).walk("VTODO")
    if task["deleted_at"]:
        assert not found
        return
    for todo in found:
        assert _plain(str(todo["summary"])) == _plain(task["title"])
        kept = todo.get("categories")
        assert [_plain(str(tag)) for tag in kept.cats] == task["tags"] if kept else not task["tags"]
        assert (str(todo["status"]) == "COMPLETED") == (task["status"] == "completed")


def _plain(text: str) -> str:
    """Text without the control characters that the format has no place for."""
    return "".join(letter for letter in text if letter.isprintable())
