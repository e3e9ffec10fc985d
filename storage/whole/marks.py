"""A mark in a database that is being filled: what is half there must not be used.

It is a table beside those of the store, there only as long as the filling lasts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from storage.database import create_engine

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

    from storage.settings import DatabaseSettings

MARK = sa.table("unfinished_copy", sa.column("source", sa.String()))


async def mark_of(connection: AsyncConnection) -> str | None:
    """Where what is half there comes from; None when nothing is."""
    if not await connection.run_sync(lambda sync: sa.inspect(sync).has_table(MARK.name)):
        return None
    found: str | None = (await connection.execute(sa.select(MARK.c.source))).scalar()
    return found or ""


async def set_mark(connection: AsyncConnection, source: str) -> None:
    """Write down that rows come from a source, and that they are not all there."""
    await connection.execute(sa.text(f"CREATE TABLE {MARK.name} (source TEXT NOT NULL)"))
    await connection.execute(sa.insert(MARK), {"source": source})


async def clear_mark(connection: AsyncConnection) -> None:
    """All is there."""
    await connection.execute(sa.text(f"DROP TABLE {MARK.name}"))


async def half_filled_from(settings: DatabaseSettings) -> str | None:
    """Where the half of a store comes from that a database has; None: it is whole, or empty."""
    engine = create_engine(settings, migrating=True)
    try:
        async with engine.connect() as connection:
            return await mark_of(connection)
    finally:
        await engine.dispose()
