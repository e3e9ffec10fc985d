"""Columns and constraints that several tables use."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel
from uuid_utils.compat import uuid7

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def one_of(column: str, values: type[StrEnum]) -> sa.CheckConstraint:
    """A CHECK that a column has one of an enumeration's values."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({allowed})", name=column)


def partial_index(name: str, column: str, *, where: str) -> sa.Index:
    """An index of those rows of a chat that are in one state, sorted by a column."""
    rows = sa.text(where)
    return sa.Index(name, "chat_id", column, postgresql_where=rows, sqlite_where=rows)


def key() -> Any:
    """A primary key: a UUIDv7, made here."""
    return Field(default_factory=uuid7, primary_key=True)


def parent(table: str, *, indexed: bool = False, part_of_key: bool = False) -> Any:
    """A reference to a row with which this one is deleted."""
    return Field(
        foreign_key=f"{table}.id", ondelete="CASCADE", index=indexed, primary_key=part_of_key
    )


def maybe(table: str) -> Any:
    """A reference that becomes NULL when the row that it names is deleted."""
    return Field(default=None, foreign_key=f"{table}.id", ondelete="SET NULL", nullable=True)


def snooze_end(snoozed: Mapping[str, str] | None, chat_id: UUID) -> datetime | None:
    """Until when nothing comes to a chat, as a task or a habit keeps it; it may be past."""
    end = (snoozed or {}).get(chat_id.hex)
    return datetime.fromisoformat(end) if end else None
