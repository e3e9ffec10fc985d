"""Who sends more than anybody does: told once, and then not listened to until they slow down.

A bucket for each person holds BURST updates and fills at PER_SECOND. What comes while it is empty
is not done, and takes from it, too, down to DEEPEST: so a flood is answered once however long it
lasts, and is over about ENOUGH + DEEPEST seconds after its end. BURST is what Telegram lets
somebody forward at once; a file, however much is in it, is one update.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from bot.incoming.queries import Asked, CalledAsGuest, Chose
from bot.incoming.updates import Arrival, Pressed, Reacted, Wrote
from bot.replies import Say

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.replies import Reply
    from bot.requests import Request

BURST = 100.0  # updates
PER_SECOND = 1.0
ENOUGH = 5.0  # updates in the bucket, with which somebody is listened to again
DEEPEST = 10.0  # updates below the bottom
TYPED = 0.25  # of an update: what each letter behind the bot's name counts
MOST_KNOWN = 10_000  # people; whoever was quiet for longest is forgotten first
DONE_BY_PEOPLE = (Wrote, Pressed, Reacted, Asked, Chose, CalledAsGuest)


class Verdict(Enum):
    """What is to be done with an update."""

    DO = "it is done"
    TELL = "it is not done, and its person is told why"
    DROP = "it is not done, and nothing is said"


@dataclass(slots=True)
class _Bucket:
    holds: float
    filled_at: float
    floods: bool = False


class Flood:
    """Judges updates. `seconds` is a clock that nobody moves, but tests."""

    def __init__(
        self, burst: float = BURST, *, seconds: Callable[[], float] = time.monotonic
    ) -> None:
        self._burst = burst
        self._seconds = seconds
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    def judge(self, arrival: Arrival) -> Verdict:
        """Count an update, and say what to do with it. Only what somebody does counts: who came or
        left, and where a group moved, is always kept."""
        if not isinstance(arrival, DONE_BY_PEOPLE):
            return Verdict.DO
        bucket = self._bucket(_who(arrival))
        bucket.floods = bucket.floods and bucket.holds < ENOUGH
        cost = TYPED if isinstance(arrival, Asked) else 1.0
        is_told = bucket.floods
        bucket.floods = bucket.floods or bucket.holds < cost
        bucket.holds = max(bucket.holds - cost, -DEEPEST if bucket.floods else 0.0)
        if not bucket.floods:
            return Verdict.DO
        return Verdict.DROP if is_told or isinstance(arrival, Asked) else Verdict.TELL

    def give_back(self, arrival: Arrival) -> None:
        """An update was not done through no fault of its person's, and comes again."""
        if isinstance(arrival, DONE_BY_PEOPLE):
            bucket = self._bucket(_who(arrival))
            bucket.holds = min(bucket.holds + 1.0, self._burst)

    def _bucket(self, who: int) -> _Bucket:
        now = self._seconds()
        bucket = self._buckets.setdefault(who, _Bucket(self._burst, now))
        self._buckets.move_to_end(who)
        while len(self._buckets) > MOST_KNOWN:
            self._buckets.popitem(last=False)
        since = max(0.0, now - bucket.filled_at)
        bucket.holds = min(self._burst, bucket.holds + since * PER_SECOND)
        bucket.filled_at = now
        return bucket


async def slow_down(request: Request) -> Reply | None:
    """What whoever floods is told, once: in private, or in a window that only they see"""
    if request.is_banned:
        return None
    if request.message is None:
        return request.told(lambda reader: reader.words("too-fast"), alert=True)
    return Say(request.own_words("too-fast")) if request.chat.is_private else None


def _who(arrival: Arrival) -> int:
    return arrival.sender.telegram_id if arrival.sender else arrival.chat.telegram_id
