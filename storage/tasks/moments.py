"""When many tasks are due, changed at once: a chat has moved to another time zone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import func
from sqlalchemy.orm import selectinload
from sqlmodel import col, select

from storage.history.facts import from_iso, moments_of
from storage.history.kinds import Moments
from storage.history.recording import recorded
from storage.models import Action, Change, Chat, Task
from storage.people.access import visible_to

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Asker, Deed


async def find_moments(session: AsyncSession, change: Change, asker: Asker) -> Moments:
    """Those of the tasks of a change that are due as it has left them; others were moved since."""
    after = change.after["moments"]
    query = (
        select(Task)
        .where(col(Task.id).in_([UUID(key) for key in after]), visible_to(asker))
        .options(selectinload(Task.assignees))  # type: ignore[arg-type]
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    tasks = (await session.exec(query)).all()
    return Moments(tuple(task for task in tasks if moments_of(task) == after[task.id.hex]))


def put_moments(moments: Moments, before: Mapping[str, Any]) -> None:
    """Let tasks be due when they were, inside a change that is recorded."""
    for task in moments.tasks:
        due, zone, stands_for, snoozed = before[task.id.hex]
        at, task.due_zone, on = due or (None, None, None)
        task.due_at, task.due_on = from_iso(at), date.fromisoformat(on) if on else None
        task.stands_for, task.snoozed = from_iso(stands_for), snoozed
        if task.repeat is not None and zone is not None:
            task.repeat = {**task.repeat, "zone": zone}


async def keep_moments(session: AsyncSession, batch: UUID, deed: Deed) -> int:
    """Let the tasks that the asker's deed has moved to another zone be due at the moments that
    they had before. Return how many they are."""
    query = select(Change).where(
        Change.batch == batch,
        Change.user_id == deed.asker.user_id,
        Change.action == Action.MOVE,
        col(Change.task_id).is_(None),
        col(Change.undone_at).is_(None),
    )
    change = (await session.exec(query)).first()
    if change is None:
        return 0
    moments = await find_moments(session, change, deed.asker)
    with recorded(session, moments, Action.MOVE, deed):
        put_moments(moments, change.before["moments"])
    return len(moments.tasks)


async def count_ahead(session: AsyncSession, chat: Chat, zone: str, *, now: datetime) -> int:
    """How many open tasks of a chat are due at a time that is ahead, in a zone."""
    query = select(func.count()).where(
        Task.chat_id == chat.id,
        Task.due_zone == zone,
        col(Task.due_at) > now,
        col(Task.due_on).is_(None),
        col(Task.completed_at).is_(None),
        col(Task.deleted_at).is_(None),
    )
    return (await session.exec(query)).one()
