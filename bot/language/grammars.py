"""The grammar of each language, compiled from its tables when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from bot.language.engine.grammar import Grammar, fold_all
from bot.language.engine.tokens import fold

if TYPE_CHECKING:
    from bot.language.engine.language import Language, Phrasebook
    from bot.language.languages import Languages

Adapt = Callable[["Language"], "Phrasebook"]


def phrasebook(language: Language) -> Phrasebook:
    """The phrases of tasks, as the tables have them."""
    return language.phrasebook


def grammar_of(languages: Languages, code: str, adapt: Adapt = phrasebook) -> Grammar:
    """The compiled grammar of a language, of the phrases that `adapt` takes from it."""
    key = code, adapt
    found: Grammar | None = languages.compiled.get(key)
    if found is None:
        tables = adapt(languages.tables(code))
        found = Grammar(
            tables,
            in_any_language=partial(_in_any, languages),
            zones=partial(_zones, languages),
        )
        languages.compiled[key] = found
    return found


def _zones(languages: Languages) -> Mapping[str, tuple[str, ...]]:
    """The zones of all languages' abbreviations, which are folded."""
    found: Mapping[str, tuple[str, ...]] | None = languages.compiled.get(_zones)
    if found is None:
        named = (each.zones.abbreviations.items() for each in languages.every())
        found = {fold(name): zones for items in named for name, zones in items}
        languages.compiled[_zones] = found
    return found


def _in_any(languages: Languages, table: str) -> frozenset[str]:
    """The folded words of a table in all languages."""
    found: frozenset[str] | None = languages.compiled.get(table)
    if found is None:
        spelled = (getattr(each.phrasebook, table) for each in languages.every())
        found = languages.compiled[table] = frozenset(fold_all(" ".join(spelled)))
    return found
