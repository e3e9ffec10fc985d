"""What people write after /habit, in four languages.

Each line of `habits.jsonl` says what it is to be read as; `now` is Wednesday 2026-09-23 14:30 in
Berlin. `schedule` is null where no frequency is said.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import HabitReading, Place, read_habit
from bot.language.grammars import grammar_of
from bot.language.habits.reading import LONGEST_NAME
from bot.language.habits.rows import habit_phrases
from bot.language.languages import ALL
from bot.language.values import DAY_PARTS
from storage.rules.schedules import (
    REMINDERS_LIMIT,
    Direction,
    Goal,
    Schedule,
    Unit,
)
from tests.support.readings import outside, words_of

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))
TODAY = date(2026, 9, 23)
HERE = Path(__file__).parent
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LINES: list[dict[str, Any]] = [
    json.loads(line) for line in (HERE / "habits.jsonl").read_text(encoding="utf-8").splitlines()
]


def read(text: str, language: str = "en", *, now: datetime = NOW) -> HabitReading:
    return read_habit(text, now=now, place=Place(zone=ZONE, language=language))


def said(reading: HabitReading) -> dict[str, Any]:
    """A reading in the fields of the table."""
    schedule = reading.schedule
    facts: dict[str, Any] = {
        "name": reading.name,
        "goal": _goal(reading.goal),
        "schedule": _how_often(schedule) if reading.said_schedule else None,
    }
    if schedule.reminders:
        facts["at"] = [f"{at:%H:%M}" for at in schedule.reminders]
    if schedule.start != TODAY:
        facts["from"] = schedule.start.isoformat()
    return facts


def _goal(goal: Goal | None) -> str | None:
    if goal is None:
        return None
    words = ("at most" if goal.is_limit else "", f"{goal.amount:g}", goal.unit)
    return " ".join(filter(None, words))


def _how_often(schedule: Schedule) -> str:
    if schedule.weekdays:
        return " ".join(DAYS[day] for day in sorted(schedule.weekdays))
    days = f"{schedule.interval} days" if schedule.interval > 1 else "day"
    period = days if schedule.unit is Unit.DAY else schedule.unit.value
    if schedule.times == 1:
        return f"every {period}"
    return f"{schedule.times} times {'in' if schedule.interval > 1 else 'a'} {period}"


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['lang']}: {line['text']}")
def test_a_habit_reads_as_the_table_says(line: dict[str, Any]) -> None:
    reading = read(line["text"], line["lang"])
    assert said(reading) == {key: line[key] for key in line if key not in ("lang", "text")}
    assert reading.schedule.is_sound
    assert Schedule.from_json(reading.schedule.to_json()) == reading.schedule


@pytest.mark.parametrize("language", ALL.codes)
def test_the_table_is_as_large_as_it_should_be(language: str) -> None:
    own = [line["text"] for line in LINES if line["lang"] == language]
    assert len(own) == len(set(own)) >= 40


@pytest.mark.parametrize("language", ALL.codes)
def test_other_languages_than_ones_own_are_read(language: str) -> None:
    for line in LINES[::7]:
        if line["lang"] == "ru" and line["schedule"] and "at" not in line:
            assert said(read(line["text"], language)) == said(read(line["text"], "ru"))
    run = read("laufen 3 mal pro Woche erinnern 18:00", language)
    assert (run.name, run.schedule.times, run.schedule.reminders) == ("laufen", 3, (time(18),))


def test_a_day_part_is_the_persons_own() -> None:
    place = Place(zone=ZONE, day_parts={**DAY_PARTS, "morning": time(6, 45)})
    reading = read_habit("meditate 10 min every morning", now=NOW, place=place)
    assert reading.schedule.reminders == (time(6, 45),)


def test_a_habit_starts_today_where_its_person_is() -> None:
    late = datetime(2026, 9, 23, 23, 30, tzinfo=UTC)
    assert read("run", now=late).schedule.start == date(2026, 9, 24)


def test_a_habit_starts_on_the_day_that_is_said() -> None:
    assert read("run daily starting oct 1").schedule == Schedule(date(2026, 10, 1))
    assert read("run daily starting 31 february").name == "run starting 31 february"


def test_a_name_is_cut_at_a_space() -> None:
    reading = read("every day " + "read " * 40)
    assert reading.name == " ".join(["read"] * 20)
    assert len(read("x" * 300).name) == LONGEST_NAME


def test_quotes_are_not_read_and_go_when_they_are_the_whole_name() -> None:
    assert read('"20 pages a day" every week').name == "20 pages a day"
    assert read("«читать каждый день» раз в неделю", "ru").schedule.unit is Unit.WEEK
    assert read('read "10 minutes a day" daily').name == 'read "10 minutes a day"'


def test_what_is_not_to_be_passed_is_said_in_any_place() -> None:
    limit = Goal(2, "", Direction.AT_MOST)
    for text in ("sweets at most 2 per week", "at most 2 per week sweets", "sweets 2 per week max"):
        assert read(text).goal == limit, text
        assert read(text).schedule == Schedule(TODAY, Unit.WEEK)


def test_spans_are_what_is_missing_from_the_name() -> None:
    text = "🏃 run 5 km 3 times a week, remind 18:00"
    reading = read(text)
    assert [(span.kind, text[span.start : span.end]) for span in reading.spans] == [
        ("goal", "5 km"),
        ("repeat", "3 times"),
        ("repeat", "a week,"),
        ("reminder", "remind 18:00"),
    ]


def test_at_most_twenty_reminders() -> None:
    clocks = " and ".join(f"{hour}:{minute:02d}" for hour in range(7, 22) for minute in (0, 30))
    reading = read(f"drink water at {clocks}")
    assert len(reading.schedule.reminders) == REMINDERS_LIMIT
    assert read("drink water every 10 minutes from 8 to 20").goal is None


# --- any text --------------------------------------------------------------------------------

WORDS = sorted({word for line in LINES for word in line["text"].split()})
languages = st.sampled_from(ALL.codes)
anytime = st.integers(0, 4 * 10**9).map(lambda second: datetime.fromtimestamp(second, UTC))


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """Texts out of the grammar's own words, numbers and marks."""
    pieces = st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(sorted(grammar_of(ALL, draw(languages), habit_phrases).starters)),
        st.integers(0, 99999).map(str),
        st.sampled_from(['"', "1,000", "2.5", "10:30", "3x", "a week", "at most", "per day", "-"]),
        st.text(max_size=4),
    )
    joint = draw(st.sampled_from([" ", " ", " ", "", "\n"]))
    return joint.join(draw(st.lists(pieces, max_size=14)))


@settings(max_examples=500, deadline=None, derandomize=True)
@given(text=st.one_of(st.text(max_size=300), phrases()), language=languages, now=anytime)
def test_any_text_is_a_sound_habit(text: str, language: str, now: datetime) -> None:
    here = Place(zone="America/St_Johns", language=language, first_weekday=6, date_order="MDY")
    reading = read_habit(text, now=now, place=here)
    assert reading.schedule.is_sound
    assert len(reading.schedule.reminders) <= REMINDERS_LIMIT
    assert len(reading.name) <= LONGEST_NAME
    if reading.goal is not None:
        assert reading.goal.amount > 0 or reading.goal.is_limit


@settings(max_examples=500, deadline=None, derandomize=True)
@given(text=st.one_of(st.text(max_size=90), phrases()), language=languages)
def test_no_word_is_lost(text: str, language: str) -> None:
    reading = read(text, language)
    left = words_of(outside(text, reading))
    assert left[: len(words_of(reading.name))] == words_of(reading.name)
    assert len(" ".join(text.split())) > LONGEST_NAME or left == words_of(reading.name)
    ends = [0, *(span.end for span in reading.spans)]
    assert all(span.start >= end for span, end in zip(reading.spans, ends, strict=False))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    times=st.integers(1, 7),
    unit=st.sampled_from(["", "20 pages "]),
    at=st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    ahead=st.none() | st.integers(1, 300),
)
def test_a_plain_line_reads_back(times: int, unit: str, at: time | None, ahead: int | None) -> None:
    start = TODAY + timedelta(days=ahead or 0)
    text = f"read {unit}{times} times a week"
    text += f" remind {at:%H:%M}" if at else ""
    text += f" starting {start.isoformat()}" if ahead else ""
    reading = read(text)
    assert reading.name == "read"
    assert reading.goal == (Goal(20, "pages") if unit else None)
    wanted = Schedule(start, Unit.WEEK, times=times, reminders=(at,) if at else ())
    assert reading.schedule == wanted
