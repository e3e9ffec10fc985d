"""Which habit is meant by a name, and amounts with their units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.habits.names import matching
from bot.language.habits.units import TypedAmount, converted, read_amount
from bot.language.languages import ALL

NAMES = ["run", "drink water", "read", "reading room", "Спорт", "gym", "Gymnastics", "café"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("RUN", ["run"]),
        ("read", ["read"]),  # the whole name wins over the beginning of another
        ("rea", ["read", "reading room"]),
        ("gym", ["gym"]),
        ("gymn", ["Gymnastics"]),
        ("dr wat", ["drink water"]),
        ("water", ["drink water"]),
        ("water drink", ["drink water"]),
        ("drnik watr", ["drink water"]),
        ("спрот", ["Спорт"]),
        ("cafe", ["café"]),
        ("gymnasticks", ["Gymnastics"]),
        ("rum", []),  # three letters: another word, not a typo
        ("swim", []),
        ("run fast", []),
        ("", []),
        ("…", []),
    ],
)
def test_the_habit_that_is_meant(said: str, meant: list[str]) -> None:
    assert [NAMES[place] for place in matching(said, NAMES)] == meant


def test_cases_of_a_russian_name_are_one_letter_away() -> None:
    assert matching("зарядку", ["зарядка", "вода"]) == [0]
    assert matching("воду", ["зарядка", "вода"]) == [1]


@given(st.lists(st.text(max_size=20), max_size=6))
def test_every_name_is_found_by_itself(names: list[str]) -> None:
    for place, name in enumerate(names):
        found = matching(name, names)
        assert place in found or not found
        assert found == sorted(set(found))


@pytest.mark.parametrize(
    ("amount", "said", "unit", "own"),
    [
        (500, "", "ml", 500),
        (0.5, "l", "ml", 500),
        (0.5, "Liter", "мл", 500),
        (5, "dl", "l", 0.5),
        (1.5, "h", "min", 90),
        (90, "sec", "minutes", 1.5),
        (5000, "m", "km", 5),
        (0.5, "kg", "g", 500),
        (1, "page", "pages", 1),
        (20, "страниц", "страницы", 20),
        (20, "Seite", "Seiten", 20),
        (3, "times", "pages", 3),
        (3, "cookies", "", 3),
        (3, "km", "min", None),
        (3, "pages", "ml", None),
        (3, "cups", "glasses", None),
        (3, "km", "", None),
    ],
)
def test_amounts_in_the_habits_own_unit(
    amount: float, said: str, unit: str, own: float | None
) -> None:
    found = converted(amount, said, unit)
    assert found == (None if own is None else pytest.approx(own))


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("500", (500, "", False), (500, "", False)),
        ("+250 ml", (250, "ml", False), (250, "ml", False)),
        ("-5", (-5, "", False), (-5, "", False)),
        ("= 20 pages", (20, "pages", True), (20, "pages", True)),
        ("1 250", (1250, "", False), (1250, "", False)),
        ("1,250", (1250, "", False), (1.25, "", False)),
        ("1.250", (1.25, "", False), (1250, "", False)),
        ("0,5 l", (0.5, "l", False), (0.5, "l", False)),
        ("0.500 l", (0.5, "l", False), (0.5, "l", False)),
        ("12,345.5", (12345.5, "", False), None),
        ("1,2,3", None, None),
        ("a lot", None, None),
        ("9" * 400, None, None),
        ("", None, None),
    ],
)
def test_typed_amounts(
    text: str,
    english: tuple[float, str, bool] | None,
    german: tuple[float, str, bool] | None,
) -> None:
    for language, amount in (("en", english), ("de", german)):
        expected = None if amount is None else TypedAmount(*amount)
        assert read_amount(text, language=language) == expected


AMOUNTS = st.from_regex(
    r"[-+=−]? ?[0-9]{1,4}([.,' ][0-9]{1,3})?( ?(l|pages|стр\.?))?", fullmatch=True
)


@given(st.text(max_size=30) | AMOUNTS)
def test_what_is_read_of_any_text_is_read_from_its_plain_spelling(text: str) -> None:
    for language in ("en", "ru"):
        read = read_amount(text, language=language)
        if read is not None:
            plain = f"{'=' if read.is_total else ''}{abs(read.amount):.6f} {read.unit}"
            sign = "-" if read.amount < 0 else ""
            assert read_amount(sign + plain, language=language) == read


NAMES_OF_UNITS = sorted(
    {name for each in ALL.every() for of in each.measures.names.values() for name in of}
)


@given(st.sampled_from(NAMES_OF_UNITS) | st.text(max_size=30), st.sampled_from(NAMES_OF_UNITS))
def test_what_is_converted_comes_back(text: str, unit: str) -> None:
    there = converted(1, text, unit)
    back = None if there is None else converted(there, unit, text)
    assert back is None or back == pytest.approx(1)
    if text in NAMES_OF_UNITS:
        assert (there is None) == (back is None)
