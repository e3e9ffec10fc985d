"""The one place that opens transactions, on SQLite and on PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import Connection, event, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.postgresql import postgresql_engine
from storage.room import Room
from storage.sqlite import Connection as SQLiteConnection

if TYPE_CHECKING:
    from storage.settings import DatabaseSettings

Planner: TypeAlias = Callable[[AsyncSession], Awaitable[None]]
# NORMAL may lose the last commits in a power cut, after Telegram was told that they are received
PRAGMAS = ("synchronous=FULL",)
CHANNEL = "dueto_pushes"  # of PostgreSQL's NOTIFY
SOON = timedelta(minutes=1)  # of a push: later ones are found in time by looking
READ_ONLY = "read_only"  # an execution option of a connection
WAITS = 15  # seconds for another process's transaction
WAITS_TO_MIGRATE = 600  # another replica's migration may take longer than a bot would wait


def create_engine(settings: DatabaseSettings, *, migrating: bool = False) -> AsyncEngine:
    """The engine for a running bot, or for migrations (no pool, no cascades while tables are
    rebuilt)."""
    if settings.dialect == "sqlite":
        return _sqlite_engine(settings, migrating=migrating)
    if migrating:
        # another replica's lock, or a large table, may take longer than a bot would wait
        patient = {**settings.connect_args, "command_timeout": None}
        return create_async_engine(
            settings.url, connect_args=patient, hide_parameters=True, poolclass=NullPool
        )
    return postgresql_engine(settings)


def _sqlite_engine(settings: DatabaseSettings, *, migrating: bool) -> AsyncEngine:
    """The engine for a SQLite file.

    It has a single connection for which all transactions queue: that is faster than SQLite's
    locks, which are polled unfairly. Every transaction that may write begins IMMEDIATE: a deferred
    one cannot become a writer once another process has written, whatever the busy timeout is.
    """
    Path(str(settings.url.database)).parent.mkdir(parents=True, exist_ok=True)
    pool: dict[str, Any] = (
        {"poolclass": NullPool} if migrating else {"pool_size": 1, "max_overflow": 0}
    )
    waits = WAITS_TO_MIGRATE if migrating else WAITS
    path = str(settings.url.database)
    engine = create_async_engine(
        settings.url,
        async_creator=lambda *_, **__: SQLiteConnection(path, timeout=waits),
        hide_parameters=True,
        **pool,
    )
    # With foreign keys on, rebuilding a table in a migration deletes the rows that refer to it.
    keys = f"foreign_keys={'OFF' if migrating else 'ON'}"
    pragmas = (*PRAGMAS, "secure_delete=ON", keys)  # what is deleted is overwritten in the file

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, record: object) -> None:
        cursor = connection.cursor()
        _use_wal(cursor)
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get(READ_ONLY, False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def _use_wal(cursor: Any) -> None:
    """Switch the file to write-ahead logging, which it keeps.

    The switch ignores the busy timeout. If the file is locked, another process is switching it
    at this moment, and there is nothing left to do.
    """
    try:
        cursor.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise


_PUSH_AT = "push_at"  # in the notes of a session
_TELL = text(
    "SELECT pg_notify(:channel, '') "
    "WHERE CAST(:at AS timestamptz) < now() + CAST(:soon AS interval)"
)


def note_push(notes: dict[str, Any], at: datetime) -> None:
    """Note in a session's `info` that its transaction writes a push that is due at a moment: the
    earliest one is told after the commit. Called where rows of pushes are written."""
    notes[_PUSH_AT] = min(at, notes.get(_PUSH_AT, at))


KEPT = "kept"  # in the notes of a session: what a process has read that never changes
_BOARDS = "boards"  # in the notes of a session


def note_board(notes: dict[str, Any]) -> None:
    """Note in a session's `info` that its transaction lets a board be stale."""
    notes[_BOARDS] = True


_PLANNER = "planner"  # in the notes of a session


async def plan_changed(session: AsyncSession) -> None:
    """Plan what a transaction has changed so far, where it cannot wait for the commit."""
    planner: Planner = session.info[_PLANNER]
    await planner(session)


_ERASED = "erased"  # in the notes of a session


def note_erased(notes: dict[str, Any]) -> None:
    """Note in a session's `info` that its transaction erases what nobody may read any more."""
    notes[_ERASED] = True


_MAILINGS = "mailings"  # in the notes of a session


def note_mailing(notes: dict[str, Any]) -> None:
    """Note in a session's `info` that its transaction lets a mailing leave."""
    notes[_MAILINGS] = True


def _nobody(_: datetime) -> None: ...


def _nothing() -> None: ...


def _unheard(_: str) -> None: ...


class Database:
    """The store's connections. Long-lived; `close` it at the end."""

    def __init__(self, settings: DatabaseSettings, *, planner: Planner, default_zone: str) -> None:
        """`planner` is called before every commit; `default_zone` is an IANA name.

        `on_planned` is called after a commit that wrote pushes, with the earliest moment, and
        `on_stale` after one that lets a board be stale, `on_mailing` after one that lets a
        mailing leave;
        `tells_others`: other processes are told, too, of those that are due within a minute.
        `on_statement` is called with each statement, without its parameters, before it leaves,
        and `on_answer` when it is answered.
        """
        self.settings = settings
        self._planner = planner
        self._default_zone = default_zone
        self._engine = create_engine(settings)
        self.on_planned: Callable[[datetime], None] = _nobody
        self.on_stale: Callable[[], None] = _nothing
        self.on_mailing: Callable[[], None] = _nothing
        self.tells_others = False
        self._kept: dict[str, Any] = {}
        # after an outage, waiters in SQLAlchemy's own queue would wait until their timeout
        self.room = Room(settings.pool_size)
        self.on_statement: Callable[[str], None] = _unheard
        self.on_answer: Callable[[], None] = _nothing
        event.listen(self._engine.sync_engine, "before_cursor_execute", self._note_statement)
        event.listen(self._engine.sync_engine, "after_cursor_execute", self._note_answer)

    @asynccontextmanager
    async def begin(self, *, ahead: bool = False) -> AsyncIterator[AsyncSession]:
        """One transaction: committed when the block ends, rolled back when it raises.

        `ahead`: it keeps what became of a message, and goes before all others that wait.
        """
        async with self.room.place(ahead=ahead):
            async with AsyncSession(self._engine, expire_on_commit=False) as session:
                async with session.begin():
                    session.info.update(default_zone=self._default_zone, kept=self._kept)
                    session.info[_PLANNER] = self._planner
                    yield session
                    await self._planner(session)
                    if self.tells_others:
                        await _tell_others(session)
                planned_at: datetime | None = session.info.get(_PUSH_AT)
                is_stale = session.info.get(_BOARDS, False)
                mails = session.info.get(_MAILINGS, False)
            if session.info.get(_ERASED, False):
                await self._empty_log()
        if planned_at is not None:
            self.on_planned(planned_at)
        if is_stale:
            self.on_stale()
        if mails:
            self.on_mailing()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A transaction that only reads, and on SQLite waits for no writer's lock."""
        async with (
            self.room.place(),
            AsyncSession(self._engine, expire_on_commit=False) as session,
        ):
            await session.connection(execution_options={READ_ONLY: True})
            session.info.update(default_zone=self._default_zone, kept=self._kept)
            yield session

    def _note_statement(self, *facts: Any) -> None:
        """Tell of a statement, as SQLAlchemy does: the third fact is its text."""
        self.on_statement(facts[2])

    def _note_answer(self, *_: Any) -> None:
        self.on_answer()

    async def _empty_log(self) -> None:
        """SQLite's write-ahead log has pages as they were before what was erased: empty it."""
        if self.settings.dialect != "sqlite":
            return
        async with self._engine.connect() as connection:
            driver = (await connection.get_raw_connection()).driver_connection
            if isinstance(driver, SQLiteConnection):
                await driver.empty_log()

    async def ping(self) -> None:
        """Raise the driver's error if the database does not answer."""
        async with self.room.place(), self._engine.connect() as connection:
            await connection.execute(text("SELECT 1"))

    async def close(self) -> None:
        await self._engine.dispose()


async def _tell_others(session: AsyncSession) -> None:
    """Tell other processes of a push that is due before they would look."""
    await session.flush()
    planned_at: datetime | None = session.info.get(_PUSH_AT)
    if planned_at is not None:
        connection = await session.connection()
        await connection.execute(_TELL, {"at": planned_at, "channel": CHANNEL, "soon": SOON})


def is_postgresql(session: AsyncSession) -> bool:
    """Whether this session is on PostgreSQL, which has row locks and advisory locks."""
    return session.get_bind().dialect.name == "postgresql"
