"""Rows that may be there already: inserted once, written again only when they differ."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from storage.database import is_postgresql

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Table
    from sqlalchemy.dialects.postgresql import Insert as PostgreSQLInsert
    from sqlalchemy.dialects.sqlite import Insert as SQLiteInsert
    from sqlmodel import SQLModel
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import Chat, User


async def insert_new(session: AsyncSession, row: SQLModel) -> bool:
    """Insert a row unless its key or unique value exists already. Return whether it was inserted.

    The row itself is not added to the session: read it again to work with it.
    """
    statement = _insert_new(_table(row), on_postgresql=is_postgresql(session))
    result = await session.exec(statement, params=_values(row))
    return bool(result.rowcount == 1)


async def insert_all_new(
    session: AsyncSession, model: type[SQLModel], rows: Sequence[object]
) -> None:
    """Insert those rows of a table whose keys and unique values do not exist, in one statement.

    A row has the columns of the `model` as attributes; none is added to the session.
    """
    if rows:
        table: Table = model.__table__  # type: ignore[attr-defined]
        keys = table.columns.keys()
        statement = _insert_new(table, on_postgresql=is_postgresql(session))
        values = [{key: getattr(row, key) for key in keys} for row in rows]
        await session.exec(statement, params=values)


async def put(session: AsyncSession, row: SQLModel) -> None:
    """Insert a row, or give the row of this key its values.

    The row itself is not added to the session, and one of this key there does not change.
    """
    await session.flush()
    statement = _put(_table(row), on_postgresql=is_postgresql(session))
    await session.exec(statement, params=_values(row))


async def put_all(session: AsyncSession, rows: Sequence[SQLModel]) -> None:
    """The same for rows of one table, in one statement."""
    if rows:
        await session.flush()
        statement = _put(_table(rows[0]), on_postgresql=is_postgresql(session))
        await session.exec(statement, params=[_values(row) for row in rows])


def _table(row: SQLModel) -> Table:
    table: Table = row.__class__.__table__  # type: ignore[attr-defined]
    return table


def _values(row: SQLModel) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in _table(row).columns}


# Made once for each table: what SQLAlchemy keeps of a statement is found by the statement's shape.


@cache
def _insert_new(table: Table, *, on_postgresql: bool) -> PostgreSQLInsert | SQLiteInsert:
    return _insert(table, on_postgresql).on_conflict_do_nothing()


@cache
def _put(table: Table, *, on_postgresql: bool) -> PostgreSQLInsert | SQLiteInsert:
    made = _insert(table, on_postgresql)
    given = {c.key: made.excluded[c.key] for c in table.columns if not c.primary_key}
    return made.on_conflict_do_update(index_elements=list(table.primary_key), set_=given)


def _insert(table: Table, on_postgresql: bool) -> PostgreSQLInsert | SQLiteInsert:
    return postgresql_insert(table) if on_postgresql else sqlite_insert(table)


def refresh(row: User | Chat, told: Mapping[str, Any], *, now: datetime) -> None:
    """Set the attributes of a row that differ from what Telegram tells now."""
    changed = {key: value for key, value in told.items() if getattr(row, key) != value}
    for key, value in changed.items():
        setattr(row, key, value)
    if changed:
        row.updated_at = now
