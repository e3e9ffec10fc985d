"""English."""

from __future__ import annotations

from bot.language.engine.language import Language
from bot.language.tables.en.dates import PHRASEBOOK
from bot.language.tables.en.entries import ENTRIES
from bot.language.tables.en.habits import HABITS
from bot.language.tables.en.lists import LISTS
from bot.language.tables.en.measures import MEASURES
from bot.language.tables.en.settings import SETTINGS
from bot.language.tables.en.templates import TEMPLATES
from bot.language.tables.en.zones import ZONES

LANGUAGE = Language(
    code="en",
    phrasebook=PHRASEBOOK,
    templates=TEMPLATES,
    habits=HABITS,
    entries=ENTRIES,
    measures=MEASURES,
    settings=SETTINGS,
    lists=LISTS,
    zones=ZONES,
)
