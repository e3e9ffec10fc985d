"""Repairing what was understood: words given back to the title, another reading, a split."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers.tasks.adding import echoed
from bot.handlers.tasks.capture import (
    PRIORITIES,
    WrittenLine,
    fit_title,
    new_task,
    split,
    whole_minutes,
)
from bot.presses.coding import StaleButton
from bot.replies import Reply, in_place
from bot.views.tasks import answers as views
from storage.history.recording import batch_of_adding
from storage.models import Chat, Priority, Task
from storage.rules.folding import fold
from storage.rules.recurrence import Repeat, first_occurrence, repeat_from_json
from storage.tasks.add import add_tasks
from storage.tasks.assign import end_rotation, set_assignees
from storage.tasks.change import replace_task
from storage.tasks.find import get_task
from storage.tasks.new import NewTask

if TYPE_CHECKING:
    from collections.abc import Set
    from uuid import UUID

    from bot.language.values import Reading
    from bot.presses.tasks import ChooseReading, GiveBack, SplitTask
    from bot.requests import Request
    from storage.people.asking import Deed
    from storage.rules.due import Due


async def _written(request: Request, key: UUID) -> tuple[Task, WrittenLine]:
    """The task and the line it was written as. Raises UnknownTask, StaleButton."""
    task = await get_task(request.session, key, asker=request.asker)
    if task.said is None or task.is_deleted:
        raise StaleButton(request.text)
    return task, WrittenLine.from_json(task.said)


async def give_back(request: Request, press: GiveBack) -> Reply:
    """A chip's ✕: its words are title again, and what they meant is taken away"""
    task, line = await _written(request, press.task)
    before = line.read(request.place)
    wanted = press.start, press.end
    given = next((span for span in before.spans if (span.start, span.end) == wanted), None)
    if given is None:
        raise StaleButton(f"{press.start}-{press.end}")
    line = replace(line, literal=(*line.literal, given))
    after = line.read(request.place)
    if given.kind == "turns" and task.rotation is not None:
        end_rotation(request.session, task, request.deed)
    if given.kind == "assignee":
        _take_off(request, task, line, set(before.assignees) - set(after.assignees))
    return await _keep(request, task, _changed(task, before, after, given.kind), line, after)


def _take_off(request: Request, task: Task, line: WrittenLine, names: Set[str]) -> None:
    """A task is not theirs any more whose names are title again. Of a text mention the line has
    kept the name alone: who is called so is meant, or the only one that may be."""
    gone = {name.lower() for name in names}
    meant = {user.id for user in task.assignees if (user.username or "").lower() in gone}
    if gone & {name.lower() for name in line.people}:
        unnamed = [user for user in task.assignees if not user.username]
        called = [user for user in unnamed if fold(user.name).replace(" ", "_") in gone]
        meant |= {user.id for user in called or (unnamed if len(unnamed) == 1 else ())}
    left = [user for user in task.assignees if user.id not in meant]
    awaited = [name for name in task.awaited or () if name.lower() not in gone]
    set_assignees(request.session, task, left, request.deed, awaited=awaited)


def _changed(task: Task, before: Reading, after: Reading, kind: str) -> NewTask:
    """The task once some words are title again: what they meant is undone, later changes stay."""
    new = _as_it_is(task)
    title = after.title
    if task.title != fit_title(before.title)[0]:  # renamed since: the words are only added
        title = f"{task.title} {_added(before.title, after.title)}"
    fitted, notes = fit_title(title, task.notes)
    new = replace(new, title=fitted, notes=notes)
    match kind:
        case "due" | "repeat":
            lasts = whole_minutes(after.duration)
            return replace(new, due=after.due, repeat=after.repeat, duration_minutes=lasts)
        case "duration":
            return replace(new, duration_minutes=whole_minutes(after.duration))
        case "priority":
            return replace(new, priority=PRIORITIES[after.priority])
        case "tag":
            gone = set(before.tags) - set(after.tags)
            return replace(new, tags=tuple(tag for tag in new.tags if tag not in gone))
        case "reminder" | "nag":
            again = new_task(after)
            return replace(new, reminders=again.reminders, nag_minutes=again.nag_minutes)
        case _:
            return new


def _added(before: str, after: str) -> str:
    known = before.split()
    return " ".join(word for word in after.split() if word not in known)


def _as_it_is(task: Task) -> NewTask:
    return NewTask(
        title=task.title,
        notes=task.notes,
        due=task.due,
        repeat=repeat_from_json(task.repeat) if task.repeat else None,
        priority=Priority(task.priority),
        tags=tuple(tag.name for tag in task.tags),
        said=task.said,
        reminders=tuple(task.reminders) if task.reminders is not None else None,
        nag_minutes=task.nag_minutes,
        duration_minutes=task.duration_minutes,
    )


async def choose(request: Request, press: ChooseReading) -> Reply:
    """One of two readings of a date or a repeat"""
    task, line = await _written(request, press.task)
    reading = line.read(request.place)
    chosen = _alternative(reading, press)
    new = _as_it_is(task)
    if isinstance(chosen, Repeat):
        new = replace(new, repeat=chosen, due=first_occurrence(chosen, now=line.at))
    else:
        new = replace(new, due=chosen, repeat=None)
    settled = replace(line, settled=True)
    return await _keep(request, task, new, settled, replace(reading, doubts=()))


def _alternative(reading: Reading, press: ChooseReading) -> Due | Repeat:
    """The reading that a button chooses. Raises StaleButton."""
    if min(press.doubt, press.choice) < 0 or press.doubt >= len(reading.doubts):
        raise StaleButton(str(press.doubt))
    found = reading.doubts[press.doubt].alternatives
    if press.choice >= len(found):
        raise StaleButton(str(press.choice))
    return found[press.choice]


async def _keep(
    request: Request, task: Task, new: NewTask, line: WrittenLine, reading: Reading
) -> Reply:
    """Make a task what its line is read as by now, and show that."""
    await replace_task(request.session, task, replace(new, said=line.to_json()), request.deed)
    batch = await batch_of_adding(request.session, task)
    reply = echoed(request, task, batch, line, reading)
    return in_place(reply, request.notice("saved"))


async def split_up(request: Request, press: SplitTask) -> Reply:
    """Two tasks in one line become two tasks"""
    task, line = await _written(request, press.task)
    parts = split(line, request.place)
    if not parts:
        raise StaleButton(line.text)
    deed = request.deed
    first, *others = [new_task(part.read(request.place), part) for part in parts]
    await replace_task(request.session, task, first, deed)
    added = await _add_beside(request, task, others, deed)
    reply = views.tasks_added([task, *added], deed.batch, request.reader)
    return in_place(reply, request.notice("saved"))


async def _add_beside(request: Request, task: Task, new: list[NewTask], deed: Deed) -> list[Task]:
    chat = await request.session.get_one(Chat, task.chat_id)
    return await add_tasks(request.session, new, chat=chat, topic=task.topic, deed=deed)
