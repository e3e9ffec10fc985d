"""English: settings."""

from __future__ import annotations

from bot.language.engine.language import SettingWords

SETTINGS = SettingWords(
    hours="h hour hours",
    first="first",
    orders={"DMY": "day", "MDY": "month", "YMD": "year"},
    week="week weeks",
    weekdays=(
        "monday mon",
        "tuesday tue",
        "wednesday wed",
        "thursday thu",
        "friday fri",
        "saturday sat",
        "sunday sun",
    ),
    parts={
        "morning": "morning",
        "noon": "noon",
        "afternoon": "afternoon",
        "evening": "evening",
        "night": "night",
    },
    turn="turn turns",
    weekly="weekly",
    quiet="quiet",
    agenda="agenda",
    review="review",
    on="on yes",
    off="off no none",
)
