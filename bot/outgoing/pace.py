"""How fast Telegram may be spoken to: pencil and paper, the time comes in.

What is known of the limits, all of it about one token:

* about 30 calls a second in all, 1 message a second in a chat, 20 messages a minute in a group
  (Telegram's FAQ for bots, "My bot is hitting limits");
* edits and new messages share the limit of a group (tdlib/td issues 2592 and 3034);
* answers to button presses have no limit of their own (tdlib/telegram-bot-api issue 648), they
  only count in the whole here.

An answer to a person leaves at once. The 30 a second are for bulk (reminders, digests: nobody waits
for them in the chat); an answer is held to what its own chat takes, a burst of 5 in private and the
minute of a group, and to the pauses that Telegram asks for. Bulk gives way: an answer takes the
place of a call of bulk in its second, down to half of them, so that a crowd that talks does not
silence reminders. A window slides: no stretch of a second or a minute, wherever it begins, holds
more bulk than its limit.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SECOND = 1.0
JITTER = 0.01  # seconds; Telegram counts arrivals, and one call travels longer than the next
MINUTE = 60.0
CATCH_UP = 0.02  # seconds of late timers that bulk may make up for, where its slots are shorter
FREE_BULK = 30  # calls a second; above it Telegram's paid broadcasts are meant


class Lane(IntEnum):
    """Order of importance: the smaller goes first."""

    ANSWER = 0
    REMINDER = 1
    DIGEST = 2


class CallKind(Enum):
    """What a call does, as far as Telegram's limits tell it apart."""

    MESSAGE = "message"
    EDIT = "edit"
    PRESS = "press"


@dataclass(frozen=True, slots=True)
class Limits:
    """Calls of bulk in any second, and with the answers beside them (`whole`); messages and edits
    of a group in any minute.

    `chat_gap`: seconds after which a chat takes one message more; in private a person is answered
    with a burst of `burst` before. With several processes on one token the bulk of all of them
    takes turns (`storage.pushes.turns.reserve`).
    """

    whole: int = 30
    bulk: int = 29
    chat_gap: float = SECOND
    burst: int = 5
    group: int = 20
    group_bulk: int = 15

    @classmethod
    def for_bulk(cls, per_second: int) -> Limits:
        """The usual limits with another number of bulk calls a second."""
        return cls(whole=per_second + 1, bulk=per_second)

    @property
    def is_paid(self) -> bool:
        """Whether bulk leaves faster than Telegram sends for nothing."""
        return self.bulk > FREE_BULK


@dataclass(slots=True)
class _Chat:
    """What is remembered of a chat: moments in seconds of the caller's clock.

    `paid_at`: when all of its messages will be older than a gap each, as a leaky bucket counts.
    """

    paid_at: float = float("-inf")
    next_bulk_at: float = float("-inf")
    paused_until: float = float("-inf")
    minute: deque[float] = field(default_factory=deque)

    def idle(self, now: float) -> bool:
        last = self.minute[-1] + MINUTE if self.minute else now
        return max(last, self.paid_at, self.paused_until) <= now


class Pace:
    """Says how long a call has to wait, and remembers what went out.

    Every `now` is in seconds of one monotonic clock. Waits are seconds, 0 for "may go now".
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._chats: dict[int, _Chat] = {}
        self._landed: deque[float] = deque(maxlen=self.limits.bulk)
        self._answers: deque[float] = deque(maxlen=self.limits.whole // 2)
        self._bulk: deque[float] = deque(maxlen=self.limits.bulk)
        self._next_bulk_at = float("-inf")
        self._paused_until = float("-inf")
        self._sweep_at = float("-inf")

    def __len__(self) -> int:
        """The number of chats that are remembered."""
        return len(self._chats)

    def chat_wait(self, chat_id: int, kind: CallKind, lane: Lane, *, now: float) -> float:
        """Seconds until the chat itself allows the call; presses belong to no chat."""
        chat = self._chats.get(chat_id)
        if chat is None or kind is CallKind.PRESS:
            return 0.0
        ready_at = chat.paused_until
        if kind is CallKind.MESSAGE:
            ready_at = max(ready_at, self._message_at(chat_id, chat, lane))
        if _is_group(chat_id):
            limit = self.limits.group if lane is Lane.ANSWER else self.limits.group_bulk
            ready_at = max(ready_at, _room_at(chat.minute, limit, MINUTE))
        return max(0.0, ready_at - now)

    def _message_at(self, chat_id: int, chat: _Chat, lane: Lane) -> float:
        """When a chat takes one message more; a group's answers are counted by the minute only."""
        if lane is Lane.ANSWER and _is_group(chat_id):
            return float("-inf")
        in_burst_at = chat.paid_at - (self.limits.burst - 1) * self.limits.chat_gap
        if lane is Lane.ANSWER:
            return in_burst_at
        return chat.next_bulk_at if _is_group(chat_id) else max(in_burst_at, chat.next_bulk_at)

    def whole_wait(self, lane: Lane, *, now: float) -> float:
        """Seconds until the token as a whole allows a call of this lane."""
        ready_at = self._paused_until
        if lane is not Lane.ANSWER:
            everything = (*self._landed, *self._answers)
            whole_at = _room_at(everything, self.limits.whole, SECOND + JITTER)
            room_at = _room_at(self._bulk, self.limits.bulk, SECOND)
            ready_at = max(ready_at, self._next_bulk_at, room_at, whole_at)
        return max(0.0, ready_at - now)

    def pause(self, *, now: float) -> float:
        """Seconds for which Telegram refuses the whole token, as far as is known here."""
        return max(0.0, self._paused_until - now)

    def book(self, chat_id: int, kind: CallKind, lane: Lane, *, now: float) -> None:
        """Remember a call that goes out now; both waits were 0. `landed` says when it was there."""
        if lane is Lane.ANSWER:
            self._answers.append(now)
        else:
            self._book_bulk(now)
        if kind is not CallKind.PRESS:
            self._book_chat(chat_id, kind, now)
        if now >= self._sweep_at:
            self._forget_idle(now)

    def landed(self, booked_at: float, *, now: float) -> None:
        """Telegram has answered the call that went out at `booked_at`: it counted it by now.

        Bulk that was long on its way would else stand in a second with what came after it.
        """
        for place in range(len(self._landed) - 1, -1, -1):
            if self._landed[place] == booked_at:
                self._landed[place] = now
                return

    def refuse(self, chat_id: int, retry_after: float, *, now: float) -> None:
        """Telegram said 429: the chat pauses for `retry_after` seconds.

        When another chat is in such a pause already, it is the token that is refused: everything
        pauses until the earlier of the two ends, and is asked again then.
        """
        until = now + retry_after
        others = [
            chat.paused_until
            for other, chat in self._chats.items()
            if other != chat_id and chat.paused_until > now
        ]
        chat = self._chats.setdefault(chat_id, _Chat())
        chat.paused_until = max(chat.paused_until, until)
        if others:
            self._paused_until = max(self._paused_until, min(until, max(others)))

    def _book_bulk(self, now: float) -> None:
        # Bulk goes evenly, so that a slot comes free soon for an answer when all are taken; a late
        # timer may be made up for by one slot, so that lateness does not add up to a lower rate.
        slot = SECOND / self.limits.bulk
        self._next_bulk_at = max(self._next_bulk_at, now - max(slot, CATCH_UP)) + slot
        self._bulk.append(now)
        self._landed.append(now)

    def _book_chat(self, chat_id: int, kind: CallKind, now: float) -> None:
        chat = self._chats.setdefault(chat_id, _Chat())
        if kind is CallKind.MESSAGE:
            chat.paid_at = max(chat.paid_at, now) + self.limits.chat_gap
            chat.next_bulk_at = now + self.limits.chat_gap
        if _is_group(chat_id):
            chat.minute.append(now)
            while len(chat.minute) > self.limits.group:
                chat.minute.popleft()

    def _forget_idle(self, now: float) -> None:
        self._chats = {key: chat for key, chat in self._chats.items() if not chat.idle(now)}
        self._sweep_at = now + MINUTE


def _is_group(chat_id: int) -> bool:
    # Telegram's ids: people are positive; groups, supergroups and channels negative.
    return chat_id < 0


def _room_at(moments: Iterable[float], limit: int, window: float) -> float:
    """When a window that allows `limit` moments has room again for one more."""
    last = sorted(moments)[-limit:]
    return last[0] + window if len(last) == limit else float("-inf")
