"""The line before Telegram: who may call now, answers to people first."""

from __future__ import annotations

import asyncio
import heapq
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from itertools import count
from math import inf
from typing import Any, TypeAlias

from bot.outgoing.pace import CallKind, Lane, Pace

Sleep: TypeAlias = Callable[[float], Coroutine[Any, Any, None]]

TICK = 0.001  # seconds; a shorter sleep could end before the clock shows that it did


class Paused(Exception):
    """The chat is paused for `seconds`, longer than the caller would wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"paused for {seconds:.0f} s")
        self.seconds = seconds


@dataclass(order=True, slots=True)
class _Place:
    """A place in the line: by importance, then by arrival."""

    lane: Lane
    number: int
    chat_id: int = field(compare=False)
    kind: CallKind = field(compare=False)
    called: asyncio.Future[float | None] = field(compare=False)


class SendingQueue:
    """Lets calls go one by one, as fast as `pace` allows.

    A call waits for its own chat first, outside of the line, so that only the head of the line has
    to be looked at.
    """

    def __init__(self, pace: Pace, *, sleep: Sleep, monotonic: Callable[[], float]) -> None:
        self._pace = pace
        self._sleep = sleep
        self._monotonic = monotonic
        self._places: list[_Place] = []
        self._numbers = count()
        self._answers: Counter[int] = Counter()
        self._timer: asyncio.Task[None] | None = None
        self._timer_at = inf

    async def turn(
        self, chat_id: int, kind: CallKind, lane: Lane, *, patience: float = inf
    ) -> float:
        """Return when the call may go, and that moment; it counts as gone from then on.

        Raises Paused when the chat itself would be waited for longer than `patience` seconds.
        """
        self._answers[chat_id] += lane is Lane.ANSWER
        try:
            while True:
                await self._chat_ready(chat_id, kind, lane, patience)
                called_at = await self._call_of(chat_id, kind, lane)
                if called_at is not None:
                    return called_at
        finally:
            self._answers[chat_id] -= lane is Lane.ANSWER
            if not self._answers[chat_id]:
                del self._answers[chat_id]

    def close(self) -> None:
        """Stop the timer; nobody is called any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def _chat_ready(self, chat_id: int, kind: CallKind, lane: Lane, patience: float) -> None:
        while True:
            wait = self._pace.chat_wait(chat_id, kind, lane, now=self._monotonic())
            if not wait and lane is not Lane.ANSWER and self._answers[chat_id]:
                wait = self._pace.limits.chat_gap  # the chat's next moment belongs to the answer
            if not wait:
                return
            if wait > patience:
                raise Paused(wait)
            await self._sleep(max(wait, TICK))

    async def _call_of(self, chat_id: int, kind: CallKind, lane: Lane) -> float | None:
        """Stand in line; None when the chat was closed to the call in the meantime."""
        called: asyncio.Future[float | None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._places, _Place(lane, next(self._numbers), chat_id, kind, called))
        self._advance()
        return await called

    def _advance(self) -> None:
        """Call everybody at the head whose turn it is, and set the timer for the next."""
        while self._places:
            place = self._places[0]
            now = self._monotonic()
            wait = 0.0 if place.called.done() else self._pace.whole_wait(place.lane, now=now)
            if wait:
                self._wake(now, max(wait, TICK))
                return
            heapq.heappop(self._places)
            if not place.called.done():  # done: whoever stood there was cancelled
                place.called.set_result(self._book(place, now))

    def _book(self, place: _Place, now: float) -> float | None:
        if self._pace.chat_wait(place.chat_id, place.kind, place.lane, now=now):
            return None
        self._pace.book(place.chat_id, place.kind, place.lane, now=now)
        return now

    def _wake(self, now: float, wait: float) -> None:
        if self._timer is not None:
            if self._timer_at <= now + wait:
                return
            self._timer.cancel()
        self._timer_at = now + wait
        self._timer = asyncio.create_task(self._after(wait), name="outbox line")

    async def _after(self, wait: float) -> None:
        await self._sleep(wait)
        self._timer = None
        self._advance()
