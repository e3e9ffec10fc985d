"""A message that was edited: so are the tasks that its lines became."""

from __future__ import annotations

from datetime import timedelta
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from bot.handlers.tasks.adding import captured, digest_of
from bot.handlers.tasks.assigned import assign, check_limits
from bot.handlers.tasks.capture import Captured, WrittenLine
from bot.requests import Request, Written
from bot.views.refusals import Misunderstood
from bot.views.tasks import answers as views
from storage.people.asking import Deed
from storage.tasks.add import add_tasks
from storage.tasks.assign import clear_assignees
from storage.tasks.change import delete_task, replace_task
from storage.tasks.find import is_as_written, tasks_written_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from bot.language.values import Reading
    from bot.replies import Reply
    from storage.models import Task, TaskMessage
    from storage.tasks.new import NewTask

EDITS_LAST = timedelta(hours=1)


async def edited(request: Request) -> Reply | None:
    """Milk → Oat milk. Of a message that is no task, and of words that stay, nothing is said."""
    source, message = request.shown, request.message
    if source is None or not source.is_source or not isinstance(message, Written):
        return None
    if source.digest == digest_of(request.text):
        return None
    tasks = await tasks_written_in(request.session, source, chat=request.chat, asker=request.asker)
    return (
        await _follow(request, source, tasks, message.edited_at or request.now) if tasks else None
    )


async def _follow(
    request: Request, source: TaskMessage, tasks: Sequence[Task], at: datetime
) -> Reply:
    """Make the tasks of a message what it says now. Raises Misunderstood for what cannot be."""
    if at - request.now > EDITS_LAST:
        raise Misunderstood("edit-late", number=str(tasks[0].number))
    new = await captured(request)
    pairs = list(_pairs([_line_of(task) for task in tasks], [_line_in(one) for one in new.tasks]))
    for place, _ in pairs:
        if place is not None and not is_as_written(tasks[place], source):
            raise Misunderstood(_why_not(tasks[place]), number=str(tasks[place].number))
    if not new.tasks[0].title:
        raise Misunderstood("edit-empty", number=str(tasks[0].number))
    source.digest, source.created_at = digest_of(request.text), at
    return await _carry_out(request, tasks, new, pairs, Deed(request.asker, at))


def _why_not(task: Task) -> str:
    if task.is_deleted:
        return "edit-deleted"
    return "edit-done" if task.is_done else "edit-changed"


def _line_of(task: Task) -> str:
    return WrittenLine.from_json(task.said).text if task.said else task.title


def _line_in(new: NewTask) -> str:
    return WrittenLine.from_json(new.said).text if new.said else new.title


def _pairs(old: list[str], new: list[str]) -> Iterator[tuple[int | None, int | None]]:
    """The lines that differ, by their places: one and what it became, one that went (None behind),
    one that came (None in front). A message of one task is compared by more than its line."""
    if len(old) == len(new) == 1:
        yield 0, 0
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind != "equal":
            yield from zip_longest(range(first, last), range(new_first, new_last))


async def _carry_out(
    request: Request,
    tasks: Sequence[Task],
    new: Captured,
    pairs: Sequence[tuple[int | None, int | None]],
    deed: Deed,
) -> Reply:
    changed, added, gone = [], [], []
    for place, new_place in pairs:
        if place is None and new_place is not None:
            added.append(await _add(request, new.tasks[new_place], new.readings[new_place], deed))
        elif place is not None and new_place is not None:
            task = tasks[place]
            await _replace(request, task, new.tasks[new_place], new.readings[new_place], deed)
            changed.append(task)
        elif place is not None:
            await delete_task(request.session, tasks[place], deed)
            gone.append(tasks[place])
    return views.tasks_edited(changed, added, gone, deed.batch, request.reader)


async def _add(request: Request, new: NewTask, reading: Reading, deed: Deed) -> Task:
    check_limits(reading)
    (task,) = await add_tasks(
        request.session, [new], chat=request.chat, topic=request.topic, deed=deed
    )
    await assign(request, task, reading, deed)
    return task


async def _replace(
    request: Request, task: Task, new: NewTask, reading: Reading, deed: Deed
) -> None:
    """Make a task what its line says now, its people too."""
    check_limits(reading)
    await replace_task(request.session, task, new, deed)
    clear_assignees(request.session, task, deed)
    await assign(request, task, reading, deed)
