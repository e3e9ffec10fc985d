"""Habits' reminders: put off, answered in words, explained, drawn anew after a press."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.handlers.habits import wishes as habit_said
from bot.handlers.habits.entries import log_typed, rest_of, show_logged
from bot.handlers.habits.finding import chat_today, find_habit, kept_day, own_today
from bot.handlers.reminders.tasks import read_until
from bot.language import Done, read_intent
from bot.language.habits.replies import is_skip
from bot.language.habits.units import read_amount
from bot.presses import StaleButton, unpack_day
from bot.replies import Edit, Notice, Reply, inline_buttons, told_in_place
from bot.requests import Request
from bot.views.refusals import Misunderstood
from bot.views.reminders import habits as views
from bot.views.tasks.answers import clip
from storage.habits.entries import add_amount, set_amount, skip
from storage.habits.find import get_kept_habit
from storage.models import Habit
from storage.pushes.answers import coming, reminder_of, snooze_habit
from storage.pushes.contents import habit_push_on
from storage.pushes.recipients import recipient
from storage.rules.slots import Slot


async def press_snooze(request: Request) -> Reply:
    """💤 10 min · 1 h · This evening"""
    habit = await find_habit(request, request.key())
    day = unpack_day(request.fact(2))
    reply = await _snoozed(request, habit, day, _until(request, request.fact(1), day))
    return told_in_place(reply)


def _until(request: Request, choice: str, day: date) -> datetime:
    match choice:
        case "10m":
            return request.now + timedelta(minutes=10)
        case "1h":
            return request.now + timedelta(hours=1)
        case "evening":
            return views.evening_of(day, request.preferences)
        case _:
            raise StaleButton(choice)


async def _snoozed(request: Request, habit: Habit, day: date, until: datetime) -> Reply:
    """Raises Misunderstood for a moment that is past, or not of that day any more."""
    if until <= request.now:
        raise Misunderstood("past-habit-snooze")
    session, now = request.session, request.now
    if not await snooze_habit(session, habit, request.chat, day, until, now=now):
        raise Misunderstood("other-day-snooze", name=clip(habit.name, 40))
    reader = request.reader
    return views.snoozed(habit, reader.moment(until), reader)


async def why(request: Request) -> Reply:
    """Why?: the time that was set, how often it is to be done, and the next reminder"""
    habit = await find_habit(request, request.key())
    row = await reminder_of(request.session, request.chat, request.pressed or 0)
    following = await coming(request.session, habit, request.chat)
    reader = request.reader
    said = views.why(row, habit, reader.moment(following) if following else None, reader)
    return Notice(said, alert=True)


async def again(request: Request, habit: Habit, day: date, _: int) -> Reply:
    """The reminder after a press on it: what is still missing, or that it is done."""
    session, now = request.session, request.now
    to = recipient(session, request.chat, request.user)
    push = await habit_push_on(session, habit, day, to, now=now)
    reader = request.reader
    if push.asked and habit.is_live:
        shown = views.reminder(push, reader)
        return Edit(shown.text, inline_buttons(shown), still_asks=True)
    return views.acted(push, reader, request.batch)


async def replied(request: Request) -> Reply | None:
    """`done`, `500`, `skip`, `in 2 hours` as a reply to a habit's reminder; None for a reply to
    anything else."""
    quoted = request.message.quoted if request.message else None
    row = None
    if quoted is not None:
        row = await reminder_of(request.session, request.chat, quoted.message_id)
    slot = Slot.parse(row.key) if row is not None else None
    if row is None or row.habit_id is None or slot is None:
        return None
    habit = await get_kept_habit(request.session, row.habit_id, asker=request.asker)
    return await _answered(request, habit, slot.day)


async def _answered(request: Request, habit: Habit, day: date) -> Reply:
    own = own_today(request) - (chat_today(request) - day)  # in another zone it may be another day
    amount = read_amount(request.text, language=request.words.language)
    if is_skip(request.text):
        await skip(request.session, habit, own, request.deed, is_skip=True)
        return await show_logged(request, habit, own)
    if amount is not None and (habit.goal is not None or not amount.unit):
        return await log_typed(request, habit, own, amount)
    intent = read_intent(request.text, now=request.now, place=request.place)
    if isinstance(intent, Done) and not intent.numbers:
        return await _done(request, habit, own)
    if (said := await habit_said.said(request)) is not None:
        return said
    try:
        until = read_until(request, request.text)
    except Misunderstood:
        raise Misunderstood("unread-habit-reply", text=clip(request.text, 100)) from None
    return await _snoozed(request, habit, day, until)


async def _done(request: Request, habit: Habit, day: date) -> Reply:
    """What is missing of the day; of a limit, that there was none."""
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
