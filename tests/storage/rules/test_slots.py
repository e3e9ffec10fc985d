"""When a habit reminds: each day once, whatever clocks and zones do, and only while it asks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rules.histories import Entry, History
from storage.rules.schedules import Schedule, Span, Unit
from storage.rules.slots import LocalDays, Slot, is_due, next_slot
from tests.support.histories import clocks

BERLIN = "Europe/Berlin"
ZONES = [
    *(BERLIN, "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca"),
    *("America/Sao_Paulo", "Asia/Beirut", "America/Havana", "Pacific/Kwajalein", "UTC"),
]
TURNS = st.sampled_from(["00:00", "03:00", "02:00", "02:30", "04:00", "12:00"]).map(
    time.fromisoformat
)
STARTS = st.integers(0, 37 * 365 * 24).map(
    lambda hours: datetime(1993, 8, 1, tzinfo=UTC) + timedelta(hours=hours)
)
CHANGES = [  # clocks forward, back, a day left out, over the turn
    *("2026-03-29", "2026-10-25", "2011-12-30", "2026-03-08", "2026-11-01"),
    *("2018-11-04", "2018-02-18", "1993-08-21"),
]
NEAR_CHANGES = st.tuples(st.sampled_from(CHANGES), st.integers(-72, 48)).map(
    lambda drawn: datetime.fromisoformat(f"{drawn[0]}T00:00+00:00") + timedelta(hours=drawn[1])
)


def local(text: str, zone: str = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def daily(*entries: Entry, start: str = "1990-01-01", **more: object) -> History:
    return History(Schedule(date.fromisoformat(start), **more), None, entries)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "at", "turn", "fires_at"),
    [
        ("2026-09-23", "21:00", "03:00", "2026-09-23T21:00"),
        ("2026-09-23", "01:30", "03:00", "2026-09-24T01:30"),
        ("2026-09-23", "01:30", "00:00", "2026-09-23T01:30"),
        ("2026-09-23", "03:00", "03:00", "2026-09-23T03:00"),
        ("2026-03-29", "02:30", "00:00", "2026-03-29T03:30"),
        ("2026-03-28", "02:30", "03:00", "2026-03-29T01:59"),  # 03:30 would be the next day's
        ("2026-03-28", "02:20", "02:30", "2026-03-29T01:59"),
        ("2026-10-24", "02:30", "03:00", "2026-10-25T02:30"),
    ],
)
def test_the_moment_of_a_day(day: str, at: str, turn: str, fires_at: str) -> None:
    slot = Slot(date.fromisoformat(day), time.fromisoformat(at))
    assert slot.fires_at(LocalDays(BERLIN, time.fromisoformat(turn))) == local(fires_at)


def test_a_day_that_was_left_out_has_none() -> None:
    slot = Slot(date(2011, 12, 30), time(9))
    assert slot.fires_at(LocalDays("Pacific/Apia", time(0))) is None


@given(zone=st.sampled_from(ZONES), turn=TURNS, after=STARTS | NEAR_CHANGES)
def test_days_begin_where_the_day_changes(zone: str, turn: time, after: datetime) -> None:
    days = LocalDays(zone, turn)
    day = days.day_of(after)
    begins, ends = days.begins(day), days.begins(day + timedelta(days=1))
    assert begins <= after < ends
    assert days.day_of(begins) == day
    assert days.day_of(begins - timedelta(seconds=1)) < day


@given(zone=st.sampled_from(ZONES), turn=TURNS, at=clocks(), after=STARTS | NEAR_CHANGES)
def test_every_day_is_reminded_of_once_and_within_itself(
    zone: str, turn: time, at: time, after: datetime
) -> None:
    days, reminded = LocalDays(zone, turn), []
    moment = after
    for _ in range(8):
        slot = next_slot(at, [daily()], days, after=moment)
        assert slot is not None
        fires_at = slot.fires_at(days)
        assert fires_at is not None
        assert fires_at > moment
        assert days.day_of(fires_at) == slot.day
        reminded.append(slot.day)
        moment = fires_at
    first = days.day_of(after)
    assert reminded[0] in {first, first + timedelta(days=1), first + timedelta(days=2)}
    for before, day in pairwise(reminded):
        left_out = days.begins(before + timedelta(days=1)) >= days.begins(before + timedelta(2))
        assert (day - before).days == 1 + left_out


@given(
    zones=st.lists(st.sampled_from(ZONES[:4]), min_size=2, max_size=6),
    turn=TURNS,
    at=clocks(),
    after=STARTS,
)
def test_who_travels_is_not_reminded_twice_of_a_day(
    zones: list[str], turn: time, at: time, after: datetime
) -> None:
    taken: list[date] = []
    moment = after
    for zone in zones:
        days = LocalDays(zone, turn)
        slot = next_slot(at, [daily()], days, after=moment, taken=taken)
        assert slot is not None
        assert slot.day not in taken
        moment = slot.fires_at(days) or moment
        taken.append(slot.day)
    assert taken == sorted(taken)


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (daily(), "2026-09-23"),
        (daily(Entry(date(2026, 9, 23))), "2026-09-24"),
        (daily(Entry(date(2026, 9, 23), 0, is_skip=True)), "2026-09-24"),
        (daily(start="2026-10-05"), "2026-10-05"),
        (daily(start="2028-10-05"), "2028-10-05"),
        (daily(weekdays=frozenset({0})), "2026-09-28"),
        (daily(start="2026-09-20", interval=366), "2026-09-23"),
        (daily(Entry(date(2026, 9, 21)), start="2026-09-20", interval=366), "2027-09-21"),
        (daily(Entry(date(2026, 9, 21)), unit=Unit.WEEK), "2026-09-28"),
        (daily(Entry(date(2026, 9, 21)), unit=Unit.WEEK, times=2), "2026-09-23"),
        (daily(Entry(date(2026, 9, 1)), unit=Unit.MONTH), "2026-10-01"),
    ],
)
def test_the_next_day_that_asks(history: History, expected: str) -> None:
    slot = next_slot(
        time(21), [history], LocalDays(BERLIN, time(3)), after=local("2026-09-23T14:30")
    )
    assert slot == Slot(date.fromisoformat(expected), time(21))


@pytest.mark.parametrize(
    ("away", "expected"),
    [
        ([Span(date(2026, 9, 20), date(2026, 9, 30))], date(2026, 10, 1)),
        ([Span(date(2026, 9, 20), date(2031, 9, 30))], date(2031, 10, 1)),
        ([Span(date(2026, 9, 20), date(2026, 9, 30)), Span(date(2026, 9, 25))], None),
        ([Span(date(2026, 9, 20))], None),
        ([Span(date(2026, 9, 1), date(2026, 9, 22))], date(2026, 9, 23)),
    ],
)
def test_days_away_ask_for_nothing(away: list[Span], expected: date | None) -> None:
    history = History(Schedule(date(2026, 9, 1)), None, [], away)
    slot = next_slot(
        time(21), [history], LocalDays(BERLIN, time(3)), after=local("2026-09-23T14:30")
    )
    assert (slot and slot.day) == expected


def test_several_people_are_asked_while_one_has_not_done_it() -> None:
    today = date(2026, 9, 23)
    done, away = daily(Entry(today)), History(Schedule(today), None, [], [Span(today)])
    days, now = LocalDays(BERLIN, time(3)), local("2026-09-23T14:30")
    assert is_due([done, daily()], today)
    assert not is_due([done, away], today)
    slot = next_slot(time(21), [done, away], days, after=now)
    assert slot == Slot(date(2026, 9, 24), time(21))
    assert next_slot(time(21), [away], days, after=now) is None
    assert next_slot(time(21), [], days, after=now) is None


@pytest.mark.parametrize("text", ["20260923@21:00", "20260923@snooze"])
def test_slots_as_text(text: str) -> None:
    assert str(Slot.parse(text)) == text


@pytest.mark.parametrize("text", ["", "-0m", "20260932@21:00", "20260923@25:00", "day-1@19:00"])
def test_other_keys_are_no_slots(text: str) -> None:
    assert Slot.parse(text) is None
