"""Amounts that are typed, and units that can be put into one another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from storage.rules.folding import fold

# What a unit is measured in and how much of that it is, then how people say it; `|` parts equals.
_UNITS: Mapping[str, tuple[str, float, str]] = {
    "ml": ("ml", 1, "ml|мл|milliliter|millilitre|milliliters|millilitres|миллилитр|миллилитра"
           "|миллилитров|mililitro|mililitros"),
    "cl": ("ml", 10, "cl|сл|centiliter|zentiliter|centilitro|centilitros"),
    "dl": ("ml", 100, "dl|дл|deciliter|deziliter|decilitro|decilitros"),
    "l": ("ml", 1000, "l|л|liter|liters|litre|litres|литр|литра|литров|litro|litros"),
    "sec": ("min", 1 / 60, "s|sec|secs|second|seconds|сек|секунда|секунду|секунды|секунд|sek"
            "|sekunde|sekunden|segundo|segundos"),
    "min": ("min", 1, "min|mins|minute|minutes|мин|минута|минуту|минуты|минут|minuten|minuto"
            "|minutos"),
    "h": ("min", 60, "h|hr|hrs|hour|hours|ч|час|часа|часов|std|stunde|stunden|hora|horas"),
    "m": ("m", 1, "m|м|meter|meters|metre|metres|метр|метра|метров|metern|metro|metros"),
    "km": ("m", 1000, "km|км|kilometer|kilometers|kilometre|kilometres|километр|километра"
           "|километров|kilometern|kilómetro|kilómetros"),
    "g": ("g", 1, "g|г|гр|gram|grams|грамм|грамма|граммов|gramm|gramo|gramos"),
    "kg": ("g", 1000, "kg|кг|kilo|kilos|кило|килограмм|килограмма|килограммов|kilogramm"),
}  # fmt: skip
_KNOWN = {
    fold(said): (measure, size)
    for measure, size, names in _UNITS.values()
    for said in names.split("|")
}
_TIMES = frozenset(map(fold, ("x", "×", "time", "times", "раз", "раза", "mal", "vez", "veces")))
STEM = 3  # letters that the forms of a word share at least
ENDING = 3  # letters that they may differ in at most
_AMOUNT = re.compile(
    r"(?P<sign>[+=\-−–])?\s*(?P<number>\d[\d.,'’\s]*?)\s*(?P<unit>[^\W\d][^\d]{0,30})?", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class TypedAmount:
    """What was typed as an amount; `is_total` where it is the whole day's, not to be added."""

    amount: float
    unit: str = ""
    is_total: bool = False


def converted(amount: float, said: str, unit: str) -> float | None:
    """An amount of the unit `said` in a habit's own `unit`; None where it cannot be put so.

    0.5 l are 500 ml, 1 h is 60 min. Where no unit is said, or the habit counts times, it is the
    habit's own. Forms of one word (`page`, `pages`) are one unit.
    """
    one, other = fold(said).strip(" ."), fold(unit).strip(" .")
    if not one or one == other:
        return amount
    if one in _KNOWN and other in _KNOWN:
        (measure, size), (own_measure, own_size) = _KNOWN[one], _KNOWN[other]
        return amount * size / own_size if measure == own_measure else None
    if one in _KNOWN or other in _KNOWN:
        return None
    return amount if not other or one in _TIMES or _is_form(one, other) else None


def _is_form(one: str, other: str) -> bool:
    """Whether two words differ in their endings only: page, pages; страница, страниц."""
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= STEM and max(len(one), len(other)) - shared <= ENDING


def read_amount(text: str, *, language: str) -> TypedAmount | None:
    """`500`, `+0.5 l`, `-250`, `=2,000 ml`; None for what is no amount. Never raises."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return None
    number = _number(found["number"], comma_is_decimal=language != "en")
    if number is None:
        return None
    sign = -1 if found["sign"] in {"-", "−", "–"} else 1
    return TypedAmount(sign * number, (found["unit"] or "").strip(), found["sign"] == "=")


def _number(text: str, *, comma_is_decimal: bool) -> float | None:
    """A number as people write it: 1 250, 1,250 and 1.250 may be thousands, 0,5 is a half.

    Three digits after a mark are thousands where the language does not write decimals so.
    """
    plain = re.sub(r"[\s'’]", "", text)
    thousands, point = (".", ",") if comma_is_decimal else (",", ".")
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:[{thousands}]\d{{3}})+(?:[{point}]\d+)?", plain):
        plain = plain.replace(thousands, "")
    plain = plain.replace(",", ".")
    return float(plain) if re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", plain) else None
