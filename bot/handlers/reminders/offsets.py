"""When a task reminds: chosen on its card, or in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot import language
from bot.handlers.kept import kept_offsets
from bot.handlers.questions import drop_question
from bot.handlers.showing import in_card
from bot.presses.coding import StaleButton
from bot.presses.lists import OPEN_TASKS, ListPlace
from bot.replies import Reply, in_place
from bot.views.parts import clip
from bot.views.refusals import Misunderstood
from bot.views.reminders.offsets import reminder_choices
from storage.rules.preferences import pushes
from storage.tasks.change import set_reminders
from storage.tasks.find import get_live_task

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.language.values import Place, ReminderOffset
    from bot.presses.reminders import (
        NoReminders,
        OfferReminders,
        SwitchNag,
        SwitchOffset,
        UsualReminders,
    )
    from bot.questions import AskedReminders
    from bot.requests import Request
    from storage.models import Task

NAG_EVERY = timedelta(minutes=15)
OFFSETS = ("-0m", "-10m", "-60m", "-1440m", "day-1@19:00", "+60m")  # by place: append only


async def offer(request: Request, press: OfferReminders) -> Reply:
    """🔔 Reminders, on the card: the usual ones, none, nag"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    return in_place(_choices(request, task, press.back))


async def switch(request: Request, press: SwitchOffset) -> Reply:
    """Put a usual offset on, or take it off"""
    if not 0 <= press.place < len(OFFSETS):
        raise StaleButton(str(press.place))
    task = await get_live_task(request.session, press.task, asker=request.asker)
    offset, own = OFFSETS[press.place], current_offsets(request, task)
    if press.on == (offset in own):
        return in_place(_choices(request, task, press.back))
    chosen = [*own, offset] if press.on else [one for one in own if one != offset]
    return _chosen(request, task, chosen, task.nag_minutes, press.back)


async def silence(request: Request, press: NoReminders) -> Reply:
    """No reminder, and no nagging"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    return _chosen(request, task, [], None, press.back)


async def usual(request: Request, press: UsualReminders) -> Reply:
    """The reminders that are usual here"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    return _chosen(request, task, None, None, press.back)


async def switch_nag(request: Request, press: SwitchNag) -> Reply:
    """Remind again and again until it is done, or stop that"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    if press.on == bool(task.nag_minutes):
        return in_place(_choices(request, task, press.back))
    nag = int(NAG_EVERY.total_seconds() // 60) if press.on else None
    return _chosen(request, task, task.reminders, nag, press.back)


def _chosen(
    request: Request, task: Task, offsets: list[str] | None, nag: int | None, back: ListPlace
) -> Reply:
    set_reminders(request.session, task, offsets, nag, request.deed)
    return in_place(_choices(request, task, back))


def _choices(request: Request, task: Task, back: ListPlace = OPEN_TASKS) -> Reply:
    own = current_offsets(request, task)
    return reminder_choices(task, own, OFFSETS, request.reader, back=back)


def current_offsets(request: Request, task: Task) -> list[str]:
    """The task's own offsets, or those that are usual here."""
    if task.reminders is not None:
        return list(task.reminders)
    settings = request.user.settings if request.chat.is_private else request.chat.settings
    default = pushes(settings)
    return [str(one) for one in (default.whole_day if task.due_on else default.timed)]


async def answer(request: Request, asked: AskedReminders) -> Reply:
    """1 day and 1 hour before"""
    offsets = read_offsets(request.text, now=request.now, place=request.place)
    if not offsets:
        raise Misunderstood("unread-reminders", text=clip(request.text, 100))
    task = await get_live_task(request.session, asked.task, asker=request.asker)
    await drop_question(request)
    set_reminders(request.session, task, offsets, task.nag_minutes, request.deed)
    return in_card(asked, _choices(request, task, asked.back))


def read_offsets(text: str, *, now: datetime, place: Place) -> list[str]:
    """Offsets in words, with or without `remind` before them; none for anything else."""
    return kept_offsets(language.read_offsets(text, now=now, place=place))


async def add_reminders(request: Request, task: Task, offsets: Sequence[ReminderOffset]) -> Reply:
    """The day before at 19:00, in reply to a task"""
    own = current_offsets(request, task)
    chosen = list(dict.fromkeys([*own, *kept_offsets(offsets)]))
    set_reminders(request.session, task, chosen, task.nag_minutes, request.deed)
    return _choices(request, task)
