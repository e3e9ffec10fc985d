"""Todoist: a project as CSV (its help page "Format a CSV file"), and the lines of a backup."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from storage.rules.priority import Priority
from storage.transfer.formats.moments import due_in, zone_or
from storage.transfer.formats.values import (
    Contents,
    FileFormat,
    FoundTask,
    Importer,
    NotRead,
    SaidDate,
    Why,
    shown,
)

if TYPE_CHECKING:
    from storage.transfer.formats.tables import Row, Table

COLUMNS = frozenset({"type", "content", "priority", "indent"})
LABEL = re.compile(r"(?:^|(?<=\s))@([^\s@]+)")
MEMBER = re.compile(r"(?:.*/)?(.*?)(?: \[\d+\])?\.csv", re.IGNORECASE)  # Home [2203306141].csv
INBOX = "inbox"
AFTER_COMPLETION = re.compile(r"(?<=\w)!(?=\s)")  # every! 3 days
LONGEST_DATE = 150  # characters
UNITS = {"minute": 1, "day": 24 * 60}


def project_of(member: str) -> str:
    """The name of the project that a file of a backup has."""
    found = MEMBER.fullmatch(member)
    name = found[1] if found else ""
    return "" if name.lower() == INBOX else name


def read(table: Table, importer: Importer, *, project: str = "") -> Contents:
    """The tasks of a project; sections and the project are their tags."""
    work = _Project(importer, project)
    for row in table.rows:
        match row["type"].lower():
            case "task":
                work.add(row)
            case "section":
                work.section = row["content"]
            case "note":
                work.comment(row["content"])
            case "" | "meta":
                pass
            case _:
                work.unread.append(NotRead(row.line, shown(row["content"]), Why.LINE))
    return Contents(FileFormat.TODOIST, tuple(work.tasks), unread=tuple(work.unread))


@dataclass(slots=True)
class _Project:
    importer: Importer
    name: str
    section: str = ""
    tasks: list[FoundTask] = field(default_factory=list)
    unread: list[NotRead] = field(default_factory=list)
    above: list[str] = field(default_factory=list)  # keys of the tasks above, by their indent

    def add(self, row: Row) -> None:
        """A task."""
        content = row["content"].removeprefix("* ")  # one that cannot be ticked
        title = " ".join(LABEL.sub("", content).split()) or content
        when = self._when(row, title)
        depth = int(row["indent"]) if row["indent"] in {"2", "3", "4", "5"} else 1
        key = f"{self.name}/{row.line}"
        self.above = [*self.above[: depth - 1], key]
        self.tasks.append(
            FoundTask(
                row.line,
                title,
                notes=_notes(row),
                due=when.due,
                repeat=when.repeat,
                priority=Priority.HIGH if row["priority"] == "1" else Priority.MEDIUM,
                tags=(*LABEL.findall(content), *filter(None, (self.name, self.section))),
                duration_minutes=_minutes(row),
                key=key,
                parent=self.above[-2] if len(self.above) > 1 else "",
            )
        )

    def comment(self, text: str) -> None:
        """A comment, for the notes of the task above it."""
        if self.tasks and text:
            last = self.tasks[-1]
            notes = "\n".join(filter(None, (last.notes, text)))
            self.tasks[-1] = replace(last, notes=notes)

    def _when(self, row: Row, title: str) -> SaidDate:
        """The date, or the deadline of a task without one."""
        for text, code in (
            (row["date"], row["date_lang"]),
            (row["deadline"], row["deadline_lang"]),
        ):
            if not text:
                continue
            when = self._read(text, code, zone_or(row["timezone"], self.importer.zone))
            if when is not None:
                return when
            self.unread.append(NotRead(row.line, shown(f"{title} ({text})"), Why.DATE))
        return SaidDate()

    def _read(self, text: str, code: str, zone: str) -> SaidDate | None:
        if (due := due_in(text, zone)) is not None:
            return SaidDate(due)
        if len(text) > LONGEST_DATE:
            return None
        said = AFTER_COMPLETION.sub("", text)
        when = self.importer.read_date(said, code)
        if when is None or when.repeat is None or said == text:
            return when
        return replace(when, repeat=replace(when.repeat, anchor="completion"))


def _notes(row: Row) -> str:
    """The description, and the deadline of a task that has a date, too."""
    deadline = f"⏳ {row['deadline']}" if row["date"] and row["deadline"] else ""
    return "\n".join(filter(None, (row["description"], deadline)))


def _minutes(row: Row) -> int | None:
    number, unit = row["duration"], UNITS.get(row["duration_unit"].lower())
    if unit is None or not number.isdecimal() or len(number) > 5:
        return None
    return int(number) * unit or None
