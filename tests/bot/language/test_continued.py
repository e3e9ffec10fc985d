"""Marks that are said before a title: all of them stay, and what is said later counts."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import permutations
from zoneinfo import ZoneInfo

import pytest

from bot.language import Line, Place, Reading, continue_line, read_task
from storage.rules.due import Due

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))  # a Wednesday
LATER = NOW + timedelta(minutes=5)
TOMORROW, FRIDAY = date(2026, 9, 24), date(2026, 9, 25)


def said(*texts: str, language: str = "en") -> Reading:
    """What several messages come to, of which only the last has a title."""
    place = Place(zone=ZONE, language=language)
    line = Line(texts[0], NOW)
    for text in texts[1:]:
        line = continue_line(line, text, now=LATER, place=place)
    return read_task(line.text, now=line.at, place=place)


@pytest.mark.parametrize(
    ("language", "marks", "title"),
    [
        ("en", ("tomorrow", "#home", "!high", "at 9", "remind 1h before"), "Buy tea"),
        ("ru", ("завтра", "#дом", "!high", "в 9", "напомнить за 1 час"), "Купить чай"),
        ("de", ("morgen", "#haus", "!high", "um 9", "erinnern 1 Stunde vorher"), "Tee kaufen"),
        ("es", ("mañana", "#casa", "!high", "a las 9", "recordar 1 hora antes"), "Comprar té"),
        ("en", ("every day", "#home", "!low", "at 9", "nag 10m"), "Vitamins"),
        ("ru", ("каждый день", "#дом", "!low", "в 9"), "Витамины"),
        ("de", ("jeden Tag", "#haus", "!low", "um 9"), "Vitamine"),
        ("es", ("cada día", "#casa", "!low", "a las 9"), "Vitaminas"),
    ],
)
def test_all_marks_wait_for_the_title(language: str, marks: tuple[str, ...], title: str) -> None:
    for order in permutations(marks):
        reading = said(*order, title, language=language)
        assert reading.title == title
        assert reading.due == Due(TOMORROW, time(9), ZONE), order
        assert (reading.priority, len(reading.tags)) == (1 if "!high" in marks else 3, 1), order
        assert bool(reading.repeat) == (marks[0] not in ("tomorrow", "завтра", "morgen", "mañana"))
        assert bool(reading.reminders or reading.nag) == (len(marks) == 5)


@pytest.mark.parametrize(
    ("texts", "due"),
    [
        (("in 10 minutes", "drink tea tomorrow"), Due(TOMORROW, None, ZONE)),
        (("tomorrow", "drink tea in 10 minutes"), Due(NOW.date(), time(14, 45), ZONE)),
        (("in 10 minutes", "drink tea"), Due(NOW.date(), time(14, 40), ZONE)),
        (("#x", "in 10 minutes", "drink tea"), Due(NOW.date(), time(14, 45), ZONE)),
        (("tomorrow 9:00", "call Ann friday"), Due(FRIDAY, time(9), ZONE)),
        (("tomorrow 9:00", "call Ann at 18:00"), Due(TOMORROW, time(18), ZONE)),
        (("tomorrow 9:00", "call Ann friday 18:00"), Due(FRIDAY, time(18), ZONE)),
        (("tomorrow", "friday", "call Ann"), Due(FRIDAY, None, ZONE)),
        (("at 9", "call Ann friday"), Due(FRIDAY, time(9), ZONE)),
        (("30m", "check the oven"), Due(NOW.date(), time(15), ZONE)),
        (("27th", "pay card"), Due(date(2026, 9, 27), None, ZONE)),
    ],
)
def test_what_is_said_later_counts(texts: tuple[str, ...], due: Due) -> None:
    reading = said(*texts)
    assert reading.due == due
    assert reading.title in {"drink tea", "call Ann", "check the oven", "pay card"}


def test_the_later_priority_counts() -> None:
    reading = said("!high #a", "p3", "Buy tea #b")
    assert (reading.title, reading.priority, reading.tags) == ("Buy tea", 3, ("b", "a"))
