"""How a task repeats, chosen on its card: shown with its next five times before it is kept."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from bot.handlers import words
from bot.handlers.questions import ask, drop_question
from bot.handlers.tasks.changing import ask_about, read_date, show_card
from bot.language import read_when, render_repeat
from bot.presses import StaleButton
from bot.replies import Reply, in_place
from bot.requests import Request
from bot.views.refusals import Misunderstood
from bot.views.tasks.answers import clip
from bot.views.tasks.repeats import CHOICES, repeat_choices, repeat_preview
from storage.models import Task
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

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SHOWN = 5


async def offer(request: Request) -> Reply:
    """The Repeat button: the usual ones; then what one comes to"""
    task = await get_live_task(request.session, request.key(), asker=request.asker)
    choice, back = request.fact(1), request.fact(2) or "0."
    if not choice:
        await drop_question(request)
        return in_place(repeat_choices(task, request.reader, back=back))
    if choice == "type":
        return await ask_about(request, task, "repeat")
    if choice == "none":
        set_repeat(request.session, task, None, request.deed)
        card = await show_card(request, task, back=back)
        return in_place(card, request.words.plain("notice-saved"))
    if not any(choice in row for row in CHOICES):
        raise StaleButton(choice)
    return in_place(await _preview(request, task, _usual(request, task, choice), back))


def _usual(request: Request, task: Task, choice: str) -> Repeat:
    """A usual repeat that begins on the task's day, or today."""
    due = task.due
    zone = due.zone if due else request.place.zone
    start = due.on if due else local_date(request.now, zone)
    return Repeat((_rule(choice, start),), start, due.time if due else None, zone)


def _rule(choice: str, start: date) -> str:
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


async def _preview(request: Request, task: Task, repeat: Repeat, back: str) -> Reply:
    """Show what a repeat comes to; it waits in the open question until it is kept."""
    facts = {"task": task.id.hex, "repeat": repeat_to_json(repeat)}
    await ask(request, "repeat", facts)
    coming = preview(repeat, now=request.now, limit=SHOWN)
    return repeat_preview(task, repeat, coming, request.reader, back=back)


async def answer(request: Request) -> Reply | None:
    """every 2nd friday at 10:00; beside a repeat that is only shown, other words are new ones"""
    facts = request.answers
    if "repeat" in facts and not _says_when(request):
        await drop_question(request)
        return await words.replied(request)
    task = await get_live_task(request.session, UUID(facts["task"]), asker=request.asker)
    when = read_date(request, request.text)
    if when.repeat is None:
        raise Misunderstood("unread-repeat", text=clip(request.text, 100))
    return await _preview(request, task, when.repeat, "0.")


def _says_when(request: Request) -> bool:
    return read_when(request.text.strip(), now=request.now, place=request.place) is not None


async def keep(request: Request) -> Reply:
    """Save the repeat that was shown"""
    task = await get_live_task(request.session, request.key(), asker=request.asker)
    facts = request.answers
    if facts.get("task") != task.id.hex or "repeat" not in facts:
        raise StaleButton(request.text)
    repeat = repeat_from_json(facts["repeat"])
    await drop_question(request)
    due = first_occurrence(repeat, now=request.now)
    if due is None:
        said = render_repeat(repeat, language=request.words.language)
        raise Misunderstood("unread-repeat", text=said)
    move(request.session, task, due, request.deed, repeat=repeat)
    card = await show_card(request, task, back=request.fact(1) or "0.")
    return in_place(card, request.words.plain("notice-saved"))
