"""Search in title, notes, tags and checklist: every word by its beginning, folded in any script.

The folded words are in one column, `Task.searchable` (see `storage.history.kinds.searchable`), so
that both databases give the same answer by the same LIKE; bench/search.py measures what it costs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, case, literal
from sqlmodel import col

from storage.models import Task
from storage.rules.folding import words

if TYPE_CHECKING:
    from collections.abc import Sequence

WORDS_LIMIT = 20


def search_words(text: str) -> list[str]:
    """The words that a search looks for: at most twenty."""
    return words(text)[:WORDS_LIMIT]


def has_words(wanted: Sequence[str]) -> ColumnElement[bool]:
    """The condition that each of these is the beginning of a word of the task."""
    return and_(literal(True), *(col(Task.searchable).like(f"% {word}%") for word in wanted))


def relevance(wanted: Sequence[str]) -> ColumnElement[int]:
    """How well a task matches: a whole word of the title counts 4, the beginning of one 3; a whole
    word elsewhere 2, the beginning of one 1."""
    score: ColumnElement[int] = literal(0)
    for word in wanted:
        text = col(Task.searchable)
        score = score + case(
            (text.like(f"% {word} %\n%"), 4),
            (text.like(f"% {word}%\n%"), 3),
            (text.like(f"% {word} %"), 2),
            else_=1,
        )
    return score
