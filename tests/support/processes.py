"""The bot's real process, started beside the stand-in and killed."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.playground.page.server import Server
from bot.playground.telegram import Telegram

PATIENCE = 90.0  # seconds for one step: a start alone takes 20 on a machine that is very busy
ROOT = Path(__file__).parents[2]


async def start_bot(
    telegram: Telegram, server: Server, database_url: str, folder: Path, **more: str
) -> Process:
    """Start `dueto run` in a folder without an .env, against the stand-in's server; `more` are
    further settings."""
    settings = {
        "BOT_TOKEN": telegram.token,
        "TELEGRAM_API_URL": server.address,
        "DATABASE_URL": database_url,
        "LISTEN": "127.0.0.1:0",
        "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))),
    }
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run"),
        cwd=folder,
        env={**os.environ, **settings, **more},
        stdin=asyncio.subprocess.DEVNULL,
    )


async def until(telegram: Telegram, happened: Callable[[], bool], bot: Process) -> None:
    """Wait until something shows in Telegram. Fails if the bot ends before."""
    ended = asyncio.ensure_future(bot.wait())
    async with asyncio.timeout(PATIENCE):
        while not happened():
            change = asyncio.ensure_future(telegram.changed.wait())
            await asyncio.sleep(0)  # it waits from here on, and hears of every change
            if not happened():
                await asyncio.wait({change, ended}, return_when=asyncio.FIRST_COMPLETED)
            change.cancel()
            assert not ended.done(), f"the bot ended with {bot.returncode}"
    ended.cancel()


async def kill(bot: Process) -> None:
    """Kill it with SIGKILL and wait for its end."""
    bot.kill()
    assert await bot.wait() == -signal.SIGKILL


@asynccontextmanager
async def killed_at_the_end(
    telegram: Telegram, server: Server, database_url: str, folder: Path
) -> AsyncIterator[Process]:
    """Start the bot, and kill it when the block ends, however that ends."""
    bot = await start_bot(telegram, server, database_url, folder)
    try:
        yield bot
    finally:
        if bot.returncode is None:
            await kill(bot)


def answers(telegram: Telegram) -> int:
    """How many messages the bot has sent or tried to send."""
    return sum(call.method == "sendMessage" for call in telegram.calls)
