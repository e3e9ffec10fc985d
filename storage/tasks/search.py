"""Search in title, notes, tags and checklist: every word by its beginning, folded in any script.

The folded words are in one column, `Task.searchable` (see `storage.history.kinds.searchable`), so
that both databases give the same answer by the same LIKE; bench/search.py measures what it costs.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, String, and_, bindparam, case, literal
from sqlmodel import col

from storage.models import Task
from storage.rules.folding import words

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS_LIMIT = 20


def search_words(text: str) -> list[str]:
    """The words that a search looks for: at most twenty."""
    return words(text)[:WORDS_LIMIT]


@dataclass(frozen=True, slots=True)
class Patterns:
    """What LIKE compares for one word: texts, or the parameters of a statement for them."""

    title_word: Any
    title_beginning: Any
    word: Any
    beginning: Any


def patterns(word: str) -> Patterns:
    """The patterns of a word."""
    return Patterns(f"% {word} %\n%", f"% {word}%\n%", f"% {word} %", f"% {word}%")


def given(place: int) -> Patterns:
    """The parameters for the word at a place, whose values `word_values` gives."""
    return Patterns(*(bindparam(f"word_{place}_{number}", type_=String) for number in range(4)))


def word_values(wanted: Sequence[str]) -> dict[str, str]:
    """The values of the parameters for these words."""
    return {
        f"word_{place}_{number}": pattern
        for place, word in enumerate(wanted)
        for number, pattern in enumerate(astuple(patterns(word)))
    }


def has_words(wanted: Sequence[Patterns]) -> ColumnElement[bool]:
    """The condition that each of these is the beginning of a word of the task."""
    text = col(Task.searchable)
    return and_(literal(True), *(text.like(word.beginning) for word in wanted))


def relevance(wanted: Sequence[Patterns]) -> ColumnElement[int]:
    """How well a task matches: a whole word of the title counts 4, the beginning of one 3; a whole
    word elsewhere 2, the beginning of one 1."""
    score: ColumnElement[int] = literal(0)
    text = col(Task.searchable)
    for word in wanted:
        score = score + case(
            (text.like(word.title_word), 4),
            (text.like(word.title_beginning), 3),
            (text.like(word.word), 2),
            else_=1,
        )
    return score
