"""Tasks' reminders: more buttons, skip, stop nagging; and the words of a reply to one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers.reminders.snoozing import morning, put_off
from bot.handlers.showing import show_card
from bot.language import read_task
from bot.language.habits.replies import is_skip
from bot.language.values import Reading
from bot.replies import Edit, Reply, Say, in_place, inline_buttons
from bot.views.parts import occurrence
from bot.views.refusals import Misunderstood
from bot.views.reminders import tasks as views
from storage.pushes.answers import end_snooze, reminder_of
from storage.rules.folding import fold
from storage.rules.recurrence import first_occurrence, repeat_from_json, skip
from storage.tasks.change import set_reminders, skip_occurrence
from storage.tasks.find import get_live_task

if TYPE_CHECKING:
    from bot.presses.reminders import (
        EndSnooze,
        LessAbout,
        MoreAbout,
        SkipMissed,
        SkipOccurrence,
        StopNagging,
    )
    from bot.requests import Request
    from storage.models import Task


async def more(request: Request, press: MoreAbout) -> Reply:
    """…: more to do about a reminder"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    return Edit(keyboard=views.more_choices(task, request.reader))


async def less(request: Request, press: LessAbout) -> Reply:
    """Back to the reminder's own buttons"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    row = await reminder_of(request.session, request.chat, request.pressed or 0)
    if row is None:
        return in_place(await show_card(request, task))
    shown = views.reminder(task, request.reader, mention=False)
    return Edit(keyboard=inline_buttons(shown))


async def skip_one(request: Request, press: SkipOccurrence) -> Reply:
    """⏭ Skip this one: the task moves to its next occurrence"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    if press.occurrence != occurrence(task):
        return request.notice("nothing")
    return in_place(_skipped(request, task), request.notice("skipped"))


def _skipped(request: Request, task: Task) -> Reply:
    """Raises Misunderstood for a task that has no next occurrence."""
    due = task.occurrence
    if task.repeat is None or due is None:
        raise Misunderstood("not-repeating", number=str(task.number))
    following = skip(repeat_from_json(task.repeat), current=due, now=request.now)
    if following is None:
        raise Misunderstood("not-repeating", number=str(task.number))
    skip_occurrence(request.session, task, following, request.deed)
    return views.skipped(task, request.reader)


async def skip_missed(request: Request, press: SkipMissed) -> Reply:
    """⏭ Skip what was missed: the task moves to its first occurrence that is not past"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    repeat = repeat_from_json(task.repeat) if task.repeat is not None else None
    due = first_occurrence(repeat, now=request.now) if repeat is not None else None
    if due is None or task.due_at is None or due.at <= task.due_at:
        return request.notice("nothing")
    skip_occurrence(request.session, task, due, request.deed)
    shown = await show_card(request, task, back=press.back)
    return in_place(shown, request.notice("skipped"))


async def wake(request: Request, press: EndSnooze) -> Reply:
    """💤 ✕, on the card: the snooze is over"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    await end_snooze(request.session, task, request.deed)
    shown = await show_card(request, task, back=press.back)
    return in_place(shown, request.notice("saved"))


async def calm(request: Request, press: StopNagging) -> Reply:
    """🔕 Stop nagging"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    _calm(request, task)
    return request.notice("calm", alert=True)


def _calm(request: Request, task: Task) -> None:
    set_reminders(request.session, task, task.reminders, None, request.deed)


async def is_reminder(request: Request) -> bool:
    """Whether the message replied to is a reminder: a date then moves the reminder, not the
    task."""
    quoted = request.quoted
    if quoted is None:
        return False
    return await reminder_of(request.session, request.chat, quoted.message_id) is not None


async def answered(request: Request, task: Task) -> Reply | None:
    """A reply to a task's reminder: `tomorrow 9`, `remind me in 2 hours` move the reminder, `skip`
    and `stop nagging` do as the buttons; None for words that say more."""
    text = request.text.strip()
    if is_skip(text) or _is_button(request, "skip"):
        return _skipped(request, task)
    if _is_button(request, "stop-nagging"):
        _calm(request, task)
        return Say(request.words("notice-calm"), about=task.id)
    reading = read_task(text, now=request.now, place=request.place)
    due = reading.due
    only_due = replace(Reading("", due), spans=reading.spans, doubts=reading.doubts)
    if due is None or reading != replace(only_due, alone=reading.alone):
        return None
    return await put_off(request, task, due.at if due.time else morning(request, due.on))


def _is_button(request: Request, name: str) -> bool:
    """Whether the words are those of a button, without its picture."""
    button = request.words.plain(f"button-{name}").partition(" ")[2]
    return fold(request.text.strip(" .!")) == fold(button)
