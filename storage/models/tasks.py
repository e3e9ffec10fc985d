"""Tasks and their parts."""

# No `from __future__ import annotations` here: SQLModel reads relationships' types at run time.
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, Relationship, SQLModel

from storage.models.columns import (
    JSON,
    key,
    maybe,
    one_of,
    parent,
    partial_index,
    snooze_end,
)
from storage.rules.due import Due
from storage.rules.priority import Priority

if TYPE_CHECKING:
    from storage.models.people import Chat, User

TITLE_LIMIT = 200
NOTES_LIMIT = 4_000
TAGS_LIMIT = 20
ASSIGNEES_LIMIT = 20
CHECKLIST_LIMIT = 50
OPEN_TASKS_LIMIT = 10_000
ITEM_LIMIT = 200  # characters of a checklist item
TAG_LIMIT = 64  # characters of a tag
WAITING = "update_id IS NOT NULL"  # of a message: an answer that Telegram has not taken


class Status(StrEnum):
    TODO = "todo"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"


class TaskTag(SQLModel, table=True):
    __tablename__ = "task_tags"

    task_id: UUID = parent("tasks", part_of_key=True)
    tag_id: UUID = parent("tags", indexed=True, part_of_key=True)


class Assignment(SQLModel, table=True):
    __tablename__ = "assignments"

    task_id: UUID = parent("tasks", part_of_key=True)
    user_id: UUID = parent("users", indexed=True, part_of_key=True)


class Tag(SQLModel, table=True):
    """A chat's tag: `name` as it was written first, `folded` as it is compared."""

    __tablename__ = "tags"
    __table_args__ = (sa.UniqueConstraint("chat_id", "folded"),)

    id: UUID = key()
    chat_id: UUID = parent("chats")
    name: str = Field(sa_type=sa.String(TAG_LIMIT))
    folded: str


class ChecklistItem(SQLModel, table=True):
    __tablename__ = "checklist_items"
    __table_args__ = (sa.UniqueConstraint("task_id", "position"),)

    id: UUID = key()
    task_id: UUID = parent("tasks")
    position: int
    text: str
    is_done: bool = False


class FileKind(StrEnum):
    """Telegram's kinds of files; one is sent again as what it was."""

    PHOTO = "photo"
    DOCUMENT = "document"
    VIDEO = "video"
    ANIMATION = "animation"
    AUDIO = "audio"
    VOICE = "voice"
    VIDEO_NOTE = "video_note"


class Attachment(SQLModel, table=True):
    """A photo, document or recording that Telegram stores; here are its ids."""

    __tablename__ = "attachments"
    __table_args__ = (one_of("kind", FileKind),)

    id: UUID = key()
    task_id: UUID = parent("tasks", indexed=True)
    kind: str = Field(sa_type=sa.String)
    file_id: str
    unique_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class TurnTaker:
    """Somebody of a rotation's order; `user` is None once they are not in the chat any more."""

    key: UUID
    user: "User | None"


class Task(SQLModel, table=True):
    """One task. `topic` is the forum topic's id, 0 outside topics.

    `searchable` is explained in storage.tasks.search. `reminders` are offsets (see
    storage.rules.offsets), None for the default ones. `said` is the line that the task was written
    as, so that words can be given back to the title; `written_in` is Telegram's id of the message
    that had it, perhaps among other lines. `duration_minutes` is how long it lasts from when it is
    due; a whole day has 1440.

    A task due on a whole day has that day as `due_on`; `due_at` is its start in `due_zone`. One
    that was moved off its repeat `stands_for` the moment that it had there. `snoozed`: until when
    nothing comes, as ISO 8601 by the hexadecimal key of the chat. `awaited`: the @usernames,
    without the @, of assignees whom the chat has not seen yet (see storage.tasks.awaited).

    People may take turns at a task: its `rotation` has their keys in hexadecimal digits, in an
    `order` that stays, and whose `turn` it is or was last. Where each assignee has a part of their
    own to do, `ticked` has the keys of those who have done it; None where one does it for all.
    """

    __tablename__ = "tasks"
    __table_args__ = (
        sa.UniqueConstraint("chat_id", "number"),
        sa.CheckConstraint(f"length(title) BETWEEN 1 AND {TITLE_LIMIT}", name="title"),
        sa.CheckConstraint(f"length(notes) <= {NOTES_LIMIT}", name="notes"),
        one_of("status", Status),
        one_of("priority", Priority),
        sa.CheckConstraint("(due_at IS NULL) = (due_zone IS NULL)", name="due"),
        sa.CheckConstraint("due_on IS NULL OR due_at IS NOT NULL", name="due_on"),
        sa.CheckConstraint("(status = 'completed') = (completed_at IS NOT NULL)", name="completed"),
        partial_index(
            "ix_tasks_open", "due_at", where="status <> 'completed' AND deleted_at IS NULL"
        ),
        partial_index("ix_tasks_done", "completed_at", where="status = 'completed'"),
        partial_index("ix_tasks_trash", "deleted_at", where="deleted_at IS NOT NULL"),
        sa.Index("ix_tasks_created", "chat_id", "created_at"),
        partial_index("ix_tasks_awaited", "number", where="awaited IS NOT NULL"),
    )

    id: UUID = key()
    chat_id: UUID = parent("chats")
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
    stands_for: datetime | None = None
    snoozed: dict[str, str] | None = Field(default=None, sa_type=JSON)
    awaited: list[str] | None = Field(default=None, sa_type=JSON)
    said: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    rotation: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    ticked: list[str] | None = Field(default=None, sa_type=JSON)
    reminders: list[str] | None = Field(default=None, sa_type=JSON)
    nag_minutes: int | None = None
    duration_minutes: int | None = None
    searchable: str = ""
    written_in: int | None = Field(default=None, sa_type=sa.BigInteger)
    created_by: UUID | None = maybe("users")
    created_at: datetime
    updated_at: datetime
    completed_at: datetime | None = None
    completed_by: UUID | None = maybe("users")
    deleted_at: datetime | None = None

    chat: "Chat" = Relationship(sa_relationship_kwargs={"lazy": "raise"})
    tags: list[Tag] = Relationship(
        link_model=TaskTag, sa_relationship_kwargs={"lazy": "raise", "order_by": "Tag.folded"}
    )
    assignees: list["User"] = Relationship(
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
        sa_relationship_kwargs={
            "lazy": "raise",
            "order_by": "Attachment.id",
            "cascade": "all, delete-orphan",
        }
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
    def duration(self) -> timedelta | None:
        """How long it lasts."""
        return timedelta(minutes=self.duration_minutes) if self.duration_minutes else None

    @property
    def occurrence(self) -> Due | None:
        """Which occurrence of its repeat it is: its due date, or where that was moved from."""
        due = self.due
        if due is None or self.stands_for is None:
            return due
        return Due.from_moment(self.stands_for, due.zone, whole_day=due.is_whole_day)

    def snoozed_until(self, chat_id: UUID) -> datetime | None:
        """Until when it was snoozed in a chat; it may be past."""
        return snooze_end(self.snoozed, chat_id)

    @property
    def turn_order(self) -> list[UUID]:
        """The keys of those who take turns, in their order."""
        return [UUID(key) for key in (self.rotation or {}).get("order", ())]

    @property
    def turn(self) -> UUID | None:
        """The key of whose turn it is, or was last."""
        key = (self.rotation or {}).get("turn")
        return UUID(key) if key else None

    @property
    def takers(self) -> tuple[TurnTaker, ...]:
        """Those who take turns, in their order. Raises KeyError where they were not read: see
        storage.tasks.takers."""
        if self.rotation is None:
            return ()
        takers: tuple[TurnTaker, ...] = sa.inspect(self).info["takers"]
        return takers

    @property
    def knows_takers(self) -> bool:
        """Whether people take turns, and it was read who they are."""
        return self.rotation is not None and "takers" in sa.inspect(self).info

    @property
    def is_for_each(self) -> bool:
        """Whether each of several assignees has to do their part."""
        return self.ticked is not None and len(self.assignees) > 1

    @property
    def missing(self) -> "list[User]":
        """The assignees who are still asked: those who have not done their part."""
        return [user for user in self.assignees if not self.is_done_by(user.id)]

    @property
    def waits_for_others(self) -> bool:
        """Whether some of its assignees have done their part, and others have not."""
        return not self.is_done and self.is_for_each and bool(self.ticked)

    def is_done_by(self, person_id: UUID | None) -> bool:
        """Whether somebody has done their own part."""
        return person_id is not None and person_id.hex in (self.ticked or ())

    @property
    def is_done(self) -> bool:
        return self.status == Status.COMPLETED

    @property
    def is_deleted(self) -> bool:
        return self.deleted_at is not None


class TaskMessage(SQLModel, table=True):
    """A message of a chat: the task that it shows or (`is_source`) that was made from it, and the
    bot's answer as long as Telegram has not taken it. `digest` is that of a source's words, as long
    as they are when the task is what they say.

    An answer that is on its way has an `update_id`, that of the update that it answers. A new
    message has no number of Telegram's yet: its `message_id` is minus that of the update.
    `leaves_at` is when another process may send the answer, unless this one has.
    """

    __tablename__ = "task_messages"
    __table_args__ = (
        sa.Index(
            "ix_task_messages_update_id",
            "update_id",
            postgresql_where=sa.text(WAITING),
            sqlite_where=sa.text(WAITING),
        ),
    )

    chat_id: UUID = parent("chats", part_of_key=True)
    message_id: int = Field(sa_type=sa.BigInteger, primary_key=True)
    task_id: UUID | None = Field(
        default=None, foreign_key="tasks.id", ondelete="CASCADE", index=True
    )
    is_source: bool = False
    digest: str | None = None
    created_at: datetime
    update_id: int | None = Field(default=None, sa_type=sa.BigInteger)
    answer: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    leaves_at: datetime | None = None
