"""Who a task is assigned to: one for all of them, each for themselves, or in turns; people, and
@usernames that its chat has not seen yet."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from storage.errors import TooMany
from storage.history.changed import note_assigned
from storage.history.recording import recorded
from storage.models import ASSIGNEES_LIMIT, Action, Task, User
from storage.people.members import members_named
from storage.rules.rotation import next_turn
from storage.tasks.finish import doer, finish, hand_to, has_everybody_ticked
from storage.tasks.takers import can_on, know_takers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import ByTheClock, Deed


def set_assignees(
    session: AsyncSession,
    task: Task,
    users: Sequence[User],
    deed: Deed | ByTheClock,
    *,
    awaited: Sequence[str] | None = None,
) -> None:
    """Replace who a task is assigned to; where people take turns, who has the present one.
    `awaited`: the @usernames, without the @, of those who are waited for; None leaves those that
    are.

    A task that waits for each of them is done when nobody is left who has not done their part.
    Raises TooMany.
    """
    names = task.awaited or [] if awaited is None else awaited
    if len(users) + len(names) > ASSIGNEES_LIMIT:
        raise TooMany("assignees", ASSIGNEES_LIMIT)
    with recorded(session, task, Action.EDIT, deed):
        hand_to(session, task, users, by=doer(deed))
        task.awaited = unique(names) or None
    if not task.is_done and has_everybody_ticked(task):
        finish(session, task, deed)


def add_assignees(
    session: AsyncSession,
    task: Task,
    users: Sequence[User],
    deed: Deed,
    *,
    awaited: Sequence[str] = (),
) -> bool:
    """Assign a task to more people, and @usernames; where people take turns, they have the present
    one. False: it was theirs before. Raises TooMany."""
    names = unique([*(task.awaited or ()), *awaited])
    more = [user for user in users if user not in task.assignees]
    if not more and len(names) == len(task.awaited or ()):
        return False
    whose = users if task.rotation and more else [*task.assignees, *more]
    set_assignees(session, task, whose, deed, awaited=names)
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
        task.rotation, task.ticked, task.awaited = None, None, None
        hand_to(session, task, [], by=doer(deed))


def ask_each(session: AsyncSession, task: Task, deed: Deed, *, on: bool) -> None:
    """Let a task wait for each of its assignees, or (`on` is False) for the first one only."""
    with recorded(session, task, Action.EDIT, deed):
        if on and task.ticked is None and task.rotation is None:
            task.ticked = []
        elif not on:
            task.ticked = None


def unique(names: Iterable[str]) -> list[str]:
    """Each @username once, in upper or lower case, as it was written first."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.lower(), name)
    return list(found.values())


async def put_assignees(
    session: AsyncSession, task: Task, kept: Sequence[str], *, by: UUID | None
) -> None:
    """Assign a task, inside a change that is recorded, to those of these people who are still in
    its chat. `kept`: their keys, and @names, as history has them; who is called so by now is meant.
    """
    names = [one[1:] for one in kept if one.startswith("@")]
    keys = [UUID(one) for one in kept if not one.startswith("@")]
    users = await members_named(session, task.chat, names, keys=keys) if kept else []
    here = {(user.username or "").lower() for user in users}
    note_assigned(session, task, users, by=by)
    task.assignees = users
    task.awaited = [name for name in unique(names) if name.lower() not in here] or None
