"""Amounts as fractions: .5, 1/2, 1 1/2, ½."""

from __future__ import annotations

import re
import unicodedata

# a number has an end, so that thousands of digits are not looked at again from each of them
_VULGAR = re.compile(r"(?:(?<!\d)(\d{1,9})\s?|(?<!\d))([¼-¾⅐-⅞])")
# 27/1 is a day, and so is 3/4 unless a whole number is before it
_WRITTEN = re.compile(r"(?<![\w./,])(?:(\d{1,4})\s(1/[234]|2/3|3/4)|(1/[234]))(?![\w/])(?![.,]\d)")
_POINT = re.compile(r"(?<![\w.,])[.,](\d{1,3})(?![\w.,]*\d)")


def in_decimals(text: str) -> str:
    """The text with its fractions as decimals: `water 1 1/2` is `water 1.5`."""
    text = _VULGAR.sub(lambda found: _decimal(found[1], unicodedata.numeric(found[2])), text)
    text = _WRITTEN.sub(lambda found: _decimal(found[1], _quotient(found[2] or found[3])), text)
    return _POINT.sub(r"0.\1", text)


def _quotient(fraction: str) -> float:
    over, under = fraction.split("/")
    return int(over) / int(under)


def _decimal(whole: str | None, part: float) -> str:
    return f"{int(whole or 0) + part:.2f}".rstrip("0")
