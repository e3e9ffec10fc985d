"""German."""

from __future__ import annotations

from bot.language.engine.language import Language
from bot.language.tables.de.dates import PHRASEBOOK
from bot.language.tables.de.entries import ENTRIES
from bot.language.tables.de.habits import HABITS
from bot.language.tables.de.lists import LISTS
from bot.language.tables.de.measures import MEASURES
from bot.language.tables.de.settings import SETTINGS
from bot.language.tables.de.templates import TEMPLATES
from bot.language.tables.de.zones import ZONES

LANGUAGE = Language(
    code="de",
    phrasebook=PHRASEBOOK,
    templates=TEMPLATES,
    habits=HABITS,
    entries=ENTRIES,
    measures=MEASURES,
    settings=SETTINGS,
    lists=LISTS,
    zones=ZONES,
)
