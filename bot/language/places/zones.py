"""Time zones by what people write: a zone's name, an offset, a city, a country, a location.

Look-ups only; the tables behind them are read at the first question that needs them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo, available_timezones

from bot.language.languages import ALL
from bot.language.places.cities import (
    City,
    countries_by_name,
    key_of,
    load_cities,
    within,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FoundBy = Literal["name", "offset", "city", "country"]

MAX_LENGTH = 100  # the longest name of a city in the table has 58 characters
MAX_CANDIDATES = 5  # a keyboard of one button a row
_CLOSE = 3  # a city this many times smaller than the best is not asked about
_CLOSE_IN_COUNTRY = 20  # Germany, Spain, China: one zone; Russia, Brazil: a question
_OTHER_NAME = 0.3  # weight of a name that is not the city's own: GeoNames' list of them is loose
_FORGIVEN_FROM = 5  # letters: PRODUCT forgives typos in words of this length
_TWO_FORGIVEN_FROM = 9
_AT_ONCE = 4096  # names compared at once: all of them are many strings
_EXEMPLAR_PEOPLE = 50_000  # CLDR names a zone after it, though the table has no such city

_AT_HOME = 3  # a language's cities count for more at home: Toledo in Spain, Halle in Germany

# Zones that have an offset of odd minutes all year; a test compares them with tzdata.
_ODD_OFFSETS: Mapping[int, str] = {
    -570: "Pacific/Marquesas",
    210: "Asia/Tehran",
    270: "Asia/Kabul",
    330: "Asia/Kolkata",
    345: "Asia/Kathmandu",
    390: "Asia/Yangon",
    525: "Australia/Eucla",
    570: "Australia/Darwin",
}


@dataclass(frozen=True, slots=True)
class ZoneFound:
    """A zone that ZoneInfo loads, and what led to it.

    `place` is the city or country as the table has it (in English), with its ISO code.
    """

    zone: str
    by: FoundBy
    place: str | None = None
    country: str | None = None


class UnknownOffset(ValueError):
    """No zone keeps this offset all year: `minutes` east of UTC, and those nearby that one has."""

    def __init__(self, minutes: int, nearby: tuple[int, ...]) -> None:
        super().__init__(f"{minutes} minutes east of UTC")
        self.minutes = minutes
        self.nearby = nearby


def find_zone(words: str, *, language: str, typos: bool = True) -> ZoneFound | list[ZoneFound]:
    """The zone that words mean, or those that they may mean, likeliest first; else an empty list.

    Understands offsets (`+03:00`, `UTC+3`, `MSK+2`), IANA names in any case, old ones too,
    abbreviations (`MSK`), cities and countries in any of the languages,
    `Portland, Oregon`, and `typos` in words from 5 letters on. At most 5 candidates; words that
    are no name or offset read the table of cities (`load_cities`). Raises `UnknownOffset`.
    """
    text = " ".join(words[: MAX_LENGTH + 1].split())
    if not text or len(text) > MAX_LENGTH:
        return []
    if match := _offset().fullmatch(text):
        return _at_offset(match)
    found = _by_name(text)
    if not found:
        found = _misspelt_name(text) if "/" in text else _by_place(text, language, typos=typos)
    return found[0] if len(found) == 1 else found[:MAX_CANDIDATES]


def zone_at(latitude: float, longitude: float) -> str | None:
    """The zone of a location in degrees; on the open sea one of whole hours.

    Raises `ValueError` for degrees that are not on the globe.
    """
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f"not on the globe: {latitude}, {longitude}")
    from tzfpy import get_tz  # noqa: PLC0415 - 5 MB of borders that most starts do without

    zone = get_tz(longitude, latitude)
    return canonical(zone) if zone in _zones() else None


def canonical(zone: str) -> str:
    """The current name of a zone (CLDR's aliases): `Asia/Calcutta` is `Asia/Kolkata`."""
    from babel.core import get_global  # noqa: PLC0415 - 30 ms that most starts do without

    name = str(get_global("zone_aliases").get(zone, zone))
    return "UTC" if name in ("Etc/UTC", "Etc/GMT") else name


@cache
def _bases() -> Mapping[str, int]:
    """Minutes east of UTC of the names that may be before an offset: UTC+3, MSK+2."""
    return {name: east for each in ALL.every() for name, east in each.zones.bases.items()}


@cache
def _offset() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<base>{'|'.join(_bases())})? ?(?P<sign>[+\-−–]) ?(?P<hours>[0-9]{{1,2}})"
        r"(?::?(?P<minutes>[0-5][0-9]))? ?h?",
        re.IGNORECASE,
    )


@cache
def _abbreviations() -> Mapping[str, tuple[str, ...]]:
    """Zones by their abbreviations, as people mean them."""
    return {name: meant for each in ALL.every() for name, meant in each.zones.abbreviations.items()}


def _homes(language: str) -> frozenset[str]:
    return ALL.tables(language).zones.homes if language in ALL.codes else frozenset()


def _at_offset(match: re.Match[str]) -> ZoneFound:
    size = int(match["hours"]) * 60 + int(match["minutes"] or 0)
    base = _bases()[match["base"].casefold()] if match["base"] else 0
    minutes = base + (size if match["sign"] == "+" else -size)
    zone = _zones_by_offset().get(minutes)
    if zone is None:
        nearby = sorted(_zones_by_offset(), key=lambda each: (abs(each - minutes), each))
        raise UnknownOffset(minutes, tuple(sorted(nearby[:2])))
    return ZoneFound(zone, "offset")


@cache
def _zones_by_offset() -> Mapping[int, str]:
    """Fixed zones by minutes east of UTC; the signs of Etc/GMT are POSIX's: reversed."""
    whole = {hours * 60: f"Etc/GMT{-hours:+d}" for hours in range(-12, 15) if hours}
    return {**whole, 0: "UTC", **_ODD_OFFSETS}


@cache
def _zones() -> frozenset[str]:
    """The zones that ZoneInfo loads; `Factory` and a machine's own `localtime` are no place."""
    return frozenset(available_timezones() - {"Factory", "localtime"})


@cache
def _zone_names() -> Mapping[str, str]:
    """IANA names by their key."""
    return {_name_key(name): name for name in sorted(_zones())}


def _name_key(text: str) -> str:
    return text.casefold().replace(" ", "_")


def _by_name(text: str) -> list[ZoneFound]:
    meant = _abbreviations().get(text.casefold())
    if meant is None:
        name = _zone_names().get(_name_key(text))
        meant = (canonical(name),) if name else ()
    return [ZoneFound(zone, "name") for zone in meant]


def _by_place(text: str, language: str, *, typos: bool) -> list[ZoneFound]:
    """Countries by name, cities, countries by code, misspelt cities.

    Words after a comma say where a city is.
    """
    city, _, region = text.partition(",")
    if key_of(region):
        return _rank([key_of(city)], language, region)
    key = key_of(city)
    by_country = _by_country(key)
    if by_country and len(key) > 2:
        return by_country
    found = _rank([key], language) or by_country
    return found if found or not typos else _misspelt_city(key, language)


def _rank(keys: Iterable[str], language: str, region: str | None = None) -> list[ZoneFound]:
    """The zones of the cities with these names, the one with the most people first."""
    best: dict[str, tuple[float, ZoneFound]] = {}
    homes = _homes(language)
    for key in keys:
        exemplars = {} if region else _exemplars(language).get(key, {})
        for city, weight in _called(key, region):
            zone = canonical(city.zone)
            score = city.population * (1 if zone in exemplars else weight)
            score *= _AT_HOME if city.country in homes else 1
            if zone not in best or score > best[zone][0]:
                best[zone] = score, ZoneFound(zone, "city", city.name, city.country)
        for zone, place in exemplars.items():
            best.setdefault(zone, (_EXEMPLAR_PEOPLE, ZoneFound(zone, "city", place)))
    return _close(best.values(), _CLOSE)


def _called(key: str, region: str | None) -> list[tuple[City, float]]:
    """Cities with a name, and what that name weighs."""
    cities: Iterable[City] = load_cities().named(key)
    if region is not None:
        cities = within(cities, region)
    return [(city, 1.0 if key_of(city.name) == key else _OTHER_NAME) for city in cities]


def _close(scored: Iterable[tuple[float, ZoneFound]], times: int) -> list[ZoneFound]:
    """The best one and those that are less than `times` smaller."""
    ranked = sorted(scored, key=lambda each: (-each[0], each[1].zone))
    return [found for score, found in ranked if score * times >= ranked[0][0]]


@cache
def _exemplars(language: str) -> Mapping[str, Mapping[str, str]]:
    """CLDR's city of each zone in all languages, the person's first: name -> zone -> city."""
    from babel import Locale  # noqa: PLC0415 - as above

    spoken = [language] if language in ALL.codes else []
    named: dict[str, dict[str, str]] = {}
    for each in dict.fromkeys([*spoken, *ALL.codes]):
        for zone, names in Locale.parse(each).time_zones.items():
            city = names.get("city") or zone.rpartition("/")[2].replace("_", " ")
            if zone in _zones():
                named.setdefault(key_of(city), {}).setdefault(canonical(zone), city)
    return named


def _by_country(key: str) -> list[ZoneFound]:
    """The zones of a country, the largest first; of zones with equal clocks only the largest."""
    code = countries_by_name().get(key, "")
    zones = load_cities().people.get(code, {})
    clocks: dict[tuple[timedelta | None, ...], tuple[float, ZoneFound]] = {}
    for zone, residents in sorted(zones.items(), key=lambda each: -each[1]):
        clock, found = _clock(zone), ZoneFound(canonical(zone), "country", None, code)
        before = clocks.get(clock, (0.0, found))
        clocks[clock] = before[0] + residents, before[1]
    return _close(clocks.values(), _CLOSE_IN_COUNTRY)


def _clock(zone: str) -> tuple[timedelta | None, ...]:
    """A zone's offsets in each month of a year under today's laws."""
    months = (datetime(2035, month, 15, tzinfo=UTC) for month in range(1, 13))
    return tuple(each.astimezone(ZoneInfo(zone)).utcoffset() for each in months)


def _misspelt_name(text: str) -> list[ZoneFound]:
    names = _nearest(_name_key(text), _zone_names())
    zones = dict.fromkeys(canonical(_zone_names()[name]) for name in names)
    return [ZoneFound(zone, "name") for zone in zones]


def _misspelt_city(key: str, language: str) -> list[ZoneFound]:
    return _rank(_nearest(key, chain(_exemplars(language), load_cities().names())), language)


def _nearest(key: str, choices: Iterable[str]) -> list[str]:
    """The choices with the fewest typos: one or, in long words, two letters, swaps included."""
    if len(key) < _FORGIVEN_FROM:
        return []
    from rapidfuzz import process  # noqa: PLC0415 - as above
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    allowed = 1 if len(key) < _TWO_FORGIVEN_FROM else 2
    near: list[tuple[str, int]] = []
    names = iter(choices)
    while some := list(islice(names, _AT_ONCE)):
        found = process.extract(key, some, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        near += [(choice, int(typos)) for choice, typos, _ in found]
    fewest = min((typos for _, typos in near), default=0)
    return list(dict.fromkeys(choice for choice, typos in near if typos == fewest))
