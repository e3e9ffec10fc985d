"""Assignments that wait for a @username: a task may be assigned to somebody whom its chat has not
seen yet, and is theirs once they write there, join it, or take that name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlmodel import col, select

from storage.history.changed import note_assigned, task_changed
from storage.models import Change, Membership, MemberStatus, Task
from storage.people.changed import newly_known
from storage.tasks.parts import read, selected

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlalchemy import ColumnElement
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import User
    from storage.people.changed import NewlyKnown


def is_awaited(name: str | sa.BindParameter[str]) -> ColumnElement[bool]:
    """The condition on Task that it waits for a @username, which is given as `awaited_name`
    gives it."""
    kept = sa.func.lower(sa.cast(col(Task.awaited), sa.String))
    return sa.and_(col(Task.awaited).is_not(None), kept.like(name, escape="|"))


def awaited_name(username: str) -> str:
    """A @username, without the @, as `is_awaited` looks for it."""
    escaped = re.sub(r"([|_%])", r"|\1", username.lower())
    return f'%"{escaped}"%'


async def join_awaited(session: AsyncSession) -> None:
    """Assign what has waited for those whom this transaction has come to know. No statement where
    it has come to know nobody."""
    known = newly_known(session)
    while known:
        await _join(session, known.pop())


async def _join(session: AsyncSession, known: NewlyKnown) -> None:
    user, username = known.user, known.user.username or ""
    tasks = await _waiting_for(session, known, username)
    makers = await _name_in_history(session, tasks, user, username) if tasks else {}
    for task in tasks:
        note_assigned(session, task, [user], by=makers.get(task.id, task.created_by))
        if user not in task.assignees:
            task.assignees = [*task.assignees, user]
        left = [name for name in task.awaited or () if name.lower() != username.lower()]
        task.awaited = left or None
        task_changed(session, task, now=known.now)


async def _waiting_for(session: AsyncSession, known: NewlyKnown, username: str) -> Sequence[Task]:
    """The tasks that wait for a @username where its person is by now, locked."""
    own = select(Membership.chat_id).where(
        Membership.user_id == known.user.id, Membership.standing != MemberStatus.GONE
    )
    here = Task.chat_id == known.chat_id if known.chat_id else col(Task.chat_id).in_(own)
    query = select(Task.id).where(here, is_awaited(awaited_name(username))).with_for_update()
    await session.flush()
    ids = (await session.exec(query)).all()
    return (await read(session, selected(col(Task.id).in_(ids)))).tasks if ids else ()


async def _name_in_history(
    session: AsyncSession, tasks: Sequence[Task], user: User, username: str
) -> dict[UUID, UUID | None]:
    """Let history name the person instead of the @username, so that what was assigned to them can
    be taken back. Return who has assigned each task to the name, by the task's key."""
    query = (
        select(Change)
        .where(col(Change.task_id).in_([task.id for task in tasks]))
        .order_by(col(Change.id))
    )
    makers: dict[UUID, UUID | None] = {}
    for change in (await session.exec(query)).all():
        before, after = (_named(kept, user, username) for kept in (change.before, change.after))
        if after != change.after and change.task_id is not None:
            makers[change.task_id] = change.user_id
        if (before, after) != (change.before, change.after):
            change.before, change.after = before, after
    return makers


def _named(facts: dict[str, Any], user: User, username: str) -> dict[str, Any]:
    kept = facts.get("assignees") or []
    meant = {one for one in kept if one.lower() == f"@{username.lower()}"}
    if not meant:
        return facts
    others = {one for one in kept if one not in meant}
    return {**facts, "assignees": sorted({*others, user.id.hex})}
