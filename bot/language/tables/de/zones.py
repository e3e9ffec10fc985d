"""German: zones and places."""

from __future__ import annotations

from bot.language.engine.language import ZoneWords

ZONES = ZoneWords(
    homes=frozenset(("DE", "AT", "CH", "LI", "LU")),
    abbreviations={
        **dict.fromkeys(("mez", "mesz"), ("Europe/Berlin",)),
        **dict.fromkeys(("wez", "wesz"), ("Europe/Lisbon",)),
        **dict.fromkeys(("oez", "oesz"), ("Europe/Athens",)),
        "weltzeit": ("UTC",),
    },
)
