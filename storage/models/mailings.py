"""Messages of people to people, by way of the bot: broadcasts, feedback, and answers to it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.models.columns import key, maybe, one_of, parent

OPEN_LETTERS = "state IN ('waiting', 'sending')"


class MailingKind(StrEnum):
    BROADCAST = "broadcast"  # of an operator to everybody
    FEEDBACK = "feedback"  # of somebody to the operators
    REPLY = "reply"  # of an operator to somebody's feedback


class MailingState(StrEnum):
    DRAFT = "draft"
    SENDING = "sending"
    PAUSED = "paused"
    STOPPED = "stopped"
    DONE = "done"


class MailingAudience(StrEnum):
    """Whom a broadcast goes to: those who have started the bot, groups that have it, or both."""

    PEOPLE = "people"
    GROUPS = "groups"
    BOTH = "both"


class LetterState(StrEnum):
    """`unclear`: perhaps it has arrived, and so it is not sent again; `lost`: whom it is for cannot
    be reached; `refused`: Telegram does not take it."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNCLEAR = "unclear"
    LOST = "lost"
    REFUSED = "refused"


class Mailing(SQLModel, table=True):
    """What somebody says to others. `about`: the feedback that a reply answers.

    `shown_in`: the message in its author's private chat that tells how far a broadcast is;
    `shown_state` is the state that it tells, `shown_at` when it was edited last.
    """

    __tablename__ = "mailings"
    __table_args__ = (
        one_of("kind", MailingKind),
        one_of("state", MailingState),
        one_of("audience", MailingAudience),
        sa.Index("ix_mailings_author_id", "author_id", "created_at"),
        sa.Index("ix_mailings_state", "state"),
    )

    id: UUID = key()
    kind: str = Field(sa_type=sa.String)
    state: str = Field(default=MailingState.DRAFT, sa_type=sa.String)
    audience: str = Field(default=MailingAudience.PEOPLE, sa_type=sa.String)
    text: str
    author_id: UUID = parent("users")
    about: UUID | None = maybe("mailings")
    shown_in: int | None = Field(default=None, sa_type=sa.BigInteger)
    shown_state: str | None = None
    shown_at: datetime | None = None
    created_at: datetime
    ended_at: datetime | None = None


class Letter(SQLModel, table=True):
    """A mailing on its way to one chat; there is one at most.

    `claimed_until`: until when a worker has it in hand or, while it waits, before when it is not
    tried.
    """

    __tablename__ = "letters"
    __table_args__ = (
        one_of("state", LetterState),
        sa.Index(
            "ix_letters_open",
            "mailing_id",
            "chat_id",
            postgresql_where=sa.text(OPEN_LETTERS),
            sqlite_where=sa.text(OPEN_LETTERS),
        ),
    )

    mailing_id: UUID = parent("mailings", part_of_key=True)
    chat_id: UUID = parent("chats", indexed=True, part_of_key=True)
    state: str = Field(default=LetterState.WAITING, sa_type=sa.String)
    claimed_until: datetime | None = None
    attempts: int = 0
    message_id: int | None = Field(default=None, sa_type=sa.BigInteger)
    error: str | None = None
