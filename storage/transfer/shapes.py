"""What an export holds: rows of the store as JSON, each part of a task or habit inside it.

The shapes follow from the tables, so a new column is exported, imported and described at once.
Moments are ISO 8601 in UTC, days ISO 8601, keys are hex. Text that a rule makes again from other
columns is left out, and so is the chat: whoever imports a document says which one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import sqlalchemy as sa

from storage.models import (
    Assignment,
    Attachment,
    Change,
    ChecklistItem,
    Habit,
    HabitEntry,
    HabitMember,
    Task,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlmodel import SQLModel

FORMAT: Final = "dueto"
VERSION: Final = 1

_MADE_AGAIN = frozenset({"searchable"})
# numbers of messages and updates mean nothing in another chat
_OF_THE_CHAT = frozenset({"chat_id", "written_in"})


@dataclass(frozen=True, slots=True)
class ExportShape:
    """A table as the document has it: its columns, apart from those that its place says."""

    table: sa.Table
    columns: tuple[sa.Column[Any], ...]

    def to_json(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row by its columns' names."""
        return {column.name: to_value(row[column.name]) for column in self.columns}


def _shape(model: type[SQLModel], *owners: str) -> ExportShape:
    table: sa.Table = model.__table__  # type: ignore[attr-defined]
    without = _MADE_AGAIN | _OF_THE_CHAT | set(owners)
    return ExportShape(table, tuple(column for column in table.c if column.name not in without))


TASK = _shape(Task)
HABIT = _shape(Habit)
HISTORY = _shape(Change, "task_id", "habit_id")
# the parts inside of a task and of a habit, in the order in which they are made again
TASK_PARTS: Mapping[str, ExportShape] = {
    "checklist": _shape(ChecklistItem, "task_id"),
    "attachments": _shape(Attachment, "task_id"),
    "assignees": _shape(Assignment, "task_id"),
    "history": HISTORY,
}
HABIT_PARTS: Mapping[str, ExportShape] = {
    "members": _shape(HabitMember, "habit_id"),
    "entries": _shape(HabitEntry, "habit_id"),
    "history": HISTORY,
}
PERSON_COLUMNS = ("id", "telegram_id", "name", "username")


def to_value(value: object) -> Any:
    """A column's value as JSON has it."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case UUID():
            return value.hex
        case _:
            return value


def from_value(column: sa.Column[Any], value: Any) -> Any:
    """The inverse of `to_value` for a column. Raises ValueError, TypeError for what is none."""
    if value is None:
        return None
    python_type = type_of(column)
    if python_type is datetime:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError(f"{column.name}: a moment without a zone")
        return moment.astimezone(UTC)
    if python_type is date:
        return date.fromisoformat(value)
    if python_type is UUID:
        return UUID(value)
    return value


def type_of(column: sa.Column[Any]) -> type:
    """The Python type of a column's values; `object` for JSON."""
    kind: Any = column.type
    if isinstance(kind, sa.TypeDecorator):
        kind = kind.impl_instance
    return object if isinstance(kind, sa.JSON) else kind.python_type


def keys_in(value: object) -> set[str]:
    """All keys (32 hex digits) in JSON: the people and chats that a row or its history names."""
    match value:
        case str():
            return {value} if is_key(value) else set()
        case dict():
            inside: Sequence[object] = [*value.keys(), *value.values()]
        case list():
            inside = value
        case _:
            return set()
    return set().union(*map(keys_in, inside)) if inside else set()


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """JSON with other keys in place of these, wherever they stand, as values and as names."""
    match value:
        case str():
            return names.get(value, value)
        case dict():
            return {names.get(key, key): renamed(one, names) for key, one in value.items()}
        case list():
            return [renamed(one, names) for one in value]
        case _:
            return value


def is_key(text: str) -> bool:
    """Whether a text is a key as JSON has it."""
    return len(text) == 32 and all(letter in "0123456789abcdef" for letter in text)
