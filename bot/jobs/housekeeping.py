"""Drops what no redelivery, no button and no plan can ask for any more."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from bot.jobs.schedule import Job
from storage.erasing.silent import erase_next_silent
from storage.mailings.writing import forget_mailings
from storage.pushes.missed import plan_silent
from storage.pushes.upkeep import forget_closed
from storage.talk.drafts import forget_drafts
from storage.talk.receipts import forget_receipts
from storage.talk.shortcuts import forget_shortcuts
from storage.tasks.albums import forget_albums

if TYPE_CHECKING:
    from uuid import UUID

    from bot.clock import Clock
    from storage.database import Database

log = structlog.get_logger(__name__)

EVERY = timedelta(hours=6)
MOST_ERASED = 500  # people in one run; the others' turn comes in the next


def housekeeping(database: Database, clock: Clock, *, silence: timedelta | None = None) -> Job:
    """The job that forgets old receipts, shortcuts, albums, drafts, mailings and pushes, and people
    who have been out of reach for so long (None: nobody)."""

    async def run() -> None:
        async with database.begin() as session:
            await forget_receipts(session, now=clock.now())
            await forget_shortcuts(session, now=clock.now())
            await forget_albums(session, now=clock.now())
            await forget_drafts(session, now=clock.now())
            await forget_mailings(session, now=clock.now())
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
        if silence is not None:
            await _forget_silent(database, clock, silence)

    return Job("housekeeping", EVERY, run)


async def _forget_silent(database: Database, clock: Clock, silence: timedelta) -> None:
    """Erase people who have been out of reach for long, each in a transaction of their own."""
    for _ in range(MOST_ERASED):
        async with database.begin() as session:
            now = clock.now()
            if not await erase_next_silent(session, silent_since=now - silence, now=now):
                return
        log.info("somebody who was out of reach for long was erased")
