"""TickTick: the CSV of its backup, with the lines that stand before the names of its columns."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from storage.rules.due import Due
from storage.rules.priority import Priority
from storage.transfer.formats.moments import (
    length_in,
    moment_in,
    offsets_of,
    repeat_of,
    zone_or,
)
from storage.transfer.formats.values import (
    Contents,
    FileFormat,
    FoundTask,
    Importer,
    NotRead,
    Why,
    shown,
)

if TYPE_CHECKING:
    from datetime import datetime

    from storage.rules.recurrence import Repeat
    from storage.transfer.formats.tables import Row, Table

COLUMNS = frozenset({"list name", "title", "due date", "status"})
PRIORITIES = {"5": Priority.HIGH, "3": Priority.MEDIUM, "1": Priority.LOW}
DONE = {"1", "2", "-1"}  # completed, archived, "won't do"
YES = {"y", "true"}
ITEM = re.compile(r"\s*([▫▪])\s?(.*)")
MINUTE = timedelta(minutes=1)


def read(table: Table, importer: Importer) -> Contents:
    """The tasks of a backup; their lists are their tags."""
    unread: list[NotRead] = []
    tasks = tuple(_task(row, importer, unread) for row in table.rows)
    return Contents(FileFormat.TICKTICK, tasks, unread=tuple(unread))


def _task(row: Row, importer: Importer, unread: list[NotRead]) -> FoundTask:
    due, lasts = _due(row, importer, unread)
    notes, items = _content(row)
    return FoundTask(
        row.line,
        row["title"],
        notes=notes,
        due=due,
        repeat=_repeat(row, due, unread),
        priority=PRIORITIES.get(row["priority"], Priority.MEDIUM),
        tags=(*_listed(row["tags"]), *_list(row)),
        checklist=items,
        reminders=_reminders(row, due, unread),
        duration_minutes=lasts,
        is_done=row["status"] in DONE,
        completed_at=moment_in(row["completed time"]),
        created_at=moment_in(row["created time"]),
        key=row["taskid"],
        parent=row["parentid"],
    )


def _due(row: Row, importer: Importer, unread: list[NotRead]) -> tuple[Due | None, int | None]:
    """When it is due, or begins, and for how many minutes it lasts from there."""
    said = {name: row[name] for name in ("start date", "due date")}
    start, end = (moment_in(text) for text in said.values())
    if any(said.values()) and start is None and end is None:
        unread.append(NotRead(row.line, shown(row["title"]), Why.DATE))
    at = start or end
    if at is None:
        return None, None
    zone = zone_or(row["timezone"], importer.zone)
    due = Due.from_moment(at, zone, whole_day=row["is all day"].lower() in YES)
    return due, _lasts(start, end)


def _lasts(start: datetime | None, end: datetime | None) -> int | None:
    if start is None or end is None or end <= start:
        return None
    return (end - start) // MINUTE


def _repeat(row: Row, due: Due | None, unread: list[NotRead]) -> Repeat | None:
    rule = row["repeat"]
    if not rule:
        return None
    repeat = repeat_of([rule], due) if due else None
    if repeat is None:
        unread.append(NotRead(row.line, shown(row["title"]), Why.REPEAT))
    return repeat


def _reminders(row: Row, due: Due | None, unread: list[NotRead]) -> tuple[str, ...] | None:
    said = [part for part in re.split(r"[\s,]+", row["reminder"]) if part]
    if not said or due is None:
        return None
    lengths = [length_in(part.removeprefix("TRIGGER:")) for part in said]
    offsets, all_read = offsets_of(lengths, due)
    if not all_read:
        unread.append(NotRead(row.line, shown(row["title"]), Why.REMINDER))
    return offsets or None


def _content(row: Row) -> tuple[str, tuple[tuple[str, bool], ...]]:
    """The notes, and the lines of a checklist."""
    text = row["content"]
    if row["is check list"].lower() not in YES:
        return text, ()
    notes, items = [], []
    for line in re.split("[\r\n]+", text):
        if found := ITEM.fullmatch(line):
            items.append((found[2].strip(), found[1] == "▪"))
        elif line.strip():
            notes.append(line)
    return "\n".join(notes), tuple(item for item in items if item[0])


def _listed(tags: str) -> list[str]:
    return [tag.strip() for tag in tags.split(",") if tag.strip()]


def _list(row: Row) -> list[str]:
    name = row["list name"]
    return [name] if name and name.lower() != "inbox" else []
