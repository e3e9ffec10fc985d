"""Transactions, pragmas, and what the databases themselves do alike and otherwise."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, InvalidRequestError, StatementError
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

import storage.database
from storage.database import Database, _use_wal, create_engine, is_postgresql
from storage.models import Shortcut, Task, User
from storage.people.users import Sender, meet_user
from storage.settings import DatabaseSettings
from storage.tasks.lists import Filter, Scope
from storage.tasks.new import NewTask
from tests.support.databases import SAFE, plan_nothing
from tests.support.scenes.people import NOW, add, at, failing, find, private, set_title, titles


async def scalar(session: AsyncSession, statement: str) -> Any:
    return (await (await session.connection()).execute(text(statement))).scalar()


async def test_pragmas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage.database, "PRAGMAS", SAFE)
    database = Database(
        DatabaseSettings.from_url(f"sqlite:///{tmp_path / 'new' / 'a.db'}"),
        planner=plan_nothing,
        default_zone="UTC",
    )
    async with database.begin() as session:
        assert await scalar(session, "PRAGMA journal_mode") == "wal"
        assert await scalar(session, "PRAGMA foreign_keys") == 1
        assert await scalar(session, "PRAGMA busy_timeout") == 15000
        assert await scalar(session, "PRAGMA synchronous") == 2
    await database.close()


async def test_migrations_move_tables_without_foreign_keys(tmp_path: Path) -> None:
    settings = DatabaseSettings.from_url(f"sqlite:///{tmp_path / 'a.db'}")
    engine = create_engine(settings, migrating=True)
    async with engine.begin() as connection:
        assert (await connection.execute(text("PRAGMA foreign_keys"))).scalar() == 0
    await engine.dispose()


async def test_the_database_answers(database: Database) -> None:
    await database.ping()
    async with database.begin() as session:
        assert is_postgresql(session) is (database.settings.dialect == "postgresql")


async def test_an_error_rolls_everything_back(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with failing(database) as session:
            await add(session, await private(session, "ann"), "lost")
    async with database.begin() as session:
        assert (await session.exec(select(User))).all() == []


async def test_a_read_and_the_write_after_it_are_one(database: Database) -> None:
    """Two processes that count upwards: none overwrites what the other has read."""
    twin = Database(database.settings, planner=plan_nothing, default_zone="UTC")
    async with database.begin() as session:
        session.add(Shortcut(key="count", text="0", created_at=NOW))

    async def count(store: Database) -> None:
        async with store.begin() as session:
            query = select(Shortcut).where(Shortcut.key == "count").with_for_update()
            row = (await session.exec(query)).one()
            await asyncio.sleep(0)
            row.text = str(int(row.text) + 1)

    await asyncio.gather(*(count(store) for store in (database, twin) * 10))
    await twin.close()
    async with database.begin() as session:
        assert (await session.exec(select(Shortcut.text))).one() == "20"


async def test_two_people_change_a_task_at_once(database: Database) -> None:
    """The second waits for the first and sees what it did, in its row of history too."""
    twin = Database(database.settings, planner=plan_nothing, default_zone="UTC")
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, "0")

    async def append(store: Database) -> None:
        async with store.begin() as session:
            task = await find(session, seat, 1)
            set_title(session, task, str(int(task.title) + 1), seat.deed())

    await asyncio.gather(*(append(store) for store in (database, twin) * 5))
    await twin.close()
    async with database.begin() as session:
        assert await titles(session, seat, Filter(Scope.ALL)) == ["10"]


async def test_values_outlive_their_transaction(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        (task,) = await add(session, seat, NewTask("a", tags=("x",), checklist=(("y", False),)))
        set_title(session, task, "b", seat.deed())
    assert (task.title, task.tags[0].name, task.checklist[0].text) == ("b", "x", "y")
    assert (task.chat.title, task.assignees, task.attachments) == ("private", [], [])
    async with database.begin() as session:
        task = await find(session, seat, 1)
    assert (task.title, task.tags[0].name, task.chat.title) == ("b", "x", "private")


async def test_nothing_is_loaded_by_surprise(database: Database) -> None:
    async with database.begin() as session:
        await add(session, await private(session, "ann"), "a")
    async with database.begin() as session:
        task = (await session.exec(select(Task))).one()
        with pytest.raises(InvalidRequestError, match="raise"):
            _ = task.tags


async def test_a_naive_moment_is_refused(database: Database) -> None:
    naive = Shortcut(key="k", text="", created_at=NOW.replace(tzinfo=None))
    with pytest.raises(StatementError, match="timezone"):
        async with database.begin() as session:
            session.add(naive)


async def test_a_moment_is_compared_as_a_moment(database: Database) -> None:
    """Whatever zone a parameter is in."""
    async with database.begin() as session:
        session.add(Shortcut(key="k", text="", created_at=NOW))
    tokyo = timezone(timedelta(hours=9))
    for moment, expected in ((at(-1), True), (NOW, False), (at(1), False)):
        async with database.begin() as session:
            query = select(Shortcut).where(Shortcut.created_at > moment.astimezone(tokyo))
            assert bool((await session.exec(query)).all()) is expected


@pytest.mark.parametrize("unfit", ["nul \0 here", "half a pair \ud83d here"])
async def test_what_not_every_database_keeps_has_to_be_stopped_before(
    database: Database, unfit: str
) -> None:
    """PostgreSQL's TEXT and JSONB hold no NUL, UTF-8 no lone surrogate, and SQLite counts a text's
    length up to its NUL. JSON can say both, so whoever reads an update takes them out."""

    async def keep() -> None:
        async with database.begin() as session:
            await meet_user(session, Sender(1, unfit), now=NOW)

    if "\0" in unfit and database.settings.dialect == "sqlite":
        await keep()
        async with database.begin() as session:
            assert await scalar(session, "SELECT length(name) FROM users") == len("nul ")
        return
    with pytest.raises((DBAPIError, UnicodeEncodeError)):
        await keep()


def test_a_file_that_another_process_is_just_switching_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with closing(sqlite3.connect(path, timeout=0)) as own:
            _use_wal(own.cursor())
        other.execute("COMMIT")
