"""Phrases as tables: rows of patterns, indexed by their first word and matched over tokens.

A pattern is written as people write, with four signs: `a|b` either word, `word?` perhaps, `<set>`
one of a named set of words or word sequences, `{slot}` a value that is handed to the row's
builder (None where an optional one is missing). Matching tries at every token only those rows that
can begin with it, and remembers each slot at each token, so that it stays linear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.language.tokens import Token, ends_free, fold, starts_free

if TYPE_CHECKING:
    from bot.language.grammar import Grammar

DIGITS = "0"  # stands for any number in an index of first words
Build = Callable[..., object]
Found = tuple[Any, int]  # a value and the index after it
# Decides for a guarded row at tokens [start, end) whether its surroundings allow it.
Allowed = Callable[[str, int, int], bool]


class Row(NamedTuple):
    """A pattern, what it builds from its slots, and the name of a guard on its surroundings."""

    pattern: str
    build: Build
    guard: str = ""


class _Element(NamedTuple):
    words: frozenset[str]
    slot: str
    captures: bool
    optional: bool


class _Compiled(NamedTuple):
    elements: tuple[_Element, ...]
    build: Build
    guard: str


class Line:
    """A text's tokens as one language reads them, and what its slots have found so far."""

    __slots__ = ("_slots", "grammar", "size", "tokens", "words")

    def __init__(self, tokens: Sequence[Token], grammar: Grammar) -> None:
        self.tokens = tokens
        self.grammar = grammar
        self.words = [grammar.corrected(token) for token in tokens]
        self.size = len(tokens)
        self._slots: dict[tuple[str, int], Sequence[Found]] = {}

    def slot(self, name: str, index: int) -> Sequence[Found]:
        """What the slot finds at a token: values with the index after each, longest first."""
        key = (name, index)
        found = self._slots.get(key)
        if found is None:
            self._slots[key] = ()  # a slot that holds itself finds nothing in itself
            found = self.grammar.slots[name](self, index)
            self._slots[key] = found
        return found

    def text_at(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < self.size else ""

    def word_at(self, index: int) -> str:
        return self.words[index] if 0 <= index < self.size else ""

    def is_number(self, index: int) -> bool:
        return index < self.size and self.tokens[index].is_number

    def glued(self, index: int) -> bool:
        """Whether this token follows the one before without a space."""
        return index < self.size and not self.tokens[index].spaced

    def follows(self, index: int) -> bool:
        """Whether a phrase may go on here: not within a word that ends in digits (v2, at5)."""
        token, before = self.tokens[index], self.tokens[index - 1]
        return token.spaced or not token.is_number or not before.text[-1].isalpha()


class Book:
    """Compiled rows."""

    def __init__(self, rows: Iterable[Row], grammar: Grammar) -> None:
        self._index: dict[str, list[_Compiled]] = {}
        self._words: set[str] = set()
        for row in rows:
            compiled = _compile(row)
            self._words.update(*(element.words for element in compiled.elements))
            for word in _first_words(compiled.elements, grammar):
                self._index.setdefault(word, []).append(compiled)

    def words(self) -> Iterable[str]:
        """Every word that a row spells out."""
        return self._words

    @property
    def first_words(self) -> Iterable[str]:
        return self._index

    def longest(self, line: Line, start: int, allowed: Allowed) -> Found | None:
        """The longest row from a token whose surroundings allow it; of equal ones the first."""
        best: Found | None = None
        for row in self._rows(line, start):
            found = _match(line, row.elements, 0, start, start, ())
            if found is None or (best and found[1] <= best[1]):
                continue
            values, end = found
            if not ends_free(line.tokens, end) or (
                row.guard and not allowed(row.guard, start, end)
            ):
                continue
            value = row.build(*values)
            if value is not None:
                best = value, end
        return best

    def all(self, line: Line, start: int) -> list[Found]:
        """Every row from a token, longest first, for a phrase inside another one."""
        found = []
        for row in self._rows(line, start):
            match = _match(line, row.elements, 0, start, start, ())
            if match and (value := row.build(*match[0])) is not None:
                found.append((value, match[1]))
        return sorted(found, key=lambda each: -each[1])

    def whole(self, line: Line, end: int) -> object | None:
        """What a row builds that matches all tokens up to `end`."""
        for row in self._rows(line, 0):
            found = _match(line, row.elements, 0, 0, 0, (), whole=end)
            if found and (value := row.build(*found[0])) is not None:
                return value
        return None

    def _rows(self, line: Line, start: int) -> Sequence[_Compiled]:
        if start >= line.size:
            return ()
        return self._index.get(DIGITS if line.tokens[start].is_number else line.words[start], ())


def may_start(line: Line, index: int) -> bool:
    return starts_free(line.tokens, index)


def word_sequences(alternatives: str) -> tuple[tuple[str, ...], ...]:
    """`on|due by` as folded word sequences, longest first."""
    found = {tuple(each.split()) for spelled in alternatives.split("|") for each in spell(spelled)}
    return tuple(sorted(filter(None, found), key=lambda words: (-len(words), words)))


def spell(words: str) -> tuple[str, ...]:
    """The folded ways to type a word of a table: nächste as nachste and naechste."""
    plain = fold(words)
    written = words.casefold()
    for umlaut, typed in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        written = written.replace(umlaut, typed)
    return (plain,) if fold(written) == plain else (plain, fold(written))


def match_sequences(
    line: Line, index: int, sequences: Sequence[tuple[str, ...]]
) -> Sequence[Found]:
    """The word sequences that stand at a token, longest first."""
    found: list[Found] = []
    for words in sequences:
        end = index + len(words)
        if tuple(line.words[index:end]) == words and all(
            line.follows(k) for k in range(index + 1, end)
        ):
            found.append((None, end))
    return found


def _match(
    line: Line,
    elements: tuple[_Element, ...],
    k: int,
    index: int,
    start: int,
    got: tuple[object, ...],
    whole: int = -1,
) -> tuple[tuple[object, ...], int] | None:
    if k == len(elements):
        return (got, index) if whole < 0 or index == whole else None
    element = elements[k]
    if index < line.size and (index == start or line.follows(index)):
        if not element.slot:
            if line.words[index] in element.words and (
                found := _match(line, elements, k + 1, index + 1, start, got, whole)
            ):
                return found
        else:
            for value, end in line.slot(element.slot, index):
                more = (*got, value) if element.captures else got
                if found := _match(line, elements, k + 1, end, start, more, whole):
                    return found
    if element.optional:
        more = (*got, None) if element.captures else got
        return _match(line, elements, k + 1, index, start, more, whole)
    return None


def _compile(row: Row) -> _Compiled:
    return _Compiled(tuple(map(_element, row.pattern.split())), row.build, row.guard)


def _element(written: str) -> _Element:
    optional = len(written) > 1 and written.endswith("?")
    written = written[:-1] if optional else written
    if written[0] == "{" and written[-1] == "}":
        return _Element(frozenset(), written[1:-1], True, optional)
    if written[0] == "<" and written[-1] == ">":
        return _Element(frozenset(), written, False, optional)
    words = frozenset(form for word in written.split("|") for form in spell(word))
    return _Element(words, "", False, optional)


def _first_words(elements: Sequence[_Element], grammar: Grammar) -> set[str]:
    first: set[str] = set()
    for element in elements:
        first |= element.words if not element.slot else grammar.first_words(element.slot)
        if not element.optional:
            break
    return first


SlotTable = Mapping[str, Callable[[Line, int], Sequence[Found]]]
