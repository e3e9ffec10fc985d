"""Which format a file has, by its content and never by its name, and what is in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from storage.transfer.formats import (
    archives,
    calendars,
    google,
    loop,
    loop_database,
    own,
    plain,
    sheet,
    ticktick,
    todoist,
)
from storage.transfer.formats.decoding import decoded
from storage.transfer.formats.tables import tables_in
from storage.transfer.formats.values import (
    LARGEST,
    Contents,
    FileFormat,
    FoundFile,
    Importer,
    Reason,
    Unreadable,
)
from storage.transfer.formats.whole import as_document
from storage.transfer.shapes import FORMAT

if TYPE_CHECKING:
    from collections.abc import Mapping

Read: TypeAlias = FoundFile | Contents
OWN = f'"format": "{FORMAT}"'
HEAD = 300  # characters in which an export of ours says so


def read_file(content: bytes, importer: Importer) -> FoundFile:
    """What is in a file. It takes its time, and is to be called in a thread.

    Raises Unreadable, and nothing else.
    """
    if not content.strip():
        raise Unreadable(Reason.EMPTY)
    if len(content) > LARGEST:
        raise Unreadable(Reason.LARGE)
    if archives.is_archive(content):
        return _whole(_read_archive(content, importer), importer)
    if loop_database.is_database(content):
        return _whole(loop_database.read(content, importer), importer)
    found = _read_text(decoded(content), importer)
    if found is None:
        raise Unreadable(Reason.UNKNOWN)
    return _whole(found, importer)


def _whole(found: Read, importer: Importer) -> FoundFile:
    return found if isinstance(found, FoundFile) else as_document(found, importer)


def _read_text(
    text: str, importer: Importer, *, name: str = "", packed: bool = False
) -> Read | None:
    """What is in a text; None where it is of no format. In an archive, plain words are none."""
    begin = text.lstrip()[:1]
    if begin in {"{", "["} and (said := _json(text, must=begin == "{")) is not None:
        return _read_json(said, importer)
    if calendars.is_calendar(text):
        return calendars.read(text, importer)
    if (found := _read_table(text, importer, name)) is not None:
        return found
    if packed or not plain.is_list(text):
        return None
    return plain.read(text, importer)


def _json(text: str, *, must: bool) -> Any:
    """JSON; None for a text that only begins as it does. Raises Unreadable if it must be."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        if must:
            kind = FileFormat.OWN if OWN in text[:HEAD] else None
            raise Unreadable(Reason.BROKEN if kind else Reason.UNKNOWN, kind) from None
        return None


def _read_json(said: Any, importer: Importer) -> Read | None:
    if own.is_own(said):
        return own.read(said)
    if google.is_google(said):
        return google.read(said, importer)
    return None


def _read_table(text: str, importer: Importer, name: str) -> Contents | None:
    table = tables_in(text, sheet.COLUMNS, todoist.COLUMNS, ticktick.COLUMNS)
    if table is None:
        return None
    if table.has(*todoist.COLUMNS):
        return todoist.read(table, importer, project=todoist.project_of(name))
    if table.has(*ticktick.COLUMNS):
        return ticktick.read(table, importer)
    return sheet.read(table, importer)


def _read_archive(content: bytes, importer: Importer) -> Read:
    """What is in an archive: of Loop's its habits, of others all files of the first format that
    is found."""
    packed = archives.members(content)
    if any(name.rpartition("/")[2].lower() == "habits.csv" for name in packed):
        return loop.read(_texts(packed), importer)
    found: list[Read] = []
    for name, inside in packed.items():
        read = _read_member(name, inside, importer)
        if isinstance(read, FoundFile):
            return read
        if read is not None and (not found or read.kind is found[0].kind):
            found.append(read)
    if not found:
        raise Unreadable(Reason.UNKNOWN)
    return _together([one for one in found if isinstance(one, Contents)])


def _texts(packed: Mapping[str, bytes]) -> dict[str, str]:
    return {name: decoded(inside) for name, inside in packed.items() if name.endswith(".csv")}


def _read_member(name: str, inside: bytes, importer: Importer) -> Read | None:
    if not inside.strip():
        return None
    if loop_database.is_database(inside):
        return loop_database.read(inside, importer)
    try:
        text = decoded(inside)
    except Unreadable:
        return None
    return _read_text(text, importer, name=name, packed=True)


def _together(several: list[Contents]) -> Contents:
    return Contents(
        several[0].kind,
        tuple(task for one in several for task in one.tasks),
        tuple(habit for one in several for habit in one.habits),
        tuple(line for one in several for line in one.unread),
    )
