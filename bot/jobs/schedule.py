"""What happens without anybody asking, and when. What is due for people stands in the database."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

# APScheduler's own defaults drop a job that is a second late, which a busy loop makes it. A run
# that is late still runs, those that were missed run once, and never two of a job at a time.
JOB_DEFAULTS = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do again and again; `run` looks for itself what is due."""

    name: str
    every: timedelta
    run: Callable[[], Awaitable[None]]


class Schedule:
    """Runs jobs at their intervals, and all of them at once after `wake`."""

    def __init__(self, *jobs: Job) -> None:
        self._runs: set[asyncio.Future[None]] = set()
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=JOB_DEFAULTS)
        for job in jobs:
            seconds = job.every.total_seconds()
            self._scheduler.add_job(
                self._run, "interval", [job], id=job.name, name=job.name, seconds=seconds
            )

    def start(self) -> None:
        """Begin; the first run of each job is one interval away."""
        self._scheduler.start()

    def wake(self) -> None:
        """Run every job now: the clock was moved."""
        for job in self._scheduler.get_jobs():
            job.modify(next_run_time=datetime.now(UTC))

    async def stop(self, grace: float) -> None:
        """Begin nothing more, and give what runs `grace` seconds to end."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        if self._runs:
            _, late = await asyncio.wait(self._runs, timeout=grace)
            for run in late:
                run.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, job: Job) -> None:
        """APScheduler cancels what runs when it is shut down; behind the shield it may end."""
        run = asyncio.ensure_future(job.run())
        self._runs.add(run)
        run.add_done_callback(self._runs.discard)
        await asyncio.shield(run)
