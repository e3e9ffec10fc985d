"""The walls of the house: import chains, folders, names, and the tables that routes are."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import grimp
import pytest

from bot.codes import CODES

ROOT = Path(__file__).parents[1]
LONGEST_CHAIN = 14  # modules from the first to the last
MOST_MODULES = 20  # in a folder
SHARED_NAMES = {"Question"}  # the row that is open, and what it asks


@cache
def imports() -> dict[str, set[str]]:
    """Each module of the bot and the store with the modules that it imports when it runs."""
    graph = grimp.build_graph("bot", "storage", exclude_type_checking_imports=True, cache_dir=None)
    return {
        module: graph.find_modules_directly_imported_by(module) for module in sorted(graph.modules)
    }


def chain_from(module: str, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The longest chain of imports that begins with a module."""
    if module not in known:
        known[module] = ()  # a cycle would be found by import-linter
        behind = [chain_from(other, known) for other in sorted(imports()[module])]
        known[module] = (module, *max(behind, key=len, default=()))
    return known[module]


def test_no_chain_of_imports_is_long() -> None:
    known: dict[str, tuple[str, ...]] = {}
    longest = max((chain_from(module, known) for module in imports()), key=len)
    assert len(longest) <= LONGEST_CHAIN, " > ".join(longest)


def folders() -> dict[Path, list[str]]:
    """Each folder of code with the names of its modules."""
    found: dict[Path, list[str]] = {}
    for top in ("bot", "storage"):
        for path in sorted((ROOT / top).rglob("*.py")):
            if path.name != "__init__.py":
                found.setdefault(path.parent, []).append(path.stem)
    return found


def test_no_folder_is_crowded() -> None:
    assert {str(folder): len(names) for folder, names in folders().items() if len(names) > 20} == {}


def test_no_module_is_a_twin_by_prefix() -> None:
    """`habit_reminders` beside `reminders`: one mechanism, written twice."""
    twins = [
        (folder.name, name)
        for folder, names in folders().items()
        for name in names
        if name.startswith("habit_") or name.partition("_")[2] in names
    ]
    assert twins == []


def test_one_name_is_one_thing() -> None:
    """A class of the bot and one of the store are never called the same; nor are two of one."""
    names: Counter[str] = Counter()
    for folder, modules in folders().items():
        if "playground" in folder.parts:
            continue  # a world of its own, in Telegram's words
        for module in modules:
            tree = ast.parse((folder / f"{module}.py").read_text(encoding="utf-8"))
            classes = (node.name for node in tree.body if isinstance(node, ast.ClassDef))
            names.update(name for name in classes if not name.startswith("_"))
    assert {name for name, times in names.items() if times > 1} <= SHARED_NAMES


@cache
def contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return found


def test_every_folder_has_walls() -> None:
    """Layers with nothing left out, in each package that holds more than one module."""
    walled = {
        container
        for contract in contracts()
        if contract["type"] == "layers" and contract.get("exhaustive")
        for container in contract.get("containers", ())
    }
    packages = {
        ".".join(folder.relative_to(ROOT).parts)
        for folder, names in folders().items()
        if len(names) > 1 and "tables" not in folder.parts
    }
    assert packages - walled == set()


STIFF = re.compile(
    r"\b(?:of|from|to) who\b|\bfor who (?!in\b)|\bwho does\b|\banew\b|\bunder fire\b|"
    r"\b(?:nobody's|any) making\b|\bby no more\b|\b(?:what|that|it|which) stands\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "top", ["bot", "storage", "alembic", "bench", "tests", "docs", "README.md", "CONTRIBUTING.md"]
)
def test_english_does_not_stop_a_reader(top: str) -> None:
    files = [ROOT / top] if (ROOT / top).is_file() else sorted((ROOT / top).rglob("*"))
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files
        if path.suffix in {".py", ".md", ".js"}
        for match in STIFF.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_a_language_is_a_folder_a_file_and_a_line() -> None:
    sentences = {path.stem for path in (ROOT / "bot" / "texts").glob("*.ftl")}
    tables = {path.parent.name for path in (ROOT / "bot/language/tables").glob("*/__init__.py")}
    assert set(CODES) == sentences == tables
    codes = re.compile(rf"[\"'](?:{'|'.join(CODES)})[\"'], [\"'](?:{'|'.join(CODES)})[\"'],")
    lists = [path for path in (ROOT / "bot").rglob("*.py") if codes.search(path.read_text("utf-8"))]
    assert lists == [ROOT / "bot" / "codes.py"], "no second list of them"
