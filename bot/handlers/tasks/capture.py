"""A message read as new tasks: one line, a title with notes, a checklist, or a list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from bot.handlers.kept import offsets_of
from bot.language import read_task, split_tasks
from bot.language.values import Place, Reading, TextSpan
from storage.errors import TooMany
from storage.models import ITEM_LIMIT, NOTES_LIMIT, TITLE_LIMIT, Priority
from storage.tasks.new import NewTask

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BULLET = re.compile(r"\s*(?:[-*•]|\d{1,3}[.)])\s+(?:\[([ xX])\]\s+)?(?=\S)")  # - [x] milk
DATES = {"due", "repeat"}
PRIORITIES = {1: Priority.HIGH, 2: Priority.MEDIUM, 3: Priority.LOW, None: Priority.MEDIUM}


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line as it was written, when, and which parts of it are no date or mark (`literal`).

    `settled`: whoever wrote it has answered what was doubtful. `people`: the @names in it that
    are text mentions.
    """

    text: str
    at: datetime
    literal: tuple[TextSpan, ...] = ()
    settled: bool = False
    people: tuple[str, ...] = ()

    def read(self, place: Place) -> Reading:
        """The line as a task."""
        place = replace(place, people=place.people.union(self.people))
        reading = read_task(self.text, now=self.at, place=place, literal=self.literal)
        return replace(reading, doubts=()) if self.settled else reading

    def to_json(self) -> dict[str, Any]:
        """For `Task.said`."""
        return {
            "text": self.text,
            "at": self.at.isoformat(),
            "literal": [[span.kind, span.start, span.end] for span in self.literal],
            "settled": self.settled,
            **({"people": [*self.people]} if self.people else {}),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> WrittenLine:
        """From `Task.said`."""
        return cls(
            kept["text"],
            datetime.fromisoformat(kept["at"]),
            tuple(TextSpan(*span) for span in kept["literal"]),
            kept["settled"],
            tuple(kept.get("people", ())),
        )


@dataclass(frozen=True, slots=True)
class Captured:
    """The tasks that a text holds, and how the line of each was read.

    `line` is the first one as it was written, if the task keeps it to be repaired by.
    """

    tasks: tuple[NewTask, ...]
    readings: tuple[Reading, ...]
    line: WrittenLine | None = None


def is_list(lines: Sequence[str]) -> bool:
    """Whether every line begins with a dash, a bullet or a number."""
    return all(BULLET.match(line) for line in lines)


def read_tasks(text: str, *, now: datetime, place: Place) -> Captured:
    """Read a message as tasks. A title may be empty: then there was only a date.

    Raises TooMany.
    """
    texts = [line.strip() for line in text.strip().splitlines() if line.strip()] or [""]
    listed = is_list(texts)
    bullets = bullets_of(texts, now=now, place=place) if listed else []
    written = [
        WrittenLine(line[bullet.end() :] if bullet else line, now, people=(*sorted(place.people),))
        for line, bullet in zip_longest(texts if listed else texts[:1], bullets)
    ]
    if listed and len(written) > 1:
        written = [_with_title(line, place) for line in written]
    readings = [line.read(place) for line in written]
    notes, items = ("", ()) if listed else _below(text, now=now, place=place)
    tasks = [
        replace(new_task(reading, line, notes=notes), checklist=items, is_done=ticked)
        for reading, line, ticked in zip(readings, written, _ticks(texts, listed), strict=False)
    ]
    line = written[0] if tasks[0].said is not None else None
    return Captured(tuple(tasks), tuple(readings), line)


def _ticks(lines: Sequence[str], listed: bool) -> list[bool]:
    """Which tasks of a list are done already: those with `- [x]`."""
    return [listed and _is_ticked(BULLET.match(line)) for line in lines]


def _with_title(line: WrittenLine, place: Place) -> WrittenLine:
    """The line itself, or as words where it is only a date, a tag or a priority.

    A list asks for no titles.
    """
    if line.read(place).title:
        return line
    return replace(line, literal=(TextSpan("quote", 0, len(line.text)),))


def _below(text: str, *, now: datetime, place: Place) -> tuple[str, tuple[tuple[str, bool], ...]]:
    """The notes and the checklist below the first line. Raises TooMany."""
    rest = text.strip().partition("\n")[2].splitlines()
    read = [*zip(rest, read_items(rest, now=now, place=place), strict=True)]
    notes = "\n".join(line for line, item in read if item is None).strip()
    items = tuple(item for _, item in read if item is not None)
    if any(len(item) > ITEM_LIMIT for item, _ in items):
        raise TooMany("item", ITEM_LIMIT)
    return notes, items


def read_items(
    lines: Sequence[str], *, now: datetime, place: Place
) -> list[tuple[str, bool] | None]:
    """`- milk`, `- [x] eggs`: lines of a checklist, and whether each is ticked; None for others."""
    bullets = bullets_of(lines, now=now, place=place)
    return [
        (line[bullet.end() :].strip(), _is_ticked(bullet)) if bullet else None
        for line, bullet in zip(lines, bullets, strict=True)
    ]


def bullets_of(lines: Sequence[str], *, now: datetime, place: Place) -> list[re.Match[str] | None]:
    """The dash, bullet or number that each line begins with.

    Where every number is a date's (`1. Oktober Zahnarzt`), none is a bullet: a date keeps its day.
    """
    bullets = [BULLET.match(line) for line in lines]
    numbered = [one for one in bullets if one and one[0].lstrip()[0].isdigit()]
    if not all(_is_of_date(one, now=now, place=place) for one in numbered):
        return bullets
    return [one if one not in numbered else None for one in bullets]


def _is_of_date(bullet: re.Match[str], *, now: datetime, place: Place) -> bool:
    """Whether the number at the beginning of a line is the day of a date."""
    reading = read(bullet.string.strip(), now=now, place=place)
    spans = (*reading.spans, *(doubt.span for doubt in reading.doubts))
    length = len(bullet[0].strip())
    return any(one.start == 0 and one.end > length and one.kind in DATES for one in spans)


def _is_ticked(bullet: re.Match[str] | None) -> bool:
    return bullet is not None and (bullet[1] or "").lower() == "x"


def read(line: str, *, now: datetime, place: Place) -> Reading:
    """One line as a task."""
    return WrittenLine(line, now).read(place)


def split(line: WrittenLine, place: Place) -> tuple[WrittenLine, ...]:
    """`buy milk tomorrow, call Bob friday`: the tasks of one line, if each has its own date."""
    parts = split_tasks(line.text, now=line.at, place=place)
    return tuple(WrittenLine(part, line.at) for part in parts)


def new_task(reading: Reading, line: WrittenLine | None = None, *, notes: str = "") -> NewTask:
    """The task that a line is read as."""
    title, all_notes = fit_title(reading.title, notes)
    return NewTask(
        title=title,
        notes=all_notes,
        due=reading.due,
        repeat=reading.repeat,
        priority=PRIORITIES[reading.priority],
        tags=reading.tags,
        reminders=offsets_of(reading),
        nag_minutes=nag_minutes_of(reading),
        duration_minutes=whole_minutes(reading.duration),
        said=line.to_json() if line and len(line.text) <= NOTES_LIMIT else None,
    )


def nag_minutes_of(reading: Reading) -> int | None:
    """The minutes between two nags, as the store keeps them; None where the line asks for none."""
    return whole_minutes(reading.nag)


def whole_minutes(length: timedelta | None) -> int | None:
    """A length as the store keeps it."""
    return length // timedelta(minutes=1) if length else None


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
    """The text, or of a longer one the first words that fit, with an ellipsis.

    A single long word is cut.
    """
    if len(text) <= limit:
        return text
    cut = text[:limit]
    at_word = cut[: limit - 1].rpartition(" ")[0].rstrip()
    return (at_word or cut[: limit - 1]) + "…"
