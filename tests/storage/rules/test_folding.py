"""Words compared without case and accents, in every script."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rules.folding import fold, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("Café", "CAFE"),
        ("Ёлка", "елка"),
        ("МОЙ", "мой"),
        ("İstanbul", "istanbul"),
        ("İstanbul", "ISTANBUL"),
        ("ırmak", "IRMAK"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("Đà Nẵng", "da nang"),
        ("ΟΔΥΣΣΕΎΣ", "οδυσσευς"),
        ("Άνθρωπος", "ΑΝΘΡΩΠΟΣ"),
        ("مُحَمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("محـــمد", "محمد"),
        ("שָׁלוֹם", "שלום"),
        ("क़लम", "कलम"),
        ("が", "か\u3099"),
        ("ｶﾞｽ", "ガス"),
        ("ＡＢＣ１２", "abc12"),
        ("①", "1"),
        ("ﬁx", "FIX"),
        ("❤️", "❤"),
        ("1️⃣", "1"),
        ("½", "1⁄2"),
        ("한글", unicodedata.normalize("NFD", "한글")),
        ("Việt", unicodedata.normalize("NFD", "việt")),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("a", "b"), ("ш", "щ"), ("は", "ハ"), ("ο", "o"), ("ا", "ه"), ("日", "曰")]
)
def test_not_alike(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  ", []),
        ("Buy milk", ["buy", "milk"]),
        ("e-mail, don't!", ["e", "mail", "don", "t"]),
        ("foo_bar 100% a\\b", ["foo", "bar", "100", "a", "b"]),
        ("v1.2", ["v1", "2"]),
        ("#дом", ["дом"]),
        ("купи🥛молоко", ["купи", "🥛", "молоко"]),
        ("👩‍👧", ["👩", "👧"]),
        ("❤️ you", ["❤", "you"]),
        ("買牛奶 now", ["買", "牛", "奶", "now"]),
        ("ซื้อ", ["ซ", "ื", "อ"]),  # each character by itself, its tone mark folded
        ("C++", ["c", "+", "+"]),
        ("a\0b\u200bc", ["a", "b", "c"]),
        ("😀\ud800x", ["😀", "x"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_folding_twice_is_folding_once() -> None:
    """For every character that there is."""
    for point in range(sys.maxunicode + 1):
        once = fold(chr(point))
        assert once == chr(point) or fold(once) == once, hex(point)


def test_no_word_holds_what_like_or_a_driver_reads_otherwise() -> None:
    special = set("%_\\'\"\0\n\r\t ") | {chr(point) for point in range(0xD800, 0xE000)}
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert not special & set("".join(words(every)))


@given(st.text())
def test_words_of_words_are_the_same(text: str) -> None:
    found = words(text)
    assert words(" ".join(found)) == found
    assert all(found)


@given(st.text(), st.text())
def test_words_of_two_texts_are_both_of_their_words(one: str, other: str) -> None:
    assert words(f"{one} {other}") == words(one) + words(other)


@given(st.text())
def test_case_does_not_matter(text: str) -> None:
    assert fold(text.casefold()) == fold(text)
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))
