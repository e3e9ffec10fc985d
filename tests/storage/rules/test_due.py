"""Whole days and moments in their zones."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rules.due import Due, local_date, moment

BERLIN = "Europe/Berlin"
ZONES = st.sampled_from(
    [BERLIN, "UTC", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"]
)
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  Hypothesis takes naive bounds


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("on", "at", "zone", "expected"),
    [
        (date(2026, 9, 23), time(14, 30), BERLIN, "2026-09-23T12:30"),
        (date(2026, 9, 23), time(0), BERLIN, "2026-09-22T22:00"),
        (date(2026, 9, 23), time(0), "Asia/Kolkata", "2026-09-22T18:30"),
        (date(2026, 3, 29), time(2, 30), BERLIN, "2026-03-29T01:30"),  # no such time: 03:30
        (date(2026, 10, 25), time(2, 30), BERLIN, "2026-10-25T00:30"),  # the first of two
        (date(2026, 10, 25), time(2, 30, fold=1), BERLIN, "2026-10-25T01:30"),
        (date(2026, 10, 4), time(2, 15), "Australia/Lord_Howe", "2026-10-03T15:45"),
        (date(2011, 12, 30), time(9), "Pacific/Apia", "2011-12-30T19:00"),  # no such day: the 31st
        (date(2026, 9, 6), time(0), "America/Santiago", "2026-09-06T04:00"),  # no such midnight
    ],
)
def test_a_wall_time_is_a_moment(on: date, at: time, zone: str, expected: str) -> None:
    assert moment(on, at, zone) == utc(expected)
    assert moment(on, at, zone).tzinfo is UTC


@pytest.mark.parametrize(
    ("due", "passes"),
    [
        (Due(date(2026, 9, 23), time(18), BERLIN), "2026-09-23T16:00"),
        (Due(date(2026, 9, 23), None, BERLIN), "2026-09-23T22:00"),
        (Due(date(2026, 3, 29), None, BERLIN), "2026-03-29T22:00"),  # a day of 23 hours
        (Due(date(2026, 10, 25), None, BERLIN), "2026-10-25T23:00"),  # a day of 25 hours
        (Due(date(2026, 12, 31), None, "UTC"), "2027-01-01T00:00"),
    ],
)
def test_when_a_due_has_passed(due: Due, passes: str) -> None:
    assert due.passed(now=utc(passes))
    assert not due.passed(now=utc(passes) - timedelta(microseconds=1))


def test_a_whole_day_is_at_its_start() -> None:
    due = Due(date(2026, 9, 23), None, BERLIN)
    assert due.is_whole_day
    assert due.at == utc("2026-09-22T22:00")
    assert not Due(date(2026, 9, 23), time(0), BERLIN).is_whole_day


@pytest.mark.parametrize(
    ("at", "zone", "expected"),
    [
        ("2026-09-23T21:59", BERLIN, date(2026, 9, 23)),
        ("2026-09-23T22:00", BERLIN, date(2026, 9, 24)),
        ("2026-09-23T12:00", "Pacific/Kiritimati", date(2026, 9, 24)),
        ("2026-09-23T03:00", "America/New_York", date(2026, 9, 22)),
    ],
)
def test_the_date_somewhere(at: str, zone: str, expected: date) -> None:
    assert local_date(utc(at), zone) == expected


@given(MOMENTS, ZONES)
def test_a_due_keeps_its_moment(at: datetime, zone: str) -> None:
    due = Due.from_moment(at, zone)
    assert due.at == at
    assert Due.from_moment(due.at, zone) == due


@given(MOMENTS, ZONES)
def test_a_whole_day_comes_back_from_its_start(at: datetime, zone: str) -> None:
    due = Due(at.astimezone(ZoneInfo(zone)).date(), None, zone)
    assert Due.from_moment(due.at, zone, whole_day=True) == due


@given(MOMENTS, ZONES)
def test_each_moment_lies_in_its_own_day(at: datetime, zone: str) -> None:
    day = Due(local_date(at, zone), None, zone)
    assert day.at <= at
    assert not day.passed(now=at)
