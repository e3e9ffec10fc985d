"""/history: who did what, to one task or in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.reading import one_task, quoted_task
from bot.handlers.tasks.card import history_of
from bot.presses.lists import OPEN_TASKS
from bot.views.tasks import history as views
from storage.history.recording import assignees_in, list_history

if TYPE_CHECKING:
    from bot.replies import Reply
    from bot.requests import Request


async def history(request: Request) -> Reply:
    """/history 3, or in reply to a task: what became of it; alone, what was done in this list"""
    if not request.text.strip() and await quoted_task(request) is None:
        found = await list_history(request.session, request.where)
        people = await assignees_in(request.session, [change for change, _, _ in found])
        return views.of_list(found, people, request.reader)
    task, _ = await one_task(request, "history")
    return await history_of(request, task, back=OPEN_TASKS)
