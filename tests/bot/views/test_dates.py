"""Moments and offsets in words: a date that can be read in one way only, and no time for a day."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.texts import LANGUAGES, words_for
from bot.texts.dates import moment_words, offset_words
from storage.rules.preferences import Preferences

NOW = datetime(2026, 11, 27, 12, 30, tzinfo=UTC)
DUE = datetime(2026, 12, 1, 18, 0, tzinfo=ZoneInfo("Europe/Berlin"))
ANN = Preferences(zone="Europe/Berlin", language="en", zone_is_set=True)
FLAT = Preferences(zone="Europe/Berlin", language="en", is_shared=True)


def test_a_group_reads_a_month_in_letters() -> None:
    """Telegram's short date is 01/12/26, which is two days of the year."""
    said = moment_words(DUE, now=NOW, words=words_for("en"), reader=FLAT)
    assert 'format="wDt"' in said
    assert said.striptags() == "Tue 1 Dec, 18:00"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Tue 1 Dec at 18:00"),
        ("ru", "вт, 1 дек. в 18:00"),
        ("de", "Di., 1. Dez. um 18:00"),
        ("es", "mar, 1 dic a las 18:00"),
    ],
)
def test_a_moment_within_a_sentence(language: str, said: str) -> None:
    words = words_for(language)
    assert moment_words(DUE, now=NOW, words=words, reader=ANN, is_said=True).striptags() == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_task_of_a_whole_day_has_no_time_of_its_own(language: str) -> None:
    words = words_for(language)
    of_day = offset_words("-0m", words, is_whole_day=True)
    assert of_day == words.plain("offset-on-day") != offset_words("-0m", words)
