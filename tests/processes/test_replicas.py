"""Two replicas with webhooks on one PostgreSQL, behind the proxy of deploy/: one effect of each
update, order in each chat, and nothing lost when one is frozen or killed."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import time
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import aiohttp
from sqlmodel import select

from bot.playground.page.server import Server
from bot.playground.telegram import Telegram
from bot.playground.world import User
from bot.web.webhook import SECRET_HEADER
from storage.models import Chat, Task
from storage.pushes.claims import LEASE as OF_PUSHES
from storage.talk.answers import LEASE as OF_ANSWERS
from tests.support import debian
from tests.support.crowd import arrivals, crowd, remind
from tests.support.databases import planning_database
from tests.support.processes import ROOT, start_bot, until
from tests.support.servers import nobodys_port

SECRET = "ab12"
MORE = 5.0  # seconds beyond a lease in which another has taken over
PEOPLE = 8
FIRST, SECOND, THIRD = range(16), range(16, 32), range(32, 48)  # numbers of errands
ALL, REMINDERS = 48, 24
ERRAND = re.compile(r"errand (\d+)\b")


class Replicas:
    """Two processes behind the proxy."""

    def __init__(self, telegram: Telegram, server: Server, url: str, folder: Path) -> None:
        self.telegram, self.server, self.url, self.folder = telegram, server, url, folder
        self.ports = [nobodys_port(), nobodys_port()]
        self.proxy, self.alive = nobodys_port(), nobodys_port()
        self.bots: list[Process] = []
        self._caddy: Process | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.proxy}"

    async def __aenter__(self) -> Replicas:
        facts = {
            "DOMAIN": self.address,
            "ALIVE": f"http://127.0.0.1:{self.alive}",
            "REPLICAS": " ".join(f"127.0.0.1:{port}" for port in self.ports),
            "HOME": str(self.folder),
        }
        config = ("--config", str(ROOT / "deploy/Caddyfile"), "--adapter", "caddyfile")
        caddy = (debian.program("caddy"), "run", *config)
        self._caddy = await asyncio.create_subprocess_exec(
            *caddy, env={**os.environ, **facts}, stderr=asyncio.subprocess.DEVNULL
        )
        self.bots = await asyncio.gather(*(self.started(port) for port in self.ports))
        for address in (f"http://127.0.0.1:{self.alive}", *map(self.direct, self.ports)):
            await answers(f"{address}/readyz")
        return self

    async def started(self, port: int) -> Process:
        facts = {
            "MODE": "webhook",
            "WEBHOOK_URL": f"{self.address}/telegram",
            "WEBHOOK_SECRET": SECRET,
            "LISTEN": f"127.0.0.1:{port}",
            "DATABASE_DIRECT_URL": self.url,
        }
        return await start_bot(self.telegram, self.server, self.url, self.folder, **facts)

    def direct(self, port: int) -> str:
        return f"http://127.0.0.1:{port}"

    async def __aexit__(self, *_: object) -> None:
        for process in (*self.bots, self._caddy):
            if process is not None and process.returncode is None:
                process.kill()
                await process.wait()


async def answers(address: str) -> None:
    """Return when an address answers with 2xx."""
    async with asyncio.timeout(90), aiohttp.ClientSession() as http:
        while True:
            try:
                async with http.get(address) as answer:
                    if answer.ok:
                        return
            except aiohttp.ClientConnectionError:
                pass
            await asyncio.sleep(0.1)


def answered(telegram: Telegram) -> Counter[int]:
    """How often each errand was answered."""
    return Counter(
        int(number)
        for call in telegram.calls_of("sendMessage")
        if call.refusal is None
        for number in ERRAND.findall(str(call.params.get("text", "")))
    )


def has_answered(telegram: Telegram, numbers: range) -> bool:
    return set(numbers) <= answered(telegram).keys()


def write(telegram: Telegram, people: list[User], numbers: range) -> None:
    """One errand after the other, from one person after the other."""
    for number in numbers:
        telegram.say(people[number % len(people)], f"errand {number}")


async def stored(url: str) -> dict[int, list[str]]:
    """The titles of each chat's tasks, by their numbers."""
    database = planning_database(url)
    query = select(Chat.telegram_id, Task.title).where(Task.chat_id == Chat.id)
    async with database.read() as session:
        rows = (await session.exec(query.order_by("number"))).all()
    await database.close()
    titles: dict[int, list[str]] = {}
    for chat, title in rows:
        if ERRAND.match(title):
            titles.setdefault(chat, []).append(title)
    return titles


def in_order(people: list[User], count: int) -> dict[int, list[str]]:
    """What each person's list should have."""
    return {
        person.id: [f"errand {n}" for n in range(at, count, len(people))]
        for at, person in enumerate(people)
    }


async def test_a_replica_that_goes_away_loses_nothing(
    telegram: Telegram, server: Server, own_url: str, tmp_path: Path
) -> None:
    people = crowd(telegram, PEOPLE)
    async with Replicas(telegram, server, own_url, tmp_path) as replicas:
        first, second = replicas.bots
        write(telegram, people, FIRST)
        await until(telegram, partial(has_answered, telegram, FIRST), second)

        first.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        write(telegram, people, SECOND)
        await until(telegram, partial(has_answered, telegram, range(SECOND[-1] + 1)), second)
        assert time.monotonic() - began < OF_ANSWERS.total_seconds() + MORE
        first.send_signal(signal.SIGCONT)
        await answers(f"{replicas.direct(replicas.ports[0])}/readyz")

        write(telegram, people, THIRD)
        await until(telegram, partial(has_answered, telegram, range(THIRD[0] + 1)), first)
        second.kill()
        await until(telegram, partial(has_answered, telegram, range(ALL)), first)
        async with aiohttp.ClientSession() as http:
            for path in ("/metrics", "/healthz", "/readyz", "/"):
                async with http.get(replicas.address + path) as answer:
                    assert answer.status == 404, f"{path} is nothing for the public"
    assert await stored(own_url) == in_order(people, ALL), "each once, and in its order"
    twice = answered(telegram).total() - ALL
    assert twice <= 2, "one that was on its way in a frozen or killed process may come again"


async def test_an_update_that_comes_to_both_has_one_effect(
    telegram: Telegram, server: Server, own_url: str, tmp_path: Path
) -> None:
    people = crowd(telegram, PEOPLE)
    async with Replicas(telegram, server, own_url, tmp_path) as replicas:
        await telegram.call("deleteWebhook", {})
        write(telegram, people, FIRST)
        updates = telegram.pending_updates
        await asyncio.gather(*(to_both(replicas, updates[of::PEOPLE]) for of in range(PEOPLE)))
        await until(telegram, partial(has_answered, telegram, FIRST), replicas.bots[0])
        await reminded_although_one_freezes(replicas, people)
    assert await stored(own_url) == in_order(people, len(FIRST))
    assert set(answered(telegram).values()) == {1}
    arrived = sum(len(at) for at in arrivals(telegram).values())
    assert arrived <= REMINDERS + 1, "the one that was on its way may come again"


async def to_both(replicas: Replicas, updates: Sequence[dict[str, object]]) -> None:
    """Post one chat's updates, each to both replicas at the same time."""
    async with aiohttp.ClientSession(headers={SECRET_HEADER: SECRET}) as http:

        async def post(update: dict[str, object], port: int) -> None:
            async with http.post(f"{replicas.direct(port)}/telegram", json=update) as answer:
                assert answer.status == 200

        for update in updates:
            await asyncio.gather(*(post(update, port) for port in replicas.ports))


async def reminded_although_one_freezes(replicas: Replicas, people: list[User]) -> None:
    telegram, (first, second) = replicas.telegram, replicas.bots
    now = datetime.now(UTC)
    due = [now + timedelta(seconds=3 + n / 10) for n in range(REMINDERS)]
    database = planning_database(replicas.url)
    await remind(database, people, due, now=now)
    await database.close()
    await until(telegram, lambda: len(arrivals(telegram)) > 3, first)
    first.send_signal(signal.SIGSTOP)
    last = max(*due, datetime.now(UTC) + OF_PUSHES)
    await until(telegram, lambda: len(arrivals(telegram)) == REMINDERS, second)
    assert datetime.now(UTC) < last + timedelta(seconds=MORE)
    first.send_signal(signal.SIGCONT)
    await answers(f"{replicas.direct(replicas.ports[0])}/readyz")
    await asyncio.sleep(1)  # what it had in hand would leave now
