"""The stand-in is written independently: it shares no code with the bot that it tests."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.playground.telegram as stand_in

FOLDER = Path(stand_in.__file__).parent
ALLOWED = {*sys.stdlib_module_names, "aiohttp"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize(
    "path", sorted(FOLDER.rglob("*.py")), ids=lambda path: str(path.relative_to(FOLDER))
)
def test_it_imports_nothing_of_the_bot_and_its_library(path: Path) -> None:
    foreign = {
        name
        for name in imported(path)
        if not name.startswith("bot.playground") and name.partition(".")[0] not in ALLOWED
    }
    assert foreign == set()


@pytest.mark.parametrize(
    "path", sorted((FOLDER / "page" / "static").glob("*.*")), ids=lambda path: path.name
)
def test_the_page_takes_nothing_from_outside_and_sets_no_markup(path: Path) -> None:
    text = path.read_text("utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert word not in text
    assert "//cdn" not in text
    assert "@import" not in text
