"""Who a task is assigned to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.errors import TooMany
from storage.history.recording import recorded
from storage.models import ASSIGNEES_LIMIT, Action, Membership, MemberStatus, Task, User

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed


def set_assignees(session: AsyncSession, task: Task, users: Sequence[User], deed: Deed) -> None:
    """Replace who a task is assigned to. Raises TooMany."""
    if len(users) > ASSIGNEES_LIMIT:
        raise TooMany("assignees", ASSIGNEES_LIMIT)
    with recorded(session, task, Action.EDIT, deed):
        task.assignees = list(users)


async def put_assignees(session: AsyncSession, task: Task, ids: Sequence[UUID]) -> None:
    """Assign a task, inside a change that is recorded, to those of these people who are still
    in its chat."""
    query = (
        select(User)
        .join(Membership, col(Membership.user_id) == col(User.id))
        .where(
            col(User.id).in_(ids),
            Membership.chat_id == task.chat_id,
            Membership.standing != MemberStatus.GONE,
        )
    )
    task.assignees = list((await session.exec(query)).all())
