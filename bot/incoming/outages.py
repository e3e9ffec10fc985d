"""Whom to tell that the database is away, while Telegram is not: nothing else can be said then.

What they wrote waits at Telegram and is done later, so they need not write it again.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeAlias

from bot.incoming.updates import Wrote

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.incoming.updates import Arrival

    Sleep: TypeAlias = Callable[[float], Awaitable[object]]

PATIENCE = 5.0  # seconds: a restart or a switch to another server is no news
MOST_TOLD = 10_000  # chats that are remembered


class Outages:
    """Calls `tell` for a chat once in an outage that lasts, if somebody has just written there in
    private. A group needs no such message, and an edit is not waited for."""

    def __init__(self, tell: Callable[[Arrival], object], *, sleep: Sleep = asyncio.sleep) -> None:
        self._tell = tell
        self._sleep = sleep
        self._waiting: dict[int, asyncio.Task[None]] = {}  # by chat; told where it has ended

    def over(self) -> None:
        """The database has done something, or the bot stops: nobody is told any more."""
        for task in self._waiting.values():
            task.cancel()
        self._waiting.clear()

    def failed(self, arrival: Arrival) -> None:
        """An update could not be done, and has to come again."""
        chat_id = arrival.chat.telegram_id
        is_waited_for = isinstance(arrival, Wrote) and not arrival.is_edit and chat_id > 0
        if is_waited_for and chat_id not in self._waiting and len(self._waiting) < MOST_TOLD:
            self._waiting[chat_id] = asyncio.create_task(self._tell_later(arrival))

    async def _tell_later(self, arrival: Arrival) -> None:
        await self._sleep(PATIENCE)
        self._tell(arrival)
