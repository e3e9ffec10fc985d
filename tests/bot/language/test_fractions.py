"""Amounts as fractions, in an entry and in a reply."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.language import Place, read_log
from bot.language.habits.fractions import in_decimals
from bot.language.habits.units import read_amount

NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)


@pytest.mark.parametrize("language", ["en", "ru", "de", "es"])
@pytest.mark.parametrize(
    ("said", "amount"),
    [
        (".5", 0.5),
        (",5", 0.5),
        ("1/2", 0.5),
        ("1/4", 0.25),
        ("1 1/2", 1.5),
        ("2 3/4", 2.75),
        ("½", 0.5),
        ("1½", 1.5),
        ("0.5", 0.5),
        ("250", 250.0),
    ],
)
def test_fractions_are_amounts(said: str, amount: float, language: str) -> None:
    entry = read_log(f"water {said}", now=NOW, place=Place(language=language))
    assert entry is not None
    assert (entry.habit, entry.amount, entry.on) == ("water", amount, None)
    with_unit = read_log(f"{said} l water yesterday", now=NOW, place=Place(language=language))
    assert with_unit is not None
    assert (with_unit.habit, with_unit.amount) == ("water", amount)
    reply = read_amount(said, language=language)
    assert reply is not None
    assert reply.amount == amount


@pytest.mark.parametrize(
    ("said", "on"),
    [
        ("27/1", date(2026, 1, 27)),
        ("3/4", date(2026, 4, 3)),
        ("9/9", date(2026, 9, 9)),
        ("1/2/2026", date(2026, 2, 1)),
    ],
)
def test_other_numbers_with_a_slash_are_days(said: str, on: date) -> None:
    entry = read_log(f"run {said}", now=NOW, place=Place())
    assert entry is not None
    assert (entry.amount, entry.on) == (None, on)


def test_a_number_without_an_end_has_no_half() -> None:
    assert in_decimals("1" * 12 + "½") == "1" * 12 + "½"
    assert in_decimals("123456789½") == "123456789.5"
