"""Marks belong to a line in any order: what is read without them is read with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import cycle, pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.language import Place, Reading, ReminderOffset, TextSpan, read_task
from bot.language.engine.marks import find_marks

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))
HERE = Path(__file__).parent
LANGUAGES = ("en", "ru", "de", "es")
IN_WORDS = {
    "en": "remind 19h before",
    "ru": "напомнить за 19 часов",
    "de": "erinnern 19 Stunden vorher",
    "es": "recordar 19 horas antes",
}
GOES_ON = re.compile(r" (?:до |\+?\d+ ?(?:ч|мин|д|лет|год|нед|мес)|полтора часа)")
IN_ENGLISH = "call mom tomorrow at 10"  # said by people of every language
SOON, LATER = (
    ReminderOffset(before=timedelta(minutes=17)),
    ReminderOffset(before=timedelta(hours=19)),
)

Line = dict[str, Any]


def table_lines(language: str) -> list[Line]:
    table = (HERE / f"phrases_{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [line for line in map(json.loads, table) if "intent" not in line]


def read(text: str, line: Line) -> Reading:
    place = Place(
        zone=ZONE,
        language=line["lang"],
        date_order=line.get("date_order", "DMY"),
        group=line.get("group", True),
    )
    return read_task(text, now=NOW, place=place)


def signs_of(line: Line, plain: Reading) -> list[str]:
    """Signs that the line can take one more of."""
    signs = ["#zz", "(#zz)"]
    if line.get("group", True):
        signs.append("@zed")
    if plain.priority is None:
        signs += ["!high", "p1"]
    return signs


def with_mark(text: str, at: int, mark: str) -> str:
    return f"{text[:at]} {mark}{text[at:]}" if at else f"{mark} {text}"


def meant(reading: Reading) -> tuple[object, ...]:
    """All that a line says but its signs and reminders, and where they stand."""
    doubts = [(doubt.kind, doubt.alternatives) for doubt in reading.doubts]
    return reading.title.rstrip("!.,"), reading.due, reading.repeat, reading.nag, doubts


def boundaries(text: str) -> Iterator[int]:
    """The ends of the words that are not in quotes, where signs are title."""
    quotes = find_marks(text, group=False).quotes
    for at in (0, *(k for k, c in enumerate(text) if c.isspace()), len(text)):
        if not any(start < at < end for start, end in quotes):
            yield at


def count(reading: Reading) -> int:
    return len(reading.tags) + len(reading.assignees) + (reading.priority or 0)


def spans_hold(reading: Reading, text: str, sign: str) -> bool:
    """Whether the sign has a span of its own, and no two spans overlap."""
    own = [text[span.start : span.end] for span in reading.spans].count(sign.strip("()")) == 1
    return own and all(one.end <= other.start for one, other in pairwise(reading.spans))


@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_change_nothing_else_wherever_they_stand(language: str) -> None:
    wrong = []
    for line in table_lines(language):
        plain = read(line["text"], line)
        signs = cycle(signs_of(line, plain))
        for at, sign in zip(boundaries(line["text"]), signs, strict=False):
            text = with_mark(line["text"], at, sign)
            marked = read(text, line)
            same = meant(marked) == meant(plain) and count(marked) == count(plain) + 1
            if not same or not spans_hold(marked, text, sign):
                wrong.append(text)
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_reminders_change_nothing_else_between_words_and_dates(language: str) -> None:
    wrong = []
    for line in table_lines(language):
        plain = read(line["text"], line)
        said = [*plain.spans, *(doubt.span for doubt in plain.doubts)]
        for at in boundaries(line["text"]):
            if any(span.start < at < span.end for span in said):
                continue
            for mark, offset in reminders_at(line, at):
                marked = read(with_mark(line["text"], at, mark), line)
                expected = {*plain.reminders, offset}
                if meant(marked) != meant(plain) or set(marked.reminders) != expected:
                    wrong.append(with_mark(line["text"], at, mark))
    assert not wrong


def reminders_at(line: Line, at: int) -> Iterator[tuple[str, ReminderOffset]]:
    yield "!17m", SOON
    # "remind 19 hours before …" takes the Russian "before" of a date, and more hours and minutes
    goes_on = GOES_ON.match(line["text"][at:]) and line["lang"] == "ru"
    if line["text"] != IN_ENGLISH and not goes_on:
        yield IN_WORDS[line["lang"]], LATER


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_marks_at_an_end(language: str) -> None:
    wrong = []
    for line in table_lines(language):
        plain = meant(read(line["text"], line))
        ends = " #zz #more !17m", " (#zz, #more) !17m", ", #zz", " #zz."
        texts = [*(line["text"] + end for end in ends), "#zz !17m " + line["text"]]
        wrong += [text for text in texts if meant(read(text, line)) != plain]
    assert not wrong


def test_a_sign_given_back_is_title_and_the_date_stays() -> None:
    text = "pay card 27th #home"
    before = read(text, {"lang": "en"})
    tag = next(span for span in before.spans if span.kind == "tag")
    after = read_task(text, now=NOW, place=Place(zone=ZONE), literal=[tag])
    assert (after.title, after.tags, after.due) == ("pay card #home", (), before.due)
    due = TextSpan("due", text.index("27th"), text.index(" #"))
    assert replace(tag, kind="due") not in after.spans
    assert due in after.spans


@pytest.mark.parametrize(
    ("text", "title", "priority"),
    [
        ("pay rent p1", "pay rent", 1),
        ("p3 pay rent friday", "pay rent", 3),
        ("P2 pay rent", "pay rent", 2),  # a capital of the phone's
        ("pay rent friday p1 #home", "pay rent", 1),
        ("pay rent (p2)", "pay rent", 2),
        ("update the P3 firmware", "update the P3 firmware", None),
        ("mp3 player", "mp3 player", None),
        ("step p10", "step p10", None),
        ("“p1” is a word", "“p1” is a word", None),
        ("pay p1-p3", "pay p1-p3", None),
    ],
)
def test_priorities_as_words(text: str, title: str, priority: int | None) -> None:
    reading = read(text, {"lang": "en"})
    assert (reading.title, reading.priority) == (title, priority)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("x !10m", 10), ("x !1h30m", 90), ("x !2d", 2880), ("x !1w", 10080), ("x !10min", 10)],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_signs_of_reminders_are_of_no_language(language: str, text: str, minutes: int) -> None:
    reading = read(text, {"lang": language})
    assert reading.title == "x"
    assert reading.reminders == (ReminderOffset(before=timedelta(minutes=minutes)),)
