"""Clocks that only a test moves."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Awaitable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TypeVar

T = TypeVar("T")

NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)  # of PRODUCT's examples: Wednesday, 14:30 in Berlin


@dataclass
class Time:
    """The time of day, the same for everything that asks: calling it gives `now`."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **length: float) -> None:
        """Let time pass at once; `length` is timedelta's, such as `minutes=5`."""
        self.now += timedelta(**length)


@dataclass
class Patience:
    """The outbox's own clock, which follows the day's: waiting for another try takes no time."""

    time: Time
    seconds: float = 0.0

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds
        await asyncio.sleep(0)

    def monotonic(self) -> float:
        return self.seconds + self.time.now.timestamp()


@dataclass
class JumpingClock:
    """A monotonic clock in seconds that waits while a task can run, then jumps to the next sleeper.

    Its sleepers wake in the order of their times.
    """

    now: float = 1000.0
    _sleepers: list[tuple[float, int, asyncio.Future[None]]] = field(default_factory=list)
    _numbers: count[int] = field(default_factory=count)

    def monotonic(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.now + seconds, next(self._numbers), woken))
        await woken

    async def run(self, seconds: float) -> None:
        """Let that much time pass."""
        end = self.now + seconds
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= end:
            await self._wake_next()
        self.now = end

    async def result(self, waiting: Awaitable[T]) -> T:
        """Let time pass until this is done; its result."""
        future = asyncio.ensure_future(waiting)
        await self.settle()
        while not future.done():
            assert self._sleepers, "nothing is left that could end the wait"
            await self._wake_next()
        return future.result()

    async def _wake_next(self) -> None:
        at, _, woken = heapq.heappop(self._sleepers)
        if not woken.done():
            self.now = max(self.now, at)
            woken.set_result(None)
        await self.settle()

    @staticmethod
    async def settle() -> None:
        """Let every task run until it waits."""
        for _ in range(20):  # more than any chain of tasks here is long
            await asyncio.sleep(0)
