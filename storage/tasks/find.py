"""Tasks found by number, by key, by the message that shows them. Each query names the asker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, delete
from sqlalchemy.orm import joinedload, selectinload
from sqlmodel import col, select

from storage.errors import InTrash, UnknownTask
from storage.models import (
    Chat,
    Status,
    Task,
    TaskMessage,
)
from storage.people.access import visible_to
from storage.upserts import insert_new, upsert

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy.orm.interfaces import ORMOption
    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Asker, Deed

LARGEST_INTEGER = 2**31 - 1  # of an INTEGER column; PostgreSQL takes no larger parameter


def with_parts() -> tuple[ORMOption, ...]:
    """Load the parts that a task is shown with. Nothing of a task is loaded implicitly."""
    parts = (Task.tags, Task.assignees, Task.checklist, Task.attachments)
    return (
        joinedload(Task.chat, innerjoin=True),  # type: ignore[arg-type]
        *(selectinload(part) for part in parts),  # type: ignore[arg-type]
    )


async def find_task(session: AsyncSession, number: int, *, chat: Chat, asker: Asker) -> Task:
    """The task with this number in a chat, even in the trash. Raises UnknownTask."""
    if not 0 < number <= LARGEST_INTEGER:
        raise UnknownTask(number)
    task = await _first(session, asker, Task.chat_id == chat.id, Task.number == number)
    if task is None:
        raise UnknownTask(number)
    return task


async def get_task(session: AsyncSession, task_id: UUID, *, asker: Asker) -> Task:
    """The task of this key, if the asker may see it here. Raises UnknownTask."""
    task = await _first(session, asker, Task.id == task_id)
    if task is None:
        raise UnknownTask
    return task


async def get_live_task(session: AsyncSession, task_id: UUID, *, asker: Asker) -> Task:
    """The task of this key, to be changed. Raises UnknownTask, InTrash."""
    return live(await get_task(session, task_id, asker=asker))


def live(task: Task) -> Task:
    """Return the task. Raises InTrash if it is in the trash."""
    if task.is_deleted:
        raise InTrash(task.number)
    return task


async def task_of_message(
    session: AsyncSession, message_id: int, *, chat: Chat, asker: Asker, source: bool = False
) -> Task | None:
    """The task that a message of this chat shows or, with `source`, that was made from it."""
    shown = select(TaskMessage.task_id).where(
        TaskMessage.chat_id == chat.id, TaskMessage.message_id == message_id
    )
    if source:
        shown = shown.where(col(TaskMessage.is_source))
    return await _first(session, asker, col(Task.id).in_(shown))


async def untouched_task_of(
    session: AsyncSession, message_id: int, *, chat: Chat, asker: Asker
) -> Task | None:
    """The open task that was made from a message, unless anybody has changed it since."""
    source = select(TaskMessage.task_id).where(
        TaskMessage.chat_id == chat.id,
        TaskMessage.message_id == message_id,
        col(TaskMessage.is_source),
        TaskMessage.created_at >= Task.updated_at,
    )
    is_open = (col(Task.deleted_at).is_(None), Task.status == Status.TODO)
    return await _first(session, asker, col(Task.id).in_(source), *is_open)


async def _first(
    session: AsyncSession, asker: Asker, *conditions: ColumnElement[bool] | bool
) -> Task | None:
    """Read a task to change it. On PostgreSQL its row is locked until the transaction ends."""
    query = (
        select(Task)
        .where(*conditions, visible_to(asker))
        .options(*with_parts())
        .with_for_update(of=Task, key_share=True)  # key share: a worker may refer to it
        .execution_options(populate_existing=True)
    )
    return (await session.exec(query)).first()


async def written_as(
    session: AsyncSession, task: Task, message_id: int, *, chat: Chat, deed: Deed
) -> None:
    """Record the message that a task was made from."""
    await insert_new(
        session,
        TaskMessage(
            chat_id=chat.id,
            message_id=message_id,
            task_id=task.id,
            is_source=True,
            created_at=deed.now,
        ),
    )


async def show_in_message(
    session: AsyncSession, task_id: UUID | None, message_id: int, *, chat: Chat, now: datetime
) -> None:
    """Record that a message of the bot shows a task or, for None, that it no longer shows one."""
    if task_id is not None:
        row = TaskMessage(chat_id=chat.id, message_id=message_id, task_id=task_id, created_at=now)
        await upsert(session, row)
        return
    key = (col(TaskMessage.chat_id) == chat.id, col(TaskMessage.message_id) == message_id)
    await session.exec(delete(TaskMessage).where(*key))
