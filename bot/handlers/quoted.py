"""Replies to messages of the bot's: to a task, to a reminder, to a repeat that is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.handlers import words
from bot.handlers.habits import wishes as habit_wishes
from bot.handlers.habits.entries import log_typed, rest_of, show_logged
from bot.handlers.habits.finding import chat_today, kept_day, own_today
from bot.handlers.questions import drop_question
from bot.handlers.reading import quoted_task
from bot.handlers.reminders import offsets, snoozing
from bot.handlers.reminders import tasks as reminders
from bot.handlers.reminders.habits import quoted_habit
from bot.handlers.tasks import changing, repeats
from bot.language import AddReminder, Delete, Done, Snooze, read_intent
from bot.language.habits.replies import is_skip
from bot.language.habits.units import read_amount
from bot.questions import AskedRepeat
from bot.replies import Reply
from bot.requests import Request
from storage.habits.entries import add_amount, set_amount, skip
from storage.models import Habit, Task
from storage.tasks.find import live


async def replied(request: Request) -> Reply | None:
    """A reply to a message of the bot's; to any but a task's or a reminder's, plain words"""
    if (task := await quoted_task(request)) is not None:
        return await _to_task(request, task)
    if (found := await quoted_habit(request)) is not None:
        return await _to_habit(request, *found)
    return await (words.said if request.chat.is_private else words.said_in_group)(request)


async def answer_repeat(request: Request, asked: AskedRepeat) -> Reply | None:
    """every 2nd friday at 10:00; beside a repeat that is only shown, other words are new ones"""
    if repeats.is_answer(request, asked):
        return await repeats.answer(request, asked)
    await drop_question(request)
    return await replied(request)


async def _to_task(request: Request, task: Task) -> Reply:
    """`done`, `delete`, `tomorrow 9`, `every 2 days`, `#home`"""
    match read_intent(request.text, now=request.now, place=request.place):
        case Done():
            return await changing.done(replace(request, text=str(task.number)))
        case Delete():
            return await changing.delete(replace(request, text=str(task.number)))
        case Snooze():
            return await snoozing.by_words(request, live(task), request.text)
        case AddReminder(chosen):
            return await offsets.add_reminders(request, live(task), chosen)
    reply = None
    if await reminders.is_reminder(request):
        reply = await reminders.answered(request, live(task))
    return reply or await changing.apply_words(request, live(task))


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
