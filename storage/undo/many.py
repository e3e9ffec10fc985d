"""What an import has added, put into the trash at once: thousands of tasks, in a few statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, update
from sqlalchemy.orm import selectinload
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import col, select
from uuid_utils.compat import uuid7

from storage.errors import ChangedSince
from storage.history.changed import list_changed, task_changed, undone_batches
from storage.history.facts import to_iso
from storage.models import Action, Change, Chat, PushState, Reminder, Task, User
from storage.people.access import check_right, visible_to
from storage.rules.rights import Act

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed

MANY = 200  # tasks that one deed has added; fewer are taken back one by one
AT_ONCE = 500  # of one statement


def added_many(changes: Sequence[Change]) -> list[Change]:
    """Those of a deed's changes that have added tasks, if they are many."""
    added = [c for c in changes if c.task_id and c.action == Action.ADD and _only_adds(c)]
    return added if len(added) > MANY else []


def in_portions(changes: Sequence[Change]) -> list[Sequence[Change]]:
    """The changes, as many at once as a statement takes."""
    return [changes[first : first + AT_ONCE] for first in range(0, len(changes), AT_ONCE)]


def _only_adds(change: Change) -> bool:
    return change.before.keys() == {"deleted_at"}


async def check_taking_out(session: AsyncSession, deed: Deed) -> None:
    """In a group, only who may fill its list may empty it. Raises as `check_right` does."""
    chat = await session.get_one(Chat, deed.asker.chat_id)
    user = await session.get_one(User, deed.asker.user_id)
    await check_right(session, Act.DATA, user, chat, now=deed.now)


async def take_out(session: AsyncSession, changes: Sequence[Change], deed: Deed) -> Sequence[Task]:
    """Put the tasks of these changes into the trash, and say so in their history: which they are.

    Raises ChangedSince where one of them is there already.
    """
    ids = [change.task_id for change in changes if change.task_id]
    tasks = await _live(session, ids, deed)
    if len(tasks) != len(ids):
        raise ChangedSince
    connection = await session.connection()
    gone = {"deleted_at": deed.now, "updated_at": deed.now}
    await connection.execute(update(Task).where(col(Task.id).in_(ids)).values(**gone))
    await connection.execute(insert(Change), [_row(key, deed) for key in ids])
    undone = update(Change).where(col(Change.id).in_([change.id for change in changes]))
    await connection.execute(undone.values(undone_at=deed.now))
    for task in tasks:
        set_committed_value(task, "deleted_at", deed.now)
        list_changed(session, task, now=deed.now)
    await _drop_pushes(session, tasks, deed)
    undone_batches(session).update(change.batch for change in changes)
    return tasks


async def _live(session: AsyncSession, ids: Sequence[UUID], deed: Deed) -> Sequence[Task]:
    query = select(Task).where(
        col(Task.id).in_(ids), visible_to(deed.asker), col(Task.deleted_at).is_(None)
    )
    query = query.order_by(col(Task.number)).with_for_update()
    return (await session.exec(query)).all()


def _row(task_id: UUID, deed: Deed) -> dict[str, Any]:
    return {
        "id": uuid7(),
        "batch": deed.batch,
        "chat_id": deed.asker.chat_id,
        "task_id": task_id,
        "habit_id": None,
        "user_id": deed.asker.user_id,
        "action": Action.UNDO,
        "before": {"deleted_at": None},
        "after": {"deleted_at": to_iso(deed.now)},
        "created_at": deed.now,
        "undone_at": None,
    }


async def _drop_pushes(session: AsyncSession, tasks: Sequence[Task], deed: Deed) -> None:
    """Plan no more pushes of these tasks; what was sent about them says what has become of them."""
    ids = [task.id for task in tasks]
    pending = col(Reminder.state) == PushState.PENDING
    await session.exec(delete(Reminder).where(col(Reminder.task_id).in_(ids), pending))
    sent = select(Reminder.task_id).where(col(Reminder.task_id).in_(ids)).distinct()
    told = {key for key in (await session.exec(sent)).all() if key}
    if not told:
        return
    assignees = selectinload(Task.assignees)  # type: ignore[arg-type]
    query = select(Task).where(col(Task.id).in_(told)).options(assignees)
    for task in (await session.exec(query.execution_options(populate_existing=True))).all():
        task_changed(session, task, now=deed.now)
