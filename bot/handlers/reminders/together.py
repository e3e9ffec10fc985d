"""A message that reminds of several tasks: tick one, put one or all off, open a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.reading import show_card
from bot.handlers.reminders.snoozing import morning, read_until, task_until
from bot.language import Snooze, read_intent, read_when
from bot.presses.coding import StaleButton
from bot.replies import Reply, Say, noticed
from bot.views.parts import occurrence
from bot.views.refusals import Misunderstood
from bot.views.reminders import together as views
from storage.pushes.answers import snooze, snooze_many
from storage.pushes.together import answer_in_message, rows_of_message
from storage.tasks.change import complete, reopen
from storage.tasks.find import get_live_task, get_tasks

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.presses.reminders import OpenBeside, SnoozeBeside, SnoozeRest, TickBeside
    from bot.requests import Request
    from storage.models import Task


async def tick(request: Request, press: TickBeside) -> Reply:
    """☐ 12: done; ☑ 12: open again"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    if press.occurrence != occurrence(task) or press.ticks == task.is_done:
        return await _again(request, "nothing")
    if press.ticks:
        complete(request.session, task, request.deed)
    else:
        reopen(request.session, task, request.deed)
    await _acted(request, task, is_open=not press.ticks)
    return await _again(request, "done" if press.ticks else "reopened")


async def put_off(request: Request, press: SnoozeBeside) -> Reply:
    """💤 1 h · Tomorrow, for one task"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    if task.is_done:
        return await _again(request, "nothing")
    until = task_until(press.choice, now=request.now, place=request.place)
    await snooze(request.session, task, request.chat, until, now=request.now)
    await _acted(request, task)
    at = request.reader.moment(until).striptags()
    facts = {"number": str(task.number), "title": task.title, "until": at}
    return noticed(await _again(request), request.words.plain("snoozed", **facts))


async def put_off_rest(request: Request, press: SnoozeRest) -> Reply:
    """💤 All 1 h: what is open in the message"""
    parts = await _lines(request, request.pressed or 0)
    tasks = [part.task for part in parts if part.task is not None and part.is_open]
    until = task_until(press.choice, now=request.now, place=request.place)
    await snooze_many(request.session, tasks, request.chat, until, now=request.now)
    for task in tasks:
        await _acted(request, task)
    at = request.reader.moment(until).striptags()
    told = request.words.plain("snoozed-all", count=len(tasks), until=at)
    return noticed(await _again(request), told)


async def open_card(request: Request, press: OpenBeside) -> Reply:
    """…: everything else, on the task's card below"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    return await show_card(request, task)


async def replied_to(request: Request) -> list[Task]:
    """The tasks that are open in the message of several that is replied to; none elsewhere."""
    quoted = request.quoted
    lines = await _lines(request, quoted.message_id) if quoted is not None else []
    tasks = [line.task for line in lines if line.task is not None and line.is_open]
    return tasks if len(lines) > 1 else []


async def put_off_by_words(request: Request, tasks: Sequence[Task]) -> Reply | None:
    """in 2 hours, tomorrow 9; None for words that say more"""
    until = _until(request)
    if until is None:
        return None
    if until <= request.now:
        raise Misunderstood("past-snooze")
    await snooze_many(request.session, tasks, request.chat, until, now=request.now)
    text = request.words("snoozed-all", count=len(tasks), until=request.reader.moment(until))
    return Say(text)


def _until(request: Request) -> datetime | None:
    if isinstance(read_intent(request.text, now=request.now, place=request.place), Snooze):
        return read_until(request, request.text)
    when = read_when(request.text.strip(), now=request.now, place=request.place)
    due = when.due if when is not None else None
    if due is None:
        return None
    return due.at if due.time else morning(request, due.on)


async def _acted(request: Request, task: Task, *, is_open: bool = False) -> None:
    """The message says by itself what was done in it: no worker is to edit it for that."""
    message_id = request.pressed or 0
    await answer_in_message(request.session, request.chat, message_id, task, is_open=is_open)


async def _again(request: Request, notice: str = "") -> Reply:
    """The message as it is now. Raises StaleButton where it reminds of nothing."""
    parts = await _lines(request, request.pressed or 0)
    if not parts:
        raise StaleButton(str(request.pressed))
    reply = views.again(parts, request.reader, mention=not request.chat.is_private)
    return noticed(reply, request.words.plain(f"notice-{notice}")) if notice else reply


async def _lines(request: Request, message_id: int) -> list[views.TaskLine]:
    """The tasks of a message, as far as the asker may see them still."""
    rows = await rows_of_message(request.session, request.chat, message_id)
    ids = [row.task_id for row in rows if row.task_id is not None]
    tasks = await get_tasks(request.session, ids, asker=request.asker)
    return views.lines_of(rows, tasks)
