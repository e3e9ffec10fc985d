"""The queue of updates, as getUpdates and webhooks see it, and the call that something changed."""

import asyncio
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from bot.playground.refusals import OTHER_POLL, conflict

# Telegram sends these only to bots that name them.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
MAX_LIMIT = 100
MAX_TIMEOUT = 50  # seconds


class Broadcast:
    """Wakes everybody who waits, from any code that runs in the event loop."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def notify(self) -> None:
        """Wake all who wait now."""
        waiting, self._waiting = self._waiting, set()
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self) -> None:
        """Return at the next `notify`."""
        future = asyncio.get_running_loop().create_future()
        self._waiting.add(future)
        try:
            await future
        finally:
            self._waiting.discard(future)


class Updates:
    """Updates that wait to be confirmed, oldest first."""

    def __init__(self, *, first: int, changed: Broadcast) -> None:
        self._next = first
        self._changed = changed
        self._waiting: deque[dict[str, Any]] = deque()
        self._allowed: frozenset[str] | None = None  # None: all but ON_REQUEST
        self._poll: object | None = None  # who polls now
        self._ended: dict[object, str] = {}  # polls that were ended, and the words for them

    def __len__(self) -> int:
        return len(self._waiting)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(tuple(self._waiting))

    @property
    def total(self) -> int:
        """The number of the last update that was queued."""
        return self._next - 1

    @property
    def is_polled(self) -> bool:
        """Does a getUpdates wait at this moment?"""
        return self._poll is not None

    @property
    def allowed(self) -> Sequence[str] | None:
        """The types that were asked for; None is Telegram's default."""
        return None if self._allowed is None else sorted(self._allowed)

    def allow(self, types: Collection[str]) -> None:
        """From now on queue only these types; empty is the default. Queued ones stay."""
        self._allowed = frozenset(types) or None

    def push(self, kind: str, content: dict[str, Any]) -> dict[str, Any] | None:
        """Queue `{update_id, kind: content}`; None for a type that the bot did not ask for."""
        wanted = kind not in ON_REQUEST if self._allowed is None else kind in self._allowed
        return self.push_raw({kind: content}) if wanted else None

    def push_raw(self, update: dict[str, Any]) -> dict[str, Any]:
        """Queue anything at all under the next number."""
        update = {"update_id": self._next, **update}
        self._next += 1
        self._waiting.append(update)
        self._changed.notify()
        return update

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()

    def confirm(self, offset: int) -> None:
        """Forget what is below `offset`; a negative one keeps the last `-offset`."""
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while offset > 0 and self._waiting and self._waiting[0]["update_id"] < offset:
            self._waiting.popleft()

    def end_poll(self, words: str) -> None:
        """Answer 409 with `words` to who polls now."""
        if self._poll is not None:
            self._ended[self._poll] = words
            self._poll = None
            self._changed.notify()

    async def fetch(self, *, offset: int, limit: int, wait: float) -> list[dict[str, Any]]:
        """Confirm below `offset`, then up to `limit` updates; waits up to `wait` real seconds.

        A second poll ends the first. Raises Refusal (409) in the one that was ended.
        """
        self.end_poll(OTHER_POLL)
        self.confirm(offset)
        if not self._waiting and wait > 0:
            await self._wait(min(wait, MAX_TIMEOUT))
        return list(self._waiting)[: min(max(limit, 1), MAX_LIMIT)]

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = object()
        self._changed.notify()  # who waits for an idle bot sees it here
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
