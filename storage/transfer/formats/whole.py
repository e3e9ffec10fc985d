"""Tasks and habits of another program as a document of our own: one importer for all formats."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING, Any
from unicodedata import category

from pydantic import ValidationError
from uuid_utils.compat import uuid7

from storage.models import (
    CHECKLIST_LIMIT,
    ITEM_LIMIT,
    NAME_LIMIT,
    NOTES_LIMIT,
    TAG_LIMIT,
    TAGS_LIMIT,
    TITLE_LIMIT,
    ChatKind,
    Status,
)
from storage.rules.recurrence import repeat_to_json
from storage.tasks.tags import unique_names
from storage.transfer.documents import (
    Document,
    ExportedHabit,
    ExportedTask,
    ListHead,
    Person,
)
from storage.transfer.formats.values import (
    Contents,
    FoundFile,
    FoundHabit,
    FoundTask,
    Importer,
    NotRead,
    Reason,
    Unreadable,
    Why,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NOT_KEPT = re.compile("[\x00\ud800-\udfff]")


def as_document(contents: Contents, importer: Importer) -> FoundFile:
    """What was found as a document that is the importer's. Raises Unreadable where nothing is."""
    work = _Making(importer, [*contents.unread])
    tasks = [*filter(None, map(work.task, folded(contents.tasks)))]
    habits = [*filter(None, map(work.habit, contents.habits))]
    unread = tuple(sorted(work.unread, key=lambda one: one.line))
    if not tasks and not habits:
        raise Unreadable(Reason.NOTHING)
    document = Document(
        exported_at=importer.now,
        chat=ListHead(
            id=uuid7().hex,
            kind=ChatKind.PRIVATE,
            title="",
            next_number=work.number + 1,
            settings={},
        ),
        tasks=tasks,
        habits=habits,
        history=[],
        people=[work.person],
    )
    return FoundFile(contents.kind, document, unread)


def folded(tasks: Sequence[FoundTask]) -> list[FoundTask]:
    """The tasks with those below them as lines of their checklists.

    One below another that has a date, notes, or no room there stays a task, and says whose it is.
    """
    known = {task.key: task for task in tasks if task.key}
    items: dict[str, list[tuple[str, bool]]] = {}
    left = []
    for task in tasks:
        root = _root(task, known)
        below = root is not None and _is_plain(task, root) and root.key
        lines = items.setdefault(root.key, [*root.checklist]) if root and below else None
        if lines is not None and len(lines) < CHECKLIST_LIMIT:
            lines.append((task.title, task.is_done))
        elif root is not None:
            left.append(replace(task, notes=_joined(task.notes, f"— {root.title}")))
        else:
            left.append(task)
    return [replace(t, checklist=tuple(items.get(t.key, t.checklist))) for t in left]


def _root(task: FoundTask, known: dict[str, FoundTask]) -> FoundTask | None:
    """The task at the top above this one; None where it is at the top itself, or goes in a ring."""
    seen, above = {task.key}, task
    while above.parent and above.parent not in seen and above.parent in known:
        above = known[above.parent]
        seen.add(above.key)
    is_ring = above.parent in seen
    return None if above is task or is_ring else above


def _is_plain(task: FoundTask, root: FoundTask) -> bool:
    """Whether a line says all of it: what it has beside its words is that of the one above."""
    tags = set(task.tags) - set(root.tags)
    said = (task.notes, task.due, task.repeat, tags, task.checklist, task.reminders)
    return not any(said) and len(task.title) <= ITEM_LIMIT and bool(task.title.strip())


class _Making:
    """A document on its way: the next number, and what could not be taken."""

    def __init__(self, importer: Importer, unread: list[NotRead]) -> None:
        self.importer = importer
        self.unread = unread
        self.number = 0
        self.person = Person(
            id=uuid7().hex, telegram_id=importer.telegram_id, name=_clean(importer.name)[:200]
        )

    def task(self, found: FoundTask) -> ExportedTask | None:
        """A task; None for one that cannot be, which is noted."""
        title, notes = _fitted(_clean(found.title), _clean(found.notes))
        if not title:
            self._note(found.line, found.notes, Why.TITLE)
            return None
        if len(notes) > NOTES_LIMIT:
            notes = notes[:NOTES_LIMIT]
            self._note(found.line, title, Why.LENGTH)
        tags = _tags(found.tags)
        if len(tags) > TAGS_LIMIT:
            self._note(found.line, title, Why.TAGS)
        try:
            made = ExportedTask.model_validate(self._facts(found, title, notes, tags[:TAGS_LIMIT]))
        except (ValidationError, ValueError, OverflowError):
            self._note(found.line, title, Why.VALUE)
            return None
        self.number += 1
        return made

    def _facts(self, found: FoundTask, title: str, notes: str, tags: list[str]) -> dict[str, Any]:
        now, due = self.importer.now, found.due
        created = min(found.created_at or now, now).astimezone(UTC)
        done = (found.completed_at or now) if found.is_done else None
        return {
            "id": uuid7().hex,
            "number": self.number + 1,
            "title": title,
            "notes": notes,
            "status": Status.COMPLETED if done else Status.TODO,
            "priority": found.priority,
            "due_at": due.at if due else None,
            "due_zone": due.zone if due else None,
            "due_on": due.on if due and due.is_whole_day else None,
            "repeat": repeat_to_json(found.repeat) if found.repeat and due else None,
            "reminders": found.reminders,
            "nag_minutes": found.nag_minutes,
            "duration_minutes": found.duration_minutes,
            "created_by": self.person.id,
            "created_at": created,
            "updated_at": now,
            "completed_at": done.astimezone(UTC) if done else None,
            "completed_by": self.person.id if done else None,
            "tags": tags,
            "checklist": self._items(found.checklist),
        }

    def _items(self, lines: Iterable[tuple[str, bool]]) -> list[dict[str, Any]]:
        kept = [(_clean(text)[:ITEM_LIMIT], is_done) for text, is_done in lines]
        return [
            {"id": uuid7().hex, "position": place, "text": text, "is_done": is_done}
            for place, (text, is_done) in enumerate(kept[:CHECKLIST_LIMIT])
            if text
        ]

    def habit(self, found: FoundHabit) -> ExportedHabit | None:
        """A habit with its entries; None for one that cannot be, which is noted."""
        name = " ".join(_clean(found.name).split())[:NAME_LIMIT]
        if not name:
            self._note(found.line, "", Why.TITLE)
            return None
        try:
            return ExportedHabit.model_validate(self._habit_facts(found, name))
        except (ValidationError, ValueError, OverflowError):
            self._note(found.line, name, Why.VALUE)
            return None

    def _habit_facts(self, found: FoundHabit, name: str) -> dict[str, Any]:
        now, goal = self.importer.now, found.goal
        days = {entry.day: entry for entry in found.entries}  # of two on a day the last
        return {
            "id": uuid7().hex,
            "name": name,
            "recurring_schedule": found.schedule.to_json(),
            "target": goal.amount if goal else None,
            "unit": _clean(goal.unit)[:30] if goal else "",
            "direction": goal.direction if goal else None,
            "colour": found.colour,
            "created_by": self.person.id,
            "created_at": now,
            "updated_at": now,
            "archived_at": now if found.is_archived else None,
            "members": [{"user_id": self.person.id, "joined_at": now}],
            "entries": [
                {
                    "user_id": self.person.id,
                    "day": entry.day,
                    "amount": entry.amount,
                    "is_skip": entry.is_skip,
                    "note": _clean(entry.note)[:500],
                    "updated_at": now,
                }
                for entry in sorted(days.values(), key=lambda one: one.day)
            ],
        }

    def _note(self, line: int, text: str, why: Why) -> None:
        self.unread.append(NotRead(line, shown(text), why))


def _clean(text: str) -> str:
    """Text as both databases keep it."""
    return NOT_KEPT.sub("", text).strip()


def _fitted(title: str, notes: str) -> tuple[str, str]:
    """A title of one line that fits; the whole of a longer one begins the notes."""
    line = " ".join(title.split())
    if len(line) <= TITLE_LIMIT:
        return line, notes
    return line[: TITLE_LIMIT - 1].rstrip() + "…", _joined(title, notes)


def _tags(names: Iterable[str]) -> list[str]:
    """Names as tags are written: without spaces and signs."""
    parts = ("-".join("".join(map(_of_tag, name)).split()).strip("-") for name in names)
    return unique_names(part[:TAG_LIMIT] for part in parts if part)


def _of_tag(letter: str) -> str:
    """A letter as tags have it: a space for one that ends a #tag."""
    return letter if letter.isalnum() or letter in "_-" or category(letter)[0] == "M" else " "


def _joined(*texts: str) -> str:
    return "\n".join(filter(None, texts))
