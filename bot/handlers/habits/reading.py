"""What people write about a habit, read by the date of their own day."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from bot import language
from bot.handlers.habits.finding import own_today
from bot.language import HabitReading, read_habit, read_rest_of_habit
from bot.texts.dates import long_day
from bot.views.parts import clip
from bot.views.refusals import Misunderstood
from storage.rules.due import moment

if TYPE_CHECKING:
    from datetime import date

    from bot.requests import Request

FAR = timedelta(days=10 * 366)


def habit_now(request: Request) -> datetime:
    """The moment that words about habits are read at: noon of the writer's own day, which at one
    in the morning may still be yesterday."""
    return moment(own_today(request), time(12), request.place.zone)


def read_line(request: Request, text: str) -> HabitReading:
    """A habit with its name: read 20 pages every day. Raises Misunderstood for a first day that is
    many years away."""
    reading = read_habit(text, now=habit_now(request), place=request.place)
    check_near(request, reading.schedule.start)
    return reading


def read_rest(request: Request, text: str) -> HabitReading:
    """All but the name of a habit; `name` holds the words that were not understood. Raises as
    `read_line` does."""
    reading = read_rest_of_habit(text, now=habit_now(request), place=request.place)
    check_near(request, reading.schedule.start)
    return reading


def check_near(request: Request, day: date) -> None:
    """Raise Misunderstood for a day that is more than ten years away: at the end of the calendar
    there is no next day or month to count to."""
    today = own_today(request)
    if abs(day - today) > FAR:
        words = request.words
        raise Misunderstood("habit-far", day=long_day(day, today=today, words=words))


def read_times(request: Request, text: str) -> tuple[time, ...]:
    """Local times for reminders, in order. Raises Misunderstood for anything else."""
    times = language.read_times(text, now=habit_now(request), place=request.place)
    if not times:
        raise Misunderstood("unread-times", text=clip(text, 100))
    return times
