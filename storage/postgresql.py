"""PostgreSQL behind a pooler in transaction mode, far away, or asleep.

Such a pooler keeps nothing of a session, so whatever is set is set for one transaction; and a round
trip to a distant database takes longer than its work. So a transaction's bounds go along with its
BEGIN, in one message. BEGIN is sent when a connection is taken, and shows whether that is there
still: a pooler, a restart, and Neon when it goes to sleep, close idle ones. As nothing was
done yet, another connection takes its place.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import asyncpg
from sqlalchemy import event
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

if TYPE_CHECKING:
    from storage.settings import Bounds, DatabaseSettings

ANSWERS = 4.0  # seconds that a connection which was used before has for its BEGIN
RECYCLED = 240  # seconds: Neon goes to sleep after 300
_USED = "used"  # in the notes of a pooled connection


def postgresql_engine(settings: DatabaseSettings) -> AsyncEngine:
    """The engine of a running bot."""
    connect = dict(settings.connect_args)
    if settings.bounds is not None:
        connect["connection_class"] = _bounded_by(settings.bounds)
    # parameters are what people write: no log may contain them
    engine = create_async_engine(
        settings.url,
        connect_args=connect,
        hide_parameters=True,
        pool_size=settings.pool_size,
        max_overflow=0,
        pool_recycle=RECYCLED,
    )
    event.listen(engine.sync_engine, "checkout", _begin)
    return engine


def _bounded_by(bounds: Bounds) -> type[asyncpg.Connection]:
    """Connections whose transactions have bounds."""
    local = "".join(
        f"SET LOCAL {name} = '{seconds}s';"
        for name, seconds in (
            ("statement_timeout", bounds.statement),
            ("lock_timeout", bounds.lock),
            ("idle_in_transaction_session_timeout", bounds.idle),
        )
    )

    class Bounded(asyncpg.Connection):  # type: ignore[misc]  # asyncpg says no types
        async def execute(self, query: str, *args: Any, **more: Any) -> str:
            if query.startswith("BEGIN"):
                query += local
            done: str = await super().execute(query, *args, **more)
            return done

    return Bounded


def _begin(connection: Any, record: Any, _: object) -> None:
    """Begin the transaction of a connection that is taken from the pool.

    Raises InvalidatePoolError where the connection has ended meanwhile: SQLAlchemy then takes a new
    one, whose failure is raised as it is.
    """
    is_new = not record.info.get(_USED)
    record.info[_USED] = True
    try:
        connection.run_async(lambda _: _begun(connection, None if is_new else ANSWERS))
    except (connection.dbapi.Error, asyncpg.InterfaceError, OSError) as error:
        if is_new:
            raise
        connection.run_async(_end)
        raise InvalidatePoolError from error


async def _begun(connection: Any, seconds: float | None) -> None:
    async with asyncio.timeout(seconds):
        await connection._start_transaction()  # noqa: SLF001  as with its first statement


async def _end(driver: asyncpg.Connection) -> None:
    """Without a farewell, for which one that hangs would be waited."""
    driver.terminate()
