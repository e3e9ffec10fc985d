"""The checklist of a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.errors import TooMany
from storage.history.recording import recorded
from storage.models import CHECKLIST_LIMIT, Action, ChecklistItem, Task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed


def set_checklist(
    session: AsyncSession, task: Task, items: Sequence[tuple[str, bool]], deed: Deed
) -> None:
    """Replace a task's checklist by (text, is done) pairs. Raises TooMany."""
    with recorded(session, task, Action.EDIT, deed):
        put_checklist(task, items)


def put_checklist(task: Task, items: Sequence[tuple[str, bool]]) -> None:
    """Replace a task's checklist inside a change that is recorded. Raises TooMany."""
    if len(items) > CHECKLIST_LIMIT:
        raise TooMany("checklist", CHECKLIST_LIMIT)
    del task.checklist[len(items) :]
    for position, (text, is_done) in enumerate(items):
        if position == len(task.checklist):
            task.checklist.append(ChecklistItem(position=position, text=text))
        task.checklist[position].text = text
        task.checklist[position].is_done = is_done
