"""The language that reads most of a line, completed by the others.

Most lines are in one language. Where the day is said in one and the time in another (Meeting next
Monday um 10 Uhr), each is read in its own.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from bot.language.engine.phrases import Sentence
from bot.language.engine.tokens import CUT, MARK, Token, tokenize
from bot.language.grammars import Adapt, grammar_of, phrasebook
from bot.language.said import Day, Every, LeadIn, Nag, Part, Remind, Until, WallTime

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bot.language.engine.grammar import Grammar
    from bot.language.engine.guarding.around import Piece
    from bot.language.engine.marks import Marks
    from bot.language.languages import Languages
    from bot.language.said import Said
    from bot.language.values import Place

OWN_LANGUAGE_BONUS = 1  # character: a tie is read in the person's language


def readable(text: str, marks: Marks) -> list[Token]:
    """The tokens of a text, with no words in its quotes and for its signs."""
    tokens = tokenize(text)
    signs, literal = marks.signs(), marks.literal
    if not signs and not literal:
        return list(tokens)
    found = list(tokens)
    starts = [token.start for token in tokens]
    for ranges, sign in ((literal, CUT), (signs, MARK)):
        for start, end in ranges:
            k = bisect_left(starts, end) - 1
            while k >= 0 and found[k].end > start:
                found[k] = _unreadable(found[k], sign)
                k -= 1
    return found


def _unreadable(token: Token, sign: str) -> Token:
    return token._replace(text=sign, folded=sign, is_number=False)


def best_reading(
    text: str,
    tokens: Sequence[Token],
    place: Place,
    languages: Languages,
    *,
    adapt: Adapt = phrasebook,
    phrases_of: Callable[[Sentence], list[Piece]],
) -> tuple[Sentence, list[Piece]]:
    """The language that reads most of a text, with what it reads; the person's own is first."""
    own, *others = languages.in_order(place.language)
    best = Sentence(tokens, grammar_of(languages, own, adapt))
    phrases = phrases_of(best)
    most = _covered(best, phrases)
    most += OWN_LANGUAGE_BONUS if most else 0
    read = [(best, phrases)]
    for code in others:
        grammar = grammar_of(languages, code, adapt)
        if not grammar.letters.search(text) or not _has_own_word(grammar, tokens):
            continue
        line = Sentence(tokens, grammar)
        found = phrases_of(line)
        read.append((line, found))
        covered = _covered(line, found)
        if covered > most and any(
            _has_own_word(grammar, line.tokens[p.start : p.end]) for p in found
        ):
            best, phrases, most = line, found, covered
    others_read = [(line, found) for line, found in read if line is not best]
    return best, _completed(phrases, others_read)


def _completed(pieces: list[Piece], read: Sequence[tuple[Sentence, list[Piece]]]) -> list[Piece]:
    """The pieces of a line, with the day or the time that it has in another language."""
    if pieces and all(isinstance(piece.said, Remind | Nag | LeadIn) for piece in pieces):
        pieces = _with_date(pieces, read)
    for line, found in read:
        for piece in found:
            if _has_own_word(line.grammar, line.tokens[piece.start : piece.end]):
                pieces = _with_other(pieces, piece)
    return pieces


def _with_date(pieces: list[Piece], read: Sequence[tuple[Sentence, list[Piece]]]) -> list[Piece]:
    """Reminders of one language, with the date that most is read of in another one."""
    taken = {k for piece in pieces for k in range(piece.start, piece.end)}
    dates = [
        (line, [p for p in found if not taken.intersection(range(p.start, p.end))])
        for line, found in read
    ]
    most = max((_covered(*each) for each in dates), default=0)
    for line, found in dates:
        words = (line.tokens[piece.start : piece.end] for piece in found)
        if _covered(line, found) == most and any(_has_own_word(line.grammar, w) for w in words):
            return sorted((*pieces, *found), key=lambda each: each.start)
    return pieces


def _with_other(pieces: list[Piece], other: Piece) -> list[Piece]:
    """With a piece of another language that is missing, or in place of a part of it."""
    inside = [each for each in pieces if other.start <= each.start and each.end <= other.end]
    if len(inside) == 1 and _says_more(other.said, inside[0].said):
        return [other if each is inside[0] else each for each in pieces]
    if not _lacks(pieces, other):
        return pieces
    return sorted((*pieces, other), key=lambda each: each.start)


def _says_more(said: Said, inside: Said) -> bool:
    """bis 18 h, of which another language reads 18 h"""
    is_end = isinstance(said, Until) and said.clock is not None and isinstance(inside, WallTime)
    return type(said) is type(inside) or is_end


def _lacks(pieces: Sequence[Piece], other: Piece) -> bool:
    """Whether a day lacks this time, or a time this day, and no words are read twice."""
    if not pieces or any(p.start < other.end and other.start < p.end for p in pieces):
        return False
    has_day = any(isinstance(piece.said, Day | Every | Until) for piece in pieces)
    has_time = any(isinstance(piece.said, WallTime | Part) for piece in pieces)
    if isinstance(other.said, WallTime | Part):
        return has_day and not has_time
    return isinstance(other.said, Day | Every) and has_time and not has_day


def _has_own_word(grammar: Grammar, tokens: Iterable[Token]) -> bool:
    return grammar.has_own(token.folded for token in tokens)


def _covered(line: Sentence, pieces: Iterable[Piece]) -> int:
    """How many characters a language reads."""
    covered = (line.tokens[piece.start : piece.end] for piece in pieces)
    return sum(len(token.text) for tokens in covered for token in tokens)
