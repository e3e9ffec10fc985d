"""Rows that may be there already: inserted once, written again only when they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from storage.database import is_postgresql

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlmodel import SQLModel
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import Chat, User


async def insert_new(session: AsyncSession, row: SQLModel) -> bool:
    """Insert a row unless its key or unique value exists already. Return whether it was inserted.

    The row itself is not added to the session: read it again to work with it.
    """
    table = row.__class__.__table__  # type: ignore[attr-defined]
    insert = postgresql_insert if is_postgresql(session) else sqlite_insert
    values = {column.key: getattr(row, column.key) for column in table.columns}
    result = await session.exec(insert(table).values(values).on_conflict_do_nothing())
    return result.rowcount == 1


async def upsert(session: AsyncSession, row: SQLModel) -> None:
    """Insert a row, or write its values over those of the row that has its primary key."""
    table = row.__class__.__table__  # type: ignore[attr-defined]
    insert = postgresql_insert if is_postgresql(session) else sqlite_insert
    values = {column.key: getattr(row, column.key) for column in table.columns}
    keys = [column.key for column in table.primary_key]
    others = {key: value for key, value in values.items() if key not in keys}
    new = insert(table).values(values)
    await session.exec(new.on_conflict_do_update(index_elements=keys, set_=others))


def refresh(row: User | Chat, told: Mapping[str, Any], *, now: datetime) -> None:
    """Set the attributes of a row that differ from what Telegram tells now."""
    changed = {key: value for key, value in told.items() if getattr(row, key) != value}
    for key, value in changed.items():
        setattr(row, key, value)
    if changed:
        row.updated_at = now
