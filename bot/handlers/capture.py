"""What somebody wrote, as tasks to be: one line, a title with notes, a checklist, or a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from bot.language import read_task
from bot.language.values import Place, Reading
from storage.errors import TooMany
from storage.models import ITEM_LIMIT, NOTES_LIMIT, TITLE_LIMIT, Priority
from storage.tasks import NewTask

BULLET = re.compile(r"\s*(?:[-*•]|\d{1,3}[.)])\s+(?=\S)")
PRIORITIES = {1: Priority.HIGH, 2: Priority.MEDIUM, 3: Priority.LOW, None: Priority.MEDIUM}
# Until their own rooms are built, these words stay in the title: nothing said is dropped.
NOT_YET_KEPT = frozenset({"reminder", "nag"})


@dataclass(frozen=True, slots=True)
class Captured:
    """The tasks that a text holds, and what was understood of its first line."""

    tasks: tuple[NewTask, ...]
    reading: Reading
    assignees: tuple[str, ...] = ()


def read_tasks(text: str, *, now: datetime, place: Place) -> Captured:
    """Read a message as tasks. A title may be empty: then only a date was said.

    Raises TooMany.
    """
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()] or [""]
    bullets = [BULLET.match(line) is not None for line in lines]
    if all(bullets):
        readings = [read(BULLET.sub("", line, count=1), now=now, place=place) for line in lines]
        return Captured(tuple(_new(one) for one in readings), readings[0])
    reading = read(lines[0], now=now, place=place)
    rest = text.strip().partition("\n")[2].splitlines()
    notes = "\n".join(line for line in rest if not BULLET.match(line)).strip()
    items = tuple(BULLET.sub("", line, count=1).strip() for line in rest if BULLET.match(line))
    if any(len(item) > ITEM_LIMIT for item in items):
        raise TooMany("item", ITEM_LIMIT)
    new = _new(reading, notes=notes)
    return Captured((replace(new, checklist=items),), reading, reading.assignees)


def read(line: str, *, now: datetime, place: Place) -> Reading:
    """One line as a task; words that nothing would come of are left in the title."""
    reading = read_task(line, now=now, place=place)
    idle = [span for span in reading.spans if span.kind in NOT_YET_KEPT]
    return read_task(line, now=now, place=place, literal=idle) if idle else reading


def _new(reading: Reading, *, notes: str = "") -> NewTask:
    title, all_notes = fit_title(reading.title, notes)
    return NewTask(
        title=title,
        notes=all_notes,
        due=reading.due,
        repeat=reading.repeat,
        priority=PRIORITIES[reading.priority],
        tags=reading.tags,
    )


def fit_title(title: str, notes: str = "") -> tuple[str, str]:
    """A title of at most 200 characters; the whole of a longer one opens the notes.

    Raises TooMany when the notes would be too long.
    """
    if len(title) > TITLE_LIMIT:
        notes = f"{title}\n{notes}".strip()
        title = shorten(title, TITLE_LIMIT)
    if len(notes) > NOTES_LIMIT:
        raise TooMany("notes", NOTES_LIMIT)
    return title, notes


def shorten(text: str, limit: int) -> str:
    """The first words that fit, with an ellipsis; a single long word is cut."""
    cut = text[:limit]
    at_word = cut[: limit - 1].rpartition(" ")[0].rstrip()
    return (at_word or cut[: limit - 1]) + "…"
