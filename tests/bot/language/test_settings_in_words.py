"""Settings said in words, in each language."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.settings import read_setting


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


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    read_setting(text)
