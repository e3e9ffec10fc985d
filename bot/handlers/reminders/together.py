"""A message that reminds of several tasks: tick one, put one or all off, open a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.reading import show_card
from bot.handlers.reminders.snoozing import task_until
from bot.presses.coding import StaleButton
from bot.replies import Reply, noticed
from bot.views.parts import occurrence
from bot.views.reminders import together as views
from storage.pushes.answers import snooze, snooze_many
from storage.pushes.together import answer_in_message, rows_of_message
from storage.tasks.change import complete, reopen
from storage.tasks.find import get_live_task, get_tasks

if TYPE_CHECKING:
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
    parts = await _lines(request)
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


async def _acted(request: Request, task: Task, *, is_open: bool = False) -> None:
    """The message says by itself what was done in it: no worker is to edit it for that."""
    message_id = request.pressed or 0
    await answer_in_message(request.session, request.chat, message_id, task, is_open=is_open)


async def _again(request: Request, notice: str = "") -> Reply:
    """The message as it is now. Raises StaleButton where it reminds of nothing."""
    parts = await _lines(request)
    if not parts:
        raise StaleButton(str(request.pressed))
    reply = views.again(parts, request.reader, mention=not request.chat.is_private)
    return noticed(reply, request.words.plain(f"notice-{notice}")) if notice else reply


async def _lines(request: Request) -> list[views.TaskLine]:
    """The tasks of the pressed message, as far as the presser may see them still."""
    rows = await rows_of_message(request.session, request.chat, request.pressed or 0)
    ids = [row.task_id for row in rows if row.task_id is not None]
    tasks = await get_tasks(request.session, ids, asker=request.asker)
    return views.lines_of(rows, tasks)
