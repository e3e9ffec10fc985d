"""A text as tokens: runs of letters, runs of digits, and single marks, each with its offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Letters keep their combining marks and inner apostrophes (o'clock, mom's); no alternative can
# match what another one does, so the scan is linear.
_TOKEN = re.compile(
    r"(?P<digits>\d+)"
    r"|(?P<word>[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f'’](?=[^\W\d_\u0300-\u036f'’]|$|[\s.,;:!?])[^\W\d_]*)*)"
    r"|(?P<mark>\S)"
)
_OPENING = frozenset("([{,;:\"'“„«‘—–…")
_CLOSING = frozenset(")]},.;:!?\"'”“»’—–…")
READ_AT_START = 300
READ_AT_END = 200


@dataclass(frozen=True, slots=True)
class Token:
    """`folded` is without case and accents; `spaced` tells that a space (or nothing) is before."""

    text: str
    folded: str
    start: int
    end: int
    is_number: bool
    spaced: bool

    @property
    def number(self) -> int:
        return int(self.text)


def fold(word: str) -> str:
    """Without case and accents: Próximo → proximo, ё → е, straße → strasse.

    й loses its breve too, which is harmless as the tables are folded in the same way.
    """
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("’", "'")


def tokenize(text: str) -> tuple[Token, ...]:
    """All tokens of a text, in order. White space is in none."""
    tokens = []
    end = -1
    for found in _TOKEN.finditer(text):
        word = found.group()
        tokens.append(
            Token(
                word,
                fold(word),
                found.start(),
                found.end(),
                found.lastgroup == "digits",
                found.start() != end,
            )
        )
        end = found.end()
    return tuple(tokens)


def starts_free(tokens: Sequence[Token], index: int) -> bool:
    """Whether a phrase may begin here: after a space or an opening mark."""
    if index == 0 or tokens[index].spaced:
        return True
    before = tokens[index - 1]
    if before.text not in _OPENING:
        return False
    return index == 1 or before.spaced or before.text in ",;:—–"


def ends_free(tokens: Sequence[Token], index: int) -> bool:
    """Whether a phrase may end before `index`: at a space, or at closing marks and a space."""
    while index < len(tokens) and not tokens[index].spaced:
        if tokens[index].text not in _CLOSING:
            return False
        index += 1
    return True


def ends_sentence(tokens: Sequence[Token], index: int) -> bool:
    """Whether only closing marks are between `index` and the end of the text."""
    return all(token.text in _CLOSING for token in tokens[index:])
