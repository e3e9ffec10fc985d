"""Our own JSON, as /export writes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from storage.transfer.documents import (
    Document,
    ExportedHabit,
    ExportedTask,
    check_keys,
)
from storage.transfer.formats.values import (
    MOST_ROWS,
    FileFormat,
    FoundFile,
    NotRead,
    Reason,
    Unreadable,
    Why,
    shown,
)
from storage.transfer.shapes import FORMAT, VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    T = TypeVar("T", ExportedTask, ExportedHabit)


def is_own(said: Any) -> bool:
    """Whether JSON is an export of ours, of whatever version."""
    return isinstance(said, dict) and said.get("format") == FORMAT


def read(said: Mapping[str, Any]) -> FoundFile:
    """An export. What of its tasks and habits cannot be is left out. Raises Unreadable."""
    version = said.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Unreadable(Reason.NEWER)
    rows = [said.get(name) for name in ("tasks", "habits", "history", "people")]
    if not all(isinstance(some, list) for some in rows):
        raise Unreadable(Reason.BROKEN)
    if sum(len(some) for some in rows if isinstance(some, list)) > MOST_ROWS:
        raise Unreadable(Reason.ROWS)
    tasks, bad_tasks = _each(said["tasks"], ExportedTask.model_validate, "title")
    habits, bad_habits = _each(said["habits"], ExportedHabit.model_validate, "name")
    try:
        head = Document.model_validate({**said, "tasks": [], "habits": []})
        document = head.model_copy(update={"tasks": tasks, "habits": habits})
        check_keys(document)
    except ValueError:  # pydantic's is one
        raise Unreadable(Reason.BROKEN) from None
    return FoundFile(FileFormat.OWN, document, (*bad_tasks, *bad_habits))


def _each(
    rows: list[Any], validate: Callable[[Any], T], named: str
) -> tuple[list[T], list[NotRead]]:
    kept, unread = [], []
    for place, row in enumerate(rows, start=1):
        try:
            kept.append(validate(row))
        except (ValidationError, RecursionError):
            unread.append(NotRead(place, shown(_named(row, named)), Why.VALUE))
    return kept, unread


def _named(row: Any, key: str) -> str:
    name = row.get(key) if isinstance(row, dict) else row
    return name if isinstance(name, str) else json.dumps(name)[:200]
