"""When somebody is reminded: offsets, quiet hours, nags, mornings, across changes of the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rules.due import Due
from storage.rules.offsets import (
    NAGS_LIMIT,
    REMINDERS_LIMIT,
    BrokenOffset,
    Offset,
    Planned,
    QuietHours,
    lateness,
    local_moments,
    next_nag,
    plan,
    push_at,
)

BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
NIGHT = QuietHours(time(22), time(8), BERLIN)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ZONES = st.sampled_from([BERLIN, NEW_YORK, "UTC", "Asia/Kolkata", "Australia/Lord_Howe"])
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  Hypothesis takes naive bounds
CLOCKS = st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0))
OFFSETS = st.one_of(
    st.integers(-99_999, 99_999).map(lambda m: Offset(before=timedelta(minutes=m))),
    st.builds(Offset, days_before=st.integers(0, 366), at=CLOCKS),
)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def due(text: str, zone: str = BERLIN) -> Due:
    wall = datetime.fromisoformat(text)
    return Due(wall.date(), wall.time() if "T" in text else None, zone)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("-0m", Offset()),
        ("-60m", Offset(HOUR)),
        ("+30m", Offset(-30 * MINUTE)),
        ("-1440m", Offset(DAY)),
        ("day-1@19:00", Offset(days_before=1, at=time(19))),
        ("day-0@09:30", Offset(at=time(9, 30))),
    ],
)
def test_an_offset_is_text_in_a_row(text: str, offset: Offset) -> None:
    assert Offset.parse(text) == offset
    assert str(offset) == text


@given(OFFSETS)
def test_an_offset_is_read_as_it_was_written(offset: Offset) -> None:
    assert Offset.parse(str(offset)) == offset


@pytest.mark.parametrize(
    "text", ["", "60m", "-m", "-60", "-1h", "day-1", "day-1@25:00", "day--1@09:00", "-0m "]
)
def test_what_says_nothing_is_no_offset(text: str) -> None:
    with pytest.raises(BrokenOffset):
        Offset.parse(text)


@given(st.text(max_size=12))
def test_any_text_is_an_offset_or_is_not(text: str) -> None:
    try:
        Offset.parse(text)
    except BrokenOffset:
        return
    assert Offset.parse(text) == Offset.parse(str(Offset.parse(text)))


@pytest.mark.parametrize(
    ("offset", "on", "expected"),
    [
        ("-0m", "2026-09-23T18:00", "2026-09-23T16:00"),
        ("-60m", "2026-09-23T18:00", "2026-09-23T15:00"),
        ("+30m", "2026-09-23T18:00", "2026-09-23T16:30"),
        ("day-1@19:00", "2026-09-23T18:00", "2026-09-22T17:00"),
        ("-0m", "2026-09-23", "2026-09-23T07:00"),  # the morning
        ("-1440m", "2026-09-23", "2026-09-22T07:00"),
        ("-60m", "2026-09-23", "2026-09-23T06:00"),
        ("+60m", "2026-09-23", "2026-09-23T08:00"),
        ("day-1@19:00", "2026-09-23", "2026-09-22T17:00"),
        # the night of 25 October has 25 hours: elapsed time is elapsed time, a wall time is one
        ("-1440m", "2026-10-25T12:00", "2026-10-24T11:00"),
        ("day-1@12:00", "2026-10-25T12:00", "2026-10-24T10:00"),
        ("-1440m", "2026-10-25", "2026-10-24T07:00"),  # nine in the morning, the day before
        ("-0m", "2026-10-25", "2026-10-25T08:00"),
        ("day-0@02:30", "2026-03-29T12:00", "2026-03-29T01:30"),  # no such time: 03:30
        ("day-0@02:30", "2026-10-25T12:00", "2026-10-25T00:30"),  # twice: the first
    ],
)
def test_when_an_offset_fires(offset: str, on: str, expected: str) -> None:
    assert Offset.parse(offset).fires_at(due(on), morning=time(9)) == utc(expected)


@given(MOMENTS, ZONES, st.integers(-10_000, 10_000))
def test_before_a_time_is_elapsed_time(at: datetime, zone: str, minutes: int) -> None:
    timed = Due.from_moment(at.replace(second=0, microsecond=0), zone)
    fires_at = Offset(timedelta(minutes=minutes)).fires_at(timed, morning=time(9))
    assert timed.at - fires_at == timedelta(minutes=minutes)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), ZONES, st.integers(0, 30), CLOCKS)
def test_days_before_a_day_are_mornings(on: date, zone: str, days: int, morning: time) -> None:
    fires_at = Offset(days * DAY).fires_at(Due(on, None, zone), morning=morning)
    local = fires_at.astimezone(ZoneInfo(zone))
    assert local.date() == on - days * DAY
    # a time that the clock skips moves forward by the gap
    assert timedelta() <= local.replace(tzinfo=None) - datetime.combine(local, morning) <= HOUR


def test_a_plan_is_in_order_and_names_each_once() -> None:
    offsets = [Offset(), Offset(HOUR), Offset(-HOUR), Offset(HOUR), Offset(at=time(18))]
    planned = plan(due("2026-09-23T18:00"), offsets, morning=time(9))
    assert [one.key for one in planned] == ["-60m", "-0m", "day-0@18:00", "+60m"]
    assert [one.fire_at.hour for one in planned] == [15, 16, 16, 17]
    many = [Offset(timedelta(minutes=m)) for m in range(100)]
    assert len(plan(due("2026-09-23T18:00"), many, morning=time(9))) == REMINDERS_LIMIT


@given(MOMENTS, ZONES, st.lists(OFFSETS, max_size=8), CLOCKS)
def test_a_plan_depends_on_nothing_else(
    at: datetime, zone: str, offsets: list[Offset], morning: time
) -> None:
    timed = Due.from_moment(at, zone)
    planned = plan(timed, offsets, morning=morning)
    assert planned == plan(timed, offsets[::-1], morning=morning)
    assert {one.key for one in planned} == {str(offset) for offset in offsets}
    assert planned == sorted(planned, key=lambda one: one.fire_at)


def test_what_is_past_is_not_ahead() -> None:
    planned = Planned("-0m", utc("2026-09-23T16:00"))
    assert planned.is_ahead(now=utc("2026-09-23T15:59"))
    assert planned.is_ahead(now=utc("2026-09-23T16:00:59"))  # set for now, a moment ago
    assert not planned.is_ahead(now=utc("2026-09-23T16:01"))


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-09-23T19:59", "2026-09-23T19:59"),  # 21:59 in Berlin
        ("2026-09-23T20:00", "2026-09-24T06:00"),
        ("2026-09-23T23:30", "2026-09-24T06:00"),
        ("2026-09-24T05:59", "2026-09-24T06:00"),
        ("2026-09-24T06:00", "2026-09-24T06:00"),  # the end is not quiet any more
        ("2026-10-24T20:00", "2026-10-25T07:00"),  # the longest night
        ("2026-03-28T21:00", "2026-03-29T06:00"),  # the shortest
    ],
)
def test_the_end_of_quiet_hours(at: str, expected: str) -> None:
    assert NIGHT.end_of(utc(at)) == utc(expected)


def test_quiet_hours_of_an_afternoon() -> None:
    nap = QuietHours(time(13), time(15), BERLIN)
    assert nap.end_of(utc("2026-09-23T11:00")) == utc("2026-09-23T13:00")
    assert nap.end_of(utc("2026-09-23T10:59")) == utc("2026-09-23T10:59")
    assert nap.end_of(utc("2026-09-23T13:00")) == utc("2026-09-23T13:00")


@given(MOMENTS, ZONES, CLOCKS, CLOCKS)
def test_after_quiet_hours_it_is_not_quiet(at: datetime, zone: str, start: time, end: time) -> None:
    quiet = QuietHours(start, end, zone)
    free_at = quiet.end_of(at)
    assert at <= free_at <= at + DAY + HOUR
    assert quiet.end_of(free_at) == free_at


@given(MOMENTS, st.integers(1, 1_440), st.integers(0, 20))
def test_nags_keep_their_distance_and_end(at: datetime, minutes: int, count: int) -> None:
    every = timedelta(minutes=minutes)
    following = next_nag(at, count, every=every, quiet=None)
    assert following == (at + every if count < NAGS_LIMIT else None)
    quietly = next_nag(at, count, every=every, quiet=NIGHT)
    assert quietly == (NIGHT.end_of(at + every) if count < NAGS_LIMIT else None)


def test_a_nag_does_not_come_at_night() -> None:
    at = next_nag(utc("2026-09-23T19:50"), 3, every=15 * MINUTE, quiet=NIGHT)
    assert at == utc("2026-09-24T06:00")


@pytest.mark.parametrize(
    ("fire_at", "on_purpose", "now", "leaves_at"),
    [
        ("2026-09-23T12:00", False, "2026-09-23T12:00", "2026-09-23T12:00"),
        ("2026-09-23T21:00", False, "2026-09-23T21:00", "2026-09-24T06:00"),
        ("2026-09-23T21:00", True, "2026-09-23T21:00", "2026-09-23T21:00"),
        ("2026-09-23T21:00", True, "2026-09-23T21:01", "2026-09-23T21:01"),
        ("2026-09-23T21:00", True, "2026-09-23T21:15", "2026-09-23T21:15"),  # after a restart
        ("2026-09-23T21:00", True, "2026-09-23T21:16", "2026-09-24T06:00"),  # missed: it waits
        ("2026-09-23T21:00", True, "2026-09-24T06:00", "2026-09-24T06:00"),
    ],
)
def test_when_a_push_may_leave(fire_at: str, on_purpose: bool, now: str, leaves_at: str) -> None:
    found = push_at(utc(fire_at), on_purpose=on_purpose, quiet=NIGHT, now=utc(now))
    assert found == utc(leaves_at)
    free = push_at(utc(fire_at), on_purpose=on_purpose, quiet=None, now=utc(now))
    assert free == utc(now)


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2026-09-23T06:59", "2026-09-23T07:00"),
        ("2026-09-23T07:00", "2026-09-24T07:00"),  # strictly after
        ("2026-10-24T07:00", "2026-10-25T08:00"),  # winter has come
        ("2026-03-28T08:00", "2026-03-29T07:00"),
    ],
)
def test_every_morning_at_nine(after: str, expected: str) -> None:
    assert local_moments(time(9), BERLIN, after=utc(after)) == utc(expected)


def test_on_some_weekdays() -> None:
    weekdays = (0, 4)  # from a Wednesday: Friday, then Monday
    first = local_moments(time(9), BERLIN, after=utc("2026-09-23T12:00"), weekdays=weekdays)
    assert first == utc("2026-09-25T07:00")
    assert local_moments(time(9), BERLIN, after=first, weekdays=weekdays) == utc("2026-09-28T07:00")
    with pytest.raises(ValueError, match="weekday"):
        local_moments(time(9), BERLIN, after=first, weekdays=())


@given(CLOCKS, ZONES, MOMENTS)
def test_a_local_moment_comes_once_a_day(at: time, zone: str, after: datetime) -> None:
    first = local_moments(at, zone, after=after)
    second = local_moments(at, zone, after=first)
    assert after < first <= after + DAY + HOUR
    assert DAY - HOUR <= second - first <= DAY + HOUR


@pytest.mark.parametrize(
    ("fire_at", "on_purpose", "left_at", "late"),
    [
        ("2026-09-24T12:00", True, "2026-09-24T12:08", 8 * MINUTE),
        ("2026-09-24T21:00", False, "2026-09-25T06:00", timedelta()),  # 8:00 in Berlin
        ("2026-09-24T21:00", False, "2026-09-25T06:05", 5 * MINUTE),
        ("2026-09-24T21:00", True, "2026-09-24T21:05", 5 * MINUTE),
        ("2026-09-24T12:00", False, "2026-09-24T11:59", timedelta()),
    ],
)
def test_only_what_the_bot_has_failed_is_late(
    fire_at: str, *, on_purpose: bool, left_at: str, late: timedelta
) -> None:
    now = utc(left_at)
    assert lateness(utc(fire_at), on_purpose=on_purpose, quiet=NIGHT, now=now) == late


@given(fire_at=MOMENTS, start=CLOCKS, end=CLOCKS)
def test_what_leaves_when_it_may_is_not_late(fire_at: datetime, start: time, end: time) -> None:
    quiet = QuietHours(start, end, BERLIN) if start != end else None
    for on_purpose in (True, False):
        left_at = push_at(fire_at, on_purpose=on_purpose, quiet=quiet, now=fire_at)
        assert lateness(fire_at, on_purpose=on_purpose, quiet=quiet, now=left_at) == timedelta()
