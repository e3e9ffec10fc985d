"""What a conversation needs: questions, shortened words, receipts of updates, whose they are."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.models.columns import JSON, maybe, parent


class Question(SQLModel, table=True):
    """A question that the bot asked somebody in a chat and whose answer it waits for.

    `asked_after`: the message that led to it, which is older than the question's own or is that.
    `interrupted`: something else was said since.
    """

    __tablename__ = "questions"

    chat_id: UUID = parent("chats", part_of_key=True)
    user_id: UUID = parent("users", part_of_key=True)
    topic: int = Field(default=0, sa_type=sa.BigInteger)
    kind: str
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    asked_at: datetime
    asked_after: int | None = Field(default=None, sa_type=sa.BigInteger)
    interrupted: bool | None = None


class Shortcut(SQLModel, table=True):
    """Words that do not fit into a button's 64 bytes, of the chat that has the button; None: they
    were kept before it was known whose they are."""

    __tablename__ = "shortcuts"

    key: str = Field(primary_key=True)
    text: str
    created_at: datetime
    chat_id: UUID | None = Field(
        default=None, foreign_key="chats.id", ondelete="CASCADE", index=True
    )


class AlbumPart(SQLModel, table=True):
    """A file of an album: a message of its own, kept for those that come behind it."""

    __tablename__ = "album_parts"

    chat_id: UUID = parent("chats", part_of_key=True)
    message_id: int = Field(sa_type=sa.BigInteger, primary_key=True)
    album: str
    kind: str = Field(sa_type=sa.String)
    file_id: str
    unique_id: str
    name: str = ""
    received_at: datetime


class ReceivedUpdate(SQLModel, table=True):
    """An update of Telegram that was processed. It is not processed a second time.

    `said_in`: Telegram's id of the chat where it brought somebody's words.
    """

    __tablename__ = "received_updates"

    update_id: int = Field(
        sa_column=sa.Column(sa.BigInteger, primary_key=True, autoincrement=False)
    )
    received_at: datetime = Field(index=True)
    said_in: int | None = Field(default=None, sa_type=sa.BigInteger)


class OwnBot(SQLModel, table=True):
    """The bot whose database this is, in one row of id 1."""

    __tablename__ = "own_bot"

    id: int = Field(sa_column=sa.Column(sa.Integer, primary_key=True, autoincrement=False))
    telegram_id: int = Field(sa_type=sa.BigInteger)


class SealingKey(SQLModel, table=True):
    """What tokens in buttons and links are sealed with, in one row of id 1: 64 hexadecimal
    digits."""

    __tablename__ = "sealing_key"

    id: int = Field(sa_column=sa.Column(sa.Integer, primary_key=True, autoincrement=False))
    secret: str


class Draft(SQLModel, table=True):
    """Words that somebody has typed behind the bot's name in some chat: a task to be, until they
    are chosen there. `key` is the digest of the token in its buttons, `task_id` the task that was
    made of them."""

    __tablename__ = "drafts"

    key: str = Field(primary_key=True)
    user_id: UUID = parent("users", indexed=True)
    task_id: UUID | None = maybe("tasks")
    text: str
    said_at: datetime = Field(index=True)


class Acceptance(SQLModel, table=True):
    """Somebody has taken over a task that they were shown on a card: `copy_id` is their own."""

    __tablename__ = "acceptances"

    task_id: UUID = parent("tasks", part_of_key=True)
    user_id: UUID = parent("users", indexed=True, part_of_key=True)
    copy_id: UUID | None = maybe("tasks")
    accepted_at: datetime


class Poller(SQLModel, table=True):
    """The process that fetches updates for this database, in one row of id 1, and until when
    nobody else does."""

    __tablename__ = "pollers"

    id: int = Field(sa_column=sa.Column(sa.Integer, primary_key=True, autoincrement=False))
    holder: str
    until: datetime
