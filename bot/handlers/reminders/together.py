"""A message that reminds of several tasks: tick one, put one or all off, open a card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.handlers.reminders.snoozing import morning, read_until, task_until
from bot.handlers.showing import show_card
from bot.language import Snooze, read_intent, read_when
from bot.presses.coding import StaleButton
from bot.replies import Reply, Say, noticed
from bot.views.parts import occurrence
from bot.views.refusals import Misunderstood
from bot.views.reminders import together as views
from bot.views.tasks.answers import done_notice
from storage.errors import UnknownTask
from storage.models import PushState
from storage.pushes.answers import snooze, snooze_many
from storage.pushes.together import rows_of_message
from storage.tasks.change import complete, reopen
from storage.tasks.find import get_live_task, get_tasks, live

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from markupsafe import Markup

    from bot.presses.reminders import OpenBeside, SnoozeBeside, SnoozeRest, TickBeside
    from bot.reader import Reader
    from bot.requests import Request
    from storage.models import Reminder, Task


@dataclass(frozen=True, slots=True)
class SeveralTasks:
    """A message that reminds of several tasks: its pushes, the tasks that the asker may see, and
    the key of whose private chat it is in."""

    rows: Sequence[Reminder]
    tasks: Mapping[UUID, Task]
    person: UUID | None

    @property
    def open_tasks(self) -> list[Task]:
        """Those that nobody has acted on."""
        lines = views.lines_of(self.rows, self.tasks, self.person)
        return [line.task for line in lines if line.task is not None and line.is_open]

    def task(self, key: UUID) -> Task:
        """One of them, to be changed. Raises UnknownTask, InTrash."""
        if key not in self.tasks:
            raise UnknownTask
        return live(self.tasks[key])

    def answered(self, *tasks: Task, by: UUID, is_open: bool = False) -> None:
        """The message says by itself what was done in it, and no worker is to edit it for that;
        what is open again, it waits for. `by`: the deed, which undo may take back."""
        keys = {task.id for task in tasks}
        for row in self.rows:
            if row.task_id in keys:
                row.state = PushState.SENT if is_open else PushState.CLOSED
                row.closed_by = None if is_open else by


async def _shown(request: Request, message_id: int) -> SeveralTasks:
    rows = await rows_of_message(request.session, request.chat, message_id)
    ids = [row.task_id for row in rows if row.task_id is not None]
    tasks = await get_tasks(request.session, ids, asker=request.asker)
    return SeveralTasks(rows, tasks, request.reader.person)


async def _pressed(request: Request) -> SeveralTasks:
    """The message of a pressed button. Raises StaleButton where it reminds of nothing."""
    shown = await _shown(request, request.pressed or 0)
    if not shown.rows:
        raise StaleButton(str(request.pressed))
    return shown


async def tick(request: Request, press: TickBeside) -> Reply:
    """☐ 12: done; ☑ 12: open again"""
    shown = await _pressed(request)
    task = shown.task(press.task)
    if press.occurrence != occurrence(task) or press.ticks == task.is_done:
        return _again(request, shown, "nothing")
    if not press.ticks:
        reopen(request.session, task, request.deed)
        shown.answered(task, by=request.batch, is_open=True)
        return _again(request, shown, "reopened")
    did = complete(request.session, task, request.deed)
    notice = request.told(lambda reader: done_notice(task, reader, did=did))
    if did and (request.chat.is_private or not task.waits_for_others):
        shown.answered(task, by=request.batch)
    return noticed(_again(request, shown), notice)


async def put_off(request: Request, press: SnoozeBeside) -> Reply:
    """💤 1 h · Tomorrow, for one task"""
    shown = await _pressed(request)
    task = shown.task(press.task)
    if task.is_done:
        return _again(request, shown, "nothing")
    until = task_until(press.choice, now=request.now, place=request.place)
    snooze(request.session, task, until, request.deed)
    shown.answered(task, by=request.batch)
    facts = {"number": str(task.number), "title": task.title}

    def said(reader: Reader) -> Markup:
        return reader.words("snoozed", **facts, until=reader.moment(until))

    return noticed(_again(request, shown), request.told(said))


async def put_off_rest(request: Request, press: SnoozeRest) -> Reply:
    """💤 All 1 h: what is open in the message"""
    shown = await _pressed(request)
    tasks = shown.open_tasks
    until = task_until(press.choice, now=request.now, place=request.place)
    snooze_many(request.session, tasks, until, request.deed)
    shown.answered(*tasks, by=request.batch)

    def said(reader: Reader) -> Markup:
        return reader.words("snoozed-all", count=len(tasks), until=reader.moment(until))

    return noticed(_again(request, shown), request.told(said))


async def open_card(request: Request, press: OpenBeside) -> Reply:
    """…: everything else, on the task's card below"""
    task = await get_live_task(request.session, press.task, asker=request.asker)
    return await show_card(request, task)


def _again(request: Request, shown: SeveralTasks, notice: str = "") -> Reply:
    """The message as it is now."""
    lines = views.lines_of(shown.rows, shown.tasks, shown.person)
    reply = views.again(lines, request.reader, mention=not request.chat.is_private)
    return noticed(reply, request.notice(notice)) if notice else reply


async def replied_to(request: Request) -> list[Task]:
    """The tasks that are open in the message of several that is replied to; none elsewhere."""
    quoted = request.quoted
    shown = await _shown(request, quoted.message_id) if quoted is not None else None
    return shown.open_tasks if shown is not None and len(shown.rows) > 1 else []


async def put_off_by_words(request: Request, tasks: Sequence[Task]) -> Reply | None:
    """in 2 hours, tomorrow 9; None for words that say more"""
    until = _until(request)
    if until is None:
        return None
    if until <= request.now:
        raise Misunderstood("past-snooze")
    snooze_many(request.session, tasks, until, request.deed)
    text = request.words("snoozed-all", count=len(tasks), until=request.reader.moment(until))
    return Say(text)


def _until(request: Request) -> datetime | None:
    if isinstance(read_intent(request.text, now=request.now, place=request.place), Snooze):
        return read_until(request, request.text)
    when = read_when(request.text.strip(), now=request.now, place=request.place)
    due = when.due if when is not None else None
    if due is None:
        return None
    return due.at if due.time else morning(request, due.on)
