"""A duration is a moment: so long after now, in every zone, also in the hour that comes twice."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import Place, Snooze, parse_line, read_intent, read_task, read_when
from storage.rules.due import Due, moment
from storage.rules.recurrence import next_occurrence

MINUTES = {
    "en": "check oven in {} min",
    "ru": "проверить духовку через {} мин",
    "de": "Ofen in {} Minuten",
    "es": "horno en {} minutos",
}
HOURS = {
    "en": "check oven in {} hours",
    "ru": "проверить духовку через {} часов",
    "de": "Ofen in {} Stunden",
    "es": "horno en {} horas",
}
ZONES = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Sydney",
    "Australia/Lord_Howe",  # half an hour comes twice
    "America/St_Johns",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "UTC",
)


def changes(zone: str) -> list[datetime]:
    """The hours of 2026 before which a zone's offset changes."""
    hours = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=k) for k in range(366 * 24)]
    offsets = [at.astimezone(ZoneInfo(zone)).utcoffset() for at in hours]
    return [hours[k] for k in range(1, len(hours)) if offsets[k] != offsets[k - 1]]


CHANGES = {zone: changes(zone) for zone in ZONES}


@st.composite
def moments(draw: st.DrawFn) -> tuple[str, datetime]:
    """A zone and a second, mostly beside a change of its clocks."""
    zone = draw(st.sampled_from(ZONES))
    near = CHANGES[zone] or [datetime(2026, 6, 1, tzinfo=UTC)]
    seconds = draw(st.integers(-9 * 3600, 9 * 3600))
    anywhere = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(
        seconds=draw(st.integers(0, 366 * 86400))
    )
    return zone, draw(st.sampled_from([*near, anywhere])) + timedelta(seconds=seconds)


languages = st.sampled_from(sorted(MINUTES))


def due_of(text: str, language: str, zone: str, now: datetime) -> Due:
    due = read_task(text, now=now, place=Place(zone=zone, language=language)).due
    assert due is not None
    return due


@settings(max_examples=300, deadline=None, derandomize=True)
@given(written=moments(), language=languages, minutes=st.integers(1, 2000))
def test_minutes_are_counted_from_the_second(
    written: tuple[str, datetime], language: str, minutes: int
) -> None:
    zone, now = written
    due = due_of(MINUTES[language].format(minutes), language, zone, now)
    assert due.at == now + timedelta(minutes=minutes)
    assert Due.from_moment(due.at, zone) == due
    when = read_when(MINUTES["en"].format(minutes)[11:], now=now, place=Place(zone=zone))
    assert when is not None
    assert when.due == due


@settings(max_examples=200, deadline=None, derandomize=True)
@given(written=moments(), language=languages, hours=st.integers(5, 20))
def test_hours_are_hours(written: tuple[str, datetime], language: str, hours: int) -> None:
    zone, now = written
    due = due_of(HOURS[language].format(hours), language, zone, now)
    assert due.at == now + timedelta(hours=hours)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(written=moments(), clock=st.times())
def test_a_clock_time_is_the_next_moment_that_shows_it(
    written: tuple[str, datetime], clock: time
) -> None:
    zone, now = written
    at = clock.replace(second=0, microsecond=0)
    due = due_of(f"call at {at:%H:%M}", "en", zone, now)
    today = now.astimezone(ZoneInfo(zone)).date()
    shown = [
        moment(today + timedelta(days=days), at.replace(fold=fold), zone)
        for days in (0, 1)
        for fold in (0, 1)
    ]
    is_real = [each.astimezone(ZoneInfo(zone)).time().replace(fold=0) == at for each in shown]
    if all(is_real):  # not in a gap of either day
        assert due.at == min(each for each in shown if each > now)
    else:
        assert due.at > now


@settings(max_examples=200, deadline=None, derandomize=True)
@given(written=moments(), minutes=st.sampled_from([10, 15, 20, 30, 60, 120]))
def test_a_repeat_of_minutes_begins_an_interval_from_now(
    written: tuple[str, datetime], minutes: int
) -> None:
    zone, now = written
    reading = read_task(f"stretch every {minutes} minutes", now=now, place=Place(zone=zone))
    assert reading.due is not None
    assert reading.repeat is not None
    late = now + timedelta(minutes=minutes) - reading.due.at
    assert timedelta() <= late < timedelta(minutes=1)
    following = next_occurrence(reading.repeat, current=reading.due, now=now)
    assert following is not None
    assert following.at - reading.due.at == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("zone", "now", "text", "due", "fold"),
    [
        ("Europe/Berlin", "2026-10-25T00:45Z", "check oven in 30 min", "2026-10-25T02:15", 1),
        ("Europe/Berlin", "2026-10-24T19:00Z", "call in 7 hours", "2026-10-25T03:00", 0),
        ("Europe/Berlin", "2026-10-24T19:00Z", "call in 6 hours", "2026-10-25T02:00", 1),
        ("Europe/Berlin", "2026-10-24T19:00Z", "call in 5 hours", "2026-10-25T02:00", 0),
        ("America/New_York", "2026-11-01T05:45Z", "check oven in 30 min", "2026-11-01T01:15", 1),
        ("Australia/Sydney", "2026-04-04T15:45Z", "check oven in 30 min", "2026-04-05T02:15", 1),
        ("Europe/Berlin", "2026-10-25T01:10Z", "call at 2:30", "2026-10-25T02:30", 1),
    ],
)
def test_the_hour_that_comes_twice(zone: str, now: str, text: str, due: str, fold: int) -> None:
    found = parse_line(text, now=datetime.fromisoformat(now), place=Place(zone=zone))
    assert (found["due"], found["fold"]) == (due, fold)


def test_a_duration_is_to_the_second() -> None:
    now = datetime(2026, 9, 23, 12, 30, 37, 900_000, tzinfo=UTC)
    assert due_of("tea in 1 min", "en", "Europe/Berlin", now).time == time(14, 31, 37)
    snooze = read_intent("snooze 25 min", now=now, place=Place(zone="Europe/Berlin"))
    assert snooze == Snooze(timedelta(minutes=25))
