"""What a language has to bring: its words and its phrases. A new language is one such value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bot.language.engine.phrases import Row
from bot.language.engine.saying import Saying
from bot.language.said import Length

Words = Mapping[str, int]


def words(spelled: str) -> tuple[str, ...]:
    """The words of a string: a table of many words reads best as a sentence of them."""
    return tuple(spelled.split())


class Language(NamedTuple):
    """Tables of one language. Where several words stand in a string, `|` divides them.

    Every word may be written with its accents and umlauts: case, accents and ae/oe/ue are folded
    when the tables are compiled.
    """

    code: str
    script: str  # "latin" or "cyrillic": texts without its letters are not read in it

    decimal: str  # the mark before the decimals of a number

    # numbers and their names: one word each; `joints` stand between tens and ones
    numbers: Words
    joints: frozenset[str]
    ordinals: Words  # third: 3, last: -1
    ordinal_marks: frozenset[str]  # what may follow digits: 3rd, 3-й, 3.

    # months and days: twelve and seven strings of words; `short` ones need a word beside them
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    weekdays_repeated: tuple[str, ...]  # Mondays, montags, по понедельникам

    units: Mapping[str, Length]  # word(s): length of one
    lengths: Mapping[str, Length]  # half an hour, полчаса
    and_half: str  # after a length: half of its last unit more

    sets: Mapping[str, str]  # <on>, <at>, <every>, <and>, … of this language's patterns
    days: tuple[Row, ...]
    clocks: tuple[Row, ...]
    parts: tuple[Row, ...]
    repeats: tuple[Row, ...]
    bounds: tuple[Row, ...]
    marks: tuple[Row, ...]
    wishes: Mapping[str, str]  # what `intents` look for: done, snooze, set timezone, …

    saying: Saying  # how this language says values back

    # what keeps ordinary sentences ordinary
    weak: str  # words of other languages too: not enough for a reading in a foreign text
    strong: str  # short, but of no other language: enough
    ordinary: str  # no typos of a date word, though one letter away from it
    typo_words: str = ""  # forgiven beside the names of days, months, numbers and units
    counted: str = ""  # a bare number before one of these counts things and is no hour
    counted_endings: tuple[str, ...] = ()
    actions: str = ""  # verbs and meetings that may follow an hour at the start: 8 wake up
    action_endings: tuple[str, ...] = ()
    verb_last: bool = False  # the verb may be at the end: 30m Ofen prüfen
    capital_names: bool = False  # days have capitals as names have: Wednesday Addams
    not_before_day: str = ""  # black friday, the friday report
    not_after_day: str = ""  # friday the film, sunday roast
    not_after_ordinal: str = ""  # 5th floor
    not_before_number: str = ""  # version 3.11, score 21:15, page 5
    loose: frozenset[str] = frozenset()  # guards that do not hold here
