"""Why?: what a reminder came from, and when the next one comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.habits import reminders as habit_views
from bot.views.reminders import tasks as views
from storage.habits.find import get_kept_habit
from storage.pushes.answers import coming, reminder_of
from storage.tasks.find import get_live_task

if TYPE_CHECKING:
    from bot.presses.reminders import WhyHabit, WhyTask
    from bot.reader import Reader
    from bot.replies import Reply
    from bot.requests import Request
    from storage.models import Reminder


async def why_task(request: Request, press: WhyTask) -> Reply:
    """Why?: the offset, the task's rule, and the next reminder"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    row = await _pressed_row(request)
    following = await coming(request.session, task)

    def said(reader: Reader) -> str:
        return views.why(row, task, reader.moment(following) if following else None, reader)

    return request.told(said, alert=True)


async def why_habit(request: Request, press: WhyHabit) -> Reply:
    """Why?: the time of the day, how often it is to be done, and the next reminder"""
    habit = await get_kept_habit(request.session, press.habit, asker=request.asker)
    row = await _pressed_row(request)
    following = await coming(request.session, habit, request.chat)

    def said(reader: Reader) -> str:
        return habit_views.why(row, habit, reader.moment(following) if following else None, reader)

    return request.told(said, alert=True)


async def _pressed_row(request: Request) -> Reminder | None:
    """The push whose message the pressed button is under."""
    return await reminder_of(request.session, request.chat, request.pressed or 0)
