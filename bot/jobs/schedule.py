"""Jobs at intervals. What is due for people is in the database; a job looks there."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import apart

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

log = structlog.get_logger(__name__)

# APScheduler's own defaults drop a job that is a second late, which a busy loop makes it. A run
# that is late still runs, and those that were missed run once. Its instances last for one turn of
# the loop (see `_begin`), in which a job may be begun by its interval and by `wake`, too.
JOB_DEFAULTS = {"misfire_grace_time": None, "coalesce": True, "max_instances": 10}
WATCHED = 1.0  # seconds between two looks whether the machine's clock was moved
JUMP = 0.5  # seconds; less is a late timer, or NTP at its slow work


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do again and again; `run` looks for itself what is due, `again` tells one that
    is on to look once more, and `end` one that takes long to come to its end."""

    name: str
    every: timedelta
    run: Callable[[], Awaitable[None]]
    again: Callable[[], None] = lambda: None
    end: Callable[[], None] = lambda: None


class JobSchedule:
    """Runs jobs at their intervals, and all of them at once after `wake`.

    `wall` (Unix seconds) and `sleep` are the machine's clock, and the watch's, of tests.
    """

    def __init__(
        self,
        *jobs: Job,
        wall: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._wall = wall
        self._sleep = sleep
        self._runs: dict[str, asyncio.Future[None]] = {}
        self._watching: asyncio.Task[None] | None = None
        self._jobs = {job.name: job for job in jobs}
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=JOB_DEFAULTS)
        for job in jobs:
            seconds = job.every.total_seconds()
            self._scheduler.add_job(
                self._begin, "interval", [job], id=job.name, name=job.name, seconds=seconds
            )

    def start(self) -> None:
        """Begin with a run of every job: much may have become due while no process ran."""
        self._scheduler.start()
        self.wake()
        self._watching = asyncio.create_task(self._watch(), name="clock watch")

    def wake(self) -> None:
        """Run every job now: the clock was moved."""
        for job in self._scheduler.get_jobs():
            job.modify(next_run_time=datetime.now(UTC))

    def wake_job(self, name: str) -> None:
        """Run one job now, or let the run that is on look once more."""
        if self._scheduler.running:
            self._start(self._jobs[name])

    async def stop(self, grace: float) -> None:
        """Begin nothing more, and give what runs `grace` seconds to end."""
        if self._watching is not None:
            self._watching.cancel()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        for job in self._jobs.values():
            job.end()
        if self._runs:
            _, late = await asyncio.wait(self._runs.values(), timeout=grace)
            for run in late:
                run.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _begin(self, job: Job) -> None:
        """APScheduler's part ends here: it would cancel what runs, and warn of what runs long."""
        self._start(job)

    def _start(self, job: Job) -> None:
        run = self._runs.get(job.name)
        if run is not None and not run.done():
            job.again()
            return
        run = self._runs[job.name] = apart().run(asyncio.ensure_future, job.run())
        run.add_done_callback(lambda run: self._ended(job, run))

    def _ended(self, job: Job, run: asyncio.Future[None]) -> None:
        if self._runs.get(job.name) is run:  # else it has been begun again already
            del self._runs[job.name]
        error = None if run.cancelled() else run.exception()
        if error is not None:
            log.error("a job broke", job=job.name, exc_info=error)

    async def _watch(self) -> None:
        """APScheduler waits for a wall time: set back an hour, it would sleep for that hour."""
        ahead = self._ahead()
        while True:
            await self._sleep(WATCHED)
            before, ahead = ahead, self._ahead()
            if abs(ahead - before) > JUMP:
                self.wake()

    def _ahead(self) -> float:
        """Seconds of the wall clock minus those of the monotonic clock, which nobody can move."""
        return self._wall() - time.monotonic()
