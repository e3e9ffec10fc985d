"""Telegram's limits on messages, and failures that a test orders.

The limits are those of Telegram's FAQ for bots: about 30 messages a second in total, one a
second to one person (short bursts pass), 20 a minute to one group.
"""

import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.playground.world.refusals import Refusal, too_many_requests

ALL_PER_SECOND = 30
PAID_PER_SECOND = 1_000
CHAT_BURST = 5  # messages that may go to one person at once
CHAT_GAP = 1.0  # seconds after which one more may
GROUP_PER_MINUTE = 20


class MessageLimits:
    """What was let through: windows that slide, and how much of a person's burst is spent."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._all: deque[float] = deque()
        self._paid: deque[float] = deque()
        self._groups: defaultdict[int, deque[float]] = defaultdict(deque)
        self._rested_at: dict[int, float] = {}  # when all of a person's burst is there again

    def admit(self, chat_id: int, *, is_paid: bool = False) -> None:
        """Count one message to `chat_id`. Raises Refusal (429) when a limit is reached.

        `is_paid`: as one of a paid broadcast, for which the limit of all chats is another one.
        """
        now = self._now().timestamp()
        moments, allowed = (self._paid, PAID_PER_SECOND) if is_paid else (self._all, ALL_PER_SECOND)
        wait = max(_wait(moments, allowed, 1.0, now), self._chat_wait(chat_id, now))
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        moments.append(now)
        if chat_id < 0:
            self._groups[chat_id].append(now)
        else:
            self._rested_at[chat_id] = max(self._spent_until(chat_id, now), now) + CHAT_GAP

    def _chat_wait(self, chat_id: int, now: float) -> float:
        if chat_id < 0:
            return _wait(self._groups[chat_id], GROUP_PER_MINUTE, 60.0, now)
        return self._spent_until(chat_id, now) - (CHAT_BURST - 1) * CHAT_GAP - now

    def _spent_until(self, chat_id: int, now: float) -> float:
        rested_at = self._rested_at.get(chat_id, now)
        return rested_at if rested_at <= now + CHAT_BURST * CHAT_GAP else now  # else: set back


def _wait(moments: deque[float], allowed: int, window: float, now: float) -> float:
    """Seconds until a window of that many seconds has room again."""
    while moments and not now - window < moments[0] <= now:
        moments.popleft()  # too old, or from before the clock was set back
    return moments[-allowed] + window - now if len(moments) >= allowed else 0.0


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
