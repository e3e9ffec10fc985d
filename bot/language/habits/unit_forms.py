"""Units beside a number: 1 page and 2 pages, in each language's forms."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from bot.language.languages import ALL, Languages
from storage.rules.folding import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


class _Family(NamedTuple):
    """The forms of one unit, and which of them is beside an amount (CLDR's plural rules)."""

    forms: tuple[str, ...]
    form: Callable[[float, bool], int]


def unit_beside(
    amount: float, unit: str, *, is_limit: bool = False, languages: Languages = ALL
) -> str:
    """The form of a unit beside an amount: `pages` beside 1 is `page`.

    An unknown unit, and one without forms such as `ml`, is given back. A word of two languages
    (minute, Minute) is told by its capital. `is_limit` asks for the form after "at most", which
    in some languages is in another case.
    """
    known = _families(languages)
    family = known.get(unit) or known.get(fold(unit))
    return family.forms[family.form(amount, is_limit)] if family is not None else unit


@cache
def _families(languages: Languages) -> Mapping[str, _Family]:
    """Families by each of their forms, and by the folded form where no other is written so."""
    said = {form: family for family in _written(languages) for form in family.forms}
    folded = {fold(form): family for form, family in reversed(said.items())}
    return folded | said


def _written(languages: Languages) -> Iterator[_Family]:
    for each in languages.every():
        for line in each.measures.forms.strip().splitlines():
            for forms in filter(None, map(str.split, line.split("|"))):
                yield _Family(tuple(forms), each.measures.form)
