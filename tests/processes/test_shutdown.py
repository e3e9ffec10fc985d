"""SIGTERM ends the process within ten seconds, whatever hangs; a second one ends it at once."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from pathlib import Path

import asyncpg
import pytest
from aiohttp import web
from aiohttp.typedefs import Handler

from bot.playground.page.server import HOST, Server, application
from bot.playground.telegram import Telegram
from bot.playground.world import User
from tests.support.databases import PostgreSQL
from tests.support.processes import ROOT, start_bot, until

WITHIN = 10.0  # seconds
FILE = "dueto.db"


@pytest.fixture
def telegram() -> Telegram:
    return Telegram(now=lambda: datetime.now(UTC))


@asynccontextmanager
async def hanging(telegram: Telegram) -> AsyncIterator[Server]:
    """The stand-in, which takes every message and never answers."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        answer = await handler(request)
        if request.match_info.get("method", "") == "sendMessage":
            await asyncio.sleep(60)
        return answer

    app = application(telegram)
    app.middlewares.append(middleware)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    server = Server(runner, runner.addresses[0][1])
    yield server
    await server.close()


async def seconds_to_end(bot: Process) -> float:
    began = time.monotonic()
    bot.send_signal(signal.SIGTERM)
    await asyncio.wait_for(bot.wait(), 30)
    return time.monotonic() - began


async def until_sent(telegram: Telegram, bot: Process) -> None:
    ann = telegram.new_user(User(1, "Ann", None, None, "en"))
    telegram.say(ann, "/add Buy milk")
    await until(telegram, lambda: bool(telegram.calls_of("sendMessage")), bot)


async def test_telegram_hangs(telegram: Telegram, tmp_path: Path) -> None:
    async with hanging(telegram) as server:
        bot = await start_bot(telegram, server, f"sqlite:///{tmp_path / FILE}", tmp_path)
        await until_sent(telegram, bot)
        assert await seconds_to_end(bot) < WITHIN
        assert bot.returncode == 0
    with closing(sqlite3.connect(tmp_path / FILE)) as store:
        assert store.execute("SELECT count(*) FROM pollers").fetchone() == (0,)
        ((leaves_at,),) = store.execute("SELECT leaves_at FROM task_messages WHERE answer NOT NULL")
    assert datetime.fromisoformat(leaves_at).replace(tzinfo=UTC) <= datetime.now(UTC), (
        "another process sends the answer at once"
    )


async def test_a_second_signal_ends_it_at_once(telegram: Telegram, tmp_path: Path) -> None:
    async with hanging(telegram) as server:
        bot = await start_bot(telegram, server, f"sqlite:///{tmp_path / FILE}", tmp_path)
        await until_sent(telegram, bot)
        bot.send_signal(signal.SIGTERM)
        await asyncio.sleep(0.5)
        assert bot.returncode is None, "an answer is on its way still"
        assert await seconds_to_end(bot) < 1
        assert bot.returncode == 128 + signal.SIGTERM


async def test_the_database_hangs(
    telegram: Telegram, postgresql: PostgreSQL, tmp_path: Path
) -> None:
    """Every statement waits: the tables that all transactions need are locked."""
    name = await postgresql.create_migrated()
    url = postgresql.url_of(name)
    async with hanging(telegram) as server:
        bot = await start_bot(telegram, server, url, tmp_path)
        await until_sent(telegram, bot)
        lock = await asyncpg.connect(url)
        async with lock.transaction():
            await lock.execute("LOCK TABLE received_updates, task_messages, reminders, pollers")
            telegram.say(telegram.world.users[1], "/add Buy bread")
            await asyncio.sleep(0.5)
            assert await seconds_to_end(bot) < WITHIN
        await lock.close()
    await postgresql.drop(name)


BLOCKED = """
import asyncio, time
from bot.commands.ending import finish
from bot.stopping import stop_signals

async def blocked() -> int:
    with stop_signals(ends_process=True):
        print("ready", flush=True)
        time.sleep(60)
    return 0

finish(blocked())
"""


async def test_the_event_loop_is_blocked() -> None:
    """As a disk that hangs blocks it: nothing can be done in order."""
    program = (sys.executable, "-c", BLOCKED)
    bot = await asyncio.create_subprocess_exec(*program, cwd=ROOT, stdout=PIPE)
    assert bot.stdout is not None
    assert await bot.stdout.readline() == b"ready\n"
    assert 5 < await seconds_to_end(bot) < WITHIN
    assert bot.returncode == 1
