"""People who take turns: `rotate @ann @bob`, in every language of Dueto's."""

from __future__ import annotations

import itertools
from functools import cache
from typing import TYPE_CHECKING

from bot.language.engine.tokens import Token, fold, tokenize
from bot.language.languages import ALL, Languages
from bot.language.values import TextSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 2  # people who can take turns
_JOINTS = frozenset(",;&+/>-–—→:")  # marks between names, or before the first one


def find_turns(
    text: str,
    names: Sequence[TextSpan],
    *,
    kept: Sequence[tuple[int, int]] = (),
    languages: Languages = ALL,
) -> list[TextSpan]:
    """The words right before several names that say that these people take turns, and the words
    between the names. Empty where nothing says so, or what does is `kept` as title."""
    if len(names) < FEWEST:
        return []
    tokens = tokenize(text)
    lead = next(filter(None, (_lead(tokens, name.start, languages) for name in names)), None)
    if lead is None or any(start < lead.end and lead.start < end for start, end in kept):
        return []
    return [lead, *_joints(tokens, names, languages)]


def says_turns(words: Sequence[str], *, languages: Languages = ALL) -> bool:
    """Whether words say that those who are named beside them take turns."""
    folded = tuple(token.folded for token in tokenize(" ".join(words)) if token.text not in _JOINTS)
    return folded in _wordings(languages)


def _lead(tokens: Sequence[Token], start: int, languages: Languages) -> TextSpan | None:
    """The longest wording that ends right before a name, with the colon behind it."""
    before = [token for token in tokens if token.end <= start]
    last = before[-1].end if before else 0
    while before and before[-1].text in _JOINTS:
        before.pop()
    folded = [token.folded for token in before]
    for wording in _wordings(languages):
        if wording == tuple(folded[-len(wording) :]):
            return TextSpan("turns", before[-len(wording)].start, last)
    return None


def _joints(
    tokens: Sequence[Token], names: Sequence[TextSpan], languages: Languages
) -> list[TextSpan]:
    """`and` and its like between two names."""
    found = []
    for one, other in itertools.pairwise(names):
        between = [each for each in tokens if one.end <= each.start and each.end <= other.start]
        joints = _ands(languages) | _JOINTS
        if between and all(each.folded in joints for each in between):
            found.append(TextSpan("joint", between[0].start, between[-1].end))
    return found


@cache
def _wordings(languages: Languages) -> tuple[tuple[str, ...], ...]:
    """All wordings as folded words, the longest first."""
    said = {
        tuple(token.folded for token in tokenize(wording))
        for each in languages.every()
        for wording in each.lists.turns.split("|")
        if wording
    }
    return tuple(sorted(said, key=len, reverse=True))


@cache
def _ands(languages: Languages) -> frozenset[str]:
    wordings = (each.phrasebook.sets.get("and", "") for each in languages.every())
    return frozenset(fold(word) for said in wordings for word in said.split("|"))
