"""The tables: one definition for SQLite and PostgreSQL.

Keys are UUIDv7 (they grow with time), moments are aware UTC, a row's children go with it,
enumerations are CHECK constraints, deletes of tasks are soft.
"""

# No `from __future__ import annotations` here: SQLModel reads relationships' types at run time.
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, Relationship, SQLModel
from uuid_utils.compat import uuid7

from storage.rules.due import Due

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

TITLE_LIMIT = 200
NOTES_LIMIT = 4_000
TAGS_LIMIT = 20
ASSIGNEES_LIMIT = 20
CHECKLIST_LIMIT = 50
OPEN_TASKS_LIMIT = 10_000
ITEM_LIMIT = 200  # characters of a checklist item
TAG_LIMIT = 64  # characters of a tag

JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


class Status(StrEnum):
    TODO = "todo"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"


class Priority(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class Standing(StrEnum):
    """What a person is in a chat."""

    MEMBER = "member"
    ADMINISTRATOR = "administrator"
    GONE = "gone"


class Action(StrEnum):
    """What was done to a task, as history keeps it."""

    ADD = "add"
    EDIT = "edit"
    MOVE = "move"
    COMPLETE = "complete"
    REOPEN = "reopen"
    DELETE = "delete"
    RESTORE = "restore"
    UNDO = "undo"


class PushKind(StrEnum):
    """Why something is pushed."""

    TASK = "task"
    NAG = "nag"
    SNOOZE = "snooze"
    AGENDA = "agenda"
    REVIEW = "review"
    SUMMARY = "summary"


class PushState(StrEnum):
    """`held`: the chat cannot be reached now; `closing`: the message is to be edited to say what
    was done; `dead`: Telegram refuses it for good, kept for the operator."""

    PENDING = "pending"
    SENT = "sent"
    CLOSING = "closing"
    CLOSED = "closed"
    HELD = "held"
    DEAD = "dead"


def _one_of(column: str, values: type[StrEnum]) -> sa.CheckConstraint:
    allowed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({allowed})", name=column)


def _partial(name: str, column: str, *, where: str) -> sa.Index:
    """An index of a chat's tasks in one state, by the moment that the state is sorted by."""
    rows = sa.text(where)
    return sa.Index(name, "chat_id", column, postgresql_where=rows, sqlite_where=rows)


def _key() -> Any:
    return Field(default_factory=uuid7, primary_key=True)


def _parent(table: str, *, indexed: bool = False, part_of_key: bool = False) -> Any:
    return Field(
        foreign_key=f"{table}.id", ondelete="CASCADE", index=indexed, primary_key=part_of_key
    )


def _maybe(table: str) -> Any:
    """A reference that outlives the row that it names."""
    return Field(default=None, foreign_key=f"{table}.id", ondelete="SET NULL", nullable=True)


class User(SQLModel, table=True):
    """Somebody who talks to the bot. A chat that posts as itself is one too (negative id)."""

    __tablename__ = "users"

    id: UUID = _key()
    telegram_id: int = Field(sa_type=sa.BigInteger, unique=True)
    name: str
    username: str | None = None
    telegram_language: str = ""
    settings: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    blocked_at: datetime | None = None
    created_at: datetime
    updated_at: datetime


class Chat(SQLModel, table=True):
    """A chat is a list: its `next_number` is the number that the next task gets."""

    __tablename__ = "chats"
    __table_args__ = (_one_of("kind", ChatKind),)

    id: UUID = _key()
    telegram_id: int = Field(sa_type=sa.BigInteger, unique=True)
    kind: str = Field(sa_type=sa.String)
    title: str
    username: str | None = None
    is_forum: bool = False
    settings: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    next_number: int = 1
    unreachable_at: datetime | None = None
    created_at: datetime
    updated_at: datetime

    @property
    def is_private(self) -> bool:
        return self.kind == ChatKind.PRIVATE


class Membership(SQLModel, table=True):
    """Who is in which chat: when that was last seen, and when Telegram was last asked."""

    __tablename__ = "memberships"
    __table_args__ = (_one_of("standing", Standing),)

    user_id: UUID = _parent("users", part_of_key=True)
    chat_id: UUID = _parent("chats", indexed=True, part_of_key=True)
    standing: str = Field(sa_type=sa.String)
    checked_at: datetime
    asked_at: datetime | None = None


class TaskTag(SQLModel, table=True):
    __tablename__ = "task_tags"

    task_id: UUID = _parent("tasks", part_of_key=True)
    tag_id: UUID = _parent("tags", indexed=True, part_of_key=True)


class Assignment(SQLModel, table=True):
    __tablename__ = "assignments"

    task_id: UUID = _parent("tasks", part_of_key=True)
    user_id: UUID = _parent("users", indexed=True, part_of_key=True)


class Tag(SQLModel, table=True):
    """A chat's tag: `name` as first written, `folded` as it is compared."""

    __tablename__ = "tags"
    __table_args__ = (sa.UniqueConstraint("chat_id", "folded"),)

    id: UUID = _key()
    chat_id: UUID = _parent("chats")
    name: str = Field(sa_type=sa.String(TAG_LIMIT))
    folded: str


class ChecklistItem(SQLModel, table=True):
    __tablename__ = "checklist_items"
    __table_args__ = (sa.UniqueConstraint("task_id", "position"),)

    id: UUID = _key()
    task_id: UUID = _parent("tasks")
    position: int
    text: str
    is_done: bool = False


class Attachment(SQLModel, table=True):
    """A photo or document of Telegram's, kept by its ids."""

    __tablename__ = "attachments"
    __table_args__ = (sa.CheckConstraint("kind IN ('photo', 'document')", name="kind"),)

    id: UUID = _key()
    task_id: UUID = _parent("tasks", indexed=True)
    kind: str = Field(sa_type=sa.String)
    file_id: str
    unique_id: str
    name: str = ""


class Task(SQLModel, table=True):
    """One task. `topic` is the forum topic's id, 0 outside topics; `searchable` see storage.search.

    `reminders` are offsets (see storage.rules.reminders), None for the usual ones.
    `said` is the line that the task was written as, for giving words back to the title.

    A task due on a whole day has that day as `due_on`; `due_at` is its start in `due_zone`.
    """

    __tablename__ = "tasks"
    __table_args__ = (
        sa.UniqueConstraint("chat_id", "number"),
        sa.CheckConstraint(f"length(title) BETWEEN 1 AND {TITLE_LIMIT}", name="title"),
        sa.CheckConstraint(f"length(notes) <= {NOTES_LIMIT}", name="notes"),
        _one_of("status", Status),
        _one_of("priority", Priority),
        sa.CheckConstraint("(due_at IS NULL) = (due_zone IS NULL)", name="due"),
        sa.CheckConstraint("due_on IS NULL OR due_at IS NOT NULL", name="due_on"),
        sa.CheckConstraint("(status = 'completed') = (completed_at IS NOT NULL)", name="completed"),
        _partial("ix_tasks_open", "due_at", where="status <> 'completed' AND deleted_at IS NULL"),
        _partial("ix_tasks_done", "completed_at", where="status = 'completed'"),
        _partial("ix_tasks_trash", "deleted_at", where="deleted_at IS NOT NULL"),
        sa.Index("ix_tasks_created", "chat_id", "created_at"),
    )

    id: UUID = _key()
    chat_id: UUID = _parent("chats")
    topic: int = Field(default=0, sa_type=sa.BigInteger)
    number: int
    title: str = Field(sa_type=sa.String(TITLE_LIMIT))
    notes: str = ""
    status: str = Field(default=Status.TODO, sa_type=sa.String)
    priority: str = Field(default=Priority.MEDIUM, sa_type=sa.String)
    due_at: datetime | None = None
    due_zone: str | None = None
    due_on: date | None = None
    repeat: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    said: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    reminders: list[str] | None = Field(default=None, sa_type=JSON)
    nag_minutes: int | None = None
    searchable: str = ""
    created_by: UUID | None = _maybe("users")
    created_at: datetime
    updated_at: datetime
    completed_at: datetime | None = None
    completed_by: UUID | None = _maybe("users")
    deleted_at: datetime | None = None

    chat: Chat = Relationship(sa_relationship_kwargs={"lazy": "raise"})
    tags: list[Tag] = Relationship(
        link_model=TaskTag, sa_relationship_kwargs={"lazy": "raise", "order_by": "Tag.folded"}
    )
    assignees: list[User] = Relationship(
        link_model=Assignment, sa_relationship_kwargs={"lazy": "raise", "order_by": "User.name"}
    )
    checklist: list[ChecklistItem] = Relationship(
        sa_relationship_kwargs={
            "lazy": "raise",
            "order_by": "ChecklistItem.position",
            "cascade": "all, delete-orphan",
        }
    )
    attachments: list[Attachment] = Relationship(
        sa_relationship_kwargs={"lazy": "raise", "order_by": "Attachment.id"}
    )

    @property
    def due(self) -> Due | None:
        if self.due_at is None or self.due_zone is None:
            return None
        if self.due_on is not None:
            return Due(self.due_on, None, self.due_zone)
        return Due.from_moment(self.due_at, self.due_zone)

    @due.setter
    def due(self, due: Due | None) -> None:
        self.due_at = due.at if due else None
        self.due_zone = due.zone if due else None
        self.due_on = due.on if due and due.is_whole_day else None

    @property
    def is_done(self) -> bool:
        return self.status == Status.COMPLETED

    @property
    def is_deleted(self) -> bool:
        return self.deleted_at is not None


class Change(SQLModel, table=True):
    """A row of history: who did what to a task, with the fields before and after.

    Changes of one command share their `batch`; `undone_at` tells those that were taken back.
    """

    __tablename__ = "changes"
    __table_args__ = (
        _one_of("action", Action),
        sa.Index("ix_changes_task_id", "task_id", "id"),
        sa.Index("ix_changes_undo", "chat_id", "user_id", "id"),
        sa.Index("ix_changes_batch", "batch"),
    )

    id: UUID = _key()
    batch: UUID
    chat_id: UUID = _parent("chats")
    task_id: UUID = _parent("tasks")
    user_id: UUID | None = _maybe("users")
    action: str = Field(sa_type=sa.String)
    before: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    after: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    created_at: datetime
    undone_at: datetime | None = None


class Reminder(SQLModel, table=True):
    """A push to be, or that was: ids and times, no sentences.

    `slot` names what it is about, so that no plan can double it. `occurrence_at` is the due moment
    that it belongs to. A claimed row is let alone until `claimed_until`.
    """

    __tablename__ = "reminders"
    __table_args__ = (
        _one_of("kind", PushKind),
        _one_of("state", PushState),
        sa.Index(
            "ix_reminders_open",
            "fire_at",
            postgresql_where=sa.text("state IN ('pending', 'closing')"),
            sqlite_where=sa.text("state IN ('pending', 'closing')"),
        ),
        sa.Index("ix_reminders_chat_id", "chat_id", "state"),
    )

    id: UUID = _key()
    slot: str = Field(unique=True)
    kind: str = Field(sa_type=sa.String)
    state: str = Field(default=PushState.PENDING, sa_type=sa.String)
    chat_id: UUID = _parent("chats")
    topic: int = Field(default=0, sa_type=sa.BigInteger)
    task_id: UUID | None = Field(
        default=None, foreign_key="tasks.id", ondelete="CASCADE", index=True
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


class TaskMessage(SQLModel, table=True):
    """Which message of a chat shows a task, or was written as it (`is_source`)."""

    __tablename__ = "task_messages"

    chat_id: UUID = _parent("chats", part_of_key=True)
    message_id: int = Field(sa_type=sa.BigInteger, primary_key=True)
    task_id: UUID = _parent("tasks", indexed=True)
    is_source: bool = False
    created_at: datetime


class Question(SQLModel, table=True):
    """What the bot asked somebody in a chat and waits for: it survives a restart."""

    __tablename__ = "questions"

    chat_id: UUID = _parent("chats", part_of_key=True)
    user_id: UUID = _parent("users", part_of_key=True)
    topic: int = Field(default=0, sa_type=sa.BigInteger)
    kind: str
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    asked_at: datetime


class Shortcut(SQLModel, table=True):
    """Words of a list's filter that do not fit into a button's 64 bytes."""

    __tablename__ = "shortcuts"

    key: str = Field(primary_key=True)
    text: str
    created_at: datetime


class ReceivedUpdate(SQLModel, table=True):
    """An update of Telegram's that had its effect; it has none a second time."""

    __tablename__ = "received_updates"

    update_id: int = Field(
        sa_column=sa.Column(sa.BigInteger, primary_key=True, autoincrement=False)
    )
    received_at: datetime = Field(index=True)
