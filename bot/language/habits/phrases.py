"""Amounts and quotas of a habit's line with what belongs to them: at most 2 coffees a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.language.engine.tokens import CUT
from bot.language.said import Alarm, Amount, Bound, Every, Part, Per, Quota, WallTime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.engine.guarding.around import Piece
    from bot.language.engine.phrases import Sentence

MOST_BETWEEN = 4  # words between an amount and its period: 2000 ml of still water a day
LARGEST = 10_000_000
_MARKS = frozenset(",;&+")


@dataclass(slots=True)
class Phrase:
    """An amount or a number of times, with its bound and its period.

    `noun` is the token of a word that may be its unit (5 apples a day); `beside` is True
    where a repeat follows right after.
    """

    said: Amount | Quota
    pieces: list[Piece]
    most: bool | None
    per: Every | None
    noun: int | None = None
    beside: bool = False

    @property
    def is_bare(self) -> bool:
        return isinstance(self.said, Amount) and not self.said.unit

    @property
    def is_meant(self) -> bool:
        """Whether a number is an amount: not in "read chapter 5" or "write a page"."""
        if not isinstance(self.said, Amount):
            return True
        if not (0 < self.said.value < LARGEST or (self.most and not self.said.value)):
            return False
        if self.is_bare or self.said.vague:
            return self.per is not None or self.beside or self.most is not None
        return True


def find_phrases(line: Sentence, pieces: Sequence[Piece]) -> list[Phrase]:
    """The amounts and quotas among the pieces, in their order; none shares a piece with another."""
    owned: set[int] = set()
    found: list[Phrase] = []
    for k, piece in enumerate(pieces):
        if isinstance(piece.said, Amount | Quota):
            phrase = Phrase(piece.said, [piece], piece.said.most, piece.said.per)
            _take_before(phrase, pieces, k, owned)
            _take_after(phrase, line, pieces, k, owned)
            found.append(phrase)
    return found


def touches(line: Sentence, one: Piece, other: Piece) -> bool:
    """Whether nothing, or only an "and" or a comma, is between two pieces."""
    return all(is_joint(line, k) for k in range(one.end, other.start))


def is_joint(line: Sentence, index: int) -> bool:
    return line.words[index] in _MARKS or any(
        end == index + 1 for _, end in line.slot("<joint>", index)
    )


def _take_before(phrase: Phrase, pieces: Sequence[Piece], k: int, owned: set[int]) -> None:
    start = pieces[k].start
    for j in range(k - 1, -1, -1):
        if j in owned or pieces[j].end != start or not _take(phrase, pieces[j]):
            return
        owned.add(j)
        start = pieces[j].start


def _take_after(
    phrase: Phrase, line: Sentence, pieces: Sequence[Piece], k: int, owned: set[int]
) -> None:
    noun = _noun(phrase, line, pieces, k)
    reach = MOST_BETWEEN if not phrase.is_bare or phrase.most is not None else int(noun is not None)
    end = pieces[k].end
    for j in range(k + 1, len(pieces)):
        piece = pieces[j]
        if piece.start - end > reach:
            break
        if isinstance(piece.said, Every):
            phrase.beside = not phrase.is_bare or piece.start - end <= int(noun is not None)
            break
        if not isinstance(piece.said, WallTime | Part | Alarm):
            if _is_of_next(pieces, j) or not _take(phrase, piece):
                break
            owned.add(j)
        end = piece.end
    phrase.noun = noun if phrase.is_meant else None


def _noun(phrase: Phrase, line: Sentence, pieces: Sequence[Piece], k: int) -> int | None:
    """The word right after a bare amount, if it is in no phrase: apples of 5 apples a day."""
    index = pieces[k].end
    taken = k + 1 < len(pieces) and pieces[k + 1].start == index
    if not phrase.is_bare or taken or index >= line.size or is_joint(line, index):
        return None
    text = line.text_at(index)
    return index if len(text) > 1 and text != CUT and text[0].isalpha() else None


def _take(phrase: Phrase, piece: Piece) -> bool:
    said = piece.said
    if isinstance(said, Bound) and phrase.most is None:
        phrase.most = said.most
    elif isinstance(said, Per) and phrase.per is None:
        phrase.per = said.every
    else:
        return False
    phrase.pieces.append(piece)
    return True


def _is_of_next(pieces: Sequence[Piece], j: int) -> bool:
    """Whether a bound is right before another amount: 20 pages, at most 2 times."""
    if not isinstance(pieces[j].said, Bound) or j + 1 >= len(pieces):
        return False
    after = pieces[j + 1]
    return after.start == pieces[j].end and isinstance(after.said, Amount | Quota)
