"""Repeats across every clock change of every zone of tzdata up to 2037.

The oracle asks the zone about candidate offsets instead of using folds, so that it shares no
reasoning with the code.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo, available_timezones

import pytest

from storage.rules.due import Due
from storage.rules.recurrence import Repeat, next_occurrence, occurrences, preview

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
SCANNED = (datetime(2024, 1, 1, tzinfo=UTC), datetime(2038, 1, 1, tzinfo=UTC))
STRIDE = 5 * DAY  # the closest two changes of these years are Morocco's, a month apart
Change = tuple[datetime, timedelta, timedelta]


def changes(zone: ZoneInfo) -> list[Change]:
    """Every (moment, offset before, offset after) of a zone, found by asking it."""
    found: list[Change] = []
    at, offset = SCANNED[0], SCANNED[0].astimezone(zone).utcoffset()
    while at < SCANNED[1]:
        later = at + STRIDE
        new = later.astimezone(zone).utcoffset()
        if new != offset:
            assert offset is not None
            assert new is not None
            found.append((bisect(zone, at, later, offset), offset, new))
        at, offset = later, new
    return found


def bisect(zone: ZoneInfo, low: datetime, high: datetime, offset: timedelta) -> datetime:
    """The first minute after `low` whose offset is another one."""
    while high - low > MINUTE:
        middle = low + (high - low) // 2 // MINUTE * MINUTE
        if middle.astimezone(zone).utcoffset() == offset:
            low = middle
        else:
            high = middle
    return high


@cache
def zones_by_changes() -> dict[tuple[Change, ...], str]:
    """One zone for each different history: aliases and twins are the same test."""
    return {tuple(changes(ZoneInfo(name))): name for name in sorted(available_timezones())}


def all_changes() -> list[tuple[str, Change]]:
    return [(zone, each) for found, zone in zones_by_changes().items() for each in found]


def expected_moment(wall: datetime, zone: ZoneInfo, change: Change) -> datetime:
    """The first moment with this wall time; in the gap the wall time is moved by its length."""
    _, before, after = change
    candidates = sorted({wall - before, wall - after})
    for each in candidates:
        at = each.replace(tzinfo=UTC)
        if at.astimezone(zone).replace(tzinfo=None) == wall:
            return at
    return (wall - before).replace(tzinfo=UTC)


def walls_at_risk(change: Change) -> list[datetime]:
    """Wall times in the middle and at both edges of the gap or the fold, and beside it."""
    at, before, after = change
    low, high = sorted([(at + before).replace(tzinfo=None), (at + after).replace(tzinfo=None)])
    return [low - MINUTE, low, low + (high - low) / 2 // MINUTE * MINUTE, high - MINUTE, high]


def strictly_increase(dues: list[Due]) -> bool:
    return all(each.at < later.at for each, later in pairwise(dues))


def test_the_scan_finds_the_changes() -> None:
    """Two a year in Berlin, half an hour in Lord Howe, two around each Ramadan in Casablanca."""
    berlin = [at for at, _, _ in changes(ZoneInfo("Europe/Berlin"))]
    assert len(berlin) == 2 * 14
    assert berlin[0] == datetime(2024, 3, 31, 1, tzinfo=UTC)
    _, before, after = changes(ZoneInfo("Australia/Lord_Howe"))[0]
    assert abs(after - before) == 30 * MINUTE
    assert len(changes(ZoneInfo("Africa/Casablanca"))) >= 26
    assert len(available_timezones()) > 590
    assert len(all_changes()) > 700


def test_a_daily_wall_time_is_kept_across_every_change() -> None:
    for name, change in all_changes():
        zone = ZoneInfo(name)
        for wall in walls_at_risk(change):
            first = wall - 2 * DAY
            repeat = Repeat(("FREQ=DAILY",), first.date() - 700 * DAY, wall.time(), name)
            expected = [expected_moment(first + n * DAY, zone, change) for n in range(5)]
            found = occurrences(repeat, after=expected[0] - MINUTE, limit=5)
            assert [each.at for each in found] == expected, (name, wall)
            kept = [each.time for each in found].count(wall.time())
            assert kept == 5 or change[2] > change[1], (name, wall)
            assert kept >= 4, (name, wall)


def test_a_weekly_wall_time_is_kept_and_its_move_is_flagged() -> None:
    for name, change in all_changes():
        zone, wall = ZoneInfo(name), walls_at_risk(change)[2]
        day = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[wall.weekday()]
        repeat = Repeat((f"FREQ=WEEKLY;BYDAY={day}",), wall.date() - 700 * DAY, wall.time(), name)
        expected = [expected_moment(wall + n * 7 * DAY, zone, change) for n in (-1, 0, 1)]
        found = preview(repeat, now=expected[0] - MINUTE, limit=3)
        assert [each.due.at for each in found] == expected, (name, wall)
        moved = [each.moved_by_clock_change for each in found]
        assert moved == [False, change[2] > change[1], False], (name, wall)


def test_none_is_lost_or_doubled_within_the_day_of_a_change() -> None:
    hours = ",".join(map(str, range(24)))
    rule = f"FREQ=DAILY;BYHOUR={hours};BYMINUTE=0,20,40"
    for name, change in all_changes():
        zone, on = ZoneInfo(name), walls_at_risk(change)[2].date()
        begin = datetime.combine(on, time.min)
        walls = [begin + n * 20 * MINUTE for n in range(-20, 3 * 24 + 20)]
        expected = sorted({expected_moment(wall, zone, change) for wall in walls})
        repeat = Repeat((rule,), on - 400 * DAY, time(0), name)
        found = occurrences(repeat, after=expected[0] - MINUTE, limit=len(expected))
        assert [each.at for each in found] == expected, name
        assert strictly_increase(found)


def test_whole_days_are_met_once_each() -> None:
    for name, change in all_changes():
        on = walls_at_risk(change)[2].date()
        repeat = Repeat(("FREQ=DAILY",), on - 400 * DAY, None, name)
        begin = Due(on - 2 * DAY, None, name).at - MINUTE
        found = occurrences(repeat, after=begin, limit=5)
        assert [each.on for each in found] == [on + n * DAY for n in range(-2, 3)], name
        assert strictly_increase(found)


def test_elapsed_hours_stay_elapsed_hours() -> None:
    for name, change in all_changes():
        at = change[0]
        start = (at - 400 * DAY).astimezone(ZoneInfo(name))
        repeat = Repeat(
            ("FREQ=HOURLY;INTERVAL=7",), start.date(), start.time().replace(fold=0), name
        )
        found = occurrences(repeat, after=at - 20 * HOUR, limit=6)
        steps = {later.at - each.at for each, later in pairwise(found)}
        assert steps == {7 * HOUR}, name
        assert timedelta(0) < found[0].at - (at - 20 * HOUR) <= 7 * HOUR


@pytest.mark.parametrize(
    "rules",
    [
        ("FREQ=DAILY",),
        ("FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=10,50",),
        ("FREQ=MINUTELY;INTERVAL=50",),
        ("FREQ=DAILY;BYHOUR=2", "FREQ=WEEKLY;BYDAY=SU;BYHOUR=3", "FREQ=HOURLY;INTERVAL=9"),
    ],
)
def test_going_from_one_to_the_next_meets_what_a_list_has(rules: tuple[str, ...]) -> None:
    for name, change in all_changes()[::7]:
        on = walls_at_risk(change)[2].date()
        repeat = Repeat(rules, on - 300 * DAY, time(2, 30), name)
        begin = change[0] - DAY
        listed = occurrences(repeat, after=begin, limit=12)
        assert strictly_increase(listed)
        for current, following in pairwise(listed):
            for now in (begin, current.at, following.at - MINUTE / 60):
                assert next_occurrence(repeat, current=current, now=now) == following, name


def test_a_due_says_its_moment() -> None:
    """What a person reads (date, time, fold) is the moment that fires, in both passes too."""
    for name, change in all_changes()[::5]:
        repeat = Repeat(("FREQ=MINUTELY;INTERVAL=10",), date(2023, 5, 1), time(0, 5), name)
        for due in occurrences(repeat, after=change[0] - HOUR, limit=18):
            assert due.time is not None
            local = datetime.combine(due.on, due.time, ZoneInfo(name))
            assert local.astimezone(UTC) == due.at
            assert due == Due.from_moment(due.at, name)
