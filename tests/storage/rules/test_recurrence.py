"""Repeats on the clock of a person: first, next, skipped, previewed, compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from storage.rules.due import Due
from storage.rules.recurrence import (
    ImpossibleRule,
    Occurrence,
    Repeat,
    first_occurrence,
    next_occurrence,
    occurrences,
    preview,
    skip,
)
from tests.support.repeats import CLAMPED, NOW, due, repeat, said

NEXT_THREE = [
    # every day and its multiples
    (repeat("FREQ=DAILY", at="08:00"), "2026-09-24T08:00 2026-09-25T08:00 2026-09-26T08:00"),
    (repeat("FREQ=DAILY", at="18:00"), "2026-09-23T18:00 2026-09-24T18:00 2026-09-25T18:00"),
    (repeat("FREQ=DAILY"), "2026-09-23 2026-09-24 2026-09-25"),
    (
        repeat("FREQ=DAILY;INTERVAL=3", at="09:00"),
        "2026-09-26T09:00 2026-09-29T09:00 2026-10-02T09:00",
    ),
    # weeks
    (
        repeat("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", on="2026-09-25"),
        "2026-09-25 2026-09-28 2026-09-29",
    ),
    (repeat("FREQ=WEEKLY;BYDAY=MO,WE,FR"), "2026-09-23 2026-09-25 2026-09-28"),
    (
        repeat("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", on="2026-09-29"),
        "2026-09-29 2026-10-13 2026-10-27",
    ),
    (repeat("FREQ=WEEKLY"), "2026-09-23 2026-09-30 2026-10-07"),
    (repeat("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU"), "2026-10-04 2026-10-06 2026-10-18"),
    (repeat("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=MO"), "2026-09-27 2026-10-06 2026-10-11"),
    # a time per weekday, several times a day
    (
        repeat(
            "FREQ=WEEKLY;BYDAY=MO;BYHOUR=9",
            "FREQ=WEEKLY;BYDAY=TU;BYHOUR=18;BYMINUTE=30",
            at="09:00",
        ),
        "2026-09-28T09:00 2026-09-29T18:30 2026-10-05T09:00",
    ),
    (
        repeat("FREQ=DAILY;BYHOUR=9,18", at="09:30"),
        "2026-09-23T18:30 2026-09-24T09:30 2026-09-24T18:30",
    ),
    (
        repeat("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=WE", at="18:00"),
        "2026-09-23T18:00 2026-09-24T18:00 2026-09-25T18:00",
    ),
    # months
    (repeat("FREQ=MONTHLY;BYDAY=3FR"), "2026-10-16 2026-11-20 2026-12-18"),
    (repeat("FREQ=MONTHLY;BYDAY=-1FR"), "2026-09-25 2026-10-30 2026-11-27"),
    (repeat("FREQ=MONTHLY;BYDAY=5MO"), "2026-11-30 2027-03-29 2027-05-31"),
    (repeat("FREQ=MONTHLY;BYMONTHDAY=-1"), "2026-09-30 2026-10-31 2026-11-30"),
    (repeat("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"), "2026-09-30 2026-10-30 2026-11-30"),
    (repeat("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"), "2026-10-01 2026-11-02 2026-12-01"),
    (repeat("FREQ=MONTHLY;BYMONTHDAY=31"), "2026-10-31 2026-12-31 2027-01-31"),
    (repeat(CLAMPED, on="2027-01-31"), "2027-01-31 2027-02-28 2027-03-31"),
    (repeat("FREQ=MONTHLY;INTERVAL=6"), "2026-09-23 2027-03-23 2027-09-23"),
    # years
    (repeat("FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1"), "2027-01-01 2027-07-01 2028-01-01"),
    (repeat("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"), "2028-02-29 2032-02-29 2036-02-29"),
    (repeat("FREQ=YEARLY", on="2024-02-29"), "2028-02-29 2032-02-29 2036-02-29"),
    (repeat("FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=20"), "2027-09-20 2028-09-20 2029-09-20"),
    (repeat("FREQ=YEARLY;BYDAY=20MO"), "2027-05-17 2028-05-15 2029-05-14"),
    (repeat("FREQ=YEARLY;BYYEARDAY=-1,1"), "2026-12-31 2027-01-01 2027-12-31"),
    (repeat("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO"), "2027-01-04 2028-01-03 2029-01-01"),
    (repeat("FREQ=YEARLY;BYWEEKNO=-1"), "2026-12-30 2027-12-29 2028-12-27"),
    (
        repeat(
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", on="2024-01-01"
        ),
        "2028-11-07 2032-11-02 2036-11-04",
    ),
    # hours and minutes
    (
        repeat("FREQ=HOURLY;INTERVAL=2", at="15:00"),
        "2026-09-23T15:00 2026-09-23T17:00 2026-09-23T19:00",
    ),
    (
        repeat("FREQ=HOURLY;BYHOUR=10,11,12,13,14,15,16", at="10:00"),
        "2026-09-23T15:00 2026-09-23T16:00 2026-09-24T10:00",
    ),
    (
        repeat("FREQ=HOURLY;INTERVAL=3;BYHOUR=16,17,18,19", at="10:00"),
        "2026-09-23T16:00 2026-09-23T19:00 2026-09-24T16:00",
    ),
    (
        repeat("FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,14", at="09:00"),
        "2026-09-23T14:40 2026-09-24T09:00 2026-09-24T09:20",
    ),
    (
        repeat("FREQ=HOURLY;BYMINUTE=5,50;BYSETPOS=-1", at="14:00"),
        "2026-09-23T14:50 2026-09-23T15:50 2026-09-23T16:50",
    ),
    (
        repeat("FREQ=HOURLY;INTERVAL=6;BYDAY=SA", at="15:00"),
        "2026-09-26T03:00 2026-09-26T09:00 2026-09-26T15:00",
    ),
    (
        repeat("FREQ=MINUTELY;INTERVAL=45", at="14:31"),
        "2026-09-23T14:31 2026-09-23T15:16 2026-09-23T16:01",
    ),
    # ends
    (repeat("FREQ=DAILY;UNTIL=20260924"), "2026-09-23 2026-09-24"),
    (repeat("FREQ=DAILY;UNTIL=20260924", at="18:00"), "2026-09-23T18:00 2026-09-24T18:00"),
    (repeat("FREQ=DAILY;UNTIL=20260924T175959", at="18:00"), "2026-09-23T18:00"),
    (repeat("FREQ=DAILY;UNTIL=20260924T1800", at="18:00"), "2026-09-23T18:00 2026-09-24T18:00"),
    (repeat("FREQ=DAILY;UNTIL=20260924T160000Z", at="18:00"), "2026-09-23T18:00 2026-09-24T18:00"),
    (repeat("FREQ=HOURLY;INTERVAL=8;UNTIL=20260923", at="14:00"), "2026-09-23T22:00"),
    (
        repeat("FREQ=HOURLY;INTERVAL=8;UNTIL=20260924T060000", at="14:00"),
        "2026-09-23T22:00 2026-09-24T06:00",
    ),
    (
        repeat("FREQ=DAILY;COUNT=3", on="2026-09-22", at="18:00"),
        "2026-09-23T18:00 2026-09-24T18:00",
    ),
    (repeat("FREQ=DAILY;COUNT=5", on="2026-09-20", at="09:00"), "2026-09-24T09:00"),
    (
        repeat("FREQ=DAILY;BYHOUR=9,18;COUNT=4", at="12:00"),
        "2026-09-23T18:00 2026-09-24T09:00 2026-09-24T18:00",
    ),
    (repeat("FREQ=WEEKLY;BYDAY=MO,FR;COUNT=4", on="2026-09-15"), "2026-09-25 2026-09-28"),
    (repeat("FREQ=HOURLY;INTERVAL=12;COUNT=3", at="10:00"), "2026-09-23T22:00 2026-09-24T10:00"),
    (
        repeat("FREQ=HOURLY;INTERVAL=12;COUNT=3;BYDAY=WE", at="10:00"),
        "2026-09-23T22:00 2026-09-30T10:00",
    ),
    (repeat("FREQ=DAILY;COUNT=3", on="2026-09-01"), ""),
    (repeat("FREQ=DAILY;UNTIL=20260922"), ""),
    (repeat("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6"), ""),
]


@pytest.mark.parametrize(("rule", "expected"), NEXT_THREE, ids=lambda each: str(each)[:90])
def test_the_next_three_that_are_not_past(rule: Repeat, expected: str) -> None:
    ahead = [each.due for each in preview(rule, now=NOW, limit=3)]
    assert said(ahead) == expected.split()


def test_the_first_occurrence_is_not_past() -> None:
    assert first_occurrence(repeat("FREQ=DAILY"), now=NOW) == due("2026-09-23")
    assert first_occurrence(repeat("FREQ=DAILY", at="14:30"), now=NOW) == due("2026-09-24T14:30")
    assert first_occurrence(repeat("FREQ=DAILY", at="14:31"), now=NOW) == due("2026-09-23T14:31")
    assert first_occurrence(repeat("FREQ=DAILY", on="2027-01-01"), now=NOW) == due("2027-01-01")
    assert first_occurrence(repeat("FREQ=DAILY;COUNT=1", on="2026-09-22"), now=NOW) is None


def test_today_is_told_in_the_zone_of_the_repeat() -> None:
    late = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)  # the 24th in Kiritimati
    kiritimati = repeat("FREQ=DAILY", zone="Pacific/Kiritimati")
    assert first_occurrence(kiritimati, now=late) == due("2026-09-24", "Pacific/Kiritimati")


@pytest.mark.parametrize(
    ("current", "now", "expected"),
    [
        ("2026-09-23T08:00", "2026-09-23T08:10", "2026-09-24T08:00"),  # on time
        ("2026-09-24T08:00", "2026-09-23T08:10", "2026-09-25T08:00"),  # a day early
        ("2026-09-20T08:00", "2026-09-23T07:00", "2026-09-23T08:00"),  # late: missed ones are gone
        ("2019-09-20T08:00", "2026-09-23T08:00", "2026-09-24T08:00"),  # years late
    ],
)
def test_the_next_occurrence_is_after_now_and_the_current(
    current: str, now: str, expected: str
) -> None:
    daily = repeat("FREQ=DAILY", on="2019-09-20", at="08:00")
    found = next_occurrence(daily, current=due(current), now=due(now).at)
    assert found == due(expected)


def test_whole_days_go_on_with_the_day_after_today() -> None:
    daily = repeat("FREQ=DAILY")
    assert next_occurrence(daily, current=due("2026-09-23"), now=NOW) == due("2026-09-24")
    assert next_occurrence(daily, current=due("2026-09-20"), now=NOW) == due("2026-09-24")


def test_a_snoozed_due_does_not_move_the_series() -> None:
    weekly = repeat("FREQ=WEEKLY;BYDAY=WE", at="09:00")
    snoozed = due("2026-09-25T16:45")
    assert next_occurrence(weekly, current=snoozed, now=NOW) == due("2026-09-30T09:00")


def test_one_is_skipped() -> None:
    weekly = repeat("FREQ=WEEKLY;BYDAY=FR")
    assert skip(weekly, current=due("2026-09-25"), now=NOW) == due("2026-10-02")
    ends = repeat("FREQ=WEEKLY;BYDAY=FR;COUNT=1")
    assert skip(ends, current=due("2026-09-25"), now=NOW) is None


def test_a_preview_flags_what_the_clock_and_the_month_moved() -> None:
    nightly = repeat("FREQ=DAILY", on="2027-03-27", at="02:30")
    days = preview(nightly, now=due("2027-03-27").at, limit=3)
    assert days == [
        Occurrence(due("2027-03-27T02:30")),
        Occurrence(due("2027-03-28T03:30"), moved_by_clock_change=True),
        Occurrence(due("2027-03-29T02:30")),
    ]
    months = preview(repeat(CLAMPED, on="2027-01-31"), now=due("2027-01-31").at, limit=3)
    assert [each.moved_to_month_end for each in months] == [False, True, False]
    thirtieth = "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1"
    months = preview(repeat(thirtieth, on="2027-01-30"), now=due("2027-01-30").at, limit=3)
    assert said([each.due for each in months]) == ["2027-01-30", "2027-02-28", "2027-03-30"]
    assert [each.moved_to_month_end for each in months] == [False, True, False]


def test_each_of_several_rules_is_flagged_by_itself() -> None:
    rule = repeat(CLAMPED, "FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9", on="2027-01-31")
    found = preview(rule, now=due("2027-01-31").at, limit=4)
    assert said([each.due for each in found]) == [
        "2027-01-31",
        "2027-02-01T09:00",
        "2027-02-28",
        "2027-03-01T09:00",
    ]
    assert [each.moved_to_month_end for each in found] == [False, False, True, False]


def test_the_last_of_some_days_is_no_move() -> None:
    rule = repeat("FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=1,2,3,4,5,6,7;BYSETPOS=-1")
    assert not any(each.moved_to_month_end for each in preview(rule, now=NOW, limit=9))


def test_an_ambiguous_time_is_the_first_of_the_two() -> None:
    nightly = repeat("FREQ=DAILY", on="2026-10-24", at="02:30")
    dues = occurrences(nightly, after=due("2026-10-24").at, limit=3)
    assert [each.at.isoformat() for each in dues] == [
        "2026-10-24T00:30:00+00:00",
        "2026-10-25T00:30:00+00:00",
        "2026-10-26T01:30:00+00:00",
    ]


def test_two_times_that_the_gap_joins_are_one() -> None:
    rule = repeat("FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30", on="2027-03-28", at="02:00")
    dues = occurrences(rule, after=due("2027-03-28").at, limit=3)
    assert said(dues) == ["2027-03-28T03:00", "2027-03-28T03:30", "2027-03-29T02:00"]


def test_hours_are_elapsed_time_and_windows_are_wall_time() -> None:
    twice = repeat("FREQ=HOURLY;INTERVAL=12", on="2026-10-24", at="08:00")
    dues = occurrences(twice, after=due("2026-10-24").at, limit=4)
    assert said(dues)[1:] == ["2026-10-24T20:00", "2026-10-25T07:00", "2026-10-25T19:00"]
    gaps = {later.at - each.at for each, later in pairwise(dues)}
    assert gaps == {timedelta(hours=12)}
    window = repeat("FREQ=HOURLY;INTERVAL=12;BYHOUR=8,20", on="2026-10-24", at="08:00")
    dues = occurrences(window, after=due("2026-10-24").at, limit=4)
    assert said(dues)[2:] == ["2026-10-25T08:00", "2026-10-25T20:00"]


def test_both_passes_of_an_hour_are_met_by_elapsed_time() -> None:
    quarter = repeat("FREQ=MINUTELY;INTERVAL=30", on="2026-10-25", at="01:30")
    dues = occurrences(quarter, after=due("2026-10-25").at, limit=6)
    assert [each.at.strftime("%H:%M") for each in dues] == [
        "23:30",
        "00:00",
        "00:30",
        "01:00",
        "01:30",
        "02:00",
    ]
    assert [each.time.fold for each in dues if each.time] == [0, 0, 0, 1, 1, 0]


def test_a_skipped_calendar_day_is_the_next_one() -> None:
    apia = "Pacific/Apia"  # no 30 December 2011
    days = repeat("FREQ=DAILY", on="2011-12-28", zone=apia)
    dues = occurrences(days, after=due("2011-12-28", apia).at, limit=3)
    assert said(dues) == ["2011-12-29", "2011-12-31", "2012-01-01"]
    moved = preview(repeat("FREQ=MONTHLY", on="2011-12-30", zone=apia), now=dues[0].at, limit=1)
    assert moved == [Occurrence(due("2011-12-31", apia), moved_by_clock_change=True)]


def test_a_moved_zone_keeps_the_wall_time() -> None:
    daily = replace(repeat("FREQ=DAILY", at="08:00"), zone="America/New_York")
    found = next_occurrence(daily, current=due("2026-09-23T08:00"), now=NOW)
    assert found == due("2026-09-24T08:00", "America/New_York")


def first_ones(rule: Repeat) -> list[Due]:
    """The first occurrences: enough to tell the rules of these tests apart."""
    return occurrences(rule, after=datetime.min.replace(tzinfo=UTC), limit=2_000)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR"),
        ("FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY"),
        ("FREQ=WEEKLY", "FREQ=DAILY;INTERVAL=7"),
        ("FREQ=MONTHLY;INTERVAL=12", "FREQ=YEARLY"),
        ("FREQ=MONTHLY;BYDAY=3FR", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=15,16,17,18,19,20,21"),
        ("FREQ=DAILY;COUNT=10", "FREQ=DAILY;UNTIL=20261002"),
        ("freq=daily;interval=01", "FREQ=DAILY"),
        ("FREQ=DAILY;COUNT=1000", "COUNT=1000;FREQ=DAILY"),
        ("FREQ=DAILY;UNTIL=20301231", "FREQ=DAILY;UNTIL=20301231T235959"),
    ],
)
def test_spellings_of_one_rule(one: str, other: str) -> None:
    assert first_ones(repeat(one)) == first_ones(repeat(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FREQ=DAILY", "FREQ=DAILY;UNTIL=20301231"),
        ("FREQ=DAILY;UNTIL=20301231", "FREQ=DAILY;UNTIL=20301230"),
        ("FREQ=DAILY", "FREQ=DAILY;COUNT=1000"),
        ("FREQ=DAILY;COUNT=1001", "FREQ=DAILY;COUNT=1000"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", CLAMPED),
        ("FREQ=HOURLY;INTERVAL=12", "FREQ=DAILY;BYHOUR=0,12"),
    ],
)
def test_different_rules(one: str, other: str) -> None:
    assert first_ones(repeat(one)) != first_ones(repeat(other))


def test_several_rules_are_the_same_as_one_that_joins_them() -> None:
    two = repeat("FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=TU")
    assert first_ones(two) == first_ones(repeat("FREQ=WEEKLY;BYDAY=MO,TU"))


def test_rules_end_before_the_calendar_does() -> None:
    assert first_ones(repeat("FREQ=DAILY", on="9999-12-31")) == []
    assert said(first_ones(repeat("FREQ=DAILY", on="9799-12-30")))[:2] == [
        "9799-12-30",
        "9799-12-31",
    ]


def test_an_impossible_rule_is_refused_wherever_it_is_used() -> None:
    hostile = repeat("FREQ=DAILY;INTERVAL=0")
    with pytest.raises(ImpossibleRule):
        first_occurrence(hostile, now=NOW)
    with pytest.raises(ImpossibleRule):
        next_occurrence(hostile, current=due("2026-09-23"), now=NOW)


@pytest.mark.parametrize("on", ["0001-01-01", "9799-12-30", "9999-12-31"])
@pytest.mark.parametrize("freq", ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_the_ends_of_the_calendar_are_no_error(on: str, freq: str, zone: str) -> None:
    rule = repeat(f"FREQ={freq}", on=on, at="12:00", zone=zone)
    for now in (NOW, datetime(9798, 1, 1, tzinfo=UTC), datetime(2, 1, 5, tzinfo=UTC)):
        assert len(occurrences(rule, after=now, limit=3)) <= 3
