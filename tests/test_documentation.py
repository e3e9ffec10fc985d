"""The README tells of every command, every setting and every make target."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.routes import COMMANDS
from bot.settings import Settings

ROOT = Path(__file__).parents[1]
# DUETO_… is how the playground speaks to the bot that it starts, nothing for people to set.
SETTINGS = [name.upper() for name in Settings.model_fields if not name.startswith("dueto_")]


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_is_told(readme: str) -> None:
    assert [name for name in COMMANDS if not re.search(rf"`/{name}\b", readme)] == []


def test_every_setting_is_told(readme: str) -> None:
    assert [name for name in SETTINGS if f"`{name}`" not in readme] == []


def test_every_setting_stands_in_the_example() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert [
        name for name in SETTINGS if not re.search(rf"^#?\s*{name}=", example, re.MULTILINE)
    ] == []


def test_every_make_target_is_told(readme: str) -> None:
    phony = re.search(
        r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert phony is not None
    assert [one for one in phony[1].split() if f"make {one}" not in readme] == []


def test_every_picture_is_there(readme: str) -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", readme)
    assert pictures
    assert [one for one in pictures if not (ROOT / one).exists()] == []
