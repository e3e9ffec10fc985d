"""Our own CSV, as /export writes it for spreadsheets."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from storage.models import Priority, Status
from storage.transfer.formats.moments import due_in, moment_in, repeat_of, zone_or
from storage.transfer.formats.values import (
    Contents,
    FileFormat,
    FoundTask,
    Importer,
    NotRead,
    Why,
    shown,
)
from storage.transfer.spreadsheet import FORMULA

if TYPE_CHECKING:
    from storage.rules.due import Due
    from storage.rules.recurrence import Repeat
    from storage.transfer.formats.tables import Row, Table

COLUMNS = frozenset({"number", "title", "status", "priority", "due", "zone", "deleted_at"})
ITEM = re.compile(r"\[([x ])\] (.*)")
PRIORITIES = {one.value: one for one in Priority}


def read(table: Table, importer: Importer) -> Contents:
    """The tasks that are not in the trash."""
    unread: list[NotRead] = []
    kept = [row for row in table.rows if not row["deleted_at"]]
    tasks = tuple(_task(row, importer, unread) for row in kept)
    return Contents(FileFormat.SHEET, tasks, unread=tuple(unread))


def _task(row: Row, importer: Importer, unread: list[NotRead]) -> FoundTask:
    title = _plain(row.raw("title"))
    due = due_in(row["due"], zone_or(row["zone"], importer.zone))
    if row["due"] and due is None:
        unread.append(NotRead(row.line, shown(title), Why.DATE))
    items = [ITEM.fullmatch(line) for line in _plain(row.raw("checklist")).splitlines()]
    minutes = row["minutes"]
    task = FoundTask(
        row.line,
        title,
        notes=_plain(row.raw("notes")),
        due=due,
        repeat=_repeat(row, due, title, unread),
        priority=PRIORITIES.get(row["priority"], Priority.MEDIUM),
        tags=tuple(part.strip() for part in _plain(row["tags"]).split(",") if part.strip()),
        checklist=tuple((found[2], found[1] == "x") for found in items if found),
        duration_minutes=int(minutes) if minutes.isdecimal() and len(minutes) < 8 else None,
        created_at=moment_in(row["created_at"]),
    )
    if row["status"] != Status.COMPLETED:
        return task
    return replace(task, is_done=True, completed_at=moment_in(row["completed_at"]))


def _repeat(row: Row, due: Due | None, title: str, unread: list[NotRead]) -> Repeat | None:
    rules = row["repeat"].split()
    if not rules:
        return None
    repeat = repeat_of(rules, due) if due else None
    if repeat is None:
        unread.append(NotRead(row.line, shown(title), Why.REPEAT))
    return repeat


def _plain(cell: str) -> str:
    """A cell without the apostrophe that kept a spreadsheet from calculating it."""
    text = cell.removeprefix("'")
    guarded = text.startswith(FORMULA) or text.lstrip(" ").startswith(FORMULA)
    return text if guarded else cell
