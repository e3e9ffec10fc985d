"""Two processes poll with one token: the second stands by, and takes over when the first is frozen
or told to stop."""

from __future__ import annotations

import asyncio
import signal
import time
from asyncio.subprocess import Process
from pathlib import Path

import aiohttp

from bot.playground.page.server import Server
from bot.playground.telegram import Telegram
from bot.playground.world import User
from tests.support.processes import answers, start_bot, until
from tests.support.servers import nobodys_port

TAKEN_OVER = 15.0  # seconds after the first has died, at most


async def readiness(port: int) -> str:
    """What /readyz says as soon as the process answers, with its status."""
    async with asyncio.timeout(60), aiohttp.ClientSession() as http:
        while True:
            try:
                async with http.get(f"http://127.0.0.1:{port}/readyz") as answer:
                    said = await answer.text()
                    if "not reached" not in said:
                        return f"{answer.status} {said}"
            except aiohttp.ClientConnectionError:
                pass
            await asyncio.sleep(0.1)


async def steps(port: int, *, back: bool) -> None:
    """Return when a process has become a standby, or is none any more."""
    async with asyncio.timeout(30):
        while True:
            if ("standing by" in await readiness(port)) is back:
                return
            await asyncio.sleep(0.1)


class Talk:
    """Somebody who writes; what they get is counted."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.ann = telegram.new_user(User(1, "Ann", None, None, "en"))
        self.said = 0

    async def answered(self, bot: Process) -> float:
        """Write, and wait for the answer of this process; the seconds that it took."""
        began, before = time.monotonic(), answers(self.telegram)
        self.said += 1
        self.telegram.say(self.ann, f"/add task {self.said}")
        await until(self.telegram, lambda: answers(self.telegram) > before, bot)
        return time.monotonic() - began


async def test_the_second_stands_by_for_the_first(
    telegram: Telegram, server: Server, own_url: str, tmp_path: Path
) -> None:
    talk, ports = Talk(telegram), [nobodys_port(), nobodys_port()]
    bots: list[Process] = []
    try:
        for port in ports:
            listen = f"127.0.0.1:{port}"
            bots.append(await start_bot(telegram, server, own_url, tmp_path, LISTEN=listen))
            await until(telegram, lambda: telegram.is_polled, bots[0])
            assert (await readiness(port)).startswith("200 ok")
        first, second = bots
        assert "standing by" in await readiness(ports[1])
        await talk.answered(first)

        first.send_signal(signal.SIGSTOP)
        assert await talk.answered(second) < TAKEN_OVER
        first.send_signal(signal.SIGCONT)
        await steps(ports[0], back=True)
        await talk.answered(second)

        second.send_signal(signal.SIGTERM)
        began = time.monotonic()
        await steps(ports[0], back=False)
        assert time.monotonic() - began < 5, "it was given back, so nobody waits for its end"
        assert await asyncio.wait_for(second.wait(), 10) == 0
        await talk.answered(first)
    finally:
        for bot in bots:
            if bot.returncode is None:
                bot.kill()
                await bot.wait()
    assert answers(telegram) == talk.said, "nothing was answered twice"
