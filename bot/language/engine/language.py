"""What a language has to bring: its words and its phrases. A new language is one `Language`.

Its tables are in `bot.language.tables`, one folder for each language, and are handed to the
engine and to the readers; none of them knows a word of any language by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from bot.language.engine.phrases import Pattern
    from bot.language.engine.templates import Templates
    from bot.language.said import Length
    from bot.language.values import DayPart

Numbers = Mapping[str, int]


def words(spelled: str) -> tuple[str, ...]:
    """The words of a string, divided by spaces: a long table is easier to read so."""
    return tuple(spelled.split())


class Phrasebook(NamedTuple):
    """Dates, times, repeats, reminders and wishes. `|` divides the wordings in a string.

    Every word may be written with its accents and umlauts: case, accents and ae/oe/ue are folded
    when the tables are compiled.
    """

    letters: str  # of its script, as a range in a regular expression: a-zA-Z
    decimal: str  # the mark before the decimals of a number
    minutes: str  # how the unit of minutes is written beside a number

    # numbers and their names: one word each; `joints` are between tens and ones
    numbers: Numbers
    joints: frozenset[str]
    ordinals: Numbers  # third: 3, last: -1
    ordinal_marks: frozenset[str]  # what may follow digits: 3rd, 3.

    # twelve months and seven days from Monday on; `short` names need a date word beside them
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    weekdays_repeated: tuple[str, ...]  # Mondays, montags

    units: Mapping[str, Length]  # word(s): length of one
    lengths: Mapping[str, Length]  # half an hour
    and_half: str  # after a length: half of its last unit more

    # <on>, <at>, <every>, <and>, … of this language's patterns. The first wordings of <at> and
    # <remind> are those that an answer to "when?" may leave out.
    sets: Mapping[str, str]
    days: tuple[Pattern, ...]
    clocks: tuple[Pattern, ...]
    parts: tuple[Pattern, ...]
    repeats: tuple[Pattern, ...]
    bounds: tuple[Pattern, ...]
    marks: tuple[Pattern, ...]
    wishes: Mapping[str, str]  # what `intents` look for: done, snooze, set timezone, …

    # names of the parts of the day after "every": morning
    part_nouns: Mapping[str, DayPart | Literal["midnight"]] = {}
    counted_days: tuple[Pattern, ...] = ()  # from another one: {plain} is one of `days`
    weekday_letters: tuple[str, ...] = ()  # M/W/F: only with slashes; one may be of two days
    ordinal_tens: bool = False  # twentieth first: in such a number the tens are ordinals, too
    quantities: Mapping[str, float] = {}  # before a unit: a few: 3, anderthalb: 1.5

    # what keeps ordinary sentences ordinary
    weak: str = ""  # words that other languages have too: they do not tell the language
    strong: str = ""  # short words of no other language: they do
    ordinary: str = ""  # words that are one letter away from a date word and are no typo
    typo_words: str = ""  # whose typos are forgiven beside those of days, months, numbers and units
    hour_letters: str = ""  # right after an hour: 18h
    articles: str = ""  # a, an: before a month they are no number
    definite: str = ""  # the: "the 5th" is a date, "in the sun" holds none
    name_joints: str = ""  # of: palm sunday as "sunday of palms"
    counted: str = ""  # after a bare number: it counts things and is no hour
    plural_endings: tuple[str, ...] = ()  # of nouns, which have capitals
    counted_endings: tuple[str, ...] = ()
    actions: str = ""  # verbs and meetings that may follow an hour at the start: 8 wake up
    action_endings: tuple[str, ...] = ()
    meetings: str = ""  # with hours behind them: lunch 12-1
    limiting: str = ""  # verbs of a habit that is kept small: limit coffee to 2 cups
    verb_last: bool = False  # the verb may be at the end: 30m Ofen prüfen
    capital_names: bool = False  # days have capitals as names have: Wednesday Addams
    after_bare_day: str = ""  # words after an article and a number that make them a date
    not_before_day: str = ""  # black friday, the friday report
    not_after_number: str = ""  # 1:10 mixed
    idioms: str = ""  # set phrases in which a number or a day is no time, with | between them
    between_sizes: str = ""  # 2 by 4
    streets: str = ""  # 12 Main Street
    street_first: bool = False  # calle Mayor 12
    street_endings: tuple[str, ...] = ()  # Gartenstraße 5
    am_before_nouns: bool = False  # "am" is a preposition as well: 3 am Bahnsteig
    place_endings: tuple[str, ...] = ()  # of a place before its time: Londoner Zeit
    not_before_hour: str = ""  # buy 3 tomorrow: a number of things
    not_before_half: str = ""  # one half, im Viertel
    subjects: str = ""  # behind these a word at the end is a verb: he sat
    clauses: str = ""  # and behind these with a noun: where the cat sat
    doubtful_days: str = ""  # short weekdays that are rather other words: mar, so
    not_before_part: str = ""  # too early
    not_after_day: str = ""  # friday the film, sunday roast
    not_after_ordinal: str = ""  # 5th floor
    not_before_number: str = ""  # version 3.11, score 21:15, page 5
    loose: frozenset[str] = frozenset()  # names of guards that are not applied

    def first_of(self, name: str) -> str:
        """The first wording of a set, empty if the language has no such set."""
        return self.sets.get(name, "").partition("|")[0]


class HabitWords(NamedTuple):
    """The words of habits besides those of dates: units, how often, at most, per week."""

    units: str  # of amounts
    counts: Mapping[str, int]  # twice: 2
    sets: Mapping[str, str]  # <times>, <per>, <at_most>, …
    weekdays: tuple[Pattern, ...]  # on Mondays, where they are not after "every"
    repeats: tuple[Pattern, ...] = ()
    parts: tuple[Pattern, ...] = ()  # every morning "and evening"
    amounts: tuple[Pattern, ...] = ()  # to 2 cups
    genitives: str = (
        ""  # of units, where a bound without a number means one: no more than [an] hour
    )


class EntryWords(NamedTuple):
    """The words about what was done: yesterday, did, skip, pause."""

    days: tuple[Pattern, ...]
    typo_words: str  # whose typos are forgiven beside those of tasks
    wishes: Mapping[str, str]
    day_parts: str = ""  # yesterday evening
    kilo: str = "k"  # 5k: 5 km, or 5,000 steps


class MeasureWords(NamedTuple):
    """Units of amounts: their names, and their forms beside a number."""

    names: Mapping[str, str]  # of the units of `measures.SIZES`: l: "liter|liters"
    times: str  # 3 "times": no unit
    in_parts: str  # symbols of which half a unit makes sense
    forms: str  # families of forms, in the order of `form`; `|` or a new line between families
    form: Callable[
        [float, bool], int
    ]  # the place of the form beside an amount; True after the words of a limit


class SettingWords(NamedTuple):
    """Words of the settings; within a string spaces divide them."""

    hours: str  # 12 "hours"
    first: str  # month "first"
    orders: Mapping[str, str]  # DMY: "day", MDY: "month", YMD: "year"
    week: str
    weekdays: tuple[str, ...]  # seven strings from Monday on
    parts: Mapping[str, str]  # morning, noon, afternoon, evening, night
    turn: str  # of the day
    weekly: str  # a group's weekly report
    quiet: str
    agenda: str
    review: str
    on: str
    off: str


class ListWords(NamedTuple):
    """The words of /list and of whose a task is; `|` divides wordings."""

    scopes: Mapping[str, str]  # open, today, week, overdue, nodate, done, all, trash
    me: str  # who is asking
    following: str  # next, of /week
    turns: str = ""  # before names: these people take turns


class ZoneWords(NamedTuple):
    """Places and zones as people of a language call them, beside the names of CLDR."""

    homes: frozenset[str] = frozenset()  # countries whose cities count for more
    countries: Mapping[str, str] = {}  # short name: ISO code
    abbreviations: Mapping[str, tuple[str, ...]] = {}  # of zones: the zones that may be meant
    bases: Mapping[str, int] = {}  # UTC+3: minutes east of UTC of the name before the sign
    script: str = ""  # of cities' names if it is not Latin, as a range in a regular expression


class Language(NamedTuple):
    """All words of one language. `code` is its ISO 639-1 code, and the name of its folder."""

    code: str
    phrasebook: Phrasebook
    templates: Templates
    habits: HabitWords
    entries: EntryWords
    measures: MeasureWords
    settings: SettingWords
    lists: ListWords
    zones: ZoneWords
