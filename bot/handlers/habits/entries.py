"""Amounts that people type for a habit, and the answer to all that they log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.habits.finding import find_habit, kept_day, titles_elsewhere
from bot.handlers.questions import drop_question, put
from bot.language.habits.units import TypedAmount, converted, read_amount
from bot.questions import AskedAmount
from bot.views.habits import entries as views
from bot.views.parts import clip
from bot.views.refusals import Misunderstood
from storage.errors import UnknownHabit
from storage.habits.entries import add_amount, set_amount
from storage.history.changed import changed_habits

if TYPE_CHECKING:
    from datetime import date

    from bot.replies import Reply
    from bot.requests import Request
    from bot.views.habits.progress import KeptDay
    from storage.models import Habit
    from storage.rules.schedules import Goal


def rest_of(own: KeptDay | None, goal: Goal | None) -> float:
    """What a day lacks of its goal, 0 when nothing is missing; 1 of a limit."""
    if goal is None or goal.is_limit:
        return 1.0
    return own.progress.rest if own else goal.amount


async def ask_amount(request: Request, habit: Habit, day: date) -> Reply:
    """How much was it?"""
    await put(request, AskedAmount(habit.id, day))
    return views.ask_amount(habit, request.reader, in_group=not request.chat.is_private)


async def answer_amount(request: Request, question: AskedAmount) -> Reply:
    """500, 0.5 l, -250, =2000"""
    habit = await find_habit(request, question.habit)
    typed = read_amount(request.text, language=request.words.language)
    if typed is None:
        raise Misunderstood("unread-amount", text=clip(request.text.strip(), 60))
    reply = await log_typed(request, habit, question.day, typed)
    await drop_question(request)
    return reply


async def log_typed(request: Request, habit: Habit, day: date, typed: TypedAmount) -> Reply:
    """Add an amount, or make it the whole day's; any above 0 ticks a habit without a goal."""
    session, deed = request.session, request.deed
    if habit.goal is None:
        await set_amount(session, habit, day, float(typed.amount > 0), deed)
        return await show_logged(request, habit, day)
    amount = in_own_unit(habit, typed.amount, typed.unit)
    if typed.is_total:
        before = await kept_day(request, habit, day)
        await set_amount(session, habit, day, amount, deed)
        amount -= before.progress.of_day if before else 0.0
    else:
        await add_amount(session, habit, day, amount, deed)
    return await show_logged(request, habit, day, added=amount)


def in_own_unit(habit: Habit, amount: float, unit: str) -> float:
    """An amount of any unit in the habit's. Raises Misunderstood where they do not convert."""
    goal = habit.goal
    if goal is None:
        return amount
    own = converted(amount, unit, goal.unit)
    if own is None:
        raise Misunderstood(
            "other-unit",
            said=clip(unit, 30),
            name=clip(habit.name, 40),
            unit=goal.unit or "×",
        )
    return own


async def show_logged(
    request: Request,
    habit: Habit,
    day: date,
    *,
    added: float | None = None,
    note: str = "",
) -> Reply:
    """The answer to what was logged: how the habit is now, or that nothing had to be changed."""
    own = await kept_day(request, habit, day)
    if own is None:  # left meanwhile: whoever logs a habit keeps it
        raise UnknownHabit(habit.name)
    titles = await titles_elsewhere(request, [habit])
    log = views.LoggedDay(
        own,
        added=added,
        note=note,
        title=titles.get(habit.chat_id, ""),
        batch=request.batch if habit.id in changed_habits(request.session) else None,
    )
    return views.logged(log, request.reader)
