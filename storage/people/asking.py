"""Who asks, where, and what their command is: plain values that every operation is given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from uuid_utils.compat import uuid7

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from storage.models import Chat, User


@dataclass(frozen=True, slots=True)
class Asker:
    """A person asking in a chat. In their private chat they reach all chats that they are in.

    In a group they reach only that group: everybody there reads the answer.
    """

    user_id: UUID
    chat_id: UUID
    in_private: bool

    @classmethod
    def of(cls, user: User, chat: Chat) -> Asker:
        return cls(user.id, chat.id, chat.is_private)


@dataclass(frozen=True, slots=True)
class Where:
    """In which list of which chat somebody asks, the zone of its days, and on which day (Monday
    is 0) its weeks begin."""

    asker: Asker
    chat: Chat
    topic: int
    zone: str
    first_weekday: int = 0


@dataclass(frozen=True, slots=True)
class Deed:
    """One command of one person: its changes share a batch and are taken back together."""

    asker: Asker
    now: datetime
    batch: UUID = field(default_factory=uuid7)


@dataclass(frozen=True, slots=True)
class ByTheClock:
    """What happens to a chat's things because time has passed: nobody has done it."""

    chat_id: UUID
    now: datetime
    batch: UUID = field(default_factory=uuid7)
