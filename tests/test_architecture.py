"""The house rules that a machine can check."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter import cli

ROOT = Path(__file__).parents[1]
OURS = [
    path
    for folder in ("bot", "storage", "tests", "bench")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
LONGEST_FUNCTION = 45
LONGEST_FILE = 450
FORBIDDEN_NAMES = ("Manager", "Helper", "Utils", "Service", "Base")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_the_contracts_of_the_imports_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert cli.lint_imports(no_cache=True) == cli.EXIT_STATUS_SUCCESS


def test_functions_are_short() -> None:
    too_long = [
        (path.relative_to(ROOT).as_posix(), node.name, lines)
        for path in OURS
        for node in functions(path)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert too_long == []


def test_files_are_of_one_subject() -> None:
    """Tests may be longer: a table of examples is one subject."""
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in OURS
        if path.parts[len(ROOT.parts)] != "tests"
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_classes_are_named_by_what_they_are() -> None:
    names = [
        (path.name, node.name)
        for path in OURS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.name.endswith(FORBIDDEN_NAMES)
    ]
    assert names == []


def test_nothing_is_skipped_or_left_to_do() -> None:
    left = re.compile(r"pytest\.(mark\.)?(skip|xfail)|#.*\b(TODO|FIXME)\b")
    found = [
        (path.relative_to(ROOT).as_posix(), number)
        for path in OURS
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if left.search(line)
    ]
    assert found == []


def test_time_comes_in() -> None:
    """Only the edge asks the clock: `now` is an argument everywhere else.

    The scheduler's own timer is APScheduler's, which knows no other clock.
    """
    asking = {
        path.relative_to(ROOT).as_posix()
        for path in OURS
        if path.parts[len(ROOT.parts)] in {"bot", "storage"} and "playground" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"datetime.now", "date.today"}
    }
    assert asking <= {"bot/clock.py", "bot/__main__.py", "bot/jobs/schedule.py"}


def imports(path: Path) -> set[str]:
    """The modules that a file imports; of `from a import b` both a and a.b, one of which is it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                found |= {one.name for one in names}
            case ast.ImportFrom(module=str(module), names=names):
                found |= {module, *(f"{module}.{one.name}" for one in names)}
    return found


def within(folder: str) -> list[Path]:
    return [path for path in OURS if path.is_relative_to(ROOT / folder)]


def path_of(module: str) -> Path:
    return ROOT.joinpath(*module.split(".")).with_suffix(".py")


def is_program(path: Path) -> bool:
    """Whether make runs it. Such a module may have a test, which has to import it."""
    return 'if __name__ == "__main__":' in path.read_text(encoding="utf-8")


def test_what_several_tests_use_is_in_support() -> None:
    wrong = [
        (path.relative_to(ROOT).as_posix(), module)
        for path in [*within("tests"), *within("bench")]
        for module in imports(path)
        if module.startswith("tests.") and not module.startswith("tests.support")
        if path_of(module).exists()
        if not (is_program(path_of(module)) and path.is_relative_to(ROOT / "tests"))
    ]
    assert wrong == []


def test_tests_and_benchmarks_share_nothing_else() -> None:
    wrong = [
        (path.relative_to(ROOT).as_posix(), module)
        for path in within("tests")
        for module in imports(path)
        if module.partition(".")[0] == "bench"
    ]
    assert wrong == []


def test_tests_of_the_store_know_no_bot() -> None:
    """Neither they nor what they use of tests/support."""
    reached, waiting = set[Path](), within("tests/storage")
    assert waiting
    while waiting:
        path = waiting.pop()
        reached.add(path)
        assert not any(module.partition(".")[0] == "bot" for module in imports(path)), path
        used = (path_of(one) for one in imports(path) if one.startswith("tests.support"))
        waiting += [one for one in used if one.exists() and one not in reached]
