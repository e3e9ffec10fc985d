"""Habits' reminders: the habit that one is about, and the reminder as it is after a press on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import Edit, Reply, inline_buttons
from bot.views.habits import reminders as views
from storage.habits.find import get_kept_habit
from storage.habits.reading import kept_habit
from storage.pushes.answers import reminder_of
from storage.pushes.contents import push_on
from storage.pushes.recipients import recipient
from storage.rules.slots import Slot

if TYPE_CHECKING:
    from datetime import date

    from bot.presses.reminders import LessAboutHabit, MoreAboutHabit
    from bot.requests import PressedHabit, Request
    from storage.models import Habit


async def quoted_habit(request: Request) -> tuple[Habit, date] | None:
    """The habit, and its day, of the reminder that is replied to; None for any other message."""
    quoted = request.quoted
    row = None
    if quoted is not None:
        row = await reminder_of(request.session, request.chat, quoted.message_id)
    slot = Slot.parse(row.key) if row is not None else None
    if row is None or row.habit_id is None or slot is None:
        return None
    habit = await get_kept_habit(request.session, row.habit_id, asker=request.asker)
    return habit, slot.day


async def more(request: Request, press: MoreAboutHabit) -> Reply:
    """…: more to do about a habit's reminder"""
    habit = await get_kept_habit(request.session, press.habit, asker=request.asker)
    return Edit(keyboard=views.more_choices(habit.id, press.day, request.reader))


async def less(request: Request, press: LessAboutHabit) -> Reply:
    """Back to the reminder's own buttons; none are left when the habit is done meanwhile"""
    habit = await get_kept_habit(request.session, press.habit, asker=request.asker)
    kept = await kept_habit(request.session, habit, now=request.now)
    to = recipient(request.session, request.chat, request.user)
    push = push_on(kept, press.day, to, now=request.now)
    if not (push.asked and habit.is_live):
        return views.closed(push, request.reader)
    return Edit(keyboard=inline_buttons(views.reminder(push, request.reader)))


async def again(request: Request, pressed: PressedHabit) -> Reply:
    """The reminder after a press on it: what is still missing, or that it is done."""
    to = recipient(request.session, request.chat, request.user)
    push = push_on(pressed.habits[0], pressed.day, to, now=request.now)
    reader = request.reader
    if push.asked and push.habit.is_live:
        shown = views.reminder(push, reader)
        return Edit(shown.text, inline_buttons(shown), still_asks=True)
    return views.acted(push, reader, request.batch)
