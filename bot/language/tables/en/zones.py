"""English: zones and places."""

from __future__ import annotations

from bot.language.engine.language import ZoneWords

ZONES = ZoneWords(
    homes=frozenset(("US", "GB", "IE", "CA", "AU", "NZ", "ZA")),
    countries={
        "usa": "US",
        "u s a": "US",
        "america": "US",
        "uk": "GB",
        "great britain": "GB",
        "england": "GB",
        "holland": "NL",
    },
    # as people mean them; as tzdata's names EST is Panama and MST is Phoenix
    abbreviations={
        **dict.fromkeys(("utc", "gmt", "z", "zulu", "uct", "universal"), ("UTC",)),
        **dict.fromkeys(("et", "est", "edt"), ("America/New_York",)),
        **dict.fromkeys(("eastern time", "eastern"), ("America/New_York",)),
        **dict.fromkeys(("central time", "us central"), ("America/Chicago",)),
        **dict.fromkeys(("mountain time", "us mountain"), ("America/Denver",)),
        **dict.fromkeys(("pacific time", "pacific"), ("America/Los_Angeles",)),
        **dict.fromkeys(("uk time", "british time"), ("Europe/London",)),
        **dict.fromkeys(("ct", "cdt"), ("America/Chicago",)),
        "cst": ("America/Chicago", "Asia/Shanghai"),
        **dict.fromkeys(("mt", "mst", "mdt"), ("America/Denver",)),
        **dict.fromkeys(("pt", "pst", "pdt"), ("America/Los_Angeles",)),
        "bst": ("Europe/London",),
        "ist": ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
        **dict.fromkeys(("cet", "cest"), ("Europe/Berlin", "Europe/Madrid", "Europe/Paris")),
        **dict.fromkeys(("eet", "eest"), ("Europe/Athens", "Europe/Kyiv")),
        "msk": ("Europe/Moscow",),
        "jst": ("Asia/Tokyo",),
        "kst": ("Asia/Seoul",),
        **dict.fromkeys(("aest", "aedt"), ("Australia/Sydney",)),
        **dict.fromkeys(("nzst", "nzdt"), ("Pacific/Auckland",)),
    },
    bases={"utc": 0, "gmt": 0, "msk": 180},
)
