"""A burst of commands in a group: Telegram takes 20 messages a minute, and every answer comes."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from math import inf
from typing import Any

import pytest
from sqlalchemy import func
from sqlmodel import col, select

from bot.application import Application, compose
from bot.clock import Clock
from bot.incoming.flood import Flood
from bot.outgoing.outbox import Outbox
from bot.outgoing.pace import Pace
from bot.playground.people.town import Town, a_small_town
from bot.playground.telegram import Telegram
from bot.settings import Settings
from storage.models import TaskMessage
from tests.support.clocks import NOW, JumpingClock
from tests.support.messages import text_of
from tests.support.telegram import InMemory, Json

ADDED = re.compile(r"➕ #(\d+)")
MOST = 25  # messages that sixty answers come in


@dataclass
class Rush:
    """The whole bot on a stand-in that counts as Telegram does, on a clock that jumps."""

    database_url: str
    clock: JumpingClock = field(default_factory=JumpingClock)

    def __post_init__(self) -> None:
        start = self.clock.now
        self.now = lambda: NOW + timedelta(seconds=self.clock.now - start)
        self.telegram = Telegram(now=self.now, limits=True)
        self.town: Town = a_small_town(self.telegram)
        self.received: set[int] = set()

    async def begin(self) -> Application:
        self.application = compose(
            Settings.model_validate(
                {"bot_token": self.telegram.token, "database_url": self.database_url}
            ),
            clock=Clock(self.now),
            request=InMemory(self.telegram),
            flood=Flood(inf),
            make_outbox=lambda bot: Outbox(
                bot, pace=Pace(), sleep=self.clock.sleep, monotonic=self.clock.monotonic
            ),
        )
        self.application.endpoint.answers._sleep = self.clock.sleep
        await self.application.bot.initialize()
        return self.application

    async def end(self) -> None:
        closing = asyncio.ensure_future(self.application.outbox.close(0))
        while not closing.done():
            await self.passes(1)
        settling = asyncio.ensure_future(self.application.endpoint.close())
        while not settling.done():
            await self.passes(1)
        await self.application.database.close()

    async def take_in(self) -> None:
        for update in self.telegram.pending_updates:
            if update["update_id"] not in self.received:
                self.received.add(update["update_id"])
                await self.application.endpoint.receive(update)

    async def adds(self, count: int, *, apart: float) -> None:
        """Three people add tasks by turns, so many seconds apart."""
        people = (self.town.ann, self.town.bob, self.town.chen)
        for number in range(count):
            person = people[number % len(people)]
            self.telegram.say(person, f"/add errand {number + 1}", to=self.town.flat)
            await self.take_in()
            await self.passes(apart)

    async def passes(self, seconds: float) -> None:
        """Let time pass, and the database its work."""
        for _ in range(20):
            await self.clock.run(seconds / 20)
            await asyncio.sleep(0.001)

    def said(self) -> list[str]:
        bot = self.telegram.bot.id
        messages: list[Json] = self.telegram.messages(self.town.flat)
        return [text_of(one) for one in messages if one["from"]["id"] == bot]

    def numbers(self) -> list[int]:
        return [int(number) for text in self.said() for number in ADDED.findall(text)]

    def refused(self) -> list[Any]:
        return [call.refusal for call in self.telegram.calls if call.refusal is not None]


@pytest.fixture
async def rush(database_url: str) -> AsyncIterator[Rush]:
    made = Rush(database_url)
    await made.begin()
    yield made
    await made.end()


async def test_sixty_answers_come_in_order_and_within_the_limit(rush: Rush) -> None:
    await rush.adds(60, apart=0.9)
    for _ in range(30):
        await rush.passes(2)
    assert rush.numbers() == list(range(1, 61))
    assert rush.refused() == []
    assert len(rush.said()) <= MOST
    assert await kept_answers(rush) == 0


async def test_the_first_twenty_are_not_kept_waiting(rush: Rush) -> None:
    await rush.adds(20, apart=0.01)
    assert rush.numbers() == list(range(1, 21))
    assert len(rush.said()) == 20
    await rush.adds(1, apart=0.01)
    assert len(rush.said()) == 20
    await rush.passes(61)
    assert rush.numbers() == list(range(1, 22))


async def test_what_a_killed_process_had_joined_is_said_by_the_next(rush: Rush) -> None:
    """Forty answers wait when it ends, and nobody notes that."""
    await rush.adds(60, apart=0.5)
    assert rush.numbers() == list(range(1, 21))
    killed = rush.application
    for task in (*killed.outbox._workers.values(), *killed.endpoint.answers._sending.values()):
        task.cancel()
    await killed.database.close()
    application = await rush.begin()
    await application.endpoint.answers.resume(everyone=True)
    for _ in range(60):
        await rush.passes(2)
    assert rush.numbers() == list(range(1, 61))
    assert await kept_answers(rush) == 0
    assert len(rush.said()) <= MOST


async def kept_answers(rush: Rush) -> int:
    """How many answers are still to be sent, by what is kept of them."""

    async with rush.application.database.begin() as session:
        waits = col(TaskMessage.update_id).is_not(None)
        return (await session.exec(select(func.count()).where(waits))).one()
