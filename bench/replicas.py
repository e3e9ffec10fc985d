"""What several processes on one PostgreSQL do together.

python -m bench.replicas                          all
python -m bench.replicas --only updates --seconds 5

updates  16 chats write as soon as they are answered, to 1, 2 and 4 replicas with webhooks in turn;
         the waits for Telegram's limits are lifted
due      8,000 reminders due at once, 4 replicas, the stand-in enforces Telegram's 30 a second
paid     the same with 1,000 a second allowed, as a paid broadcast, on 1, 2 and 4 replicas

Prints Markdown tables. On a machine of two cores the processes share these with PostgreSQL and the
stand-in, so what they do together ends where the cores do: beside each rate stands what the
machine had left to give.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import aiohttp

from bench._copied import let_be_due, remind_copies
from bench.endtoend import ADD, LIST, TICKS, Chats, cpu_seconds, running, settled
from bench.reminders import AHEAD, PAID_CROWD, PAID_LIMIT, Bench, bench
from storage.migrations import upgrade
from storage.settings import DatabaseSettings
from tests.support.crowd import arrivals, crowd, lateness
from tests.support.databases import address_of, empty_database
from tests.support.loopback import Loopback
from tests.support.servers import nobodys_port

SECRET = "bench"  # noqa: S105  of a webhook that nobody else calls
HEADER = "X-Telegram-Bot-Api-Secret-Token"
DATABASE = "postgresql"
REPLICAS = (1, 2, 4)
LIMIT = 30  # messages a second, Telegram's


class Balancer:
    """Delivers each update to the next replica, and again until one has taken it."""

    def __init__(self, session: aiohttp.ClientSession, addresses: Sequence[str]) -> None:
        self._session = session
        self._addresses = cycle(addresses)
        self._tasks: set[asyncio.Task[None]] = set()

    def deliver(self, update: Any) -> None:
        task = asyncio.create_task(self._post(update))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _post(self, update: Any) -> None:
        while True:
            address = next(self._addresses)
            async with self._session.post(
                f"{address}/telegram", json=update, headers={HEADER: SECRET}
            ) as answer:
                if answer.status == 200:
                    return
            await asyncio.sleep(0.1)


@asynccontextmanager
async def replicas(
    count: int, telegram: Loopback, folder: Path, url: str
) -> AsyncIterator[list[Process]]:
    """So many processes with webhooks, which are balanced."""
    ports = [nobodys_port() for _ in range(count)]
    telegram.polls = 1  # nobody will poll; `running` need not wait
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(aiohttp.ClientSession())
        processes = [
            await stack.enter_async_context(
                running(
                    "bench._unpaced",
                    telegram,
                    folder,
                    DATABASE_URL=url,
                    MODE="webhook",
                    WEBHOOK_URL="http://127.0.0.1/telegram",
                    WEBHOOK_SECRET=SECRET,
                    LISTEN=f"127.0.0.1:{port}",
                )
            )
            for port in ports
        ]
        addresses = [f"http://127.0.0.1:{port}" for port in ports]
        for address in addresses:
            await _ready(session, address)
        telegram.deliver = Balancer(session, addresses).deliver
        yield processes


async def _ready(session: aiohttp.ClientSession, address: str) -> None:
    async with asyncio.timeout(120):
        while True:
            try:
                async with session.get(f"{address}/readyz") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)


async def updates(seconds: float) -> list[str]:
    """Answers a second of `/add` and of `/list`, and the processor time that all took for one."""
    lines = [
        "| replicas | `/add` a second | ratio | ms of theirs each | PostgreSQL's ms each "
        "| `/list` a second | ratio | ms of theirs each | PostgreSQL's ms each |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    first: dict[str, float] = {}
    for count in REPLICAS:
        cells = []
        with empty_database(DATABASE) as settings:
            await upgrade(settings)
            with tempfile.TemporaryDirectory(prefix="dueto-bench-") as folder:
                async with (
                    Loopback() as telegram,
                    replicas(count, telegram, Path(folder), address_of(settings)) as processes,
                ):
                    chats = await settled(telegram)
                    for said in (ADD, LIST):
                        before = server_seconds(settings)
                        rate, cpu = await _measured(processes, chats, said, seconds)
                        server = (server_seconds(settings) - before) * 1000 / len(chats.took)
                        ratio = rate / first.setdefault(said, rate)
                        cells.append(f"{rate:.0f} | ×{ratio:.2f} | {cpu:.1f} | {server:.1f}")
        lines.append(f"| {count} | {' | '.join(cells)} |")
    return lines


def server_seconds(settings: DatabaseSettings) -> float:
    """Processor time of a PostgreSQL that was started here: of its process, of those that it has
    started, and of those of them that have ended."""
    folder = Path(str(settings.connect_args["host"]))
    server = int((folder / "postmaster.pid").read_text().splitlines()[0])
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            if int(stat.parent.name) == server:
                ticks += sum(map(int, fields[11:15]))
            elif int(fields[1]) == server:
                ticks += sum(map(int, fields[11:13]))
    return ticks / TICKS


async def _measured(
    processes: Sequence[Process], chats: Chats, said: str, seconds: float
) -> tuple[float, float]:
    used = sum(map(cpu_seconds, processes))
    answered, took = await chats.on(said, seconds)
    return answered / took, (sum(map(cpu_seconds, processes)) - used) * 1000 / answered


async def together(count: int, allowed: int, crowd_of: int) -> str:
    """So many reminders, due at once, sent by so many processes at the rate that is allowed."""
    async with bench(DATABASE, limits=True) as one:
        people = crowd(one.telegram, crowd_of)
        await remind_copies(one.database, people, now=datetime.now(UTC))
        due = datetime.now(UTC) + AHEAD
        await let_be_due(one.database, due)
        more = {} if allowed == LIMIT else {"BULK_PER_SECOND": str(allowed)}
        bots = [await one.start(**more) for _ in range(count)]
        await asyncio.sleep(max(0.0, (due - datetime.now(UTC)).total_seconds()))
        own, began = process_time(), perf_counter()
        before = server_seconds(one.settings), sum(map(cpu_seconds, bots))
        await _all_have_come(one, bots, crowd_of)
        passed = perf_counter() - began
        server = server_seconds(one.settings) - before[0]
        theirs = sum(map(cpu_seconds, bots)) - before[1]
        arrived = arrivals(one.telegram)
        took = lateness(arrived, [due] * crowd_of)[-1]
        doubled = sum(len(at) - 1 for at in arrived.values())
        refused = sum(call.refusal is not None for call in one.telegram.calls_of("sendMessage"))
        busy = (process_time() - own) / passed
    rate = crowd_of / took
    return (
        f"| {count} | {allowed:,} | {took:.0f} | {rate:.1f} | {rate / allowed:.0%} "
        f"| {crowd_of - len(arrived)} | {doubled} | {refused} | {theirs * 1000 / crowd_of:.1f} "
        f"| {server * 1000 / crowd_of:.1f} | {busy:.0%} |"
    )


async def _all_have_come(one: Bench, bots: Sequence[Process], wanted: int) -> None:
    patience = max(900.0, 2 * wanted / LIMIT)
    async with asyncio.timeout(patience):
        while len(arrivals(one.telegram)) < wanted:
            ended = [bot.returncode for bot in bots if bot.returncode is not None]
            assert not ended, f"a bot ended with {ended[0]}"
            await asyncio.sleep(1)


HEAD = [
    "| replicas | allowed a second | the last left after s | a second | of what is allowed "
    "| lost | doubled | refused by Telegram | ms of theirs each | PostgreSQL's ms each "
    "| the stand-in's CPU |",
    "|---|---|---|---|---|---|---|---|---|---|---|",
]


async def due(reminders: int) -> list[str]:
    """Four replicas at Telegram's limit."""
    return [*HEAD, await together(4, LIMIT, reminders)]


async def paid(reminders: int) -> list[str]:
    """One, two and four with what is paid for."""
    return [*HEAD, *[await together(count, PAID_LIMIT, reminders) for count in REPLICAS]]


async def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=("updates", "due", "paid"))
    parser.add_argument("--seconds", type=float, default=5.0, help="of each measurement of updates")
    parser.add_argument("--reminders", type=int, default=PAID_CROWD)
    chosen = parser.parse_args()
    os.environ.setdefault("LOG_LEVEL", "CRITICAL")
    tables: dict[str, Callable[[], Awaitable[list[str]]]] = {
        "updates": lambda: updates(chosen.seconds),
        "due": lambda: due(chosen.reminders),
        "paid": lambda: paid(chosen.reminders),
    }
    for name in [chosen.only] if chosen.only else tables:
        print("\n".join(await tables[name]()), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
