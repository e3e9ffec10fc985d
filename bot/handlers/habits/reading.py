"""What people write of a habit, read on the day that it is for their habits."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time

from bot.handlers.habits.board import own_today
from bot.language import HabitReading, read_habit
from bot.requests import Request
from bot.views.parts import clip
from bot.views.refusals import Misunderstood
from storage.rules.due import moment

NAME = "x"  # stands for the habit's name, in quotes, where only the rest is said


def habit_now(request: Request) -> datetime:
    """The moment at which words of habits are read: noon of the day that it is for their writer's
    habits, which at one in the morning is yesterday's still."""
    return moment(own_today(request), time(12), request.place.zone)


def read_line(request: Request, text: str) -> HabitReading:
    """A habit with its name: read 20 pages every day."""
    return read_habit(text, now=habit_now(request), place=request.place)


def read_rest(request: Request, text: str) -> HabitReading:
    """What is said of a habit besides its name; `name` holds words that say nothing of it."""
    reading = read_line(request, f'"{NAME}" {text}')
    return replace(reading, name=reading.name.removeprefix(NAME).strip())


def read_times(request: Request, text: str) -> tuple[time, ...]:
    """Local times for reminders, in order. Raises Misunderstood when anything else is said."""
    for lead in ("", "at ", "в ", "um ", "a las "):
        reading = read_rest(request, lead + text)
        if reading.schedule.reminders and not reading.name and reading.goal is None:
            return tuple(sorted(set(reading.schedule.reminders)))
    raise Misunderstood("unread-times", text=clip(text, 100))
