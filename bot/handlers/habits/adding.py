"""A new habit: in one line, or step by step by buttons and short answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from bot.handlers.habits.board import rows_of
from bot.handlers.habits.finding import chat_today, find_habit, own_today
from bot.handlers.habits.reading import read_line, read_rest, read_times
from bot.handlers.questions import drop_question, put
from bot.questions import (
    AskedHabitGoal,
    AskedHabitName,
    AskedHabitRate,
    AskedHabitTime,
    AskedReminderTime,
    HabitDraft,
    NewHabitStep,
)
from bot.replies import Notice, Reply, in_place
from bot.views.habits import adding as views
from bot.views.parts import clip
from bot.views.refusals import Misunderstood
from storage.errors import HabitExists, UnknownHabit
from storage.habits.add import NewHabit, add_habit
from storage.habits.change import remind_at
from storage.habits.find import habit_named
from storage.habits.reading import kept_in_hand
from storage.models import NAME_LIMIT, Habit
from storage.rules.schedules import Direction, Schedule, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from bot.language import HabitReading
    from bot.presses.habits import (
        BeginHabit,
        ChooseIdea,
        ChooseKind,
        ChooseRate,
        ChooseTime,
        Rate,
        SetHabitTime,
        Step,
        TypeHabitTime,
        TypeStep,
    )
    from bot.requests import PressedHabit, Request
    from storage.habits.keeps import KeptHabit

QUESTIONS: Mapping[Step, type[NewHabitStep]] = {
    "name": AskedHabitName,
    "goal": AskedHabitGoal,
    "often": AskedHabitRate,
    "time": AskedHabitTime,
}


async def new(request: Request) -> Reply:
    """/habit read 20 pages every day at 21:00; alone it asks step by step"""
    text = request.text.strip()
    if not text:
        return await _ask_next(request, HabitDraft())
    reading = _read(request, text)
    draft = with_reading(HabitDraft(asked=("name",)), reading)
    draft = replace(draft, schedule=draft.schedule or reading.schedule)
    return await _go_on(request, draft)


async def begin(request: Request, _: BeginHabit) -> Reply:
    """🌱 New habit: asks step by step"""
    return await _ask_next(request, HabitDraft())


def _read(request: Request, text: str) -> HabitReading:
    """A line as a habit. Raises Misunderstood for a name that is too long."""
    reading = read_line(request, text)
    understood = sum(span.end - span.start for span in reading.spans)
    if len(reading.name) > NAME_LIMIT or len(text) - understood > 2 * NAME_LIMIT:
        raise Misunderstood("long-habit-name", limit=NAME_LIMIT)
    return reading


async def _go_on(request: Request, draft: HabitDraft) -> Reply:
    """The next question, or the habit."""
    if draft.asked:
        is_named = draft.name and "name" not in draft.asked
        namesake = await _namesake(request, draft) if is_named else None
        if namesake is not None:
            return views.exists(namesake, request.reader)
        return await _ask_next(request, draft)
    wanted = NewHabit(draft.name, draft.schedule or Schedule(own_today(request)), draft.goal)
    try:
        habit = await add_habit(
            request.session, wanted, chat=request.chat, topic=request.topic, deed=request.deed
        )
    except HabitExists:
        if (namesake := await _namesake(request, draft)) is None:
            raise
        return views.exists(namesake, request.reader)
    if request.question is not None:
        await drop_question(request)
    return await _made(request, habit, chat_today(request))


async def _namesake(request: Request, draft: HabitDraft) -> Habit | None:
    return await habit_named(
        request.session, draft.name, chat_id=request.chat.id, topic=request.topic
    )


async def _made(request: Request, habit: Habit, day: date) -> Reply:
    found = await kept_in_hand(request.session, habit, now=request.now)
    return _made_as(request, found, day)


def _made_as(request: Request, found: KeptHabit, day: date) -> Reply:
    rows = rows_of(request, [found], day)
    if not rows:  # in private, somebody who has stopped keeping it
        raise UnknownHabit(found.habit.name)
    return views.made(rows[0], day, request.batch, request.reader)


async def made_again(request: Request, pressed: PressedHabit) -> Reply:
    """The message about a new habit, after a press on it"""
    return _made_as(request, pressed.habits[0], pressed.day)


async def _ask_next(request: Request, draft: HabitDraft) -> Reply:
    """The next question, with buttons that answer it."""
    step = draft.asked[0]
    await put(request, QUESTIONS[step](draft))
    return views.ask_step(step, draft, request.reader, in_group=not request.chat.is_private)


async def _ask_in_words(request: Request, draft: HabitDraft) -> Reply:
    """The next question, without buttons."""
    step = draft.asked[0]
    await put(request, QUESTIONS[step](draft))
    return views.ask_step_in_words(
        step, draft, request.reader, in_group=not request.chat.is_private
    )


# Steps by button


async def type_step(request: Request, press: TypeStep) -> Reply:
    """⌨️: answer the step in words"""
    draft = _draft_at(request, press.step)
    return in_place(await _ask_in_words(request, draft)) if draft else _nothing(request)


async def choose_idea(request: Request, press: ChooseIdea) -> Reply:
    """A name that is offered"""
    draft = _draft_at(request, "name")
    if draft is None:
        return _nothing(request)
    name = request.words.plain(f"habit-idea-{press.idea}")
    return in_place(await _go_on(request, replace(draft, name=name).told("name")))


async def choose_kind(request: Request, press: ChooseKind) -> Reply:
    """Yes or no, an amount to reach, or a limit; for the latter two it asks how much"""
    draft = _draft_at(request, "goal")
    if draft is None:
        return _nothing(request)
    match press.kind:
        case "tick":
            return in_place(await _go_on(request, draft.told("goal")))
        case "reach":
            direction = Direction.AT_LEAST
        case "limit":
            direction = Direction.AT_MOST
        case _:
            assert_never(press.kind)
    return in_place(await _ask_in_words(request, replace(draft, direction=direction)))


async def choose_rate(request: Request, press: ChooseRate) -> Reply:
    """How often"""
    draft = _draft_at(request, "often")
    if draft is None:
        return _nothing(request)
    schedule = _with_reminders_of(draft, _schedule(press.rate, own_today(request)))
    return in_place(await _go_on(request, replace(draft, schedule=schedule).told("often")))


async def choose_time(request: Request, press: ChooseTime) -> Reply:
    """When to remind, or never"""
    draft = _draft_at(request, "time")
    if draft is None:
        return _nothing(request)
    if press.at is not None:
        draft = _with_times(draft, (press.at,), own_today(request))
    return in_place(await _go_on(request, draft.told("time")))


def _draft_at(request: Request, step: Step) -> HabitDraft | None:
    """The draft of the habit that is being made, if this step is its next one: a button may be
    pressed twice, or belong to an older question. Raises Misunderstood where none is made."""
    question = request.question
    if not isinstance(question, NewHabitStep):
        raise Misunderstood("habit-not-begun")
    return question.draft if question.draft.asked[0] == step else None


def _nothing(request: Request) -> Notice:
    return request.notice("nothing")


def _schedule(rate: Rate, today: date) -> Schedule:
    match rate:
        case "day":
            return Schedule(today)
        case "work":
            return Schedule(today, weekdays=frozenset(range(5)))
        case "week3":
            return Schedule(today, unit=Unit.WEEK, times=3)
        case "days2":
            return Schedule(today, interval=2)
        case "week":
            return Schedule(today, unit=Unit.WEEK)


# Steps in words


def with_reading(draft: HabitDraft, reading: HabitReading) -> HabitDraft:
    """The draft with all that a line tells."""
    if reading.name:
        draft = replace(draft, name=reading.name).told("name")
    if reading.goal is not None:
        draft = replace(draft, goal=reading.goal).told("goal")
    if reading.said_schedule:
        schedule = _with_reminders_of(draft, reading.schedule)
        draft = replace(draft, schedule=schedule).told("often")
    if times := reading.schedule.reminders:
        schedule = draft.schedule or reading.schedule
        draft = replace(draft, schedule=replace(schedule, reminders=times)).told("time")
    return draft


def _with_reminders_of(draft: HabitDraft, schedule: Schedule) -> Schedule:
    """A schedule that keeps the draft's reminders, unless it has its own."""
    known = draft.schedule.reminders if draft.schedule else ()
    return replace(schedule, reminders=schedule.reminders or known)


def _with_times(draft: HabitDraft, times: tuple[time, ...], today: date) -> HabitDraft:
    known = draft.schedule or Schedule(today)
    return replace(draft, schedule=replace(known, reminders=times))


def _some_words(request: Request) -> str:
    text = request.text.strip()
    if not text:
        raise Misunderstood("empty")
    return text


async def answer_name(request: Request, question: AskedHabitName) -> Reply:
    """read · read 20 pages every day"""
    reading = _read(request, _some_words(request))
    return await _go_on(request, with_reading(question.draft, reading))


async def answer_goal(request: Request, question: AskedHabitGoal) -> Reply:
    """20 pages · at most 2 · 2 litres a day"""
    draft, text = question.draft, _some_words(request)
    reading = read_rest(request, text)
    if reading.name or reading.goal is None:
        raise Misunderstood("unread-goal", text=clip(text, 60))
    after = with_reading(draft, reading)
    if draft.direction is Direction.AT_MOST and after.goal is not None:
        after = replace(after, goal=replace(after.goal, direction=Direction.AT_MOST))
    return await _go_on(request, after)


async def answer_rate(request: Request, question: AskedHabitRate) -> Reply:
    """every day · mon, wed and fri · 3 times a week · every 2 days at 19:00"""
    draft, text = question.draft, _some_words(request)
    reading = read_rest(request, text)
    is_amount = reading.goal is not None and draft.goal is not None
    if reading.name or not reading.said_schedule or is_amount:
        raise Misunderstood("unread-often", text=clip(text, 60))
    return await _go_on(request, with_reading(draft, reading))


async def answer_time(request: Request, question: AskedHabitTime) -> Reply:
    """21:00 · 8:00 and 20:30"""
    times = read_times(request, _some_words(request))
    draft = _with_times(question.draft, times, own_today(request))
    return await _go_on(request, draft.told("time"))


# A reminder, offered below a new habit


async def set_time(request: Request, press: SetHabitTime) -> Reply:
    """🔔 19:00, below a new habit"""
    habit = await find_habit(request, press.habit)
    return in_place(await _remind_at(request, habit, (press.at,)))


async def type_time(request: Request, press: TypeHabitTime) -> Reply:
    """🔔 Other, below a new habit: asks for the time"""
    habit = await find_habit(request, press.habit)
    await put(request, AskedReminderTime(habit.id))
    return views.ask_time(habit, request.reader, in_group=not request.chat.is_private)


async def answer_reminder_time(request: Request, question: AskedReminderTime) -> Reply:
    """21:00 · 8:00 and 20:30"""
    habit = await find_habit(request, question.habit)
    times = read_times(request, request.text.strip())
    await drop_question(request)
    return await _remind_at(request, habit, times)


async def _remind_at(request: Request, habit: Habit, times: tuple[time, ...]) -> Reply:
    await remind_at(request.session, habit, {*habit.schedule.reminders, *times}, request.deed)
    return await _made(request, habit, chat_today(request))
