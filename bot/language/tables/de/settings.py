"""German: settings."""

from __future__ import annotations

from bot.language.engine.language import SettingWords

SETTINGS = SettingWords(
    hours="h stunden uhr",
    first="zuerst erst",
    orders={"DMY": "tag", "MDY": "monat", "YMD": "jahr"},
    week="woche",
    weekdays=("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
    parts={
        "morning": "morgen",
        "noon": "mittag",
        "afternoon": "nachmittag",
        "evening": "abend",
        "night": "nacht",
    },
    turn="tageswechsel",
    weekly="wöchentlich wochenbild",
    quiet="ruhezeit ruhe",
    agenda="agenda morgenübersicht",
    review="abendrückblick",
    on="an ein ja",
    off="aus",
)
