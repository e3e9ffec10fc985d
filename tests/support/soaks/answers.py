"""Answers while people write, the process is killed and sends fail.

Everything that was received has to be answered. It may be answered twice where nobody could know
that it was: once for each kill, and once for each send of which Telegram's answer was lost.
"""

from __future__ import annotations

import asyncio
import random
import re
from asyncio.subprocess import Process
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import select

from bot.playground.page.server import Server
from bot.playground.telegram import Telegram
from bot.playground.world import User
from storage.database import Database
from storage.models import Task
from storage.pushes.plans.replanning import replan_changed
from storage.settings import DatabaseSettings
from tests.support.crowd import crowd
from tests.support.faults import QUICK, UNCLEAR, BadLine, Fault, serve_badly
from tests.support.processes import kill, start_bot, until

LONGEST = 120.0  # seconds after the last was written; what is not answered by then is lost
LOOKS = 0.25  # seconds between two looks at what has been answered
ERRAND = re.compile(r"errand x(\d+)\b")


@dataclass(frozen=True, slots=True)
class Writing:
    """What people write, and what happens meanwhile; times are in seconds."""

    people: int = 50
    each: int = 20  # messages of one person
    apart: float = 3.0  # between two of these, in the mean
    kills: int = 8
    killed_every: tuple[float, float] = (2.0, 6.0)  # after the process has found Telegram
    one_fails_in: int = 20
    faults: tuple[Fault, ...] = tuple(Fault)
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of it. `missing`: not even committed, though Telegram has all of it still."""

    written: int
    kills: int
    failed: int
    unclear: int
    missing: int
    unanswered: int
    doubles: int
    took: float

    @property
    def allowed(self) -> int:
        """Doubles that nobody can prevent: Telegram knows no key for "this message once"."""
        return self.kills + self.unclear

    @property
    def sound(self) -> bool:
        return not self.missing and not self.unanswered and self.doubles <= self.allowed


class SoakOfAnswers:
    """One run, on a migrated database in which nobody is yet."""

    def __init__(self, writing: Writing, database_url: str, folder: Path) -> None:
        """The process runs in `folder`, away from anybody's .env."""
        self._writing = writing
        self._url = database_url
        self._folder = folder
        self._chance = random.Random(writing.seed)
        self._telegram = Telegram(now=lambda: datetime.now(UTC))
        self._line = BadLine(
            random.Random(writing.seed + 1),
            one_in=writing.one_fails_in,
            faults=writing.faults,
            once=True,  # after two unclear failures an answer is given up: PRODUCT says so
        )
        self._bot: Process | None = None
        self._written = self._kills = self._starts = 0

    async def run(self) -> Answered:
        """Write, kill, and wait until all is answered."""
        server = await serve_badly(self._telegram, self._line)
        began = asyncio.get_running_loop().time()
        try:
            await self._start(server)
            killing = asyncio.create_task(self._kill_on(server), name="kills")
            people = crowd(self._telegram, self._writing.people)
            await asyncio.gather(killing, *(self._write(person) for person in people))
            await self._settled()
            return await self._figures(asyncio.get_running_loop().time() - began)
        finally:
            if self._bot is not None and self._bot.returncode is None:
                await kill(self._bot)
            await server.close()

    async def _start(self, server: Server) -> None:
        self._starts += 1
        self._bot = await start_bot(self._telegram, server, self._url, self._folder)
        await until(self._telegram, self._has_found_telegram, self._bot)

    def _has_found_telegram(self) -> bool:
        return len(self._telegram.calls_of("getMe")) >= self._starts

    async def _kill_on(self, server: Server) -> None:
        """Kill the process in the middle of its work, again and again."""
        for _ in range(self._writing.kills):
            await asyncio.sleep(self._chance.uniform(*self._writing.killed_every))
            answered = self._answers().total()
            assert self._bot is not None
            await until(self._telegram, lambda: self._answers().total() > answered, self._bot)  # noqa: B023
            await kill(self._bot)
            self._kills += 1
            await self._start(server)

    async def _write(self, person: User) -> None:
        chance = random.Random(self._writing.seed + person.id)
        for _ in range(self._writing.each):
            await asyncio.sleep(chance.uniform(0, 2 * self._writing.apart))
            self._written += 1
            self._telegram.say(person, f"errand x{self._written}")

    async def _settled(self) -> None:
        """Return when all is answered, or when nobody waits any longer."""
        for _ in range(int(LONGEST / LOOKS)):
            if len(self._answers()) == self._written:
                return
            await asyncio.sleep(LOOKS)

    def _answers(self) -> Counter[int]:
        """How often each errand was answered, by its number."""
        return Counter(
            int(number)
            for call in self._telegram.calls_of("sendMessage")
            if call.refusal is None
            for number in ERRAND.findall(str(call.params.get("text", "")))
        )

    async def _committed(self) -> set[int]:
        settings = DatabaseSettings.from_url(self._url)
        database = Database(settings, planner=replan_changed, default_zone="UTC")
        try:
            async with database.begin() as session:
                titles = (await session.exec(select(Task.title))).all()
        finally:
            await database.close()
        return {int(number) for title in titles for number in ERRAND.findall(title)}

    async def _figures(self, took: float) -> Answered:
        answers, committed = self._answers(), await self._committed()
        return Answered(
            written=self._written,
            kills=self._kills,
            failed=self._line.counts.total(),
            unclear=sum(self._line.counts[fault] for fault in UNCLEAR),
            missing=self._written - len(committed),
            unanswered=len(committed - answers.keys()),
            doubles=sum(times - 1 for times in answers.values()),
            took=took,
        )


SHORT = Writing(
    people=6, each=8, apart=3.0, kills=2, killed_every=(5.0, 7.0), one_fails_in=5, faults=QUICK
)
