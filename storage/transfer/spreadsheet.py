"""Tasks as CSV for spreadsheets: a line for each, and no cell that a spreadsheet calculates."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from storage.transfer.calendars import due_of

if TYPE_CHECKING:
    from storage.rules.due import Due

Names = Mapping[str, str]  # people's names by their keys

COLUMNS = (
    *("number", "title", "notes", "status", "priority", "due", "zone", "repeat", "minutes"),
    *("tags", "assignees", "checklist", "created_at", "completed_at", "deleted_at"),
)
# what begins a formula, in a spreadsheet's own words or after its trimming (source: OWASP,
# "CSV Injection")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
BOM = "\ufeff"  # without it Excel takes UTF-8 for its own code page


def heading() -> str:
    """The first line."""
    return BOM + _written([COLUMNS])


def lines(tasks: Iterable[Mapping[str, Any]], names: Names) -> str:
    """Lines of tasks as `storage.transfer.reading` gives them."""
    return _written(_cells(task, names) for task in tasks)


def safe(text: str) -> str:
    """A cell's text with an apostrophe before what a spreadsheet would calculate."""
    return f"'{text}" if text.startswith(FORMULA) or text.lstrip(" ").startswith(FORMULA) else text


def _cells(task: Mapping[str, Any], names: Names) -> list[str]:
    due = due_of(task)
    repeat = task["repeat"]
    people = (names.get(one["user_id"], "") for one in task["assignees"])
    items = (f"[{'x' if item['is_done'] else ' '}] {item['text']}" for item in task["checklist"])
    return [
        str(task["number"]),
        task["title"],
        task["notes"],
        task["status"],
        task["priority"],
        _written_due(due),
        due.zone if due else "",
        "\n".join(repeat["rules"]) if repeat else "",
        str(task["duration_minutes"] or ""),
        ", ".join(task["tags"]),
        ", ".join(filter(None, people)),
        "\n".join(items),
        *(task[name] or "" for name in ("created_at", "completed_at", "deleted_at")),
    ]


def _written_due(due: Due | None) -> str:
    if due is None:
        return ""
    return due.on.isoformat() if due.time is None else f"{due.on} {due.time:%H:%M}"


def _written(rows: Iterable[Iterable[str]]) -> str:
    kept = io.StringIO()
    csv.writer(kept).writerows([safe(cell) for cell in row] for row in rows)
    return kept.getvalue()
