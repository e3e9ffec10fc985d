"""A database that is filled with all the rows of another."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from storage.database import create_engine
from storage.errors import NotCarried
from storage.whole.marks import clear_mark, mark_of, set_mark
from storage.whole.values import shapes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from sqlalchemy.ext.asyncio import AsyncConnection

    from storage.settings import DatabaseSettings
    from storage.whole.values import Row, TableShape

GIVEN = frozenset({"sending_slots"})  # tables that have a row from the first


@asynccontextmanager
async def connected(settings: DatabaseSettings) -> AsyncIterator[AsyncConnection]:
    """A connection that checks no foreign keys on SQLite: see `broken_keys`."""
    engine = create_engine(settings, migrating=True)
    try:
        async with engine.connect() as connection:
            yield connection
    finally:
        await engine.dispose()


async def claim(settings: DatabaseSettings, source: str) -> bool:
    """Mark an empty database as one that is being filled. True when it was marked so before.

    Raises NotCarried when it has rows, or half of another source.
    """
    async with connected(settings) as connection, connection.begin():
        mark = await mark_of(connection)
        if mark == source:
            return True
        if mark is not None:
            raise NotCarried(
                f"{settings.name} has half of {mark}: go on with that, or take an empty database"
            )
        names = await connection.run_sync(lambda sync: sa.inspect(sync).get_table_names())
        if filled := await _filled(connection, set(names)):
            found = ", ".join(filled)
            raise NotCarried(f"{settings.name} is not empty ({found}); take an empty database")
        await set_mark(connection, source)
    return False


async def unclaim(settings: DatabaseSettings) -> None:
    """Take the mark away again: nothing was written."""
    async with connected(settings) as connection, connection.begin():
        await clear_mark(connection)


async def _filled(connection: AsyncConnection, names: set[str]) -> list[str]:
    """Which tables have rows; tables of others count as filled."""
    ours = {shape.name for shape in shapes()}
    found = sorted(names - ours - {"alembic_version"})
    for name in sorted((names & ours) - GIVEN):
        query = sa.select(sa.literal(1)).select_from(sa.table(name)).limit(1)
        if (await connection.execute(query)).scalar() is not None:
            found.append(name)
    return found[:3]


async def insert(connection: AsyncConnection, shape: TableShape, rows: Sequence[Row]) -> None:
    """Write rows of a table."""
    if rows:
        names = list(shape.columns)
        values = [dict(zip(names, row, strict=True)) for row in rows]
        await connection.execute(sa.insert(shape.table), values)


async def clear(connection: AsyncConnection) -> None:
    """Delete every row."""
    for shape in reversed(shapes()):
        await connection.execute(sa.delete(shape.table))


async def last_key(connection: AsyncConnection, shape: TableShape) -> tuple[Any, ...] | None:
    """The greatest key that a table has; None when it has no row."""
    table = shape.table
    keys: list[Any] = [table.c[name] for name in shape.key]
    if connection.dialect.name == "postgresql":
        keys = [key.collate("C") if isinstance(key.type, sa.String) else key for key in keys]
    query = sa.select(table).order_by(*(key.desc() for key in keys)).limit(1)
    row = (await connection.execute(query)).first()
    return None if row is None else shape.key_of(tuple(row))


async def broken_keys(connection: AsyncConnection) -> bool:
    """Whether a row refers to one that is not there; PostgreSQL has refused those before."""
    if connection.dialect.name != "sqlite":
        return False
    return (await connection.execute(sa.text("PRAGMA foreign_key_check"))).first() is not None
