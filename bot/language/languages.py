"""The languages that are read, in the order in which they are tried: `ALL`.

A further language is its folder in `tables`, its sentences in `bot/texts`, and its code here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module

from bot.language.engine.grammar import Grammar, fold_all
from bot.language.engine.language import Language, Phrasebook

Adapt = Callable[[Language], Phrasebook]


def phrasebook(language: Language) -> Phrasebook:
    """The phrases of tasks, as the tables have them."""
    return language.phrasebook


class Languages:
    """Some languages, by their codes; each is loaded and compiled when it is first asked for.

    The first one is read for people whose own language is none of them.
    """

    def __init__(self, load: Mapping[str, Callable[[], Language]]) -> None:
        self.codes = tuple(load)
        self._load = load
        self._loaded: dict[str, Language] = {}
        self._grammars: dict[tuple[str, Adapt], Grammar] = {}
        self._listed: dict[str, frozenset[str]] = {}

    def own(self, tag: str) -> str:
        """The code of the language that an IETF tag (pt-br, de_AT) names, or of the first."""
        if tag in self._load:
            return tag
        code = tag.replace("_", "-").partition("-")[0].lower()
        return code if code in self._load else self.codes[0]

    def in_order(self, tag: str) -> tuple[str, ...]:
        """All codes in the order in which they are tried for somebody: their own first."""
        own = self.own(tag)
        return (own, *(code for code in self.codes if code != own))

    def tables(self, code: str) -> Language:
        """The tables of one of the languages."""
        found = self._loaded.get(code)
        if found is None:
            found = self._loaded[code] = self._load[code]()
        return found

    def every(self) -> tuple[Language, ...]:
        """The tables of all languages, in their order."""
        return tuple(map(self.tables, self.codes))

    def grammar(self, code: str, adapt: Adapt = phrasebook) -> Grammar:
        """The compiled grammar of a language, of the phrases that `adapt` takes from it."""
        key = code, adapt
        found = self._grammars.get(key)
        if found is None:
            tables = adapt(self.tables(code))
            found = self._grammars[key] = Grammar(tables, in_any_language=self._in_any)
        return found

    def _in_any(self, table: str) -> frozenset[str]:
        found = self._listed.get(table)
        if found is None:
            spelled = (getattr(each.phrasebook, table) for each in self.every())
            found = self._listed[table] = frozenset(fold_all(" ".join(spelled)))
        return found


def _of_folder(code: str) -> Language:
    tables: Language = import_module(f"bot.language.tables.{code}").LANGUAGE
    return tables


def of_folders(*codes: str) -> Languages:
    """The languages whose tables are in the folders of these names."""
    return Languages({code: partial(_of_folder, code) for code in codes})


ALL = of_folders("en", "ru", "de", "es")
