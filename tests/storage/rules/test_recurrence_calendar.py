"""A year of each kind of rule, day by day, against a walk over the calendar.

The oracle knows no RRULE: each kind of rule has a plain question about a date beside it. A second
oracle, python-dateutil, judges rules that nobody thought of.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.rules.recurrence import Repeat, check_rule, occurrences

Question = Callable[[date], bool]
DAY = timedelta(days=1)
START = date(2027, 1, 31)  # a Sunday
YEARS = [date(2027, 1, 31), date(2027, 12, 1), date(2028, 1, 1), date(2099, 6, 1)]


def last(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def week(day: date) -> int:
    """Weeks from Monday to Sunday since the one that START is in."""
    return ((day - timedelta(days=day.weekday())) - (START - timedelta(days=6))).days // 7


def months(day: date) -> int:
    return (day.year - START.year) * 12 + day.month - START.month


def workdays(day: date) -> list[int]:
    each = (day.replace(day=n) for n in range(1, last(day) + 1))
    return [one.day for one in each if one.weekday() < 5]


def iso_week(day: date) -> int:
    return day.isocalendar().week


QUESTIONS: dict[str, Question] = {
    "FREQ=DAILY": lambda _: True,
    "FREQ=DAILY;INTERVAL=3": lambda day: (day - START).days % 3 == 0,
    "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR": lambda day: day.weekday() < 5,
    "FREQ=DAILY;BYMONTH=3,4": lambda day: day.month in (3, 4),
    "FREQ=DAILY;INTERVAL=2;BYMONTHDAY=1,-1": lambda day: (
        (day - START).days % 2 == 0 and day.day in (1, last(day))
    ),
    "FREQ=WEEKLY": lambda day: day.weekday() == 6,
    "FREQ=WEEKLY;BYDAY=MO,WE,FR": lambda day: day.weekday() in (0, 2, 4),
    "FREQ=WEEKLY;BYDAY=SA,SU": lambda day: day.weekday() >= 5,
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU": lambda day: day.weekday() == 1 and week(day) % 2 == 0,
    "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU": lambda day: (
        day.weekday() in (0, 6) and week(day) % 3 == 0
    ),
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU": lambda day: (
        day.weekday() in (0, 6) and (day - START).days // 7 % 2 == 0
    ),
    "FREQ=MONTHLY": lambda day: day.day == 31,
    "FREQ=MONTHLY;BYMONTHDAY=27": lambda day: day.day == 27,
    "FREQ=MONTHLY;BYMONTHDAY=-1": lambda day: day.day == last(day),
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1": lambda day: day.day == last(day),
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1": lambda day: day.day == min(30, last(day)),
    "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=15": lambda day: day.day == 15 and months(day) % 6 == 0,
    "FREQ=MONTHLY;BYDAY=3FR": lambda day: day.weekday() == 4 and 15 <= day.day <= 21,
    "FREQ=MONTHLY;BYDAY=-1FR": lambda day: day.weekday() == 4 and day.day > last(day) - 7,
    "FREQ=MONTHLY;BYDAY=1MO,-2SU": lambda day: (
        (day.weekday() == 0 and day.day <= 7)
        or (day.weekday() == 6 and last(day) - 14 < day.day <= last(day) - 7)
    ),
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1": lambda day: day.day == workdays(day)[-1],
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-2": lambda day: (
        day.day in (workdays(day)[0], workdays(day)[-2])
    ),
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13": lambda day: day.weekday() == 4 and day.day == 13,
    "FREQ=YEARLY": lambda day: (day.month, day.day) == (1, 31),
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8": lambda day: (day.month, day.day) == (3, 8),
    "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1": lambda day: day.day == 1 and day.month in (1, 7),
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29": lambda day: (day.month, day.day) == (2, 29),
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1": lambda day: (
        day.month == 2 and day.day == last(day)
    ),
    "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH": lambda day: (
        day.month == 11 and day.weekday() == 3 and 22 <= day.day <= 28
    ),
    "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU": lambda day: (
        day.month in (3, 10) and day.weekday() == 6 and day.day > last(day) - 7
    ),
    "FREQ=YEARLY;BYDAY=2MO": lambda day: day.weekday() == 0 and 8 <= int(f"{day:%j}") <= 14,
    "FREQ=YEARLY;BYDAY=-1SU": lambda day: (
        day.weekday() == 6 and day.month == 12 and day.day > 31 - 7
    ),
    "FREQ=YEARLY;BYDAY=TU": lambda day: day.weekday() == 1,
    "FREQ=YEARLY;BYYEARDAY=100,-1": lambda day: (
        int(f"{day:%j}") == 100 or (day.month, day.day) == (12, 31)
    ),
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO,SA": lambda day: (
        iso_week(day) == 20 and day.weekday() in (0, 5)
    ),
    "FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=MO,SU": lambda day: (
        iso_week(day) in (1, 53) and day.weekday() in (0, 6)
    ),
    "FREQ=YEARLY;BYWEEKNO=20": lambda day: iso_week(day) == 20 and day.weekday() == 6,
    "FREQ=YEARLY;INTERVAL=2;BYMONTH=5;BYMONTHDAY=1": lambda day: (
        (day.month, day.day) == (5, 1) and (day.year - START.year) % 2 == 0
    ),
    "FREQ=DAILY;UNTIL=20270731": lambda day: day <= date(2027, 7, 31),
    "FREQ=DAILY;COUNT=7": lambda day: (day - START).days < 7,
    "FREQ=DAILY;INTERVAL=2;COUNT=400": lambda day: (
        (day - START).days % 2 == 0 and (day - START).days < 800
    ),
    "FREQ=WEEKLY;BYDAY=SU,MO;COUNT=50": lambda day: (
        day.weekday() in (0, 6) and (day - START).days < 25 * 7
    ),
}


def walk(question: Question, begin: date) -> list[date]:
    """The days of a year from `begin` on that answer a question with yes."""
    days = (begin + n * DAY for n in range(366))
    return [day for day in days if question(day)]


def at_midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


@pytest.mark.parametrize("begin", YEARS, ids=str)
@pytest.mark.parametrize("rule", QUESTIONS)
def test_a_year_of_whole_days(rule: str, begin: date) -> None:
    repeat = Repeat((rule,), START, None, "UTC")
    expected = walk(QUESTIONS[rule], begin)
    found = occurrences(repeat, after=at_midnight(begin) - DAY / 2, limit=len(expected) + 1)
    assert [each.on for each in found if each.on < begin + 366 * DAY] == expected


@pytest.mark.parametrize(
    ("rule", "times"),
    [
        ("FREQ=DAILY;BYHOUR=9,14,18", {"09:30", "14:30", "18:30"}),
        ("FREQ=DAILY;BYHOUR=9;BYMINUTE=0,20", {"09:00", "09:20"}),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=7", {"07:30"}),
        ("FREQ=HOURLY;BYHOUR=10,11,12", {"10:30", "11:30", "12:30"}),
        ("FREQ=HOURLY;INTERVAL=4;BYHOUR=1,5,8", {"01:30", "05:30"}),
        ("FREQ=HOURLY;BYHOUR=3;BYMINUTE=1,2,3;BYSETPOS=-1", {"03:03"}),
        ("FREQ=MINUTELY;INTERVAL=45;BYHOUR=9,10", {"09:00", "09:45", "10:30"}),
        ("FREQ=HOURLY;INTERVAL=8", {"01:30", "09:30", "17:30"}),
        ("FREQ=MINUTELY;INTERVAL=480", {"01:30", "09:30", "17:30"}),
        ("FREQ=DAILY;BYHOUR=9,14,18;BYSETPOS=2", {"14:30"}),
    ],
)
def test_a_year_of_times(rule: str, times: set[str]) -> None:
    repeat = Repeat((rule,), START, time(1, 30), "UTC")
    expected = [
        f"{START + n * DAY}T{clock}"
        for n in range(366)
        for clock in sorted(times)
        if n or clock >= "01:30"
    ]
    after = at_midnight(START)
    found = occurrences(repeat, after=after, limit=len(expected))
    assert [f"{each.at:%Y-%m-%dT%H:%M}" for each in found] == expected


@pytest.mark.parametrize("interval", [5, 7, 36, 100])
def test_steps_of_hours_go_on_across_days(interval: int) -> None:
    for window in ("", ";BYHOUR=" + ",".join(map(str, range(24)))):
        rule = f"FREQ=HOURLY;INTERVAL={interval}{window}"
        repeat = Repeat((rule,), START, time(1, 30), "UTC")
        first = datetime.combine(START, time(1, 30), UTC)
        found = occurrences(repeat, after=first + 200 * DAY, limit=50)
        steps = [(each.at - first) / timedelta(hours=interval) for each in found]
        begin = 200 * 24 // interval + 1
        assert steps == list(range(begin, begin + 50))


NUMBERS = {
    "BYMONTH": st.integers(1, 12),
    "BYMONTHDAY": st.integers(1, 28) | st.integers(-28, -1),
    "BYHOUR": st.integers(0, 23),
    "BYMINUTE": st.integers(0, 59),
}


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Rules that occur for sure: dateutil looks for the others up to the year 9999."""
    freq = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]))
    names = [name for name in NUMBERS if (freq, name) != ("WEEKLY", "BYMONTHDAY")]
    chosen = draw(st.sets(st.sampled_from(names), max_size=3))
    parts = [f"FREQ={freq}", f"INTERVAL={draw(st.sampled_from([1, 1, 2, 3, 5]))}"]
    for name in sorted(chosen):
        numbers = draw(st.lists(NUMBERS[name], min_size=1, max_size=4, unique=True))
        parts.append(f"{name}=" + ",".join(map(str, numbers)))
    if "BYMONTHDAY" not in chosen and draw(st.booleans()):
        numbered = ["1", "2", "-1", "4"] if freq in ("YEARLY", "MONTHLY") else []
        # Not MO with 1MO: the RFC adds the two, dateutil keeps the days that are both.
        kind = draw(st.sampled_from([[""], numbered] if numbered else [[""]]))
        ordinals = draw(st.lists(st.sampled_from(kind), min_size=1, max_size=3))
        days = [n + draw(st.sampled_from(["MO", "TU", "FR", "SU"])) for n in ordinals]
        parts.append("BYDAY=" + ",".join(days))
    if freq != "WEEKLY" and len(parts) > 2 and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from(['1', '-1', '1,-1']))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 60))}")
    return ";".join(parts)


# A bare month of a 31st may never come for dateutil.
STARTS = st.dates(date(2020, 1, 1), date(2028, 12, 28)).map(
    lambda day: day.replace(day=day.day % 28 + 1)
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(rules(), STARTS, st.integers(0, 1500))
def test_dateutil_finds_the_same(rule: str, start: date, later: int) -> None:
    check_rule(rule)
    begin = datetime.combine(start, time(9, 30))
    after = begin + timedelta(days=later)
    oracle = rrulestr(rule, dtstart=begin)
    expected = list(islice((each for each in islice(oracle, 6000) if each > after), 4))
    repeat = Repeat((rule,), start, time(9, 30), "UTC")
    found = occurrences(repeat, after=after.replace(tzinfo=UTC), limit=len(expected))
    assert [each.at.replace(tzinfo=None) for each in found] == expected


@pytest.mark.parametrize("week_start", ["MO", "WE", "SA", "SU"])
def test_weeks_of_the_year_begin_where_they_are_told_to(week_start: str) -> None:
    rule = f"FREQ=YEARLY;BYWEEKNO=1,20,-1;BYDAY=MO,SU;WKST={week_start}"
    begin = datetime(2027, 1, 1, 9, 30)  # noqa: DTZ001 - dateutil is asked in wall time
    expected = list(islice(rrulestr(rule, dtstart=begin), 60))
    repeat = Repeat((rule,), begin.date(), time(9, 30), "UTC")
    found = occurrences(repeat, after=at_midnight(begin.date()), limit=60)
    assert [each.at.replace(tzinfo=None) for each in found] == expected
