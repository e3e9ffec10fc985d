"""The playground's clock: the real time, moved by the buttons of the page."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

OnChange: TypeAlias = Callable[[timedelta], None]
# At which offset to stop next, when the clock is at the first one and goes to the second. Whoever
# answers has done by then what is due at the first.
NextStop: TypeAlias = Callable[[timedelta, timedelta], Awaitable[timedelta]]

MOST_STOPS = 200  # of one move; a nag comes every few minutes


async def _no_stop(_: timedelta, target: timedelta) -> timedelta:
    return target


class PlaygroundClock:
    """Tells aware UTC times. Its offset is how far it is ahead of the real time.

    On its way forward it stops wherever something is due, so that nothing is late.
    """

    def __init__(self, *, real: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._real = real
        self._listeners: list[OnChange] = []
        self._next_stop: NextStop = _no_stop
        self._offset = timedelta()
        self._moving = asyncio.Lock()

    @property
    def offset(self) -> timedelta:
        """How far the clock is ahead of the real time."""
        return self._offset

    def now(self) -> datetime:
        """The playground's time: everything in it is dated by it."""
        return self._real() + self._offset

    async def forward(self, step: timedelta) -> None:
        """Set the clock forward by `step`, back by a negative one."""
        async with self._moving:
            target = self._offset + step
            for _ in range(MOST_STOPS):
                if self._offset >= target:
                    break
                stop = await self._next_stop(self._offset, target)
                self._set(min(max(stop, self._offset), target))
            await self._arrive(target)

    async def reset(self) -> None:
        """Return to the real time."""
        async with self._moving:
            await self._arrive(timedelta())

    def listen(self, on_change: OnChange) -> None:
        """Call `on_change` with each new offset, too."""
        self._listeners.append(on_change)

    def stop_where(self, next_stop: NextStop) -> None:
        """Ask this where to stop on the way, and tell it of every move."""
        self._next_stop = next_stop

    async def _arrive(self, target: timedelta) -> None:
        if self._offset != target:
            self._set(target)
        await self._next_stop(target, target)

    def _set(self, offset: timedelta) -> None:
        self._offset = offset
        for listener in self._listeners:
            listener(offset)
