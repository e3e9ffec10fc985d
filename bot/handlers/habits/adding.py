"""A new habit: in one line, or step by step by buttons and short answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from bot.handlers.habits.board import (
    VIEWS,
    asked_habit,
    chat_today,
    own_today,
    pressed_habit,
    rows_of,
)
from bot.handlers.habits.reading import read_line, read_rest, read_times
from bot.handlers.questions import ask, drop_question
from bot.language import HabitReading
from bot.presses import StaleButton, unpack_time
from bot.replies import Notice, Reply, in_place
from bot.requests import Request
from bot.views.habits import adding as views
from bot.views.parts import clip
from bot.views.refusals import Misunderstood
from storage.errors import UnknownHabit
from storage.habits.change import NewHabit, add_habit, habit_named, remind_at
from storage.models import NAME_LIMIT, Habit
from storage.rules.schedules import Direction, Goal, Schedule, Unit

KIND = "habit-"  # of the questions of this way, before the step's name
STEPS = ("name", "goal", "often", "time")


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a habit to be; `asked` are the steps that are still to be asked.

    `direction` is that of an amount that was not said yet.
    """

    name: str = ""
    goal: Goal | None = None
    schedule: Schedule | None = None
    asked: tuple[str, ...] = STEPS
    direction: Direction | None = None

    def to_json(self) -> dict[str, Any]:
        """For the facts of the open question."""
        goal = self.goal
        return {
            "name": self.name,
            "goal": [goal.amount, goal.unit, goal.direction.value] if goal else None,
            "schedule": self.schedule.to_json() if self.schedule else None,
            "asked": list(self.asked),
            "direction": self.direction.value if self.direction else None,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Draft:
        amount, unit, direction = kept["goal"] or (None, "", Direction.AT_LEAST)
        return cls(
            kept["name"],
            None if amount is None else Goal(amount, unit, Direction(direction)),
            Schedule.from_json(kept["schedule"]) if kept["schedule"] else None,
            tuple(kept["asked"]),
            Direction(kept["direction"]) if kept["direction"] else None,
        )

    def told(self, *steps: str) -> Draft:
        """The draft without these steps to be asked."""
        return replace(self, asked=tuple(step for step in self.asked if step not in steps))

    def with_reading(self, reading: HabitReading) -> Draft:
        """The draft with all that a line says."""
        draft = replace(self, name=reading.name or self.name).told(*["name"] * bool(reading.name))
        if reading.goal is not None:
            draft = replace(draft, goal=reading.goal).told("goal")
        if reading.said_schedule:
            draft = replace(draft, schedule=_scheduled(draft, reading.schedule)).told("often")
        if times := reading.schedule.reminders:
            known = draft.schedule or reading.schedule
            draft = replace(draft, schedule=replace(known, reminders=times)).told("time")
        return draft


def _scheduled(draft: Draft, schedule: Schedule) -> Schedule:
    """A schedule with the reminders that are known already."""
    known = draft.schedule.reminders if draft.schedule else ()
    return replace(schedule, reminders=schedule.reminders or known)


async def new(request: Request) -> Reply:
    """/habit read 20 pages every day at 21:00; alone it asks step by step"""
    text = request.text.strip()
    if not text:
        return await _ask_next(request, Draft())
    reading = _read(request, text)
    draft = Draft(asked=("name",)).with_reading(reading)
    draft = replace(draft, schedule=draft.schedule or reading.schedule)
    return await _go_on(request, draft)


def _read(request: Request, text: str) -> HabitReading:
    """A line as a habit. Raises Misunderstood for a name that is too long."""
    reading = read_line(request, text)
    understood = sum(span.end - span.start for span in reading.spans)
    if len(reading.name) > NAME_LIMIT or len(text) - understood > 2 * NAME_LIMIT:
        raise Misunderstood("long-habit-name", limit=NAME_LIMIT)
    return reading


async def _go_on(request: Request, draft: Draft) -> Reply:
    """The next question, or the habit."""
    if draft.name and "name" not in draft.asked:
        there = await habit_named(
            request.session, draft.name, chat_id=request.chat.id, topic=request.topic
        )
        if there is not None:
            return views.exists(there, request.reader)
    if draft.asked:
        return await _ask_next(request, draft)
    await drop_question(request)
    today = own_today(request)
    wanted = NewHabit(draft.name, draft.schedule or Schedule(today), draft.goal)
    habit = await add_habit(
        request.session, wanted, chat=request.chat, topic=request.topic, deed=request.deed
    )
    return await _made(request, habit, chat_today(request))


async def _made(request: Request, habit: Habit, day: date) -> Reply:
    rows = await rows_of(request, [habit], day)
    if not rows:  # in private somebody who keeps it no more
        raise UnknownHabit(habit.name)
    return views.made(rows[0], day, request.batch, request.reader)


async def _made_again(request: Request, habit: Habit, day: date, _: str) -> Reply:
    return await _made(request, habit, day)


VIEWS[views.CAME_FROM] = _made_again


async def _ask_next(request: Request, draft: Draft, *, typed: bool = False) -> Reply:
    step = draft.asked[0]
    await ask(request, f"{KIND}{step}", draft.to_json())
    said = views.said_so_far(draft.name, draft.goal, draft.schedule, request.words)
    in_group, reader = not request.chat.is_private, request.reader
    if not typed:
        return views.ask_step(step, said, reader, in_group=in_group)
    asked = f"goal-{draft.direction}" if step == "goal" and draft.direction else step
    return views.ask_typed(step, said, reader, in_group=in_group, asked=asked)


async def press(request: Request) -> Reply:
    """A button of the way to a new habit"""
    step, choice = request.fact(0), request.fact(1)
    if step == "begin":
        return await _ask_next(request, Draft())
    draft = _open_draft(request)
    if draft is None:
        raise Misunderstood("habit-not-begun")
    if step != draft.asked[0]:  # pressed twice, or below an older question
        return Notice(request.words.plain("notice-nothing"))
    if step == "goal" and choice in {"reach", "limit"}:
        direction = Direction.AT_MOST if choice == "limit" else Direction.AT_LEAST
        draft, choice = replace(draft, direction=direction), "type"
    if choice == "type":
        return in_place(await _ask_next(request, draft, typed=True))
    return in_place(await _go_on(request, _pressed(request, draft, step, choice)))


def _open_draft(request: Request) -> Draft | None:
    question = request.question
    if question is None or question.kind.removeprefix(KIND) not in STEPS:
        return None
    return Draft.from_json(question.facts)


def _pressed(request: Request, draft: Draft, step: str, choice: str) -> Draft:
    """The draft after a choice. Raises StaleButton."""
    today = own_today(request)
    if step == "name" and choice in views.IDEAS:
        name = request.words.plain(f"habit-idea-{choice}")
        return replace(draft, name=name).told("name")
    if step == "goal" and choice == "tick":
        return draft.told("goal")
    if step == "often" and choice in views.OFTEN:
        chosen = _often(choice, today)
        return replace(draft, schedule=_scheduled(draft, chosen)).told("often")
    if step == "time" and choice == "none":
        return draft.told("time")
    if step == "time":
        return _with_times(draft, (unpack_time(choice),), today).told("time")
    raise StaleButton(choice)


def _often(choice: str, today: date) -> Schedule:
    return {
        "day": Schedule(today),
        "work": Schedule(today, weekdays=frozenset(range(5))),
        "week3": Schedule(today, unit=Unit.WEEK, times=3),
        "days2": Schedule(today, interval=2),
        "week": Schedule(today, unit=Unit.WEEK),
    }[choice]


def _with_times(draft: Draft, times: tuple[time, ...], today: date) -> Draft:
    known = draft.schedule or Schedule(today)
    return replace(draft, schedule=replace(known, reminders=times))


def _answered(request: Request) -> tuple[Draft, str]:
    """The draft and the words that answer its question. Raises Misunderstood, StaleButton."""
    draft, text = _open_draft(request), request.text.strip()
    if draft is None:
        raise StaleButton(request.text)
    if not text:
        raise Misunderstood("empty")
    return draft, text


async def answer_name(request: Request) -> Reply:
    """read · read 20 pages every day"""
    draft, text = _answered(request)
    return await _go_on(request, draft.with_reading(_read(request, text)))


async def answer_goal(request: Request) -> Reply:
    """20 pages · at most 2 · 2 litres a day"""
    draft, text = _answered(request)
    reading = read_rest(request, text)
    if reading.name or reading.goal is None:
        raise Misunderstood("unread-goal", text=clip(text, 60))
    after = draft.with_reading(reading)
    if draft.direction is Direction.AT_MOST and after.goal is not None:
        after = replace(after, goal=replace(after.goal, direction=Direction.AT_MOST))
    return await _go_on(request, after)


async def answer_often(request: Request) -> Reply:
    """every day · mon, wed and fri · 3 times a week · every 2 days at 19:00"""
    draft, text = _answered(request)
    reading = read_rest(request, text)
    is_amount = reading.goal is not None and draft.goal is not None
    if reading.name or not reading.said_schedule or is_amount:
        raise Misunderstood("unread-often", text=clip(text, 60))
    return await _go_on(request, draft.with_reading(reading))


async def answer_time(request: Request) -> Reply:
    """21:00 · 8:00 and 20:30"""
    draft, text = _answered(request)
    draft = _with_times(draft, read_times(request, text), own_today(request))
    return await _go_on(request, draft.told("time"))


async def remind(request: Request) -> Reply:
    """🔔 19:00, below a new habit"""
    habit = await pressed_habit(request)
    choice = request.fact(1)
    if choice == "type":
        facts = {"habit": habit.id.hex}
        await ask(request, "habit-when", facts)
        name = clip(habit.name, views.SHOWN_NAME)
        private = request.chat.is_private
        return views.ask_typed("when", name, request.reader, in_group=not private)
    return in_place(await _remind_at(request, habit, (unpack_time(choice),)))


async def answer_when(request: Request) -> Reply:
    """21:00 · 8:00 and 20:30"""
    habit = await asked_habit(request)
    times = read_times(request, request.text.strip())
    await drop_question(request)
    return await _remind_at(request, habit, times)


async def _remind_at(request: Request, habit: Habit, times: tuple[time, ...]) -> Reply:
    await remind_at(request.session, habit, {*habit.schedule.reminders, *times}, request.deed)
    return await _made(request, habit, chat_today(request))
