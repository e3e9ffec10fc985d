"""What a reply to a habit's reminder says in a word."""

from __future__ import annotations

from functools import cache

from bot.language.engine.grammar import LANGUAGES
from bot.language.engine.tokens import fold
from bot.language.tables.logs import LOG_WORDS


def is_skip(text: str) -> bool:
    """Whether somebody says `skip` and no more, in any of the four languages."""
    return fold(text.strip(" .!")) in _skips()


@cache
def _skips() -> frozenset[str]:
    said = "|".join(LOG_WORDS[code].wishes["skip"] for code in LANGUAGES)
    return frozenset(fold(word.strip()) for word in said.split("|"))
