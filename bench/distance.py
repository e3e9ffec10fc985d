"""What a command costs where PostgreSQL is far away: 10 ms more for each round trip.

make bench NAME=distance

The whole bot with the stand-in in memory; a proxy before the database delays what passes. Measured
is an update from its arrival to its commit, after which its answer leaves. Both delays take turns
within one run: a median counts beside the other of its row. Prints a Markdown table.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from sqlalchemy.engine import make_url

from storage.migrations import upgrade
from tests.support.clocks import Time
from tests.support.conversations import Conversation
from tests.support.databases import address_of, empty_database
from tests.support.proxy import HOST, Proxy, proxy_before
from tests.support.setup import a_setup

DELAY = 0.01  # seconds
ROUNDS = 12  # of each command with each delay
KNOWS = 6  # of each before, until the connections know the statements
TASKS = 20


@asynccontextmanager
async def before(url: str) -> AsyncIterator[tuple[str, Proxy]]:
    """A proxy before a server, and the address of a database by way of it."""
    server = make_url(url)
    host = str(server.query.get("host") or server.host)
    async with proxy_before(host, server.port or 5432) as proxy:
        through = server.set(host=HOST, port=proxy.port, query={})
        yield through.render_as_string(hide_password=False), proxy


async def receive(chat: Conversation) -> float:
    """Let what has come in be done; the seconds until its commit."""
    spent = 0.0
    for update in await chat.waiting():
        began = time.perf_counter()
        await chat.application.endpoint.receive(update)
        spent += time.perf_counter() - began
        chat.setup.offset = update["update_id"] + 1
    await chat.application.endpoint.close()
    return spent


async def once(chat: Conversation, what: str) -> float:
    """Say something, or press Done below what was said last."""
    if what == "a press of Done":
        await chat.says("ann", "/add Water the plants tomorrow 9am")
        chat.telegram.press(chat.user("ann"), chat.with_button("ann", "✅ Done"), "✅ Done")
    else:
        chat.telegram.say(chat.user("ann"), what)
    return await receive(chat)


async def measure(chat: Conversation, proxy: Proxy, what: str) -> tuple[float, float, int]:
    """Medians in milliseconds without and with the delay, and the round trips of one."""
    times: dict[float, list[float]] = {0.0: [], DELAY: []}
    for _ in range(KNOWS):
        await once(chat, what)
    for _ in range(ROUNDS):
        for delay, found in times.items():
            proxy.delay = delay
            found.append(await once(chat, what) * 1000)
    near, far = (statistics.median(found) for found in times.values())
    return near, far, round((far - near) / DELAY / 1000)


async def main() -> None:
    sys.stdout.write("| | +0 ms | +10 ms | in round trips |\n|---|---|---|---|\n")
    with empty_database("postgresql") as settings:
        await upgrade(settings)
        async with (
            before(address_of(settings)) as (through, proxy),
            a_setup(through, Time(datetime.now(UTC))) as setup,
        ):
            chat = Conversation(setup, "private")
            for number in range(TASKS):
                await chat.says("ann", f"/add Task {number} tomorrow 9am #home")
            for what in ("/add Buy milk tomorrow 9am", "/list", "a press of Done"):
                show(what, await measure(chat, proxy, what))
                proxy.delay = 0.0


def show(what: str, measured: tuple[float, float, int]) -> None:
    near, far, trips = measured
    told = what if what.startswith("a ") else f"`{what}`"
    sys.stdout.write(f"| {told} | {near:.0f} ms | {far:.0f} ms | {trips} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main())
