"""A task's card: every button on it, and the answers to its questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from bot.handlers.questions import drop_question
from bot.handlers.tasks.capture import BULLET, read_tasks, shorten
from bot.handlers.tasks.changing import add_captured, ask_about, move_by_words, show_card
from bot.language import read_task
from bot.presses import StaleButton, unpack_day, unpack_time
from bot.replies import Edit, File, Notice, Reply, Say, in_place
from bot.requests import Request
from bot.views.refusals import Misunderstood
from bot.views.tasks import answers as views
from bot.views.tasks.calendar import FIRST, LAST, calendar, clock
from storage.errors import TooMany
from storage.history.recording import task_history
from storage.models import ITEM_LIMIT, NOTES_LIMIT, TITLE_LIMIT, Priority, Status, Task
from storage.rules.due import Due, local_date
from storage.tasks.add import NewFile, add_file
from storage.tasks.change import (
    complete,
    delete_task,
    move,
    reopen,
    restore,
    set_notes,
    set_priority,
    set_status,
    set_title,
)
from storage.tasks.checklists import set_checklist
from storage.tasks.find import get_task, live
from storage.tasks.tags import set_tags, tags_beside


async def _task(request: Request) -> Task:
    """The task that a pressed button names. Raises UnknownTask, StaleButton."""
    return await get_task(request.session, request.key(), asker=request.asker)


async def _live_task(request: Request) -> Task:
    """The same, to be changed. Raises InTrash too."""
    return live(await _task(request))


def _back(request: Request, index: int = 1) -> str:
    """The list to go back to, as the button carries it."""
    return request.fact(index) or "0."


async def _card(request: Request, task: Task, *, notice: str = "", back: str = "") -> Reply:
    reply = await show_card(request, task, back=back or _back(request))
    said = request.words.plain(f"notice-{notice}") if notice else ""
    return in_place(reply, said)


async def open_card(request: Request) -> Reply:
    """Open a task's card in place of the list or the answer that the button is under"""
    await drop_question(request)
    return await _card(request, await _task(request))


async def done(request: Request) -> Reply:
    """Done, below an answer: the message says so and loses its buttons but Undo"""
    task = await _task(request)
    deed = request.deed
    if task.is_deleted:
        return await _card(request, task, notice="deleted")
    if request.fact(1) != views.occurrence(task) or not complete(request.session, task, deed):
        # what the first press made of the message, its Undo above all, stays
        return Notice(request.words.plain("notice-nothing"))
    lines = views.done_lines([(task, True)], request.reader)
    reply = views.with_undo(lines, deed.batch, request.reader, about=task.id)
    return in_place(reply, request.words.plain("notice-done"))


async def tick(request: Request) -> Reply:
    """Done, on the card"""
    task = await _task(request)
    same = not task.is_deleted and request.fact(2) == views.occurrence(task)
    did = same and complete(request.session, task, request.deed)
    return await _card(request, task, notice="done" if did else "nothing")


async def untick(request: Request) -> Reply:
    """Reopen, on the card"""
    task = await _live_task(request)
    if task.is_done:
        reopen(request.session, task, request.deed)
    return await _card(request, task, notice="reopened")


async def begin(request: Request) -> Reply:
    """Start, or not started"""
    task = await _live_task(request)
    if not task.is_done:
        status = Status.IN_PROGRESS if request.fact(2) == "1" else Status.TODO
        set_status(request.session, task, status, request.deed)
    return await _card(request, task, notice="saved")


async def delete(request: Request) -> Reply:
    """Put it into the trash"""
    task = await _task(request)
    did = delete_task(request.session, task, request.deed)
    return await _card(request, task, notice="deleted" if did else "nothing")


async def bring_back(request: Request) -> Reply:
    """Take it out of the trash"""
    task = await _task(request)
    if task.is_deleted:
        restore(request.session, task, request.deed)
    return await _card(request, task, notice="restored")


async def priority(request: Request) -> Reply:
    """Offer the priorities, or set one"""
    task = await _live_task(request)
    chosen = request.fact(2)
    if not chosen:
        reply = views.priorities(task, request.reader, back=_back(request))
        return in_place(reply)
    if chosen not in set(Priority):
        raise StaleButton(chosen)
    set_priority(request.session, task, Priority(chosen), request.deed)
    return await _card(request, task, notice="saved")


async def tags(request: Request) -> Reply:
    """Offer the chat's tags"""
    return await _tag_choices(request, await _task(request), _back(request))


async def tag(request: Request) -> Reply:
    """Put a tag on, or take it off"""
    task = await _live_task(request)
    choice, back = request.fact(1), _back(request, 2)
    own = {tag.id: tag.name for tag in task.tags}
    beside = {tag.id: tag.name for tag in await tags_beside(request.session, task)} | own
    for tag_id, name in beside.items():
        if tag_id.hex.endswith(choice) and choice:
            names = dict(own)
            if names.pop(tag_id, None) is None:
                names[tag_id] = name
            await set_tags(request.session, task, list(names.values()), request.deed)
            return await _tag_choices(request, task, back)
    raise StaleButton(choice)


async def _tag_choices(request: Request, task: Task, back: str) -> Reply:
    names = [(tag.name, tag.id) for tag in await tags_beside(request.session, task)]
    names += [(tag.name, tag.id) for tag in task.tags if (tag.name, tag.id) not in names]
    return in_place(views.tag_choices(task, names, request.reader, back=back))


async def items(request: Request) -> Reply:
    """Show the checklist"""
    return _checklist(request, await _task(request), _back(request))


async def item(request: Request) -> Reply:
    """Tick a line of the checklist, or untick it"""
    task = await _live_task(request)
    place = request.fact(1)
    lines = [(line.text, line.is_done) for line in task.checklist]
    if not place.isdecimal() or int(place) >= len(lines):
        raise StaleButton(place)
    text, _ = lines[int(place)]
    lines[int(place)] = (text, request.fact(3) == "1")
    set_checklist(request.session, task, lines, request.deed)
    return _checklist(request, task, _back(request, 2))


async def clear(request: Request) -> Reply:
    """Remove the ticked lines of the checklist"""
    task = await _live_task(request)
    open_lines = [(line.text, False) for line in task.checklist if not line.is_done]
    set_checklist(request.session, task, open_lines, request.deed)
    return _checklist(request, task, _back(request))


def _checklist(request: Request, task: Task, back: str) -> Reply:
    return in_place(views.checklist(task, request.reader, back=back))


async def files(request: Request) -> Reply:
    """Show which files there are"""
    task = await _task(request)
    return in_place(views.files(task, request.reader, back=_back(request)))


async def send_files(request: Request) -> Reply:
    """Send the task's files again"""
    task = await _task(request)
    sent = tuple(
        Say(file=File("photo" if a.kind == "photo" else "document", a.file_id, a.unique_id))
        for a in task.attachments
    )
    return Say(notice=Notice(request.words.plain("notice-sent")), more=sent)


async def history(request: Request) -> Reply:
    """Show who did what to the task"""
    task = await _task(request)
    changes = await task_history(request.session, task)
    return in_place(views.history(task, changes, request.reader, back=_back(request)))


async def month(request: Request) -> Reply:
    """Show the calendar, of this month or of one that is turned to"""
    task = await _task(request)
    turned, back = request.fact(1), _back(request, 2)
    if request.press is not None and request.press.verb == "date":
        turned, back = "", _back(request)
    today = local_date(request.now, request.place.zone)
    shown = _day(f"{turned}01") if turned else (task.due.on if task.due else today)
    return in_place(calendar(task, shown, request.reader, back=back))


async def day(request: Request) -> Reply:
    """Choose a day; a time that the task has stays, else it is offered"""
    task = await _live_task(request)
    chosen, back = request.fact(1), _back(request, 2)
    if chosen == "none":
        move(request.session, task, None, request.deed)
        return await _card(request, task, notice="saved", back=back)
    at = task.due.time if task.due else None
    move(request.session, task, Due(_day(chosen), at, request.place.zone), request.deed)
    if at is not None:
        return await _card(request, task, notice="saved", back=back)
    reply = clock(task, request.reader, back=back)
    return in_place(reply, request.words.plain("notice-saved"))


async def at_time(request: Request) -> Reply:
    """Choose a time of the day that is chosen"""
    task = await _live_task(request)
    chosen, back = request.fact(1), _back(request, 2)
    today = local_date(request.now, request.place.zone)
    at = None if chosen == "none" else unpack_time(chosen)
    on = task.due.on if task.due else today
    move(request.session, task, Due(on, at, request.place.zone), request.deed)
    return await _card(request, task, notice="saved", back=back)


def _day(text: str) -> date:
    day = unpack_day(text)
    if not FIRST <= day <= LAST:
        raise StaleButton(text)
    return day


QUESTIONS = {
    "title": "title",
    "notes": "notes",
    "type": "date",
    "newtag": "tag",
    "newitems": "items",
    "newfile": "file",
}


async def put_question(request: Request) -> Reply:
    """Ask for words: title, notes, date, tags, lines, a file"""
    task = await _live_task(request)
    return await ask_about(request, task, QUESTIONS[request.press.verb if request.press else ""])


async def cancel(request: Request) -> Reply:
    """Wait for no answer any more"""
    await drop_question(request)
    return Edit(request.words("cancelled"))


async def nothing(request: Request) -> Reply:
    """A button that is only a heading"""
    return Notice(request.words.plain("calendar-shows"))


async def _asked_task(request: Request) -> Task:
    """The task that the open question is about; the question is answered by this."""
    facts = request.answers
    await drop_question(request)
    return live(await get_task(request.session, UUID(facts["task"]), asker=request.asker))


async def answer_title(request: Request) -> Reply:
    """The new title, word for word"""
    title = _some_words(request)
    if len(title) > TITLE_LIMIT:
        raise Misunderstood("long-title", limit=TITLE_LIMIT)
    task = await _asked_task(request)
    set_title(request.session, task, title, request.deed)
    return await show_card(request, task)


async def answer_notes(request: Request) -> Reply:
    """The new notes; a single dash clears them"""
    notes = _some_words(request)
    if len(notes) > NOTES_LIMIT:
        raise TooMany("notes", NOTES_LIMIT)
    task = await _asked_task(request)
    set_notes(request.session, task, "" if notes == "-" else notes, request.deed)
    return await show_card(request, task)


async def answer_date(request: Request) -> Reply:
    """When it is due"""
    text = _some_words(request)
    task = await _asked_task(request)
    return await move_by_words(request, task, text)


async def answer_tag(request: Request) -> Reply:
    """More tags, with # or without"""
    text = _some_words(request)
    task = await _asked_task(request)
    said = " ".join(f"#{word.lstrip('#')}" for word in text.split())
    names = read_task(said, now=request.now, place=request.place).tags
    if not names:
        raise Misunderstood("empty")
    own = [tag.name for tag in task.tags]
    await set_tags(request.session, task, [*own, *names], request.deed)
    return await show_card(request, task)


async def answer_items(request: Request) -> Reply:
    """More lines for the checklist"""
    lines = [BULLET.sub("", line, count=1).strip() for line in _some_words(request).splitlines()]
    task = await _asked_task(request)
    own = [(line.text, line.is_done) for line in task.checklist]
    more = [(shorten(line, ITEM_LIMIT), False) for line in lines if line]
    set_checklist(request.session, task, [*own, *more], request.deed)
    return await show_card(request, task)


async def answer_file(request: Request) -> Reply:
    """A photo or document for the task"""
    file = request.message.file if request.message else None
    if file is None:
        raise Misunderstood("no-file")
    task = await _asked_task(request)
    new = NewFile(file.kind, file.file_id, file.unique_id, file.name)
    add_file(request.session, task, new, request.deed)
    return await show_card(request, task)


async def answer_what(request: Request) -> Reply:
    """The words of a task of which only the date, or a file, was known"""
    text = _some_words(request)
    facts = request.answers
    await drop_question(request)
    at = datetime.fromisoformat(facts["at"])
    captured = read_tasks(f"{facts['said']} {text}".strip(), now=at, place=request.place)
    if facts["file"]:
        first, *others = captured.tasks
        captured = replace(
            captured, tasks=(replace(first, files=(NewFile(*facts["file"]),)), *others)
        )
    # edited later, the answer alone would say neither the date nor the file
    return await add_captured(replace(request, message=None), captured)


def _some_words(request: Request) -> str:
    text = request.text.strip()
    if not text:
        raise Misunderstood("empty")
    return text
