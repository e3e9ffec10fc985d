"""What was deleted long ago, deleted for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete
from sqlmodel import col, select

from storage.models import Habit, Task

if TYPE_CHECKING:
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession

BATCH = 200  # tasks or habits in one transaction, each with all of its parts


async def empty_trash(session: AsyncSession, *, before: datetime) -> int:
    """Delete a batch of tasks, or else of habits, that were deleted before a moment, with their
    parts, their history and their reminders. How many they were.

    What was taken back, or deleted again since, is not that old.
    """
    for model in (Task, Habit):
        old = select(model.id).where(col(model.deleted_at) < before).limit(BATCH)
        gone = await session.exec(
            delete(model).where(col(model.id).in_(old)).execution_options(synchronize_session=False)
        )
        if gone.rowcount:
            return gone.rowcount
    return 0
