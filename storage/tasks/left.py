"""What goes on without those who have left a chat: turns, and tasks that waited for their part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_
from sqlmodel import col, select

from storage.database import is_postgresql
from storage.models import Task
from storage.people.asking import ByTheClock
from storage.people.changed import left_chats
from storage.rules.rotation import next_turn
from storage.tasks.assign import set_assignees
from storage.tasks.parts import read, selected
from storage.tasks.takers import can_on, load_takers, taker_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession


async def go_on_without(session: AsyncSession) -> None:
    """Pass on the turns of those whom this transaction has seen leave, and complete what waited
    only for them; called before each commit."""
    left = left_chats(session)
    for chat_id, now in left.items():
        tasks = await _shared(session, chat_id)
        await load_takers(session, tasks)
        for task in tasks:
            _go_on(session, task, ByTheClock(chat_id, now))
    left.clear()


async def _shared(session: AsyncSession, chat_id: UUID) -> Sequence[Task]:
    """The open tasks of a chat at which people take turns or have parts, to be changed."""
    conditions = (
        col(Task.chat_id) == chat_id,
        col(Task.completed_at).is_(None),
        col(Task.deleted_at).is_(None),
        or_(col(Task.rotation).is_not(None), col(Task.ticked).is_not(None)),
    )
    if is_postgresql(session):
        await session.exec(select(Task.id).where(*conditions).with_for_update(key_share=True))
    query = selected(*conditions).execution_options(populate_existing=True)
    return (await read(session, query)).tasks


def _go_on(session: AsyncSession, task: Task, deed: ByTheClock) -> None:
    if task.rotation is None:
        set_assignees(session, task, task.assignees, deed)
        return
    last = taker_of(task.takers, task.turn)
    if task.assignees or last is None or last.user is not None:
        return  # somebody has the turn, or nobody by somebody's choice
    day = task.due.on if task.due is not None else None
    following = next_turn(task.takers, last, can=can_on(day))
    if following is not None and following.user is not None:
        set_assignees(session, task, [following.user], deed)
