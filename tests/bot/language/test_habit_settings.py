"""What is set about habits, and answered to their reminders, in four languages."""

from __future__ import annotations

import pytest

from bot.language.habits.replies import is_skip
from bot.language.settings import read_setting

SETTINGS = {
    "day turn 4:00": {"day_turn": "04:00"},
    "day turns at 0:00": {"day_turn": "00:00"},
    "Tageswechsel 5:30": {"day_turn": "05:30"},
    "смена дня 4:00": {"day_turn": "04:00"},
    "cambio de día 2:00": {"day_turn": "02:00"},
    "weekly": {"weekly": [6, "19:00"]},
    "weekly friday 18:30": {"weekly": [4, "18:30"]},
    "weekly picture wed 8:00": {"weekly": [2, "08:00"]},
    "weekly off": {"weekly": None},
    "wöchentlich sonntag 19:00": {"weekly": [6, "19:00"]},
    "Wochenbild Dienstag": {"weekly": [1, "19:00"]},
    "еженедельно воскресенье 19:00": {"weekly": [6, "19:00"]},
    "еженедельно в среду 9:00": {"weekly": [2, "09:00"]},
    "semanal domingo 19:00": {"weekly": [6, "19:00"]},
    "semanal no": {"weekly": None},
}


@pytest.mark.parametrize(("said", "expected"), SETTINGS.items())
def test_settings_of_habits(said: str, expected: dict[str, object]) -> None:
    assert read_setting(said) == expected


@pytest.mark.parametrize(
    "said", ["day turn", "day turn 14:00", "day turn 4:00 5:00", "weekly 8:00 9:00"]
)
def test_what_cannot_be_set(said: str) -> None:
    assert read_setting(said) is None


@pytest.mark.parametrize("said", ["week sunday", "month first", "morning 8:00"])
def test_other_settings_stay_what_they_are(said: str) -> None:
    assert not {"day_turn", "weekly"} & set(read_setting(said) or {"day_turn": 0})


@pytest.mark.parametrize("said", ["skip", "Skip!", "пропустить", "überspringen", "saltar"])
def test_skip_in_a_word(said: str) -> None:
    assert is_skip(said)


@pytest.mark.parametrize("said", ["skip gym", "", "done", "skipper"])
def test_more_or_less_than_skip(said: str) -> None:
    assert not is_skip(said)
