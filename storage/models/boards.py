"""Boards: one message for each list that shows its open tasks, edited whenever they change."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.models.columns import key, maybe, one_of, parent

LIVE = "state = 'live'"


class BoardState(StrEnum):
    LIVE = "live"
    ENDING = "ending"  # it is over; its message is still to say so


class Pin(StrEnum):
    """Whether the message of a board is pinned."""

    WANTED = "wanted"
    PINNED = "pinned"
    REFUSED = "refused"  # the bot may not, and the board is still to say so
    TOLD = "told"


class Board(SQLModel, table=True):
    """The board of a list: `topic` is the forum topic's id, 0 outside topics.

    It is to be shown again from `stale_at` on: now, because a task was changed, or at the moment at
    which it would read differently. `changes` counts what was changed, so that a change while it is
    being shown is not lost. No other worker takes it until `claimed_until`, nor does the same one:
    it rests between two edits. `message_id` is None until it has been sent.
    """

    __tablename__ = "boards"
    __table_args__ = (
        one_of("state", BoardState),
        one_of("pin", Pin),
        sa.Index(
            "ix_boards_live",
            "chat_id",
            "topic",
            unique=True,
            postgresql_where=sa.text(LIVE),
            sqlite_where=sa.text(LIVE),
        ),
    )

    id: UUID = key()
    chat_id: UUID = parent("chats", indexed=True)
    topic: int = Field(default=0, sa_type=sa.BigInteger)
    message_id: int | None = Field(default=None, sa_type=sa.BigInteger)
    state: str = Field(default=BoardState.LIVE, sa_type=sa.String)
    pin: str = Field(default=Pin.WANTED, sa_type=sa.String)
    changes: int = 0
    stale_at: datetime | None = Field(default=None, index=True)
    claimed_until: datetime | None = None
    attempts: int = 0
    created_by: UUID | None = maybe("users")
    created_at: datetime
