"""Phrases as tables: patterns, indexed by their first word and matched over tokens.

A pattern is written as people write, with four signs: `a|b` either word, `word?` perhaps, `<set>`
one of a named set of words or word sequences, `{slot}` a value that is handed to the row's
builder (None where an optional one is missing). Matching tries at every token only those rows that
can begin with it, and remembers each slot at each token, so that it stays linear.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.language.engine.tokens import Token, ends_free, fold

if TYPE_CHECKING:
    from bot.language.engine.grammar import Grammar

_NOT_INSIDE = ("start", "day-number")  # guards
REMEMBERED = 128  # words at each node
DIGITS = "0"  # any number, in an index of first words
Build = Callable[..., object]
Match = tuple[Any, int]  # a value and the index after it
# Takes a row's guards and the tokens [start, end) of its phrase; False where a guard is not met.
Allowed = Callable[[str, int, int], bool]


class Pattern(NamedTuple):
    """A pattern, what it builds from its slots, and the name of a guard on its surroundings."""

    pattern: str
    build: Build
    guard: str = ""


class _Element(NamedTuple):
    words: frozenset[str]
    slot: str
    captures: bool
    optional: bool


class _End(NamedTuple):
    """A row that ends at a node; `missing` are the places of optional slots that are left out."""

    order: int
    row: Pattern
    missing: tuple[int, ...]


class _Node:
    """A node of a trie: rows with the same beginning share it, so that it is matched once."""

    __slots__ = ("ends", "fitting", "slots", "words")

    def __init__(self) -> None:
        self.words: dict[str, list[_Node]] = {}
        self.slots: list[tuple[str, frozenset[str], bool, _Node]] = []
        self.ends: list[_End] = []
        self.fitting: dict[str, tuple[tuple[str, bool, _Node], ...]] = {}

    def slots_for(self, key: str) -> tuple[tuple[str, bool, _Node], ...]:
        """The slots that may begin with a word; most nodes have many, and few of them fit."""
        found = self.fitting.get(key)
        if found is None:
            fits = (each for each in self.slots if key in each[1])
            found = tuple((slot, captures, after) for slot, _, captures, after in fits)
            if len(self.fitting) < REMEMBERED:
                self.fitting[key] = found
        return found


_Reached = tuple[int, int, tuple[object, ...]]  # the token reached, the first one, the values


class _Way(NamedTuple):
    """A way through the rows: where it ended, at which of them, and the values on it."""

    end: int
    at: _End
    values: tuple[object, ...]


class Sentence:
    """A text's tokens as one language reads them, and what its slots have found so far."""

    __slots__ = ("_slots", "grammar", "keys", "size", "tokens", "words")

    def __init__(
        self, tokens: Sequence[Token], grammar: Grammar, words: Sequence[str] | None = None
    ) -> None:
        self.tokens = tokens
        self.grammar = grammar
        self.words = words or grammar.corrected(tokens)
        self.keys = [
            DIGITS if token.is_number else word
            for token, word in zip(tokens, self.words, strict=True)
        ]
        self.size = len(tokens)
        self._slots: dict[tuple[str, int], Sequence[Match]] = {}

    def only(self, kept: Sequence[int]) -> Sentence:
        """The sentence of these tokens alone, as if the others had not been written."""
        tokens = [
            self.tokens[at] if at == before + 1 else self.tokens[at]._replace(spaced=True)
            for before, at in pairwise((-1, *kept))
        ]
        return Sentence(tokens, self.grammar, [self.words[at] for at in kept])

    def slot(self, name: str, index: int) -> Sequence[Match]:
        """What the slot finds at a token: values with the index after each, longest first."""
        first = self.grammar.begins.get(name)
        if first is not None and (index >= self.size or self.keys[index] not in first):
            return ()
        key = (name, index)
        found = self._slots.get(key)
        if found is None:
            self._slots[key] = ()  # ends the recursion of a slot that contains itself
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

    def is_spaced(self, index: int) -> bool:
        return index < self.size and self.tokens[index].spaced

    def follows(self, index: int) -> bool:
        """Whether a phrase may continue here: not within a word that ends in digits (v2, at5)."""
        token, before = self.tokens[index], self.tokens[index - 1]
        if token.text == "!":  # every! 3 days, but not every !10m
            return not token.spaced
        return token.spaced or not token.is_number or not before.text[-1].isalpha()


class Book:
    """Compiled rows of patterns, as a trie."""

    def __init__(self, rows: Iterable[Pattern], grammar: Grammar) -> None:
        self._root = _Node()
        self._grammar = grammar
        self._words: set[str] = set()
        self._nodes: dict[tuple[int, _Element], _Node] = {}
        for order, row in enumerate(rows):
            elements = tuple(map(_element, row.pattern.split()))
            self._words.update(*(element.words for element in elements))
            self._add(self._root, elements, _End(order, row, ()), captured=0)
        self._nodes.clear()
        slots = (first for _, first, _, _ in self._root.slots)
        self.first_words = frozenset().union(self._root.words, *slots)

    def _add(
        self, node: _Node, elements: tuple[_Element, ...], end: _End, *, captured: int
    ) -> None:
        if not elements:
            node.ends.append(end)
            return
        element, rest = elements[0], elements[1:]
        here = int(element.captures)
        self._add(self._after(node, element), rest, end, captured=captured + here)
        if element.optional:
            missing = (*end.missing, captured) if element.captures else end.missing
            self._add(node, rest, end._replace(missing=missing), captured=captured + here)

    def _after(self, node: _Node, element: _Element) -> _Node:
        key = (id(node), element._replace(optional=False))
        known = self._nodes.get(key)
        if known is not None:
            return known
        new = self._nodes[key] = _Node()
        if element.slot:
            first = self._grammar.first_words(element.slot)
            node.slots.append((element.slot, first, element.captures, new))
        for word in element.words:
            node.words.setdefault(word, []).append(new)
        return new

    def words(self) -> Iterable[str]:
        """Every word that a row spells out."""
        return self._words

    def longest(self, line: Sentence, start: int, allowed: Allowed) -> Match | None:
        """The longest row from a token that meets its guards; of equally long ones the first."""
        for end, at, values in self._ways(line, start):
            if not ends_free(line.tokens, end):
                continue
            if at.row.guard and not allowed(at.row.guard, start, end):
                continue
            value = _built(at, values)
            if value is not None:
                return value, end
        return None

    def all(self, line: Sentence, start: int) -> list[Match]:
        """Every row from a token, longest first, for a phrase inside another one: none of those
        that depend on what is around (30m at a start, sun 27 before a clock time)."""
        built = (
            (_built(at, values), end)
            for end, at, values in self._ways(line, start)
            if not at.row.guard.startswith(_NOT_INSIDE)
        )
        return [(value, end) for value, end in built if value is not None]

    def _ways(self, line: Sentence, start: int) -> list[_Way]:
        if start >= line.size or line.keys[start] not in self.first_words:
            return []
        ways: list[_Way] = []
        _walk(line, self._root, (start, start, ()), ways)
        if len(ways) > 1:
            ways.sort(key=_longest_first)
        return ways


def _longest_first(way: _Way) -> tuple[int, int]:
    return -way.end, way.at.order


def _built(at: _End, values: tuple[object, ...]) -> object | None:
    if not at.missing:
        return at.row.build(*values)
    arguments = list(values)
    for place in at.missing:
        arguments.insert(place, None)
    return at.row.build(*arguments)


def _walk(line: Sentence, node: _Node, way: _Reached, ways: list[_Way]) -> None:
    """Follow every row that matches from here on; collect those that end."""
    index, start, values = way
    for at in node.ends:
        ways.append(_Way(index, at, values))  # noqa: PERF401  # most nodes end nothing
    if index >= line.size or (index > start and not line.follows(index)):
        return
    for after in node.words.get(line.words[index], ()):
        _walk(line, after, (index + 1, start, values), ways)
    key = line.keys[index]
    fitting = node.fitting.get(key)
    for slot, captures, after in node.slots_for(key) if fitting is None else fitting:
        for value, end in line.slot(slot, index):
            more = (*values, value) if captures else values
            _walk(line, after, (end, start, more), ways)


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


Sequences = Mapping[str, Sequence[tuple[str, ...]]]


def by_first_word(sequences: Iterable[tuple[str, ...]]) -> Sequences:
    """Word sequences by their first word, in their order."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sequences:
        found.setdefault(words[0], []).append(words)
    return found


def match_sequences(line: Sentence, index: int, sequences: Sequences) -> Sequence[Match]:
    """The word sequences that begin at a token, longest first."""
    if index >= line.size:
        return ()
    found: list[Match] = []
    for words in sequences.get(line.words[index], ()):
        end = index + len(words)
        if len(words) == 1 or (
            tuple(line.words[index:end]) == words
            and all(line.follows(k) for k in range(index + 1, end))
        ):
            found.append((None, end))
    return found


def _element(written: str) -> _Element:
    optional = len(written) > 1 and written.endswith("?")
    written = written[:-1] if optional else written
    if written[0] == "{" and written[-1] == "}":
        return _Element(frozenset(), written[1:-1], True, optional)
    if written[0] == "<" and written[-1] == ">":
        return _Element(frozenset(), written, False, optional)
    words = frozenset(form for word in written.split("|") for form in spell(word))
    return _Element(words, "", False, optional)
