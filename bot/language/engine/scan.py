"""One walk over a line's tokens that gathers the phrases of one language."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.engine.guards import Around, Piece, allows
from bot.language.engine.phrases import Book, Sentence
from bot.language.engine.tokens import starts_free
from bot.language.said import Every, Said


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
    """The phrases of some books; of equally long ones the earlier book's counts."""
    grammar = line.grammar
    pieces: list[Piece] = []
    index = 0

    def allowed(guard: str, start: int, end: int) -> bool:
        return allows(guard, Around(line, pieces, start, end))

    while index < line.size:
        best: Piece | None = None
        if grammar.starts(line, index) and starts_free(line.tokens, index):
            for book in books:
                found = book.longest(line, index, allowed)
                if found and (best is None or found[1] > best.end):
                    best = Piece(_marked(line, found[0], index, found[1]), index, found[1])
        if best is None:
            index += 1
        else:
            pieces.append(best)
            index = best.end
    return pieces


def _marked(line: Sentence, said: Said, start: int, end: int) -> Said:
    """every! counts from completion; the mark may stand in any language's "every"."""
    if isinstance(said, Every) and "!" in line.words[start : end - 1]:
        return said.after_completion()
    return said
