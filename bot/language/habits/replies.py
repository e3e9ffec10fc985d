"""Replies of one word to a reminder."""

from __future__ import annotations

from functools import cache

from bot.language.engine.tokens import fold
from bot.language.languages import ALL, Languages


def is_skip(text: str, *, languages: Languages = ALL) -> bool:
    """Whether somebody says `skip` and no more, in any of the languages."""
    return fold(text.strip(" .!")) in _skips(languages)


@cache
def _skips(languages: Languages) -> frozenset[str]:
    said = "|".join(each.entries.wishes["skip"] for each in languages.every())
    return frozenset(fold(word.strip()) for word in said.split("|"))
