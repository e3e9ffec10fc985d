"""What holds for any text at all: nothing raises, nothing is lost, what is said reads back."""

from __future__ import annotations

import json
import string
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import (
    Place,
    TextSpan,
    parse_line,
    read_intent,
    read_task,
    read_when,
    render_repeat,
)
from bot.language.grammars import grammar_of
from bot.language.languages import ALL
from storage.rules.due import Due
from tests.support.readings import outside, words_of

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))
TABLES = ("phrases_en", "phrases_ru", "phrases_de", "phrases_es")
HERE = Path(__file__).parent

languages = st.sampled_from(ALL.codes)
anytime = st.integers(0, 4 * 10**9).map(lambda second: datetime.fromtimestamp(second, UTC))


def table_lines() -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for table in TABLES
        for line in (HERE / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


LINES = [line for line in table_lines() if "intent" not in line]
WORDS = sorted({word for line in table_lines() for word in line["text"].split()})


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """Texts out of the grammar's own words, numbers and marks: what may confuse it most."""
    pieces = st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(sorted(grammar_of(ALL, draw(languages)).starters)),
        st.integers(0, 9999).map(str),
        st.sampled_from(
            [*string.punctuation, "10:30", "3/4", "27.1.", "#tag", "@sam", "!1", "«", "»"]
        ),
        st.text(max_size=4),
    )
    joint = draw(st.sampled_from([" ", " ", " ", "", "  ", "\n"]))
    return joint.join(draw(st.lists(pieces, max_size=14)))


def place(language: str = "en", *, group: bool = True) -> Place:
    return Place(zone=ZONE, language=language, group=group)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(text=st.one_of(st.text(max_size=300), phrases()), language=languages, now=anytime)
def test_every_reader_reads_any_text(text: str, language: str, now: datetime) -> None:
    here = Place(zone="America/St_Johns", language=language, group=True, first_weekday=6)
    line = parse_line(text, now=now, place=here)
    assert json.loads(json.dumps(line)) == line
    assert ("intent" in line) == (read_intent(text, now=now, place=here) is not None)
    assert line.get("title", "") == (
        "" if "intent" in line else read_task(text, now=now, place=here).title
    )
    when = read_when(text, now=now, place=here)
    assert when is None or when.due is not None or when.repeat is not None or when.doubts


@settings(max_examples=400, deadline=None, derandomize=True)
@given(text=st.one_of(st.text(max_size=200), phrases()), language=languages)
def test_title_and_spans_are_the_text(text: str, language: str) -> None:
    reading = read_task(text, now=NOW, place=place(language))
    assert words_of(reading.title) == words_of(outside(text, reading))
    assert all(0 <= span.start < span.end <= len(text) for span in reading.spans)
    ends = [0, *(span.end for span in reading.spans)]
    assert all(span.start >= end for span, end in zip(reading.spans, ends, strict=False))


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["text"])
def test_a_span_given_back_is_title(line: dict[str, Any]) -> None:
    here = place(line["lang"], group=line.get("group", True))
    reading = read_task(line["text"], now=NOW, place=here)
    without = read_task(line["text"], now=NOW, place=here, literal=reading.spans)
    kept = {k for span in reading.spans for k in range(span.start, span.end)}
    assert not any(kept & set(range(span.start, span.end)) for span in without.spans)
    assert words_of(without.title) == words_of(outside(line["text"], without))


@pytest.mark.parametrize("language", ALL.codes)
@pytest.mark.parametrize(
    "line", [line for line in LINES if line["rrule"]], ids=lambda line: line["text"]
)
def test_a_repeat_reads_back_from_its_words(line: dict[str, Any], language: str) -> None:
    repeat = read_task(line["text"], now=NOW, place=place(line["lang"])).repeat
    assert repeat is not None
    words = render_repeat(repeat, language=language)
    again = read_when(words, now=NOW, place=place(language))
    assert again is not None
    assert again.repeat is not None
    assert (again.repeat.rules, again.repeat.anchor) == (repeat.rules, repeat.anchor)
    assert render_repeat(again.repeat, language=language) == words


def in_words(due: Due, language: str) -> str:
    """`24 September 2026 at 10:00`, as a repeat in words names its end."""
    words = ALL.tables(language).templates
    on = words.date.format(day=due.on.day, month=words.months[due.on.month - 1], year=due.on.year)
    return f"{on} {words.at.format(time=f'{due.time:%H:%M}')}" if due.time else on


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    ahead=st.integers(1, 3000),
    at=st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    language=languages,
)
def test_a_due_date_reads_back_from_its_words(ahead: int, at: time | None, language: str) -> None:
    due = Due(NOW.date() + timedelta(days=ahead), at, ZONE)
    words = in_words(due, language)
    when = read_when(words, now=NOW, place=place(language))
    assert when is not None
    assert when.due == due
    task = read_task(f"x1 {words}", now=NOW, place=place(language))
    assert (task.title, task.due) == ("x1", due)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    every=st.sampled_from(
        ["{n} minutes", "{n} hours", "{n} days", "{n} weeks", "{n} months", "{n} years"]
    ),
    n=st.integers(1, 59),
    clock=st.sampled_from(["", " at 9:00", " at 9:00 and 21:00"]),
    bound=st.sampled_from(["", " until 2027-12-31", " 5 times"]),
    language=languages,
)
def test_intervals_read_back(every: str, n: int, clock: str, bound: str, language: str) -> None:
    if "min" in every or "hour" in every:
        clock = ""
    text = "every " + every.format(n=n) + clock + bound
    repeat = read_task(text, now=NOW, place=place()).repeat
    assert repeat is not None
    again = read_when(render_repeat(repeat, language=language), now=NOW, place=place(language))
    assert again is not None
    assert again.repeat is not None
    assert again.repeat.rules == repeat.rules


@settings(max_examples=100, deadline=None, derandomize=True)
@given(text=phrases(), language=languages)
def test_reading_twice_gives_the_same(text: str, language: str) -> None:
    first = read_task(text, now=NOW, place=place(language))
    assert read_task(text, now=NOW, place=place(language)) == first


def test_spans_are_offsets_of_the_text() -> None:
    text = "🎉 call mom tomorrow at 10 #home"
    reading = read_task(text, now=NOW, place=place())
    assert reading.title == "🎉 call mom"
    assert [(span.kind, text[span.start : span.end]) for span in reading.spans] == [
        ("due", "tomorrow at 10"),
        ("tag", "#home"),
    ]


def test_a_long_text_keeps_every_word_and_reads_both_ends() -> None:
    text = "tomorrow " + "word " * 800 + "#home at 10:00"
    reading = read_task(text, now=NOW, place=place())
    assert reading.due == Due(date(2026, 9, 24), time(10), ZONE)
    assert reading.tags == ("home",)
    assert reading.title == " ".join(["word"] * 800)


def test_literal_spans_need_not_be_of_the_reading() -> None:
    reading = read_task(
        "tomorrow gym friday", now=NOW, place=place(), literal=[TextSpan("due", 0, 8)]
    )
    assert reading.title == "tomorrow gym"
    assert reading.due == Due(date(2026, 9, 25), None, ZONE)
