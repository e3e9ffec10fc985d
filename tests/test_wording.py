"""One word for one thing: the texts of every language keep to the glossary, docs/wording.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.texts import _ENTRY, LANGUAGES

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "wording.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^## (\w+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| ([^|]+) \| ([^|]+) \|([^|]*)\|$", re.MULTILINE)
TYPED = re.compile(r"<code>.*?</code>", re.DOTALL)  # people may type every word
SKIPPED, MISSED = "skip, on purpose", "missed, not done in time"
ENDING = 3  # letters of a word that an inflection may change, at most


class Entry(NamedTuple):
    """A row of the glossary."""

    thing: str
    words: tuple[str, ...]
    others: tuple[str, ...]


def glossary(language: str) -> list[Entry]:
    section = dict(SECTION.findall(PAGE))[language]
    rows = [row for row in ROW.findall(section) if row[0] not in {"thing", "---"}]
    return [Entry(thing, _listed(words), _listed(others)) for thing, words, others in rows]


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(",") if word.strip())


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Each key with what the bot itself says, without what people may type."""
    source = (ROOT / "bot" / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    for entry in _ENTRY.finditer(source):
        _, _, said = entry[0].partition("=")
        bare = re.sub(r"\{ *\$\w+ *(->)?|\[\w+\]|</?\w+>", " ", TYPED.sub(" ", said))
        yield entry[1], " ".join(bare.split())


def _says(word: str, text: str) -> bool:
    """Whether the text has the word; `…` stands for any ending."""
    pattern = re.escape(word.removesuffix("…")) + (r"\w*" if word.endswith("…") else "")
    return re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE) is not None


def _stem(word: str) -> str:
    """What the forms of a word share."""
    return word[: max(4, len(word) - ENDING)].rstrip() + "…"


def test_every_language_has_a_glossary_of_the_same_things() -> None:
    assert [language for language, _ in SECTION.findall(PAGE)] == ["en", "ru", "de", "es"]
    assert {language for language, _ in SECTION.findall(PAGE)} == set(LANGUAGES)
    needed = {SKIPPED, MISSED, "task", "list", "reminder", "snooze", "streak", "score", "undo"}
    for language in LANGUAGES:
        assert needed <= {entry.thing for entry in glossary(language)}, language


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_second_word_for_the_same_thing(language: str) -> None:
    found = [
        (key, f"{word!r}: say {' or '.join(entry.words)}")
        for key, said in sentences(language)
        for entry in glossary(language)
        for word in entry.others
        if _says(word, said)
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_is_of_words_that_are_used(language: str) -> None:
    said = " ".join(text for _, text in sentences(language))
    idle = [
        (entry.thing, word)
        for entry in glossary(language)
        for word in entry.words
        if not _says(_stem(word), said)
    ]
    assert idle == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_skipped_was_not_missed(language: str) -> None:
    entries = {entry.thing: entry for entry in glossary(language)}
    for key, said in sentences(language):
        if "skip-missed" in key:  # it skips what was missed
            continue
        for part, thing in (("miss", SKIPPED), ("skip", MISSED)):
            if re.search(rf"(^|-){part}(ed)?(-|$)", key):
                assert not any(_says(_stem(word), said) for word in entries[thing].words), key


@pytest.mark.parametrize(
    ("language", "facts"),
    [
        ("de", "coming|date|day|due|last|until|when"),
        ("ru", "coming|date|day|due|last|until|when"),
        ("es", "at|due|end|morning|start|time|turn|until|when"),
    ],
)
def test_no_sentence_ends_with_a_dot_of_a_date(language: str, facts: str) -> None:
    """Short dates (`пн, 5 окт.`) and clocks (`9:00 p. m.`) may end with a dot of their own; with
    the sentence's there would be two."""
    source = (ROOT / "bot" / "texts" / f"{language}.ftl").read_text(encoding="utf-8")
    ends = re.compile(rf"\{{ \$({facts}) \}}(</\w+>)?\.")
    assert [entry[1] for entry in _ENTRY.finditer(source) if ends.search(entry[0])] == []
