"""What was done to tasks, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.parts import named, named_due, task_line, with_undo
from bot.views.refusals import people
from bot.views.tasks.facts import fact_lines, repeat_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from markupsafe import Markup

    from bot.reader import Reader
    from bot.replies import Reply, Say
    from storage.models import Task

SHOWN = 20  # tasks of an answer


def tasks_added(tasks: Sequence[Task], batch: UUID, reader: Reader, *, plain: bool = False) -> Say:
    """The answer to several new tasks at once. `plain`: each was understood without doubt."""
    lines = [reader.words("tasks-added", count=len(tasks))]
    lines += [task_line(task, reader) for task in tasks[:SHOWN]]
    if len(tasks) > SHOWN:
        lines.append(reader.words("tasks-more", count=len(tasks) - SHOWN))
    return with_undo(lines, batch, reader, plain=plain)


def done_lines(tasks: Iterable[tuple[Task, bool]], reader: Reader) -> list[Markup]:
    """What completing did to each task; False: it was done before."""
    return [_done_line(task, reader) if did else _was_done(task, reader) for task, did in tasks]


def _done_line(task: Task, reader: Reader) -> Markup:
    if task.is_done:
        return named("task-done", task, reader)
    return named_due("task-repeats", task, reader)


def _was_done(task: Task, reader: Reader) -> Markup:
    return named("already-deleted" if task.is_deleted else "already-done", task, reader)


def deleted_lines(tasks: Iterable[tuple[Task, bool]], reader: Reader) -> list[Markup]:
    """What deleting did to each task; False: it was in the trash before."""
    return [
        named("task-deleted" if did else "already-deleted", task, reader) for task, did in tasks
    ]


def not_deleted(tasks: Sequence[Task], who: Sequence[str], reader: Reader) -> Markup:
    """Those of several that are others', and who may delete them (as far as it is known)."""
    numbers = ", ".join(f"#{task.number}" for task in tasks)
    key = "not-deleted-who" if who else "not-deleted"
    return reader.words(key, numbers=numbers, who=people(who), count=len(who))


def task_moved(task: Task, batch: UUID, reader: Reader) -> Reply:
    """The answer to a new date, which may be a past one."""
    is_late = task.due is not None and reader.is_late(task)
    key = "task-moved-late" if is_late else "task-moved"
    lines = [named_due(key, task, reader), *repeat_lines(task, reader)]
    return with_undo(lines, batch, reader, about=task.id, plain=not is_late)


def task_edited(task: Task, batch: UUID, reader: Reader) -> Reply:
    """The answer to a changed task: how it is now."""
    lines = [named("task-edited", task, reader), *fact_lines(task, reader)]
    return with_undo(lines, batch, reader, about=task.id)


def tasks_edited(
    changed: Sequence[Task],
    added: Sequence[Task],
    gone: Sequence[Task],
    batch: UUID,
    reader: Reader,
) -> Reply:
    """The answer to an edited message: what became of the tasks of its lines."""
    if len(changed) == 1 and not added and not gone:
        return task_edited(changed[0], batch, reader)
    lines = [
        *(named("task-edited", task, reader) for task in changed),
        *(named("task-added", task, reader) for task in added),
        *(named("task-deleted", task, reader) for task in gone),
    ]
    shown = lines[:SHOWN]
    if len(lines) > SHOWN:
        shown.append(reader.words("tasks-more", count=len(lines) - SHOWN))
    return with_undo(shown, batch, reader)


def task_noted(task: Task, batch: UUID, reader: Reader) -> Reply:
    """The answer to words that became a note."""
    return with_undo([named("task-noted", task, reader)], batch, reader, about=task.id, plain=True)
