"""Words that fit: cut where necessary, without the characters that the font does not have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.lettering import (
    BOLD,
    REGULAR,
    SMALLEST,
    drawable,
    fit,
    size_for,
    width_of,
    wrap,
)
from tests.support.pictures.samples import LONG, ONE_WORD

ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "äöüßÄÖÜẞ",
    "áéíóúüñÁÉÍÓÚÜÑ¿¡",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
    "іїєґўқңәІЇЄҐЎ",
    "0123456789%.,:;!?()[]/+−×·–—…'’“”„«»‹›#&@€$₽°≤≥",
)


@pytest.mark.parametrize("letters", ALPHABETS)
def test_the_font_has_the_letters_of_the_languages(letters: str) -> None:
    assert drawable(letters) == letters


@pytest.mark.parametrize(
    ("said", "drawn"),
    [
        ("🏃 Run", "Run"),
        ("Run 🏃 fast", "Run fast"),
        ("Tee 茶 trinken", "Tee trinken"),
        ("👨‍👩‍👧‍👦", ""),
        ("☔️ rain ❤️", "rain ❤"),
        ("a\u200bb\u202ec", "abc"),
        ("two\nlines\tand\u00a0more", "two lines and more"),
        ("e\u0301t\u00e9", "été"),
        ("\ud83c lone", "lone"),
    ],
)
def test_what_the_font_lacks_is_left_out(said: str, drawn: str) -> None:
    assert drawable(said) == drawn


@given(st.text(max_size=80), st.sampled_from([28, 34, 50]), st.integers(0, 900))
def test_what_fits_fits(text: str, size: int, width: int) -> None:
    shown = fit(text, size, BOLD, width)
    assert width_of(shown, size, BOLD) <= width
    assert shown == drawable(text) or not shown or shown.endswith("…")


@given(st.text(max_size=120), st.integers(120, 900), st.integers(1, 3))
def test_lines_hold_the_text(text: str, width: int, lines: int) -> None:
    made = wrap(text, SMALLEST, REGULAR, width, lines)
    assert len(made) <= lines
    assert all(0 < width_of(line, SMALLEST) <= width for line in made if line)
    whole = drawable(text).replace(" ", "")
    shown = "".join(made).replace(" ", "")
    assert shown == whole or shown.endswith("…")


@pytest.mark.parametrize("name", [LONG, ONE_WORD])
def test_60_cyrillic_characters_are_cut_to_fit(name: str) -> None:
    for width in (300, 580, 750):
        shown = fit(name, 34, BOLD, width)
        assert width - 60 < width_of(shown, 34, BOLD) <= width
        assert name.startswith(shown.removesuffix("…"))


def test_words_break_between_words() -> None:
    assert wrap("лучшая серия за всё время", 28, REGULAR, 240, 2) == (
        "лучшая серия за",
        "всё время",
    )


def test_long_values_are_smaller() -> None:
    sizes = (46, 38, 30)
    chosen = [size_for(words, sizes, BOLD, 130) for words in ("5 %", "100 %", "100.000 %" * 2)]
    assert chosen == [46, 38, 30]
