"""Planning: what a transaction has changed is planned again before it is committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_
from sqlalchemy.orm import joinedload, load_only
from sqlmodel import col, select

from storage.history.changed import (
    Changed,
    changed_habits,
    changed_lists,
    changed_tasks,
    new_assignments,
)
from storage.models import Assignment, Chat, Task
from storage.people.changed import ChangedChat, absences, changed_chats
from storage.pushes.plans.habits import replan_habits, replan_habits_in
from storage.pushes.plans.regular import plan_regular
from storage.pushes.plans.returns import plan_return
from storage.pushes.plans.tasks import PLANNED, replan_tasks
from storage.pushes.plans.zones import move_to_zone
from storage.pushes.recipients import Recipient, recipient_in
from storage.talk.boards import mark_all_stale, mark_stale
from storage.tasks.awaited import join_awaited
from storage.tasks.left import go_on_without

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlmodel.ext.asyncio.session import AsyncSession


async def replan_changed(session: AsyncSession) -> None:
    """Plan the pushes of all that this transaction has changed, and let the boards of these lists
    be shown again; called before each commit."""
    await join_awaited(session)
    await go_on_without(session)
    await _plan_returns(session)
    chats, tasks = changed_chats(session), changed_tasks(session)
    habits = changed_habits(session)
    for chat_id, change in chats.items():
        chat = await session.get(Chat, chat_id)
        if chat is not None:  # else this very transaction has joined it with another
            await _replan_changed_chat(session, chat, change)
    await replan_tasks(session, list(tasks.values()))
    await replan_habits(session, list(habits.values()))
    await mark_stale(session, changed_lists(session))
    changed_lists(session).clear()
    chats.clear()
    tasks.clear()
    new_assignments(session).clear()
    habits.clear()


async def _plan_returns(session: AsyncSession) -> None:
    """Plan the summaries of those who go away or come back in this transaction."""
    for chat_id, now in absences(session).items():
        to = await recipient_in(session, await session.get_one(Chat, chat_id))
        await plan_return(session, to, now=now)
    absences(session).clear()


async def _replan_changed_chat(session: AsyncSession, chat: Chat, change: ChangedChat) -> None:
    to = await recipient_in(session, chat)
    await move_to_zone(session, to, change.zone, now=change.now, deed=change.deed)
    await replan_chat(session, to, now=change.now)
    await mark_all_stale(session, chat, now=change.now)


async def replan_chat(session: AsyncSession, to: Recipient, *, now: datetime) -> None:
    """Plan everything that is pushed to a chat: its settings have changed."""
    tasks = await _reminding(session, to)
    await replan_tasks(session, [Changed(task, now) for task in tasks])
    await replan_habits_in(session, to, now=now)
    await plan_regular(session, to, now=now)


async def _reminding(session: AsyncSession, to: Recipient) -> Sequence[Task]:
    """The open dated tasks of a chat, and those assigned to its person elsewhere."""
    here = col(Task.chat_id) == to.chat.id
    if to.person is not None:
        assigned = select(Assignment.task_id).where(Assignment.user_id == to.person.id)
        here = or_(here, col(Task.id).in_(assigned))
    is_open = and_(col(Task.deleted_at).is_(None), col(Task.completed_at).is_(None))
    query = select(Task).where(here, is_open, col(Task.due_at).is_not(None))
    # only who is assigned decides where pushes go: a busy chat has thousands of tasks
    assignees = joinedload(Task.assignees)  # type: ignore[arg-type]
    found = await session.exec(query.options(assignees, load_only(*PLANNED)))
    tasks: Sequence[Task] = found.unique().all()
    return tasks
