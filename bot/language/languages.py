"""The languages that are read, in the order in which they are tried: `ALL`.

A further language is its folder in `tables`, its sentences in `bot/texts`, and its code in
`bot.codes`.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bot.codes import CODES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bot.language.engine.language import Language


class Languages:
    """Some languages, by their codes; each is loaded when it is first asked for.

    The first one is read for people whose own language is none of them.
    """

    def __init__(self, load: Mapping[str, Callable[[], Language]]) -> None:
        self.codes = tuple(load)
        self._load = load
        self._loaded: dict[str, Language] = {}
        self.compiled: dict[object, Any] = {}  # what `grammars` has made of them so far

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


def _of_folder(code: str) -> Language:
    tables: Language = import_module(f"bot.language.tables.{code}").LANGUAGE
    return tables


def of_folders(*codes: str) -> Languages:
    """The languages whose tables are in the folders of these names."""
    return Languages({code: partial(_of_folder, code) for code in codes})


ALL = of_folders(*CODES)
