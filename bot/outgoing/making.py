"""Pictures and documents made when they are sent: drawn in a thread, written from the store."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeAlias

from bot.outgoing.composing import Drawing, draw
from bot.replies import Export, Picture

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    Write: TypeAlias = Callable[[Export], Awaitable[bytes]]

AT_ONCE = 2  # each takes a thread, which others wait for too, and some 20 MB


class Maker:
    """Makes what is uploaded. `write` gives the bytes of an export; the application sets it."""

    def __init__(self) -> None:
        self.write: Write | None = None
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def make(self, wanted: Picture | Export) -> Drawing | None:
        """None for a picture that cannot be drawn: its words arrive alone."""
        async with self._slots:
            if isinstance(wanted, Picture):
                return await asyncio.to_thread(draw, wanted)
            if self.write is None:
                raise RuntimeError("nobody writes documents")
            return Drawing(await self.write(wanted), wanted.name, "document")
