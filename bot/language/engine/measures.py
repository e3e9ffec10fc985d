"""Units that are written alike in every language, and how large units are beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SYMBOLS = "ml|l|cl|dl|km|m|g|kg|kcal|min|h|€|$|₽|%"
MONEY = "$€£"

# What a unit is measured in, and how much of that it is.
SIZES: Mapping[str, tuple[str, float]] = {
    "ml": ("ml", 1),
    "cl": ("ml", 10),
    "dl": ("ml", 100),
    "l": ("ml", 1000),
    "sec": ("min", 1 / 60),
    "min": ("min", 1),
    "h": ("min", 60),
    "m": ("m", 1),
    "km": ("m", 1000),
    "g": ("g", 1),
    "kg": ("g", 1000),
}
