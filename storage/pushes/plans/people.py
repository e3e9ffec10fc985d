"""Pushes about whose a task is.

They come a little later, so that several become one message, and what is taken back at once is
told to nobody.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from storage.models import PushKind, PushState
from storage.pushes.kinds import WAITING
from storage.pushes.people import concerns, holds, key_of
from storage.pushes.rows import NewPush, close, follow, new_task_push

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from uuid import UUID

    from storage.history.changed import Changed, NewAssignment
    from storage.models import Reminder, Task
    from storage.pushes.recipients import Recipient

SOON = timedelta(seconds=20)


def plan_told(
    changed: Changed[Task],
    made: Sequence[NewAssignment],
    rows: Sequence[Reminder],
    recipients: Sequence[Recipient],
) -> list[NewPush]:
    """A row for each who was assigned by somebody else, has started the bot and not blocked it: to
    those who come back it would be old news. None beside a message that tells it already."""
    task, private = changed.about, {to.person.id: to for to in recipients if to.person}
    told = {row.chat_id for row in rows if _is_told(row, task)}
    return [
        _new(changed, PushKind.ASSIGNED, to.chat.id, one.user_id, by=one.by)
        for one in {one.user_id: one for one in made}.values()
        if (to := private.get(one.user_id)) is not None
        and to.person is not None
        and to.person.blocked_at is None
        and one.by != one.user_id
        and to.chat.id not in told
    ]


def _is_told(row: Reminder, task: Task) -> bool:
    is_over = row.state in {PushState.CLOSED, PushState.DEAD}
    return row.kind == PushKind.ASSIGNED and not is_over and holds(row, task)


def new_question(changed: Changed[Task], person: UUID) -> NewPush:
    """The question who can do a task that somebody cannot do, to the list of the task."""
    return _new(changed, PushKind.CANNOT, changed.about.chat_id, person)


def _new(
    changed: Changed[Task], kind: PushKind, chat_id: UUID, person: UUID, *, by: UUID | None = None
) -> NewPush:
    task, now = changed.about, changed.now
    left = task.assignees if kind is PushKind.CANNOT else ()
    key = key_of(kind, person, by, left, now=now)
    at = (task.occurrence.at if task.occurrence else None) or now
    fire_at = now + SOON
    return new_task_push(task, kind, chat_id, key, fire_at, occurrence_at=at, on_purpose=False)


def _is_moved(row: Reminder, task: Task) -> bool:
    return task.repeat is None and task.due_at not in {None, row.occurrence_at}


def _had_nothing_to_say(row: Reminder) -> bool:
    """Whether a row came to be sent while the task was done or in the trash."""
    return row.state == PushState.CLOSED and row.message_id is None and row.sent_at is not None


def follow_people(
    rows: Sequence[Reminder], changed: Changed[Task], *, undone: Collection[UUID]
) -> list[Reminder]:
    """Let the messages of these rows say what became of the task, or when it is due now. Return
    the rows that wait and are not about anybody any more: they are to be deleted. Those of a task
    that is done wait on, for that may be undone."""
    task = changed.about
    for row in rows:
        follow(row, asks=holds(row, task), undone=undone, now=changed.now, batch=changed.batch)
        if _had_nothing_to_say(row) and holds(row, task):
            row.state, row.fire_at = PushState.PENDING, changed.now + SOON
        elif row.state == PushState.SENT and _is_moved(row, task):
            row.occurrence_at = task.due_at or row.occurrence_at
            close(row, now=changed.now)
    return [row for row in rows if row.state in WAITING and not concerns(row, task)]
