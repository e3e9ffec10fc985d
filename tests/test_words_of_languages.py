"""Words of languages are in their tables and texts only: the syntax trees of all modules tell.

What is in docstrings and comments is for people who read the code, and may quote anything.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.language.engine.language import Language
from bot.language.engine.tokens import fold
from bot.language.languages import ALL

ROOT = Path(__file__).parents[1]
OWN_PLACES = ("bot/language/tables/", "bot/texts/")
# what these hold is of no language: how letters of any language are compared
LETTERS = {
    "storage/rules/folding.py": "letters without a decomposition",
    "bot/language/engine/phrases.py": "umlauts as people type them without their keys",
    "bot/language/places/cities.py": "Unicode blocks of the Latin script",
}
# names of ours that happen to be words of a language too
NAMES = frozenset({"tags"})  # German: "tags zuvor" is the day before
SHORTEST = 4  # letters: "was", "mis" and the like are names and abbreviations everywhere


class Found(NamedTuple):
    file: str
    line: int
    text: str


def modules() -> Iterator[tuple[str, ast.Module]]:
    for wing in ("bot", "storage"):
        for path in sorted((ROOT / wing).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith(OWN_PLACES):
                yield name, ast.parse(path.read_text(encoding="utf-8"))


def strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """The strings of a module but its docstrings; those inside of f-strings too."""
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) not in docstrings:
            yield node


@cache
def constants() -> tuple[Found, ...]:
    return tuple(
        Found(name, node.lineno, str(node.value))
        for name, tree in modules()
        for node in strings(tree)
    )


def spelled(table: object) -> Iterator[str]:
    """Every string in a table, however deep, without the names of its fields and patterns."""
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        for value in table.values():
            yield from spelled(value)
    elif isinstance(table, list | tuple | frozenset):
        for value in table:
            yield from spelled(value)


def wordings(language: Language) -> frozenset[str]:
    """What people say to settings, lists and wishes, each wording folded, and single words."""
    book = language.phrasebook
    tables = (
        language.settings, language.lists.scopes, language.lists.me, language.entries.wishes,
        language.measures.names, language.measures.forms, book.wishes, book.months, book.weekdays,
        book.sets["remind"], book.sets["every"], language.templates.weekdays,
    )  # fmt: skip
    said = (part for each in spelled(tables) for part in each.replace("\n", "|").split("|"))
    return frozenset(word for part in said for word in (fold(part.strip()), *fold(part).split()))


def lead_words() -> frozenset[str]:
    """remind, at and the like: what an answer may leave out."""
    names = ("remind", "at", "every", "on")
    return frozenset(each.phrasebook.first_of(name) for name in names for each in ALL.every())


def foreign_words() -> frozenset[str]:
    english, *others = map(wordings, ALL.every())
    words = frozenset().union(*others) - english - NAMES
    return frozenset(word for word in words if len(word) >= SHORTEST)


def report(found: Iterable[Found]) -> str:
    return "\n".join(f"{each.file}:{each.line}: {each.text[:60]!r}" for each in found)


def test_no_letter_of_another_alphabet() -> None:
    wrong = [
        each
        for each in constants()
        if each.file not in LETTERS and any(c.isalpha() and not c.isascii() for c in each.text)
    ]
    assert not wrong, report(wrong)


def test_the_exceptions_are_needed() -> None:
    with_letters = {
        each.file for each in constants() if any(c.isalpha() and not c.isascii() for c in each.text)
    }
    assert with_letters == set(LETTERS)


def test_no_lead_word() -> None:
    leads = {f"{lead} " for lead in lead_words()}
    wrong = [each for each in constants() if each.text in leads]
    assert not wrong, report(wrong)


def test_no_word_of_another_language() -> None:
    words = foreign_words()
    wrong = [each for each in constants() if fold(each.text.strip()) in words]
    assert not wrong, report(wrong)


@pytest.mark.parametrize(
    "code",
    ['LEADS = ("", "remind ")', 'x = f"um {text}"', 'FIRST = {"zuerst"}', 'UNIT = "ч"'],
)
def test_a_word_would_be_found(code: str) -> None:
    """The checks above see what has been in modules before."""
    leads = {f"{lead} " for lead in lead_words()}
    said = [str(node.value) for node in strings(ast.parse(code))]
    assert any(
        text in leads or fold(text) in foreign_words() or not text.isascii() for text in said
    )
