"""Rows that may be there already: inserted once, written again only when they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from storage.database import is_postgresql

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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


async def insert_all_new(
    session: AsyncSession, model: type[SQLModel], rows: Sequence[object]
) -> None:
    """Insert those rows of a table whose keys and unique values do not exist, in one statement.

    A row has the columns of the `model` as attributes; none is added to the session.
    """
    if not rows:
        return
    table = model.__table__  # type: ignore[attr-defined]
    insert = postgresql_insert if is_postgresql(session) else sqlite_insert
    keys = [column.key for column in table.columns]
    values = [{key: getattr(row, key) for key in keys} for row in rows]
    await session.exec(insert(table).on_conflict_do_nothing(), params=values)


def refresh(row: User | Chat, told: Mapping[str, Any], *, now: datetime) -> None:
    """Set the attributes of a row that differ from what Telegram tells now."""
    changed = {key: value for key, value in told.items() if getattr(row, key) != value}
    for key, value in changed.items():
        setattr(row, key, value)
    if changed:
        row.updated_at = now
