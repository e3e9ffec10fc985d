"""SQLite without a change of threads for each statement.

aiosqlite does every call in a thread of its own: 37 round trips between threads for one `/add`,
a quarter of what it costs. Statements of a running transaction take microseconds and wait for
nobody, so they are done where they are; what may wait for another process's lock or for the disk
(BEGIN, COMMIT, PRAGMA and the like) is done in the connection's thread. SQLAlchemy's dialect for
aiosqlite takes this connection for one of aiosqlite's.
"""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

AT_ONCE = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")
LOG_WAITS = 500  # milliseconds for readers of the write-ahead log
MANY = 100  # rows of one statement; more are written in the thread


class Connection:
    """One connection; its statements are those of one transaction at a time."""

    def __init__(self, path: str, *, timeout: float) -> None:
        self._path = path
        self._timeout = timeout
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="sqlite")
        self._connection: sqlite3.Connection | None = None

    def __await__(self) -> Any:
        return self._open().__await__()

    async def _open(self) -> Self:
        self._connection = await self.waiting(self._connect)
        return self

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(
            self._path, timeout=self._timeout, isolation_level=None, check_same_thread=False
        )

    @property
    def _conn(self) -> sqlite3.Connection:
        if self._connection is None:
            raise sqlite3.OperationalError("no active connection")
        return self._connection

    @property
    def isolation_level(self) -> str | None:
        return self._conn.isolation_level

    async def waiting(self, call: Callable[..., Any], *given: Any) -> Any:
        """Do in the thread what may take its time."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, call, *given)

    def cursor(self) -> Cursor:
        return Cursor(self, self._conn.cursor())

    async def create_function(self, *given: Any, **more: Any) -> None:
        self._conn.create_function(*given, **more)

    async def commit(self) -> None:
        await self.waiting(self._conn.commit)

    async def rollback(self) -> None:
        await self.waiting(self._conn.rollback)

    async def empty_log(self) -> None:
        """Move the write-ahead log into the file and empty it, unless somebody reads from it."""
        await self.waiting(self._truncate_log)

    def _truncate_log(self) -> None:
        self._conn.execute(f"PRAGMA busy_timeout={LOG_WAITS}")
        try:
            self._conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            self._conn.execute(f"PRAGMA busy_timeout={int(self._timeout * 1_000)}")

    async def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await self.waiting(connection.close)
            self._thread.shutdown(wait=False)

    def stop(self) -> None:
        """Let go of it at once; what the thread is doing ends by itself."""
        self._connection = None
        self._thread.shutdown(wait=False)


class Cursor:
    """A cursor of SQLite's, asked as one of aiosqlite's."""

    def __init__(self, connection: Connection, cursor: sqlite3.Cursor) -> None:
        self._connection = connection
        self._cursor = cursor
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    @property
    def description(self) -> Any:
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._cursor.lastrowid

    async def execute(self, statement: str, given: Any = ()) -> Self:
        if statement.startswith(AT_ONCE):
            self._cursor.execute(statement, given)
        else:
            await self._connection.waiting(self._cursor.execute, statement, given)
        return self

    async def executemany(self, statement: str, given: Sequence[Any]) -> Self:
        if len(given) <= MANY:
            self._cursor.executemany(statement, given)
        else:
            await self._connection.waiting(self._cursor.executemany, statement, given)
        return self

    async def fetchall(self) -> list[Any]:
        return self._cursor.fetchall()

    async def close(self) -> None:
        self._cursor.close()
