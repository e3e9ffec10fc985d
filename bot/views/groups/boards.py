"""The board of a list: its open tasks in one message, by when they are due."""

from __future__ import annotations

from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.boards import EndBoard, TickOnBoard
from bot.replies import Button, Edit, Reply, Say
from bot.views.parts import BREAK, TICKS_IN_ROW, Shown, in_rows, list_line, occurrence
from storage.rules.due import local_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.reader import Reader
    from storage.models import Task

SHOWN_TASKS = 30  # each has a button: six rows of five
LONGEST = 3_800  # UTF-16 units of its lines: the rest of 4,096 is for what is said below them


class Section(Enum):
    """When the tasks of a part of a board are due."""

    OVERDUE = "overdue"
    TODAY = "today"
    COMING = "coming"
    NO_DATE = "nodate"


def board(tasks: Sequence[Task], total: int, reader: Reader, *, cannot_pin: bool = False) -> Say:
    """The board of a list that has `total` open tasks, of which the first are given."""
    lines, shown = _lines(_in_order(tasks, reader), reader)
    lines = [reader.words("pinned-title", count=total), *lines]
    if not shown:
        lines += [Markup(), reader.words("pinned-empty")]
    elif total > len(shown):
        lines += [Markup(), reader.words("pinned-more", count=total - len(shown))]
    if cannot_pin:
        lines += [Markup(), reader.words("pinned-cannot-pin")]
    ticks = [
        Button(f"☐ {task.number}", press=TickOnBoard(task.id, occurrence(task))) for task in shown
    ]
    end = (reader.button("end-board", EndBoard()),)
    return Say(BREAK.join(lines), (*in_rows(ticks, TICKS_IN_ROW), end))


def board_over(reader: Reader) -> Edit:
    """What is left of a board that has ended."""
    return Edit(reader.words("pinned-over"), says_again=False)


def board_off(reader: Reader, *, did: bool) -> Reply:
    """The answer to /board off."""
    return Say(reader.words("pinned-off" if did else "pinned-none"))


def _in_order(tasks: Sequence[Task], reader: Reader) -> list[tuple[Section, Task]]:
    """The tasks with their sections; within one they keep their order."""
    order = list(Section)
    placed = [(_section(task, reader), task) for task in tasks]
    return sorted(placed, key=lambda pair: order.index(pair[0]))


def _section(task: Task, reader: Reader) -> Section:
    due = task.due
    if due is None:
        return Section.NO_DATE
    if reader.is_past(due):
        return Section.OVERDUE
    today = local_date(reader.now, reader.preferences.zone)
    return Section.TODAY if reader.day(due) <= today else Section.COMING


def _lines(
    placed: Sequence[tuple[Section, Task]], reader: Reader
) -> tuple[list[Markup], list[Task]]:
    """The lines of as many tasks as fit one message, and these tasks."""
    lines: list[Markup] = []
    shown: list[Task] = []
    room = LONGEST
    for section, pairs in groupby(placed, key=lambda pair: pair[0]):
        heading = reader.words(f"pinned-{section.value}")
        room -= _size(heading) + 1
        for place, (_, task) in enumerate(pairs):
            line = list_line(task, reader, _shown(task, section, reader))
            room -= _size(line)
            if room < 0:
                return lines, shown
            lines += [line] if place else [Markup(), heading, line]
            shown.append(task)
    return lines, shown


def _shown(task: Task, section: Section, reader: Reader) -> Shown:
    due = task.due
    if due is None:
        return Shown(is_done=False)
    if section is not Section.TODAY:
        return Shown(is_done=False, due=reader.due(task))
    hours = Markup() if due.is_whole_day else reader.hours_of(due.at, task.duration)
    return Shown(is_done=False, due=hours)


def _size(line: Markup) -> int:
    """UTF-16 units of a line and its break."""
    return len(line.striptags().encode("utf-16-le", "surrogatepass")) // 2 + 1
