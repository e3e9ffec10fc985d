"""Russian."""

from __future__ import annotations

from bot.language.engine.language import Language
from bot.language.tables.ru.dates import PHRASEBOOK
from bot.language.tables.ru.entries import ENTRIES
from bot.language.tables.ru.habits import HABITS
from bot.language.tables.ru.lists import LISTS
from bot.language.tables.ru.measures import MEASURES
from bot.language.tables.ru.settings import SETTINGS
from bot.language.tables.ru.templates import TEMPLATES
from bot.language.tables.ru.zones import ZONES

LANGUAGE = Language(
    code="ru",
    phrasebook=PHRASEBOOK,
    templates=TEMPLATES,
    habits=HABITS,
    entries=ENTRIES,
    measures=MEASURES,
    settings=SETTINGS,
    lists=LISTS,
    zones=ZONES,
)
