"""Buttons that are no classes yet."""

from __future__ import annotations

from bot.presses import pack
from bot.reader import Reader
from bot.replies import Button


def legacy_button(reader: Reader, key: str, verb: str, *facts: object) -> Button:
    """A button by the key of its words."""
    return Button(reader.words.plain(f"button-{key}"), pack(verb, *facts))
