"""Ranges of hours and days, and lists of weekdays, whichever they are, in every language."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import Place, Reading, read_task
from bot.language.languages import ALL
from bot.language.rendering import CODES

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))  # a Wednesday
TOMORROW = {"en": "tomorrow", "ru": "завтра", "de": "morgen", "es": "mañana"}
SPANS = {
    "en": ("{0}-{1}", "from {0} to {1}", "{0} – {1}", "{0} until {1}"),
    "ru": ("{0}-{1}", "с {0} до {1}", "{0} – {1}", "с {0} по {1}"),
    "de": ("{0}-{1}", "von {0} bis {1} Uhr", "{0} – {1}", "{0} bis {1} Uhr"),
    "es": ("{0}-{1}", "de {0} a {1}", "{0} – {1}", "desde las {0} hasta las {1}"),
}
DAYS = {
    "en": ("{0}-{1} {2}", "from {0} to {1} {2}", "{2} {0}–{1}", "from {2} {0} to {2} {1}"),
    "ru": ("{0}-{1} {2}", "с {0} по {1} {2}", "с {0} {2} по {1} {2}"),
    "de": ("{0}.-{1}. {2}", "vom {0}. bis {1}. {2}", "vom {0}. {2} bis {1}. {2}"),
    "es": ("{0}-{1} de {2}", "del {0} al {1} de {2}", "del {0} de {2} al {1} de {2}"),
}
SHORT = {
    "en": "mon tue wed thu fri sat sun",
    "ru": "пн вт ср чт пт сб вс",
    "de": "Mo Di Mi Do Fr Sa So",
    "es": "lun mar mié jue vie sáb dom",
}
LANGUAGES = st.sampled_from(ALL.codes)
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


def read(text: str, language: str) -> Reading:
    return read_task(text, now=NOW, place=Place(zone=ZONE, language=language))


def due_of(reading: Reading) -> tuple[date, time | None] | None:
    return (reading.due.on, reading.due.time) if reading.due else None


@settings(max_examples=300, deadline=None, derandomize=True)
@given(first=TIMES, last=TIMES, language=LANGUAGES, way=st.integers(0, 3), before=st.booleans())
def test_a_range_of_hours_is_due_at_its_start_and_lasts_to_its_end(
    first: time, last: time, language: str, way: int, before: bool
) -> None:
    said = SPANS[language][way].format(f"{first:%H:%M}", f"{last:%H:%M}")
    day = TOMORROW[language]
    reading = read(f"x1 {day} {said}" if before else f"{said} {day} x1", language)
    minutes = (last.hour - first.hour) * 60 + last.minute - first.minute
    assert (reading.title, due_of(reading)) == ("x1", (date(2026, 9, 24), first))
    assert reading.duration == timedelta(minutes=(minutes - 1) % 1440 + 1)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    days=st.lists(st.integers(1, 28), min_size=2, max_size=2, unique=True).map(sorted),
    month=st.integers(10, 12),
    language=LANGUAGES,
    way=st.integers(0, 2),
)
def test_a_range_of_days_lasts_to_its_last_one(
    days: list[int], month: int, language: str, way: int
) -> None:
    first, last = days
    name = ALL.tables(language).templates.months[month - 1]
    reading = read("x1 " + DAYS[language][way].format(first, last, name), language)
    assert (reading.title, due_of(reading)) == ("x1", (date(2026, month, first), None))
    assert reading.duration == timedelta(days=last - first + 1)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    days=st.lists(st.integers(0, 6), min_size=2, max_size=6, unique=True).map(sorted),
    language=LANGUAGES,
    joint=st.sampled_from([", ", " ", "; ", "/", "-"]),
)
def test_weekdays_in_a_row_repeat_weekly(days: list[int], language: str, joint: str) -> None:
    names = SHORT[language].split()
    if joint == "-" and len(days) == 2:
        days = list(range(days[0], days[1] + 1))
        said = f"{names[days[0]]}-{names[days[-1]]}"
    else:
        said = joint.join(names[day] for day in days)
    reading = read(f"x1 {said} 18:30", language)
    assert reading.title == "x1"
    assert reading.repeat is not None
    assert reading.repeat.rules == (f"FREQ=WEEKLY;BYDAY={','.join(CODES[day] for day in days)}",)
    assert [doubt.kind for doubt in reading.doubts] == ["weekdays"]
    assert reading.doubts[0].alternatives == (reading.repeat, reading.due)
