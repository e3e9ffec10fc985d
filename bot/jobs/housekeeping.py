"""Drops what no redelivery, no button and no plan can ask for any more."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.jobs.schedule import Job
from storage.pushes.missed import plan_silent
from storage.pushes.upkeep import forget_closed
from storage.talk.receipts import forget_receipts
from storage.talk.shortcuts import forget_shortcuts
from storage.tasks.albums import forget_albums

if TYPE_CHECKING:
    from uuid import UUID

    from bot.clock import Clock
    from storage.database import Database

EVERY = timedelta(hours=6)


def housekeeping(database: Database, clock: Clock) -> Job:
    """The job that forgets old receipts, shortcuts, albums and pushes."""

    async def run() -> None:
        async with database.begin() as session:
            await forget_receipts(session, now=clock.now())
            await forget_shortcuts(session, now=clock.now())
            await forget_albums(session, now=clock.now())
        last: UUID | None = None
        while True:
            async with database.begin() as session:
                last = await plan_silent(session, now=clock.now(), after=last)
            if last is None:
                break
        forgotten = 1
        while forgotten:  # in small transactions, between which people are answered
            async with database.begin() as session:
                forgotten = await forget_closed(session, now=clock.now())

    return Job("housekeeping", EVERY, run)
