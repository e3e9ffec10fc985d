"""RRULE texts that are refused, and repeats as JSON."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from string import ascii_uppercase, digits
from typing import Any
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.rules import expansion
from storage.rules.expansion import is_day
from storage.rules.recurrence import (
    Anchor,
    BrokenRepeat,
    ImpossibleRule,
    Repeat,
    check_rule,
    first_occurrence,
    preview,
    repeat_from_json,
    repeat_to_json,
)
from storage.rules.rrule import Rule, read_rule

IMPOSSIBLE = [
    ("", "", "not a rule"),
    ("every day", "", "not a rule"),
    ("FREQ", "", "not a rule"),
    ("FREQ=DAILY;", "", "not a rule"),
    ("=DAILY", "", "not a rule"),
    ("FREQ=DAILY;" * 60, "", "not a rule"),
    ("INTERVAL=2", "FREQ", "no frequency"),
    ("FREQ=SECONDLY", "FREQ", "not a value"),
    ("FREQ=FORTNIGHTLY", "FREQ", "not a value"),
    ("FREQ=DAILY;FREQ=DAILY", "FREQ", "said twice"),
    ("FREQ=DAILY;BYSECOND=1", "BYSECOND", "unknown part"),
    ("FREQ=DAILY;BYEASTER=1", "BYEASTER", "unknown part"),
    ("FREQ=DAILY;INTERVAL=0", "INTERVAL", "out of range"),
    ("FREQ=DAILY;INTERVAL=-1", "INTERVAL", "out of range"),
    ("FREQ=DAILY;INTERVAL=99999", "INTERVAL", "out of range"),
    ("FREQ=DAILY;INTERVAL=9999999999999999", "INTERVAL", "not a value"),
    ("FREQ=DAILY;INTERVAL=two", "INTERVAL", "not a value"),
    ("FREQ=DAILY;COUNT=0", "COUNT", "out of range"),
    ("FREQ=DAILY;COUNT=10001", "COUNT", "out of range"),
    ("FREQ=MINUTELY;COUNT=1000001", "COUNT", "out of range"),
    ("FREQ=MINUTELY;BYHOUR=9;COUNT=10001", "COUNT", "out of range"),
    ("FREQ=DAILY;COUNT=3;UNTIL=20261231", "COUNT", "not together"),
    ("FREQ=DAILY;UNTIL=2026", "UNTIL", "not a value"),
    ("FREQ=DAILY;UNTIL=20261301", "UNTIL", "not a value"),
    ("FREQ=DAILY;UNTIL=20261201T2500", "UNTIL", "not a value"),
    ("FREQ=DAILY;UNTIL=99991231T235959Z", "UNTIL", "out of range"),
    ("FREQ=DAILY;UNTIL=00010101", "UNTIL", "out of range"),
    ("FREQ=DAILY;UNTIL=20260229", "UNTIL", "not a value"),
    ("FREQ=YEARLY;BYMONTH=13", "BYMONTH", "out of range"),
    ("FREQ=YEARLY;BYMONTH=-1", "BYMONTH", "out of range"),
    ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY", "out of range"),
    ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY", "out of range"),
    ("FREQ=MONTHLY;BYMONTHDAY=1,,2", "BYMONTHDAY", "not a value"),
    ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY", "not with this frequency"),
    ("FREQ=WEEKLY;BYDAY=2MO", "BYDAY", "not with this frequency"),
    ("FREQ=DAILY;BYDAY=-1MO", "BYDAY", "not with this frequency"),
    ("FREQ=MONTHLY;BYDAY=6MO", "BYDAY", "out of range"),
    ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY", "out of range"),
    ("FREQ=MONTHLY;BYDAY=MON", "BYDAY", "not a value"),
    ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=2MO", "BYDAY", "not together"),
    ("FREQ=MONTHLY;BYWEEKNO=1", "BYWEEKNO", "not with this frequency"),
    ("FREQ=MONTHLY;BYYEARDAY=1", "BYYEARDAY", "not with this frequency"),
    ("FREQ=DAILY;BYHOUR=24", "BYHOUR", "out of range"),
    ("FREQ=DAILY;BYMINUTE=60", "BYMINUTE", "out of range"),
    ("FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS", "not together"),
    ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0", "BYSETPOS", "out of range"),
    ("FREQ=DAILY;WKST=1", "WKST", "not a value"),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "BYMONTHDAY", "never occurs"),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,-30", "BYMONTHDAY", "never occurs"),
    ("FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31", "BYMONTHDAY", "never occurs"),
    ("FREQ=DAILY;COUNT=١", "", "not a rule"),  # an Arabic digit
]


@pytest.mark.parametrize(("text", "part", "reason"), IMPOSSIBLE)
def test_an_impossible_rule_is_refused_with_facts(text: str, part: str, reason: str) -> None:
    with pytest.raises(ImpossibleRule) as refused:
        check_rule(text)
    assert (refused.value.part, refused.value.reason) == (part, reason)


@pytest.mark.parametrize(
    "text",
    [
        "freq=daily",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYDAY=53MO,-53TU",
        "FREQ=MONTHLY;BYDAY=+2MO,-1FR",
        "FREQ=DAILY;UNTIL=20261231T235959Z",
        "FREQ=YEARLY;INTERVAL=100",
        "COUNT=43200;FREQ=MINUTELY",
    ],
)
def test_a_rare_rule_is_kept(text: str) -> None:
    check_rule(text)
    repeat = Repeat((text,), date(2026, 9, 23), time(9), "Europe/Berlin")
    assert len(preview(repeat, now=datetime(2026, 9, 22, tzinfo=UTC), limit=1)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=DAILY;INTERVAL=36500;BYMONTH=2",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
        "FREQ=YEARLY;BYYEARDAY=1;BYMONTHDAY=5",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=HOURLY;BYYEARDAY=1;BYMONTHDAY=5",
        "FREQ=MINUTELY;BYYEARDAY=1;BYMONTHDAY=5;COUNT=10000",
        "FREQ=MINUTELY;INTERVAL=1440;BYHOUR=3;BYMINUTE=7",
    ],
)
def test_the_search_for_what_never_occurs_ends(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0

    def counted(rule: Rule, day: date) -> bool:
        nonlocal asked
        asked += 1
        return is_day(rule, day)

    monkeypatch.setattr(expansion, "is_day", counted)
    tuesday = Repeat((text,), date(2025, 9, 23), time(9), "Europe/Berlin")
    assert first_occurrence(tuesday, now=datetime(2026, 9, 23, 12, 30, tzinfo=UTC)) is None
    assert asked < 20_000


@settings(deadline=None)  # a loaded machine is no failure
@st.composite
def rule_texts(draw: st.DrawFn) -> str:
    """RRULE texts that look right and often are not."""
    numbers = st.lists(st.integers(-70, 400), min_size=1, max_size=3)
    parts = draw(
        st.dictionaries(
            st.sampled_from(
                ["BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYHOUR", "BYMINUTE", "BYSETPOS"]
            ),
            numbers.map(lambda each: ",".join(map(str, each))),
            max_size=3,
        )
    )
    freq = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY"]))
    interval = draw(st.sampled_from([1, 2, 7, 100]))
    return f"FREQ={freq};INTERVAL={interval}" + "".join(f";{k}={v}" for k, v in parts.items())


def rule_of(text: str) -> Rule | None:
    try:
        return read_rule(text)
    except ImpossibleRule:
        return None


@settings(deadline=None)  # a loaded machine is no failure
@given(rule_texts() | st.text(st.sampled_from(ascii_uppercase + digits + "=;,+- "), max_size=80))
def test_any_text_is_a_rule_or_refused_in_any_case_and_order(text: str) -> None:
    assert rule_of(text.lower()) == rule_of(text)
    assert rule_of(";".join(reversed(text.split(";")))) == rule_of(text)


@settings(deadline=None, derandomize=True)
@given(rule_texts(), st.dates(date(1990, 1, 1), date(2037, 12, 31)))
def test_a_rule_that_is_taken_ends_or_occurs(text: str, start: date) -> None:
    now = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
    try:
        found = first_occurrence(Repeat((text,), start, time(9), "Europe/Berlin"), now=now)
    except ImpossibleRule:
        return
    assert found is None or (found.at > now and found.on >= start)


ZONES = sorted(available_timezones())
ANCHORS: tuple[Anchor, ...] = ("schedule", "completion")
REPEATS = st.builds(
    Repeat,
    st.lists(
        st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;UNTIL=20301231"]),
        min_size=1,
        max_size=3,
    ).map(tuple),
    st.dates(),
    st.none() | st.times(),
    st.sampled_from(ZONES),
    st.sampled_from(ANCHORS),
)


@settings(deadline=None)
@given(REPEATS)
def test_json_and_back_is_the_same_repeat(repeat: Repeat) -> None:
    text = json.dumps(repeat_to_json(repeat))
    assert repeat_from_json(json.loads(text)) == repeat


def test_json_is_stable() -> None:
    """Rows of last year hold this text: a change needs a migration."""
    repeat = Repeat(("FREQ=DAILY",), date(2026, 9, 23), time(9, 30), "Europe/Berlin")
    assert repeat_to_json(repeat) == {
        "rules": ["FREQ=DAILY"],
        "start_on": "2026-09-23",
        "start_time": "09:30:00",
        "zone": "Europe/Berlin",
        "anchor": "schedule",
    }


GOOD: dict[str, Any] = {
    "rules": ["FREQ=DAILY"],
    "start_on": "2026-09-23",
    "start_time": None,
    "zone": "Europe/Berlin",
    "anchor": "schedule",
}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("rules", []),
        ("rules", "FREQ=DAILY"),
        ("rules", [7]),
        ("rules", ["FREQ=SECONDLY"]),
        ("start_on", None),
        ("start_on", 20260923),
        ("start_on", "23.9.2026"),
        ("start_time", "nine"),
        ("start_time", 9),
        ("start_time", "09:00+02:00"),
        ("zone", "Europe/Atlantis"),
        ("zone", "Europe"),
        ("zone", "../../etc/passwd"),
        ("zone", ""),
        ("zone", None),
        ("anchor", "moon"),
        ("anchor", None),
        ("anchor", []),
    ],
)
def test_broken_json_names_the_key_at_fault(key: str, value: object) -> None:
    assert repeat_from_json(GOOD).rules == ("FREQ=DAILY",)
    with pytest.raises(BrokenRepeat) as broken:
        repeat_from_json(GOOD | {key: value})
    assert (broken.value.key, broken.value.value) == (key, value)


@pytest.mark.parametrize("stored", [None, [], "FREQ=DAILY", {}, GOOD | {"colour": "red"}])
def test_json_of_another_shape_is_no_repeat(stored: object) -> None:
    with pytest.raises(BrokenRepeat):
        repeat_from_json(stored)
