"""The worker: one push on its way at a time, the next one claimed meanwhile, nothing held up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest
from sqlmodel import select

from bot.clock import Clock
from bot.jobs import pushes as jobs
from bot.jobs.pushes import OLD, Reminders, _Ready
from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import Failed, Sent
from bot.replies import Address, Say
from storage.database import Database
from storage.models import PushState, Reminder
from storage.pushes.claims import claim
from storage.rules.due import Due
from storage.tasks.new import NewTask
from tests.support.databases import planning_database
from tests.support.outbox import Letterbox
from tests.support.scenes.people import NOW, add, private

SECOND = timedelta(seconds=1)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    opened = planning_database(database_url, zone="UTC")
    async with opened.begin() as session:
        ann = await private(session, "ann")
        due = Due.from_moment(LATER, "UTC")
        await add(session, ann, *(NewTask(f"Task {n}", due=due) for n in (1, 2, 3)))
    yield opened
    await opened.close()


def a_worker(database: Database, post: Letterbox) -> Reminders:
    return Reminders(
        database=database,
        outbox=cast("Outbox", post),
        clock=Clock(lambda: LATER),
    )


async def rows(database: Database) -> list[Reminder]:
    async with database.begin() as session:
        return list((await session.exec(select(Reminder))).all())


async def until_claimed(database: Database, count: int) -> None:
    async with asyncio.timeout(30):
        while True:
            held = [row for row in await rows(database) if row.claimed_until is not None]
            if len(held) == count:
                return


async def test_one_is_on_its_way_and_the_next_is_claimed(database: Database) -> None:
    """A killed process repeats the first, and loses neither."""
    post = Letterbox()
    run = asyncio.create_task(a_worker(database, post).run())
    for count in (1, 2, 3):
        await post.posted(count)
        await until_claimed(database, min(2, 4 - count))
        assert len(post.posts) == count
        post.answer()
    await run
    assert {row.state for row in await rows(database)} == {PushState.SENT}
    assert len(set(map(repr, post.replies))) == 3


async def test_one_without_an_answer_holds_up_no_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Telegram keeps an answer to itself: that reminder waits for it, the others leave."""
    monkeypatch.setattr(jobs, "SILENT", 0.05)
    post = Letterbox()
    run = asyncio.create_task(a_worker(database, post).run())
    await post.posted(1)
    silent = post.posts[0]
    for count in (2, 3):
        await post.posted(count)
        post.answer()
    await asyncio.wait({run}, timeout=0.1)
    assert not run.done(), "it is looked after"
    silent.set_result(Sent(9))
    await asyncio.wait_for(run, 5)
    assert {row.state for row in await rows(database)} == {PushState.SENT}
    assert len(post.posts) == 3


async def test_not_many_are_let_go_without_an_answer(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "SILENT", 0.01)
    monkeypatch.setattr(jobs, "MOST_SILENT", 2)
    post = Letterbox()
    run = asyncio.create_task(a_worker(database, post).run())
    await post.posted(2)
    await asyncio.wait({run}, timeout=0.2)
    assert len(post.posts) == 2
    post.posts[0].set_result(Sent(1))
    await post.posted(3)
    for number, one in enumerate(post.posts[1:], start=2):
        one.set_result(Sent(number))
    await asyncio.wait_for(run, 5)
    assert {row.state for row in await rows(database)} == {PushState.SENT}


async def test_to_stop_gives_back_what_was_claimed(database: Database) -> None:
    post = Letterbox()
    worker = a_worker(database, post)
    run = asyncio.create_task(worker.run())
    await post.posted(1)
    await until_claimed(database, 2)
    worker.stop()
    post.answer()
    await run
    assert len(post.posts) == 1
    async with database.begin() as session:
        again = await claim(session, now=LATER)
        assert again is not None, "another process need not wait for the lease to end"
        assert again.row.attempts == 1


async def test_a_run_that_is_cancelled_calls_back_what_has_not_left(database: Database) -> None:
    post = Letterbox()
    run = asyncio.create_task(a_worker(database, post).run())
    await post.posted(1)
    run.cancel()
    await asyncio.wait({run}, timeout=5)
    assert run.cancelled()
    assert post.posts[0].cancelled()


async def test_a_claim_that_has_become_old_is_not_pushed(database: Database) -> None:
    """A push whose lease ended while it waited for the one before is not sent any more."""
    post = Letterbox()
    worker = a_worker(database, post)
    async with database.begin() as session:
        claimed = await claim(session, now=LATER)
    assert claimed is not None
    now = asyncio.get_running_loop().time()
    address = Address(claimed.chat.telegram_id)
    await worker._deliver(_Ready(claimed, Say(), address, now - OLD - 1, leaves_at=now))
    assert post.posts == []
    assert [row.claimed_until for row in await rows(database)].count(LATER) == 1


async def test_while_telegram_refuses_everybody_no_process_tries(database: Database) -> None:
    refused, other = Letterbox(pause=30.0), Letterbox()
    assert not await a_worker(database, refused).push_next()
    assert not await a_worker(database, other).push_next()
    assert [row.attempts for row in await rows(database)] == [0, 0, 0]
    assert refused.posts == other.posts == []


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
async def test_the_databases_clock_decides_what_is_due(database: Database) -> None:
    post = Letterbox()
    worker = Reminders(database=database, outbox=cast("Outbox", post), clock=Clock())
    async with database.begin() as session:
        first = await worker._now(session)
        again = await worker._now(session)
    assert abs(first - datetime.now(UTC)) < timedelta(minutes=1)
    assert timedelta() <= again - first < SECOND


async def test_a_chat_that_keeps_waiting_is_put_off_and_no_attempt_is_counted(
    database: Database,
) -> None:
    post = Letterbox()
    worker = a_worker(database, post)
    push = asyncio.create_task(worker.push_next())
    await post.posted(1)
    post.answer(Failed("paused for 20 s", ambiguous=False, retry_after=20))
    assert await push
    until = LATER + 20 * SECOND
    held = [row for row in await rows(database) if until in {row.claimed_until, row.fire_at}]
    assert [row.attempts for row in held] == [0]
