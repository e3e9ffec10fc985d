"""All rows of a database as they are at one moment, however long it takes to read them."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from storage.copying import is_open_elsewhere
from storage.database import READ_ONLY, create_engine
from storage.errors import NotCarried
from storage.migrations import is_newest
from storage.whole.values import RowTally, shapes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from sqlalchemy.ext.asyncio import AsyncConnection

    from storage.settings import DatabaseSettings
    from storage.whole.values import Row, TableShape

PAGE = 2_000  # rows that are in hand at once
_OTHERS = sa.text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
)


class Snapshot:
    """A database at one moment. What others write meanwhile is not in it."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def count(self, shape: TableShape) -> int:
        """How many rows a table has."""
        query = sa.select(sa.func.count()).select_from(shape.table)
        return int((await self._connection.execute(query)).scalar_one())

    async def pages(self, shape: TableShape) -> AsyncIterator[Sequence[Row]]:
        """The rows of a table in the order of its key, some thousands at a time."""
        table, after = shape.table, None
        keys = [_sorted(table.c[name], self._connection.dialect.name) for name in shape.key]
        while True:
            query = sa.select(table).order_by(*keys).limit(PAGE)
            if after is not None:
                query = query.where(_behind(keys, after))
            rows = [tuple(row) for row in await self._connection.execute(query)]
            if rows:
                yield rows
            if len(rows) < PAGE:
                return
            after = [rows[-1][list(shape.columns).index(name)] for name in shape.key]

    async def tally(self, shape: TableShape) -> RowTally:
        """How many rows a table has, and their checksum."""
        tally = RowTally()
        async for page in self.pages(shape):
            tally.add(map(shape.line, page))
        return tally

    async def whole(self) -> int:
        """How many rows all tables have."""
        return sum([await self.count(shape) for shape in shapes()])


def _sorted(column: Any, dialect: str) -> Any:
    """Text is sorted by its bytes, as SQLite does, not as a language would."""
    return column.collate("C") if dialect == "postgresql" and _is_text(column) else column


def _is_text(column: Any) -> bool:
    return isinstance(column.type, sa.String)


def _behind(keys: list[Any], after: list[Any]) -> Any:
    if len(keys) == 1:
        return keys[0] > after[0]
    return sa.tuple_(*keys) > sa.tuple_(*after, types=[key.type for key in keys])


@asynccontextmanager
async def reading(settings: DatabaseSettings, *, anyway: bool = False) -> AsyncIterator[Snapshot]:
    """One moment of a database with the tables of this version, which is not changed.

    Raises NotCarried where there is none, or, unless told to do it `anyway`, where a bot may write
    to it.
    """
    if settings.dialect == "sqlite":
        _check_file(Path(str(settings.url.database)), anyway=anyway)
    if not await is_newest(settings):
        raise NotCarried(f"{settings.name} is of another version of Dueto; bring it up before")
    engine = create_engine(settings, migrating=True)
    options: dict[str, Any] = (
        {READ_ONLY: True}
        if settings.dialect == "sqlite"
        else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    )
    try:
        async with engine.connect() as connection:
            await connection.execution_options(**options)
            if settings.dialect == "postgresql" and await _others(connection) and not anyway:
                raise NotCarried(
                    f"others are connected to {settings.name}: stop the bot before, or --anyway"
                )
            yield Snapshot(connection)
    finally:
        await engine.dispose()


def _check_file(path: Path, *, anyway: bool) -> None:
    if not path.is_file():
        raise NotCarried(f"{path} is not there")
    if not anyway and is_open_elsewhere(path):
        raise NotCarried(f"another process has {path} open: stop the bot before, or --anyway")


async def _others(connection: AsyncConnection) -> int:
    """How many connections a database has besides this one, which no limit ends from here on."""
    for limit in ("statement_timeout", "idle_in_transaction_session_timeout"):
        await connection.execute(sa.text(f"SET LOCAL {limit} = 0"))
    return int((await connection.execute(_OTHERS)).scalar_one())
