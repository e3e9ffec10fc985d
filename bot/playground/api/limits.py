"""Telegram's limits on messages, and failures that a test orders.

The limits are those of Telegram's FAQ for bots: about 30 messages a second in total, one a
second to one chat (short bursts pass), 20 a minute to one group.
"""

import math
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.playground.world.refusals import Refusal, too_many_requests

ALL_PER_SECOND = 30
CHAT_BURST = 5  # messages that may go to one chat at once
CHAT_WINDOW = 5.0  # seconds in which the burst is counted: so that the average is one a second
GROUP_PER_MINUTE = 20


class MessageLimits:
    """Sliding windows over the times of the messages that were let through."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._all: deque[float] = deque()
        self._chats: defaultdict[int, deque[float]] = defaultdict(deque)

    def admit(self, chat_id: int) -> None:
        """Count one message to `chat_id`. Raises Refusal (429) when a limit is reached."""
        now = self._now().timestamp()
        waits = [*self._waits(self._all, ((ALL_PER_SECOND, 1.0),), now)]
        windows = [(CHAT_BURST, CHAT_WINDOW)]
        if chat_id < 0:
            windows.append((GROUP_PER_MINUTE, 60.0))
        waits += self._waits(self._chats[chat_id], tuple(windows), now)
        if waits:
            raise too_many_requests(max(1, math.ceil(max(waits))))
        self._all.append(now)
        self._chats[chat_id].append(now)

    def _waits(
        self, moments: deque[float], windows: tuple[tuple[int, float], ...], now: float
    ) -> Iterator[float]:
        """Seconds to wait for each window (messages, seconds) that is full."""
        longest = max(seconds for _, seconds in windows)
        while moments and not now - longest < moments[0] <= now:
            moments.popleft()  # too old, or from before the clock was set back
        for allowed, seconds in windows:
            recent = [moment for moment in moments if moment > now - seconds]
            if len(recent) >= allowed:
                yield recent[-allowed] + seconds - now


@dataclass(frozen=True, slots=True)
class Fault:
    """A failure that a test ordered; with `after` the call has its effect first."""

    refusal: Refusal
    after: bool


class Faults:
    """The ordered faults of each method; each is used once."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, deque[Fault]] = defaultdict(deque)

    def order(self, method: str, fault: Fault, times: int) -> None:
        """Let the next `times` calls of `method` (`*`: any except getUpdates) end in `fault`."""
        self._waiting[method.lower()].extend([fault] * times)

    def next_for(self, method: str) -> Fault | None:
        """Take the next fault that was ordered for this method; None when there is none."""
        own = method.lower()
        for name in (own, "*"):
            if self._waiting[name] and not (name == "*" and own == "getupdates"):
                return self._waiting[name].popleft()
        return None
