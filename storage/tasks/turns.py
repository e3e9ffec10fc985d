"""Turns of somebody who is away: they go to the next one in the order who can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.database import is_postgresql
from storage.models import Assignment, Membership, MemberStatus, Task, User
from storage.rules.rotation import next_turn
from storage.tasks.assign import set_assignees
from storage.tasks.parts import read, selected
from storage.tasks.takers import can_on, load_takers, taker_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed


async def pass_turns(session: AsyncSession, user: User, deed: Deed) -> int:
    """Pass on somebody's turns that are due while they are away; how many went to others."""
    tasks = await _turns_of(session, user)
    await load_takers(session, tasks)
    return sum([_passed(session, task, user, deed) for task in tasks])


async def _turns_of(session: AsyncSession, user: User) -> Sequence[Task]:
    """The open rotating tasks whose turn is somebody's, of the chats they are in."""
    own = select(Assignment.task_id).where(Assignment.user_id == user.id)
    here = select(Membership.chat_id).where(
        Membership.user_id == user.id, Membership.standing != MemberStatus.GONE
    )
    conditions = (
        col(Task.id).in_(own),
        col(Task.chat_id).in_(here),
        col(Task.rotation).is_not(None),
        col(Task.due_at).is_not(None),
        col(Task.completed_at).is_(None),
        col(Task.deleted_at).is_(None),
    )
    if is_postgresql(session):
        await session.exec(select(Task.id).where(*conditions).with_for_update(key_share=True))
    query = selected(*conditions).execution_options(populate_existing=True)
    return (await read(session, query)).tasks


def _passed(session: AsyncSession, task: Task, user: User, deed: Deed) -> bool:
    own, day = taker_of(task.takers, user.id), task.due.on if task.due is not None else None
    if own is None or task.assignees != [user] or can_on(day)(own):
        return False
    following = next_turn(task.takers, own, can=can_on(day))
    if following is None or following.user is None:
        return False
    set_assignees(session, task, [following.user], deed)
    return True
