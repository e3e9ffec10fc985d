"""Copies of a SQLite database, night by night: made while people write, checked, and few kept."""

from __future__ import annotations

import asyncio
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from bot.jobs.schedule import Job
from storage.copying import back_up
from storage.errors import NotCopied
from storage.rules.copies import is_due, superfluous

if TYPE_CHECKING:
    from bot.clock import Clock
    from bot.settings import Settings

log = structlog.get_logger(__name__)

EVERY = timedelta(minutes=10)  # a look whether a copy is due; one that failed is tried again then
NAME = "dueto-auto-%Y%m%d-%H%M%S.db"  # `dueto backup` names its own otherwise: those stay


def backups(settings: Settings, clock: Clock) -> tuple[Job, ...]:
    """The job that copies the database once a day; none for PostgreSQL, or where it is off."""
    if settings.database.dialect != "sqlite" or settings.backup_hour is None:
        return ()
    source = Path(str(settings.database.url.database))
    folder = Path(settings.backup_folder) if settings.backup_folder else source.parent / "backups"
    nightly = Nightly(source, folder.expanduser(), settings.backup_hour, clock)
    return (Job("backups", EVERY, nightly.run, end=nightly.end),)


class Nightly:
    """Copies a database into a folder when it is due, and deletes what need not be kept.

    What is there says what was done: a restart makes no second copy, and forgets none.
    """

    def __init__(self, source: Path, folder: Path, hour: int, clock: Clock) -> None:
        """`hour` is one of UTC."""
        self._source = source
        self._folder = folder
        self._hour = hour
        self._clock = clock
        self._ending = threading.Event()

    async def run(self) -> None:
        """Look, and copy in a thread: the loop goes on."""
        await asyncio.to_thread(self.look)

    def end(self) -> None:
        """Give up a copy that is being made; the next start makes it."""
        self._ending.set()

    def look(self) -> None:
        """Copy the database if it is due, and then delete what need not be kept."""
        now = self._clock.now()
        if not self._source.is_file() or not is_due(self._taken(), hour=self._hour, now=now):
            return
        target, began = self._folder / now.astimezone(UTC).strftime(NAME), time.monotonic()
        try:
            back_up(self._source, target, given_up=self._ending.is_set)
        except NotCopied as reason:
            if not self._ending.is_set():
                log.error("the backup failed; older ones stay", reason=str(reason))  # noqa: TRY400
            return
        took, size = round(time.monotonic() - began, 1), target.stat().st_size
        log.info("backup made", file=str(target), bytes=size, seconds=took, deleted=self._tidy())

    def _taken(self) -> dict[datetime, Path]:
        """The copies in the folder by their moments."""
        found = {}
        for path in self._folder.glob("dueto-auto-*.db"):
            try:
                found[datetime.strptime(path.name, NAME).replace(tzinfo=UTC)] = path
            except ValueError:  # a file of somebody's
                continue
        return found

    def _tidy(self) -> int:
        """Delete the copies that need not be kept; how many."""
        taken = self._taken()
        gone = superfluous(taken)
        for moment in gone:
            try:
                taken[moment].unlink(missing_ok=True)
            except OSError as error:
                log.warning("an old backup was not deleted", reason=str(error))
        return len(gone)
