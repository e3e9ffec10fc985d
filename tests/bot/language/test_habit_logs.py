"""What people write after /log, and of habits without a command, in four languages.

Each line of `logs.jsonl` says what it is to be read as; `now` is Wednesday 2026-09-23 14:30 in
Berlin.
Wishes about habits are in the tables of phrases.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import (
    HabitLog,
    HabitSkip,
    LogReading,
    PauseHabits,
    Place,
    ResumeHabits,
    read_intent,
    read_log,
)
from bot.language.grammars import grammar_of
from bot.language.habits.entries import entry_phrases
from bot.language.habits.intents import LONGEST_HABIT
from bot.language.languages import ALL

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))
TODAY = date(2026, 9, 23)
HERE = Path(__file__).parent
LINES: list[dict[str, Any]] = [
    json.loads(line) for line in (HERE / "logs.jsonl").read_text(encoding="utf-8").splitlines()
]


def read(text: str, language: str = "en", *, now: datetime = NOW, order: str = "DMY") -> LogReading:
    place = Place(zone=ZONE, language=language, date_order=order)  # type: ignore[arg-type]  # DMY…
    reading = read_log(text, now=now, place=place)
    assert reading is not None
    return reading


@pytest.mark.parametrize("line", LINES, ids=lambda line: f"{line['lang']}: {line['text']}")
def test_an_entry_reads_as_the_table_says(line: dict[str, Any]) -> None:
    on = date.fromisoformat(line["date"]) if "date" in line else None
    assert read(line["text"], line["lang"]) == LogReading(
        habit=line["habit"],
        amount=line.get("amount"),
        unit=line.get("unit"),
        on=on,
        note=line.get("noted", ""),
        is_skip=line.get("skip", False),
    )


@pytest.mark.parametrize("language", ALL.codes)
def test_the_table_is_as_large_as_it_should_be(language: str) -> None:
    own = [line["text"] for line in LINES if line["lang"] == language]
    assert len(own) == len(set(own)) >= 25


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_is_no_entry(text: str) -> None:
    assert read_log(text, now=NOW, place=Place(zone=ZONE)) is None


@pytest.mark.parametrize("language", ALL.codes)
@pytest.mark.parametrize("days", range(7))
def test_a_weekday_is_the_last_one_before_today(language: str, days: int) -> None:
    now = NOW + timedelta(days=days)
    names = {"en": "monday", "ru": "в понедельник", "de": "Montag", "es": "el lunes"}
    on = read(f"yoga {names[language]}", language, now=now).on
    assert on is not None
    assert on.weekday() == 0
    assert 1 <= (now.date() - on).days <= 7


@pytest.mark.parametrize(
    ("order", "text", "on"),
    [
        ("DMY", "run 3/4", "2026-04-03"),
        ("MDY", "run 3/4", "2026-03-04"),
        ("MDY", "run 27/1", "2026-01-27"),
        ("DMY", "run 10/11", "2025-11-10"),
        ("DMY", "run 29 feb", "2024-02-29"),
        ("DMY", "run on the 31st", "2026-08-31"),
        ("DMY", "run 2020-01-05", "2020-01-05"),
        ("DMY", "run 2030-01-05", "2030-01-05"),
        ("DMY", "run a year ago", "2025-09-23"),
    ],
)
def test_a_date_is_the_latest_one(order: str, text: str, on: str) -> None:
    assert read(text, order=order) == LogReading("run", on=date.fromisoformat(on))


def test_a_note_stands_after_a_colon_a_dash_or_a_new_line() -> None:
    for text in ("run 5 km: in the rain", "run 5 km — in the rain", "run 5 km\nin the rain"):
        assert read(text) == LogReading("run", 5, "km", note="in the rain"), text
    assert read('"read: slowly" today') == LogReading("read: slowly", on=TODAY)


def test_a_day_that_turns_later_is_said_by_an_earlier_moment() -> None:
    night = datetime(2026, 9, 24, 1, 30, tzinfo=ZoneInfo(ZONE)) - timedelta(hours=3)
    assert read("run yesterday", now=night).on == date(2026, 9, 22)


# --- without a command -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "+03:00",
        "+3",
        "+49 30 1234567",
        "+1 555 0100",
        "+1 coffee tomorrow",
        "log expenses tomorrow",
        "log expenses on friday",
        "log in to the bank",
        "did you call mom",
        "skip",
        "skip the queue",
        "stop bad habits by friday",
        "read about habits and pause until tomorrow",
        "hold meeting about habits tomorrow",
        "vacation",
        "отметить день рождения 5 мая",
        "записать ребёнка к врачу в пятницу",
        "продолжить читать книгу про привычки",
        "Urlaub buchen bis Freitag",
        "Urlaub",
        "gute Gewohnheiten lernen bis Freitag",
        "anotar la cita el viernes",
        "vacaciones",
        "continuar con el libro de hábitos",
    ],
)
@pytest.mark.parametrize("language", ALL.codes)
def test_a_task_stays_a_task(text: str, language: str) -> None:
    place = Place(zone=ZONE, language=language)
    assert read_intent(text, now=NOW, place=place) is None


@pytest.mark.parametrize("language", ALL.codes)
@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("gym done yesterday", HabitLog("gym", on=date(2026, 9, 22))),
        ("+1 coffee yesterday", HabitLog("coffee", 1, None, date(2026, 9, 22))),
        ("вчера сделал зарядку", HabitLog("зарядку", on=date(2026, 9, 22))),
        ("ich habe gestern Sport gemacht", HabitLog("Sport", on=date(2026, 9, 22))),
        ("hoy saltar gimnasio", HabitSkip("gimnasio", TODAY)),
        ("skip gym friday", HabitSkip("gym", date(2026, 9, 25))),
        ("skipped gym friday", HabitSkip("gym", date(2026, 9, 18))),
        ("alle Gewohnheiten bis 5. Oktober pausieren", PauseHabits(date(2026, 10, 5))),
        ("привычки на паузу до 5 октября", PauseHabits(date(2026, 10, 5))),
        ("pausar hábitos", PauseHabits(None)),
        ("continue all habits", ResumeHabits()),
        ("reanudar hábitos", ResumeHabits()),
    ],
)
def test_a_wish_is_read_whatever_ones_language(text: str, intent: object, language: str) -> None:
    assert read_intent(text, now=NOW, place=Place(zone=ZONE, language=language)) == intent


# --- any text ----------------------------------------------------------------------------------

WORDS = sorted({word for line in LINES for word in line["text"].split()})
languages = st.sampled_from(ALL.codes)
anytime = st.integers(0, 4 * 10**9).map(lambda second: datetime.fromtimestamp(second, UTC))


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """Texts out of the grammar's own words, numbers and marks."""
    pieces = st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(sorted(grammar_of(ALL, draw(languages), entry_phrases).starters)),
        st.integers(0, 99999).map(str),
        st.sampled_from(["+", ":", " - ", "\n", '"', "29.2.", "31/12", "done", "skip", "habits"]),
        st.text(max_size=4),
    )
    joint = draw(st.sampled_from([" ", " ", " ", ""]))
    return joint.join(draw(st.lists(pieces, max_size=12)))


@settings(max_examples=500, deadline=None, derandomize=True)
@given(text=st.one_of(st.text(max_size=300), phrases()), language=languages, now=anytime)
def test_any_text_is_an_entry(text: str, language: str, now: datetime) -> None:
    here = Place(zone="America/St_Johns", language=language, first_weekday=6, date_order="MDY")
    reading = read_log(text, now=now, place=here)
    assert (reading is None) == (not text.strip())
    if reading is not None:
        assert reading.amount is None or reading.amount >= 0
        assert reading.unit is None or reading.amount is not None
    match read_intent(text, now=now, place=here):
        case HabitLog(habit, amount, _, on):
            assert 0 < len(habit.split()) <= LONGEST_HABIT
            assert amount is not None or on is not None
        case HabitSkip(habit):
            assert 0 < len(habit.split()) <= LONGEST_HABIT


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    days=st.integers(0, 366),
    amount=st.none() | st.integers(1, 99999),
    language=languages,
    now=anytime,
)
def test_a_plain_line_reads_back(
    days: int, amount: int | None, language: str, now: datetime
) -> None:
    on = now.astimezone(ZoneInfo(ZONE)).date() - timedelta(days=days)
    said = f"{amount} ml " if amount else ""
    reading = read(f"xyz {said}{on.isoformat()}", language, now=now)
    assert reading == LogReading("xyz", amount, "ml" if amount else None, on)
