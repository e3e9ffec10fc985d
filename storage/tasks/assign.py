"""Who a task is assigned to."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from storage.errors import TooMany
from storage.history.recording import Deed, recorded
from storage.models import ASSIGNEES_LIMIT, Action, Task, User


def set_assignees(session: AsyncSession, task: Task, users: Sequence[User], deed: Deed) -> None:
    """Replace who a task is assigned to. Raises TooMany."""
    if len(users) > ASSIGNEES_LIMIT:
        raise TooMany("assignees", ASSIGNEES_LIMIT)
    with recorded(session, task, Action.EDIT, deed):
        task.assignees = list(users)
