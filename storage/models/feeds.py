"""Calendar feeds: secret addresses that calendar programs read."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.models.columns import key, parent


class CalendarFeed(SQLModel, table=True):
    """A person's feed of a chat: of all that is theirs, where it is their private chat; else of a
    group's tasks.

    Only the hash of its token is kept, in hexadecimal digits; the token itself was told once, at
    `told_at`. An address that was revoked is not active. `read_at`: when a program read it last.
    """

    __tablename__ = "calendar_feeds"
    __table_args__ = (sa.UniqueConstraint("user_id", "chat_id"),)

    id: UUID = key()
    user_id: UUID = parent("users")
    chat_id: UUID = parent("chats", indexed=True)
    token_hash: str = Field(unique=True)
    is_active: bool = True
    told_at: datetime
    read_at: datetime | None = None
    created_at: datetime
