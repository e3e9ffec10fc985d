"""Russian: zones and places."""

from __future__ import annotations

from bot.language.engine.language import ZoneWords

ZONES = ZoneWords(
    homes=frozenset(("RU", "BY", "KZ", "UA", "KG", "UZ", "AM", "GE", "MD")),
    countries={"сша": "US", "англия": "GB", "рф": "RU"},
    abbreviations=dict.fromkeys(("мск", "московское время"), ("Europe/Moscow",)),
    bases={"мск": 180},  # Russia counts its zones from Moscow's: MSK+2 is Yekaterinburg
    script="\u0400-\u052f",
)
