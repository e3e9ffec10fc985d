"""Messages that the bot sends by itself: those planned and those sent."""

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
    ASSIGNED = "assigned"  # to somebody by somebody else
    CANNOT = "cannot"  # somebody cannot do a group's task: who can?


REGULAR = (PushKind.AGENDA, PushKind.REVIEW, PushKind.WEEKLY)  # planned by the clock alone
OF_PEOPLE = (PushKind.ASSIGNED, PushKind.CANNOT)  # about whose a task is, not when it is due
# about many tasks and habits at once, in the order of the partial index
DIGESTS = (PushKind.AGENDA, PushKind.REVIEW, PushKind.SUMMARY, PushKind.WEEKLY)


class PushState(StrEnum):
    """`held`: the chat cannot be reached now; `closing`: the sent message is to be edited to say
    what was done; `dead`: Telegram refuses it for good, and it is kept for the operator."""

    PENDING = "pending"
    SENT = "sent"
    CLOSING = "closing"
    CLOSED = "closed"
    HELD = "held"
    DEAD = "dead"


# The words of partial indexes. storage.pushes.claims sends the same words: SQLite compares them.
CLAIMABLE = "state IN ('pending', 'closing')"
NO_DIGEST = "kind NOT IN ('agenda', 'review', 'summary', 'weekly')"


def _by_moment(name: str, *, where: str) -> sa.Index:
    rows = sa.text(where)
    return sa.Index(name, "fire_at", postgresql_where=rows, sqlite_where=rows)


class Reminder(SQLModel, table=True):
    """A push, planned or sent: ids and times, no sentences.

    `slot` names what it is about and is unique, so that it cannot be planned twice.
    `occurrence_at` is the due moment that it belongs to. No other worker takes a claimed row
    until `claimed_until`. `unclear`: tries of which nobody knows whether they arrived. `closed_by`:
    the deed that the message tells of; when it is taken back, the message asks again.
    """

    __tablename__ = "reminders"
    __table_args__ = (
        one_of("kind", PushKind),
        one_of("state", PushState),
        _by_moment("ix_reminders_open", where=CLAIMABLE),
        _by_moment("ix_reminders_first", where=f"{CLAIMABLE} AND {NO_DIGEST}"),
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
    unclear: int | None = None
    sent_at: datetime | None = None
    message_id: int | None = Field(default=None, sa_type=sa.BigInteger)
    error: str | None = None
    closed_by: UUID | None = None


class SendingSlot(SQLModel, table=True):
    """Two rows that share Telegram's limit among all processes of a token: 1, when the next push
    may be sent; 2, until when Telegram refuses all of them (inserted at its first refusal)."""

    __tablename__ = "sending_slots"

    id: int = Field(sa_column=sa.Column(sa.Integer, primary_key=True, autoincrement=False))
    next_at: datetime
