"""Reminders while processes are killed, sends fail and answers are lost.

Every reminder has to arrive. It may arrive twice where nobody could know that it had: once for
each process that was killed, and once for each answer that was lost.
"""

from __future__ import annotations

import asyncio
import random
from asyncio.subprocess import Process
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlmodel import col, func, select

from bot.playground.page.server import Server
from bot.playground.telegram import Telegram
from storage.database import Database
from storage.models import PushState, Reminder
from storage.pushes.plans.replanning import replan_changed
from storage.settings import DatabaseSettings
from tests.support.crowd import arrivals, crowd, lateness, remind
from tests.support.faults import BadLine, Fault, serve_badly
from tests.support.processes import kill, start_bot, until

EACH = 5  # reminders of one chat: six that were missed would be joined in one digest
BEGINS_IN = 2.0  # seconds from the start of the processes to the first reminder
PLANNING = 0.04  # seconds that one reminder takes to be put into the store
LONGEST = 600.0  # seconds after the last is due; what is not there by then is lost
LOOKS = 0.25  # seconds between two looks at what has arrived
SETTLED = (PushState.SENT, PushState.CLOSED)


@dataclass(frozen=True, slots=True)
class Fire:
    """What the reminders go through; times are in seconds.

    With `kills` a process is killed just so often, in the middle of a wave of reminders each time;
    without, as often as there is time for while all of them are sent.
    """

    reminders: int = 3_000
    over: float = 60.0
    processes: int = 1
    killed_every: tuple[float, float] = (2.0, 4.0)
    kills: int | None = None
    one_fails_in: int = 50
    seed: int = 1

    @property
    def waves(self) -> int:
        """How often some of the reminders are put into the store; each becomes due soon after."""
        return 1 if self.kills is None else self.kills + 1


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of them. `unsettled`: rows that do not say that they were sent."""

    reminders: int
    kills: int
    failed: int
    answers_lost: int
    lost: int
    doubles: int
    unsettled: int
    late: Sequence[float]
    took: float

    @property
    def allowed(self) -> int:
        """Doubles that nobody can prevent: Telegram knows no key for "this message once"."""
        return self.kills + self.answers_lost

    @property
    def sound(self) -> bool:
        return not self.lost and not self.unsettled and self.doubles <= self.allowed


class Soak:
    """One run, on a migrated database in which nobody is yet."""

    def __init__(self, fire: Fire, database_url: str, folder: Path) -> None:
        """The processes run in `folder`, away from anybody's .env."""
        self._fire = fire
        self._url = database_url
        self._folder = folder
        self._chance = random.Random(fire.seed)
        self._telegram = Telegram(now=lambda: datetime.now(UTC))
        self._line = BadLine(random.Random(fire.seed + 1), one_in=fire.one_fails_in)
        self._bots: list[Process] = []
        self._due: list[datetime] = []
        self._starts = self._kills = 0

    async def run(self) -> Figures:
        """Plan, start, kill and wait until all is settled."""
        settings = DatabaseSettings.from_url(self._url)
        database = Database(settings, planner=replan_changed, default_zone="UTC")
        server = await serve_badly(self._telegram, self._line)
        try:
            await self._plan(database)
            await asyncio.sleep((self._due[0] - datetime.now(UTC)).total_seconds() - BEGINS_IN)
            began = asyncio.get_running_loop().time()
            await self._under_fire(server, database)
            took = asyncio.get_running_loop().time() - began
            return await self._figures(database, took)
        finally:
            await self._end()
            await server.close()
            await database.close()

    async def _plan(self, database: Database) -> None:
        """Put the next wave of reminders into the store; the first is due soon."""
        fire = self._fire
        count = fire.reminders // fire.waves
        now = datetime.now(UTC)
        apart = timedelta(seconds=fire.over) / fire.reminders
        estimate = timedelta(seconds=BEGINS_IN * (not self._due) + count * PLANNING)
        due = [now + estimate + apart * n for n in range(count)]
        people = crowd(self._telegram, -(-count // EACH))
        await remind(database, people, due, now=now, first=len(self._due))
        self._due += due

    async def _under_fire(self, server: Server, database: Database) -> None:
        """Kill until everything has arrived; then let what is in flight settle."""
        self._bots = [await self._start(server) for _ in range(self._fire.processes)]
        await self._works(self._bots[-1])
        killing = asyncio.create_task(self._kill_on(server, database), name="kills")
        while self._has_time():
            if killing.done() or (self._fire.kills is None and not self._missing()):
                break
            await asyncio.sleep(LOOKS)
        killing.cancel()
        await asyncio.wait({killing})
        if not killing.cancelled():
            killing.result()  # raises what has ended it
        while self._has_time():
            if not (self._missing() or await self._unsettled(database)):
                break
            await asyncio.sleep(LOOKS)

    def _has_time(self) -> bool:
        return datetime.now(UTC) < self._due[-1] + timedelta(seconds=LONGEST)

    async def _start(self, server: Server) -> Process:
        self._starts += 1
        return await start_bot(self._telegram, server, self._url, self._folder)

    async def _works(self, bot: Process) -> None:
        """Return when somebody was reminded since all processes have found Telegram."""
        await until(self._telegram, self._all_are_there, bot)
        sent = self._sent()
        await until(self._telegram, lambda: self._sent() > sent, bot)

    def _all_are_there(self) -> bool:
        return len(self._telegram.calls_of("getMe")) >= self._starts

    def _sent(self) -> int:
        return len(self._telegram.calls_of("sendMessage"))

    async def _kill_on(self, server: Server, database: Database) -> None:
        """Kill one that works: on a slow machine starting takes longer than the time between."""
        while self._fire.kills is None or self._kills < self._fire.kills:
            await asyncio.sleep(self._chance.uniform(*self._fire.killed_every))
            number = self._chance.randrange(len(self._bots))
            await kill(self._bots[number])
            self._kills += 1
            self._bots[number] = await self._start(server)
            if self._fire.kills is not None:
                await until(self._telegram, self._all_are_there, self._bots[number])
                await self._plan(database)
            await self._works(self._bots[number])

    async def _end(self) -> None:
        for bot in self._bots:
            if bot.returncode is None:
                await kill(bot)

    def _missing(self) -> int:
        """How many have not arrived yet."""
        return len(self._due) - len(arrivals(self._telegram))

    async def _unsettled(self, database: Database) -> int:
        query = select(func.count()).where(col(Reminder.state).not_in(SETTLED))
        async with database.begin() as session:
            return (await session.exec(query)).one()

    async def _figures(self, database: Database, took: float) -> Figures:
        arrived = arrivals(self._telegram)
        return Figures(
            reminders=len(self._due),
            kills=self._kills,
            failed=self._line.counts.total(),
            answers_lost=self._line.counts[Fault.DROPPED_AFTER],
            lost=len(self._due) - len(arrived),
            doubles=sum(len(at) - 1 for at in arrived.values()),
            unsettled=await self._unsettled(database),
            late=lateness(arrived, self._due),
            took=took,
        )
