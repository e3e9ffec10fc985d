"""Spanish."""

from __future__ import annotations

from bot.language.engine.language import Language
from bot.language.tables.es.dates import PHRASEBOOK
from bot.language.tables.es.entries import ENTRIES
from bot.language.tables.es.habits import HABITS
from bot.language.tables.es.lists import LISTS
from bot.language.tables.es.measures import MEASURES
from bot.language.tables.es.settings import SETTINGS
from bot.language.tables.es.templates import TEMPLATES
from bot.language.tables.es.zones import ZONES

LANGUAGE = Language(
    code="es",
    phrasebook=PHRASEBOOK,
    templates=TEMPLATES,
    habits=HABITS,
    entries=ENTRIES,
    measures=MEASURES,
    settings=SETTINGS,
    lists=LISTS,
    zones=ZONES,
)
