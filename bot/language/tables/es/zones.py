"""Spanish: zones and places."""

from __future__ import annotations

from bot.language.engine.language import ZoneWords

ZONES = ZoneWords(
    homes=frozenset(("ES",)),  # America's cities are larger than their namesakes anyway
    abbreviations={
        "hora peninsular": ("Europe/Madrid",),
        **dict.fromkeys(("hora canaria", "en canarias"), ("Atlantic/Canary",)),
        "hora española": ("Europe/Madrid",),
        "hora del este": ("America/New_York",),
        "hora del pacífico": ("America/Los_Angeles",),
    },
    countries={"eeuu": "US", "ee uu": "US"},
)
