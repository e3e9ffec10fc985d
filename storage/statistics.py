"""Counts of rows, for operators and metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import col, select

from storage.models import Chat, Habit, PushState, Reminder, Task, User

if TYPE_CHECKING:
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession


async def count_rows(session: AsyncSession, *, now: datetime) -> dict[str, int]:
    """Count people, chats, open tasks, live habits, and reminders: waiting, late, and refused by
    Telegram for good."""
    pending = Reminder.state == PushState.PENDING
    questions = {
        "people": select(func.count()).select_from(User),
        "chats": select(func.count()).select_from(Chat),
        "tasks": select(func.count())
        .select_from(Task)
        .where(col(Task.completed_at).is_(None), col(Task.deleted_at).is_(None)),
        "habits": select(func.count())
        .select_from(Habit)
        .where(col(Habit.archived_at).is_(None), col(Habit.deleted_at).is_(None)),
        "waiting": select(func.count()).select_from(Reminder).where(pending),
        "late": select(func.count()).select_from(Reminder).where(pending, Reminder.fire_at < now),
        "dead": select(func.count()).select_from(Reminder).where(Reminder.state == PushState.DEAD),
    }
    return {name: (await session.exec(query)).one() for name, query in questions.items()}
