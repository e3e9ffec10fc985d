"""PostgreSQL behind a pooler in transaction mode, far away, or asleep.

Such a pooler keeps nothing of a session, so whatever is set is set for one transaction; and a round
trip to a distant database takes longer than its work. So a transaction's bounds go along with its
BEGIN, in one message. BEGIN is sent when a connection is taken, and shows whether that is there
still: a pooler, a restart, and Neon when it goes to sleep, close idle ones. As nothing was
done yet, another connection takes its place.

Where no pooler is between, the server keeps a statement that it has once read and planned: to plan
the ones that read lists takes it several times as long as to carry them out.
"""

from __future__ import annotations

import asyncio
from itertools import count
from typing import TYPE_CHECKING, Any

import asyncpg
from sqlalchemy import event
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

if TYPE_CHECKING:
    from storage.settings import Bounds, DatabaseSettings

ANSWERS = 4.0  # seconds that a connection which was used before has for its BEGIN
RECYCLED = 240  # seconds: Neon goes to sleep after 300
# A statement that is kept is planned once, for any values: as SQLite needs it, too, conditions of
# partial indexes are no parameters. PostgreSQL would plan the dear ones every time.
PLANNED_ONCE = "SET LOCAL plan_cache_mode = force_generic_plan;"
KEPT = 100  # statements by each connection, of which a large one takes the server 0.3 MB
READ_ONLY = "25006"  # SQLSTATE
_USED = "used"  # in the notes of a pooled connection


def postgresql_engine(settings: DatabaseSettings) -> AsyncEngine:
    """The engine of a running bot."""
    connect = {**settings.connect_args, "prepared_statement_cache_size": KEPT}
    # parameters are what people write: no log may contain them
    engine = create_async_engine(
        settings.url,
        connect_args={**connect, "connection_class": _bounded_by(settings.bounds)},
        hide_parameters=True,
        pool_size=settings.pool_size,
        max_overflow=0,
        pool_recycle=RECYCLED,
    )
    event.listen(engine.sync_engine, "connect", _know)
    event.listen(engine.sync_engine, "checkout", _begin)
    event.listen(engine.sync_engine, "handle_error", _leave_standby)
    return engine


def _leave_standby(failed: Any) -> None:
    """A connection that may only read would stay so when the database may be written again, or is
    another server: new ones take the place of all."""
    if getattr(failed.original_exception, "sqlstate", None) == READ_ONLY:
        failed.is_disconnect = True


class Link(asyncpg.Connection):  # type: ignore[misc]  # asyncpg says no types
    """A connection that keeps what it prepares, if it `is_direct`."""

    is_direct = False
    local = ""  # what goes along with each BEGIN

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._numbers = count(1)

    async def know(self) -> None:
        """Ask whether a pooler is between: the process that was named when the connection was made
        is then not the one that answers."""
        answers = await self.fetchval("SELECT pg_backend_pid()")
        self.is_direct = answers == self.get_server_pid()

    async def prepare(self, query: str, *, name: str | None = None, **more: Any) -> Any:
        if name is None and self.is_direct:
            name = f"dueto_{next(self._numbers)}"
        return await super().prepare(query, name=name, **more)

    async def execute(self, query: str, *args: Any, **more: Any) -> str:
        if query.startswith("BEGIN"):
            query += self.local + (PLANNED_ONCE if self.is_direct else "")
        done: str = await super().execute(query, *args, **more)
        return done


def _bounded_by(bounds: Bounds | None) -> type[Link]:
    """Connections whose transactions have bounds."""
    if bounds is None:
        return Link
    settings = "".join(
        f"SET LOCAL {name} = '{seconds}s';"
        for name, seconds in (
            ("statement_timeout", bounds.statement),
            ("lock_timeout", bounds.lock),
            ("idle_in_transaction_session_timeout", bounds.idle),
        )
    )

    class Bounded(Link):
        local = settings

    return Bounded


def _know(connection: Any, _: object) -> None:
    connection.run_async(lambda driver: driver.know())


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
