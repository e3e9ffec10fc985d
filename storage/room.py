"""Places for transactions: first come, first served, but what keeps an outcome goes first."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable


def _unheard() -> None: ...


class Room:
    """At most so many transactions at once. A free place goes to the one that waits longest.

    With `ahead` it goes before all others: it keeps what became of a message, and until that is
    kept, a process that is killed would send the message again. `on_asked` is called by each.
    """

    def __init__(self, places: int) -> None:
        self.places = self._free = places
        self.on_asked: Callable[[], None] = _unheard
        self._ahead: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()

    @property
    def taken(self) -> int:
        """Transactions that are going on."""
        return self.places - self._free

    @property
    def waiting(self) -> int:
        """Those that wait for a place."""
        return sum(not one.done() for queue in (self._ahead, self._others) for one in queue)

    @asynccontextmanager
    async def place(self, *, ahead: bool = False) -> AsyncIterator[None]:
        self.on_asked()
        await self._enter(self._ahead if ahead else self._others)
        try:
            yield
        finally:
            self._leave()

    async def _enter(self, queue: deque[asyncio.Future[None]]) -> None:
        if self._free:
            self._free -= 1
            return
        handed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue.append(handed)
        try:
            await handed
        except asyncio.CancelledError:
            if handed.done() and not handed.cancelled():
                self._leave()  # it was handed over at the same moment
            raise

    def _leave(self) -> None:
        for queue in (self._ahead, self._others):
            while queue:
                handed = queue.popleft()
                if not handed.done():
                    handed.set_result(None)
                    return
        self._free += 1
