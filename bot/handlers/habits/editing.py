"""A habit changed from its card: name, how often, how much, colour, place, times, a typed pause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers.habits.card import card_noticed, show_card, takes_part
from bot.handlers.habits.finding import find_habit, own_today
from bot.handlers.habits.reading import check_near, read_rest, read_times
from bot.handlers.questions import drop_question, put
from bot.language import read_when
from bot.presses.coding import StaleButton
from bot.questions import AboutHabit, AskedNewName, AskedNewRate, AskedPause, AskedTimes
from bot.replies import Reply, in_place
from bot.views.habits import menus
from bot.views.parts import clip, question
from bot.views.refusals import Misunderstood
from storage.habits.change import move_up, paint, remind_at, rename, reschedule
from storage.habits.participants import pause
from storage.models import COLOURS, NAME_LIMIT, Habit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import time

    from bot.language.habits.reading import HabitReading
    from bot.presses.habits import (
        DropGoal,
        MoveUp,
        NoTimes,
        OfferEdits,
        OfferTimes,
        PaintHabit,
        SwitchTime,
        TypeAboutHabit,
        TypePause,
    )
    from bot.requests import Request
    from storage.rules.schedules import Goal, Schedule

QUESTIONS: Mapping[str, type[AboutHabit]] = {
    "name": AskedNewName,
    "words": AskedNewRate,
    "times": AskedTimes,
}

# By buttons


async def offer(request: Request, press: OfferEdits) -> Reply:
    """✏️ Edit: name, how often, how much, colour, place"""
    habit = await find_habit(request, press.habit)
    return in_place(menus.edit_menu(habit, request.reader))


async def set_colour(request: Request, press: PaintHabit) -> Reply:
    """A colour of the palette"""
    if not 0 <= press.colour < COLOURS:
        raise StaleButton(str(press.colour))
    habit = await find_habit(request, press.habit)
    await paint(request.session, habit, press.colour, request.deed)
    return _edited(request, habit)


async def place_higher(request: Request, press: MoveUp) -> Reply:
    """⬆️: one place up in the list"""
    habit = await find_habit(request, press.habit)
    before = habit.position
    await move_up(request.session, habit, request.deed)
    if habit.position == before:
        return request.notice("on-top")
    return _edited(request, habit)


async def drop_goal(request: Request, press: DropGoal) -> Reply:
    """Yes or no, in place of an amount"""
    habit = await find_habit(request, press.habit)
    await reschedule(request.session, habit, habit.schedule, None, request.deed)
    return _edited(request, habit)


def _edited(request: Request, habit: Habit) -> Reply:
    reply = menus.edit_menu(habit, request.reader, undo=request.batch)
    return in_place(reply, request.notice("saved"))


async def offer_times(request: Request, press: OfferTimes) -> Reply:
    """⏰ Times: when to remind"""
    habit = await find_habit(request, press.habit)
    return in_place(menus.times_menu(habit, request.reader))


async def switch_time(request: Request, press: SwitchTime) -> Reply:
    """21:00: remind at this time; ✓ 21:00: or stop"""
    habit = await find_habit(request, press.habit)
    others = {*habit.schedule.reminders} - {press.at}
    return await _remind_at(request, habit, others | {press.at} if press.on else others)


async def no_times(request: Request, press: NoTimes) -> Reply:
    """🔕: do not remind"""
    return await _remind_at(request, await find_habit(request, press.habit), ())


async def _remind_at(request: Request, habit: Habit, times: Iterable[time]) -> Reply:
    await remind_at(request.session, habit, set(times), request.deed)
    reply = menus.times_menu(habit, request.reader)
    return in_place(reply, request.notice("saved"))


# In words


async def type_about(request: Request, press: TypeAboutHabit) -> Reply:
    """⌨️: asks for a new name, how often and how much, or times"""
    habit = await find_habit(request, press.habit)
    return await _ask(request, habit, QUESTIONS[press.what](habit.id))


async def type_pause(request: Request, press: TypePause) -> Reply:
    """⌨️: asks for the last day of a pause"""
    habit = await find_habit(request, press.habit)
    if not await takes_part(request, habit):
        return await card_noticed(request, habit, "not-kept")
    return await _ask(request, habit, AskedPause(habit.id))


async def _ask(request: Request, habit: Habit, asked: AboutHabit) -> Reply:
    await put(request, asked)
    text = request.words(f"ask-{asked.kind}", name=clip(habit.name, 60))
    return question(asked.kind, text, request.reader, in_group=not request.chat.is_private)


async def _answered(request: Request, asked: AboutHabit) -> Habit:
    """The habit that the question is about; the question is answered by this."""
    habit = await find_habit(request, asked.habit)
    await drop_question(request)
    return habit


def _some_words(request: Request) -> str:
    text = " ".join(request.text.split())
    if not text:
        raise Misunderstood("empty")
    return text


async def answer_name(request: Request, asked: AskedNewName) -> Reply:
    """The new name, word for word"""
    name = _some_words(request)
    if len(name) > NAME_LIMIT:
        raise Misunderstood("long-title", limit=NAME_LIMIT)
    habit = await _answered(request, asked)
    await rename(request.session, habit, name, request.deed)
    return await show_card(request, habit, undo=request.batch)


async def answer_rate(request: Request, asked: AskedNewRate) -> Reply:
    """3 times a week, 20 pages a day at 21:00; all that is not named stays"""
    text = _some_words(request)
    reading = read_rest(request, text)
    start = reading.schedule.start
    begins = start if start != own_today(request) else None
    if not (reading.goal or reading.said_schedule or reading.schedule.reminders or begins):
        raise Misunderstood("unread-rate", text=clip(text, 100))
    habit = await _answered(request, asked)
    if reading.name:
        await rename(request.session, habit, reading.name, request.deed)
    schedule, goal = merged(habit.schedule, habit.goal, reading)
    schedule = replace(schedule, start=begins or schedule.start)
    await reschedule(request.session, habit, schedule, goal, request.deed)
    return await show_card(request, habit, undo=request.batch)


def merged(
    schedule: Schedule, goal: Goal | None, reading: HabitReading
) -> tuple[Schedule, Goal | None]:
    """The schedule and goal, changed as a line says; all that it does not name stays, and the
    first day too.

    `twice a day` is a goal without a unit: a new frequency replaces it.
    """
    reminders = tuple(sorted(reading.schedule.reminders)) or schedule.reminders
    if not reading.said_schedule:
        return replace(schedule, reminders=reminders), reading.goal or goal
    counts_times = goal is not None and not goal.unit and not goal.is_limit
    kept_goal = None if counts_times else goal
    new = replace(reading.schedule, start=schedule.start, reminders=reminders)
    return new, reading.goal or kept_goal


async def answer_times(request: Request, asked: AskedTimes) -> Reply:
    """7:30 and 21:15"""
    times = read_times(request, _some_words(request))
    habit = await _answered(request, asked)
    await remind_at(request.session, habit, times, request.deed)
    return await show_card(request, habit, undo=request.batch)


async def answer_pause(request: Request, asked: AskedPause) -> Reply:
    """The last day of a pause: oct 5"""
    text, today = _some_words(request), own_today(request)
    when = read_when(text, now=request.now, place=request.place)
    until = when.due.on if when is not None and when.due is not None else None
    if until is None or until < today or (when is not None and when.repeat is not None):
        raise Misunderstood("unread-pause", text=clip(text, 100))
    check_near(request, until)
    habit = await _answered(request, asked)
    await pause(request.session, habit, request.deed, today=today, until=until)
    return await show_card(request, habit, undo=request.batch)
