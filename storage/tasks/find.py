"""Tasks found by number, by key, by the message that shows them. Each query names the asker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, and_, bindparam, delete, or_
from sqlalchemy.orm import joinedload, selectinload
from sqlmodel import col, select

from storage.errors import InTrash, UnknownTask
from storage.models import (
    Chat,
    Status,
    Task,
    TaskMessage,
)
from storage.tasks.parts import read_to_change
from storage.upserts import put

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy.orm.interfaces import ORMOption
    from sqlmodel.ext.asyncio.session import AsyncSession
    from sqlmodel.sql.expression import SelectOfScalar

    from storage.people.asking import Asker, Deed
    from storage.tasks.parts import Condition

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
    found = await find_tasks(session, [number], chat=chat, asker=asker)
    task = found.get(number)
    if task is None:
        raise UnknownTask(number)
    return task


async def find_tasks(
    session: AsyncSession, numbers: Sequence[int], *, chat: Chat, asker: Asker
) -> dict[int, Task]:
    """The tasks with these numbers in a chat, by number, even in the trash; unknown ones are not
    among them."""
    possible = [number for number in numbers if 0 < number <= LARGEST_INTEGER]
    found = await read_to_change(session, _numbered, asker=asker, here=chat.id, numbers=possible)
    return {task.number: task for task in found}


def _numbered() -> tuple[Condition, ...]:
    return _here(), col(Task.number).in_(bindparam("numbers", expanding=True))


def _here() -> Condition:
    return col(Task.chat_id) == bindparam("here")


async def get_tasks(
    session: AsyncSession, ids: Sequence[UUID], *, asker: Asker
) -> dict[UUID, Task]:
    """Those of the tasks of these keys that the asker may see here, by key."""
    if not ids:
        return {}
    found = await read_to_change(session, _keyed, asker=asker, ids=ids)
    return {task.id: task for task in found}


def _keyed() -> tuple[Condition, ...]:
    return (col(Task.id).in_(bindparam("ids", expanding=True)),)


async def get_task(session: AsyncSession, task_id: UUID, *, asker: Asker) -> Task:
    """The task of this key, if the asker may see it here. Raises UnknownTask."""
    found = await get_tasks(session, [task_id], asker=asker)
    if task_id not in found:
        raise UnknownTask
    return found[task_id]


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
    conditions = _made_from if source else _shown_in
    found = await read_to_change(
        session, conditions, asker=asker, here=chat.id, message_id=message_id
    )
    return found[0] if found else None


async def shown_in(session: AsyncSession, message_id: int, *, chat: Chat) -> UUID | None:
    """The key of the task that a message of this chat shows, whoever may see it."""
    row = await session.get(TaskMessage, (chat.id, message_id))
    return row.task_id if row is not None else None


def _shown_in() -> tuple[Condition, ...]:
    return (col(Task.id).in_(_messages()),)


def _made_from() -> tuple[Condition, ...]:
    return (col(Task.id).in_(_messages().where(col(TaskMessage.is_source))),)


def _messages() -> SelectOfScalar[UUID] | SelectOfScalar[None]:
    return select(TaskMessage.task_id).where(
        TaskMessage.chat_id == bindparam("here"), TaskMessage.message_id == bindparam("message_id")
    )


async def tasks_written_in(
    session: AsyncSession, source: TaskMessage, *, chat: Chat, asker: Asker
) -> list[Task]:
    """The tasks that were made from a message, by their numbers, also those done or deleted."""
    found = await read_to_change(
        session,
        _written_in,
        asker=asker,
        here=chat.id,
        message_id=source.message_id,
        first=source.task_id,
    )
    return sorted(found, key=lambda task: task.number)


def _written_in() -> tuple[Condition, ...]:
    in_it = and_(_here(), col(Task.written_in) == bindparam("message_id", type_=BigInteger))
    return (or_(in_it, col(Task.id) == bindparam("first")),)


def is_as_written(task: Task, source: TaskMessage) -> bool:
    """Whether an open task is what its message said: nobody has begun or changed it since."""
    is_open = task.status == Status.TODO and not task.is_deleted
    return is_open and task.updated_at <= source.created_at


async def written_as(
    session: AsyncSession,
    task: Task,
    message_id: int,
    *,
    digest: str = "",
    chat: Chat,
    deed: Deed,
) -> None:
    """Record the message that a task was made from; it has no row yet."""
    session.add(
        TaskMessage(
            chat_id=chat.id,
            message_id=message_id,
            task_id=task.id,
            is_source=True,
            digest=digest,
            created_at=deed.now,
        )
    )


async def show_in_message(
    session: AsyncSession, task_id: UUID | None, message_id: int, *, chat: Chat, now: datetime
) -> None:
    """Record that a message of the bot shows a task or, for None, that it no longer shows one."""
    if task_id is not None:
        row = TaskMessage(chat_id=chat.id, message_id=message_id, task_id=task_id, created_at=now)
        await put(session, row)
        return
    key = (col(TaskMessage.chat_id) == chat.id, col(TaskMessage.message_id) == message_id)
    await session.exec(delete(TaskMessage).where(*key))
