"""What was done to tasks, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.presses.tasks import CompleteForAll, CompleteTask, OpenCard
from bot.replies import Edit, Keyboard
from bot.texts import clip
from bot.views.parts import (
    BREAK,
    awaited_line,
    named,
    named_due,
    occurrence,
    task_line,
    told,
    with_undo,
)
from bot.views.people import names_of, part_line
from bot.views.refusals import people
from bot.views.tasks.facts import fact_lines, repeat_lines, title_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from uuid import UUID

    from markupsafe import Markup

    from bot.reader import Reader
    from bot.replies import Reply, Say
    from storage.models import Task

SHOWN = 20  # tasks of an answer
SHOWN_NAMES = 80  # characters of people's names in a notice


def tasks_added(tasks: Sequence[Task], batch: UUID, reader: Reader, *, plain: bool = False) -> Say:
    """The answer to several new tasks at once. `plain`: each was understood without doubt."""
    lines = [reader.words("tasks-added", count=len(tasks))]
    lines += [task_line(task, reader) for task in tasks[:SHOWN]]
    if len(tasks) > SHOWN:
        lines.append(reader.words("tasks-more", count=len(tasks) - SHOWN))
    waits = awaited_line(tasks, reader)
    return with_undo([*lines, *waits], batch, reader, plain=plain and not waits)


def done_lines(tasks: Iterable[tuple[Task, bool]], reader: Reader) -> list[Markup]:
    """What completing did to each task; False: it was done before."""
    return [_done_line(task, reader) if did else _was_done(task, reader) for task, did in tasks]


def _done_line(task: Task, reader: Reader) -> Markup:
    if task.is_done:
        return named("task-done", task, reader)
    if task.waits_for_others:
        return part_line("task-part", task, reader)
    if task.rotation is None:
        return named_due("task-repeats", task, reader)
    facts = {"number": str(task.number), "title": task.title, "due": reader.due(task)}
    if not task.assignees:
        return reader.words("task-turns-nobody", **facts)
    return reader.words("task-turns", **facts, names=names_of(task.assignees))


def done_notice(task: Task, reader: Reader, *, did: bool) -> str:
    """What a tick has done, for whoever has pressed; `did`: it has changed something."""
    words, is_open = reader.words, not task.is_done and not task.is_deleted
    missing = clip(names_of(task.missing).striptags(), SHOWN_NAMES)
    if is_open and task.is_for_each and (task.ticked or not did):
        return words.plain("notice-part" if did else "notice-parts-left", names=missing)
    if did and is_open and task.rotation is not None and task.assignees:
        due = reader.due(task).striptags()
        return words.plain("notice-turn", names=missing, due=due)
    return words.plain("notice-done" if did else "notice-nothing")


def instead_of_part(task: Task, reader: Reader) -> Keyboard:
    """What somebody is offered whose own tick does nothing: to close the task for all."""
    if task.is_done or task.is_deleted or not task.is_for_each:
        return ()
    press = CompleteForAll(task.id, occurrence=occurrence(task))
    return ((reader.button("for-all", press),),)


def part_done(task: Task, reader: Reader) -> Edit:
    """A group's message after somebody has done their part: it waits for the others."""
    lines = [title_line(task), *fact_lines(task, reader)]
    done = reader.button("done", CompleteTask(task.id, occurrence(task)))
    row = (done, reader.button("open-card", OpenCard(task.id)))
    return Edit(BREAK.join(lines), (row,), about=task.id, still_asks=True)


def _was_done(task: Task, reader: Reader) -> Markup:
    if task.is_for_each and not task.is_done and not task.is_deleted:
        return part_line("task-parts-left", task, reader)
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
    return with_undo(told(lines, reader), batch, reader, about=task.id, plain=not is_late)


def task_edited(task: Task, batch: UUID, reader: Reader) -> Reply:
    """The answer to a changed task: how it is now."""
    lines = [named("task-edited", task, reader), *fact_lines(task, reader)]
    said = [*told(lines, reader), *awaited_line([task], reader)]
    return with_undo(said, batch, reader, about=task.id)


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
    return with_undo([*shown, *awaited_line([*changed, *added], reader)], batch, reader)


def task_noted(task: Task, batch: UUID, reader: Reader) -> Reply:
    """The answer to words that became a note."""
    return with_undo([named("task-noted", task, reader)], batch, reader, about=task.id, plain=True)
