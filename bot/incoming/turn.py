"""Whose turn it is to fetch updates: the first process has it, the others stand by.

The turn is a lease in the database (`storage.talk.pollers`), renewed in small transactions. A
process counts its own lease by the monotonic clock, which goes on while it is stopped: when it
wakes up too late, it knows so before it does anything. A process that has ended without giving the
lease back is not waited for where that can be seen, that is, on the same machine.
"""

from __future__ import annotations

import asyncio
import os
import secrets
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

from bot.logs import in_one_line
from storage.pushes.turns import database_now
from storage.talk.pollers import LEASE, current_poller, leave_polling, take_polling

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession

    from bot.clock import Clock
    from storage.database import Database

log = structlog.get_logger(__name__)

RENEWS = 3.0  # seconds; two renewals may fail
LOOKS = 2.0  # seconds between two looks of a standby
AWAY = 1.0  # seconds before the next try while the database is away
PROC = Path("/proc")


class PollingTurn:
    """This process's turn."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        name: str | None = None,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._database = database
        self._clock = clock
        self._name = name or own_name()
        self._sleep = sleep
        self._until = -inf  # in the loop's seconds
        self._trying: asyncio.Task[bool] | None = None
        self.stands_by = False

    @property
    def is_ours(self) -> bool:
        """Whether nobody else can have the turn at this moment."""
        return _seconds() < self._until

    async def comes(self) -> None:
        """Return as soon as it is our turn, renewed a moment ago."""
        while not self._is_fresh:
            if not await self.tried():
                await self._sleep(LOOKS if self.stands_by else AWAY)

    async def ends(self) -> None:
        """Keep the turn; return when another has it, or the database was away for too long."""
        while self.is_ours:
            await self._sleep(max(0.0, self._until - LEASE.total_seconds() + RENEWS - _seconds()))
            if not await self.tried():
                if self.stands_by:
                    return
                await self._sleep(AWAY)

    async def tried(self) -> bool:
        """Take the turn, or keep it, if it can be had now; whoever waits may be cancelled."""
        if self._trying is None or self._trying.done():
            self._trying = asyncio.create_task(self._try(), name="turn")
        return await asyncio.shield(self._trying)

    async def _try(self) -> bool:
        try:
            return await self._take()
        except Exception as error:  # noqa: BLE001  whatever the driver raises
            log.warning("whose turn it is to fetch is not known", reason=in_one_line(error))
            return False

    async def give_back(self) -> None:
        """Let another process fetch at once."""
        if self._trying is not None:
            await asyncio.wait({self._trying})
        self._until = -inf
        async with self._database.begin(ahead=True) as session:
            await leave_polling(session, self._name)

    @property
    def _is_fresh(self) -> bool:
        return self._until - _seconds() > LEASE.total_seconds() - RENEWS

    async def _take(self) -> bool:
        began, ended = _seconds(), None
        if not self.is_ours:
            holder = await self._holder()
            if holder not in {None, self._name}:
                ended = holder if has_ended(holder or "") else None
                if ended is None:
                    self._stand_by()
                    return False
        async with self._database.begin(ahead=True) as session:
            now = await self._now(session)
            taken = await take_polling(session, self._name, now=now, ended=ended)
        if not taken:
            self._stand_by()
            return False
        if self.stands_by:
            log.info("the other process has ended: this one fetches updates now")
        self.stands_by, self._until = False, began + LEASE.total_seconds()
        return True

    async def _holder(self) -> str | None:
        """A plain look: who stands by takes no lock."""
        async with self._database.read() as session:
            return await current_poller(session, now=await self._now(session))

    async def _now(self, session: AsyncSession) -> datetime:
        """The clock that all processes share, wherever the playground has put the bot's own."""
        return await database_now(session) or self._clock.now() - self._clock.offset

    def _stand_by(self) -> None:
        self._until = -inf
        if not self.stands_by:
            log.info("another process fetches updates; this one stands by, and sends what is due")
        self.stands_by = True


def own_name() -> str:
    """A name of this process that no other has: machine, space of process numbers, number, start.

    Where these cannot be read it is a random one, by which nobody can tell that it has ended.
    """
    chance = secrets.token_hex(8)
    place, number = _place(), os.getpid()
    started = _started(number)
    return f"{place} {number} {started} {chance}" if place and started else chance


def has_ended(name: str) -> bool:
    """Whether a process is known to have ended: it was on this machine, and is not there."""
    place, _, rest = name.rpartition(" ")[0].partition(" ")
    number, _, started = rest.partition(" ")
    if not started or place != _place() or not number.isdecimal():
        return False
    return _started(int(number)) != started


def _place() -> str:
    """The boot of this machine, and which of its spaces of process numbers; "" if unknown."""
    try:
        boot = (PROC / "sys/kernel/random/boot_id").read_text().strip()
        return f"{boot}/{(PROC / 'self/ns/pid').stat().st_ino}"
    except OSError:
        return ""


def _started(number: int) -> str:
    """When a process was started, in ticks since the boot; "" when it is not there, or has ended
    and waits for its parent."""
    try:
        state, *fields = (PROC / str(number) / "stat").read_text().rpartition(")")[2].split()
    except (OSError, ValueError):
        return ""
    return "" if state in {"Z", "X"} or len(fields) < 19 else fields[18]


def _seconds() -> float:
    return asyncio.get_running_loop().time()
