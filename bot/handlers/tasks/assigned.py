"""Whose a task is by the words that it was written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.reading import People, people_named
from bot.handlers.tasks.capture import fit_title
from storage.errors import TooMany
from storage.models import ASSIGNEES_LIMIT, TAGS_LIMIT, Task
from storage.tasks.assign import add_assignees, set_rotation
from storage.tasks.change import revise

if TYPE_CHECKING:
    from bot.language.values import Reading
    from bot.requests import Request
    from storage.people.asking import Deed


def check_limits(reading: Reading) -> None:
    """Raise TooMany for more tags or assignees than a task can have."""
    if len(reading.tags) > TAGS_LIMIT:
        raise TooMany("tags", TAGS_LIMIT)
    if len(reading.assignees) > ASSIGNEES_LIMIT:
        raise TooMany("assignees", ASSIGNEES_LIMIT)


async def assign(request: Request, task: Task, reading: Reading, deed: Deed) -> None:
    """Assign to more people, by @username or text mention, or let them take turns; a name that can
    be nobody's returns to the title."""
    people = await people_named(request, reading.assignees)
    await assign_people(request, task, reading, people, deed)


async def assign_people(
    request: Request, task: Task, reading: Reading, people: People, deed: Deed
) -> None:
    """The same to those who are found already. Whom a turn waits for returns to the title, too."""
    rotates = reading.rotates and bool(people.members)
    strangers = [*people.nobody, *(people.awaited if rotates else ())]
    if rotates:
        set_rotation(request.session, task, people.members, deed)
    else:
        add_assignees(request.session, task, people.members, deed, awaited=people.awaited)
    if strangers:
        title, notes = fit_title(
            " ".join([task.title, *(f"@{name}" for name in strangers)]), task.notes
        )
        await revise(request.session, task, deed, title=title, notes=notes)
