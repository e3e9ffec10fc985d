"""An occurrence of a task that ends: the task is done, or goes on to the next one and its turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.history.recording import recorded
from storage.models import Action, Status, Task
from storage.people.asking import Deed
from storage.rules.preferences import PASSES
from storage.rules.recurrence import next_occurrence, one_less, repeat_from_json, repeat_to_json
from storage.rules.rotation import next_turn, turn_after_miss
from storage.tasks.takers import can_on, taker_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.models import TurnTaker, User
    from storage.people.asking import ByTheClock
    from storage.rules.due import Due


def finish(session: AsyncSession, task: Task, deed: Deed | ByTheClock) -> None:
    """Complete a task for everybody; a repeating one moves to its next occurrence."""
    by = deed.asker.user_id if isinstance(deed, Deed) else None
    with recorded(session, task, Action.COMPLETE, deed):
        if not _moved_on(task, deed):
            task.status, task.completed_at, task.completed_by = Status.COMPLETED, deed.now, by
            task.snoozed = None
            if task.ticked is not None and by in {user.id for user in task.missing}:
                task.ticked = [*task.ticked, *([by.hex] if by else [])]


def _moved_on(task: Task, deed: Deed | ByTheClock) -> bool:
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
    begin(task, following)
    return True


def begin(task: Task, due: Due, *, is_missed: bool = False) -> None:
    """Let a repeating task be about another occurrence, of which nothing is done, and whose turn
    comes next. `is_missed`: nobody has done the last one."""
    task.due, task.stands_for, task.status = due, None, Status.TODO
    task.ticked = None if task.ticked is None else []
    for item in task.checklist:
        item.is_done = False
    if task.rotation is not None:
        _take_turns(task, due, is_missed=is_missed)


def _take_turns(task: Task, due: Due, *, is_missed: bool) -> None:
    """Give the turn of another occurrence to whoever has it by the order."""
    passes = task.chat.settings.get(PASSES) is True
    if is_missed and not passes and _stand_in(task):
        return
    last, can = taker_of(task.takers, task.turn), can_on(due.on)
    found: TurnTaker | None
    if is_missed:
        found = turn_after_miss(task.takers, last, can=can, passes=passes)
    else:
        found = next_turn(task.takers, last, can=can)
    hand_to(task, [found.user] if found is not None and found.user is not None else [])


def _stand_in(task: Task) -> bool:
    """Whether somebody has this turn who is not in the order."""
    return any(user.id not in task.turn_order for user in task.assignees)


def hand_to(task: Task, users: Sequence[User]) -> None:
    """Assign a task inside a change that is recorded: everything that changes whose it is comes
    through here. Somebody of a rotation's order who is alone has the turn."""
    task.assignees = list(users)
    if task.rotation is not None and len(users) == 1 and users[0].id in task.turn_order:
        task.rotation = {**task.rotation, "turn": users[0].id.hex}
    if task.ticked is not None:
        own = {user.id.hex for user in users}
        task.ticked = [key for key in task.ticked if key in own]


def has_everybody_ticked(task: Task) -> bool:
    """Whether a task that waits for each of its assignees waits for nobody any more."""
    return task.ticked is not None and bool(task.assignees) and not task.missing
