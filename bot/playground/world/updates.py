"""The queue of updates that getUpdates and the webhook read from."""

import asyncio
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from bot.playground.world.broadcast import Broadcast
from bot.playground.world.refusals import OTHER_POLL, conflict

# Telegram sends these types only to bots that ask for them.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
MAX_LIMIT = 100
MAX_TIMEOUT = 50  # seconds


class Updates:
    """The updates that the bot has not confirmed, oldest first."""

    def __init__(self, *, first: int, changed: Broadcast) -> None:
        self._next = first
        self._changed = changed
        self._waiting: deque[dict[str, Any]] = deque()
        self._allowed: frozenset[str] | None = None  # None: all but ON_REQUEST
        self._poll: object | None = None  # the getUpdates that is waiting
        self._ended: dict[object, str] = {}  # polls that were ended, with the error of each

    def __len__(self) -> int:
        return len(self._waiting)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(tuple(self._waiting))

    @property
    def total(self) -> int:
        """The update_id of the last update that was queued."""
        return self._next - 1

    @property
    def is_polled(self) -> bool:
        """Whether a getUpdates is waiting."""
        return self._poll is not None

    @property
    def allowed(self) -> Sequence[str] | None:
        """The types that the bot asked for; None for Telegram's default."""
        return None if self._allowed is None else sorted(self._allowed)

    def allow(self, types: Collection[str]) -> None:
        """Queue only these types from now on; none for the default. Updates in the queue stay."""
        self._allowed = frozenset(types) or None

    def push(self, kind: str, content: dict[str, Any]) -> dict[str, Any] | None:
        """Queue `{update_id, kind: content}`; None for a type that the bot did not ask for."""
        wanted = kind not in ON_REQUEST if self._allowed is None else kind in self._allowed
        return self.push_raw({kind: content}) if wanted else None

    def push_raw(self, update: dict[str, Any]) -> dict[str, Any]:
        """Queue any update under the next number."""
        update = {"update_id": self._next, **update}
        self._next += 1
        self._waiting.append(update)
        self._changed.notify()
        return update

    def clear(self) -> None:
        """Empty the queue."""
        self._waiting.clear()

    def confirm(self, offset: int) -> None:
        """Remove the updates below `offset`; a negative one keeps only the last `-offset`."""
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while offset > 0 and self._waiting and self._waiting[0]["update_id"] < offset:
            self._waiting.popleft()

    def end_poll(self, words: str) -> None:
        """End the getUpdates that is waiting with 409 and `words`."""
        if self._poll is not None:
            self._ended[self._poll] = words
            self._poll = None
            self._changed.notify()

    async def fetch(self, *, offset: int, limit: int, wait: float) -> list[dict[str, Any]]:
        """Confirm the updates below `offset` and return up to `limit` of the others.

        Waits up to `wait` real seconds for one. A second call ends the first, which raises
        Refusal (409).
        """
        self.end_poll(OTHER_POLL)
        self.confirm(offset)
        if not self._waiting and wait > 0:
            await self._wait(min(wait, MAX_TIMEOUT))
        return list(self._waiting)[: min(max(limit, 1), MAX_LIMIT)]

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = object()
        self._changed.notify()  # wakes those who wait until the bot polls
        try:
            async with asyncio.timeout(seconds):
                while not self._waiting and poll not in self._ended:
                    await self._changed.wait()
        except TimeoutError:
            pass
        finally:
            words = self._ended.pop(poll, None)
            if self._poll is poll:
                self._poll = None
        if words is not None:
            raise conflict(words)
