"""What people write of a habit, read on the day that it is for their habits."""

from __future__ import annotations

from datetime import datetime, time

from bot import language
from bot.handlers.habits.board import own_today
from bot.language import HabitReading, read_habit, read_rest_of_habit
from bot.requests import Request
from bot.views.refusals import Misunderstood
from bot.views.tasks.answers import clip
from storage.rules.due import moment


def habit_now(request: Request) -> datetime:
    """The moment at which words of habits are read: noon of the day that it is for their writer's
    habits, which at one in the morning is yesterday's still."""
    return moment(own_today(request), time(12), request.place.zone)


def read_line(request: Request, text: str) -> HabitReading:
    """A habit with its name: read 20 pages every day."""
    return read_habit(text, now=habit_now(request), place=request.place)


def read_rest(request: Request, text: str) -> HabitReading:
    """What is said of a habit besides its name; `name` holds words that say nothing of it."""
    return read_rest_of_habit(text, now=habit_now(request), place=request.place)


def read_times(request: Request, text: str) -> tuple[time, ...]:
    """Local times for reminders, in order. Raises Misunderstood when anything else is said."""
    times = language.read_times(text, now=habit_now(request), place=request.place)
    if not times:
        raise Misunderstood("unread-times", text=clip(text, 100))
    return times
