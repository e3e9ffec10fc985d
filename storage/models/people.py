"""People, chats, and who is in which."""

# No `from __future__ import annotations` here: SQLModel reads relationships' types at run time.
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.models.columns import JSON, key, one_of, parent


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class MemberStatus(StrEnum):
    """What a person is in a chat: Telegram's `ChatMember.status`, reduced to three values."""

    MEMBER = "member"
    ADMINISTRATOR = "administrator"
    GONE = "gone"


class User(SQLModel, table=True):
    """Somebody who talks to the bot, or a chat that posts as itself (with a negative id).

    `active_on`: the last day (of UTC) on which they wrote to the bot, pressed a button or reacted.
    `banned_at`: since when an operator has banned them; `ban_told_at`: they were told of it.
    """

    __tablename__ = "users"
    __table_args__ = (sa.Index("ix_users_username", sa.text("lower(username)")),)

    id: UUID = key()
    telegram_id: int = Field(sa_type=sa.BigInteger, unique=True)
    name: str
    username: str | None = None
    telegram_language: str = ""
    settings: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    blocked_at: datetime | None = None
    banned_at: datetime | None = None
    ban_told_at: datetime | None = None
    active_on: date | None = None
    created_at: datetime
    updated_at: datetime


class Chat(SQLModel, table=True):
    """A chat, which is a list: `next_number` is the number of the next task. `has_board`: of it, or
    of one of its topics (see `storage.models.boards`). `active_on` as of User."""

    __tablename__ = "chats"
    __table_args__ = (one_of("kind", ChatKind),)

    id: UUID = key()
    telegram_id: int = Field(sa_type=sa.BigInteger, unique=True)
    kind: str = Field(sa_type=sa.String)
    title: str
    username: str | None = None
    is_forum: bool = False
    settings: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    next_number: int = 1
    has_board: bool | None = None
    unreachable_at: datetime | None = None
    active_on: date | None = None
    created_at: datetime
    updated_at: datetime

    @property
    def is_private(self) -> bool:
        return self.kind == ChatKind.PRIVATE

    @property
    def topic_names(self) -> dict[str, str]:
        """What its topics are called, by their thread ids in digits, as far as that is known."""
        kept = self.settings.get("topics")
        return kept if isinstance(kept, dict) else {}


class Membership(SQLModel, table=True):
    """Who is in which chat. `checked_at`: last seen there; `asked_at`: Telegram was last asked."""

    __tablename__ = "memberships"
    __table_args__ = (one_of("standing", MemberStatus),)

    user_id: UUID = parent("users", part_of_key=True)
    chat_id: UUID = parent("chats", indexed=True, part_of_key=True)
    standing: str = Field(sa_type=sa.String)
    checked_at: datetime
    asked_at: datetime | None = None
