"""Who a task is assigned to: the answer to /assign, and the choice of members."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.lists import OPEN_TASKS, ListPlace
from bot.presses.tasks import OfferAssignees, SwitchAssignee
from bot.replies import Button, Reply, Say
from bot.views.parts import (
    BREAK,
    MOST_ROWS,
    awaited_line,
    clip,
    fitted,
    named,
    switch,
    task_line,
    turns,
    with_undo,
)
from bot.views.tasks.card import below_card
from bot.views.tasks.facts import people_lines

if TYPE_CHECKING:
    from uuid import UUID

    from bot.reader import Reader
    from storage.models import Task, User

SHOWN_MEMBERS = 12  # that a page of the choice has buttons for: six rows of two
SHOWN_NAME = 24
KEY_DIGITS = 6  # of a person's key that their button carries


@dataclass(frozen=True, slots=True)
class Members:
    """A page of a chat's members, its number from 0, and how many members there are."""

    members: tuple[User, ...]
    number: int
    total: int

    @property
    def count(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // SHOWN_MEMBERS))


def assigned(task: Task, batch: UUID, reader: Reader) -> Say:
    """Whose the task is now."""
    waits = awaited_line([task], reader)
    lines = [_whose(task, reader), *waits]
    return with_undo(lines, batch, reader, about=task.id, plain=not waits)


def unchanged(task: Task, reader: Reader) -> Say:
    """Whose the task is, where that was so before."""
    return Say(_whose(task, reader), about=task.id)


def _whose(task: Task, reader: Reader) -> Markup:
    if task.is_done:
        return named("task-done", task, reader)
    if task.rotation is not None:
        return BREAK.join([task_line(task, reader), *people_lines(task, reader)])
    names = reader.people(task, SHOWN_NAME)
    if not names:
        return named("task-of-nobody", task, reader)
    whose = Markup(", ").join(names)
    return reader.words("task-of", number=str(task.number), title=task.title, names=whose)


def choices(task: Task, page: Members, reader: Reader, *, back: ListPlace | None = None) -> Reply:
    """A page of the members that are known, with a tick on those whose task it is. The first one
    begins with these."""
    place, number = back or OPEN_TASKS, page.number
    own = {user.id for user in task.assignees}
    people: list[User | str] = [*page.members]
    if number == 0:
        others = [user for user in page.members if user.id not in own]
        people = [*(task.awaited or ()), *task.assignees, *others]

    def button(person: User | str) -> Button:
        is_on = isinstance(person, str) or person.id in own
        label = f"@{person}" if isinstance(person, str) else clip(person.name, SHOWN_NAME)
        press = SwitchAssignee(task.id, end_of(person), place, not is_on, number)
        return switch(label, press, is_on=is_on)

    turn = turns(number, page.count, lambda to: OfferAssignees(task.id, place, to))
    rows = fitted([button(person) for person in people], 2, MOST_ROWS - 1 - bool(turn))
    rows = [*rows, turn] if turn else rows
    return below_card(task, reader, "card-assignees", tuple(rows), place)


def end_of(who: User | str) -> str:
    """What a button carries of a person, or of a @username that is waited for."""
    if isinstance(who, str):
        return blake2b(who.lower().encode(), digest_size=KEY_DIGITS // 2).hexdigest()
    return who.id.hex[-KEY_DIGITS:]
