"""Russian: settings."""

from __future__ import annotations

from bot.language.engine.language import SettingWords

SETTINGS = SettingWords(
    hours="ч часа часов",
    first="сначала первым первый",
    orders={"DMY": "день", "MDY": "месяц", "YMD": "год"},
    week="неделя недели",
    weekdays=(
        "понедельник понедельника",
        "вторник",
        "среда среду",
        "четверг",
        "пятница пятницу",
        "суббота субботы субботу",
        "воскресенье воскресенья",
    ),
    parts={
        "morning": "утро",
        "noon": "полдень",
        "afternoon": "день",
        "evening": "вечер",
        "night": "ночь",
    },
    turn="смена",
    weekly="еженедельно",
    quiet="тихие тихо",
    agenda="план",
    review="обзор",
    on="да вкл включи",
    off="нет выкл",
)
