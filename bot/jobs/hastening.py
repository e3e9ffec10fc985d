"""What was put off while Telegram could not be reached leaves as soon as it can."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.jobs.schedule import Job
from storage.pushes.claims import LEASE
from storage.pushes.upkeep import free_put_off
from storage.talk.answers import free_postponed

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.clock import Clock
    from storage.database import Database

HASTEN = "hasten"  # the job, which is woken when Telegram answers again
EVERY = timedelta(days=1)  # and at the start


def hasten(database: Database, clock: Clock, *, wake: Callable[[], None]) -> Job:
    """The job that lets answers and reminders leave now whose further tries are put off; `wake`
    lets them be looked for."""

    async def run() -> None:
        async with database.begin() as session:
            await free_postponed(session, now=clock.now())
            await free_put_off(session, now=clock.now(), lease=LEASE)
        wake()

    return Job(HASTEN, EVERY, run)
