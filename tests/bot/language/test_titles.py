"""Ordinary titles hold no time, and a date beside one is read wherever it stands.

`titles_LANGUAGE.txt` are to-dos as people write them: numbers, prices, names, films, recipes,
addresses, chores. None of them says when.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import Place, Reading, read_task
from storage.rules.due import Due

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))
HERE = Path(__file__).parent
LANGUAGES = ("en", "ru", "de", "es")
MISREAD = {
    # two fractions without their measure are as well two days: 1 March and 2 March
    "Recipe: 1/3 vinegar, 2/3 oil",
}
MOST_MISREAD = 4  # in all languages
FEWEST = 400  # of each language

# dates that are beside nothing: no title makes them longer or shorter
DATES = {
    "en": ("tomorrow at 10:00", "on friday", "in 3 days", "2026-12-01", "next monday at 9am"),
    "ru": ("завтра в 10:00", "в пятницу", "через 3 дня", "2026-12-01", "в следующий вторник"),
    "de": ("morgen um 10:00", "am Freitag", "in 3 Tagen", "2026-12-01", "nächsten Montag um 9 Uhr"),
    "es": ("mañana a las 10:00", "el viernes", "en 3 días", "2026-12-01", "el próximo lunes"),
}


def titles(language: str) -> list[str]:
    return (HERE / f"titles_{language}.txt").read_text(encoding="utf-8").splitlines()


ALL = [(language, title) for language in LANGUAGES for title in titles(language)]
READABLE = [(language, title) for language, title in ALL if title not in MISREAD]


def read(text: str, language: str) -> Reading:
    return read_task(text, now=NOW, place=Place(zone=ZONE, language=language))


def is_only_title(reading: Reading, title: str) -> bool:
    said = reading.due or reading.repeat or reading.doubts or reading.reminders
    return reading.title == title and not said


def test_ordinary_titles_hold_no_time() -> None:
    misread = {title for language, title in ALL if not is_only_title(read(title, language), title)}
    assert misread == MISREAD
    assert len(MISREAD) <= MOST_MISREAD


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_many_titles_and_none_twice(language: str) -> None:
    found = titles(language)
    assert len(found) >= FEWEST
    assert len(found) == len({title.casefold() for title in found})


def due_alone(date: str, language: str) -> Due:
    due = read(date, language).due
    assert due is not None
    return due


@st.composite
def mixed(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """A language, a title, a date, and both in one line: the date before, behind or between."""
    language, title = draw(st.sampled_from(READABLE))
    date = draw(st.sampled_from(DATES[language]))
    words = title.split()
    at = draw(st.integers(0, len(words)))
    return language, title, date, " ".join([*words[:at], date, *words[at:]])


@settings(max_examples=600, deadline=None, derandomize=True)
@given(line=mixed())
def test_a_date_anywhere_in_a_title_is_read_and_the_title_is_whole(
    line: tuple[str, str, str, str],
) -> None:
    language, title, date, text = line
    reading = read(text, language)
    assert reading.due == due_alone(date, language)
    assert words_of(reading.title) == words_of(title)


def words_of(title: str) -> list[str]:
    """The words of a title without the marks at their ends, where a cut may take a comma."""
    return [word.strip(",.;:–-") for word in title.split() if word.strip(",.;:–-")]
