"""A feed as other programs read it: the same moments as here, over both changes of the clocks.

`vobject` reads it, which shares no code with the library that writes it; `dateutil` expands it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.rules.due import Due
from storage.rules.recurrence import Repeat, occurrences
from storage.rules.schedules import Schedule, Span, Unit
from storage.rules.slots import LocalDays, Slot
from storage.transfer.events import FeedHabit, FeedTask, feed_calendar
from tests.support.clocks import NOW

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Sydney")
RULES = (
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=3FR",
    "FREQ=MONTHLY;BYDAY=-1SU",
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8",
    "FREQ=DAILY;COUNT=20",
    "FREQ=WEEKLY;UNTIL=20270101T225959Z",
)
YEAR = timedelta(days=366)
DAY = timedelta(days=1)
KEY = UUID(int=1)
# times that every day of these zones has once
hours = st.times(time(3, 30), time(23, 59)).map(lambda at: at.replace(second=0, microsecond=0))
days = st.dates(date(2026, 8, 1), date(2026, 12, 31))


def a_task(due: Due, repeat: Repeat | None = None, **said: Any) -> FeedTask:
    usual: dict[str, Any] = {
        "key": KEY,
        "title": "Water plants",
        "notes": "",
        "due": due,
        "occurrence": due,
        "repeat": repeat,
        "length": None,
        "changed_at": NOW,
    }
    return FeedTask(**{**usual, **said})


def a_habit(schedule: Schedule, zone: str, *pauses: Span, turn: time = time(3)) -> FeedHabit:
    return FeedHabit(KEY, "Run", schedule, zone, turn, pauses, NOW)


def written(*tasks: FeedTask, habits: tuple[FeedHabit, ...] = ()) -> bytes:
    return feed_calendar(tasks, habits, title="Ann", now=NOW)


def events(calendar: bytes) -> list[Any]:
    """The events as vobject reads them."""
    return list(getattr(vobject.readOne(calendar.decode()), "vevent_list", []))


def moments(calendar: bytes, *, until: datetime) -> list[datetime]:
    """When the events of a calendar begin before a moment: what is repeated expanded, what was
    left out or moved as it is."""
    found: list[datetime] = []
    moved: set[tuple[str, datetime]] = set()
    for event in events(calendar):
        if hasattr(event, "recurrence_id"):
            moved.add((event.uid.value, _at(event.recurrence_id, event.recurrence_id.value)))
    for event in events(calendar):
        if not hasattr(event, "rrule"):
            found.append(_at(event.dtstart, event.dtstart.value))
            continue
        out = {_at(line, one) for line in getattr(event, "exdate_list", ()) for one in line.value}
        out |= {at for uid, at in moved if uid == event.uid.value}
        found += [at for at in _expanded(event, until) if at not in out]
    return sorted(at for at in found if at < until)


def _expanded(event: Any, until: datetime) -> list[datetime]:
    start = event.dtstart.value
    wall = datetime.combine(start, time.min) if type(start) is date else start.replace(tzinfo=None)
    zone, rule = _zone(event.dtstart), event.rrule.value
    if "UNTIL=" in rule and zone is not None:  # in UTC: compared there
        rule, _, end = rule.partition(";UNTIL=")
        end, _, rest = end.partition(";")
        rule += f";{rest}" if rest else ""
        last = datetime.strptime(end.rstrip("Z"), "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
        until = min(until, last + timedelta(seconds=1))
    found = []
    for at in rrulestr(rule, dtstart=wall, ignoretz=True):
        moment = at.replace(tzinfo=zone or UTC).astimezone(UTC)
        if moment >= until:
            break
        found.append(moment)
    return found


def _zone(line: Any) -> ZoneInfo | None:
    named = line.params.get("X-VOBJ-ORIGINAL-TZID") or line.params.get("TZID")
    return ZoneInfo(named[0]) if named else None


def _at(line: Any, value: Any) -> datetime:
    if type(value) is date:
        return datetime.combine(value, time.min, UTC)
    if (zone := _zone(line)) is not None:
        moment: datetime = value.replace(tzinfo=zone).astimezone(UTC)
        return moment
    other: datetime = value.astimezone(UTC)
    return other


def ours(repeat: Repeat, since: Due, *, until: datetime) -> list[datetime]:
    """The occurrences from one on; of a whole day its midnight, as if it were in UTC."""
    found = occurrences(repeat, after=since.at - timedelta(seconds=1), limit=800)
    ats = [datetime.combine(d.on, time.min, UTC) if d.is_whole_day else d.at for d in found]
    return [at for at in ats if at < until]


@settings(max_examples=150)
@given(
    rules=st.lists(st.sampled_from(RULES), min_size=1, max_size=2, unique=True),
    start=days,
    at=st.none() | hours,
    zone=st.sampled_from(ZONES),
    place=st.integers(0, 4),
)
def test_a_repeat_is_expanded_to_our_own_occurrences(
    rules: list[str], start: date, at: time | None, zone: str, place: int
) -> None:
    repeat = Repeat(tuple(rules[:1]), start, at, zone)
    found = occurrences(repeat, after=datetime(2026, 7, 1, tzinfo=UTC), limit=place + 1)
    if not found:
        return
    until = found[-1].at + YEAR
    assert moments(written(a_task(found[-1], repeat)), until=until) == ours(
        repeat, found[-1], until=until
    )


@settings(max_examples=100)
@given(rule=st.sampled_from(RULES[:6]), start=days, at=hours, zone=st.sampled_from(ZONES))
def test_a_moved_occurrence_stands_in_the_place_of_its_own(
    rule: str, start: date, at: time, zone: str
) -> None:
    repeat = Repeat((rule,), start, at, zone)
    occurrence = occurrences(repeat, after=datetime(2026, 7, 1, tzinfo=UTC), limit=1)[0]
    due = Due(occurrence.on, time(0, 5), zone)
    until = occurrence.at + YEAR
    expected = [due.at, *ours(repeat, occurrence, until=until)[1:]]
    task = a_task(due, repeat, occurrence=occurrence)
    assert moments(written(task), until=until) == sorted(expected)
    moved = [one for one in events(written(task)) if hasattr(one, "recurrence_id")]
    assert [one.uid.value for one in moved] == [events(written(task))[0].uid.value]


def test_one_that_is_nowhere_on_its_repeat_is_shown_beside_it() -> None:
    repeat = Repeat(("FREQ=WEEKLY;BYDAY=MO",), date(2026, 9, 7), time(9), "Europe/Berlin")
    due = Due(date(2026, 9, 23), time(18), "Europe/Berlin")
    found = moments(written(a_task(due, repeat)), until=NOW + timedelta(days=10))
    assert due.at in found
    assert len(found) == 2


def test_a_repeat_after_completion_is_one_event() -> None:
    repeat = Repeat(("FREQ=DAILY",), date(2026, 9, 7), time(9), "Europe/Berlin", "completion")
    due = Due(date(2026, 9, 23), time(18), "Europe/Berlin")
    assert moments(written(a_task(due, repeat)), until=NOW + YEAR) == [due.at]


def test_whole_days_lengths_and_free_time() -> None:
    berlin = "Europe/Berlin"
    whole = Due(date(2026, 9, 25), None, berlin)
    timed = Due(date(2026, 9, 25), time(18), berlin)
    for task, ends, is_free in (
        (a_task(whole), date(2026, 9, 26), True),
        (a_task(whole, length=DAY * 3), date(2026, 9, 28), True),
        (a_task(timed), None, True),
        (a_task(timed, length=timedelta(hours=2)), timedelta(hours=2), False),
    ):
        (event,) = icalendar.Calendar.from_ical(written(task)).walk("VEVENT")
        kept = event.get("dtend") or event.get("duration")
        assert (kept.dt if kept else None) == ends
        assert (event.get("transp") == "TRANSPARENT") == is_free


@given(title=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_any_title_is_read_back(title: str) -> None:
    due = Due(date(2026, 9, 25), time(18), "Europe/Berlin")
    (event,) = icalendar.Calendar.from_ical(written(a_task(due, title=title))).walk("VEVENT")
    assert _plain(str(event["summary"])) == _plain(title)


def _plain(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("at", [time(1), time(21)])
@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(date(2026, 9, 20)),
        Schedule(date(2026, 9, 20), weekdays=frozenset({0, 4, 6})),
        Schedule(date(2026, 9, 20), unit=Unit.WEEK, times=3),
    ],
)
def test_habit_times_are_those_at_which_they_remind(
    schedule: Schedule, at: time, zone: str
) -> None:
    """Over a year, both changes of the clocks in it; those of a pause are left out."""
    kept = Schedule(schedule.start, schedule.unit, 1, schedule.times, schedule.weekdays, (at,))
    pause = Span(date(2026, 10, 1), date(2026, 10, 9))
    local = LocalDays(zone, time(3))
    slots = [
        Slot(day, at).fires_at(local)
        for number in range(366)
        if kept.asks(day := kept.start + DAY * number) and day not in pause
    ]
    until = datetime(2027, 9, 1, tzinfo=UTC)
    expected = [moment for moment in slots if moment is not None and moment < until]
    assert moments(written(habits=(a_habit(kept, zone, pause),)), until=until) == expected


def test_a_pause_without_an_end_ends_its_times() -> None:
    schedule = Schedule(date(2026, 9, 20), reminders=(time(21),))
    paused = a_habit(schedule, "Europe/Berlin", Span(date(2026, 9, 25), None))
    found = moments(written(habits=(paused,)), until=NOW + YEAR)
    assert [at.day for at in found] == [20, 21, 22, 23, 24]
    never = a_habit(schedule, "Europe/Berlin", Span(date(2026, 9, 1), None))
    assert moments(written(habits=(never,)), until=NOW + YEAR) == []


def test_the_same_things_are_the_same_file() -> None:
    """A program that has it already is told so."""
    task = a_task(Due(date(2026, 9, 25), time(18), "Europe/Berlin"))
    later = feed_calendar([task], (), title="Ann", now=NOW + timedelta(days=2))
    assert later == written(task)
