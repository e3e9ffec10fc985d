"""Drops what no redelivery, no button and no plan can ask for any more."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol

import structlog

from bot.jobs.schedule import Job
from storage.erasing.silent import erase_next_silent
from storage.erasing.trash import empty_trash
from storage.mailings.writing import forget_mailings
from storage.pushes.missed import plan_silent
from storage.pushes.upkeep import forget_closed
from storage.retention import Retention
from storage.talk.drafts import forget_drafts
from storage.talk.receipts import forget_receipts
from storage.talk.shortcuts import forget_shortcuts
from storage.tasks.albums import forget_albums

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from bot.clock import Clock
    from storage.database import Database

log = structlog.get_logger(__name__)

EVERY = timedelta(hours=6)
DEFAULT = Retention()
MOST_ERASED = 500  # people in one run; the others' turn comes in the next


class Forget(Protocol):
    """Deletes a batch of what is old: how much that was."""

    async def __call__(self, session: AsyncSession, /, *, now: datetime) -> int: ...


def housekeeping(database: Database, clock: Clock, keep: Retention = DEFAULT) -> Job:
    """The job that forgets old receipts, shortcuts, albums, drafts, mailings and pushes, what was
    deleted long ago, and people who have been out of reach for long."""

    async def run() -> None:
        async with database.begin() as session:
            await forget_shortcuts(session, now=clock.now())
            await forget_albums(session, now=clock.now())
            await forget_drafts(session, now=clock.now())
        last: UUID | None = None
        while True:
            async with database.begin() as session:
                last = await plan_silent(session, now=clock.now(), after=last)
            if last is None:
                break
        for forget in _batches(keep):
            await _until_nothing(database, clock, forget)
        if keep.silent is not None:
            await _forget_silent(database, clock, keep.silent)

    return Job("housekeeping", EVERY, run)


def _batches(keep: Retention) -> Iterator[Forget]:
    """What may be much, and is forgotten a part at a time."""
    yield partial(forget_receipts, last=keep.receipts)
    yield forget_mailings
    yield partial(forget_closed, last=keep.reminders)
    if (deleted := keep.deleted) is not None:
        yield lambda session, *, now: empty_trash(session, before=now - deleted)


async def _until_nothing(database: Database, clock: Clock, forget: Forget) -> None:
    """In small transactions, between which people are answered."""
    while True:
        async with database.begin() as session:
            if not await forget(session, now=clock.now()):
                return


async def _forget_silent(database: Database, clock: Clock, silence: timedelta) -> None:
    """Erase people who have been out of reach for long, each in a transaction of their own."""
    for _ in range(MOST_ERASED):
        async with database.begin() as session:
            now = clock.now()
            if not await erase_next_silent(session, silent_since=now - silence, now=now):
                return
        log.info("somebody who was out of reach for long was erased")
