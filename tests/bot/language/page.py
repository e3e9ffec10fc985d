"""docs/language.md, made from the phrases that the tests hold; `make docs` runs this."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PAGE = HERE.parents[2] / "docs" / "language.md"
LANGUAGES = {"en": "English", "ru": "Русский", "de": "Deutsch", "es": "Español"}
# tables of what follows a command: their titles, and the field that is no fact
COMMANDS = {
    "habits.jsonl": ("Habits, after /habit", "name"),
    "logs.jsonl": ("Entries of habits, after /log", "habit"),
}
GROUPS = ("Dates and times", "Repeats", "Everything else", "Only a title")
INTRODUCTION = """\
# What can be said

Every line of this page is a test: it is made by `make docs` from the tables in
`tests/bot/language`, written on Wednesday 2026-09-23 at 14:30 in Berlin, day before month. Each
person's own language is read first, then the others.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join([INTRODUCTION, *(_chapter(code) for code in LANGUAGES)])


def _chapter(code: str) -> str:
    phrases = [*_phrases(f"phrases_{code}.jsonl"), *_of_language("examples.jsonl", code)]
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for phrase in phrases:
        groups.setdefault(_group(phrase), []).append(phrase)
    tables = [_table(group, groups[group]) for group in GROUPS if group in groups]
    for name, (title, column) in COMMANDS.items():
        rows = [_titled(row, column) for row in _of_language(name, code)]
        tables.append(_table(title, rows, column=column))
    return "\n".join([f"## {LANGUAGES[code]}\n", *tables])


def _titled(row: Mapping[str, Any], column: str) -> Mapping[str, Any]:
    return {**{key: row[key] for key in row if key != column}, "title": row[column]}


def _phrases(name: str) -> Iterator[Mapping[str, Any]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _of_language(name: str, code: str) -> Iterator[Mapping[str, Any]]:
    return (phrase for phrase in _phrases(name) if phrase["lang"] == code)


def _group(phrase: Mapping[str, Any]) -> str:
    if phrase.get("rrule"):
        return "Repeats"
    said = {"priority", "tags", "assignees", "reminders", "nag_min", "intent"}
    if said.intersection(key for key, value in phrase.items() if value):
        return "Everything else"
    if phrase.get("due"):
        return "Dates and times"
    return "Only a title"


def _table(group: str, rows: Sequence[Mapping[str, Any]], *, column: str = "title") -> str:
    lines = [f"### {group}\n", f"| you write | {column} | what is understood |", "|---|---|---|"]
    seen: set[str] = set()
    for row in rows:
        if row["text"] not in seen and "\n" not in row["text"]:
            seen.add(row["text"])
            cells = (f"`{_cell(row['text'])}`", _cell(row.get("title") or ""), _cell(_facts(row)))
            lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def _facts(row: Mapping[str, Any]) -> str:
    left_out = {"lang", "text", "title", "note", "fold", "date_order"}
    said = [(key, value) for key, value in row.items() if key not in left_out and value]
    plain = ("due", "schedule")
    return ", ".join(value if key in plain else f"{key} {_value(value)}" for key, value in said)


def _value(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("`", "'")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
