"""What the worker does between pushes: it lets a database sleep, wakes at once, and waits out a
database that is away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import cast

import pytest
from sqlmodel import select
from structlog.testing import capture_logs

from bot.clock import Clock
from bot.jobs import keeping
from bot.jobs import pushes as jobs
from bot.jobs.pushes import EVERY, Reminders
from bot.outgoing.outbox import Outbox
from bot.outgoing.outcomes import Sent
from storage.database import Database
from storage.listening import listen
from storage.models import PushState, Reminder
from storage.rules.due import Due
from storage.tasks.new import NewTask
from tests.support.clocks import Time
from tests.support.databases import planning_database
from tests.support.outbox import Letterbox
from tests.support.scenes.people import NOW, Seat, add, private, statements

LATER = NOW + timedelta(hours=1)


def a_worker(database: Database, post: Letterbox, now: Time) -> Reminders:
    return Reminders(database=database, outbox=cast("Outbox", post), clock=Clock(now))


async def plan(database: Database, *titles: str, at: datetime = LATER) -> Seat:
    async with database.begin() as session:
        ann = await private(session, "ann")
        await add(session, ann, *(NewTask(t, due=Due.from_moment(at, "UTC")) for t in titles))
    return ann


async def states(database: Database) -> list[str]:
    async with database.begin() as session:
        return sorted((await session.exec(select(Reminder.state))).all())


async def test_an_idle_worker_reads_once_a_minute_and_locks_nothing(database: Database) -> None:
    await plan(database, "One")
    worker = a_worker(database, Letterbox(), Time(NOW))
    assert timedelta(seconds=60) <= EVERY
    async with statements(database) as sent:
        await asyncio.wait_for(worker.run(), 5)
    assert len(sent) == 1, "and the next run is a minute later"
    assert sent[0].startswith("SELECT")
    async with database.begin() as writing:
        await writing.connection()  # SQLite's lock is taken
        other = planning_database(database_url_of(database))
        async with other.read() as session, asyncio.timeout(30):
            assert (await session.exec(select(Reminder.state))).all() == ["pending"]
        await other.close()


def database_url_of(database: Database) -> str:
    settings = database.settings
    host = settings.connect_args.get("host")
    url = settings.url.set(drivername=settings.dialect, query={"host": host} if host else {})
    return url.render_as_string(hide_password=False)


async def test_what_is_planned_while_it_waits_is_pushed_in_time(database: Database) -> None:
    """The worker waits for a row that is due in half a minute; another one is due at once."""
    post, now = Letterbox(outcome=Sent(7)), Time(LATER - timedelta(seconds=30))
    ann = await plan(database, "One")
    worker = a_worker(database, post, now)
    planned: list[datetime] = []

    def wake(at: datetime) -> None:
        planned.append(at)
        worker.wake()

    database.on_planned = wake
    run = asyncio.create_task(worker.run())
    await asyncio.sleep(0.05)
    at = now.now + timedelta(milliseconds=10)
    async with database.begin() as session:
        await add(session, ann, NewTask("Two", due=Due.from_moment(at, "UTC")))
    assert planned == [at]
    now.pass_(seconds=1)
    await post.posted(1)
    worker.stop()
    await asyncio.wait_for(run, 5)


async def plan_and_break(database: Database, ann: Seat) -> None:
    async with database.begin() as session:
        await add(session, ann, NewTask("Three", due=Due.from_moment(LATER, "UTC")))
        raise ZeroDivisionError


async def test_a_commit_tells_the_earliest_push_and_a_rollback_none(database: Database) -> None:
    planned: list[datetime] = []
    database.on_planned = planned.append
    ann = await plan(database, "One", "Two")
    assert planned == [LATER]
    with pytest.raises(ZeroDivisionError):
        await plan_and_break(database, ann)
    async with database.begin() as session:
        await session.exec(select(Reminder))
    assert planned == [LATER]


@asynccontextmanager
async def away(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Cut the database off, until the block ends."""

    @asynccontextmanager
    async def cut() -> AsyncIterator[None]:
        await asyncio.sleep(0)
        raise ConnectionError
        yield

    with monkeypatch.context() as patched:
        for name in ("begin", "read", "ping"):
            patched.setattr(database, name, cut)
        yield


async def test_a_database_that_is_away_doubles_no_reminder(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taking the next push breaks while the outcome of the last waits to be kept."""
    monkeypatch.setattr(keeping, "AGAIN", 0.02)
    monkeypatch.setattr(jobs, "AWAY", 0.02)
    await plan(database, "One", "Two", "Three")
    post = Letterbox()
    worker = a_worker(database, post, Time(LATER))
    run = asyncio.create_task(worker.run())
    await post.posted(1)
    with capture_logs():
        async with away(database, monkeypatch):
            post.answer()
            await asyncio.sleep(0.2)
            assert not run.done()
        for count in (2, 3):
            await post.posted(count)
            post.answer()
        await asyncio.wait_for(run, 10)
    assert await states(database) == [PushState.SENT] * 3
    assert len(set(map(repr, post.replies))) == len(post.replies) == 3


@asynccontextmanager
async def ended_while_away(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Reminders]:
    """A worker that is told to end while a message is sent and the database is away."""
    monkeypatch.setattr(keeping, "AGAIN", 0.02)
    monkeypatch.setattr(jobs, "AWAY", 0.02)
    await plan(database, "One")
    post = Letterbox()
    worker = a_worker(database, post, Time(LATER))
    run = asyncio.create_task(worker.run())
    await post.posted(1)
    with capture_logs():
        async with away(database, monkeypatch):
            post.answer()
            await asyncio.sleep(0.05)
            run.cancel()
            await asyncio.wait({run})
            yield worker


async def test_to_end_a_run_does_not_end_the_keeping_of_an_outcome(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with ended_while_away(database, monkeypatch) as worker:
        pass
    await worker.close(5)
    assert await states(database) == [PushState.SENT]


async def test_at_shutdown_keeping_has_a_bound(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with ended_while_away(database, monkeypatch) as worker:
        await asyncio.wait_for(worker.close(0.05), 2)
    assert await states(database) == [PushState.PENDING], "its lease ends, and it comes once more"


@pytest.mark.parametrize("dialect", ["postgresql"], indirect=True)
async def test_another_processes_row_is_heard_of_at_once(database: Database) -> None:
    """Only where it is due soon; and again after the connection was lost."""
    heard = asyncio.Event()
    listening = asyncio.create_task(listen(database.settings, heard.set))
    other = planning_database(database_url_of(database))
    other.tells_others = True
    try:
        await asyncio.wait_for(heard.wait(), 5)  # it listens
        heard.clear()
        ann = await plan(other, "Tomorrow", at=datetime.now(NOW.tzinfo) + timedelta(days=1))
        await asyncio.sleep(0.2)
        assert not heard.is_set()
        async with other.begin() as session:
            soon = datetime.now(NOW.tzinfo) + timedelta(seconds=5)
            await add(session, ann, NewTask("Soon", due=Due.from_moment(soon, "UTC")))
        await asyncio.wait_for(heard.wait(), 5)
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        await other.close()
