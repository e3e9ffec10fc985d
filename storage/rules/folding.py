"""Text as it is compared: without case and accents, in every script."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Scripts written without spaces: each character is a word, so that any part can be found.
UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # Hiragana, Katakana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


# Latin letters that Unicode does not decompose, as people type them whose keyboard lacks them
# (source: CLDR's transform Latin-ASCII), and marks without a combining class that change no word.
PLAIN = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ð": "d", "þ": "th"}
    | {"æ": "ae", "œ": "oe"}
    | {"ـ": None, "\u034f": None, "\u20e3": None}  # tatweel, grapheme joiner, keycap
    | {chr(point): None for point in range(0xFE00, 0xFE10)}  # an emoji's variation selectors
    | {chr(point): None for point in range(0xE0100, 0xE01F0)}
)


def fold(text: str) -> str:
    """The text without case, accents and compatibility forms: `Café` and `CAFE` are `cafe`.

    Source: Unicode 15, section 3.13 (compatibility caseless matching, D146), less its marks.
    """
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return bare.translate(PLAIN)


def words(text: str) -> list[str]:
    """The folded words of a text, in order. A symbol such as an emoji is a word by itself."""
    return list(_words(fold(text)))


def searchable_name(name: str) -> str:
    """The folded words of a name, each with a space on both sides, for search to look in."""
    return f" {' '.join(words(name))} \n"


def _words(folded: str) -> Iterator[str]:
    run = ""
    for character in folded:
        category = unicodedata.category(character)[0]
        joins = category in "LNM" and not _is_unspaced(character)
        if joins:
            run += character
            continue
        if run:
            yield run
        run = ""
        if category == "S" or _is_unspaced(character):
            yield character
    if run:
        yield run


def _is_unspaced(character: str) -> bool:
    point = ord(character)
    return point >= UNSPACED[0][0] and any(low <= point <= high for low, high in UNSPACED)
