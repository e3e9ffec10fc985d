"""What was done, and by whom."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.models.columns import JSON, key, maybe, one_of, parent


class Action(StrEnum):
    """What was done to a thing."""

    ADD = "add"
    EDIT = "edit"
    MOVE = "move"
    COMPLETE = "complete"
    REOPEN = "reopen"
    DELETE = "delete"
    RESTORE = "restore"
    UNDO = "undo"
    LOG = "log"
    PAUSE = "pause"
    ARCHIVE = "archive"
    JOIN = "join"
    LEAVE = "leave"
    SNOOZE = "snooze"
    SKIP = "skip"
    MISS = "miss"
    SET = "set"


class Change(SQLModel, table=True):
    """A row of history: who changed what, with the changed facts before and after.

    It is about a task, a habit or, with neither key, what a person or a chat has set. The facts are
    in storage.history.facts. `chat_id`: where it was done, which may be another chat than the
    task's. Changes of one command share a `batch`; `undone_at` is set on those that
    were taken back. `is_forgotten`: whoever did it has had all of theirs erased since.
    """

    __tablename__ = "changes"
    __table_args__ = (
        one_of("action", Action),
        sa.CheckConstraint("task_id IS NULL OR habit_id IS NULL", name="about"),
        sa.Index("ix_changes_task_id", "task_id", "id"),
        sa.Index("ix_changes_undo", "chat_id", "user_id", "id"),
        sa.Index("ix_changes_batch", "batch"),
    )

    id: UUID = key()
    batch: UUID
    chat_id: UUID = parent("chats")
    task_id: UUID | None = Field(default=None, foreign_key="tasks.id", ondelete="CASCADE")
    habit_id: UUID | None = Field(
        default=None, foreign_key="habits.id", ondelete="CASCADE", index=True
    )
    user_id: UUID | None = maybe("users")
    action: str = Field(sa_type=sa.String)
    before: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    after: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    created_at: datetime
    undone_at: datetime | None = None
    is_forgotten: bool | None = None
