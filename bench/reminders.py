"""How late reminders are, one at a time and 2,000 at once, and what a million of them cost.

python -m bench.reminders                        all, on SQLite and on PostgreSQL
python -m bench.reminders --database sqlite --only crowd

lone    one reminder at a time, the bot's real process against the stand-in
crowd   2,000 of one second in as many chats at Telegram's 30 a second, while somebody else reads
        their list again and again
paid    8,000 of one second with 1,000 a second allowed, as a paid broadcast, while ten others
        read their lists
claim   claiming and keeping the next reminder with 1,000,000 pending rows beside 10,000
start   from the start of the process to its first call of Telegram, with as many and with none

Prints Markdown tables; the ratios inside one run are what counts.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import text

from bench._copied import let_be_due, remind_copies
from bot.playground.page.server import Server, serve
from bot.playground.telegram import Telegram
from bot.playground.world import User
from storage.database import Database, create_engine
from storage.migrations import upgrade
from storage.pushes.claims import claim
from storage.pushes.outcomes import mark_sent
from storage.pushes.plans.replanning import replan_changed
from storage.settings import DatabaseSettings
from tests.support.crowd import arrivals, crowd, lateness, percentile, remind
from tests.support.databases import address_of, empty_database
from tests.support.processes import kill, start_bot, until

LONE = 40  # reminders, one after the other
APART = 0.7  # seconds between two of them: no divisor of the worker's interval
CROWD = 2_000
LIMIT = 30  # messages a second, Telegram's
PAID_CROWD, PAID_LIMIT = 8_000, 1_000
READERS = 10
FEW, MANY = 10_000, 1_000_000
CLAIMS, STARTS = 300, 10
WARM = 2  # times that something is done before it is measured
ASKED = 40  # times that a list is read while nothing else is to do
BETWEEN = timedelta(seconds=1.5)  # two of them
AHEAD = timedelta(seconds=30)  # for the bot to start, and for slow answers

# Pending reminders of the one task that is there, a second apart from tomorrow on.
ROWS = {
    "sqlite": """
WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :last)
INSERT INTO reminders (id, slot, kind, state, chat_id, topic, task_id, key, occurrence_at, fire_at,
    on_purpose, attempts)
SELECT lower(hex(randomblob(16))), 'bench:' || n, kind, 'pending', chat_id, topic, task_id, key,
    occurrence_at, strftime('%Y-%m-%d %H:%M:%S.000000', 'now', '+1 day', '+' || n || ' seconds'),
    on_purpose, 0
FROM numbers, (SELECT * FROM reminders LIMIT 1)""",
    "postgresql": """
INSERT INTO reminders (id, slot, kind, state, chat_id, topic, task_id, key, occurrence_at, fire_at,
    on_purpose, attempts)
SELECT gen_random_uuid(), 'bench:' || n, kind, 'pending', chat_id, topic, task_id, key,
    occurrence_at, now() + interval '1 day' + n * interval '1 second', on_purpose, 0
FROM generate_series(1, CAST(:last AS int)) AS n,
    (SELECT * FROM reminders LIMIT 1) AS one""",
}


@dataclass(frozen=True, slots=True)
class Bench:
    """A migrated database of its own, and the stand-in that its bot speaks to."""

    settings: DatabaseSettings
    database: Database
    telegram: Telegram
    server: Server
    folder: Path
    bots: list[Process] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=partial(count, 1))  # of messages

    async def bot(self, **more: str) -> Process:
        """The bot's process, as soon as it waits for updates; `more` are settings."""
        bot = await self.start(**more)
        await until(self.telegram, lambda: self.telegram.is_polled, bot)
        return bot

    async def start(self, **more: str) -> Process:
        address = address_of(self.settings)
        bot = await start_bot(self.telegram, self.server, address, self.folder, **more)
        self.bots.append(bot)
        return bot

    async def end(self) -> None:
        """Kill the processes that still run."""
        while self.bots:
            bot = self.bots.pop()
            if bot.returncode is None:
                await kill(bot)


@asynccontextmanager
async def bench(wanted: str, *, limits: bool = False) -> AsyncIterator[Bench]:
    """Everything that a measurement needs, thrown away afterwards."""
    with empty_database(wanted) as settings:
        await upgrade(settings)
        database = Database(settings, planner=replan_changed, default_zone="UTC")
        telegram = Telegram(now=lambda: datetime.now(UTC), limits=limits)
        server = await serve(telegram, port=0)
        try:
            with tempfile.TemporaryDirectory(prefix="dueto-bench-") as folder:
                one = Bench(settings, database, telegram, server, Path(folder))
                try:
                    yield one
                finally:
                    await one.end()
        finally:
            await server.close()
            await database.close()


async def lone(wanted: str) -> str:
    """Lateness of reminders that come one at a time."""
    async with bench(wanted) as one:
        people = crowd(one.telegram, LONE)
        now = datetime.now(UTC)
        due = [now + timedelta(seconds=10 + APART * n) for n in range(LONE)]
        await remind(one.database, people, due, now=now)
        bot = await one.bot()
        for number in range(LONE):
            await until(one.telegram, partial(_has_come, one.telegram, number), bot)
        late = lateness(arrivals(one.telegram), due)
    shown = f"{percentile(late, 0.5):.2f} | {percentile(late, 0.99):.2f}"
    return f"| {wanted} | {LONE} | {shown} | 1.00 |"


def _has_come(telegram: Telegram, number: int) -> bool:
    return number in arrivals(telegram)


async def together(wanted: str) -> str:
    """When the last of a crowd leaves, and what that does to somebody who reads their list."""
    async with bench(wanted, limits=True) as one:
        reader, *people = crowd(one.telegram, CROWD + 1)
        due = datetime.now(UTC) + await _time_to_plan(one) + ASKED * BETWEEN + AHEAD
        await remind(one.database, people, [due] * CROWD, now=datetime.now(UTC))
        bot = await one.bot()
        await _listed(one, reader, bot)  # what is imported and prepared once
        idle = [await _listed(one, reader, bot) for _ in range(ASKED)]
        wait = (due - datetime.now(UTC)).total_seconds()
        assert wait > 0, "planning took so long that the crowd was due before it ended"
        await asyncio.sleep(wait + 1)
        busy = []
        while len(arrivals(one.telegram)) < CROWD:
            busy.append(await _listed(one, reader, bot))
        arrived = arrivals(one.telegram)
        refused = sum(
            call.refusal is not None and call.params["chat_id"] != str(reader.id)
            for call in one.telegram.calls_of("sendMessage")
        )
    took = lateness(arrived, [due] * CROWD)[-1]
    alone, beside = (percentile(sorted(taken), 0.95) * 1000 for taken in (idle, busy))
    goal = 1.05 * CROWD / LIMIT + 1
    return (
        f"| {wanted} | {took:.1f} | {goal:.1f} | {CROWD - len(arrived)} | {refused} "
        f"| {alone:.0f} | {beside:.0f} (×{beside / alone:.1f}) |"
    )


async def paid(wanted: str) -> str:
    """How fast a crowd leaves where Telegram is paid for it, and what that does to answers."""
    async with bench(wanted, limits=True) as one:
        everybody = crowd(one.telegram, PAID_CROWD + READERS)
        readers, people = everybody[:READERS], everybody[READERS:]
        await remind_copies(one.database, people, now=datetime.now(UTC))
        due = datetime.now(UTC) + AHEAD  # told before the bot looks for the first time
        await let_be_due(one.database, due)
        bot = await one.bot(BULK_PER_SECOND=str(PAID_LIMIT))
        idle = await _read_until(one, readers, bot, lambda: datetime.now(UTC) >= due)
        spent = _cpu(bot)
        busy = await _read_until(one, readers, bot, lambda: _delivered(one) >= PAID_CROWD)
        arrived = arrivals(one.telegram)
        took = lateness(arrived, [due] * PAID_CROWD)[-1]
        cpu = (_cpu(bot) - spent) / took
        doubled = sum(len(at) - 1 for at in arrived.values())
        refused = sum(call.refusal is not None for call in one.telegram.calls_of("sendMessage"))
    idle.sort()
    busy.sort()
    shown = [
        f"{percentile(kept, share) * 1000:.0f}" for kept in (idle, busy) for share in (0.5, 0.99)
    ]
    return (
        f"| {wanted} | {took:.0f} | {PAID_CROWD / took:.0f} | {PAID_CROWD - len(arrived)} "
        f"| {doubled} | {refused} | {cpu:.0%} "
        f"| {shown[0]} / {shown[1]} | {shown[2]} / {shown[3]} (n = {len(busy)}) |"
    )


def _delivered(one: Bench) -> int:
    paid = (call.params.get("allow_paid_broadcast") for call in one.telegram.calls)
    return sum(bool(flag) for flag in paid)


def _cpu(bot: Process) -> float:
    """Seconds of the processor that a process has had."""
    fields = Path(f"/proc/{bot.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _read_until(
    one: Bench, readers: Sequence[User], bot: Process, is_over: Callable[[], bool]
) -> list[float]:
    """Each reads their list again and again; the seconds that each answer took."""
    taken: list[float] = []

    async def read(reader: User) -> None:
        await _listed(one, reader, bot)  # what is imported and prepared once
        while not is_over():
            taken.append(await _listed(one, reader, bot))

    async with asyncio.TaskGroup() as group:
        for reader in readers:
            group.create_task(read(reader))
            await asyncio.sleep(BETWEEN.total_seconds() / len(readers))
    return taken


async def _time_to_plan(one: Bench, people: int = CROWD) -> timedelta:
    """How long the crowd will take to be put into the store, generously."""
    tried = people // 20
    began = datetime.now(UTC)
    later = began + timedelta(days=1)
    await remind(one.database, crowd(one.telegram, tried), [later] * tried, now=began)
    return (datetime.now(UTC) - began) * 30


async def _listed(one: Bench, reader: User, bot: Process) -> float:
    """Seconds from `/list` to its answer, then a pause: a chat takes one message a second."""
    posts = one.telegram.world.chats[reader.id].posts
    before = len(posts) + 2
    began = perf_counter()
    one.telegram.say(reader, "/list")
    await until(one.telegram, lambda: len(posts) >= before, bot)
    took = perf_counter() - began
    await asyncio.sleep(max(0.0, BETWEEN.total_seconds() - took))
    return took


async def claims(wanted: str) -> str:
    """What it costs to claim and keep one reminder, few and many others pending."""
    async with bench(wanted) as small, bench(wanted) as large:
        now = datetime.now(UTC)
        at = now + timedelta(hours=1)
        for one, pending in ((small, FEW), (large, MANY)):
            due = [at] * (CLAIMS + WARM)
            await remind(one.database, crowd(one.telegram, 1), due, now=now)
            await _fill(one.settings, pending)
        few, many = await _in_turns(small, large, CLAIMS, partial(_claimed, now=at))
    few, many = few * 1000, many * 1000
    return f"| {wanted} | {few:.2f} | {many:.2f} | ×{many / few:.2f} | ×1.10 |"


async def _in_turns(
    small: Bench, large: Bench, times: int, work: Callable[[Bench], Awaitable[float]]
) -> tuple[float, float]:
    """Median seconds of the same work in both, one after the other: noise then meets both."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(times + WARM):
        for one, kept in ((small, taken[0]), (large, taken[1])):
            kept.append(await work(one))
    return median(taken[0][WARM:]), median(taken[1][WARM:])


async def _claimed(one: Bench, *, now: datetime) -> float:
    """Seconds to claim the next reminder and to keep that it was sent."""
    began = perf_counter()
    async with one.database.begin() as session:
        claimed = await claim(session, now=now)
    assert claimed is not None
    async with one.database.begin() as session:
        await mark_sent(session, claimed, next(one.numbers), now=now)
    return perf_counter() - began


async def _fill(settings: DatabaseSettings, pending: int) -> None:
    """Pending rows, all of them due tomorrow or later, and what autovacuum would do."""
    engine = create_engine(settings, migrating=True)
    async with engine.begin() as connection:
        await connection.execute(text(ROWS[settings.dialect]), {"last": pending})
    async with engine.connect() as connection:
        plain = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await plain.execute(text("ANALYZE"))
    await engine.dispose()


async def starts(wanted: str) -> str:
    """Seconds until a process speaks to Telegram, with nothing and with very much pending."""
    async with bench(wanted) as none, bench(wanted) as large:
        now = datetime.now(UTC)
        due = [now + timedelta(days=1)]
        await remind(large.database, crowd(large.telegram, 1), due, now=now)
        await _fill(large.settings, MANY)
        empty, full = await _in_turns(none, large, STARTS, _started)
    return f"| {wanted} | {empty:.2f} | {full:.2f} | ×{full / empty:.2f} | ×1.10 |"


async def _started(one: Bench) -> float:
    """Seconds from the start of a process to its first call."""
    one.telegram.calls.clear()
    began = perf_counter()
    bot = await one.start()
    await until(one.telegram, lambda: bool(one.telegram.calls), bot)
    took = perf_counter() - began
    await one.end()
    return took


@dataclass(frozen=True, slots=True)
class Table:
    """A measurement, and the head of its table."""

    title: str
    head: str
    line: Callable[[str], Awaitable[str]]


TABLES = {
    "lone": Table(
        "A reminder of its own: seconds late",
        "| database | reminders | p50 | p99 | goal: p99 |",
        lone,
    ),
    "crowd": Table(
        f"{CROWD:,} reminders of one second in as many chats",
        "| database | the last left after s | goal | missing | refused by Telegram "
        "| `/list` p95, idle: ms | meanwhile |",
        together,
    ),
    "paid": Table(
        f"{PAID_CROWD:,} reminders due at once, {PAID_LIMIT:,} a second allowed",
        "| database | the last left after s | a second | missing | doubled | refused by Telegram "
        "| the bot's CPU "
        f"| `/list` of {READERS} people, idle: p50 / p99 ms | meanwhile |",
        paid,
    ),
    "claim": Table(
        "Claiming a reminder and keeping that it was sent: median ms",
        f"| database | {FEW:,} pending | {MANY:,} pending | ratio | goal |",
        claims,
    ),
    "start": Table(
        "From the start of the process to its first call: median s",
        f"| database | none pending | {MANY:,} pending | ratio | goal |",
        starts,
    ),
}


async def run(tables: Sequence[str], databases: Sequence[str]) -> None:
    """Measure one after the other, and print."""
    os.environ.setdefault("LOG_LEVEL", "CRITICAL")
    for name in tables:
        table = TABLES[name]
        print(f"\n{table.title}\n\n{table.head}\n|" + "---|" * (table.head.count("|") - 1))
        for wanted in databases:
            print(await table.line(wanted), flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--database", choices=("sqlite", "postgresql"))
    parser.add_argument("--only", choices=tuple(TABLES))
    chosen = parser.parse_args()
    asyncio.run(
        run(
            [chosen.only] if chosen.only else list(TABLES),
            [chosen.database] if chosen.database else ["sqlite", "postgresql"],
        )
    )
