"""PostgreSQL goes away in the middle of many updates and comes back: each is done once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from functools import partial

import pytest
from sqlmodel import select
from structlog.testing import capture_logs
from telegram import Bot

from bot.application import Application, compose
from bot.outgoing.outbox import Outbox
from bot.outgoing.pace import Limits, Pace
from bot.playground.page.server import Server
from bot.playground.telegram import Telegram
from bot.playground.world import User
from bot.settings import Settings
from storage.models import Task
from tests.support.databases import PostgreSQL

PEOPLE = 40
TASKS_EACH = 2
OUTAGES = (10, 40)  # answers given when the database goes away


@pytest.fixture
async def name(postgresql: PostgreSQL) -> AsyncIterator[str]:
    """A database of this test's own, so that no other test loses its connections."""
    name = await postgresql.create_migrated()
    yield name
    await postgresql.drop(name)


@pytest.fixture
def telegram() -> Telegram:
    telegram = Telegram(now=lambda: datetime.now(UTC))
    for number in range(PEOPLE):
        person = telegram.new_user(User(5000 + number, f"Person {number}", None, None, "en"))
        for task in range(TASKS_EACH):
            telegram.say(person, f"/add task {task}")
    return telegram


async def go_away(postgresql: PostgreSQL, name: str) -> None:
    """End every connection to the database and refuse new ones."""
    everybody = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
    await postgresql.execute(
        f"ALTER DATABASE {name} ALLOW_CONNECTIONS false", f"{everybody}'{name}'"
    )


async def come_back(postgresql: PostgreSQL, name: str) -> None:
    await postgresql.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")


async def tasks(application: Application) -> Counter[tuple[object, str]]:
    async with application.database.begin() as session:
        rows = (await session.exec(select(Task.chat_id, Task.title))).all()
    return Counter((chat, title) for chat, title in rows)


async def until(telegram: Telegram, happened: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not happened():
            await telegram.changed.wait()


def has_answered(telegram: Telegram, goal: int) -> bool:
    return sum(call.method == "sendMessage" for call in telegram.calls) >= goal


def at_once(bot: Bot) -> Outbox:
    limits = Limits(whole=10_000, bulk=10_000, chat_gap=0.0)
    return Outbox(bot, pace=Pace(limits))


async def test_an_outage_loses_nothing_and_doubles_nothing(
    postgresql: PostgreSQL, name: str, telegram: Telegram, server: Server
) -> None:
    settings = Settings(
        _env_file=None,
        bot_token=telegram.token,
        telegram_api_url=server.address,
        database_url=postgresql.url_of(name),
        listen="127.0.0.1:0",
    )
    application = compose(settings, make_outbox=at_once)
    with capture_logs():  # hundreds of tracebacks, and showing them takes longer than the rest
        found = await through_outages(application, telegram, postgresql, name)
    assert len(found) == PEOPLE * TASKS_EACH
    assert set(found.values()) == {1}
    assert application.counts().get("crashed", 0) == 0


async def through_outages(
    application: Application, telegram: Telegram, postgresql: PostgreSQL, name: str
) -> Counter[tuple[object, str]]:
    """Let the bot do all that waits while the database comes and goes; what is stored then."""
    await application.start()
    try:
        for goal in OUTAGES:
            await until(telegram, partial(has_answered, telegram, goal))
            await go_away(postgresql, name)
            assert "the database does not answer" in await application.missing()
            await come_back(postgresql, name)
        await until(telegram, lambda: not telegram.pending_updates)
        return await tasks(application)
    finally:
        await application.stop()
