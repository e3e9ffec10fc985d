"""Words without a command: a new task, or a wish about one that there is."""

from __future__ import annotations

from dataclasses import replace

from bot.handlers import preferences
from bot.handlers.habits import wishes as habit_wishes
from bot.handlers.reminders import snoozing
from bot.handlers.tasks import adding, changing
from bot.language import (
    Delete,
    Done,
    Reschedule,
    SetDigest,
    SetTimezone,
    Snooze,
    read_intent,
)
from bot.replies import Reply
from bot.requests import Forwarded, Request
from storage.tasks.find import find_task, live


async def said(request: Request) -> Reply:
    """Buy milk tomorrow · done 3 5 · change reminder 12 to saturday · +500 ml water"""
    if isinstance(request.message, Forwarded) or request.file:
        return await adding.add_text(request)
    match read_intent(request.text, now=request.now, place=request.place):
        case Done(numbers) if numbers:
            return await changing.done(replace(request, text=_numbers(numbers)))
        case Delete(numbers) if numbers:
            return await changing.delete(replace(request, text=_numbers(numbers)))
        case SetTimezone(words):
            return await preferences.set_zone_by_words(request, words)
        case SetDigest(at):
            return await preferences.set_digest(request, at)
        case Snooze():
            return await snoozing.last_by_words(request)
        case Reschedule(number, when):
            task = await find_task(request.session, number, chat=request.chat, asker=request.asker)
            return await changing.move_when(request, live(task), when, request.text)
        case _:
            return await habit_wishes.said(request) or await adding.add_text(request)


async def said_to_bot(request: Request) -> Reply:
    """@dueto_bot Buy milk tomorrow · @dueto_bot daily agenda at 9:00"""
    if (reply := await _digest(request)) is not None:
        return reply
    return await adding.add(request)


async def said_in_group(request: Request) -> Reply | None:
    """A reply to a message of the bot's in a group: a wish about habits or settings, or a word
    among people."""
    return await _digest(request) or await habit_wishes.said(request)


async def _digest(request: Request) -> Reply | None:
    intent = read_intent(request.text, now=request.now, place=request.place)
    if isinstance(intent, SetDigest):
        return await preferences.set_digest(request, intent.at)
    return None


def _numbers(numbers: tuple[int, ...]) -> str:
    return " ".join(map(str, numbers))
