"""Reminders put off: those of tasks, of habits, and of all that a digest names."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.handlers.questions import drop_question
from bot.handlers.reading import one_task, read_date
from bot.handlers.showing import ask_about
from bot.language import Snooze, read_intent
from bot.questions import AskedSnooze
from bot.replies import Edit, Reply, Say
from bot.views.habits import reminders as habit_views
from bot.views.parts import clip, named
from bot.views.refusals import Misunderstood
from bot.views.reminders import tasks as views
from storage.habits.find import get_kept_habit
from storage.pushes.answers import snooze, snooze_all, snooze_habit
from storage.pushes.latest import last_reminder
from storage.rules.due import local_date, moment, next_week
from storage.rules.slots import Slot
from storage.tasks.find import get_live_task

if TYPE_CHECKING:
    from bot.language.values import Place
    from bot.presses.reminders import HabitSnooze, SnoozeAll, SnoozeHabit, SnoozeTask, TaskSnooze
    from bot.requests import Request, Saying
    from storage.models import Habit, Task

LENGTHS = {"10m": timedelta(minutes=10), "1h": timedelta(hours=1), "3h": timedelta(hours=3)}
LATELY = timedelta(minutes=30)  # how long ago a reminder came that a bare "snooze 25 min" means


async def press_task(request: Request, press: SnoozeTask) -> Reply:
    """💤 10 min · 1 h · 3 h · Tomorrow · This evening · Next week"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    until = task_until(press.choice, now=request.now, place=request.place)
    return request.told_in_place(await _put_off(request, task, until))


def task_until(choice: TaskSnooze, *, now: datetime, place: Place) -> datetime:
    """The moment that a button of a task's reminder means."""
    today = local_date(now, place.zone)
    tomorrow = today + timedelta(days=1)
    match choice:
        case "tomorrow":
            return moment(tomorrow, place.time_of("morning"), place.zone)
        case "evening":
            evening = moment(today, place.time_of("evening"), place.zone)
            later = moment(tomorrow, place.time_of("evening"), place.zone)
            return evening if evening > now else later
        case "week":
            monday = next_week(today, place.first_weekday)
            return moment(monday, place.time_of("morning"), place.zone)
        case _:
            return now + LENGTHS[choice]


async def put_off(request: Request, task: Task, until: datetime) -> Reply:
    """Remind of a task again at a moment. Raises Misunderstood for a moment that is past."""
    return (await _put_off(request, task, until))(request.reader)


async def _put_off(request: Request, task: Task, until: datetime) -> Saying:
    if task.is_done:
        return lambda reader: Say(named("already-done", task, reader), about=task.id)
    if until <= request.now:
        raise Misunderstood("past-snooze")
    snooze(request.session, task, until, request.deed)
    return lambda reader: views.snoozed(task, reader.moment(until), reader)


async def press_habit(request: Request, press: SnoozeHabit) -> Reply:
    """💤 10 min · 1 h · This evening"""
    habit = await get_kept_habit(request.session, press.habit, asker=request.asker)
    until = _habit_until(request, press.choice, press.day)
    return request.told_in_place(await _put_off_habit(request, habit, press.day, until))


def _habit_until(request: Request, choice: HabitSnooze, day: date) -> datetime:
    """The moment that a button of a habit's reminder means."""
    if choice == "evening":
        return habit_views.evening_of(day, request.preferences)
    return request.now + LENGTHS[choice]


async def _put_off_habit(request: Request, habit: Habit, day: date, until: datetime) -> Saying:
    """Raises Misunderstood for a moment that is past, or after the day of the habit."""
    if until <= request.now:
        raise Misunderstood("past-habit-snooze")
    if not await snooze_habit(request.session, habit, day, until, request.deed):
        raise Misunderstood("other-day-snooze", name=clip(habit.name, 40))
    return lambda reader: habit_views.snoozed(habit, reader.moment(until), reader)


async def by_number(request: Request) -> Reply:
    """/snooze 3 tomorrow 9:00"""
    task, text = await one_task(request, "snooze")
    if not text:
        return await ask_about(request, task, AskedSnooze)
    return await by_words(request, task, text)


async def by_words(request: Request, task: Task, text: str) -> Reply:
    """25 min, in 2 hours, until tomorrow 9"""
    return await put_off(request, task, read_until(request, text))


async def habit_by_words(request: Request, habit: Habit, day: date) -> Reply:
    """The same in reply to a habit's reminder"""
    try:
        until = read_until(request, request.text)
    except Misunderstood:
        raise Misunderstood("unread-habit-reply", text=clip(request.text, 100)) from None
    return (await _put_off_habit(request, habit, day, until))(request.reader)


async def last_by_words(request: Request) -> Reply:
    """snooze 25 min, on its own: the reminder that has just come.

    Raises Misunderstood when none came lately.
    """
    since = request.now - LATELY
    row = await last_reminder(request.session, request.chat, request.topic, since=since)
    slot = Slot.parse(row.key) if row is not None else None
    if row is not None and row.task_id is not None:
        task = await get_live_task(request.session, row.task_id, asker=request.asker)
        return await by_words(request, task, request.text)
    if row is not None and row.habit_id is not None and slot is not None:
        habit = await get_kept_habit(request.session, row.habit_id, asker=request.asker)
        return await habit_by_words(request, habit, slot.day)
    raise Misunderstood("nothing-to-snooze")


def read_until(request: Request, text: str) -> datetime:
    """The end of a snooze in words. Raises Misunderstood."""
    intent = read_intent(text, now=request.now, place=request.place)
    if isinstance(intent, Snooze):
        if intent.length is not None:
            return request.now + intent.length
        if intent.until is not None:
            return intent.until.at if intent.until.time else morning(request, intent.until.on)
    due = read_date(request, text).due
    if due is None:
        raise Misunderstood("unread-when", text=clip(text, 100))
    return due.at if due.time else morning(request, due.on)


def morning(request: Request, on: date) -> datetime:
    """The morning of a day, where the asker is."""
    return moment(on, request.place.time_of("morning"), request.place.zone)


async def answer(request: Request, asked: AskedSnooze) -> Reply:
    """Until when"""
    until = read_until(request, request.text)
    task = await get_live_task(request.session, asked.task, asker=request.asker)
    await drop_question(request)
    return await put_off(request, task, until)


async def press_all(request: Request, _: SnoozeAll) -> Reply:
    """💤 All 1 h, below a digest"""
    until = request.now + LENGTHS["1h"]
    count = await snooze_all(request.session, until, request.deed)
    return request.told_in_place(
        lambda reader: Edit(reader.words("snoozed-all", count=count, until=reader.moment(until)))
    )
