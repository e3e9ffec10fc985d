"""One condition, asked of each database in its own words."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from storage.among import among
from storage.database import Database
from storage.models import Membership, Task
from storage.tasks.lists import Filter, list_page
from tests.support.scenes.people import NOW, add, group, private, sent_to


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
