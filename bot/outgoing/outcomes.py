"""What became of a message, and Telegram's words for it.

The words are those of tdlib/telegram-bot-api (`fail_query_with_error`) and of TDLib as it passes
them on. They are matched in lower case: python-telegram-bot capitalises some of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import Enum
from typing import TypeAlias

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.outgoing.transport import never_sent

CLOSING = "closing"  # the reason of what the end of the process cuts off
LAPSED = "taken over"  # the reason of what another process may send by now


@dataclass(frozen=True, slots=True)
class Sent:
    """The message is in the chat; `more`: what became of the messages behind it. `together`: the
    updates that it answers, where they are several."""

    message_id: int
    more: tuple[Outcome, ...] = ()
    together: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Nothing:
    """There was nothing to do: an unchanged edit, an empty reply. `vanished`: the message that was
    to be edited is gone."""

    vanished: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person blocked the bot, is gone, or never started it."""


@dataclass(frozen=True, slots=True)
class Kicked:
    """The bot is no longer in the group."""


@dataclass(frozen=True, slots=True)
class Muted:
    """The bot is in the group and may not write there."""


@dataclass(frozen=True, slots=True)
class Gone:
    """There is no such chat (any more)."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The group has a new id; `then`: what became of the message there."""

    new_chat_id: int
    then: Outcome


@dataclass(frozen=True, slots=True)
class TopicGone:
    """The topic is deleted or closed; `then`: what became of the message in the general one."""

    then: Outcome


@dataclass(frozen=True, slots=True)
class Failed:
    """Not sent; when `ambiguous`, perhaps sent. `retry_after`: seconds Telegram asks to wait;
    `permanent`: Telegram refuses the message itself, and will again."""

    reason: str
    ambiguous: bool
    retry_after: float = 0.0
    permanent: bool = False

    @property
    def closing(self) -> bool:
        """Whether it is the end of the process that cut it off."""
        return self.reason == CLOSING

    @property
    def lapsed(self) -> bool:
        """Whether this process has slept, and another may have sent it."""
        return self.reason == LAPSED


Outcome: TypeAlias = Sent | Nothing | Blocked | Kicked | Muted | Gone | Moved | TopicGone | Failed


class EditRefusal(Enum):
    """Why Telegram did not edit a message."""

    UNCHANGED = "it says and shows this already"
    OTHER_KIND = "it has a caption where a text was edited, or the other way round"
    VANISHED = "it was deleted, or may not be edited (any more)"


_EDIT_REFUSALS = (
    ("message is not modified", EditRefusal.UNCHANGED),
    ("there is no text in the message to edit", EditRefusal.OTHER_KIND),
    ("there is no caption in the message to edit", EditRefusal.OTHER_KIND),
    ("message to edit not found", EditRefusal.VANISHED),
    ("message can't be edited", EditRefusal.VANISHED),
    ("message_id_invalid", EditRefusal.VANISHED),
)

_UNREACHABLE: tuple[tuple[str, Blocked | Kicked | Muted | Gone], ...] = (
    ("bot was blocked by the user", Blocked()),
    ("user is deactivated", Blocked()),
    ("bot can't initiate conversation", Blocked()),
    ("bot can't send messages to bots", Blocked()),
    ("bot was kicked", Kicked()),
    ("bot is not a member", Kicked()),
    ("not enough rights to send text messages", Muted()),
    ("have no rights to send a message", Muted()),
    ("chat_write_forbidden", Muted()),
    ("chat_restricted", Muted()),
    ("group chat was deleted", Gone()),
    ("group chat was deactivated", Gone()),
    ("chat not found", Gone()),
    ("peer_id_invalid", Gone()),
)

_TOPIC_GONE = ("message thread not found", "topic_closed", "topic_deleted", "topic_id_invalid")

_TOO_LATE = ("query is too old", "query id is invalid", "query_id_invalid")


def outcome_of(error: TelegramError) -> Outcome:
    """What a refused or failed send comes to. ChatMigrated and topics are the outbox's own."""
    if isinstance(error, (BadRequest, Forbidden)):
        words = error.message.lower()
        known = next((outcome for part, outcome in _UNREACHABLE if part in words), None)
        return known or Failed(error.message, ambiguous=False, permanent=True)
    if isinstance(error, RetryAfter):
        return Failed("too many requests", ambiguous=False, retry_after=retry_seconds(error))
    refused = isinstance(error, (InvalidToken, Conflict))
    return Failed(error.message, ambiguous=not (refused or never_sent(error)))


def is_unclear(error: TelegramError) -> bool:
    """Whether what was called for may have been done: a 5xx, a lost connection, a time-out."""
    if isinstance(error, ChatMigrated):
        return False
    outcome = outcome_of(error)
    return isinstance(outcome, Failed) and outcome.ambiguous


def edit_refusal(error: BadRequest) -> EditRefusal | None:
    """Why the edit was refused, `None` when the reason is another one."""
    words = error.message.lower()
    return next((refusal for part, refusal in _EDIT_REFUSALS if part in words), None)


def topic_is_gone(error: TelegramError) -> bool:
    """Whether the topic, and not the chat, is what refuses the message."""
    words = error.message.lower()
    return isinstance(error, BadRequest) and any(part in words for part in _TOPIC_GONE)


def too_late(error: TelegramError) -> bool:
    """Whether the press was answered already or is too old to be answered."""
    words = error.message.lower()
    return isinstance(error, BadRequest) and any(part in words for part in _TOO_LATE)


def retry_seconds(error: RetryAfter) -> float:
    """The seconds that a 429 asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def final_of(outcome: Outcome) -> Outcome:
    """What became of the message in the end, wherever it went."""
    while isinstance(outcome, (Moved, TopicGone)):
        outcome = outcome.then
    return outcome


def message_id_of(outcome: Outcome) -> int | None:
    """The id of the message that is in a chat now, wherever it ended up."""
    final = final_of(outcome)
    return final.message_id if isinstance(final, Sent) else None


def with_more(outcome: Outcome, more: tuple[Outcome, ...]) -> Outcome:
    """The same outcome, its Sent carrying what became of the further messages."""
    if isinstance(outcome, (Moved, TopicGone)):
        return replace(outcome, then=with_more(outcome.then, more))
    return replace(outcome, more=more) if isinstance(outcome, Sent) else outcome
