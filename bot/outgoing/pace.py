"""How fast Telegram may be spoken to: pencil and paper, the time comes in.

What is known of the limits, all of it about one token:

* 1 message a second in a private chat, where short bursts pass; 20 messages a minute in a group;
  about 30 notifications a second in all (Telegram's FAQ for bots, "My bot is hitting limits");
* edits and new messages share the limit of a group (tdlib/td issues 2592 and 3034);
* answers to button presses have no limit of their own (tdlib/telegram-bot-api issue 648).

The third is a limit of broadcasts. Answers to people are not held to it: they leave at once, as
fast as their own chat allows, until Telegram says 429, and then wait for as long as it asks.

Bulk (reminders, digests: nobody waits for them in the chat) is held to its share of every second,
goes evenly, and gives way: the answers of a second count against the 30 that bulk has room in, but
for a third of its share, so that a busy hour delays reminders and does not stop them. In a chat it
always leaves the next moment to an answer.

A window slides: no stretch of a second or a minute, wherever it begins, holds more than its limit.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SECOND = 1.0
LATENESS = 0.03  # seconds that a busy loop may be late by
JITTER = 0.01  # seconds; Telegram counts arrivals, and one call travels longer than the next
MINUTE = 60.0


class Lane(IntEnum):
    """Order of importance: the smaller goes first."""

    ANSWER = 0
    REMINDER = 1
    DIGEST = 2
    BOARD = 3
    MAILING = 4


class CallKind(Enum):
    """What a call does, as far as Telegram's limits tell it apart."""

    MESSAGE = "message"
    EDIT = "edit"
    PRESS = "press"  # the answer to one
    REACTION = "reaction"
    QUESTION = "question"  # who somebody is in a chat

    @property
    def says(self) -> bool:
        """Whether a chat counts it: it puts something there, or changes it."""
        return self in {CallKind.MESSAGE, CallKind.EDIT}


@dataclass(frozen=True, slots=True)
class Limits:
    """Bulk in any second; with the answers of that second it fills `whole` at most.

    A private chat takes `chat_burst` answers at once, and one more every `chat_gap` seconds; one
    message of bulk in such a gap. A group takes `group` messages and edits in any minute, of these
    bulk `group_bulk`, and boards, which show what was answered already, `group_boards`. With
    several processes on one token the bulk of all of them takes turns
    (`storage.pushes.turns.reserve`).
    """

    whole: int = 30
    bulk: int = 29
    chat_gap: float = SECOND
    chat_burst: int = 5
    group: int = 20
    group_bulk: int = 15
    group_boards: int = 10

    def of_group(self, lane: Lane) -> int:
        """How many messages and edits of a minute leave room for one more of a lane."""
        shares = {Lane.ANSWER: self.group, Lane.BOARD: self.group_boards}
        return shares.get(lane, self.group_bulk)

    @property
    def is_paid(self) -> bool:
        """Whether bulk is faster than Telegram lets it be for nothing."""
        return self.bulk > self.whole

    @property
    def room(self) -> int:
        """Calls of all kinds in any second, beside which bulk may go."""
        return max(self.whole, self.bulk)

    @property
    def least_bulk(self) -> int:
        """Bulk in any second that goes however many answers leave."""
        return max(1, self.bulk // 3)


@dataclass(slots=True)
class _Chat:
    """What is remembered of a chat: moments in seconds of the caller's clock."""

    full_at: float = float("-inf")  # when all of the burst may be spent again
    next_bulk_at: float = float("-inf")
    paused_until: float = float("-inf")
    minute: deque[float] = field(default_factory=deque)

    def idle(self, now: float) -> bool:
        last = self.minute[-1] + MINUTE if self.minute else now
        return max(last, self.full_at, self.next_bulk_at, self.paused_until) <= now


class Pace:
    """Says how long a call has to wait, and remembers what went out.

    Every `now` is in seconds of one monotonic clock. Waits are seconds, 0 for "may go now".
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._chats: dict[int, _Chat] = {}
        self._second: deque[float] = deque(maxlen=self.limits.room)
        self._bulk: deque[float] = deque(maxlen=self.limits.bulk)
        self._next_bulk_at = float("-inf")
        self._paused_until = float("-inf")
        self._unanswered_until = float("-inf")  # questions
        self._sweep_at = float("-inf")

    def __len__(self) -> int:
        """The number of chats that are remembered."""
        return len(self._chats)

    def chat_wait(self, chat_id: int, kind: CallKind, lane: Lane, *, now: float) -> float:
        """Seconds until the chat itself allows the call; presses and questions belong to none."""
        if kind is CallKind.QUESTION:
            return max(0.0, self._unanswered_until - now)
        chat = self._chats.get(chat_id)
        if chat is None or not kind.says:
            return 0.0
        ready_at = chat.paused_until
        if kind is CallKind.MESSAGE:
            ready_at = max(ready_at, self._message_at(chat_id, chat, lane))
        if _is_group(chat_id):
            limit = self.limits.of_group(lane)
            ready_at = max(ready_at, _room_at(chat.minute, limit, MINUTE))
        return max(0.0, ready_at - now)

    def whole_wait(self, lane: Lane, *, now: float) -> float:
        """Seconds until the token as a whole allows a call of this lane: answers wait for nothing
        but the end of a pause."""
        ready_at = self._paused_until
        if lane is not Lane.ANSWER:
            ready_at = max(ready_at, self._bulk_at())
        return max(0.0, ready_at - now)

    def pause(self, *, now: float) -> float:
        """Seconds for which Telegram refuses the whole token, as far as is known here."""
        return max(0.0, self._paused_until - now)

    def book(self, chat_id: int, kind: CallKind, lane: Lane, *, now: float) -> None:
        """Remember a call that goes out now; both waits were 0. `landed` says when it was there."""
        self._second.append(now)
        if lane is not Lane.ANSWER:
            self._book_bulk(now)
        if kind.says:
            self._book_chat(chat_id, kind, now)
        if now >= self._sweep_at:
            self._forget_idle(now)

    def landed(self, booked_at: float, *, now: float) -> None:
        """Telegram has answered the call that went out at `booked_at`: it counted it by now.

        A call that was long on its way would else stand in a second with those after it.
        """
        for place in range(len(self._second) - 1, -1, -1):
            if self._second[place] == booked_at:
                self._second[place] = now
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
        # What was too much for Telegram is not tried again in one burst: two, then one a second.
        spent = max(0, self.limits.chat_burst - 2) * self.limits.chat_gap
        chat.full_at = max(chat.full_at, until + spent)
        if others:
            self._paused_until = max(self._paused_until, min(until, max(others)))

    def refuse_kind(self, kind: CallKind, chat_id: int, retry_after: float, *, now: float) -> None:
        """Telegram said 429 to a call of a kind."""
        if kind is CallKind.QUESTION:
            self.refuse_question(retry_after, now=now)
        else:
            self.refuse(chat_id, retry_after, now=now)

    def refuse_question(self, retry_after: float, *, now: float) -> None:
        """Telegram said 429 to a question: none is asked for that long, messages go on."""
        self._unanswered_until = max(self._unanswered_until, now + retry_after)

    def _message_at(self, chat_id: int, chat: _Chat, lane: Lane) -> float:
        """When the chat takes a new message, as far as its seconds go."""
        limits = self.limits
        if lane is Lane.ANSWER:
            one_left = chat.full_at - (limits.chat_burst - 1) * limits.chat_gap
            return float("-inf") if _is_group(chat_id) else one_left
        two_left = chat.full_at - max(0, limits.chat_burst - 2) * limits.chat_gap
        return max(chat.next_bulk_at, two_left)

    def _bulk_at(self) -> float:
        """When bulk has room again, for which the answers of the last second leave some."""
        limits, second = self.limits, SECOND + JITTER
        beside_answers = _room_at(self._second, limits.room, second)
        at_least = _room_at(self._bulk, limits.least_bulk, second)
        share = _room_at(self._bulk, limits.bulk, SECOND)
        return max(self._next_bulk_at, share, min(beside_answers, at_least))

    def _book_bulk(self, now: float) -> None:
        # Bulk goes evenly; what a late timer has cost may be made up for, so that lateness does not
        # add up to a lower rate: one slot of the usual share, several of a large one.
        slot = SECOND / self.limits.bulk
        self._next_bulk_at = max(self._next_bulk_at, now - max(slot, LATENESS)) + slot
        self._bulk.append(now)

    def _book_chat(self, chat_id: int, kind: CallKind, now: float) -> None:
        chat = self._chats.setdefault(chat_id, _Chat())
        if kind is CallKind.MESSAGE:
            chat.full_at = max(chat.full_at, now) + self.limits.chat_gap
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
