"""Words without a command: a new task, a wish about one that there is, or a reply to a message of
the bot's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers import preferences
from bot.handlers.habits import wishes as habit_wishes
from bot.handlers.habits.entries import log_typed, rest_of, show_logged
from bot.handlers.habits.finding import chat_today, kept_day, own_today
from bot.handlers.questions import drop_question
from bot.handlers.reading import quoted_task, read_new_date
from bot.handlers.reminders import offsets, snoozing, together
from bot.handlers.reminders import tasks as reminders
from bot.handlers.reminders.habits import quoted_habit
from bot.handlers.tasks import adding, changing, repeats
from bot.language import (
    AddReminder,
    Delete,
    Done,
    Reschedule,
    SetDigest,
    SetTimezone,
    Snooze,
    read_intent,
)
from bot.language.habits.replies import is_skip
from bot.language.habits.units import read_amount
from bot.requests import Forwarded, Request
from storage.habits.entries import add_amount, set_amount, skip
from storage.tasks.find import find_task, live

if TYPE_CHECKING:
    from datetime import date

    from bot.questions import AskedRepeat
    from bot.replies import Reply
    from bot.requests import Request
    from storage.models import Habit, Task


async def said(request: Request) -> Reply:
    """Buy milk tomorrow · done 3 5 · change reminder 12 to saturday · +500 ml water"""
    if isinstance(request.message, Forwarded) or request.file:
        return await adding.add_text(request)
    intent = read_intent(request.text, now=request.now, place=request.place)
    match intent:
        case Done(numbers) if numbers:
            return await changing.done(replace(request, text=_numbers(numbers)))
        case Delete(numbers) if numbers:
            return await changing.delete(replace(request, text=_numbers(numbers)))
        case SetTimezone(words):
            return await preferences.set_zone_by_words(request, words)
        case SetDigest():
            return await preferences.set_digest(request, intent)
        case Snooze():
            return await snoozing.last_by_words(request)
        case Reschedule(number, _, words):
            task = await find_task(request.session, number, chat=request.chat, asker=request.asker)
            when = read_new_date(request, live(task), words)
            return await changing.move_when(request, task, when)
        case _:
            return await habit_wishes.said(request, intent) or await adding.add_text(request)


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
        return await preferences.set_digest(request, intent)
    return None


# Replies to a task, to a reminder, to a repeat that is shown


async def replied(request: Request) -> Reply | None:
    """A reply to a message of the bot's; to any but a task's or a reminder's, plain words"""
    if (task := await quoted_task(request)) is not None:
        return await _to_task(request, task)
    if (found := await quoted_habit(request)) is not None:
        return await _to_habit(request, *found)
    if (reply := await _to_several(request)) is not None:
        return reply
    return await (said if request.chat.is_private else said_in_group)(request)


async def answer_repeat(request: Request, asked: AskedRepeat) -> Reply | None:
    """every 2nd friday at 10:00; beside a repeat that is only shown, other words are new ones"""
    if repeats.is_answer(request, asked):
        return await repeats.answer(request, asked)
    await drop_question(request)
    return await replied(request)


async def _to_task(request: Request, task: Task) -> Reply:
    """`done`, `delete`, `tomorrow 9`, `every 2 days`, `#home`"""
    match read_intent(request.text, now=request.now, place=request.place):
        case Done(numbers) if not _others(numbers, task):
            return await changing.done_these(request, [task])
        case Delete(numbers) if not _others(numbers, task):
            return await changing.delete_these(request, [task])
        case Done() | Delete() | Reschedule():  # the numbers are those of this chat
            return await said(request)
        case Snooze():
            return await snoozing.by_words(request, live(task), request.text)
        case AddReminder(chosen):
            return await offsets.add_reminders(request, live(task), chosen)
    reply = None
    if await reminders.is_reminder(request):
        reply = await reminders.answered(request, live(task))
    return reply or await changing.apply_words(request, live(task))


async def _to_several(request: Request) -> Reply | None:
    """`done`, `delete`, `tomorrow 9` in reply to a message that reminds of several tasks: all that
    are open in it"""
    tasks = await together.replied_to(request)
    if not tasks:
        return None
    match read_intent(request.text, now=request.now, place=request.place):
        case Done(numbers) if not numbers:
            return await changing.done_these(request, tasks)
        case Delete(numbers) if not numbers:
            return await changing.delete_these(request, tasks)
        case _:
            return await together.put_off_by_words(request, tasks)


async def _to_habit(request: Request, habit: Habit, day: date) -> Reply:
    """`done`, `500`, `skip`, `in 2 hours` in reply to a habit's reminder"""
    own = own_today(request) - (chat_today(request) - day)  # in another zone it may be another day
    amount = read_amount(request.text, language=request.words.language)
    if is_skip(request.text):
        await skip(request.session, habit, own, request.deed, is_skip=True)
        return await show_logged(request, habit, own)
    if amount is not None and (habit.goal is not None or not amount.unit):
        return await log_typed(request, habit, own, amount)
    intent = read_intent(request.text, now=request.now, place=request.place)
    if isinstance(intent, Done) and not intent.numbers:
        return await _complete(request, habit, own)
    if (reply := await habit_wishes.said(request)) is not None:
        return reply
    return await snoozing.habit_by_words(request, habit, day)


async def _complete(request: Request, habit: Habit, day: date) -> Reply:
    """Log what is missing of the day; of a limit, that there was none."""
    standing = await kept_day(request, habit, day)
    is_limit = habit.goal is not None and habit.goal.is_limit
    if standing is None or not standing.progress.is_done:
        if habit.goal is None:
            await set_amount(request.session, habit, day, 1.0, request.deed)
        elif is_limit:
            await set_amount(request.session, habit, day, 0.0, request.deed)
        else:
            rest = rest_of(standing, habit.goal)
            await add_amount(request.session, habit, day, rest, request.deed)
    return await show_logged(request, habit, day)


def _others(numbers: tuple[int, ...], task: Task) -> bool:
    """Whether words name other tasks than the one that they reply to."""
    return bool(numbers) and numbers != (task.number,)


def _numbers(numbers: tuple[int, ...]) -> str:
    return " ".join(map(str, numbers))
