"""How a task repeats, chosen on its card: shown with its next five times before it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers.questions import drop_question, put, stop_asking
from bot.handlers.reading import read_new_date
from bot.handlers.showing import in_card
from bot.handlers.tasks.capture import whole_minutes
from bot.handlers.tasks.card import card_again
from bot.language import read_when, render_repeat
from bot.presses.coding import StaleButton
from bot.questions import AskedRepeat
from bot.replies import Reply, in_place
from bot.views.parts import clip
from bot.views.refusals import Misunderstood
from bot.views.tasks.repeats import repeat_choices, repeat_preview
from storage.rules.due import local_date
from storage.rules.recurrence import (
    Repeat,
    first_occurrence,
    preview,
    repeat_from_json,
    repeat_to_json,
)
from storage.tasks.change import move, set_repeat
from storage.tasks.find import get_live_task

if TYPE_CHECKING:
    from datetime import date

    from bot.presses.tasks import (
        ChooseRepeat,
        KeepRepeat,
        NoRepeat,
        OfferRepeats,
        OtherRepeat,
        RepeatChoice,
    )
    from bot.requests import Request
    from storage.models import Task

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SHOWN = 5


async def offer(request: Request, press: OfferRepeats) -> Reply:
    """🔁 Repeat: the usual ones"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    await stop_asking(request, task.id)
    return in_place(repeat_choices(task, request.reader, back=press.back))


async def choose(request: Request, press: ChooseRepeat) -> Reply:
    """A usual repeat: its next times"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    repeat = _usual(request, task, press.choice)
    asked = AskedRepeat(task.id, request.pressed, press.back)
    return in_place(await _preview(request, task, repeat, asked))


async def end(request: Request, press: NoRepeat) -> Reply:
    """No repeat"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    set_repeat(request.session, task, None, request.deed)
    return await card_again(request, task, press.back, notice="saved")


def _usual(request: Request, task: Task, choice: RepeatChoice) -> Repeat:
    """A usual repeat that begins on the task's day, or today."""
    due = task.due
    zone = due.zone if due else request.place.zone
    start = due.on if due else local_date(request.now, zone)
    return Repeat((usual_rule(choice, start),), start, due.time if due else None, zone)


def usual_rule(choice: RepeatChoice, start: date) -> str:
    weekday = WEEKDAYS[start.weekday()]
    # a day that short months lack is their last one (PRODUCT.md section 3: `every 31st`)
    days = ",".join(str(day) for day in range(28, start.day + 1))
    monthly = f"{days};BYSETPOS=-1" if start.day > 28 else str(start.day)
    return {
        "day": "FREQ=DAILY",
        "weekday": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "week": f"FREQ=WEEKLY;BYDAY={weekday}",
        "fortnight": f"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}",
        "month": f"FREQ=MONTHLY;BYMONTHDAY={monthly}",
        "year": f"FREQ=YEARLY;BYMONTH={start.month};BYMONTHDAY={start.day}",
    }[choice]


async def _preview(
    request: Request,
    task: Task,
    repeat: Repeat,
    asked: AskedRepeat,
    *,
    alternative: Repeat | None = None,
) -> Reply:
    """Show what a repeat comes to; it waits in the open question until it is kept."""
    kept = repeat_to_json(alternative) if alternative else None
    await put(request, replace(asked, repeat=repeat_to_json(repeat), other=kept))
    coming = preview(repeat, now=request.now, limit=SHOWN)
    shown = repeat_preview(
        task, repeat, coming, request.reader, back=asked.back, alternative=alternative
    )
    return in_card(asked, shown)


def reads(request: Request) -> bool:
    """Whether the text is a repeat, or at least a date."""
    return read_when(request.text.strip(), now=request.now, place=request.place) is not None


async def answer(request: Request, asked: AskedRepeat) -> Reply:
    """every 2nd friday at 10:00"""
    task = await get_live_task(request.session, asked.task, asker=request.asker)
    when = read_new_date(request, task, request.text)
    if when.repeat is None:
        raise Misunderstood("unread-repeat", text=clip(request.text, 100))
    read = (repeat for doubt in when.doubts for repeat in doubt.alternatives)
    others = (each for each in read if isinstance(each, Repeat) and each != when.repeat)
    asked = replace(asked, minutes=whole_minutes(when.duration))
    return await _preview(request, task, when.repeat, asked, alternative=next(others, None))


async def other(request: Request, press: OtherRepeat) -> Reply:
    """Every third week, not the third of each month"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    asked = request.question
    if not isinstance(asked, AskedRepeat) or asked.task != task.id or asked.other is None:
        raise StaleButton(request.text)
    shown, chosen = repeat_from_json(asked.repeat), repeat_from_json(asked.other)
    return in_place(await _preview(request, task, chosen, asked, alternative=shown))


async def keep(request: Request, press: KeepRepeat) -> Reply:
    """Save the repeat that was shown"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    asked = request.question
    if not isinstance(asked, AskedRepeat) or asked.task != task.id or asked.repeat is None:
        raise StaleButton(request.text)
    repeat = repeat_from_json(asked.repeat)
    await drop_question(request)
    due = first_occurrence(repeat, now=request.now)
    if due is None:
        rule = render_repeat(repeat, language=request.words.language)
        raise Misunderstood("unread-repeat", text=rule)
    move(request.session, task, due, request.deed, repeat=repeat, duration_minutes=asked.minutes)
    return await card_again(request, task, press.back, notice="saved")
