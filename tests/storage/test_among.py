"""A search looks through the asker's chats alone, on both databases, however rare its words are."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from sqlalchemy import event, insert, text
from sqlmodel import col, select
from uuid_utils.compat import uuid7

from storage.among import among
from storage.database import Database, is_postgresql
from storage.models import Chat, Membership, Task
from storage.tasks.lists import Filter, Scope, list_page
from tests.support.scenes.people import NOW, add, group, private

WHOLE = ("Seq Scan on tasks", "SCAN tasks")  # as the databases call it in their plans
OTHERS, EACH = 60, 150  # people and their tasks: PostgreSQL reads a small table as a whole


async def test_it_selects_what_in_does(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await private(session, "ann"), await private(session, "bob")
        await add(session, ann, "a", "b")
        await add(session, await group(session, "ann"), "c")
        await add(session, bob, "d")
        own = select(Membership.chat_id).where(Membership.user_id == ann.user.id)
        found = await session.exec(select(Task.title).where(among(Task.chat_id, own)))
        expected = await session.exec(select(Task.title).where(col(Task.chat_id).in_(own)))
        assert sorted(found) == sorted(expected) == ["a", "b", "c"]


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
async def test_postgresql_gets_an_array(database: Database) -> None:
    """Of IN it reads the whole table where a word is rare: 0.1 s for 100,000 tasks of others."""
    async with database.begin() as session:
        ann = await private(session, "ann")
        async with sent_to(database) as sent:
            await list_page(session, Filter(), 0, where=ann.where(), now=NOW)
    assert "tasks.chat_id = ANY (ARRAY(SELECT memberships.chat_id" in sent[0][0]


async def test_a_search_reads_no_tasks_of_others(database: Database) -> None:
    async with database.begin() as session:
        ann = await private(session, "ann")
        (first,) = await add(session, ann, "zebra")
        like_ann = {name: getattr(ann.chat, name) for name in Chat.model_fields}
        others = [like_ann | {"id": uuid7(), "telegram_id": 9_000 + n} for n in range(OTHERS)]
        like_first = {name: getattr(first, name) for name in Task.model_fields}
        like_first |= {"title": "horse", "searchable": " horse "}
        rows = [
            like_first | {"id": uuid7(), "chat_id": other["id"], "number": number}
            for other in others
            for number in range(EACH)
        ]
        connection = await session.connection()
        await connection.execute(insert(Chat), others)
        await connection.execute(insert(Task), rows)
    async with database.begin() as session:
        connection = await session.connection()
        if is_postgresql(session):
            await connection.execute(text("ANALYZE"))
        wanted = Filter(Scope.SEARCH, words="zebra")
        async with sent_to(database) as sent:
            page = await list_page(session, wanted, 0, where=ann.where(), now=NOW)
        assert [task.title for task in page.tasks] == ["zebra"]
        word = "EXPLAIN" if is_postgresql(session) else "EXPLAIN QUERY PLAN"
        ((statement, values),) = sent
        plan = await connection.exec_driver_sql(f"{word} {statement}", values)
    steps = [" ".join(map(str, step)) for step in plan]
    assert not [step for step in steps if "Seq Scan on tasks" in step or "SCAN tasks" in step], (
        steps
    )


@asynccontextmanager
async def sent_to(database: Database) -> AsyncIterator[list[tuple[str, Any]]]:
    """The SQL that the block sends, with its values."""
    sent: list[tuple[str, Any]] = []

    def note(*facts: Any) -> None:
        sent.append((facts[2], facts[3]))

    engine = database._engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)
