"""The words of `/list`, in every language of Dueto's: which tasks, and whose."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.language.languages import ALL, Languages
from storage.rules.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Names of the scopes, which buttons carry; they are understood beside the words of languages.
SCOPES = (
    "open", "today", "week", "next-week", "overdue", "nodate", "done", "all", "trash",
    "agenda-today", "agenda-week", "search",
)  # fmt: skip


def read_scope(words: Sequence[str], *, languages: Languages = ALL) -> tuple[str, int]:
    """The scope that a list's words begin with, and how many of them say it.

    `("nodate", 2)` for `["no", "date", "#home"]`; `("", 0)` where they begin with none.
    """
    known = _wordings(languages)
    folded = [fold(word) for word in words[: max(map(len, known))]]
    for count in range(len(folded), 0, -1):
        if scope := known.get(tuple(folded[:count])):
            return scope, count
    return "", 0


def is_me(word: str, *, languages: Languages = ALL) -> bool:
    """Whether a word of a list means the person who is asking: `me`."""
    return fold(word) in _me(languages)


def is_next(text: str, *, languages: Languages = ALL) -> bool:
    """Whether words behind /week mean the next one: `next`, `next week`."""
    said = fold(" ".join(text.split()))
    known = {fold(word) for each in languages.every() for word in each.lists.following.split("|")}
    return said in known or read_scope(said.split(), languages=languages)[0] == "next-week"


@cache
def _wordings(languages: Languages) -> Mapping[tuple[str, ...], str]:
    tables = [{name: name for name in SCOPES}, *(each.lists.scopes for each in languages.every())]
    return {
        tuple(fold(wording).split()): scope
        for table in tables
        for scope, spelled in table.items()
        for wording in spelled.split("|")
    }


@cache
def _me(languages: Languages) -> frozenset[str]:
    return frozenset(fold(word) for each in languages.every() for word in each.lists.me.split("|"))
