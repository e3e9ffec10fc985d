"""Reminders: snooze, skip, why, and when a task reminds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from markupsafe import Markup

from bot import language
from bot.handlers.questions import drop_question
from bot.handlers.tasks.changing import (
    apply_words,
    ask_about,
    one_task,
    read_date,
    show_card,
)
from bot.language import Snooze, read_intent, read_task
from bot.language.habits.replies import is_skip
from bot.language.values import Place, Reading, ReminderOffset
from bot.presses import StaleButton
from bot.replies import Edit, Notice, Reply, Say, in_place, inline_buttons, told_in_place
from bot.requests import Request
from bot.texts.dates import moment_words
from bot.views.refusals import Misunderstood
from bot.views.reminders import tasks as views
from bot.views.tasks.answers import clip
from storage.models import Task
from storage.pushes.answers import coming, reminder_of, snooze, snooze_all, stop_nagging
from storage.rules.due import local_date, moment
from storage.rules.folding import fold
from storage.rules.offsets import Offset
from storage.rules.recurrence import repeat_from_json, skip
from storage.tasks.change import move, set_reminders
from storage.tasks.find import get_live_task

NAG_EVERY = timedelta(minutes=15)
OFFSETS = ("-0m", "-10m", "-60m", "-1440m", "day-1@19:00", "+60m")  # by place: append only


async def _task(request: Request) -> Task:
    return await get_live_task(request.session, request.key(), asker=request.asker)


def place_until(choice: str, *, now: datetime, place: Place) -> datetime:
    """The moment of a snooze button. Raises StaleButton."""
    today = local_date(now, place.zone)
    match choice:
        case "10m":
            return now + timedelta(minutes=10)
        case "1h":
            return now + timedelta(hours=1)
        case "tomorrow":
            return moment(today + timedelta(days=1), place.time_of("morning"), place.zone)
        case "evening":
            evening = moment(today, place.time_of("evening"), place.zone)
            if evening > now:
                return evening
            return moment(today + timedelta(days=1), place.time_of("evening"), place.zone)
        case "week":
            monday = today + timedelta(days=7 - today.weekday())
            return moment(monday, place.time_of("morning"), place.zone)
        case _:
            raise StaleButton(choice)


async def press_snooze(request: Request) -> Reply:
    """💤 10 min · 1 h · Tomorrow · This evening · Next week · other time"""
    task, choice = await _task(request), request.fact(1)
    if choice == "type":
        return await ask_about(request, task, "snooze")
    until = place_until(choice, now=request.now, place=request.place)
    reply = await _snoozed(request, task, until)
    return told_in_place(reply)


async def _snoozed(request: Request, task: Task, until: datetime) -> Reply:
    if task.is_done:
        number, title = str(task.number), task.title
        return Say(request.words("already-done", number=number, title=title), about=task.id)
    if until <= request.now:
        raise Misunderstood("past-snooze")
    await snooze(request.session, task, request.chat, until, now=request.now)
    return views.snoozed(task, _moment(request, until), request.reader)


def _moment(request: Request, at: datetime) -> Markup:
    return moment_words(at, now=request.now, words=request.words, reader=request.preferences)


async def snooze_by_number(request: Request) -> Reply:
    """/snooze 3 tomorrow 9:00"""
    task, text = await one_task(request, "snooze")
    if not text:
        return await ask_about(request, task, "snooze")
    return await snooze_by_words(request, task, text)


async def snooze_by_words(request: Request, task: Task, text: str) -> Reply:
    """25 min, in 2 hours, until tomorrow 9"""
    return await _snoozed(request, task, read_until(request, text))


def read_until(request: Request, text: str) -> datetime:
    """The moment that a snooze is said until. Raises Misunderstood."""
    intent = read_intent(text, now=request.now, place=request.place)
    if isinstance(intent, Snooze):
        if intent.length is not None:
            return request.now + intent.length
        if intent.until is not None:
            return intent.until.at if intent.until.time else _morning(request, intent.until.on)
    due = read_date(request, text).due
    if due is None:
        raise Misunderstood("unread-when", text=clip(text, 100))
    return due.at if due.time else _morning(request, due.on)


def _morning(request: Request, on: date) -> datetime:
    return moment(on, request.place.time_of("morning"), request.place.zone)


async def answer_snooze(request: Request) -> Reply:
    """Until when"""
    facts = request.answers
    until = read_until(request, request.text)
    task = await get_live_task(request.session, UUID(facts["task"]), asker=request.asker)
    await drop_question(request)
    return await _snoozed(request, task, until)


async def press_snooze_all(request: Request) -> Reply:
    """💤 All 1 h, below a digest"""
    until = request.now + timedelta(hours=1)
    count = await snooze_all(
        request.session, request.chat, until, asker=request.asker, now=request.now
    )
    text = request.words("snoozed-all", count=count, until=_moment(request, until))
    return Edit(text, notice=Notice(text.striptags()[:200]))


async def more(request: Request) -> Reply:
    """…: more to do about a reminder"""
    return Edit(keyboard=views.more_choices(await _task(request), request.reader))


async def less(request: Request) -> Reply:
    """Back to the reminder's own buttons"""
    task = await _task(request)
    row = await reminder_of(request.session, request.chat, request.pressed or 0)
    if row is None:
        return in_place(await show_card(request, task))
    shown = views.reminder(row, task, request.reader, mention=False)
    return Edit(keyboard=inline_buttons(shown))


async def skip_one(request: Request) -> Reply:
    """⏭ Skip this one: the task moves to its next occurrence"""
    said = _skipped(request, await _task(request))
    return in_place(said, request.words.plain("notice-skipped"))


def _skipped(request: Request, task: Task) -> Reply:
    due = task.due
    if task.repeat is None or due is None:
        raise Misunderstood("not-repeating", number=str(task.number))
    following = skip(repeat_from_json(task.repeat), current=due, now=request.now)
    if following is None:
        raise Misunderstood("not-repeating", number=str(task.number))
    move(request.session, task, following, request.deed)
    text = request.words(
        "skipped",
        number=str(task.number),
        title=task.title,
        due=request.reader.due(task),
    )
    return Say(text, about=task.id)


async def calm(request: Request) -> Reply:
    """🔕 Stop nagging"""
    await _calmed(request, await _task(request))
    return Notice(request.words.plain("notice-calm"), alert=True)


async def _calmed(request: Request, task: Task) -> None:
    set_reminders(request.session, task, task.reminders, None, request.deed)
    await stop_nagging(request.session, task)


async def why(request: Request) -> Reply:
    """Why?: the rule, the offset, and the next reminder"""
    task = await _task(request)
    row = await reminder_of(request.session, request.chat, request.pressed or 0)
    following = await coming(request.session, task)
    said = views.why(
        row,
        task,
        _moment(request, following) if following else None,
        request.reader,
    )
    return Notice(said, alert=True)


async def offer(request: Request) -> Reply:
    """🔔 Reminders, on the card: switch the usual ones, none, nag"""
    task, choice, back = await _task(request), request.fact(1), request.fact(2) or "0."
    if choice == "type":
        return await ask_about(request, task, "reminders")
    chosen, nag = _switched(request, task, choice)
    if choice:
        set_reminders(request.session, task, chosen, nag, request.deed)
    return in_place(_choices(request, task, back=back))


def _choices(request: Request, task: Task, *, back: str = "0.") -> Reply:
    own = [Offset.parse(text) for text in current_offsets(request, task)]
    return views.reminder_choices(task, own, OFFSETS, request.reader, back=back)


def current_offsets(request: Request, task: Task) -> list[str]:
    """The task's own offsets, or those that are usual here."""
    if task.reminders is not None:
        return list(task.reminders)
    usual = request.preferences.pushes
    return [str(one) for one in (usual.whole_day if task.due_on else usual.timed)]


def _switched(request: Request, task: Task, choice: str) -> tuple[list[str] | None, int | None]:
    """The offsets and the nag after a press. Raises StaleButton."""
    own, nag = current_offsets(request, task), task.nag_minutes
    match choice:
        case "":
            return task.reminders, nag
        case "none":
            return [], None
        case "usual":
            return None, None
        case "nag":
            return task.reminders, None if nag else int(NAG_EVERY.total_seconds() // 60)
        case _ if choice.isdecimal() and int(choice) < len(OFFSETS):
            offset = OFFSETS[int(choice)]
            own = [one for one in own if one != offset] if offset in own else [*own, offset]
            return own, nag
        case _:
            raise StaleButton(choice)


async def answer_reminders(request: Request) -> Reply:
    """1 day and 1 hour before"""
    facts = request.answers
    offsets = read_offsets(request.text, now=request.now, place=request.place)
    if not offsets:
        raise Misunderstood("unread-reminders", text=clip(request.text, 100))
    task = await get_live_task(request.session, UUID(facts["task"]), asker=request.asker)
    await drop_question(request)
    set_reminders(request.session, task, offsets, task.nag_minutes, request.deed)
    return _choices(request, task)


def read_offsets(text: str, *, now: datetime, place: Place) -> list[str]:
    """Offsets in words, with or without `remind` before them; none for anything else."""
    said = language.read_offsets(text, now=now, place=place)
    return [str(Offset(one.before or timedelta(), one.days_before, one.at)) for one in said]


async def is_reminder(request: Request) -> bool:
    """Whether the message replied to is a reminder, which is moved, and not the task."""
    quoted = request.message.quoted if request.message else None
    if quoted is None:
        return False
    return await reminder_of(request.session, request.chat, quoted.message_id) is not None


async def snooze_or_change(request: Request, task: Task) -> Reply:
    """`tomorrow 9`, `remind me in 2 hours` move the reminder, `skip` and `stop nagging` do as the
    buttons; `#home`, `every 2 days` change the task"""
    text = request.text.strip()
    if is_skip(text) or _is_button(request, "skip"):
        return _skipped(request, task)
    if _is_button(request, "stop-nagging"):
        await _calmed(request, task)
        return Say(request.words("notice-calm"), about=task.id)
    said = read_task(text, now=request.now, place=request.place)
    if said.due is not None and said == Reading("", said.due, spans=said.spans, doubts=said.doubts):
        until = said.due.at if said.due.time else _morning(request, said.due.on)
        return await _snoozed(request, task, until)
    return await apply_words(request, task)


def _is_button(request: Request, name: str) -> bool:
    """Whether the words are those of a button, without its picture."""
    button = request.words.plain(f"button-{name}").partition(" ")[2]
    return fold(request.text.strip(" .!")) == fold(button)


async def add_reminders(request: Request, task: Task, offsets: Sequence[ReminderOffset]) -> Reply:
    """The day before at 19:00, in reply to a task"""
    more = [str(Offset(one.before or timedelta(), one.days_before, one.at)) for one in offsets]
    own = current_offsets(request, task)
    chosen = list(dict.fromkeys([*own, *more]))
    set_reminders(request.session, task, chosen, task.nag_minutes, request.deed)
    return _choices(request, task)
