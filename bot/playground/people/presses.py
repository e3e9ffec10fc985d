"""A press of a button, as the person sees it."""

import asyncio
from collections.abc import Generator
from typing import Any

from bot.playground.world import Answer, Query, World


class Press:
    """A pressed button; `await press` gives what the bot answered, `answer` what it has so far."""

    def __init__(self, world: World, query: Query) -> None:
        self._world = world
        self.query = query

    @property
    def id(self) -> str:
        """The id of the callback query."""
        return self.query.id

    @property
    def answer(self) -> Answer | None:
        """What the bot answered; None while it has not."""
        return self.query.answer

    async def answered(self, *, within: float = 10.0) -> Answer:
        """Wait up to `within` real seconds for the answer. Raises TimeoutError."""
        async with asyncio.timeout(within):
            while self.query.answer is None:
                await self._world.changed.wait()
        return self.query.answer

    def __await__(self) -> Generator[Any, None, Answer]:
        return self.answered().__await__()
