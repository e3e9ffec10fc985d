"""From an update to its answer: a stock echo of python-telegram-bot beside Dueto.

python -m bench.endtoend                          three rounds, on SQLite and on PostgreSQL
python -m bench.endtoend --rounds 1 --seconds 3 --only sqlite
python -m bench.endtoend --profile                where the processor time of Dueto goes, by share

Each is the real process, polling a Bot API over loopback HTTP (`tests.support.loopback`), with the
waits for Telegram's limits lifted. The echo uses httpx and no database. 16 private chats with ten
tasks each write as soon as they are answered (rates and processor time), and then 50 times a
second whatever happens (p99; `/list` and `/add` in turn). Processor time is that of the bot's
process alone, without PostgreSQL's. A machine is never idle twice alike, so the three run in turn
and the ratios of the medians are what counts.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
import tempfile
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from statistics import median
from time import perf_counter

from sqlalchemy import text

from storage.database import create_engine
from storage.migrations import upgrade
from storage.settings import DatabaseSettings
from tests.support.crowd import percentile
from tests.support.databases import address_of, empty_database
from tests.support.loopback import TOKEN, Loopback
from tests.support.processes import ROOT

CHATS = range(1001, 1017)
TASKS = 10  # in each chat, before anything is measured
ADD = "/add Buy milk tomorrow 9am"
LIST = "/list"
PER_SECOND = 50
PATIENCE = 120.0  # seconds for one step
GOALS = {"rate": 0.35, "cpu": 2.5, "p99": 5.0}  # as ratios to the echo's
ECHO = "stock echo"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Chats:
    """People who write, and what they wait for."""

    telegram: Loopback
    waiting: dict[int, float] = field(default_factory=dict)  # by chat: since when
    took: list[float] = field(default_factory=list)
    asked: dict[int, list[float]] = field(default_factory=dict)  # several at once, in their order
    _next: Iterator[str] | None = None
    _all_answered: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.telegram.heard = self._heard

    async def once(self, said: str) -> None:
        """Everybody writes once, and waits."""
        await self._begin(cycle([said]), 0.0)

    async def on(self, said: str, seconds: float) -> tuple[int, float]:
        """Everybody writes as soon as they are answered; how many were answered, in what time."""
        began = perf_counter()
        self.took.clear()
        await self._begin(cycle([said]), seconds)
        return len(self.took), perf_counter() - began

    async def _begin(self, said: Iterator[str], seconds: float) -> None:
        self._all_answered.clear()
        self._next = said
        for chat_id in CHATS:
            self._ask(chat_id)
        await asyncio.sleep(seconds)
        self._next = None
        async with asyncio.timeout(PATIENCE):
            await self._all_answered.wait()

    async def at_a_rate(self, said: Sequence[str], seconds: float) -> list[float]:
        """Write so many times a second whatever happens; the seconds to each answer."""
        self._all_answered.clear()
        self._next = None
        self.took.clear()
        began = perf_counter()
        words, chats = cycle(said), cycle(CHATS)
        for number in range(int(seconds * PER_SECOND)):
            await asyncio.sleep(began + number / PER_SECOND - perf_counter())
            self._all_answered.clear()
            self._write(next(chats), next(words))
        async with asyncio.timeout(PATIENCE):
            await self._all_answered.wait()
        return sorted(self.took)

    def _ask(self, chat_id: int) -> None:
        if self._next is not None:
            self._write(chat_id, next(self._next))

    def _write(self, chat_id: int, said: str) -> None:
        self.asked.setdefault(chat_id, []).append(self.telegram.write(chat_id, said))

    def _heard(self, chat_id: int, answer: str) -> None:
        assert "broke" not in answer, answer
        asked = self.asked.get(chat_id)
        if not asked:  # the second message of a greeting
            return
        self.took.append(perf_counter() - asked.pop(0))
        self._ask(chat_id)
        if not any(self.asked.values()):
            self._all_answered.set()


@dataclass(slots=True)
class Figures:
    """What one process did in one round: answers a second, milliseconds."""

    add_rate: float = 0.0
    list_rate: float = 0.0
    add_cpu: float = 0.0
    list_cpu: float = 0.0
    p99: float = 0.0


@asynccontextmanager
async def running(
    module: str, telegram: Loopback, folder: Path, **environment: str
) -> AsyncIterator[Process]:
    """The process of a bot, from when it polls; killed at the end."""
    settings = {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram.address,
        "LISTEN": "127.0.0.1:0",
        "LOG_LEVEL": "ERROR",
        "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", ""))),
    }
    command = (sys.executable, "-m", module, *(["run"] if module == "bench._unpaced" else []))
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=folder,
        env={**os.environ, **settings, **environment},
        stdin=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(PATIENCE):
            while not telegram.polls:
                assert process.returncode is None, f"{module} ended"
                await asyncio.sleep(0.1)
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
            await process.wait()


def cpu_seconds(process: Process) -> float:
    """Processor time that a process has used, in all of its threads."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


async def measured(
    process: Process, chats: Chats, said: str, seconds: float
) -> tuple[float, float]:
    """Answers a second, and milliseconds of processor time for each."""
    used = cpu_seconds(process)
    answered, took = await chats.on(said, seconds)
    return answered / took, (cpu_seconds(process) - used) * 1000 / answered


async def echo(seconds: float) -> Figures:
    """The stock echo."""
    async with Loopback() as telegram:
        with tempfile.TemporaryDirectory(prefix="dueto-bench-") as folder:
            async with running("bench._echo", telegram, Path(folder)) as process:
                chats = Chats(telegram)
                for _ in range(TASKS):
                    await chats.once(ADD)
                rate, cpu = await measured(process, chats, ADD, seconds)
                late = await chats.at_a_rate((LIST, ADD), seconds)
                return Figures(rate, rate, cpu, cpu, percentile(late, 0.99) * 1000)


def shares(counted: Sequence[tuple[str, int]]) -> str:
    """Shares of the processor time by package, the largest first."""
    whole = sum(count for _, count in counted)
    told = (f"{name} {100 * count / whole:.1f} %" for name, count in counted[:16])
    return "  " + ", ".join(told)


async def dueto(settings: DatabaseSettings, seconds: float) -> Figures:
    """Dueto on an empty, migrated database."""
    async with Loopback() as telegram:
        with tempfile.TemporaryDirectory(prefix="dueto-bench-") as folder:
            url = {"DATABASE_URL": address_of(settings)}
            async with running("bench._unpaced", telegram, Path(folder), **url) as process:
                chats = await settled(telegram)
                figures = Figures()
                figures.list_rate, figures.list_cpu = await measured(process, chats, LIST, seconds)
                late = await chats.at_a_rate((LIST, ADD), seconds)
                figures.p99 = percentile(late, 0.99) * 1000
                before = await tasks_in(settings)
                figures.add_rate, figures.add_cpu = await measured(process, chats, ADD, seconds)
                assert await tasks_in(settings) == before + len(chats.took), "not all is committed"
                return figures


async def settled(telegram: Loopback) -> Chats:
    """Chats that have said where they are, and have some tasks; the bot has warmed up."""
    chats = Chats(telegram)
    for said in ("/start", "/timezone +02:00", *(ADD,) * TASKS, LIST):
        await chats.once(said)
        await asyncio.sleep(0.5)  # for a second message, and what is kept behind an answer
    return chats


async def tasks_in(settings: DatabaseSettings) -> int:
    """How many tasks are committed."""
    engine = create_engine(settings)
    try:
        async with engine.connect() as connection:
            return int((await connection.execute(text("SELECT count(*) FROM tasks"))).scalar_one())
    finally:
        await engine.dispose()


async def one_round(databases: Sequence[str], seconds: float) -> dict[str, Figures]:
    """Each in turn."""
    figures = {ECHO: await echo(seconds)}
    for wanted in databases:
        with empty_database(wanted) as settings:
            await upgrade(settings)
            figures[f"Dueto, {wanted}"] = await dueto(settings, seconds)
    return figures


def table(rounds: Sequence[dict[str, Figures]]) -> str:
    """Medians of the rounds, and their ratios to the echo's."""
    names = list(rounds[0])
    lines = [
        ("", *names, "goal"),
        *(
            (label, *cells(rounds, attribute, decimals), goal)
            for label, attribute, decimals, goal in (
                ("committed `/add` per second", "add_rate", 0, f"≥ ×{GOALS['rate']}"),
                ("`/list` per second", "list_rate", 0, f"≥ ×{GOALS['rate']}"),
                ("processor time of an `/add`: ms", "add_cpu", 1, f"≤ ×{GOALS['cpu']}"),
                ("processor time of a `/list`: ms", "list_cpu", 1, f"≤ ×{GOALS['cpu']}"),
                (f"p99 at {PER_SECOND} updates/s: ms", "p99", 1, f"≤ ×{GOALS['p99']}"),
            )
        ),
    ]
    shown = ["| " + " | ".join(line) + " |" for line in lines]
    return "\n".join([shown[0], "|" + "---|" * len(lines[0]), *shown[1:]])


def cells(rounds: Sequence[dict[str, Figures]], attribute: str, decimals: int) -> list[str]:
    """One row of the table."""
    middle = {
        name: median(getattr(figures[name], attribute) for figures in rounds) for name in rounds[0]
    }
    return [
        f"{value:.{decimals}f}" + ("" if name == ECHO else f" (×{value / middle[ECHO]:.2f})")
        for name, value in middle.items()
    ]


async def profile(databases: Sequence[str], seconds: float) -> None:
    """Print who uses the processor in `/add` and in `/list`: one process for each."""
    for wanted in databases:
        for said in (ADD, LIST):
            print(f"{wanted}, {said}", flush=True)
            with empty_database(wanted) as settings:
                await upgrade(settings)
                await _profiled(settings, said, seconds)


async def _profiled(settings: DatabaseSettings, said: str, seconds: float) -> None:
    with tempfile.TemporaryDirectory(prefix="dueto-bench-") as folder:
        file = Path(folder) / "profile.json"
        noting = {"PROFILE": str(file), "DATABASE_URL": address_of(settings)}
        async with (
            Loopback() as telegram,
            running("bench._unpaced", telegram, Path(folder), **noting) as process,
        ):
            chats = await settled(telegram)
            process.send_signal(signal.SIGUSR1)
            await chats.on(said, seconds)
        print(shares(json.loads(file.read_text(encoding="utf-8"))), flush=True)


async def main() -> None:
    """Measure what the command line asks for, and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5.0, help="of each measurement")
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    parser.add_argument("--profile", action="store_true")
    chosen = parser.parse_args()
    databases = [chosen.only] if chosen.only else ["sqlite", "postgresql"]
    if chosen.profile:
        await profile(databases, chosen.seconds)
        return
    rounds = []
    for _ in range(chosen.rounds):
        rounds.append(await one_round(databases, chosen.seconds))
        print(rounds[-1], file=sys.stderr, flush=True)
    print(table(rounds))


if __name__ == "__main__":
    asyncio.run(main())
