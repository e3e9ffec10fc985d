"""Who a task is assigned to: one for all of them, each for themselves, or in turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import col, select

from storage.errors import TooMany
from storage.history.recording import recorded
from storage.models import ASSIGNEES_LIMIT, Action, Membership, MemberStatus, Task, User
from storage.rules.rotation import next_turn
from storage.tasks.finish import doer, finish, hand_to, has_everybody_ticked
from storage.tasks.takers import can_on, know_takers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import ByTheClock, Deed


def set_assignees(
    session: AsyncSession, task: Task, users: Sequence[User], deed: Deed | ByTheClock
) -> None:
    """Replace who a task is assigned to; where people take turns, who has the present one.

    A task that waits for each of them is done when nobody is left who has not done their part.
    Raises TooMany.
    """
    if len(users) > ASSIGNEES_LIMIT:
        raise TooMany("assignees", ASSIGNEES_LIMIT)
    with recorded(session, task, Action.EDIT, deed):
        hand_to(session, task, users, by=doer(deed))
    if not task.is_done and has_everybody_ticked(task):
        finish(session, task, deed)


def add_assignees(session: AsyncSession, task: Task, users: Sequence[User], deed: Deed) -> bool:
    """Assign a task to more people; where people take turns, they have the present one. False:
    it was theirs before. Raises TooMany."""
    more = [user for user in users if user not in task.assignees]
    if not more:
        return False
    set_assignees(session, task, users if task.rotation else [*task.assignees, *more], deed)
    return True


def set_rotation(session: AsyncSession, task: Task, users: Sequence[User], deed: Deed) -> None:
    """Let these people take turns at a task, in this order; the first of them who can begins.

    Raises TooMany.
    """
    if len(users) > ASSIGNEES_LIMIT:
        raise TooMany("assignees", ASSIGNEES_LIMIT)
    with recorded(session, task, Action.EDIT, deed):
        task.ticked = None
        task.rotation = {"order": [user.id.hex for user in users], "turn": None}
        know_takers(task, users)
        day = task.due.on if task.due is not None else None
        first = next_turn(task.takers, None, can=can_on(day))
        begins = [first.user] if first is not None and first.user is not None else []
        hand_to(session, task, begins, by=doer(deed))


def end_rotation(session: AsyncSession, task: Task, deed: Deed) -> None:
    """Let a task be of all who have taken turns at it, those who have left apart."""
    with recorded(session, task, Action.EDIT, deed):
        users = [taker.user for taker in task.takers if taker.user is not None]
        task.rotation = None
        hand_to(session, task, users, by=doer(deed))


def clear_assignees(session: AsyncSession, task: Task, deed: Deed) -> None:
    """Let a task be nobody's, and no turns be taken at it."""
    with recorded(session, task, Action.EDIT, deed):
        task.rotation, task.ticked = None, None
        hand_to(session, task, [], by=doer(deed))


def ask_each(session: AsyncSession, task: Task, deed: Deed, *, on: bool) -> None:
    """Let a task wait for each of its assignees, or (`on` is False) for the first one only."""
    with recorded(session, task, Action.EDIT, deed):
        if on and task.ticked is None and task.rotation is None:
            task.ticked = []
        elif not on:
            task.ticked = None


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
