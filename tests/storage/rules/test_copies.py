"""Which copies of a database are kept, and when the next one is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rules.copies import DAYS, WEEKS, is_due, superfluous

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.timedeltas(timedelta(), timedelta(days=365)).map(lambda since: FIRST + since)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 9, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("taken", "now", "due"),
    [
        ([], at(23, 14), True),  # the first one does not wait for the night
        ([at(22, 3)], at(23, 2, 59), False),
        ([at(22, 3)], at(23, 3), True),
        ([at(23, 3)], at(23, 3, 10), False),  # started again
        ([at(20, 3)], at(23, 2), True),  # left out while nothing ran
        ([at(22, 14)], at(23, 2), False),
        ([at(22, 14)], at(23, 3), True),
        ([datetime(2099, 1, 1, tzinfo=UTC)], at(23, 14), True),  # the clock was wrong
    ],
)
def test_a_copy_is_due_once_after_its_hour(taken: list[datetime], now: datetime, due: bool) -> None:
    assert is_due(taken, hour=3, now=now) is due


@given(st.sets(moments, max_size=60))
def test_the_newest_of_seven_days_and_of_four_weeks_before_them_stay(taken: set[datetime]) -> None:
    gone = superfluous(taken)
    kept = taken - gone
    assert gone < taken or not taken
    assert not taken or max(taken) in kept
    days = sorted({one.date() for one in taken}, reverse=True)
    for day in days[:DAYS]:
        assert max(one for one in taken if one.date() == day) in kept
    assert len(kept) <= DAYS + WEEKS
    assert superfluous(kept) == set(), "nothing more goes by asking twice"
    assert len(kept) >= min(len(days), DAYS)


@given(st.integers(1, 120), moments)
def test_night_after_night_seven_daily_and_four_weekly_are_kept(
    nights: int, first: datetime
) -> None:
    kept: set[datetime] = set()
    for night in range(nights):
        kept.add(first + timedelta(days=night))
        kept -= superfluous(kept)
    last = first + timedelta(days=nights - 1)
    assert {last - timedelta(days=day) for day in range(min(nights, DAYS))} <= kept
    if nights >= DAYS + 7 * WEEKS:
        assert len(kept) == DAYS + WEEKS
        assert last - min(kept) >= timedelta(weeks=WEEKS - 1), "the oldest week may be cut"
    every = {first + timedelta(days=night) for night in range(nights)}
    assert kept == every - superfluous(every), "as if all had been there at once"
