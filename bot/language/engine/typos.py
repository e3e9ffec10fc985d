"""Small typos in date words: one letter missing, doubled, wrong, or two exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

REMEMBERED = 4096  # words


class Typos:
    """Finds the date word that was meant by looking up words with one letter left out.

    Comparing every word of a text with every date word would cost more than the whole parse;
    this is one look-up for each letter (the symmetric deletes of W. Garbe's SymSpell).
    """

    def __init__(
        self, words: Iterable[str], *, known: frozenset[str], ordinary: Iterable[str]
    ) -> None:
        self.known = known
        self._latest: dict[str, str] = {}
        self._words = frozenset(words)
        self._ordinary = frozenset(ordinary)
        self._initials = frozenset(word[0] for word in self._words)
        self._without: dict[str, set[str]] = {}
        for word in self._words:
            for k in range(len(word)):
                self._without.setdefault(word[:k] + word[k + 1 :], set()).add(word)

    def meant(self, word: str) -> str:
        """The only date word that is one typo away, or the word itself. Keeps recent answers."""
        found = self._latest.get(word)
        if found is None:
            if len(self._latest) >= REMEMBERED:
                self._latest.clear()
            found = self._latest[word] = self._nearest(word)
        return found

    def _nearest(self, word: str) -> str:
        if word[0] not in self._initials or word in self._ordinary:
            return word
        near = set(self._without.get(word, ()))
        for k in range(len(word)):
            shorter = word[:k] + word[k + 1 :]
            if shorter in self._words:
                near.add(shorter)
            for other in self._without.get(shorter, ()):
                if len(other) == len(word) and is_one_edit(word, other):
                    near.add(other)
        near = {each for each in near if each[0] == word[0] and word != each + "s"}
        return near.pop() if len(near) == 1 else word


def is_one_edit(one: str, other: str) -> bool:
    """Whether two words of equal length differ in one letter or in two exchanged neighbours."""
    wrong = [k for k, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(wrong) == 1:
        return True
    if len(wrong) != 2 or wrong[1] - wrong[0] != 1:
        return False
    first, second = wrong
    return one[first] == other[second] and one[second] == other[first]
