"""The promises that Dueto began with, each in a test that is named after it.

How fast it is at 10,000 people with 1,000 tasks each, `bench/scale.py` measures (docs/measured.md).
Here is why that holds: what is asked reads its own rows alone, however many the others have.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sqlalchemy import insert, text
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession
from uuid_utils.compat import uuid7

from storage import copying, migrations
from storage.database import Database, is_postgresql
from storage.models import Chat, Task
from storage.settings import DatabaseSettings
from storage.tasks.change import delete_task
from storage.tasks.find import find_task
from storage.tasks.lists import Filter, Scope, list_page
from storage.tasks.moments import count_ahead
from storage.whole.moving import move
from tests.support.databases import PostgreSQL, plan_nothing
from tests.support.scenes.people import NOW, Seat, add, at, private, sent_to

OTHERS, EACH = 60, 150  # people and their tasks: PostgreSQL reads a small table as a whole
WHOLE = ("Seq Scan on tasks", "SCAN tasks")  # what the databases call it in their plans
Ask = Callable[[AsyncSession, Seat], Awaitable[object]]


def listed(wanted: Filter, number: int = 0) -> Ask:
    async def ask(session: AsyncSession, ann: Seat) -> object:
        return await list_page(session, wanted, number, where=ann.where(), now=NOW)

    return ask


async def found(session: AsyncSession, ann: Seat) -> object:
    return await find_task(session, 1, chat=ann.chat, asker=ann.asker)


async def counted(session: AsyncSession, ann: Seat) -> object:
    return await count_ahead(session, ann.chat, "UTC", now=NOW)


SIMPLE = {"a task": found, "/list": listed(Filter()), "/list, page 2": listed(Filter(), 1)}
COMPLEX = {
    "a count": counted,
    "/today": listed(Filter(Scope.AGENDA_TODAY)),
    "/week": listed(Filter(Scope.AGENDA_WEEK)),
    "done": listed(Filter(Scope.DONE)),
    "search": listed(Filter(Scope.SEARCH, words="zebra")),
    "two words": listed(Filter(Scope.SEARCH, words="zebra horse")),
}


async def furnish(database: Database) -> Seat:
    """Ann has a few tasks, 60 others have 150 each."""
    async with database.begin() as session:
        ann = await private(session, "ann")
        first, *_ = await add(session, ann, "zebra", *["horse"] * 12)
        like_ann = {name: getattr(ann.chat, name) for name in Chat.model_fields}
        others = [like_ann | {"id": uuid7(), "telegram_id": 9_000 + n} for n in range(OTHERS)]
        like_first = {name: getattr(first, name) for name in Task.model_fields}
        like_first |= {"title": "horse", "searchable": " horse \n", "due_zone": "UTC"}
        rows = [
            like_first
            | {"id": uuid7(), "chat_id": other["id"], "number": number, "due_at": at(number)}
            for other in others
            for number in range(EACH)
        ]
        connection = await session.connection()
        await connection.execute(insert(Chat), others)
        await connection.execute(insert(Task), rows)
        if is_postgresql(session):
            await connection.execute(text("ANALYZE"))
    return ann


async def plan(database: Database, ask: Ask, ann: Seat) -> list[str]:
    """What the database does for all statements of a question."""
    async with database.begin() as session:
        async with sent_to(database) as sent:
            await ask(session, ann)
        word = "EXPLAIN" if is_postgresql(session) else "EXPLAIN QUERY PLAN"
        connection = await session.connection()
        plans = [await connection.exec_driver_sql(f"{word} {sql}", values) for sql, values in sent]
    return [" ".join(map(str, step)) for steps in plans for step in steps]


async def test_simple_queries_below_50_ms_read_their_own_rows_alone(database: Database) -> None:
    ann = await furnish(database)
    for name, ask in SIMPLE.items():
        steps = await plan(database, ask, ann)
        assert not [step for step in steps if any(whole in step for whole in WHOLE)], name


async def test_complex_queries_below_200_ms_read_their_own_rows_alone(database: Database) -> None:
    ann = await furnish(database)
    for name, ask in COMPLEX.items():
        steps = await plan(database, ask, ann)
        assert not [step for step in steps if any(whole in step for whole in WHOLE)], name


async def test_alembic_downgrade_minus_1_works_from_every_revision(empty_url: str) -> None:
    empty = DatabaseSettings.from_url(empty_url)
    await migrations.upgrade(empty)
    for _ in (migrations.HISTORY / "versions").glob("[0-9]*.py"):
        await migrations.downgrade(empty, "-1")
    await migrations.upgrade(empty)
    assert await migrations.is_newest(empty)


async def test_autogenerate_is_clean_on_both_databases(empty_url: str) -> None:
    empty = DatabaseSettings.from_url(empty_url)
    await migrations.upgrade(empty)
    await migrations.check(empty)


async def test_sessions_are_always_closed(database: Database) -> None:
    """After success, an error of ours, an error of the database, and a cancellation."""

    async def work(statement: str, *, fails: bool = False) -> None:
        async with database.begin() as session:
            await (await session.connection()).execute(text(statement))
            if fails:
                raise ZeroDivisionError
            await asyncio.sleep(0)

    async def read() -> None:
        async with database.read() as session:
            await (await session.connection()).execute(text("SELECT 1"))

    works = [work("SELECT 1"), work("SELECT 1", fails=True), work("SELECT nothing"), read()]
    for one in works:
        with suppress(Exception):
            await one
    for rest in range(20):
        task = asyncio.create_task(work("SELECT 1"))
        for _ in range(rest):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    assert database._engine.sync_engine.pool.checkedout() == 0  # type: ignore[attr-defined]
    async with asyncio.timeout(5):  # nobody waits for a place that is not given back
        await asyncio.gather(*(read() for _ in range(30)))


async def test_deletes_are_soft(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        (task,) = await add(session, ann, "milk")
        await delete_task(session, task, ann.deed())
    async with database.begin() as session:
        (kept,) = (await session.exec(select(Task).where(Task.chat_id == ann.chat.id))).all()
        assert kept.title == "milk"
        assert kept.deleted_at == NOW


def write_once(path: Path, number: int) -> None:
    """One small transaction, which waits for nobody."""
    with closing(sqlite3.connect(path, timeout=0)) as writer, writer:
        writer.execute("INSERT INTO own_bot VALUES (?, ?)", (number, number))


async def test_a_backup_in_less_than_5_s_copies_in_steps_that_block_no_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How long it takes for a million tasks, `bench/copies.py` measures."""
    source, target = tmp_path / "dueto.db", tmp_path / "copy.db"
    await migrations.upgrade(DatabaseSettings.from_url(f"sqlite:///{source}"))
    monkeypatch.setattr(copying, "PAGES", 16)
    steps = 0

    def step(_: int, __: int) -> None:
        nonlocal steps
        steps += 1
        write_once(source, steps)

    copying.back_up(source, target, step)
    assert steps > 5
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT count(*) FROM own_bot").fetchone() == (0,), "one moment"


async def test_the_path_from_sqlite_to_postgresql(postgresql: PostgreSQL, tmp_path: Path) -> None:
    source = DatabaseSettings.from_url(f"sqlite:///{tmp_path / 'dueto.db'}")
    await migrations.upgrade(source)
    old = Database(source, planner=plan_nothing, default_zone="UTC")
    async with old.begin() as session:
        ann = await private(session, "ann")
        await add(session, ann, *(f"task {number}" for number in range(20)))
    await old.close()
    name = await postgresql.create()
    target = DatabaseSettings.from_url(postgresql.url_of(name))
    moved = await move(source, target)
    assert moved["tasks"][0] == 20
    new = Database(target, planner=plan_nothing, default_zone="UTC")
    async with new.read() as session:
        page = await list_page(session, Filter(), 1, where=ann.where(), now=NOW)
    await new.close()
    assert [task.title for task in page.tasks] == [f"task {number}" for number in range(10, 20)]
    await postgresql.drop(name)
