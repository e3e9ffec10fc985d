"""Repairing what was understood: words given back to the title, another reading, a split."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers.tasks.capture import PRIORITIES, Said, fit_title, new_task, split
from bot.handlers.tasks.changing import echoed
from bot.language.values import Reading
from bot.presses import StaleButton
from bot.replies import Reply, in_place
from bot.requests import Request
from bot.views.tasks import answers as views
from storage.history.recording import Deed, batch_of_adding
from storage.models import Chat, Priority, Task
from storage.rules.recurrence import Repeat, first_occurrence, repeat_from_json
from storage.tasks.add import NewTask, add_tasks
from storage.tasks.change import replace_task
from storage.tasks.find import get_task


async def _said(request: Request) -> tuple[Task, Said]:
    """The task and the line it was written as. Raises UnknownTask, StaleButton."""
    task = await get_task(request.session, request.key(), asker=request.asker)
    if task.said is None or task.is_deleted:
        raise StaleButton(request.text)
    return task, Said.from_json(task.said)


async def give_back(request: Request) -> Reply:
    """A chip's ✕: its words are title again, and what they meant is taken away"""
    task, said = await _said(request)
    before = said.read(request.place)
    wanted = request.fact(1)
    given = next((s for s in before.spans if f"{s.start}-{s.end}" == wanted), None)
    if given is None:
        raise StaleButton(wanted)
    now_said = replace(said, literal=(*said.literal, given))
    after = now_said.read(request.place)
    new = _changed(task, before, after, given.kind)
    return await _keep(request, task, replace(new, said=now_said.to_json()))


def _changed(task: Task, before: Reading, after: Reading, kind: str) -> NewTask:
    """The task with what the given-back words meant undone; what was changed since stays."""
    new = _as_it_is(task)
    title = after.title
    if task.title != fit_title(before.title)[0]:  # renamed since: the words are only added
        title = f"{task.title} {_added(before.title, after.title)}"
    fitted, notes = fit_title(title, task.notes)
    new = replace(new, title=fitted, notes=notes)
    match kind:
        case "due" | "repeat":
            return replace(new, due=after.due, repeat=after.repeat)
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
    )


async def choose(request: Request) -> Reply:
    """One of two readings of a date or a repeat"""
    task, said = await _said(request)
    doubts = said.read(request.place).doubts
    place, choice = request.fact(1), request.fact(2)
    try:
        chosen = doubts[int(place)].alternatives[int(choice)]
    except (ValueError, IndexError):
        raise StaleButton(place) from None
    settled = replace(said, settled=True).to_json()
    new = replace(_as_it_is(task), said=settled)
    if isinstance(chosen, Repeat):
        new = replace(new, repeat=chosen, due=first_occurrence(chosen, now=said.at))
    else:
        new = replace(new, due=chosen)
    return await _keep(request, task, new)


async def _keep(request: Request, task: Task, new: NewTask) -> Reply:
    await replace_task(request.session, task, new, request.deed)
    reply = await echoed(request, task, await batch_of_adding(request.session, task))
    return in_place(reply, request.words.plain("notice-saved"))


async def split_up(request: Request) -> Reply:
    """Two tasks in one line become two tasks"""
    task, said = await _said(request)
    parts = split(said, request.place)
    if not parts:
        raise StaleButton(said.text)
    deed = request.deed
    first, *others = [new_task(part.read(request.place), part) for part in parts]
    await replace_task(request.session, task, first, deed)
    added = await _add_beside(request, task, others, deed)
    reply = views.tasks_added([task, *added], deed.batch, request.reader)
    return in_place(reply, request.words.plain("notice-saved"))


async def _add_beside(request: Request, task: Task, new: list[NewTask], deed: Deed) -> list[Task]:
    chat = await request.session.get_one(Chat, task.chat_id)
    return await add_tasks(request.session, new, chat=chat, topic=task.topic, deed=deed)
