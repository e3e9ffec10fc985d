"""Habits in plain words: /log, +500 ml water, did gym yesterday, skip gym, pauses of all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.handlers.habits.board import show_board
from bot.handlers.habits.entries import in_own_unit, rest_of, show_logged
from bot.handlers.habits.finding import (
    find_habit,
    kept_day,
    list_habits,
    own_today,
    titles_elsewhere,
)
from bot.handlers.habits.reading import habit_now
from bot.handlers.questions import drop_question, put
from bot.language import (
    HabitLog,
    HabitSkip,
    LogReading,
    PauseHabits,
    ResumeHabits,
    read_bare_wish,
    read_intent,
    read_log,
)
from bot.language.habits.names import matching, nearest
from bot.presses.coding import StaleButton
from bot.questions import AskedHabit
from bot.replies import Reply, in_place
from bot.views.away import back
from bot.views.habits import entries as views
from bot.views.habits.buttons import BACKFILL
from bot.views.habits.wording import amount_words, day_title
from bot.views.parts import clip
from bot.views.refusals import Misunderstood
from storage.habits.away import come_back, set_away
from storage.habits.entries import add_amount, set_amount, skip
from storage.people.access import check_memberships
from storage.rules.absence import absence_of, away_at
from storage.rules.due import local_date
from storage.rules.folding import words
from storage.rules.schedules import Goal, away_of, paused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language import Intent
    from bot.presses.habits import PickHabit
    from bot.requests import Request
    from storage.models import Habit

OFFERED = 8  # habits to choose from


async def log(request: Request) -> Reply:
    """/log run yesterday · /log water 500 · /log read 30 pages monday; alone it shows the board"""
    reading = read_log(request.text, now=habit_now(request), place=request.place)
    if reading is None:
        return await show_board(request)
    habits = await list_habits(request)
    # /log 500: which one?
    meant = _meant(reading, habits) if reading.habit else _measured(reading, habits)
    if not meant:
        return await _not_known(request, habits, reading)
    reading = replace(reading, habit=reading.habit or clip(request.text.strip(), 40))
    return await _log_one(request, meant, reading, skips=reading.is_skip)


async def _not_known(request: Request, habits: Sequence[Habit], reading: LogReading) -> Reply:
    """There is no habit of that name: did you mean this one?"""
    names = [habit.name for habit in habits]
    near = [habits[place] for place in nearest(reading.habit, names)]
    if not near:
        return views.no_such_habit(reading.habit, names, request.reader)
    _check_day(request, reading.on, ahead=reading.is_skip)
    return await _ask_which(request, near, reading, skips=reading.is_skip)


def _meant(reading: LogReading, habits: Sequence[Habit]) -> list[Habit]:
    """The habits that a name may mean; with an amount only measured ones, if there are any."""
    places = matching(reading.habit, [one.name for one in habits])
    return _measured(reading, [habits[place] for place in places])


def _measured(reading: LogReading, habits: Sequence[Habit]) -> list[Habit]:
    """Those that fit an amount, if the reading has one."""
    measured = [habit for habit in habits if habit.goal is not None]
    return measured if measured and reading.amount is not None else list(habits)


def _named_exactly(reading: LogReading, habits: Sequence[Habit]) -> list[Habit]:
    """The habits of exactly that name, whatever its case."""
    return [habit for habit in habits if words(habit.name) == words(reading.habit)]


async def said(request: Request, intent: Intent | None = None) -> Reply | None:
    """A wish about habits in plain words; None for anything else, which may be a task, and for a
    name that no habit here has. Without a day, the name has to be exactly a habit's.

    `intent`: what the words were read as, if they were.
    """
    intent = intent or read_intent(request.text, now=request.now, place=request.place)
    read, means = (read_intent, _meant) if intent else (read_bare_wish, _named_exactly)
    intent = intent or read_bare_wish(request.text, now=request.now, place=request.place)
    if not isinstance(intent, HabitLog | HabitSkip | PauseHabits | ResumeHabits):
        return None
    await check_memberships(request.session, request.asker, now=request.now)
    habits = await list_habits(request)
    if not habits:
        return None
    if own_today(request) != local_date(
        request.now, request.place.zone
    ):  # their day has not turned
        intent = read(request.text, now=habit_now(request), place=request.place)
    match intent:
        case HabitLog(name, amount, unit, on):
            reading = LogReading(name, amount, unit, on)
        case HabitSkip(name, on):
            reading = LogReading(name, on=on)
        case PauseHabits(until):
            return await _pause(request, until)
        case ResumeHabits():
            return await _resume(request)
        case _:
            return None
    meant = means(reading, habits)
    skips = isinstance(intent, HabitSkip)
    return await _log_one(request, meant, reading, skips=skips) if meant else None


async def _log_one(
    request: Request, habits: Sequence[Habit], reading: LogReading, *, skips: bool = False
) -> Reply:
    """Log the one habit that is meant, or ask which."""
    _check_day(request, reading.on, ahead=skips)
    if len(habits) == 1:
        act = _skip if skips else _write
        return await act(request, habits[0], reading)
    return await _ask_which(request, habits, reading, skips=skips)


async def _ask_which(
    request: Request, habits: Sequence[Habit], reading: LogReading, *, skips: bool
) -> Reply:
    question = AskedHabit(
        habits=tuple(habit.id for habit in habits),
        said=reading.habit,
        amount=reading.amount,
        unit=reading.unit,
        on=reading.on or own_today(request),
        note=reading.note,
        skips=skips,
    )
    await put(request, question)
    titles = await titles_elsewhere(request, habits)
    choices = [(habit, titles.get(habit.chat_id, "")) for habit in habits[:OFFERED]]
    return views.ask_which(reading.habit, choices, request.reader)


async def pick(request: Request, press: PickHabit) -> Reply:
    """The habit that was meant"""
    question = request.question
    if not isinstance(question, AskedHabit) or press.habit not in question.habits:
        raise StaleButton(request.text)
    habit = await find_habit(request, press.habit)
    return in_place(await _go_on(request, habit, question))


async def answer_which(request: Request, question: AskedHabit) -> Reply:
    """The name of the habit that was meant"""
    meant = await named(request, question)
    if meant is None:
        habits = [one for one in await list_habits(request) if one.id in question.habits]
        names = [habit.name for habit in habits]
        return views.no_such_habit(request.text.strip(), names, request.reader)
    return await _go_on(request, meant, question)


async def named(request: Request, question: AskedHabit) -> Habit | None:
    """The one of the habits that words name, None for none or several."""
    habits = [one for one in await list_habits(request) if one.id in question.habits]
    meant = _meant(LogReading(request.text), habits)
    return meant[0] if len(meant) == 1 else None


async def _go_on(request: Request, habit: Habit, question: AskedHabit) -> Reply:
    await drop_question(request)
    reading = LogReading(habit.name, question.amount, question.unit, question.on, question.note)
    return await _log_one(request, [habit], reading, skips=question.skips)


def _check_day(request: Request, on: date | None, *, ahead: bool) -> None:
    """Raise Misunderstood for a future day, unless it is to be skipped, and for a day more than a
    year away."""
    today = own_today(request)
    days = (today - on).days if on else 0
    if days < 0 and not ahead:
        raise Misunderstood("habit-future", day=day_title(on or today, days, request.words))
    if abs(days) > BACKFILL:
        raise Misunderstood("habit-long-ago", day=day_title(on or today, days, request.words))


async def _write(request: Request, habit: Habit, reading: LogReading) -> Reply:
    """Log a day: a tick, or an amount; all that is missing, if none was given."""
    if habit.goal is not None:
        return await _write_amount(request, habit, habit.goal, reading)
    on = reading.on or own_today(request)
    note = " ".join(filter(None, (_amount_note(request, reading), reading.note)))
    ticked = 0.0 if reading.amount == 0 else 1.0
    await set_amount(request.session, habit, on, ticked, request.deed, note=note)
    return await show_logged(request, habit, on, note=note)


async def _write_amount(request: Request, habit: Habit, goal: Goal, reading: LogReading) -> Reply:
    on = reading.on or own_today(request)
    if reading.amount == 0:  # nothing on that day
        await set_amount(request.session, habit, on, 0, request.deed, note=reading.note)
        return await show_logged(request, habit, on, note=reading.note)
    if reading.amount is None:
        added = rest_of(await kept_day(request, habit, on), goal)
    else:
        added = in_own_unit(habit, reading.amount, reading.unit or "")
    if added or reading.note:
        await add_amount(request.session, habit, on, added, request.deed, note=reading.note)
    return await show_logged(request, habit, on, added=added or None, note=reading.note)


def _amount_note(request: Request, reading: LogReading) -> str:
    """The note that keeps an amount of a habit without a goal: 5 km of a run."""
    if reading.amount is None or (reading.amount in {0, 1} and not reading.unit):
        return ""
    return amount_words(reading.amount, reading.unit or "", request.words)


async def _skip(request: Request, habit: Habit, reading: LogReading) -> Reply:
    """Skip a day; a skipped day stays skipped."""
    on = reading.on or own_today(request)
    await skip(request.session, habit, on, request.deed, is_skip=True, note=reading.note)
    return await show_logged(request, habit, on, note=reading.note)


async def _pause(request: Request, until: date | None) -> Reply:
    """Pause all habits of the person up to and with a day; None: until they resume."""
    today = own_today(request)
    if until is not None and not timedelta() <= until - today <= timedelta(days=10 * BACKFILL):
        raise Misunderstood("away-past")
    spans = paused(away_of(request.user.settings), today, until)
    absence = absence_of(request.user.settings)
    await set_away(request.session, request.user, request.deed, spans, absence)
    return views.away_set(until, request.batch, request.reader, today=today)


async def _resume(request: Request) -> Reply:
    """End the pause: today counts again, and reminders come again."""
    was_gone = away_at(request.user.settings, request.now) is not None
    today = own_today(request)
    if not await come_back(request.session, request.user, request.deed, today=today):
        return views.away_ended(None, request.reader)
    if was_gone:
        return back(request.batch, request.reader)
    return views.away_ended(request.batch, request.reader)
