"""The tables of phrases: what people write, and what it comes to.

The readings are worked out by hand from the product's conventions. `now` is Wednesday 2026-09-23
14:30 in Berlin. A table's line may name its `date_order` and whether it was written in a `group`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.language import Place, parse_line
from storage.rules.recurrence import Repeat, occurrences

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))
HERE = Path(__file__).parent
TABLES = ("examples", "phrases_en", "phrases_ru", "phrases_de", "phrases_es")
ABOUT_THE_LINE = {"lang", "text", "note", "date_order", "group", "rrule"}

Line = dict[str, Any]


def lines(table: str) -> Iterator[Line]:
    for line in (HERE / f"{table}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


ALL = [
    pytest.param(line, id=f"{line['lang']}: {line['text']}") for t in TABLES for line in lines(t)
]


def read(line: Line) -> Line:
    place = Place(
        zone=ZONE,
        language=line["lang"],
        date_order=line.get("date_order", "DMY"),
        group=line.get("group", True),
    )
    return parse_line(line["text"], now=NOW, place=place)


@pytest.mark.parametrize("line", ALL)
def test_a_phrase_reads_as_the_conventions_say(line: Line) -> None:
    got = read(line)
    expected = {key: value for key, value in line.items() if key not in ABOUT_THE_LINE}
    assert {key: got.get(key) for key in expected} == expected
    assert same_rule(got, line)


def same_rule(got: Line, line: Line) -> bool:
    """Whether both rules have the same next occurrences, however they are spelled."""
    wanted, found = rules(line["rrule"]), rules(got["rrule"])
    if not wanted or not found or wanted == found:
        return wanted == found
    return dues(wanted, line["due"]) == dues(found, line["due"])


def rules(value: str | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def dues(spelled: tuple[str, ...], due: str) -> list[object]:
    on, _, at = due.partition("T")
    start_time = time.fromisoformat(at) if at else None
    repeat = Repeat(spelled, date.fromisoformat(on), start_time, ZONE)
    return list(occurrences(repeat, after=datetime(2026, 9, 1, tzinfo=UTC), limit=50))


def test_the_tables_are_as_large_as_they_should_be() -> None:
    own = [line for table in TABLES[1:] for line in lines(table)]
    assert len(own) >= 400
    assert sum(line.get("title") == line["text"] and not line["due"] for line in own) >= 100


def test_no_line_stands_twice() -> None:
    own = [(line["lang"], line["text"]) for table in TABLES[1:] for line in lines(table)]
    assert len(own) == len(set(own))
