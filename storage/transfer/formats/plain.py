"""Plain text: a list of tasks, one a line, with or without bullets, boxes and headings."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from storage.transfer.formats.values import (
    MOST_ROWS,
    Contents,
    FileFormat,
    FoundTask,
    Importer,
    NotRead,
    Reason,
    Unreadable,
    Why,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

BULLET = re.compile(
    r"\s*(?:(?:[-*+•▪◦]|\d{1,4}[.)])(?=\s)\s*)?(?:\[([ xX✓]?)\](?=\s)\s*|([☐☑✅✓])\s*)?"
)
HEADING = re.compile(r"#{1,6}\s+(.*?)[\s#]*")
TICKED = frozenset("xX✓☑✅")
LONGEST_LINE = 1_000  # characters: a longer one is no task
LONGEST_USUAL = 200  # of most lines
SEPARATORS = (",", ";", "\t", "|")
TABLE_FROM = 3  # lines with the same number of separators are a table
MARKUP = ("<!doctype", "<html", "<?xml", "<svg", "%pdf", "{\\rtf")


def is_list(text: str) -> bool:
    """Whether a text may be a list: of lines as short as tasks, and no table or program's code."""
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines or text.lstrip()[:9].lower().startswith(MARKUP):
        return False
    usual = sum(len(line) <= LONGEST_USUAL for line in lines)
    is_short = usual * 2 > len(lines) and max(map(len, lines)) <= LONGEST_LINE * 4
    return is_short and not _is_table(lines)


def _is_table(lines: Sequence[str]) -> bool:
    """Whether all lines have the same number of separators, two or more."""
    counts = ({line.count(sign) for line in lines} for sign in SEPARATORS)
    return len(lines) >= TABLE_FROM and any(len(c) == 1 and min(c) > 1 for c in counts)


def read(text: str, importer: Importer) -> Contents:
    """The tasks of a list. Lines below a task that begin further right are below it, too; a heading
    is the tag of what follows."""
    lines = text.splitlines()
    if len(lines) > MOST_ROWS:
        raise Unreadable(Reason.ROWS, FileFormat.LIST)
    tasks: list[FoundTask] = []
    unread: list[NotRead] = []
    heading, above = "", ("", 0)  # the key of the last task at the left, and where it began
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if found := HEADING.fullmatch(line):
            heading, above = found[1], ("", 0)
            continue
        task = _task(line, number, importer)
        if task is None or len(line) > LONGEST_LINE:
            unread.append(NotRead(number, shown(line), Why.LINE if task else Why.TITLE))
            continue
        tags = (*task.tags, heading) if heading else task.tags
        depth, key = _depth(line), str(number)
        is_below = bool(above[0]) and depth > above[1]
        tasks.append(replace(task, tags=() if is_below else tags, key=key))
        if is_below:
            tasks[-1] = replace(tasks[-1], parent=above[0])
        else:
            above = (key, depth)
    return Contents(FileFormat.LIST, tuple(tasks), unread=tuple(unread))


def _task(line: str, number: int, importer: Importer) -> FoundTask | None:
    bullet = BULLET.match(line)
    rest = line[bullet.end() :] if bullet else line
    if not rest.strip() or len(line) > LONGEST_LINE:
        return None if not rest.strip() else FoundTask(number, line)
    task = importer.read_line(rest.strip(), number)
    if task is None or bullet is None:
        return task
    return replace(task, is_done=(bullet[1] or bullet[2] or " ") in TICKED)


def _depth(line: str) -> int:
    """How far right a line begins; a tab is four spaces."""
    indent = line[: len(line) - len(line.lstrip())]
    return len(indent.expandtabs(4))
