"""Amounts that are typed, and units that can be put into one another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bot.language.engine.measures import SIZES
from bot.language.habits.fractions import in_decimals
from bot.language.languages import ALL, Languages
from storage.rules.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

STEM = 3  # letters that the forms of a word share at least
ENDING = 3  # letters that they may differ in at most
_AMOUNT = re.compile(
    r"(?P<sign>[+=\-−–])?\s*(?P<number>\d[\d.,'’\s]*?)\s*(?P<unit>[^\W\d][^\d]{0,30})?", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """An amount as typed; `is_total` if it replaces what the day has, instead of adding to it."""

    amount: float
    unit: str = ""
    is_total: bool = False


def converted(amount: float, said: str, unit: str, *, languages: Languages = ALL) -> float | None:
    """An amount given in the unit `said`, in a habit's own `unit`; None where that is impossible.

    0.5 l are 500 ml, 1 h is 60 min. An empty unit, and "times", are the habit's own.
    Forms of one word (`page`, `pages`) are one unit.
    """
    one, other = fold(said).strip(" ."), fold(unit).strip(" .")
    if not one or one == other:
        return amount
    known = _sizes(languages)
    if one in known and other in known:
        (measure, size), (own_measure, own_size) = known[one], known[other]
        return amount * size / own_size if measure == own_measure else None
    if one in known or other in known:
        return None
    is_same = not other or one in _times(languages) or _is_form(one, other)
    return amount if is_same else None


@cache
def _sizes(languages: Languages) -> Mapping[str, tuple[str, float]]:
    """What each name of a unit is measured in, and how much of that it is."""
    return {
        fold(name): SIZES[unit]
        for each in languages.every()
        for unit, names in each.measures.names.items()
        for name in names.split("|")
    }


@cache
def _times(languages: Languages) -> frozenset[str]:
    return frozenset(
        fold(word) for each in languages.every() for word in each.measures.times.split("|")
    )


def _is_form(one: str, other: str) -> bool:
    """Whether two words differ in their endings only: page, pages."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= STEM and max(len(one), len(other)) - shared <= ENDING


def is_counted_in_parts(unit: str, *, languages: Languages = ALL) -> bool:
    """Whether a unit such as `l` is counted in parts; only symbols, not `litre` written out."""
    return unit.lower() in _in_parts(languages)


@cache
def _in_parts(languages: Languages) -> frozenset[str]:
    tables = (each.measures.in_parts for each in languages.every())
    return frozenset(symbol for each in tables for symbol in each.split("|"))


def read_amount(text: str, *, language: str, languages: Languages = ALL) -> TypedAmount | None:
    """`500`, `+0.5 l`, `1/2`, `-250`, `=2,000 ml`; None for anything else. Never raises."""
    found = _AMOUNT.fullmatch(in_decimals(text.strip()))
    if found is None:
        return None
    decimal = languages.tables(languages.own(language)).phrasebook.decimal
    number = _number(found["number"], comma_is_decimal=decimal == ",")
    if number is None:
        return None
    sign = -1 if found["sign"] in {"-", "−", "–"} else 1
    return TypedAmount(sign * number, (found["unit"] or "").strip(), found["sign"] == "=")


def _number(text: str, *, comma_is_decimal: bool) -> float | None:
    """A number as people write it: 1 250, 1,250 and 1.250 may be thousands, 0,5 is a half.

    Three digits after a mark are thousands, unless it is the language's decimal mark.
    """
    plain = re.sub(r"[\s'’]", "", text)
    thousands, point = (".", ",") if comma_is_decimal else (",", ".")
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:[{thousands}]\d{{3}})+(?:[{point}]\d+)?", plain):
        plain = plain.replace(thousands, "")
    plain = plain.replace(",", ".")
    return float(plain) if re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", plain) else None
