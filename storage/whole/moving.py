"""A store moved into another database: in pieces, compared, and gone on with when cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from storage.errors import NotCarried
from storage.migrations import upgrade
from storage.whole.marks import clear_mark
from storage.whole.reading import Snapshot, reading
from storage.whole.values import RowTally, shapes
from storage.whole.writing import broken_keys, claim, clear, connected, insert, last_key

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from sqlalchemy.ext.asyncio import AsyncConnection

    from storage.settings import DatabaseSettings
    from storage.whole.values import TableShape


async def move(
    source: DatabaseSettings,
    target: DatabaseSettings,
    progress: Callable[[int, int], None] = lambda _, __: None,
    *,
    anyway: bool = False,
) -> dict[str, tuple[int, str]]:
    """Copy all rows of a store into an empty database, or go on where a copy was cut off.

    The source is only read. `progress` is told how many rows are left of how many. Return the
    count of rows and the checksum of each table, which are the same in both. `anyway`: although
    the source is in use; what is written there meanwhile is left out. Raises NotCarried.
    """
    if source.name == target.name:
        raise NotCarried("both are the same database")
    async with reading(source, anyway=anyway) as snapshot:
        goes_on = await claim(target, source.name)
        await upgrade(target)
        if goes_on and (facts := await _go_on(snapshot, target, progress)) is not None:
            return facts
        async with connected(target) as connection:
            async with connection.begin():
                await clear(connection)
            facts = await _fill(snapshot, connection, progress)
            if facts is None:
                raise NotCarried("the copy is not what the source is; it is not to be used")
            return facts


async def _go_on(
    snapshot: Snapshot, target: DatabaseSettings, progress: Callable[[int, int], None]
) -> dict[str, tuple[int, str]] | None:
    """Copy what is missing. None when the source has changed since, so that nothing fits."""
    try:
        async with connected(target) as connection:
            return await _fill(snapshot, connection, progress)
    except SQLAlchemyError:  # a row refers to one that has come since and is therefore not there
        return None


async def _fill(
    snapshot: Snapshot, connection: AsyncConnection, progress: Callable[[int, int], None]
) -> dict[str, tuple[int, str]] | None:
    """Copy all tables behind what is there, and compare them. None when they are not the same."""
    left = count = 2 * await snapshot.whole()  # every row is written, and read again
    tallies = {}
    for shape in shapes():
        tally = tallies[shape.name] = RowTally()
        async for done in _copied(snapshot, connection, shape, tally):
            left -= done
            progress(left, count)
    copy = Snapshot(connection)
    async with connection.begin():
        for shape in shapes():
            if await copy.tally(shape) != tallies[shape.name]:
                return None
            left -= tallies[shape.name].count
            progress(left, count)
        if await broken_keys(connection):
            return None
        await clear_mark(connection)
    return {name: tally.facts for name, tally in tallies.items()}


async def _copied(
    snapshot: Snapshot, connection: AsyncConnection, shape: TableShape, tally: RowTally
) -> AsyncIterator[int]:
    """Copy a table, and tell how many rows were read after each piece."""
    async with connection.begin():
        last = await last_key(connection, shape)
    async for page in snapshot.pages(shape):
        tally.add(map(shape.line, page))
        new = page if last is None else [row for row in page if shape.key_of(row) > last]
        async with connection.begin():
            await insert(connection, shape, new)
        yield len(page)
