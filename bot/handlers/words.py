"""Words without a command: a new task, a wish about one that there is, or a reply to a message of
the bot's."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.handlers import away, preferences
from bot.handlers.data import bringing
from bot.handlers.habits import instead
from bot.handlers.habits import wishes as habit_wishes
from bot.handlers.habits.entries import log_typed, rest_of, show_logged
from bot.handlers.habits.finding import chat_today, kept_day, list_habits, own_today
from bot.handlers.reading import quoted_task, read_new_date
from bot.handlers.reminders import offsets, snoozing, together
from bot.handlers.reminders import tasks as reminders
from bot.handlers.reminders.habits import quoted_habit
from bot.handlers.tasks import adding, changing
from bot.language import (
    AddReminder,
    Delete,
    Done,
    PauseHabits,
    Reschedule,
    SetDigest,
    SetTimezone,
    Snooze,
    read_intent,
    read_when,
)
from bot.language.habits.replies import is_skip
from bot.language.habits.units import read_amount
from bot.presses.coding import StaleButton
from bot.replies import in_place
from bot.requests import Forwarded, Request
from bot.views.parts import which_meant
from storage.habits.entries import add_amount, set_amount, skip
from storage.habits.find import get_kept_habit
from storage.pushes.latest import last_reminder
from storage.rules.slots import Slot
from storage.talk.receipts import said_since
from storage.talk.shortcuts import lengthen, shorten
from storage.tasks.find import find_task, get_task, live

if TYPE_CHECKING:
    from datetime import date

    from bot.presses.questions import TakeAsAnswer, TakeAsWords
    from bot.replies import Reply
    from bot.requests import Request
    from storage.models import Habit, Task

LONGEST_BARE = 40  # characters of words that only say what to do, or when
LATELY = timedelta(minutes=30)  # how long ago a push came that bare words answer


async def said(request: Request) -> Reply:
    """Buy milk tomorrow · done 3 5 · change reminder 12 to saturday · +500 ml water"""
    if isinstance(request.message, Forwarded) or request.file:
        return await bringing.dropped(request) or await adding.add_text(request)
    if (reply := await _to_last_push(request)) is not None:
        return reply
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
        case PauseHabits(until, is_away=True, is_gone=is_gone) if is_gone or await _has_habits(
            request
        ):
            return await away.go(request, until)
        case Snooze():
            return await snoozing.last_by_words(request)
        case Reschedule(number, _, words):
            task = await find_task(request.session, number, chat=request.chat, asker=request.asker)
            when = read_new_date(request, live(task), words)
            return await changing.move_when(request, task, when)
        case _:
            return await habit_wishes.said(request, intent) or await _new_task(request)


async def _has_habits(request: Request) -> bool:
    return bool(await list_habits(request))


async def _new_task(request: Request) -> Reply:
    """Buy milk tomorrow · read 10 pages, which may be meant for a habit"""
    return await instead.offered(request, await adding.add_text(request))


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


async def ask_which(request: Request) -> Reply:
    """Words that answer the open question, and mean something without it: which is it?"""
    question = request.question
    if question is None:
        return await said(request)
    key = await shorten(request.session, request.text, chat=request.chat, now=request.now)
    return which_meant(request.text, question.kind, key, request.reader)


async def take_as_answer(request: Request, press: TakeAsAnswer) -> Reply | None:
    """✏️ The answer"""
    question, text = request.question, await lengthen(request.session, press.words)
    if question is None or question.kind != press.kind or text is None:
        raise StaleButton(request.text)
    answering = request.answers[type(question)]
    reply = await answering.handler(replace(request, text=text), question)
    return in_place(reply) if reply is not None else None


async def take_as_words(request: Request, press: TakeAsWords) -> Reply:
    """➕ Something new: the question stays open"""
    text = await lengthen(request.session, press.words)
    if text is None:
        raise StaleButton(request.text)
    return in_place(await said(replace(request, text=text)))


async def _to_last_push(request: Request) -> Reply | None:
    """`done`, `3h`, `tomorrow 9`, `skip` soon after a push, if nothing else was said since: they
    answer it. None for all other words."""
    if not request.chat.is_private or not _is_bare(request):
        return None
    since = request.now - LATELY
    row = await last_reminder(request.session, request.chat, request.topic, since=since)
    if row is None or row.sent_at is None:
        return None
    if await said_since(request.session, request.chat.telegram_id, row.sent_at) > 1:
        return None
    if row.task_id is not None:
        task = await get_task(request.session, row.task_id, asker=request.asker)
        return await _to_task(request, task, is_reminder=True)
    slot = Slot.parse(row.key)
    if row.habit_id is None or slot is None:
        return None
    habit = await get_kept_habit(request.session, row.habit_id, asker=request.asker)
    return await _to_habit(request, habit, slot.day)


def _is_bare(request: Request) -> bool:
    """Whether words are an action or a moment, and name nothing."""
    text = request.text.strip()
    if len(text) > LONGEST_BARE:
        return False
    intent = read_intent(text, now=request.now, place=request.place)
    if isinstance(intent, Done | Delete):
        return not intent.numbers
    if isinstance(intent, Snooze) or is_skip(text):
        return True
    when = read_when(text, now=request.now, place=request.place)
    return when is not None and when.due is not None and when.repeat is None


async def _to_task(request: Request, task: Task, *, is_reminder: bool = False) -> Reply:
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
    if is_reminder or await reminders.is_reminder(request):
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
