"""Follows the playground's clock from one due moment to the next, so that nothing comes late."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.clock import Clock
    from bot.jobs.pushes import Reminders

log = structlog.get_logger(__name__)

PATIENCE = 20.0  # seconds for what is due at one moment; then the clock goes on all the same


class Follower:
    """Sets the bot's clock as the playground asks for, and says where to stop next.

    All lengths are how far a clock is ahead of the real time.
    """

    def __init__(self, clock: Clock, reminders: Reminders, *, wake: Callable[[], None]) -> None:
        """`wake` lets every job look at once what is due."""
        self._clock = clock
        self._reminders = reminders
        self._wake = wake

    async def obey(self, line: str) -> str:
        """Do what a line `OFFSET TARGET` asks for, both in seconds, and return where to stop next.

        The clock is set to OFFSET and everything that is due then is sent. The next stop on the way
        to TARGET is when the next push is due, or TARGET itself. Raises ValueError or OverflowError
        for anything else.
        """
        offset, target = (timedelta(seconds=float(word)) for word in line.split())
        self._clock.shift(offset)
        self._wake()
        due = await self._next_due()
        if due is None or target <= offset:
            return f"{target.total_seconds()}"
        return f"{max(offset, min(due - self._real_now(), target)).total_seconds()}"

    async def _next_due(self) -> datetime | None:
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._reminders.caught_up()
        except Exception:  # the tables are not there yet, or something waits for very long
            log.warning("it is not known what is due next", exc_info=True)
            return None

    def _real_now(self) -> datetime:
        return self._clock.now() - self._clock.offset


async def follow(
    follower: Follower, orders: asyncio.StreamReader, answer: Callable[[str], None]
) -> None:
    """Answer each line of the playground, until there are no more."""
    while line := await orders.readline():
        said = line.decode(errors="replace").strip()
        try:
            answer(await follower.obey(said))
        except (ValueError, OverflowError):
            log.warning("no two numbers of seconds for the clock", line=said)
            answer("")
