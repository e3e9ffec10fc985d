"""What is pushed to people, or was."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.models.columns import key, one_of, parent


class PushKind(StrEnum):
    """Why something is pushed."""

    TASK = "task"
    NAG = "nag"
    SNOOZE = "snooze"
    AGENDA = "agenda"
    REVIEW = "review"
    SUMMARY = "summary"
    HABIT = "habit"
    WEEKLY = "weekly"


class PushState(StrEnum):
    """`held`: the chat cannot be reached now; `closing`: the message is to be edited to say what
    was done; `dead`: Telegram refuses it for good, kept for the operator."""

    PENDING = "pending"
    SENT = "sent"
    CLOSING = "closing"
    CLOSED = "closed"
    HELD = "held"
    DEAD = "dead"


# the words of partial indexes: storage.pushes says the very same, or SQLite would not use them
OPEN = "state IN ('pending', 'closing')"
NO_DIGEST = "kind NOT IN ('agenda', 'review', 'summary', 'weekly')"


def _by_moment(name: str, *, where: str) -> sa.Index:
    rows = sa.text(where)
    return sa.Index(name, "fire_at", postgresql_where=rows, sqlite_where=rows)


class Reminder(SQLModel, table=True):
    """A push to be, or that was: ids and times, no sentences.

    `slot` names what it is about, so that no plan can double it. `occurrence_at` is the due moment
    that it belongs to. A claimed row is let alone until `claimed_until`.
    """

    __tablename__ = "reminders"
    __table_args__ = (
        one_of("kind", PushKind),
        one_of("state", PushState),
        _by_moment("ix_reminders_open", where=OPEN),
        _by_moment("ix_reminders_first", where=f"{OPEN} AND {NO_DIGEST}"),
        _by_moment("ix_reminders_closed", where="state = 'closed'"),
        sa.Index("ix_reminders_chat_id", "chat_id", "state"),
    )

    id: UUID = key()
    slot: str = Field(unique=True)
    kind: str = Field(sa_type=sa.String)
    state: str = Field(default=PushState.PENDING, sa_type=sa.String)
    chat_id: UUID = parent("chats")
    topic: int = Field(default=0, sa_type=sa.BigInteger)
    task_id: UUID | None = Field(
        default=None, foreign_key="tasks.id", ondelete="CASCADE", index=True
    )
    habit_id: UUID | None = Field(
        default=None, foreign_key="habits.id", ondelete="CASCADE", index=True
    )
    key: str
    occurrence_at: datetime
    fire_at: datetime
    on_purpose: bool = False
    claimed_until: datetime | None = None
    attempts: int = 0
    sent_at: datetime | None = None
    message_id: int | None = Field(default=None, sa_type=sa.BigInteger)
    error: str | None = None


class SendingSlot(SQLModel, table=True):
    """Two rows, so that Telegram's limit holds for the whole token: 1, when the next push of any
    process may leave; 2, until when Telegram refuses them all (made when it first does)."""

    __tablename__ = "sending_slots"

    id: int = Field(sa_column=sa.Column(sa.Integer, primary_key=True, autoincrement=False))
    next_at: datetime
