"""Who a task is assigned to: the answer to /assign, and the choice of members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.lists import OPEN_TASKS, ListPlace
from bot.presses.tasks import SwitchAssignee
from bot.replies import Reply, Say
from bot.views.parts import BREAK, MOST_ROWS, clip, fitted, named, switch, task_line, with_undo
from bot.views.tasks.card import below_card
from bot.views.tasks.facts import people_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from bot.reader import Reader
    from storage.models import Task, User

SHOWN_MEMBERS = 14  # that a choice has buttons for: seven rows of two
SHOWN_NAME = 24
KEY_DIGITS = 6  # of a person's key that their button carries


def assigned(task: Task, batch: UUID, reader: Reader) -> Say:
    """Whose the task is now."""
    return with_undo([_whose(task, reader)], batch, reader, about=task.id, plain=True)


def unchanged(task: Task, reader: Reader) -> Say:
    """Whose the task is, where that was so before."""
    return Say(_whose(task, reader), about=task.id)


def _whose(task: Task, reader: Reader) -> Markup:
    if task.is_done:
        return named("task-done", task, reader)
    if task.rotation is not None:
        return BREAK.join([task_line(task, reader), *people_lines(task, reader)])
    if not task.assignees:
        return named("task-of-nobody", task, reader)
    names = Markup(", ").join(clip(user.name, SHOWN_NAME) for user in task.assignees)
    return reader.words("task-of", number=str(task.number), title=task.title, names=names)


def choices(
    task: Task, members: Sequence[User], reader: Reader, *, back: ListPlace | None = None
) -> Reply:
    """The members that are known, with a tick on those whose task it is."""
    place, own = back or OPEN_TASKS, {user.id for user in task.assignees}
    people = {user.id: user for user in (*task.assignees, *members)}
    buttons = [
        switch(
            clip(user.name, SHOWN_NAME),
            SwitchAssignee(task.id, key.hex[-KEY_DIGITS:], place, key not in own),
            is_on=key in own,
        )
        for key, user in people.items()
    ]
    return below_card(task, reader, "card-assignees", (*fitted(buttons, 2, MOST_ROWS - 1),), place)
