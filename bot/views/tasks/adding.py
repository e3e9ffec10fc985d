"""The answer to a new task: what was understood of its line, with ways to repair it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.language import render_repeat
from bot.presses.tasks import (
    ChooseReading,
    CompleteTask,
    GiveBack,
    OpenCalendar,
    OpenCard,
    SplitTask,
)
from bot.replies import Button, Keyboard, Say
from bot.texts.dates import due_words
from bot.views.parts import (
    BREAK,
    MOST_ROWS,
    awaited_line,
    clip,
    fitted,
    named,
    occurrence,
    told,
    undo_button,
)
from bot.views.tasks.facts import fact_lines
from storage.rules.recurrence import Repeat

if TYPE_CHECKING:
    from uuid import UUID

    from markupsafe import Markup

    from bot.language.values import Reading
    from bot.reader import Reader
    from storage.models import Task
    from storage.rules.due import Due

CHIPS = frozenset(
    {"due", "repeat", "reminder", "nag", "priority", "tag", "turns", "assignee", "duration"}
)
DOUBTS = 3  # that are asked about by buttons


@dataclass(frozen=True, slots=True)
class Echo:
    """The line that a task was written as and how it was read; `is_album`: with files of which
    some may still come."""

    text: str
    reading: Reading
    can_split: bool = False
    is_album: bool = False


def task_added(task: Task, batch: UUID | None, reader: Reader, echo: Echo | None = None) -> Say:
    """The answer to a new task repeats what was understood; each part can be given back."""
    is_album = echo is not None and echo.is_album
    facts = fact_lines(task, reader, is_album=is_album)
    lines = told([named("task-added", task, reader), *facts], reader)
    lines += awaited_line([task], reader)
    last = [reader.button("edit", OpenCard(task.id))]
    if batch is not None:
        last.append(undo_button(batch, reader))
    keyboard: Keyboard = (
        (
            reader.button("done", CompleteTask(task.id, occurrence(task))),
            reader.button("date", OpenCalendar(task.id)),
        ),
        tuple(last),
    )
    if echo is not None:
        lines += [*_elsewhere(echo, reader), *_doubts(echo, reader)]
        keyboard += _repairs(task.id, echo, reader, MOST_ROWS - len(keyboard))
    brief = Button(f"✏️ {task.number}", press=OpenCard(task.id))
    plain = _is_plain(task, echo)
    return Say(BREAK.join(lines), keyboard, about=task.id, brief=brief, plain=plain)


def _is_plain(task: Task, echo: Echo | None) -> bool:
    """Whether all of a line was understood in one way."""
    if echo is None:
        return True
    reading = echo.reading
    is_sure = not (reading.doubts or reading.elsewhere or echo.can_split)
    return is_sure and len(reading.assignees) <= len(task.assignees)


def _elsewhere(echo: Echo, reader: Reader) -> list[Markup]:
    """The clock time as it was said in another zone: the date above is in the reader's."""
    span = echo.reading.elsewhere
    if span is None:
        return []
    return [reader.words("task-elsewhere", said=clip(echo.text[span.start : span.end], 60))]


def _doubts(echo: Echo, reader: Reader) -> list[Markup]:
    """What could be read in two ways, or cannot be."""
    return [
        reader.words(
            f"doubt-{doubt.kind}", said=clip(echo.text[doubt.span.start : doubt.span.end], 60)
        )
        for doubt in echo.reading.doubts
    ]


def _repairs(task: UUID, echo: Echo, reader: Reader, most: int) -> Keyboard:
    """The other readings, a split, and a chip with ✕ for each recognised part, in so many rows."""
    rows = [
        tuple(
            Button(clip(_alternative(found, reader), 40), press=ChooseReading(task, place, choice))
            for choice, found in enumerate(doubt.alternatives[:2])
        )
        for place, doubt in enumerate(echo.reading.doubts[:DOUBTS])
    ]
    if echo.can_split:
        rows.append((reader.button("split", SplitTask(task)),))
    rows = [row for row in rows if row]
    return (*rows, *fitted(_chips(task, echo), 3, most - len(rows)))


def _chips(task: UUID, echo: Echo) -> list[Button]:
    return [
        Button(
            f"{clip(echo.text[span.start : span.end], 24)} ✕",
            press=GiveBack(task, span.start, span.end),
        )
        for span in echo.reading.spans
        if span.kind in CHIPS
    ]


def _alternative(found: Due | Repeat, reader: Reader) -> str:
    if isinstance(found, Repeat):
        return render_repeat(found, language=reader.words.language)
    said = due_words(found, now=reader.now, words=reader.words, reader=reader.preferences)
    return said.striptags()
