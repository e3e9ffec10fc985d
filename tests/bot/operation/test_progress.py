"""/healthz: what has made no progress for a minute, and what only looks like it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.application import Application, compose
from bot.operation.progress import FORGOTTEN, PATIENCE, Headway
from bot.playground.page.server import Server, serve
from bot.playground.telegram import Telegram
from bot.playground.world import User
from bot.settings import Settings

FETCHING = "updates are not fetched"
SENDING = "reminders are due and do not leave"
DATABASE = "the database does not answer"


class Seconds:
    """A clock that nobody but the test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def progress(seconds: Seconds) -> Headway:
    return Headway(seconds)


def test_who_has_nothing_to_do_is_never_stuck(progress: Headway, seconds: Seconds) -> None:
    progress.fetching.begins()
    progress.fetching.rests()
    seconds.now += 10 * PATIENCE
    assert progress.stuck() == ()


def test_what_hangs_is_named_after_a_minute(progress: Headway, seconds: Seconds) -> None:
    for part, complaint in (
        (progress.fetching, FETCHING),
        (progress.sending, SENDING),
        (progress.database, DATABASE),
    ):
        part.begins()
        seconds.now += PATIENCE - 1
        part.begins()  # it goes on waiting
        assert progress.stuck() == ()
        seconds.now += 1
        assert progress.stuck() == (complaint,)
        part.moved()
        assert progress.stuck() == ()
        part.rests()


def test_what_fails_again_and_again_is_named_until_something_leaves(
    progress: Headway, seconds: Seconds
) -> None:
    for _ in range(4):
        progress.sending.failed()
        seconds.now += PATIENCE / 3
    assert progress.stuck() == (SENDING,)
    progress.sending.moved()
    assert progress.stuck() == ()


def test_one_odd_reminder_is_no_reason_to_start_again(progress: Headway, seconds: Seconds) -> None:
    for _ in range(2):
        progress.sending.failed()
    seconds.now += PATIENCE
    assert progress.stuck() == ()
    progress.sending.failed()
    seconds.now += FORGOTTEN + 1
    assert progress.stuck() == ()


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(now=lambda: datetime.now(UTC))


@pytest.fixture
async def server(telegram: Telegram) -> AsyncIterator[Server]:
    server = await serve(telegram, port=0)
    yield server
    await server.close()


@pytest.fixture
async def application(
    telegram: Telegram, server: Server, database_url: str, progress: Headway
) -> AsyncIterator[Application]:
    facts: dict[str, Any] = {"bot_token": telegram.token, "telegram_api_url": server.address}
    settings = Settings(_env_file=None, database_url=database_url, listen="127.0.0.1:0", **facts)
    application = compose(settings, progress=progress)
    await application.start()
    yield application
    await application.stop()


async def until(telegram: Telegram, method: str) -> None:
    before = len(telegram.calls_of(method))
    async with asyncio.timeout(20):
        while len(telegram.calls_of(method)) == before:
            await telegram.changed.wait()


async def test_an_answer_of_telegrams_is_progress(
    telegram: Telegram, application: Application, seconds: Seconds
) -> None:
    while not telegram.is_polled:  # noqa: ASYNC110  nothing tells of it
        await asyncio.sleep(0.01)
    seconds.now += PATIENCE
    assert application.stuck() == (FETCHING,)  # the long poll is not answered
    telegram.say(telegram.new_user(User(1, "Ann", None, None, "en")), "/list")
    await until(telegram, "sendMessage")
    assert application.stuck() == ()


async def test_the_database_answers_by_any_statement(
    application: Application, seconds: Seconds
) -> None:
    room = application.database.room
    await application.schedule.stop(5)
    application.progress.fetching.rests()
    room.on_asked()
    seconds.now += PATIENCE
    assert application.stuck() == (DATABASE,)
    await application.database.ping()
    assert application.stuck() == ()


async def test_a_reminder_that_leaves_ends_what_failed(
    telegram: Telegram, application: Application, seconds: Seconds
) -> None:
    ann = telegram.new_user(User(1, "Ann", None, None, "en"))
    telegram.say(ann, "/add Buy milk in 1 hour")
    await until(telegram, "sendMessage")
    for _ in range(3):
        application.progress.sending.failed()
    seconds.now += PATIENCE
    assert SENDING in application.stuck()
    application.clock.shift(timedelta(hours=1, minutes=1))
    application.schedule.wake()
    async with asyncio.timeout(20):
        while SENDING in application.stuck():  # noqa: ASYNC110  nothing tells of it
            await asyncio.sleep(0.01)
