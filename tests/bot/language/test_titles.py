"""Ordinary titles hold no time, and a date in one is read at every place.

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
from bot.language.engine.tokens import fold
from bot.language.grammars import grammar_of
from bot.language.languages import ALL as LANGUAGES
from storage.rules.due import Due

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))
HERE = Path(__file__).parent
MISREAD = {
    # two fractions whose measure is not said are as well two days, 1 March and 2 March
    "Recipe: 1/3 vinegar, 2/3 oil",
}
MOST_MISREAD = 4  # in all languages
FEWEST = 400  # of each language

DATES = {
    "en": ("tomorrow at 10:00", "on friday", "in 3 days", "2026-12-01", "next monday at 9am"),
    "ru": ("завтра в 10:00", "в пятницу", "через 3 дня", "2026-12-01", "в следующий вторник"),
    "de": ("morgen um 10:00", "am Freitag", "in 3 Tagen", "2026-12-01", "nächsten Montag um 9 Uhr"),
    "es": ("mañana a las 10:00", "el viernes", "en 3 días", "2026-12-01", "el próximo lunes"),
}
# words that want the next one at once: nobody writes a date behind them
BINDING = {
    "en": "a an the to of for in on at by with from about into under over and or my her his new no",
    "ru": "и в во на к ко с со у о об от до для из за по про под над без не через",
    "de": "der die das den dem des ein eine einen einem einer und oder im in am an auf aus bei für "
    "mit nach von vom zu zum zur über unter die bis gegen ohne wegen ins aufs fürs als",
    "es": "el la los las un una unos unas y o e de del a al en con por para sin sobre entre su mi",
}
MARKS = '.,:;!?«»„“”"–-'


def titles(language: str) -> list[str]:
    return (HERE / f"titles_{language}.txt").read_text(encoding="utf-8").splitlines()


ALL = [(language, title) for language in LANGUAGES.codes for title in titles(language)]


def read(text: str, language: str) -> Reading:
    return read_task(text, now=NOW, place=Place(zone=ZONE, language=language))


def is_only_title(reading: Reading, title: str) -> bool:
    said = reading.due or reading.repeat or reading.doubts or reading.reminders
    return reading.title == title and not said


def test_ordinary_titles_hold_no_time() -> None:
    misread = {title for language, title in ALL if not is_only_title(read(title, language), title)}
    assert misread == MISREAD
    assert len(MISREAD) <= MOST_MISREAD


@pytest.mark.parametrize("language", LANGUAGES.codes)
def test_there_are_many_titles_and_none_twice(language: str) -> None:
    found = titles(language)
    assert len(found) >= FEWEST
    assert len(found) == len({title.casefold() for title in found})


def places(language: str, title: str) -> list[int]:
    """Before which words of a title a date may stand, or behind all.

    Not within a quote, a name or a measure, not behind a word that wants the next one, and not
    beside a word of which dates are made, too (second, night, a number at the start).
    """
    words = title.split()
    joins = [_joins_a_date(language, word) for word in words]
    joins[0] = joins[0] or words[0][0].isdigit()  # "friday 3 …" is at three
    quoted = any(mark in title for mark in '«„“"')
    inside = range(1, len(words)) if not quoted else ()
    free = [k for k in inside if _may_part(language, words[k - 1], words[k], is_first=k == 1)]
    return [k for k in (0, *free, len(words)) if not any(joins[max(0, k - 1) : k + 1])]


def _joins_a_date(language: str, word: str) -> bool:
    grammar = grammar_of(LANGUAGES, language)
    beside_days = grammar.lists["not_before_day"] | grammar.lists["not_after_day"]  # Good … Friday
    return fold(word.strip(MARKS)) in grammar.typos.known | beside_days


def _may_part(language: str, before: str, after: str, *, is_first: bool) -> bool:
    has_number = any(c.isdigit() for c in before + after)
    is_name = after[0].isupper() and not is_first
    return not (has_number or is_name or before.casefold() in BINDING[language].split())


PLACES = [
    (language, title, at)
    for language, title in ALL
    if title not in MISREAD
    for at in places(language, title)
]


@st.composite
def mixed(draw: st.DrawFn) -> tuple[str, str, str, str]:
    """A language, a title, a date, and both in one line: the date before, behind or between."""
    language, title, at = draw(st.sampled_from(PLACES))
    date = draw(st.sampled_from(DATES[language]))
    words = title.split()
    return language, title, date, " ".join([*words[:at], date, *words[at:]])


@settings(max_examples=1500, deadline=None, derandomize=True)
@given(line=mixed())
def test_a_date_anywhere_in_a_title_is_read_and_the_title_comes_out_whole(
    line: tuple[str, str, str, str],
) -> None:
    language, title, date, text = line
    reading = read(text, language)
    assert reading.due == due_alone(date, language)
    assert words_of(reading.title) == words_of(title)


def due_alone(date: str, language: str) -> Due:
    due = read(date, language).due
    assert due is not None
    return due


def words_of(title: str) -> list[str]:
    """The words of a title without the marks at their ends, where a cut may take a comma."""
    return [word.strip(MARKS) for word in title.split() if word.strip(MARKS)]
