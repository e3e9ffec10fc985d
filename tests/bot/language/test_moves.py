"""Where a task is moved to: what is not said of its date stays, in every language."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import Place
from bot.language.moves import read_move
from storage.rules.due import Due

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))  # a Wednesday
THURSDAY = Due(date(2026, 9, 24), time(9, 30), ZONE)
FRIDAY = date(2026, 9, 25)
TEN, SIX_PM = time(10), time(18)


def moved(text: str, language: str, due: Due | None = THURSDAY) -> tuple[object, ...]:
    when = read_move(text, due=due, now=NOW, place=Place(zone=ZONE, language=language))
    assert when is not None, text
    return (when.due.on, when.due.time) if when.due else ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("friday|в пятницу|am Freitag|el viernes", (FRIDAY, time(9, 30))),
        ("10:00|в 10:00|um 10 Uhr|a las 10", (THURSDAY.on, TEN)),
        ("friday 10:00|пятница 10:00|Freitag 10:00|viernes 10:00", (FRIDAY, TEN)),
        ("tonight|сегодня вечером в 8|heute Abend um 8|esta noche", (NOW.date(), time(20))),
        ("+1 day|+1 день|+1 Tag|+1 día", (FRIDAY, time(9, 30))),
        ("+ 2 weeks|+2 недели|+2 Wochen|+2 semanas", (date(2026, 10, 8), time(9, 30))),
        ("+1 month|+1 месяц|+1 Monat|+1 mes", (date(2026, 10, 24), time(9, 30))),
        ("+90 min|+90 мин|+90 Minuten|+90 minutos", (THURSDAY.on, time(11))),
        ("+2h|+2 часа|+2 Stunden|+2 horas", (THURSDAY.on, time(11, 30))),
        ("-1 day|-1 день|-1 Tag|-1 día", (date(2026, 9, 23), time(9, 30))),
        ("in 2 hours|через 2 часа|in 2 Stunden|en 2 horas", (NOW.date(), time(16, 30))),
        ("yesterday|вчера|gestern|ayer", (date(2026, 9, 22), time(9, 30))),
        ("yesterday 18:00|вчера в 18:00|gestern 18:00|ayer 18:00", (date(2026, 9, 22), SIX_PM)),
        ("last friday|в прошлую пятницу|letzten Freitag|el viernes pasado",
         (date(2026, 9, 18), time(9, 30))),
        ("2020-01-01|2020-01-01|2020-01-01|2020-01-01", (date(2020, 1, 1), time(9, 30))),
        ("no date|без даты|ohne Datum|sin fecha", ()),
    ],
)  # fmt: skip
def test_a_task_with_a_time(words: str, expected: tuple[object, ...]) -> None:
    for language, text in zip(("en", "ru", "de", "es"), words.split("|"), strict=True):
        assert moved(text, language) == expected, text


def test_a_task_without_a_time_or_a_date() -> None:
    whole_day = Due(THURSDAY.on, None, ZONE)
    assert moved("friday", "en", whole_day) == (FRIDAY, None)
    assert moved("10:00", "en", whole_day) == (THURSDAY.on, TEN)
    assert moved("+1 day", "en", whole_day) == (FRIDAY, None)
    assert moved("+1 day", "en", None) == (THURSDAY.on, None)
    assert moved("+1 hour", "en", None) == (NOW.date(), time(15, 30))
    assert moved("10:00", "en", None) == (THURSDAY.on, TEN)


def test_a_clock_time_keeps_no_day_on_which_it_is_past() -> None:
    assert moved("9:45", "en", Due(NOW.date(), SIX_PM, ZONE)) == (THURSDAY.on, time(9, 45))
    assert moved("18:00", "en", Due(date(2026, 9, 1), TEN, ZONE)) == (NOW.date(), SIX_PM)


@pytest.mark.parametrize("text", ["", "foo", "+", "+1", "+foo", "+1 day later on", "yesterday foo"])
def test_other_words_move_nothing(text: str) -> None:
    assert read_move(text, due=THURSDAY, now=NOW, place=Place(zone=ZONE)) is None


def test_a_day_that_cannot_be_is_in_doubt() -> None:
    when = read_move("31 february", due=THURSDAY, now=NOW, place=Place(zone=ZONE))
    assert when is not None
    assert [doubt.kind for doubt in when.doubts] == ["impossible-date"]


def test_a_repeat_of_days_keeps_the_time() -> None:
    place = Place(zone=ZONE)
    when = read_move("every 2nd friday", due=THURSDAY, now=NOW, place=place)
    assert when is not None
    assert when.repeat is not None
    assert when.repeat.start_time == time(9, 30)
    assert when.due == Due(date(2026, 10, 9), time(9, 30), ZONE)
    assert [each.start_time for each in when.doubts[0].alternatives] == [time(9, 30)] * 2  # type: ignore[union-attr]
    said = read_move("every friday at 8", due=THURSDAY, now=NOW, place=place)
    assert said is not None
    assert said.repeat is not None
    assert said.repeat.start_time == time(8)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    days=st.integers(1, 9999),
    hours=st.integers(1, 9999),
    ahead=st.integers(-800, 800),
    at=st.times().map(lambda each: each.replace(microsecond=0)),
    zone=st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"]),
)
def test_steps(days: int, hours: int, ahead: int, at: time, zone: str) -> None:
    due = Due(NOW.date() + timedelta(days=ahead), at, zone)
    place = Place(zone=zone)
    by_days = read_move(f"+{days} days", due=due, now=NOW, place=place)
    assert by_days is not None
    assert by_days.due == Due(due.on + timedelta(days=days), at, zone)
    for sign in (1, -1):
        by_hours = read_move(f"{sign * hours:+} hours", due=due, now=NOW, place=place)
        assert by_hours is not None
        assert by_hours.due is not None
        assert by_hours.due.at == due.at + timedelta(hours=sign * hours)
