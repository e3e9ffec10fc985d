"""When a task is due, chosen by buttons: a month, a day, a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.tasks.card import card_again
from bot.language import keeping
from bot.presses.coding import StaleButton
from bot.presses.tasks import (
    CalendarHeading,
    ClearDate,
    ClearTime,
    OfferHours,
    OpenCalendar,
    SetDay,
    SetTime,
    TurnMonth,
)
from bot.replies import Reply, in_place
from bot.views.tasks.calendar import FIRST, LAST, PARTS, calendar, clock
from storage.rules.due import Due, local_date
from storage.tasks.change import move
from storage.tasks.find import get_live_task, get_task

if TYPE_CHECKING:
    from bot.requests import Request


async def open_calendar(request: Request, press: OpenCalendar) -> Reply:
    """📅 Date: the month of the task's day, or this one"""
    task = await get_task(request.session, press.task, asker=request.asker)
    month = task.due.on if task.due else local_date(request.now, request.place.zone)
    return in_place(calendar(task, month, request.reader, back=press.back))


async def turn_month(request: Request, press: TurnMonth) -> Reply:
    """‹ › of the calendar"""
    task = await get_task(request.session, press.task, asker=request.asker)
    month = press.month.first
    if not FIRST <= month <= LAST:
        raise StaleButton(press.month.pack())
    return in_place(calendar(task, month, request.reader, back=press.back))


async def choose_day(request: Request, press: SetDay) -> Reply:
    """Choose a day; a time that the task has stays, else it is offered"""
    if not FIRST <= press.day <= LAST:
        raise StaleButton(press.day.isoformat())
    task = await get_live_task(request.session, press.task, asker=request.asker)
    whole_day = Due(press.day, None, request.place.zone)
    due = keeping(whole_day, "day", task.due, now=request.now)
    move(request.session, task, due, request.deed)
    if due.time is not None:
        return await card_again(request, task, press.back, notice="saved")
    reply = clock(task, request.reader, back=press.back)
    return in_place(reply, request.notice("saved"))


async def clear_date(request: Request, press: ClearDate) -> Reply:
    """No date"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    move(request.session, task, None, request.deed)
    return await card_again(request, task, press.back, notice="saved")


async def offer_hours(request: Request, press: OfferHours) -> Reply:
    """06:00–11:30: every half hour"""
    if press.hour not in PARTS:
        raise StaleButton(str(press.hour))
    task = await get_live_task(request.session, press.task, asker=request.asker)
    return in_place(clock(task, request.reader, back=press.back, part=press.hour))


async def choose_time(request: Request, press: SetTime | ClearTime) -> Reply:
    """A time of the day that is chosen, or none"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    on = task.due.on if task.due else local_date(request.now, request.place.zone)
    at = press.at if isinstance(press, SetTime) else None
    move(request.session, task, Due(on, at, request.place.zone), request.deed)
    return await card_again(request, task, press.back, notice="saved")


async def nothing(request: Request, _: CalendarHeading) -> Reply:
    """A button that is only a heading"""
    return request.told(lambda reader: reader.words.plain("calendar-shows"))
