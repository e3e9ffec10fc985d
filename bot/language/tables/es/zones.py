"""Spanish: zones and places."""

from __future__ import annotations

from bot.language.engine.language import ZoneWords

ZONES = ZoneWords(
    homes=frozenset(("ES",)),  # America's cities are larger than their namesakes anyway
    countries={"eeuu": "US", "ee uu": "US"},
)
