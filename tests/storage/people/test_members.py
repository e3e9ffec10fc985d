"""Who is meant by a name, and who may change what is the whole chat's."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from sqlalchemy import text
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.database import Database
from storage.errors import MembershipUnknown, NotAllowed
from storage.history.settings import set_preferences
from storage.models import MemberStatus
from storage.people.access import check_right
from storage.people.members import keep_answered_status, members_named
from storage.people.users import Sender, _new_user, meet_user, name_of
from storage.rules.rights import Act
from tests.support.scenes.people import (
    GROUP,
    NOW,
    PEOPLE,
    Seat,
    at,
    group,
    leave,
    private,
    sender,
    statements,
    stranger,
)


async def test_members_are_found_by_their_names_in_any_case(database: Database) -> None:
    async with database.begin() as session:
        ann, _ = await group(session, "ann"), await group(session, "bob")
        found = await members_named(session, ann.chat, ["BOB", "ann", "nobody"])
        assert [user.name for user in found] == ["Ann", "Bob"]
        assert await members_named(session, ann.chat, []) == []


async def test_a_person_whom_nobody_saw_here_has_to_be_asked_for(database: Database) -> None:
    async with database.begin() as session:
        ann, _ = await group(session, "ann"), await private(session, "bob")
        with pytest.raises(MembershipUnknown) as unknown:
            await members_named(session, ann.chat, ["bob"])
    assert (unknown.value.user_id, unknown.value.chat_ids) == (PEOPLE["bob"], (GROUP,))


async def test_who_left_is_not_meant(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        await leave(session, bob)
        assert await members_named(session, ann.chat, ["bob"]) == []


async def test_names_are_found_by_an_index(database: Database) -> None:
    async with database.begin() as session:
        ann = await group(session, "ann")
        for number in range(500):  # a table that is worth an index, whatever tests were before
            told = Sender(7_000 + number, f"P{number}", f"person{number}")
            session.add(_new_user(told, now=NOW))
        await session.flush()
        await session.exec(text("ANALYZE users"))  # type: ignore[call-overload]
        async with statements(database) as sent:
            await members_named(session, ann.chat, ["Bob", "ann"])
        (query,) = sent
        assert "ix_users_username" in await _plan(session, query)


async def _plan(session: AsyncSession, query: str) -> str:
    """How the database would find the rows; PostgreSQL reads a table of two rows as a whole."""
    connection = await session.connection()
    if connection.dialect.name == "sqlite":
        values = tuple("x" for _ in range(query.count("?")))
        steps = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)
    else:
        await connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        await connection.exec_driver_sql("SET LOCAL plan_cache_mode = force_generic_plan")
        await connection.exec_driver_sql(f"PREPARE asked AS {query}")
        nulls = ", ".join(["NULL"] * len(set(re.findall(r"\$(\d+)", query))))
        steps = await connection.exec_driver_sql(f"EXPLAIN EXECUTE asked({nulls})")
    return "\n".join(str(step) for step in steps)


async def test_names(database: Database) -> None:
    async with database.begin() as session:
        user = await meet_user(session, sender("ann"), now=NOW)
        assert await name_of(session, user.id) == "Ann"
        assert await name_of(session, None) == ""


async def _with_standing(
    database: Database, standing: MemberStatus, *, told_at: datetime = NOW
) -> Seat:
    async with database.begin() as session:
        seat = await group(session, "ann")
        await keep_answered_status(session, seat.user, seat.chat, standing, now=told_at)
    return seat


async def test_administrators_set_what_the_group_prefers(database: Database) -> None:
    seat = await _with_standing(database, MemberStatus.ADMINISTRATOR)
    async with database.begin() as session:
        seat = await group(session, "ann")
        for chosen in ({"zone": "UTC"}, {"language": "de"}):
            await set_preferences(session, seat.user, seat.chat, chosen, seat.deed(at(minutes=1)))
    async with database.begin() as session:
        seat = await group(session, "ann")
    assert seat.chat.settings == {"zone": "UTC", "language": "de"}
    assert (seat.user.settings, seat.chat.updated_at) == ({}, at(minutes=1))


async def test_others_do_not(database: Database) -> None:
    await _with_standing(database, MemberStatus.MEMBER)
    async with database.begin() as session:
        seat = await group(session, "ann")
        with pytest.raises(NotAllowed) as refused:
            await set_preferences(session, seat.user, seat.chat, {"zone": "UTC"}, seat.deed(NOW))
    assert refused.value.action == "settings"
    assert seat.chat.settings == {}


async def test_a_right_that_was_not_asked_for_lately_is_asked_for(database: Database) -> None:
    await _with_standing(database, MemberStatus.ADMINISTRATOR)
    async with database.begin() as session:
        seat = await group(session, "ann", now=at(days=1))  # seen, not asked
        with pytest.raises(MembershipUnknown) as unknown:
            await check_right(session, Act.RIGHTS, seat.user, seat.chat, now=at(days=1))
    assert (unknown.value.user_id, unknown.value.chat_ids) == (PEOPLE["ann"], (GROUP,))


async def test_a_stranger_is_asked_for(database: Database) -> None:
    async with database.begin() as session:
        seat = await stranger(session, "ann", GROUP)
        with pytest.raises(MembershipUnknown):
            await check_right(session, Act.RIGHTS, seat.user, seat.chat, now=NOW)


async def test_in_private_everybody_sets_their_own(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await set_preferences(session, seat.user, seat.chat, {"zone": "UTC"}, seat.deed(NOW))
    async with database.begin() as session:
        seat = await private(session, "ann")
    assert (seat.user.settings, seat.chat.settings) == ({"zone": "UTC"}, {})
