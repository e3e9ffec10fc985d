"""Settings said in words, in each language."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.languages import ALL
from bot.language.settings import Setting, read_setting, read_switch


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("12h", {"hours_12": True}),
        ("24 hours", {"hours_12": False}),
        ("12 часов", {"hours_12": True}),
        ("24 Stunden", {"hours_12": False}),
        ("12 horas", {"hours_12": True}),
        ("MDY", {"date_order": "MDY"}),
        ("month first", {"date_order": "MDY"}),
        ("сначала день", {"date_order": "DMY"}),
        ("Jahr zuerst", {"date_order": "YMD"}),
        ("mes primero", {"date_order": "MDY"}),
        ("week sunday", {"first_weekday": 6}),
        ("the week begins on Monday", {"first_weekday": 0}),
        ("неделя с понедельника", {"first_weekday": 0}),
        ("Woche ab Sonntag", {"first_weekday": 6}),
        ("la semana empieza el sábado", {"first_weekday": 5}),
        ("morning 8:00", {"day_parts": {"morning": "08:00"}}),
        ("вечер 20:30", {"day_parts": {"evening": "20:30"}}),
        ("Abend 18.00", {"day_parts": {"evening": "18:00"}}),
        ("noche 23:00", {"day_parts": {"night": "23:00"}}),
        ("quiet 22:00-8:00", {"quiet": ["22:00", "08:00"]}),
        ("Ruhezeit aus", {"quiet": None}),
        ("тихие часы 23:00 – 7:00", {"quiet": ["23:00", "07:00"]}),
        ("agenda 9:00", {"agenda": "09:00"}),
        ("repaso no", {"review": None}),
    ],
)
def test_settings(text: str, setting: dict[str, Any]) -> None:
    assert read_setting(text) == setting


@pytest.mark.parametrize(
    "text", ["", "hello", "12", "week", "quiet 22:00", "morning", "25:00", "first", "8:00"]
)
def test_what_is_no_setting(text: str) -> None:
    assert read_setting(text) is None


TABLES = [each.settings for each in ALL.every()]
SPELLED = [
    *(word for t in TABLES for word in (t.first, t.week, t.turn, t.weekly, t.quiet, t.off)),
    *(word for t in TABLES for word in (t.agenda, t.review, *t.orders.values(), *t.weekdays)),
    *(word for t in TABLES for word in t.parts.values()),
]
WORDS = sorted({word for spelled in SPELLED for word in spelled.split()})
PIECES = st.sampled_from([*WORDS, "25:00", "12h", "24h", "-"]) | st.times().map("{:%H:%M}".format)
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


@settings(derandomize=True)
@given(st.text(max_size=200) | st.lists(PIECES, max_size=5).map(" ".join))
def test_what_is_read_of_any_text_has_a_plain_spelling(text: str) -> None:
    setting = read_setting(text)
    assert setting is None or read_setting(plain(setting)) == setting


def plain(setting: Setting) -> str:
    [(name, value)] = setting.items()
    match name, value:
        case "hours_12", _:
            return "12h" if value else "24h"
        case "first_weekday", _:
            return f"week {WEEKDAYS[value]}"
        case "day_parts", _:
            return " ".join(*value.items())
        case _, None:
            return f"{name} off"
        case "quiet", [begin, end]:
            return f"quiet {begin}-{end}"
        case "weekly", [day, at]:
            return f"weekly {WEEKDAYS[day]} {at}"
        case "date_order", _:
            return str(value)
    return f"{name.replace('day_', '')} {value}"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *(("on", True), ("an", True), ("вкл", True), ("sí", True), ("ON", True)),
        *(("off", False), ("aus", False), ("выкл", False), ("no", False), (" off ", False)),
        *(("off please", None), ("", None), ("3", None), ("on 3", None)),
    ],
)
def test_on_and_off(said: str, meant: bool | None) -> None:
    assert read_switch(said) is meant
