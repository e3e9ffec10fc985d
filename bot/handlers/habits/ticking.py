"""What is done on a day of a habit by buttons: ticked, added to, skipped, joined."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.handlers.habits.entries import ask_amount, rest_of
from bot.handlers.habits.finding import chat_today, find_habit, kept_day, own_today
from bot.presses.coding import StaleButton
from bot.replies import Reply, in_place, noticed
from bot.views.habits import entries as views
from bot.views.habits.buttons import BACKFILL
from bot.views.parts import clip
from storage.habits.entries import AMOUNT_LIMIT, add_amount, clear_day, set_amount, skip, tick
from storage.habits.participants import join, member_of

if TYPE_CHECKING:
    from bot.presses.habits import (
        AddAmount,
        AddRest,
        JoinHere,
        OfDay,
        Origin,
        SkipDay,
        TickHabit,
        TypeAmount,
    )
    from bot.requests import Request
    from bot.views.habits.progress import KeptDay
    from storage.models import Habit
    from storage.rules.schedules import Goal

ONE_DAY = timedelta(days=1)
NOTICE_LIMIT = 200  # characters, Telegram's


async def tick_day(request: Request, press: TickHabit) -> Reply:
    """☐ run: tick a day, or untick it; a measured habit is done in full, or emptied"""
    habit = await find_habit(request, press.habit)
    day = _own_day(request, press.day)
    if habit.goal is None:
        is_new = await _is_new(request, habit)
        await tick(request.session, habit, day, request.deed)
        return await _again(request, press, habit, day, is_new=is_new)
    before = await kept_day(request, habit, day)
    did = await _fill_or_empty(request, habit, habit.goal, day, before)
    return await _again(request, press, habit, day, is_new=before is None, did=did)


async def _fill_or_empty(
    request: Request, habit: Habit, goal: Goal, day: date, before: KeptDay | None
) -> bool:
    """Do all of a measured habit's day, or nothing of it; whether that changed anything."""
    if goal.is_limit and before is not None and before.progress.is_done:
        await clear_day(request.session, habit, day, request.deed)
    elif goal.is_limit or (before is not None and before.progress.of_day):
        await set_amount(request.session, habit, day, 0, request.deed)
    elif rest := rest_of(before, goal):
        await add_amount(request.session, habit, day, rest, request.deed)
    else:
        return False
    return True


async def add(request: Request, press: AddAmount) -> Reply:
    """+250, −1"""
    if abs(press.amount) > AMOUNT_LIMIT:
        raise StaleButton(str(press.amount))
    habit = await find_habit(request, press.habit)
    day = _own_day(request, press.day)
    if press.amount > 0:
        is_new = await _is_new(request, habit)
        return await _add(request, press, habit, day, press.amount, is_new=is_new)
    before = await kept_day(request, habit, day)
    has_some = before is not None and before.progress.of_day > 0
    return await _add(request, press, habit, day, press.amount if has_some else 0.0)


async def add_rest(request: Request, press: AddRest) -> Reply:
    """☐ 20: all that is missing"""
    habit = await find_habit(request, press.habit)
    day = _own_day(request, press.day)
    before = await kept_day(request, habit, day)
    rest = rest_of(before, habit.goal)
    return await _add(request, press, habit, day, rest, is_new=before is None)


async def _add(
    request: Request, press: OfDay, habit: Habit, day: date, amount: float, *, is_new: bool = False
) -> Reply:
    if not amount:
        return await _again(request, press, habit, day, did=False)
    await add_amount(request.session, habit, day, amount, request.deed)
    return await _again(request, press, habit, day, is_new=is_new)


async def type_amount(request: Request, press: TypeAmount) -> Reply:
    """⌨️: asks how much it was"""
    habit = await find_habit(request, press.habit)
    return await ask_amount(request, habit, _own_day(request, press.day))


async def skip_day(request: Request, press: SkipDay) -> Reply:
    """⏭: skip a day, or take that back"""
    habit = await find_habit(request, press.habit)
    day = _own_day(request, press.day)
    before = await kept_day(request, habit, day)
    if before is not None and before.progress.of_day:  # one wrong touch must not lose it
        shown = await _again(request, press, habit, day, did=False)
        return noticed(shown, request.words.plain("notice-done-first"))
    await skip(request.session, habit, day, request.deed)
    return await _again(request, press, habit, day, is_new=before is None)


async def join_here(request: Request, press: JoinHere) -> Reply:
    """➕: take part in a shared habit"""
    habit = await find_habit(request, press.habit)
    day = _own_day(request, press.day)
    is_new = await join(request.session, habit, request.deed)
    return await _again(request, press, habit, day, is_new=is_new, did=is_new)


def _own_day(request: Request, day: date) -> date:
    """The button's day where the presser is: today, if it is still to come there.

    Raises StaleButton for a day that no button can have.
    """
    # a board may be a day old, or have been opened by somebody in a zone ahead
    if not -ONE_DAY <= chat_today(request) - day <= timedelta(days=BACKFILL + 1):
        raise StaleButton(day.isoformat())
    return min(day, own_today(request))


async def _is_new(request: Request, habit: Habit) -> bool:
    """Whether the presser does not keep the habit yet, and will from this press on."""
    return await member_of(request.session, habit.id, request.user.id) is None


async def _again(
    request: Request,
    press: OfDay,
    habit: Habit,
    day: date,
    *,
    is_new: bool = False,
    did: bool = True,
) -> Reply:
    """The view of the button as it is now, with a line about what the press did."""
    reply = await redraw(request, habit, press.day, press.origin)
    after = await kept_day(request, habit, day) if did else None
    told = request.words.plain("notice-nothing")
    if after is not None:
        told = views.pressed(after, request.reader)
    if is_new:
        joined = request.words.plain("notice-joined", name=clip(habit.name, 60))
        told = f"{told}\n{joined}".strip()
    return in_place(reply, told[:NOTICE_LIMIT])


async def redraw(request: Request, habit: Habit, day: date, origin: Origin) -> Reply:
    """The view that a press came from, as it is now. Raises StaleButton for an unknown one."""
    view = request.redraws.get(origin.view)
    if view is None:
        raise StaleButton(origin.view)
    return await view(request, habit, day, origin.page)
