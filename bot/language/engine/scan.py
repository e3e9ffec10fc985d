"""One walk over a line's tokens that gathers the phrases of one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.engine.guarding.around import Around, Piece
from bot.language.engine.guarding.beside import allows
from bot.language.engine.tokens import MARK, starts_free
from bot.language.engine.zones import zone_after
from bot.language.said import Every, Nag, Remind, Said, WallTime
from bot.language.values import TextSpan

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bot.language.engine.phrases import Book, Match, Sentence
    from bot.language.values import SpanKind

_BRACKETS = {
    **{opening: (closing, 1) for opening, closing in ("()", "[]", "{}")},
    **{closing: (opening, -1) for opening, closing in ("()", "[]", "{}")},
}


def scan(line: Sentence) -> list[Piece]:
    """The longest phrases from left to right; none overlaps another one.

    Signs and reminders may stand anywhere: the rest is read as if they had not been written.
    """
    signs = {k for k, word in enumerate(line.words) if word == MARK}
    pieces = _scan_without(line, signs)
    aside = [piece for piece in pieces if isinstance(piece.said, Remind | Nag)]
    if not aside:
        return pieces
    taken = signs.union(*(range(piece.start, piece.end) for piece in aside))
    rest = (p for p in _scan_without(line, taken) if not isinstance(p.said, Remind | Nag))
    return sorted((*aside, *rest), key=lambda piece: piece.start)


def _scan_without(line: Sentence, taken: Collection[int]) -> list[Piece]:
    """The phrases of a line without some of its tokens, at their places in the whole line."""
    if not taken:
        return _scan_all(line)
    kept = [k for k in range(line.size) if k not in taken and not _encloses(line, k, taken)]
    found = _scan_all(line.only(kept))
    return [piece._replace(start=kept[piece.start], end=kept[piece.end - 1] + 1) for piece in found]


def _encloses(line: Sentence, index: int, taken: Collection[int]) -> bool:
    """Whether a bracket has nothing but what is taken between it and its other half: (#home)."""
    other, step = _BRACKETS.get(line.text_at(index), ("", 0))
    at = index + step
    while step and (at in taken or line.text_at(at) == ","):
        at += step
    return at != index + step and line.text_at(at) == other


def _scan_all(line: Sentence) -> list[Piece]:
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
        idiom = grammar.idiom_at(line, index)
        if idiom > index:
            index = idiom
            continue
        key = line.keys[index]
        fitting = [book for book in books if key in book.first_words]
        if fitting and starts_free(line.tokens, index):
            for book in fitting:
                found = book.longest(line, index, allowed)
                if found and (best is None or found[1] > best[1]):
                    best = found
        if best is None:
            index += 1
            continue
        said, end = best
        pieces.append(Piece(_marked(line, said, index, end), index, end))
        index = end
        may_follow = isinstance(said, WallTime) and end < line.size
        zone = zone_after(line, end) if may_follow and grammar.idiom_at(line, end) == end else None
        if zone is not None:
            pieces.append(Piece(zone[0], end, zone[1]))
            index = zone[1]
    return pieces


def _marked(line: Sentence, said: Said, start: int, end: int) -> Said:
    """every! counts from completion; any language's "every" may have the mark."""
    if isinstance(said, Every) and "!" in line.words[start : end - 1]:
        return said.after_completion()
    return said


def span_of(line: Sentence, piece: Piece, kind: SpanKind) -> TextSpan:
    """The span of a piece in the text."""
    return TextSpan(kind, line.tokens[piece.start].start, line.tokens[piece.end - 1].end)
