"""Russian: zones and places."""

from __future__ import annotations

from bot.language.engine.language import ZoneWords

ZONES = ZoneWords(
    homes=frozenset(("RU", "BY", "KZ", "UA", "KG", "UZ", "AM", "GE", "MD")),
    countries={"сша": "US", "англия": "GB", "рф": "RU"},
    abbreviations={
        **dict.fromkeys(
            (
                "мск",
                "московское время",
                "по мск",
                "по москве",
                "московского времени",
                "по московскому времени",
                "по московскому",
            ),
            ("Europe/Moscow",),
        ),
        **dict.fromkeys(
            ("по киеву", "по киевскому времени", "киевского времени"), ("Europe/Kyiv",)
        ),
        **dict.fromkeys(("по гринвичу", "гринвича", "по utc"), ("UTC",)),
        "по минску": ("Europe/Minsk",),
        "по екатеринбургу": ("Asia/Yekaterinburg",),
    },
    bases={"мск": 180},  # Russia counts its zones from Moscow's: MSK+2 is Yekaterinburg
    script="\u0400-\u052f",
)
