"""The schedule runs at once, notices a clock that was moved, and runs no job twice at a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.jobs.schedule import WATCHED, Job, JobSchedule

HOUR = 3600.0
NOTICED_WITHIN = 5.0  # seconds, of a clock that was moved


class Machine:
    """A machine's clock that jumps when it is told, and a watch that looks when it is told."""

    def __init__(self) -> None:
        self.jumped = 0.0
        self.slept: list[float] = []
        self._look, self._looked = asyncio.Event(), asyncio.Event()

    def wall(self) -> float:
        return time.time() + self.jumped

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._looked.set()
        await self._look.wait()
        self._look.clear()

    async def look(self) -> None:
        """Let the watch look once more."""
        self._looked.clear()
        self._look.set()
        async with asyncio.timeout(30):
            await self._looked.wait()


class Runs:
    """A job's runs, each of which ends when `gate` is open."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.count = self.at_once = self.most_at_once = 0
        self.gate = asyncio.Event()
        self.gate.set()

    async def run(self) -> None:
        self.count += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.begun.set()
        await self.gate.wait()
        self.at_once -= 1

    async def until(self, count: int) -> None:
        """Return when so many have begun."""
        async with asyncio.timeout(30):
            while self.count < count:
                self.begun.clear()
                await self.begun.wait()


async def a_moment() -> None:
    """Long enough for whatever would begin at once."""
    await asyncio.sleep(0.05)


@asynccontextmanager
async def scheduled(runs: Runs, machine: Machine, every: timedelta) -> AsyncIterator[JobSchedule]:
    schedule = JobSchedule(Job("job", every, runs.run), wall=machine.wall, sleep=machine.sleep)
    schedule.start()
    try:
        yield schedule
    finally:
        await schedule.stop(1)


async def test_what_became_due_while_no_process_ran_is_looked_for_at_once() -> None:
    runs = Runs()
    async with scheduled(runs, Machine(), timedelta(hours=1)):
        await runs.until(1)
        await a_moment()
    assert runs.count == 1


@pytest.mark.parametrize("jump", [-HOUR, HOUR, -2.0, 2.0])
async def test_a_clock_that_was_moved_is_noticed(jump: float) -> None:
    runs, machine = Runs(), Machine()
    async with scheduled(runs, machine, timedelta(hours=1)):
        await runs.until(1)
        await machine.look()
        machine.jumped = jump
        await machine.look()
        await runs.until(2)
        await machine.look()
        await a_moment()
    assert runs.count == 2, "the clock goes on from there"
    assert set(machine.slept) == {WATCHED}
    assert WATCHED < NOTICED_WITHIN


async def test_a_clock_that_is_put_right_slowly_is_let_be() -> None:
    runs, machine = Runs(), Machine()
    async with scheduled(runs, machine, timedelta(hours=1)):
        await runs.until(1)
        for _ in range(20):
            machine.jumped += 0.1
            await machine.look()
        await a_moment()
    assert runs.count == 1


async def test_a_job_never_runs_twice_at_a_time_and_nobody_is_warned(
    caplog: pytest.LogCaptureFixture,
) -> None:
    runs = Runs()
    runs.gate.clear()
    async with scheduled(runs, Machine(), timedelta(milliseconds=10)) as schedule:
        await runs.until(1)
        for _ in range(5):
            schedule.wake()
            await asyncio.sleep(0.02)
        assert (runs.count, runs.most_at_once) == (1, 1)
        runs.gate.set()
        await runs.until(2)
    assert runs.most_at_once == 1
    assert caplog.records == []


async def test_a_run_that_broke_is_told_and_followed_by_the_next() -> None:
    runs = Runs()

    async def run() -> None:
        await runs.run()
        if runs.count == 1:
            raise ZeroDivisionError

    schedule = JobSchedule(Job("job", timedelta(milliseconds=10), run))
    with capture_logs() as told:
        schedule.start()
        await runs.until(2)
        await schedule.stop(1)
    assert [(entry["event"], entry["job"]) for entry in told] == [("a job broke", "job")]


async def test_to_stop_in_the_middle_of_a_run_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    runs = Runs()
    runs.gate.clear()
    schedule = JobSchedule(Job("job", timedelta(hours=1), runs.run))
    with capture_logs() as told:
        schedule.start()
        await runs.until(1)
        await schedule.stop(0.01)
    assert runs.at_once == 1, "it was cancelled where it waited"
    assert [*told, *caplog.records] == []
