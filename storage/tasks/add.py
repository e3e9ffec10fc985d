"""Tasks added to a chat's list, and files attached to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import col, select

from storage.errors import TooMany
from storage.history.kinds import searchable
from storage.history.recording import record_added, recorded
from storage.models import (
    CHECKLIST_LIMIT,
    OPEN_TASKS_LIMIT,
    TAGS_LIMIT,
    Action,
    Attachment,
    Chat,
    ChecklistItem,
    Status,
    Task,
)
from storage.people.chats import next_numbers
from storage.rules.offsets import kept_offsets
from storage.rules.recurrence import repeat_to_json
from storage.tasks.tags import in_order, tags_named, unique_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Deed
    from storage.tasks.new import NewFile, NewTask


async def add_tasks(
    session: AsyncSession, new: Sequence[NewTask], *, chat: Chat, topic: int, deed: Deed
) -> list[Task]:
    """Add tasks to a chat's list with consecutive numbers. Raises TooMany."""
    numbers = await next_numbers(session, chat, len(new))
    await _check_open_tasks(session, chat, numbers)
    tags = await tags_named(session, chat.id, [name for one in new for name in one.tags])
    tasks = []
    for number, one in zip(numbers, new, strict=True):
        task = _task(one, number=number, chat=chat, topic=topic, deed=deed)
        task.tags = in_order(tags, unique_names(one.tags))
        task.searchable = searchable(task)
        tasks.append(task)
    session.add_all(tasks)
    await session.flush()  # the rows of history refer to them
    for task in tasks:
        record_added(session, task, deed)
    return tasks


def _task(new: NewTask, *, number: int, chat: Chat, topic: int, deed: Deed) -> Task:
    if len(new.checklist) > CHECKLIST_LIMIT:
        raise TooMany("checklist", CHECKLIST_LIMIT)
    if len(unique_names(new.tags)) > TAGS_LIMIT:
        raise TooMany("tags", TAGS_LIMIT)
    task = Task(
        chat_id=chat.id,
        topic=topic,
        number=number,
        title=new.title,
        notes=new.notes,
        priority=new.priority,
        repeat=repeat_to_json(new.repeat) if new.repeat else None,
        said=dict(new.said) if new.said else None,
        reminders=kept_offsets(new.reminders),
        nag_minutes=new.nag_minutes,
        duration_minutes=new.duration_minutes,
        written_in=new.written_in,
        created_by=deed.asker.user_id,
        created_at=deed.now,
        updated_at=deed.now,
    )
    task.due = new.due
    task.chat = chat
    task.assignees = []
    task.checklist = [
        ChecklistItem(position=place, text=text, is_done=is_done)
        for place, (text, is_done) in enumerate(new.checklist)
    ]
    if new.is_done:
        task.status, task.completed_at = Status.COMPLETED, deed.now
        task.completed_by = deed.asker.user_id
    task.attachments = [
        Attachment(kind=f.kind, file_id=f.file_id, unique_id=f.unique_id, name=f.name)
        for f in new.files
    ]
    return task


async def _check_open_tasks(session: AsyncSession, chat: Chat, numbers: range) -> None:
    if numbers.stop <= OPEN_TASKS_LIMIT + 1:
        return  # there were never more tasks here
    query = select(func.count()).where(
        Task.chat_id == chat.id,
        col(Task.deleted_at).is_(None),
        Task.status != Status.COMPLETED,
    )
    if (await session.exec(query)).one() + len(numbers) > OPEN_TASKS_LIMIT:
        raise TooMany("tasks", OPEN_TASKS_LIMIT)


def add_file(session: AsyncSession, task: Task, new: NewFile, deed: Deed) -> None:
    """Attach a photo or document to a task."""
    with recorded(session, task, Action.EDIT, deed):
        task.attachments.append(
            Attachment(kind=new.kind, file_id=new.file_id, unique_id=new.unique_id, name=new.name)
        )


def put_files(task: Task, files: Sequence[Sequence[str]]) -> None:
    """Leave a task those of its files, inside a change that is recorded: kind, ids and name."""
    own = {file.file_id: file for file in task.attachments}
    task.attachments = [
        own.get(file_id) or Attachment(kind=kind, file_id=file_id, unique_id=unique_id, name=name)
        for kind, file_id, unique_id, name in files
    ]
