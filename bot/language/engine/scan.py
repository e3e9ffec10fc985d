"""One walk over a line's tokens that gathers the phrases of one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.engine.guards import Around, Piece, allows
from bot.language.engine.tokens import starts_free
from bot.language.said import Every, Said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.engine.phrases import Book, Match, Sentence


def scan(line: Sentence) -> list[Piece]:
    """The longest phrases from left to right; none overlaps another one."""
    grammar = line.grammar
    books = (
        grammar.marks,
        grammar.repeats,
        grammar.bounds,
        grammar.days,
        grammar.parts,
        grammar.clocks,
    )
    return scan_books(line, books)


def scan_books(line: Sentence, books: Sequence[Book]) -> list[Piece]:
    """The phrases of some books; of equally long ones that of the earlier book is taken."""
    grammar = line.grammar
    pieces: list[Piece] = []
    index = 0

    def allowed(guard: str, start: int, end: int) -> bool:
        return allows(guard, Around(line, pieces, start, end))

    while index < line.size:
        best: Match | None = None
        if grammar.starts(line, index) and starts_free(line.tokens, index):
            for book in books:
                found = book.longest(line, index, allowed)
                if found and (best is None or found[1] > best[1]):
                    best = found
        if best is None:
            index += 1
            continue
        said, end = best
        pieces.append(Piece(_marked(line, said, index, end), index, end))
        index = end
    return pieces


def _marked(line: Sentence, said: Said, start: int, end: int) -> Said:
    """every! counts from completion; any language's "every" may have the mark."""
    if isinstance(said, Every) and "!" in line.words[start : end - 1]:
        return said.after_completion()
    return said
