"""Changes of a task. Each is recorded in its history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.history.recording import recorded
from storage.models import Action, Priority, Status, Task
from storage.people.access import check_removal
from storage.rules.offsets import kept_offsets
from storage.rules.recurrence import Repeat, repeat_to_json
from storage.tasks.checklists import put_checklist
from storage.tasks.finish import begin, finish, has_everybody_ticked
from storage.tasks.tags import put_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed
    from storage.rules.due import Due
    from storage.tasks.new import NewTask


def complete(session: AsyncSession, task: Task, deed: Deed, *, for_all: bool = False) -> bool:
    """Complete a task; a repeating one moves to its next occurrence.

    Of a task that waits for each of its assignees this is the asker's own part, unless it is meant
    `for_all`; the last part completes it. False: nothing is left for the asker to do: it is done
    already, or in the trash, or the parts that are missing are others'.
    """
    if task.is_done or task.is_deleted:
        return False
    if task.is_for_each and not for_all:
        return _do_part(session, task, deed)
    finish(session, task, deed)
    return True


def _do_part(session: AsyncSession, task: Task, deed: Deed) -> bool:
    """Do the asker's part of a task. False: they have none, or have done it."""
    own = deed.asker.user_id
    if own not in {user.id for user in task.missing}:
        return False
    if len(task.missing) == 1:
        finish(session, task, deed)
        return True
    with recorded(session, task, Action.EDIT, deed):
        task.ticked = [*(task.ticked or ()), own.hex]
    return True


def untick_part(session: AsyncSession, task: Task, deed: Deed) -> bool:
    """Let the asker's part of an open task be to do again. False: they have not done any."""
    own = deed.asker.user_id
    if task.is_done or not task.is_done_by(own):
        return False
    with recorded(session, task, Action.EDIT, deed):
        task.ticked = [key for key in task.ticked or () if key != own.hex]
    return True


def skip_occurrence(session: AsyncSession, task: Task, due: Due, deed: Deed) -> None:
    """Let a repeating task be about a later occurrence; the one that it was about is skipped.

    Nobody has done it, so the turn is whose it is after a miss.
    """
    with recorded(session, task, Action.SKIP, deed):
        begin(session, task, due, by=deed.asker.user_id, is_missed=True)
        task.snoozed = None


def reopen(session: AsyncSession, task: Task, deed: Deed) -> None:
    """Open a completed task again; where each assignee has done their part, the asker's is to do
    again, or that of everybody where the asker had none."""
    own = deed.asker.user_id
    with recorded(session, task, Action.REOPEN, deed):
        if task.is_done_by(own):
            task.ticked = [key for key in task.ticked or () if key != own.hex]
        elif has_everybody_ticked(task):
            task.ticked = []
        task.status, task.completed_at, task.completed_by = Status.TODO, None, None


async def delete_task(session: AsyncSession, task: Task, deed: Deed) -> bool:
    """Put a task into the trash. False: it was there already. Raises as `check_removal` does."""
    if task.is_deleted:
        return False
    await check_removal(session, task, deed)
    with recorded(session, task, Action.DELETE, deed):
        task.deleted_at = deed.now
    return True


async def restore(session: AsyncSession, task: Task, deed: Deed) -> None:
    """Take a task out of the trash. Raises as `check_removal` does."""
    await check_removal(session, task, deed)
    with recorded(session, task, Action.RESTORE, deed):
        task.deleted_at = None


def move(
    session: AsyncSession,
    task: Task,
    due: Due | None,
    deed: Deed,
    *,
    repeat: Repeat | None = None,
    duration_minutes: int | None = None,
) -> None:
    """Give a task another due date, or none.

    Its repeat and how long it lasts stay, unless they are replaced or there is no due date any
    more.
    """
    with recorded(session, task, Action.MOVE, deed):
        _put_due(task, due)
        task.duration_minutes = (duration_minutes or task.duration_minutes) if due else None
        if repeat is not None or due is None:
            _put_repeat(task, repeat)


def _put_due(task: Task, due: Due | None) -> None:
    """A repeating task that is moved stands for the same occurrence as before."""
    stands_for = task.stands_for or task.due_at
    if due == task.due:
        return
    task.due, task.snoozed = due, None
    is_moved = task.repeat is not None and due is not None and due.at != stands_for
    task.stands_for = stands_for if is_moved else None


def _put_repeat(task: Task, repeat: Repeat | None) -> None:
    task.repeat, task.stands_for = repeat_to_json(repeat) if repeat else None, None


def set_reminders(
    session: AsyncSession,
    task: Task,
    offsets: Sequence[str] | None,
    nag_minutes: int | None,
    deed: Deed,
) -> None:
    """Set the offsets of a task's reminders (None: the default ones) and the minutes between nags.

    Raises TooMany.
    """
    kept = kept_offsets(offsets)
    with recorded(session, task, Action.EDIT, deed):
        task.reminders = kept
        task.nag_minutes = nag_minutes


def set_repeat(session: AsyncSession, task: Task, repeat: Repeat | None, deed: Deed) -> None:
    """Make a task repeat or, for None, stop it. Its due date stays."""
    with recorded(session, task, Action.EDIT, deed):
        _put_repeat(task, repeat)


async def revise(
    session: AsyncSession,
    task: Task,
    deed: Deed,
    *,
    title: str,
    notes: str,
    priority: Priority | None = None,
    due: Due | None = None,
    repeat: Repeat | None = None,
    tags: Sequence[str] | None = None,
    reminders: Sequence[str] | None = None,
    nag_minutes: int | None = None,
    duration_minutes: int | None = None,
) -> None:
    """Change several facts of a task; those that are None stay. Raises TooMany."""
    with recorded(session, task, Action.EDIT, deed):
        task.title, task.notes = title, notes
        task.priority = priority or task.priority
        if due is not None:
            _put_due(task, due)
        if repeat is not None:
            _put_repeat(task, repeat)
        if reminders is not None:
            task.reminders = kept_offsets(reminders)
        task.nag_minutes = nag_minutes or task.nag_minutes
        task.duration_minutes = duration_minutes or task.duration_minutes
        if tags is not None:
            await put_tags(session, task, tags)


async def replace_task(session: AsyncSession, task: Task, new: NewTask, deed: Deed) -> None:
    """Replace a task by what its edited message says. Its files stay, and its checklist unless the
    message has one. Raises TooMany.
    """
    with recorded(session, task, Action.EDIT, deed):
        task.title, task.notes, task.priority = new.title, new.notes, new.priority
        repeat = repeat_to_json(new.repeat) if new.repeat else None
        _put_due(task, new.due)
        if repeat != task.repeat:
            _put_repeat(task, new.repeat)
        task.said = dict(new.said) if new.said else None
        task.reminders = kept_offsets(new.reminders)
        task.nag_minutes = new.nag_minutes
        task.duration_minutes = new.duration_minutes
        await put_tags(session, task, new.tags)
        if new.checklist:
            put_checklist(task, new.checklist)


def set_notes(session: AsyncSession, task: Task, notes: str, deed: Deed) -> None:
    """Replace a task's notes, up to 4,000 characters."""
    with recorded(session, task, Action.EDIT, deed):
        task.notes = notes


def set_priority(session: AsyncSession, task: Task, priority: Priority, deed: Deed) -> None:
    """Change a task's priority."""
    with recorded(session, task, Action.EDIT, deed):
        task.priority = priority


def set_status(session: AsyncSession, task: Task, status: Status, deed: Deed) -> None:
    """Mark an open task as begun, or as not begun."""
    with recorded(session, task, Action.EDIT, deed):
        task.status = status
