"""Being away, as settings keep it, and what has piled up, spread over days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.away import Days
from storage.rules.absence import Absence, absence_from_json, absence_to_json, away_at
from storage.rules.spreading import MOST_DAYS, spread

NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
MOMENTS = st.integers(-10_000, 10_000).map(lambda minutes: NOW + timedelta(minutes=minutes))


@given(since=MOMENTS, until=st.none() | MOMENTS)
def test_it_is_kept_as_it_is(since: datetime, until: datetime | None) -> None:
    absence = Absence(since, until)
    assert absence_from_json(absence_to_json(absence)) == absence


@pytest.mark.parametrize(
    "kept", [None, "x", [], ["x", None], ["2026-09-23T12:00:00", None], [1, 2], {"a": 1}]
)
def test_what_is_broken_is_no_absence(kept: object) -> None:
    assert away_at({"absence": kept}, NOW) is None


def test_the_end_is_the_first_moment_back() -> None:
    absence = Absence(NOW, NOW + timedelta(days=1))
    assert not absence.covers(NOW - timedelta(seconds=1))
    assert absence.covers(NOW)
    assert not absence.covers(NOW + timedelta(days=1))
    assert absence.is_over(NOW + timedelta(days=1))
    assert Absence(NOW).covers(NOW + timedelta(days=9999))


def test_days_end_when_the_last_one_does() -> None:
    last = NOW.date() + timedelta(days=12)
    days = Days(None, last, None, "Europe/Berlin")
    assert days.until == datetime(2026, 10, 5, 22, 0, tzinfo=UTC)
    assert days.is_sound(NOW)
    assert not Days(None, NOW.date() - timedelta(days=1), None, "Europe/Berlin").is_sound(NOW)
    assert not Days(last, last - timedelta(days=1), None, "Europe/Berlin").is_sound(NOW)
    assert Days(None, None, None, "Europe/Berlin").is_sound(NOW)


@given(st.integers(0, 300))
def test_each_day_gets_its_share(count: int) -> None:
    days = spread(count)
    assert days == sorted(days)
    assert len(days) == count
    assert all(day < MOST_DAYS for day in days)
    shares = [days.count(day) for day in set(days)]
    assert not shares or max(shares) <= -(-count // MOST_DAYS)
