"""A time said in another zone is that moment; one that a change of the clocks leaves out moves."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import Place, read_task
from storage.rules.due import Due

NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo("Europe/Berlin"))
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Auckland", "UTC")
CHANGING = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago")
SAID = {"en": "call {}", "ru": "звонок в {}", "de": "Anruf um {}", "es": "llamada a las {}"}
languages = st.sampled_from(sorted(SAID))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    language=languages,
    zone=st.sampled_from(ZONES),
    hour=st.integers(0, 23),
    east=st.integers(-11, 12).filter(bool),
    second=st.integers(0, 2 * 10**9),
)
def test_a_time_with_an_offset_is_its_next_moment(
    language: str, zone: str, hour: int, east: int, second: int
) -> None:
    now = datetime.fromtimestamp(second, UTC)
    text = SAID[language].format(f"{hour:02}:00 UTC{east:+d}")
    reading = read_task(text, now=now, place=Place(zone=zone, language=language))
    due = reading.due
    assert due is not None
    assert due.zone == zone
    assert (due.at + timedelta(hours=east)).time() == time(hour)
    assert now.replace(microsecond=0) < due.at <= now + timedelta(days=1)
    assert reading.elsewhere is not None


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    language=languages,
    zone=st.sampled_from(CHANGING),
    day=st.integers(1, 700),
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_what_is_due_is_a_time_that_clocks_show(
    language: str, zone: str, day: int, at: time
) -> None:
    on = date(2026, 9, 24) + timedelta(days=day)
    text = SAID[language].format(f"{at:%H:%M}") + f" {on.isoformat()}"
    due = read_task(text, now=NOW, place=Place(zone=zone, language=language)).due
    assert due is not None
    assert Due.from_moment(due.at, zone) == due
    assert (
        timedelta()
        <= datetime.combine(due.on, due.time or at) - datetime.combine(on, at)
        <= timedelta(hours=1)
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "call 9am Tokyo time"),
        ("ru", "звонок в 9:00 по Токио"),
        ("de", "Anruf um 9 Uhr Ortszeit Tokio"),
        ("es", "llamada a las 9:00 hora de Tokio"),
    ],
)
def test_a_place_names_its_zone(language: str, text: str) -> None:
    due = read_task(text, now=NOW, place=Place(zone="Europe/Berlin", language=language)).due
    assert due == Due(date(2026, 9, 24), time(2), "Europe/Berlin")


def test_a_repeat_keeps_the_zone_that_was_said() -> None:
    place = Place(zone="Europe/Berlin")
    reading = read_task("sync every monday 9:30 EST", now=NOW, place=place)
    assert reading.repeat is not None
    assert reading.repeat.zone == "America/New_York"
    assert reading.due is not None
    assert reading.due.at == datetime(2026, 9, 28, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize(("text", "count"), [("call 10:00 CST", 2), ("call 10:00 CET", 0)])
def test_a_zone_that_could_be_two_is_asked_about(text: str, count: int) -> None:
    reading = read_task(text, now=NOW, place=Place(zone="Europe/Berlin"))
    doubts = [doubt for doubt in reading.doubts if doubt.kind == "ambiguous-zone"]
    assert [len(doubt.alternatives) for doubt in doubts] == ([count] if count else [])
