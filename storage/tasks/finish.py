"""An occurrence of a task that ends: the task is done, or goes on to the next one and its turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.history.changed import note_assigned
from storage.history.recording import recorded
from storage.models import Action, Status, Task
from storage.people.asking import Deed
from storage.rules.preferences import PASSES
from storage.rules.recurrence import next_occurrence, one_less, repeat_from_json, repeat_to_json
from storage.rules.rotation import next_turn, turn_after_miss
from storage.tasks.takers import can_on, taker_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import TurnTaker, User
    from storage.people.asking import ByTheClock
    from storage.rules.due import Due


def finish(session: AsyncSession, task: Task, deed: Deed | ByTheClock) -> None:
    """Complete a task for everybody; a repeating one moves to its next occurrence."""
    by = doer(deed)
    with recorded(session, task, Action.COMPLETE, deed):
        if not _moved_on(session, task, deed):
            task.status, task.completed_at, task.completed_by = Status.COMPLETED, deed.now, by
            task.snoozed = None
            if task.ticked is not None and by in {user.id for user in task.missing}:
                task.ticked = [*task.ticked, *([by.hex] if by else [])]


def _moved_on(session: AsyncSession, task: Task, deed: Deed | ByTheClock) -> bool:
    """Turn a repeating task into its next occurrence, nothing done. False: there is no next one."""
    if task.repeat is None or task.occurrence is None:
        return False
    repeat = repeat_from_json(task.repeat)
    current = task.occurrence
    following = next_occurrence(repeat, current=current, now=deed.now, completed_at=deed.now)
    if following is None:
        return False
    rest = one_less(repeat)
    task.repeat, task.snoozed = repeat_to_json(rest) if rest else None, None
    begin(session, task, following, by=doer(deed))
    return True


def begin(
    session: AsyncSession, task: Task, due: Due, *, by: UUID | None, is_missed: bool = False
) -> None:
    """Let a repeating task be about another occurrence, of which nothing is done, and whose turn
    comes next. `by`: who has brought that about. `is_missed`: nobody has done the last one."""
    task.due, task.stands_for, task.status = due, None, Status.TODO
    task.ticked = None if task.ticked is None else []
    for item in task.checklist:
        item.is_done = False
    if task.rotation is not None and not (is_missed and _keep_turn(task)):
        taker = _next_taker(task, due, is_missed=is_missed)
        hand_to(session, task, [taker] if taker is not None else [], by=by)


def _keep_turn(task: Task) -> bool:
    """Whether a turn that was missed stays with somebody who has it and is not in the order."""
    is_stand_in = any(user.id not in task.turn_order for user in task.assignees)
    return is_stand_in and not _passes(task)


def _passes(task: Task) -> bool:
    """Whether the task's group lets a turn that was missed go to the next."""
    return task.chat.settings.get(PASSES) is True


def _next_taker(task: Task, due: Due, *, is_missed: bool) -> User | None:
    """Who has the turn of another occurrence by the order."""
    last, can = taker_of(task.takers, task.turn), can_on(due.on)
    found: TurnTaker | None
    if is_missed:
        found = turn_after_miss(task.takers, last, can=can, passes=_passes(task))
    else:
        found = next_turn(task.takers, last, can=can)
    return found.user if found is not None else None


def doer(deed: Deed | ByTheClock) -> UUID | None:
    """The key of the person whose deed it is; None for the clock's."""
    return deed.asker.user_id if isinstance(deed, Deed) else None


def hand_to(session: AsyncSession, task: Task, users: Sequence[User], *, by: UUID | None) -> None:
    """Assign a task inside a change that is recorded: everything that changes whose it is comes
    through here, a turn that passes on, too. Who is new is told. `by`: the key of whoever has done
    it, None for the clock.

    Somebody of a rotation's order who is alone has the turn.
    """
    note_assigned(session, task, users, by=by)
    task.assignees = list(users)
    if task.rotation is not None and len(users) == 1 and users[0].id in task.turn_order:
        task.rotation = {**task.rotation, "turn": users[0].id.hex}
    if task.ticked is not None:
        own = {user.id.hex for user in users}
        task.ticked = [key for key in task.ticked if key in own]


def has_everybody_ticked(task: Task) -> bool:
    """Whether a task that waits for each of its assignees waits for nobody any more."""
    return task.ticked is not None and bool(task.assignees) and not task.missing
