"""What is done of a habit by buttons: ticked, added to, skipped, joined."""

from __future__ import annotations

from datetime import date, timedelta
from math import isfinite

from bot.handlers.habits.board import (
    asked_habit,
    chat_today,
    own_today,
    pressed_habit,
    redraw,
    standing_of,
    titles_elsewhere,
)
from bot.handlers.questions import ask, drop_question
from bot.language.habits.units import TypedAmount, converted, read_amount
from bot.presses import StaleButton, unpack_day
from bot.replies import Reply, in_place, noticed
from bot.requests import Request
from bot.views.habits import entries as views
from bot.views.habits.board import BACKFILL, Standing
from bot.views.parts import clip
from bot.views.refusals import Misunderstood
from storage.errors import UnknownHabit
from storage.habits.entries import AMOUNT_LIMIT, add_amount, set_amount, skip, tick
from storage.habits.keepers import join, member_of
from storage.history.recording import changed_habits
from storage.models import Habit
from storage.rules.schedules import Goal

ONE_DAY = timedelta(days=1)


async def _pressed(request: Request) -> tuple[Habit, date]:
    """The habit and the day that a pressed button names. Raises UnknownHabit, StaleButton."""
    habit = await pressed_habit(request)
    return habit, _day(request.fact(1), chat_today(request))


def _day(text: str, today: date) -> date:
    day = unpack_day(text)
    # a board may be of yesterday's making, or be opened by somebody in a zone ahead
    if not -ONE_DAY <= today - day <= timedelta(days=BACKFILL + 1):
        raise StaleButton(text)
    return day


def _own_day(request: Request, day: date) -> date:
    """The day of who presses: the button's, unless it is yet to come where they are."""
    return min(day, own_today(request))


async def press_tick(request: Request) -> Reply:
    """Tick a day, or untick it; a measured habit is done in full, or emptied"""
    habit, day = await _pressed(request)
    own, came_from = _own_day(request, day), request.fact(2)
    is_new = await _is_new(request, habit)
    standing = await standing_of(request, habit, own)
    did = True
    if habit.goal is None:
        await tick(request.session, habit, own, request.deed)
    elif habit.goal.is_limit and standing is not None and standing.progress.is_done:
        await forget(request, habit, own)
    elif habit.goal.is_limit or (standing is not None and standing.progress.of_day):
        await set_amount(request.session, habit, own, 0, request.deed)
    elif amount := rest_of(standing, habit.goal):
        await add_amount(request.session, habit, own, amount, request.deed)
    else:
        did = False
    return await _again(request, habit, day, came_from, is_new=is_new, did=did)


async def forget(request: Request, habit: Habit, day: date) -> None:
    """Nothing is said of a day under a limit any more, not even that it had none."""
    for is_skip in (True, False):
        await skip(request.session, habit, day, request.deed, is_skip=is_skip)


async def press_add(request: Request) -> Reply:
    """+250, the rest, or an amount that is asked for"""
    habit, day = await _pressed(request)
    own, amount, came_from = _own_day(request, day), request.fact(2), request.fact(3)
    if amount == "type":
        return await ask_amount(request, habit, own)
    is_new = await _is_new(request, habit)
    standing = await standing_of(request, habit, own)
    added = rest_of(standing, habit.goal) if amount == "rest" else _amount(amount)
    if not added or (added < 0 and not (standing and standing.progress.of_day)):
        return await _again(request, habit, day, came_from, did=False)
    await add_amount(request.session, habit, own, added, request.deed)
    return await _again(request, habit, day, came_from, is_new=is_new)


async def press_skip(request: Request) -> Reply:
    """Skip a day, or take that back"""
    habit, day = await _pressed(request)
    is_new = await _is_new(request, habit)
    standing = await standing_of(request, habit, _own_day(request, day))
    if standing is not None and standing.progress.of_day:  # not lost to a slip of the thumb
        shown = await _again(request, habit, day, request.fact(2), did=False)
        return noticed(shown, request.words.plain("notice-done-first"))
    await skip(request.session, habit, _own_day(request, day), request.deed)
    return await _again(request, habit, day, request.fact(2), is_new=is_new)


async def press_join(request: Request) -> Reply:
    """Keep a shared habit, too"""
    habit, day = await _pressed(request)
    is_new = await join(request.session, habit, request.deed)
    return await _again(request, habit, day, request.fact(2), is_new=is_new, did=is_new)


async def _is_new(request: Request, habit: Habit) -> bool:
    """Whether the press makes its person one who keeps the habit."""
    return await member_of(request.session, habit.id, request.user.id) is None


async def _again(
    request: Request,
    habit: Habit,
    day: date,
    came_from: str,
    *,
    is_new: bool = False,
    did: bool = True,
) -> Reply:
    """The view as it is now, and what the press did in a line."""
    reply = await redraw(request, habit, day, came_from)
    standing = await standing_of(request, habit, _own_day(request, day))
    said = request.words.plain("notice-nothing")
    if did and standing is not None:
        said = views.pressed(standing, request.reader, today=own_today(request))
    if is_new:
        joined = request.words.plain("notice-joined", name=clip(habit.name, 60))
        said = f"{said}\n{joined}".strip()
    return in_place(reply, said[:200])


def rest_of(standing: Standing | None, goal: Goal | None) -> float:
    """What a day lacks of its goal; one more of a limit; 0 when nothing is missing."""
    if goal is None or goal.is_limit:
        return 1.0
    return standing.progress.rest if standing else goal.amount


def _amount(text: str) -> float:
    try:
        amount = float(text)
    except ValueError:
        raise StaleButton(text) from None
    if not isfinite(amount) or abs(amount) > AMOUNT_LIMIT:
        raise StaleButton(text)
    return amount


async def ask_amount(request: Request, habit: Habit, day: date) -> Reply:
    """How much was it?"""
    facts = {"habit": habit.id.hex, "day": day.isoformat()}
    await ask(request, "habit-amount", facts)
    return views.ask_amount(habit, request.reader, in_group=not request.chat.is_private)


async def answer_amount(request: Request) -> Reply:
    """500, 0.5 l, -250, =2000"""
    habit, day = await asked_habit(request), date.fromisoformat(request.answers["day"])
    typed = read_amount(request.text, language=request.words.language)
    if typed is None:
        raise Misunderstood("unread-amount", text=clip(request.text.strip(), 60))
    reply = await log_typed(request, habit, day, typed)
    await drop_question(request)
    return reply


async def log_typed(request: Request, habit: Habit, day: date, typed: TypedAmount) -> Reply:
    """Add an amount, or make it the whole day's; a habit of yes and no is ticked by any above 0."""
    session, deed = request.session, request.deed
    if habit.goal is None:
        await set_amount(session, habit, day, float(typed.amount > 0), deed)
        return await show_logged(request, habit, day)
    amount = in_own_unit(habit, typed.amount, typed.unit)
    if typed.is_total:
        before = await standing_of(request, habit, day)
        await set_amount(session, habit, day, amount, deed)
        amount -= before.progress.of_day if before else 0.0
    else:
        await add_amount(session, habit, day, amount, deed)
    return await show_logged(request, habit, day, added=amount)


def in_own_unit(habit: Habit, amount: float, said: str) -> float:
    """The amount in the habit's own unit. Raises Misunderstood, which names that one."""
    goal = habit.goal
    if goal is None:
        return amount
    own = converted(amount, said, goal.unit)
    if own is None:
        raise Misunderstood(
            "other-unit",
            said=clip(said, 30),
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
    """How a habit stands on a day, now that it was logged, or that nothing was to be changed."""
    standing = await standing_of(request, habit, day)
    if standing is None:  # somebody who keeps it no more; a log makes everybody a keeper
        raise UnknownHabit(habit.name)
    titles = await titles_elsewhere(request, [habit])
    log = views.Logged(
        standing,
        added=added,
        note=note,
        title=titles.get(habit.chat_id, ""),
        batch=request.batch if habit.id in changed_habits(request.session) else None,
    )
    return views.logged(log, request.reader, today=own_today(request))
