"""What is around a phrase: the pieces and words before it, and what a number in it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from bot.language.engine.phrases import Sentence
    from bot.language.said import Said

SURE_IN_WORDS = 11


class Piece(NamedTuple):
    """A recognised phrase: what was said at tokens [start, end)."""

    said: Said
    start: int
    end: int


class Around(NamedTuple):
    """What a guard looks at: the line, the pieces before, and the tokens of the phrase."""

    line: Sentence
    pieces: Sequence[Piece]
    start: int
    end: int

    @property
    def before(self) -> str:
        return self.line.word_at(self.start - 1) if self.start else ""

    @property
    def after(self) -> str:
        return self.line.word_at(self.end)

    def listed(self, word: str, table: str) -> bool:
        return word in self.line.grammar.lists[table]

    def listed_anywhere(self, word: str, table: str) -> bool:
        """For phrases of digits only, which may be in any language."""
        return word in self.line.grammar.in_any_language(table)


def counts_what_is_before(around: Around) -> bool:
    """Whether a word before says what the number is of: version 3, Version: 3, ул. 8 Марта"""
    line, at = around.line, around.start - 1
    if not line.is_number(around.start) and line.word_at(around.start) not in line.grammar.months:
        is_size = around.listed(line.word_at(around.start), "between_sizes")  # 2 by 4
        return is_size and line.is_number(around.start - 1)
    if len(line.text_at(around.start)) == 4 and around.end > around.start + 3:
        return False  # release 2027-01-15
    at -= 1 if at > 0 and line.slot("<of>", at) else 0  # menos de 1:55
    if not line.is_number(around.start):  # plaza 3 de [Abril 7], ул. 8 [Марта 5]
        at -= 1 if at > 0 and line.is_number(at) else 0
    before = line.word_at(at) if at >= 0 else ""
    if before in (".", ":") and at > 0 and line.glued(at):
        before = line.word_at(at - 1)
    if len(before) > 5 and before.endswith(line.grammar.tables.street_endings):
        return True  # Gartenstraße 5
    return around.listed_anywhere(before, "not_before_number") or _in_street(around, at)


def _in_street(around: Around, at: int) -> bool:
    """проспект Мира 15: a street's name before the number"""
    line = around.line
    if not line.grammar.tables.street_first or line.text_at(around.start + 1) == ":":
        return False
    for k in range(at, max(at - 4, -1), -1):
        if around.listed(line.words[k], "streets"):
            return True
        if not (line.text_at(k)[:1].isupper() or line.slot("<of>", k)):
            return False
    return False


def is_address(around: Around) -> bool:
    """12 Main Street: a number, at most three names and a word for a street"""
    if around.line.grammar.tables.street_first or not around.line.is_number(around.end - 1):
        return False
    if around.end > 1 and around.line.glued(around.end - 1):  # 2026-12-01
        return False
    for k in range(around.end, min(around.end + 4, around.line.size)):
        if around.listed(around.line.words[k], "streets"):
            return k > around.end or around.line.text_at(k)[:1].isupper()
        if not around.line.text_at(k)[:1].isupper():
            return False
    return False


def digits(around: Around) -> bool:
    line = around.line
    return any(line.is_number(k) for k in range(around.start, around.end))


def numbered(around: Around) -> bool:
    """the 21st, the twenty-first: the first ten in words are places in a row as well"""
    line = around.line
    inside = range(around.start, around.end)
    said = (value for k in inside for slot in ("ord", "words") for value, _ in line.slot(slot, k))
    return digits(around) or any(value >= SURE_IN_WORDS for value in said)


def _after_non_ascii(around: Around) -> bool:
    """27.01 after a word of another script or none; after a Latin one it is a version."""
    return not around.before.isascii() or around.start == 0


def _padded(around: Around) -> bool:
    """27.12 rather than 6.5, which is a measure as well"""
    return all(
        len(around.line.text_at(k)) == 2
        for k in range(around.start, around.end)
        if around.line.is_number(k)
    )


def _not_counted(around: Around) -> bool:
    """in 3 days, but not [in] 3 days before friday"""
    line = around.line
    starts = [end for _, end in line.slot("<counted_from>", around.end) if end < line.size]
    return not any(line.slot("plain", start) for start in starts)


def _capital(around: Around) -> bool:
    """am Mo (on Mon): abbreviations that are also words need their capital."""
    text = around.line.text_at(around.end - 1)
    text = around.line.text_at(around.end - 2) if text == "." else text
    return text[:1].isupper()


def _bare_part(around: Around) -> bool:
    """ "early" as a time of the day, not "too early"."""
    return not around.listed(around.before, "not_before_part")


def _untitled(around: Around) -> bool:
    """the day after tomorrow, but not The Day After Tomorrow"""
    texts = [around.line.text_at(k) for k in range(around.start, around.end)]
    return len(texts) == 1 or any(text[:1].islower() for text in texts[1:])


def _tight(around: Around) -> bool:
    """3p: the last word has no space before it"""
    return around.line.glued(around.end - 1)


def _small(around: Around) -> bool:
    """tom is tomorrow, Tom is a man"""
    return all(
        around.line.text_at(k)[:1].islower() or not k for k in range(around.start, around.end)
    )


def _glued(around: Around) -> bool:
    """!10m, without a space"""
    return all(around.line.glued(k) for k in range(around.start + 1, around.end))


def _limited(around: Around) -> bool:
    return around.listed(around.line.words[0], "limiting")


FORMS: Mapping[str, Callable[[Around], bool]] = {
    "digits": digits,
    "numbered": numbered,
    "after-non-ascii": _after_non_ascii,
    "padded": _padded,
    "not-counted": _not_counted,
    "capital": _capital,
    "bare-part": _bare_part,
    "untitled": _untitled,
    "tight": _tight,
    "small": _small,
    "glued": _glued,
    "limited": _limited,
}
