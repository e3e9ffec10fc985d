"""An update has its effect once; words behind buttons; what the bot has asked."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import func, select

from storage.database import Database
from storage.models import Question, ReceivedUpdate, Shortcut
from storage.talk.questions import ask, drop_question
from storage.talk.receipts import RECEIPTS_LAST, forget_receipts, receive
from storage.talk.shortcuts import SHORTCUTS_LAST, forget_shortcuts, lengthen, shorten
from tests.support.databases import plan_nothing
from tests.support.scenes.people import (
    GROUP,
    NOW,
    at,
    failing,
    group,
    open_question,
    private,
)


async def test_an_update_is_received_once(database: Database) -> None:
    async with database.begin() as session:
        assert await receive(session, 1, GROUP, now=NOW)
        assert not await receive(session, 1, GROUP, now=NOW)
        assert await receive(session, 2**40, GROUP, now=NOW)
    async with database.begin() as session:
        assert not await receive(session, 1, GROUP, now=at(1))


async def test_an_update_at_two_replicas_is_received_by_one(database: Database) -> None:
    twin = Database(database.settings, planner=plan_nothing, default_zone="UTC")

    async def at_replica(store: Database) -> bool:
        async with store.begin() as session:
            first = await receive(session, 7, GROUP, now=NOW)
            await asyncio.sleep(0)
            return first

    received = await asyncio.gather(*(at_replica(store) for store in (database, twin) * 5))
    await twin.close()
    assert sorted(received) == [False] * 9 + [True]


async def test_an_update_that_failed_is_received_again(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with failing(database) as session:
            assert await receive(session, 1, GROUP, now=NOW)
    async with database.begin() as session:
        assert await receive(session, 1, GROUP, now=NOW)


async def test_a_chat_has_one_transaction_at_a_time(database: Database) -> None:
    running, most = 0, 0
    twin = Database(database.settings, planner=plan_nothing, default_zone="UTC")

    async def one(store: Database, update_id: int) -> None:
        nonlocal running, most
        async with store.begin() as session:
            await receive(session, update_id, GROUP, now=NOW)
            running += 1
            most = max(most, running)
            await session.exec(select(ReceivedUpdate))
            running -= 1

    stores = (database, twin) * 4
    await asyncio.gather(*(one(store, number) for number, store in enumerate(stores)))
    await twin.close()
    assert most == 1


async def test_old_receipts_are_forgotten(database: Database) -> None:
    async with database.begin() as session:
        await receive(session, 1, GROUP, now=NOW)
        await receive(session, 2, GROUP, now=NOW + RECEIPTS_LAST)
        seat = await group(session, "ann")
        key = await shorten(session, "old", chat=seat.chat, now=NOW)
    async with database.begin() as session:
        await forget_receipts(session, now=NOW + RECEIPTS_LAST + RECEIPTS_LAST / 2)
        assert (await session.exec(select(ReceivedUpdate.update_id))).all() == [2]
        assert await lengthen(session, key) == "old"
        await forget_shortcuts(session, now=at(1) + SHORTCUTS_LAST)
        assert await lengthen(session, key) is None


async def test_words_are_shortened_to_the_same_key(database: Database) -> None:
    async with database.begin() as session:
        seat, elsewhere = await group(session, "ann"), await private(session, "ann")
        key = await shorten(session, "milk #home", chat=seat.chat, now=NOW)
        assert await shorten(session, "milk #home", chat=seat.chat, now=at(1)) == key
        other = await shorten(session, "milk #house", chat=seat.chat, now=NOW)
        assert other != key
        assert await shorten(session, "milk #home", chat=elsewhere.chat, now=NOW) != key
        assert (await session.exec(select(func.count()).select_from(Shortcut))).one() == 3
    async with database.begin() as session:
        assert await lengthen(session, key) == "milk #home"
        assert await lengthen(session, "forged") is None


@settings(
    deadline=None,
    derandomize=True,
    max_examples=50,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=300))
async def test_any_words_come_back(database: Database, words: str) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        key = await shorten(session, words, chat=seat.chat, now=NOW)
        assert len(key) == 8
        assert ":" not in key
        assert await lengthen(session, key) == words


async def test_a_question_survives_until_it_is_dropped(database: Database) -> None:
    async with database.begin() as session:
        seat = await group(session, "ann")
        await ask(session, "title", {"task": "x"}, asker=seat.asker, topic=3, now=NOW)
    async with database.begin() as session:
        question = await open_question(session, seat.asker, now=at(1))
        assert question is not None
        assert (question.kind, question.facts, question.topic) == ("title", {"task": "x"}, 3)
        await drop_question(session, question)
        assert await open_question(session, seat.asker, now=at(1)) is None
    async with database.begin() as session:
        assert await open_question(session, seat.asker, now=at(1)) is None
        await drop_question(session, None)


async def test_the_last_question_is_waited_for(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await ask(session, "title", {}, asker=seat.asker, topic=0, now=NOW)
        await ask(session, "notes", {}, asker=seat.asker, topic=0, now=at(1))
    async with database.begin() as session:
        assert await open_question(session, seat.asker, now=at(1)) is not None
        await ask(session, "date", {}, asker=seat.asker, topic=0, now=at(2))
        question = await open_question(session, seat.asker, now=at(3))
        assert question is not None
        assert question.kind == "date"
        assert (await session.exec(select(func.count()).select_from(Question))).one() == 1


async def test_a_question_is_one_persons_in_one_chat(database: Database) -> None:
    async with database.begin() as session:
        ann, bob = await group(session, "ann"), await group(session, "bob")
        await ask(session, "title", {}, asker=ann.asker, topic=0, now=NOW)
        assert await open_question(session, bob.asker, now=NOW) is None
        mine = await private(session, "ann")
        assert await open_question(session, mine.asker, now=NOW) is None


async def test_a_question_is_too_old_after_an_hour(database: Database) -> None:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await ask(session, "title", {}, asker=seat.asker, topic=0, now=NOW)
        assert await open_question(session, seat.asker, now=at(1)) is not None
        assert await open_question(session, seat.asker, now=at(1, minutes=1)) is None
