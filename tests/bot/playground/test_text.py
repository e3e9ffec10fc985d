"""What Telegram does to a text: it cleans it, counts it, and finds entities."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.world.text import (
    Formatted,
    clean,
    completed,
    found,
    is_empty,
    trimmed,
    utf16_length,
    utf16_slice,
)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("/add milk", {"bot_command": "/add"}),
        ("/add@dueto_bot milk", {"bot_command": "/add@dueto_bot"}),
        ("a/b, </add>", {}),
        ("ask @bob now", {"mention": "@bob"}),
        ("mail a@b.de", {"email": "a@b.de"}),
        ("buy #milk_2", {"hashtag": "#milk_2"}),
        ("#молоко", {"hashtag": "#молоко"}),
        ("we are #1", {}),
        ("C# rocks", {}),
        ("see https://example.org/a?b=c.", {"url": "https://example.org/a?b=c"}),
        ("see example.org now", {"url": "example.org"}),
        ("version 1.2.3", {}),
    ],
)
def test_commands_mentions_hashtags_and_addresses_are_marked(
    text: str, marks: dict[str, str]
) -> None:
    shown = {m["type"]: utf16_slice(text, m["offset"], m["length"]) for m in found(text)}
    assert shown == marks


def test_marks_behind_emoji_count_utf16_units() -> None:
    (command,) = found("😀 /add")
    assert (command["offset"], command["length"]) == (3, 4)


def test_control_characters_become_spaces_and_turning_marks_go() -> None:
    assert clean("a\tb\r\nc\u202ed\x00") == "a b\ncd "


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "\u2800", "\ufeff\u00a0", "\u200e\u200f"])
def test_what_nobody_sees_is_empty(text: str) -> None:
    assert is_empty(text)


def test_trimming_moves_entities() -> None:
    bold = {"type": "bold", "offset": 1, "length": 5}
    assert trimmed(Formatted("  abc ", [bold])) == Formatted(
        "abc", [{"type": "bold", "offset": 0, "length": 3}]
    )


def test_nothing_is_marked_inside_code() -> None:
    code = {"type": "code", "offset": 0, "length": 4}
    assert list(completed(Formatted("/add @bob", [code])).entities) == [
        code,
        {"type": "mention", "offset": 5, "length": 4},
    ]


@given(st.text())
def test_utf16_length_is_the_encoders(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text())
def test_marks_lie_inside_the_text(text: str) -> None:
    for mark in found(text):
        assert 0 <= mark["offset"] < mark["offset"] + mark["length"] <= utf16_length(text)
