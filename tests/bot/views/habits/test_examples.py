"""What Dueto tells people to write of habits is understood, in the language it tells it in."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from bot import texts
from bot.language import (
    HabitLog,
    HabitSkip,
    PauseHabits,
    Place,
    ResumeHabits,
    read_habit,
    read_intent,
    read_log,
)
from bot.language.habits.units import read_amount
from bot.texts import LANGUAGES

NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
ANSWERS = ("ask-habit-goal", "ask-habit-often", "ask-habit-time", "ask-habit-when")
UNREAD = ("refusal-unread-goal", "refusal-unread-often")
WISHES = ("away-", "help-habits", "refusal-away-past")


def examples(language: str) -> list[tuple[str, str]]:
    """Each example beside the key of its sentence; those with a fact in them are left out."""
    path = Path(texts.__file__).parent / f"{language}.ftl"
    found: list[tuple[str, str]] = []
    key = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if begins := re.match(r"([a-z][\w-]*) =", line):
            key = begins[1]
        found += [(key, unescape(said)) for said in re.findall(r"<code>([^{]*?)</code>", line)]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_are_understood(language: str) -> None:
    place, seen = Place("Europe/Berlin", language=language), 0
    for key, said in examples(language):
        command, _, rest = said.partition(" ")
        if command == "/habit" and rest:
            reading = read_habit(rest, now=NOW, place=place)
            is_plain = key == "refusal-habit-exists"  # it is about the name
            assert reading.name, said
            assert is_plain == (reading.spans == ()), said
        elif command == "/log" and rest:
            log = read_log(rest, now=NOW, place=place)
            assert log is not None, said
            assert len(log.habit.split()) == 1, said
        elif key.startswith((*ANSWERS, *UNREAD)):
            assert read_habit(f'"x" {said}', now=NOW, place=place).name == "x", said
        elif key == "refusal-unread-amount":
            assert read_amount(said, language=language) is not None, said
        elif key.startswith(WISHES) and not said.startswith("/"):
            wish = read_intent(said, now=NOW, place=place)
            assert isinstance(wish, HabitLog | HabitSkip | PauseHabits | ResumeHabits), said
        else:
            continue
        seen += 1
    assert seen > 30
