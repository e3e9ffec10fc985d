"""Habits, who takes part in them, and what happened on each day."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

from storage.models.columns import JSON, key, maybe, one_of, parent, partial_index, snooze_end
from storage.rules.schedules import Direction, Goal, Schedule

NAME_LIMIT = 100  # characters of a habit's name
UNIT_LIMIT = 30
ENTRY_NOTE_LIMIT = 500
HABITS_LIMIT = 100  # live ones of a chat
COLOURS = 8


class Habit(SQLModel, table=True):
    """A habit of a chat: a person's own in their private chat, shared by its members in a group.

    `recurring_schedule` is JSON of storage.rules.schedules. A habit with a `target` is measured, in
    `unit`. `searchable` holds the folded words of its name. `colour` is an index of the palette of
    the pictures. `snoozed` is as a task's.
    """

    __tablename__ = "habits"
    __table_args__ = (
        sa.CheckConstraint(f"length(name) BETWEEN 1 AND {NAME_LIMIT}", name="name"),
        sa.CheckConstraint(f"length(unit) <= {UNIT_LIMIT}", name="unit"),
        sa.CheckConstraint("(target IS NULL) = (direction IS NULL)", name="target"),
        sa.CheckConstraint("target >= 0", name="target_sign"),
        sa.CheckConstraint(f"colour BETWEEN 0 AND {COLOURS - 1}", name="colour"),
        one_of("direction", Direction),
        partial_index("ix_habits_live", "position", where="deleted_at IS NULL"),
    )

    id: UUID = key()
    chat_id: UUID = parent("chats")
    topic: int = Field(default=0, sa_type=sa.BigInteger)
    name: str = Field(sa_type=sa.String(NAME_LIMIT))
    searchable: str = ""
    recurring_schedule: dict[str, Any] = Field(sa_type=JSON)
    target: float | None = None
    unit: str = ""
    direction: str | None = Field(default=None, sa_type=sa.String)
    snoozed: dict[str, str] | None = Field(default=None, sa_type=JSON)
    colour: int = 0
    position: int = 0
    created_by: UUID | None = maybe("users")
    created_at: datetime
    updated_at: datetime
    archived_at: datetime | None = None
    deleted_at: datetime | None = None

    @property
    def schedule(self) -> Schedule:
        return Schedule.from_json(self.recurring_schedule)

    @schedule.setter
    def schedule(self, schedule: Schedule) -> None:
        self.recurring_schedule = schedule.to_json()

    @property
    def goal(self) -> Goal | None:
        if self.target is None or self.direction is None:
            return None
        return Goal(self.target, self.unit, Direction(self.direction))

    @goal.setter
    def goal(self, goal: Goal | None) -> None:
        self.target = goal.amount if goal else None
        self.unit = goal.unit[:UNIT_LIMIT] if goal else ""
        self.direction = goal.direction.value if goal else None

    def snoozed_until(self, chat_id: UUID) -> datetime | None:
        """Until when its reminder was snoozed in a chat; it may be past."""
        return snooze_end(self.snoozed, chat_id)

    @property
    def is_live(self) -> bool:
        return self.archived_at is None and self.deleted_at is None


class HabitMember(SQLModel, table=True):
    """Who takes part in a habit. `pauses` are spans of days on which it asks them for nothing.

    `is_ranked`: whether the group's leaderboard shows them.
    """

    __tablename__ = "habit_members"

    habit_id: UUID = parent("habits", part_of_key=True)
    user_id: UUID = parent("users", indexed=True, part_of_key=True)
    joined_at: datetime
    pauses: list[list[str | None]] = Field(default_factory=list, sa_type=JSON)
    is_ranked: bool = True


class HabitEntry(SQLModel, table=True):
    """What somebody did of a habit on one of their days. A tick is an amount of 1."""

    __tablename__ = "habit_entries"
    __table_args__ = (
        sa.CheckConstraint("amount >= 0", name="amount"),
        sa.CheckConstraint(f"length(note) <= {ENTRY_NOTE_LIMIT}", name="note"),
        {"sqlite_with_rowid": False},  # a person's days lie side by side
    )

    habit_id: UUID = parent("habits", part_of_key=True)
    user_id: UUID = parent("users", indexed=True, part_of_key=True)
    day: date = Field(primary_key=True)
    amount: float = 0.0
    is_skip: bool = False
    note: str = ""
    updated_at: datetime
