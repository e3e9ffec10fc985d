"""Words without a command: a new task, or a wish about one that there is."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers import preferences
from bot.handlers.habits import wishes as habit_said
from bot.handlers.reminders import habits as habit_reminders
from bot.handlers.reminders import tasks as reminders
from bot.handlers.tasks import changing as tasks
from bot.language import (
    AddReminder,
    Delete,
    Done,
    Reschedule,
    SetTimezone,
    Snooze,
    read_intent,
)
from bot.replies import Reply
from bot.requests import Request
from storage.tasks.find import find_task, live


async def said(request: Request) -> Reply:
    """Buy milk tomorrow · done 3 5 · change reminder 12 to saturday · +500 ml water"""
    if request.message is not None and (request.message.is_forward or request.message.file):
        return await tasks.add_text(request)
    match read_intent(request.text, now=request.now, place=request.place):
        case Done(numbers) if numbers:
            return await tasks.done(replace(request, text=_numbers(numbers)))
        case Delete(numbers) if numbers:
            return await tasks.delete(replace(request, text=_numbers(numbers)))
        case SetTimezone(words):
            return await preferences.set_zone_by_words(request, words)
        case Reschedule(number, when):
            task = await find_task(request.session, number, chat=request.chat, asker=request.asker)
            return await tasks.move_when(request, live(task), when, request.text)
        case _:
            return await habit_said.said(request) or await tasks.add_text(request)


async def replied(request: Request) -> Reply | None:
    """A reply to a task's message: `done`, `delete`, `tomorrow 9`, `every 2 days`, `#home`"""
    task = await tasks.quoted_task(request)
    if task is None and (answer := await habit_reminders.replied(request)) is not None:
        return answer
    if task is None:
        return await (said if request.chat.is_private else habit_said.said)(request)
    match read_intent(request.text, now=request.now, place=request.place):
        case Done():
            return await tasks.done(replace(request, text=str(task.number)))
        case Delete():
            return await tasks.delete(replace(request, text=str(task.number)))
        case Snooze():
            return await reminders.snooze_by_words(request, live(task), request.text)
        case AddReminder(offsets):
            return await reminders.add_reminders(request, live(task), offsets)
        case _ if await reminders.is_reminder(request):
            return await reminders.snooze_or_change(request, live(task))
        case _:
            return await tasks.apply_words(request, live(task))


def _numbers(numbers: tuple[int, ...]) -> str:
    return " ".join(map(str, numbers))
