"""Tasks: add, find, change, complete, delete. Whoever asks is named, and history is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.errors import TooMany
from storage.history.recording import Deed, record_added, recorded, searchable
from storage.models import (
    ASSIGNEES_LIMIT,
    CHECKLIST_LIMIT,
    OPEN_TASKS_LIMIT,
    TAG_LIMIT,
    TAGS_LIMIT,
    Action,
    Attachment,
    Chat,
    ChecklistItem,
    Priority,
    Status,
    Tag,
    Task,
    User,
)
from storage.people.people import insert_new, next_numbers
from storage.rules.due import Due
from storage.rules.folding import fold
from storage.rules.offsets import REMINDERS_LIMIT
from storage.rules.recurrence import (
    Repeat,
    next_occurrence,
    one_less,
    repeat_from_json,
    repeat_to_json,
)

MOST = 2**31 - 1  # what an INTEGER column holds; PostgreSQL takes no greater parameter


@dataclass(frozen=True, slots=True)
class NewFile:
    """An attachment of a task to be: `kind` is photo or document."""

    kind: str
    file_id: str
    unique_id: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task to be, within the limits of PRODUCT.md section 3 (see `bot.language`)."""

    title: str
    notes: str = ""
    due: Due | None = None
    repeat: Repeat | None = None
    priority: Priority = Priority.MEDIUM
    tags: tuple[str, ...] = ()
    checklist: tuple[str, ...] = ()
    files: tuple[NewFile, ...] = ()
    said: Mapping[str, Any] | None = None
    reminders: tuple[str, ...] | None = None
    nag_minutes: int | None = None


async def add_tasks(
    session: AsyncSession, new: Sequence[NewTask], *, chat: Chat, topic: int, deed: Deed
) -> list[Task]:
    """Add tasks to a chat's list with consecutive numbers. Raises TooMany."""
    numbers = await next_numbers(session, chat, len(new))
    await _check_open_tasks(session, chat, numbers)
    tags = await _tags(session, chat.id, [name for one in new for name in one.tags])
    tasks = []
    for number, one in zip(numbers, new, strict=True):
        task = _task(one, number=number, chat=chat, topic=topic, deed=deed)
        task.tags = _in_order(tags[fold(name)] for name in _unique(one.tags))
        task.searchable = searchable(task)
        tasks.append(task)
    session.add_all(tasks)
    await session.flush()  # the rows of history refer to the tasks' rows
    for task in tasks:
        record_added(session, task, deed)
    await session.flush()
    return tasks


def _task(new: NewTask, *, number: int, chat: Chat, topic: int, deed: Deed) -> Task:
    if len(new.checklist) > CHECKLIST_LIMIT:
        raise TooMany("checklist", CHECKLIST_LIMIT)
    if len(_unique(new.tags)) > TAGS_LIMIT:
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
        reminders=list(new.reminders) if new.reminders is not None else None,
        nag_minutes=new.nag_minutes,
        created_by=deed.asker.user_id,
        created_at=deed.now,
        updated_at=deed.now,
    )
    task.due = new.due
    task.chat = chat
    task.assignees = []
    task.checklist = [ChecklistItem(position=i, text=text) for i, text in enumerate(new.checklist)]
    task.attachments = [
        Attachment(kind=f.kind, file_id=f.file_id, unique_id=f.unique_id, name=f.name)
        for f in new.files
    ]
    return task


async def _check_open_tasks(session: AsyncSession, chat: Chat, numbers: range) -> None:
    if numbers.stop <= OPEN_TASKS_LIMIT + 1:
        return  # fewer tasks than that were ever added here
    query = select(func.count()).where(
        Task.chat_id == chat.id,
        col(Task.deleted_at).is_(None),
        Task.status != Status.COMPLETED,
    )
    if (await session.exec(query)).one() + len(numbers) > OPEN_TASKS_LIMIT:
        raise TooMany("tasks", OPEN_TASKS_LIMIT)


def _unique(names: Iterable[str]) -> list[str]:
    return list({fold(name): name for name in reversed(list(names))}.values())[::-1]


def _in_order(tags: Iterable[Tag]) -> list[Tag]:
    return sorted(tags, key=lambda tag: tag.folded)


async def _tags(session: AsyncSession, chat_id: UUID, names: Sequence[str]) -> dict[str, Tag]:
    """The chat's tags of these names, made where missing, by folded name. Raises TooMany."""
    wanted = {fold(name): name for name in reversed(names)}
    if any(len(name) > TAG_LIMIT for name in wanted.values()):
        raise TooMany("tag", TAG_LIMIT)
    if not wanted:
        return {}
    query = select(Tag).where(Tag.chat_id == chat_id, col(Tag.folded).in_(wanted))
    known = {tag.folded: tag for tag in (await session.exec(query)).all()}
    for folded in sorted(wanted.keys() - known.keys()):  # in one order: no deadlock
        await insert_new(session, Tag(chat_id=chat_id, name=wanted[folded], folded=folded))
    if wanted.keys() - known.keys():
        known = {tag.folded: tag for tag in (await session.exec(query)).all()}
    return known


def complete(session: AsyncSession, task: Task, deed: Deed) -> bool:
    """Complete a task; one that repeats moves to its next occurrence.

    False: it was done already, or it is in the trash.
    """
    if task.is_done or task.is_deleted:
        return False
    with recorded(session, task, Action.COMPLETE, deed):
        if not _moved_on(task, deed):
            task.status, task.completed_at = Status.COMPLETED, deed.now
            task.completed_by = deed.asker.user_id
    return True


def _moved_on(task: Task, deed: Deed) -> bool:
    """Make a repeating task its next occurrence, with nothing of it done. False: none follows."""
    if task.repeat is None or task.due is None:
        return False
    repeat = repeat_from_json(task.repeat)
    following = next_occurrence(repeat, current=task.due, now=deed.now, completed_at=deed.now)
    if following is None:
        return False
    rest = one_less(repeat)
    task.due, task.repeat = following, repeat_to_json(rest) if rest else None
    task.status = Status.TODO
    for item in task.checklist:
        item.is_done = False
    return True


def reopen(session: AsyncSession, task: Task, deed: Deed) -> None:
    """Make a completed task an open one again."""
    with recorded(session, task, Action.REOPEN, deed):
        task.status, task.completed_at, task.completed_by = Status.TODO, None, None


def delete_task(session: AsyncSession, task: Task, deed: Deed) -> bool:
    """Put a task into the trash. False: it was there already."""
    if task.is_deleted:
        return False
    with recorded(session, task, Action.DELETE, deed):
        task.deleted_at = deed.now
    return True


def restore(session: AsyncSession, task: Task, deed: Deed) -> None:
    """Take a task out of the trash."""
    with recorded(session, task, Action.RESTORE, deed):
        task.deleted_at = None


def move(
    session: AsyncSession, task: Task, due: Due | None, deed: Deed, *, repeat: Repeat | None = None
) -> None:
    """Give a task another due date, or none. Its repeat stays unless one is said or none is due."""
    with recorded(session, task, Action.MOVE, deed):
        task.due = due
        if repeat is not None or due is None:
            task.repeat = repeat_to_json(repeat) if repeat else None


def set_reminders(
    session: AsyncSession,
    task: Task,
    offsets: Sequence[str] | None,
    nag_minutes: int | None,
    deed: Deed,
) -> None:
    """Choose when a task reminds (None: as usual), and how often it nags. Raises TooMany."""
    if offsets is not None and len(offsets) > REMINDERS_LIMIT:
        raise TooMany("reminders", REMINDERS_LIMIT)
    with recorded(session, task, Action.EDIT, deed):
        task.reminders = list(offsets) if offsets is not None else None
        task.nag_minutes = nag_minutes


def set_repeat(session: AsyncSession, task: Task, repeat: Repeat | None, deed: Deed) -> None:
    """Make a task repeat, or no more; its date stays."""
    with recorded(session, task, Action.EDIT, deed):
        task.repeat = repeat_to_json(repeat) if repeat else None


async def revise(
    session: AsyncSession,
    task: Task,
    deed: Deed,
    *,
    title: str,
    notes: str,
    priority: Priority | None = None,
    due: Due | None = None,
    repeat: Repeat | None = None,
    tags: Sequence[str] | None = None,
    reminders: Sequence[str] | None = None,
    nag_minutes: int | None = None,
) -> None:
    """Change several things of a task at once; None leaves one as it is. Raises TooMany."""
    with recorded(session, task, Action.EDIT, deed):
        task.title, task.notes = title, notes
        task.priority = priority or task.priority
        if due is not None:
            task.due = due
        if repeat is not None:
            task.repeat = repeat_to_json(repeat)
        if reminders is not None:
            task.reminders = list(reminders)
        task.nag_minutes = nag_minutes or task.nag_minutes
        if tags is not None:
            await put_tags(session, task, tags)


async def replace_task(session: AsyncSession, task: Task, new: NewTask, deed: Deed) -> None:
    """Make a task what it says now; its files stay, and its checklist unless one is said.

    Raises TooMany.
    """
    with recorded(session, task, Action.EDIT, deed):
        task.title, task.notes, task.priority = new.title, new.notes, new.priority
        task.due = new.due
        task.repeat = repeat_to_json(new.repeat) if new.repeat else None
        task.said = dict(new.said) if new.said else None
        task.reminders = list(new.reminders) if new.reminders is not None else None
        task.nag_minutes = new.nag_minutes
        await put_tags(session, task, new.tags)
        if new.checklist:
            put_checklist(task, [(text, False) for text in new.checklist])


def set_title(session: AsyncSession, task: Task, title: str, deed: Deed) -> None:
    """Rename a task; `title` has 1 to 200 characters."""
    with recorded(session, task, Action.EDIT, deed):
        task.title = title


def set_notes(session: AsyncSession, task: Task, notes: str, deed: Deed) -> None:
    """Replace a task's notes, up to 4,000 characters."""
    with recorded(session, task, Action.EDIT, deed):
        task.notes = notes


def set_priority(session: AsyncSession, task: Task, priority: Priority, deed: Deed) -> None:
    """Change a task's priority."""
    with recorded(session, task, Action.EDIT, deed):
        task.priority = priority


def set_status(session: AsyncSession, task: Task, status: Status, deed: Deed) -> None:
    """Mark an open task as begun, or as not begun."""
    with recorded(session, task, Action.EDIT, deed):
        task.status = status


async def set_tags(session: AsyncSession, task: Task, names: Sequence[str], deed: Deed) -> None:
    """Replace a task's tags. Raises TooMany."""
    with recorded(session, task, Action.EDIT, deed):
        await put_tags(session, task, names)


async def put_tags(session: AsyncSession, task: Task, names: Sequence[str]) -> None:
    """Replace a task's tags inside a change that is recorded. Raises TooMany."""
    unique = _unique(names)
    if len(unique) > TAGS_LIMIT:
        raise TooMany("tags", TAGS_LIMIT)
    tags = await _tags(session, task.chat_id, unique)
    task.tags = _in_order(tags[fold(name)] for name in unique)


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


def set_assignees(session: AsyncSession, task: Task, users: Sequence[User], deed: Deed) -> None:
    """Replace who a task is assigned to. Raises TooMany."""
    if len(users) > ASSIGNEES_LIMIT:
        raise TooMany("assignees", ASSIGNEES_LIMIT)
    with recorded(session, task, Action.EDIT, deed):
        task.assignees = list(users)


def add_file(session: AsyncSession, task: Task, new: NewFile, deed: Deed) -> None:
    """Attach a photo or document to a task."""
    task.attachments.append(
        Attachment(kind=new.kind, file_id=new.file_id, unique_id=new.unique_id, name=new.name)
    )
    task.updated_at = deed.now


async def tags_beside(session: AsyncSession, task: Task, *, limit: int = 24) -> list[Tag]:
    """The tags of the chat that a task is in, by name."""
    query = select(Tag).where(Tag.chat_id == task.chat_id).order_by(col(Tag.folded)).limit(limit)
    return list((await session.exec(query)).all())
