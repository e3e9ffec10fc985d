"""A new task that reads as an amount of a habit: `read 10 pages` may be logged to Read instead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers.habits.entries import in_own_unit, show_logged
from bot.handlers.habits.finding import find_habit, list_habits, own_today
from bot.language import read_log, read_task
from bot.language.habits.names import begun, matching
from bot.language.habits.units import converted
from bot.presses.coding import StaleButton
from bot.replies import Reply, Say, in_place
from bot.views.habits.entries import instead
from storage.habits.entries import add_amount
from storage.tasks.change import delete_task
from storage.tasks.find import get_live_task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language import LogReading
    from bot.presses.habits import LogInstead
    from bot.requests import Request
    from storage.models import Habit

OFFERED = 3  # habits


async def offered(request: Request, reply: Reply) -> Reply:
    """The answer to a new task in private, with a button for each habit that it may be meant for.

    Only words with an amount and a unit ask the store for habits; a task with a date is a plan.
    """
    if not isinstance(reply, Say) or reply.about is None or not isinstance(reply.keyboard, tuple):
        return reply
    reading = _amount_in(request, request.text)
    if reading is None:
        return reply
    fitting = _fitting(reading, await list_habits(request))[:OFFERED]
    buttons = tuple((instead(habit, reply.about, request.reader),) for habit in fitting)
    return replace(reply, keyboard=(*reply.keyboard, *buttons))


async def log_instead(request: Request, press: LogInstead) -> Reply:
    """🌱 Log to Read?: the amount is logged to the habit, and the task goes: one deed"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    habit, reading = await find_habit(request, press.habit), _amount_in(request, task.title)
    if reading is None or reading.amount is None or habit.goal is None:
        raise StaleButton(task.title)
    amount, day = in_own_unit(habit, reading.amount, reading.unit or ""), own_today(request)
    await delete_task(request.session, task, request.deed)
    await add_amount(request.session, habit, day, amount, request.deed)
    return in_place(await show_logged(request, habit, day, added=amount))


def _amount_in(request: Request, text: str) -> LogReading | None:
    """A name with an amount and its unit, in one line without a date."""
    if not request.chat.is_private or "\n" in text.strip():
        return None
    log = read_log(text, now=request.now, place=request.place)
    if log is None or not log.amount or not log.unit:
        return None
    task = read_task(text, now=request.now, place=request.place)
    if task.due is not None or task.repeat is not None:
        return None
    log = read_log(task.title, now=request.now, place=request.place)
    is_one = log is not None and log.habit and log.amount and log.unit
    return log if is_one and log is not None and log.on is None else None


def _fitting(reading: LogReading, habits: Sequence[Habit]) -> list[Habit]:
    """The measured habits that the name means, or that it begins with, and whose unit fits."""
    names = [habit.name for habit in habits]
    places = matching(reading.habit, names) or begun(reading.habit, names)
    return [habits[place] for place in places if _has_unit(habits[place], reading)]


def _has_unit(habit: Habit, reading: LogReading) -> bool:
    goal = habit.goal
    if goal is None or reading.amount is None:
        return False
    return converted(reading.amount, reading.unit or "", goal.unit) is not None
