"""Numbers of tasks: whole words only, never a piece of a longer one, and none is passed over."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import Delete, Done, Place, read_intent
from bot.language.numbers import read_number, read_numbers

MOST = 50
NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
digits = st.text("0123456789", min_size=1, max_size=18)
joints = st.sampled_from([" ", ", ", ",", " #", "; ", "\n", ". "])


@settings(max_examples=300, deadline=None, derandomize=True)
@given(words=st.lists(digits, min_size=1, max_size=MOST), joint=joints)
def test_every_number_is_read_whole(words: list[str], joint: str) -> None:
    assert read_numbers(joint.join(words), most=MOST) == tuple(dict.fromkeys(map(int, words)))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    first=st.integers(0, 10**18 - 1), last=st.integers(0, 10**18 - 1), dash=st.sampled_from("-–")
)
def test_a_range_has_all_its_numbers_or_shows_that_it_has_too_many(
    first: int, last: int, dash: str
) -> None:
    found = read_numbers(f"{first} {dash} #{last}", most=MOST)
    low, high = sorted((first, last))
    assert found == tuple(range(low, min(high, low + MOST) + 1))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(text=st.text("0123456789 #,.x", max_size=30))
def test_no_number_that_is_not_written(text: str) -> None:
    words = text.replace("#", " ").replace(",", " ").replace(".", " ").split()
    assert {str(number) for number in read_numbers(text, most=MOST)} <= {
        word.lstrip("0") or "0" for word in words
    }


@pytest.mark.parametrize(
    "text", ["", "the dishes", "3 dishes", "3x", "x3", "1" * 19, "3-", "-3", "3--5", "1-2-3"]
)
def test_other_words_are_no_numbers(text: str) -> None:
    assert read_numbers(text, most=MOST) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3 Buy milk", (3, "Buy milk")),
        ("#12", (12, "")),
        ("12345678901 x", (12345678901, "x")),
        ("3rd floor", None),
        ("1" * 19, None),
        ("", None),
    ],
)
def test_the_number_at_the_beginning(text: str, found: tuple[int, str] | None) -> None:
    assert read_number(text) == found


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("done 3-5", Done((3, 4, 5))),
        ("done 3, 5", Done((3, 5))),
        ("delete 12345678901", Delete((12345678901,))),
        ("erledigt 7 - 5", Done((5, 6, 7))),
        ("done", Done()),
    ],
)
def test_numbers_behind_words(text: str, intent: Done | Delete | None) -> None:
    assert read_intent(text, now=NOW, place=Place(language="en")) == intent
