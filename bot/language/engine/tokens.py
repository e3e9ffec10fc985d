"""A text as tokens: runs of letters, runs of digits, and single marks, each with its offsets."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Letters keep their combining marks and inner apostrophes (o'clock, mom's). No alternative can
# match what another one does, so the scan is linear.
_TOKEN = re.compile(
    r"(?P<joint>(?<=-\d\d)[Tt](?=\d\d:\d\d))"  # 2026-10-03T15:00
    r"|(?P<digits>\d+)|(?P<word>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’](?=[^\W\d_]))*)|\S"
)
_OPENING = frozenset("([{,;:\"'“„«‘—–…")
_CLOSING = frozenset(")]},.;:!?\"'”“»’—–…")
_SEPARATING = frozenset(",;:—–")

# Further from both ends of a text there is only title: nobody writes a date there, and the work
# is bounded.
READ_AT_START = 200
READ_AT_END = 120
TOKENS_AT_START = 64  # of such a text: of words the rest of these lengths has fewer
TOKENS_AT_END = 40
CUT = "\0"
MARK = "\1"  # a sign such as #tag, which phrases are read without


class Token(NamedTuple):
    """`folded` is without case and accents; `spaced` is True after a space and at the start.

    A tuple and no dataclass: a parse makes one for each word, and this takes a third of the time.
    """

    text: str
    folded: str
    start: int
    end: int
    is_number: bool
    spaced: bool


def fold(word: str) -> str:
    """Without case and accents: Próximo → proximo, straße → strasse.

    Letters such as the Russian short i lose their marks too; the tables are folded alike.
    """
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("’", "'")


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of both ends of a text, in order; a long middle becomes one token, `CUT`."""
    if len(text) <= READ_AT_START + READ_AT_END:
        return tuple(_scan(text, 0, len(text)))
    head = _space_before(text, READ_AT_START)
    tail = _space_after(text, len(text) - READ_AT_END)
    first = tuple(_scan(text, 0, head))[:TOKENS_AT_START]
    last = tuple(_scan(text, tail, len(text)))[-TOKENS_AT_END:]
    start = first[-1].end if first else head
    middle = Token(CUT, CUT, start, last[0].start if last else tail, False, True)
    return (*first, middle, *last)


def _scan(text: str, start: int, end: int) -> Iterator[Token]:
    last = -1
    for found in _TOKEN.finditer(text, start, end):
        word, at = found.group(), found.start()
        if found.lastgroup == "joint":
            continue
        yield Token(word, fold(word), at, found.end(), found.lastgroup == "digits", at != last)
        last = found.end()


def _space_before(text: str, index: int) -> int:
    while index and not text[index].isspace():
        index -= 1
    return index


def _space_after(text: str, index: int) -> int:
    while index < len(text) and not text[index].isspace():
        index += 1
    return index


def starts_free(tokens: Sequence[Token], index: int) -> bool:
    """Whether a phrase may begin here: after a space or an opening mark."""
    if index == 0 or tokens[index].spaced or tokens[index].text == ",":
        return True
    before = tokens[index - 1]
    if before.text not in _OPENING or not _divides(tokens, index - 1):
        return False
    return index == 1 or before.spaced or before.text in _SEPARATING


def ends_free(tokens: Sequence[Token], index: int) -> bool:
    """Whether a phrase may end before `index`: at a space, or at closing marks and a space."""
    while index < len(tokens) and not tokens[index].spaced:
        if tokens[index].text not in _CLOSING:
            return False
        if tokens[index].text in _SEPARATING and index + 1 < len(tokens):
            return _divides(tokens, index)
        index += 1
    return True


def _divides(tokens: Sequence[Token], index: int) -> bool:
    """Whether a mark is between words and not within a number.

    friday,9am and 3 oct,9:00, but neither 12,50 nor 1:05:30.
    """
    before, after = tokens[max(0, index - 1)], tokens[index + 1]
    if not after.is_number or after.spaced or not before.is_number or tokens[index].spaced:
        return True
    with_minutes = index + 2 < len(tokens) and tokens[index + 2].text == ":"
    return tokens[index].text == "," and with_minutes


def ends_text(tokens: Sequence[Token], index: int) -> bool:
    """Whether only closing marks are between `index` and the end of the text."""
    return all(token.text in _CLOSING for token in tokens[index:])
