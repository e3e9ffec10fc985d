"""Tasks and files that are to be added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from storage.rules.priority import Priority

if TYPE_CHECKING:
    from collections.abc import Mapping

    from storage.rules.due import Due
    from storage.rules.recurrence import Repeat


@dataclass(frozen=True, slots=True)
class NewFile:
    """An attachment to add: `kind` is photo or document."""

    kind: str
    file_id: str
    unique_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task to add. `said` is the line it was written as, `written_in` its message; `reminders`
    None for the default; `checklist` lines with whether they are ticked. One that `is_done` is
    completed at once."""

    title: str
    notes: str = ""
    due: Due | None = None
    repeat: Repeat | None = None
    priority: Priority = Priority.MEDIUM
    tags: tuple[str, ...] = ()
    checklist: tuple[tuple[str, bool], ...] = ()
    files: tuple[NewFile, ...] = ()
    said: Mapping[str, Any] | None = None
    reminders: tuple[str, ...] | None = None
    nag_minutes: int | None = None
    duration_minutes: int | None = None
    written_in: int | None = None
    is_done: bool = False
