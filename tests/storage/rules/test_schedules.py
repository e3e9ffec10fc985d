"""How often a habit is to be kept: periods, sound schedules, JSON, and when a day turns."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise
from typing import Any
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.rules.schedules import (
    EARLIEST_START,
    REMINDERS_LIMIT,
    BrokenSchedule,
    Direction,
    Goal,
    Schedule,
    Span,
    Unit,
    habit_day,
    spans_from_json,
    spans_to_json,
)
from tests.support.histories import clocks, schedules

START = date(2026, 9, 7)  # a Monday
DAILY = Schedule(START)
ODD_TURNS = [time(0), time(0, 30), time(1, 30), time(2, 30), time(3), time(12), time(23, 30)]


def on(text: str) -> date:
    return date.fromisoformat(text)


def days(first: str, last: str) -> Span:
    return Span(on(first), on(last))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("schedule", "day", "period"),
    [
        (DAILY, "2026-09-23", days("2026-09-23", "2026-09-23")),
        (Schedule(START, interval=3), "2026-09-12", days("2026-09-10", "2026-09-12")),
        (Schedule(START, interval=3), "2026-09-13", days("2026-09-13", "2026-09-15")),
        # a day before the start has its block, too
        (Schedule(START, interval=3), "2026-09-06", days("2026-09-04", "2026-09-06")),
        (Schedule(START, unit=Unit.WEEK), "2026-09-23", days("2026-09-21", "2026-09-27")),
        (Schedule(START, unit=Unit.MONTH), "2026-09-23", days("2026-09-01", "2026-09-30")),
        (Schedule(START, unit=Unit.MONTH), "2028-02-29", days("2028-02-01", "2028-02-29")),
        (Schedule(START, unit=Unit.MONTH), "2026-12-31", days("2026-12-01", "2026-12-31")),
    ],
)
def test_a_period_holds_its_days(schedule: Schedule, day: str, period: Span) -> None:
    assert schedule.period_of(on(day)) == period


@pytest.mark.parametrize(
    ("first_weekday", "week"),
    [
        (0, days("2026-09-21", "2026-09-27")),
        (2, days("2026-09-23", "2026-09-29")),
        (5, days("2026-09-19", "2026-09-25")),
        (6, days("2026-09-20", "2026-09-26")),
    ],
)
def test_weeks_begin_where_they_do_for_the_person(first_weekday: int, week: Span) -> None:
    weekly = Schedule(START, unit=Unit.WEEK)
    assert weekly.period_of(on("2026-09-23"), first_weekday=first_weekday) == week


@settings(derandomize=True, deadline=None)
@given(schedules(), st.dates(date(2025, 1, 1), date(2028, 12, 31)), st.integers(0, 6))
def test_periods_follow_each_other_without_a_gap(
    schedule: Schedule, day: date, first_weekday: int
) -> None:
    period = schedule.period_of(day, first_weekday=first_weekday)
    assert day in period
    assert period.last is not None
    following = schedule.period_of(period.last + timedelta(days=1), first_weekday=first_weekday)
    assert following.first == period.last + timedelta(days=1)
    assert schedule.period_of(period.last, first_weekday=first_weekday) == period


@pytest.mark.parametrize(
    ("schedule", "window"),
    [
        (DAILY, (1, 1)),
        (Schedule(START, interval=3), (1, 3)),
        (Schedule(START, interval=3, times=2), (2, 3)),
        (Schedule(START, unit=Unit.WEEK, times=3), (3, 7)),
        (Schedule(START, unit=Unit.MONTH, times=8), (8, 30)),
        (Schedule(START, unit=Unit.MONTH, times=31), (30, 30)),  # no more than once a day
        (Schedule(START, weekdays=frozenset({0, 4})), (2, 7)),
        (Schedule(START, weekdays=frozenset(range(7))), (1, 1)),  # the same as daily
    ],
)
def test_the_score_looks_at_times_in_days(schedule: Schedule, window: tuple[int, int]) -> None:
    assert schedule.window == window


def test_a_habit_asks_from_its_start_on_days_that_count() -> None:
    gym = Schedule(START, weekdays=frozenset({0, 4}))
    asked = [day for day in range(-7, 14) if gym.asks(START + timedelta(days=day))]
    assert asked == [0, 4, 7, 11]
    assert gym.has_weekdays
    assert not replace(gym, weekdays=frozenset(range(7))).has_weekdays


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(EARLIEST_START),
        Schedule(START, interval=366, times=366),
        Schedule(START, unit=Unit.WEEK, times=7),
        Schedule(START, unit=Unit.MONTH, times=31),
        Schedule(START, weekdays=frozenset({6})),
        Schedule(START, reminders=(time(0), time(23, 59))),
    ],
)
def test_what_can_be_kept_is_sound(schedule: Schedule) -> None:
    assert schedule.is_sound


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(EARLIEST_START - timedelta(days=1)),
        Schedule(START, interval=0),
        Schedule(START, interval=367),
        Schedule(START, unit=Unit.WEEK, interval=2),
        Schedule(START, times=0),
        Schedule(START, times=2),
        Schedule(START, interval=3, times=4),
        Schedule(START, unit=Unit.WEEK, times=8),
        Schedule(START, unit=Unit.MONTH, times=32),
        Schedule(START, weekdays=frozenset({7})),
        Schedule(START, interval=2, weekdays=frozenset({1})),
        Schedule(START, unit=Unit.WEEK, weekdays=frozenset({1})),
        Schedule(START, reminders=(time(9),) * (REMINDERS_LIMIT + 1)),
        Schedule(START, reminders=(time(9, 0, 30),)),
        Schedule(START, reminders=(time(9, tzinfo=UTC),)),
    ],
)
def test_what_cannot_be_kept_is_not(schedule: Schedule) -> None:
    assert not schedule.is_sound
    with pytest.raises(BrokenSchedule):
        Schedule.from_json(
            schedule.to_json() | {"reminders": [at.isoformat() for at in schedule.reminders]}
        )


@settings(derandomize=True, deadline=None)
@given(schedules())
def test_a_schedule_comes_back_from_its_row(schedule: Schedule) -> None:
    assert schedule.is_sound
    assert Schedule.from_json(json.loads(json.dumps(schedule.to_json()))) == schedule


@pytest.mark.parametrize("key", ["start", "unit", "interval", "times", "weekdays", "reminders"])
def test_a_row_without_a_part_is_refused(key: str) -> None:
    kept = DAILY.to_json()
    del kept[key]
    with pytest.raises(BrokenSchedule):
        Schedule.from_json(kept)


@pytest.mark.parametrize(
    "broken",
    [
        {"start": "someday"},
        {"start": None},
        {"start": 20260907},
        {"unit": "year"},
        {"unit": []},
        {"interval": "3"},
        {"interval": 1.5},
        {"interval": float("inf")},
        {"interval": None},
        {"times": -1},
        {"times": "many"},
        {"weekdays": "04"},
        {"weekdays": [0, "friday"]},
        {"weekdays": [-1]},
        {"weekdays": 3},
        {"reminders": "21:00"},
        {"reminders": ["25:00"]},
        {"reminders": ["09:00+02:00"]},
        {"reminders": [9]},
        {"reminders": None},
    ],
)
def test_a_broken_row_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(BrokenSchedule):
        Schedule.from_json(DAILY.to_json() | broken)


@pytest.mark.parametrize("kept", [None, [], "daily", 7])
def test_what_is_no_object_is_refused(kept: Any) -> None:
    with pytest.raises(BrokenSchedule):
        Schedule.from_json(kept)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@settings(derandomize=True, deadline=None)
@given(st.sampled_from(sorted(DAILY.to_json())), ANYTHING)
def test_whatever_a_row_holds_it_is_sound_or_refused(key: str, value: Any) -> None:
    with suppress(BrokenSchedule):
        assert Schedule.from_json(DAILY.to_json() | {key: value}).is_sound


def test_a_limit_is_a_goal_that_is_not_to_be_passed() -> None:
    assert Goal(2, direction=Direction.AT_MOST).is_limit
    assert not Goal(2).is_limit


def test_a_span_holds_its_ends_and_may_be_open() -> None:
    closed, endless = days("2026-09-07", "2026-09-09"), Span(START)
    inside = [on(f"2026-09-{day:02}") in closed for day in range(6, 11)]
    assert inside == [False, True, True, True, False]
    assert date.max in endless
    assert START - timedelta(days=1) not in endless
    assert "2026-09-08" not in closed


def test_spans_come_back_from_a_row_without_what_is_broken() -> None:
    spans = (days("2026-09-07", "2026-09-09"), Span(START))
    kept = spans_to_json(spans)
    assert spans_from_json(json.loads(json.dumps(kept))) == spans
    broken = [*kept, ["soon", None], ["2026-09-07"], [None, None], 7, "ab", None]
    assert spans_from_json(broken) == spans
    assert spans_from_json(None) == spans_from_json({"first": "2026-09-07"}) == ()


@pytest.mark.parametrize(
    ("at", "zone", "turn", "day"),
    [
        ("2026-09-23T12:30", "Europe/Berlin", time(3), "2026-09-23"),
        ("2026-09-23T23:30", "Europe/Berlin", time(3), "2026-09-23"),  # 01:30
        ("2026-09-24T00:59", "Europe/Berlin", time(3), "2026-09-23"),
        ("2026-09-24T01:00", "Europe/Berlin", time(3), "2026-09-24"),
        ("2026-09-23T22:00", "Europe/Berlin", time(0), "2026-09-24"),
        ("2026-09-23T12:30", "Pacific/Kiritimati", time(3), "2026-09-23"),  # 02:30
        ("2026-09-23T13:00", "Pacific/Kiritimati", time(3), "2026-09-24"),
        # clocks go from 02:00 to 03:00: a turn in between is the moment of the change
        ("2026-03-29T00:59", "Europe/Berlin", time(2, 30), "2026-03-28"),
        ("2026-03-29T01:00", "Europe/Berlin", time(2, 30), "2026-03-29"),
        # and back from 03:00 to 02:00: the day turned at the first 02:30
        ("2026-10-25T00:29", "Europe/Berlin", time(2, 30), "2026-10-24"),
        ("2026-10-25T00:30", "Europe/Berlin", time(2, 30), "2026-10-25"),
        ("2026-10-25T01:10", "Europe/Berlin", time(2, 30), "2026-10-25"),  # 02:10 again
        ("2026-10-25T01:10", "Europe/Berlin", time(3), "2026-10-24"),
        ("2026-10-25T02:00", "Europe/Berlin", time(3), "2026-10-25"),
    ],
)
def test_a_day_turns_at_the_persons_hour(at: str, zone: str, turn: time, day: str) -> None:
    moment = utc(at)
    assert habit_day(moment, zone, turn=turn) == on(day)
    elsewhere = moment.astimezone(timezone(timedelta(hours=-7)))
    assert habit_day(elsewhere, zone, turn=turn) == on(day)


@pytest.mark.parametrize("turn", ODD_TURNS)
@pytest.mark.parametrize(
    ("zone", "around"),
    [
        ("Europe/Berlin", "2026-03-29T01:00"),
        ("Europe/Berlin", "2026-10-25T01:00"),
        ("America/New_York", "2026-03-08T07:00"),
        ("America/New_York", "2026-11-01T06:00"),
        ("Australia/Lord_Howe", "2026-04-04T15:00"),  # half an hour
        ("Australia/Lord_Howe", "2026-10-03T15:30"),
        ("America/Havana", "2026-03-08T05:00"),  # at midnight
        ("America/Havana", "2026-11-01T05:00"),
        ("America/Sao_Paulo", "2018-02-18T02:00"),  # back over midnight into the day before
        ("America/Sao_Paulo", "2018-11-04T03:00"),
        ("America/St_Johns", "2006-10-29T02:31"),  # at 00:01
        ("Asia/Pyongyang", "2015-08-14T15:00"),
        ("Europe/London", "1941-05-04T01:00"),  # double summer time
        ("Kwajalein", "1969-09-30T13:00"),  # back over the date line: 23 hours twice
        ("UTC", "2026-03-29T01:00"),
    ],
)
def test_no_change_of_clocks_loses_or_doubles_a_day(zone: str, around: str, turn: time) -> None:
    begin = utc(around) - timedelta(hours=50)
    walked = [
        habit_day(begin + timedelta(minutes=minutes), zone, turn=turn)
        for minutes in range(0, 100 * 60, 5)
    ]
    taken = [walked[0], *(after for before, after in pairwise(walked) if after != before)]
    assert taken == [walked[0] + timedelta(days=n) for n in range(len(taken))]
    assert len(taken) in {4, 5, 6}


def test_a_zone_that_leaves_out_a_day_loses_it_for_real() -> None:
    # Samoa went from 29 to 31 December 2011 at midnight, 10:00 UTC
    samoa = "Pacific/Apia"
    moments = [utc("2011-12-30T09:59"), utc("2011-12-30T10:00"), utc("2011-12-30T13:00")]
    midnight = [habit_day(at, samoa, turn=time(0)).day for at in moments]
    night = [habit_day(at, samoa, turn=time(3)).day for at in moments]
    assert midnight == [29, 31, 31]
    assert night == [29, 30, 31]  # what is left of the 30th, from midnight to three


@settings(derandomize=True, deadline=None, max_examples=400)
@given(
    st.sampled_from(sorted(available_timezones())),
    st.datetimes(datetime(1970, 1, 1), datetime(2037, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  Hypothesis takes naive bounds
    st.timedeltas(timedelta(0), timedelta(days=2)),
    clocks(),
)
def test_days_never_go_back(zone: str, at: datetime, later: timedelta, turn: time) -> None:
    before, after = (habit_day(moment, zone, turn=turn) for moment in (at, at + later))
    assert timedelta(0) <= after - before <= timedelta(days=4)
