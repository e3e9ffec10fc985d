"""The words of wishes about habits: did, log, skip at an end of the text, and pauses."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bot.language.engine.phrases import word_sequences
from bot.language.engine.tokens import Token, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.language.languages import Languages
    from bot.language.values import Place

_OF_ENTRIES = ("did", "did_after", "log", "log_after", "skip", "skipped")
_OF_PAUSES = ("habits", "away", "gone", "back")


def mentions_entries(tokens: Sequence[Token], languages: Languages) -> bool:
    """Whether a text has a word of what was done or skipped: a quick look before reading it."""
    known = _chief_words(_OF_ENTRIES, languages)
    return any(token.folded in known for token in tokens)


def mentions_pauses(tokens: Sequence[Token], languages: Languages) -> bool:
    """Whether a text has a word of pauses of all habits."""
    known = _chief_words(_OF_PAUSES, languages)
    return any(token.folded in known for token in tokens)


@cache
def _chief_words(wishes: tuple[str, ...], languages: Languages) -> frozenset[str]:
    """The longest word of each wording: fui of "fui a la"."""
    wordings = (_wordings(code, wish, languages) for code in languages.codes for wish in wishes)
    return frozenset(max(words, key=len) for each in wordings for words in each)


@cache
def _wordings(code: str, wish: str, languages: Languages) -> tuple[tuple[str, ...], ...]:
    return word_sequences(languages.tables(code).entries.wishes[wish])


class Wordings(NamedTuple):
    """The wordings of wishes in all languages, a person's own language first."""

    languages: Languages
    place: Place

    def _of(self, wish: str) -> Iterator[tuple[str, ...]]:
        """A wish's wordings, those of the person's language first, longer ones before shorter."""
        for code in self.languages.in_order(self.place.language):
            yield from _wordings(code, wish, self.languages)

    def after(self, wish: str, text: str) -> str | None:
        """What follows a wish's words at the beginning of a text: gym of "did gym"."""
        tokens = tokenize(text)
        folded = tuple(token.folded for token in tokens)
        for words in self._of(wish):
            if folded[: len(words)] == words and len(words) < len(folded):
                return text[tokens[len(words)].start :]
        return None

    def before(self, wish: str, text: str) -> str | None:
        """What is before a wish's words at the end of a text: gym of "gym done"."""
        tokens = tokenize(text)
        folded = tuple(token.folded for token in tokens)
        for words in self._of(wish):
            if folded[-len(words) :] == words and len(words) < len(folded):
                return text[: tokens[-len(words) - 1].end]
        return None

    def without(self, wish: str, text: str) -> str | None:
        """A text without a wish's words at one of its ends; None when they are at none."""
        return self.after(wish, text) or self.before(wish, text)


class Order:
    """A text as an order about all habits, such as a pause, in one language."""

    def __init__(self, tokens: Sequence[Token], code: str, languages: Languages) -> None:
        self.code, self.languages = code, languages
        self.folded = tuple(token.folded for token in tokens)

    def is_wish(self, wish: str) -> bool:
        """Whether the text is a wish's words and nothing else."""
        return self.folded in _wordings(self.code, wish, self.languages)

    def after(self, wish: str) -> int | None:
        """The token after a wish's words at the beginning."""
        found = (
            len(w) for w in _wordings(self.code, wish, self.languages) if self.folded[: len(w)] == w
        )
        return next(found, None)

    def rest(self, order: str) -> tuple[int, int] | None:
        """The tokens besides an order: "until oct 5" of "pause my habits until oct 5".

        None when it is no such order, or has further words on both sides.
        """
        ordering, naming = self._single(order), self._single("habits")
        if not (ordering.intersection(self.folded) and naming.intersection(self.folded)):
            return None
        taken = [word in ordering or word in naming for word in self.folded]
        filling = self._single("filling")
        for k in range(1, len(taken)):
            taken[k] = taken[k] or (taken[k - 1] and self.folded[k] in filling)
        for k in range(len(taken) - 2, -1, -1):
            taken[k] = taken[k] or (taken[k + 1] and self.folded[k] in filling)
        left = [k for k, is_taken in enumerate(taken) if not is_taken]
        if not left:
            return 0, 0
        return (left[0], left[-1] + 1) if left[-1] - left[0] < len(left) else None

    def _single(self, wish: str) -> frozenset[str]:
        """The words of a wish, each for itself."""
        wordings = _wordings(self.code, wish, self.languages)
        return frozenset(word for words in wordings for word in words)
