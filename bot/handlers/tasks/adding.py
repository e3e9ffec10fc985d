"""New tasks: by /add, in plain words, from another message; and what an edit of theirs changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.handlers.questions import drop_question, put
from bot.handlers.reading import ask_about, some_words
from bot.handlers.tasks.capture import (
    PRIORITIES,
    Captured,
    WrittenLine,
    fit_title,
    read,
    read_tasks,
    split,
)
from bot.questions import AskedWhat, AskedWhen
from bot.replies import File, Reply, followed_by
from bot.requests import Forwarded, Quoted, Request, Written
from bot.texts.dates import due_words
from bot.views.parts import question
from bot.views.refusals import Misunderstood
from bot.views.tasks import answers as views
from bot.views.tasks.adding import Echo, task_added
from storage.errors import TooMany
from storage.models import ASSIGNEES_LIMIT, NOTES_LIMIT, TAGS_LIMIT, Task
from storage.people.asking import Deed
from storage.people.members import members_named
from storage.tasks.add import NewFile, NewTask, add_tasks
from storage.tasks.assign import set_assignees
from storage.tasks.change import replace_task, revise
from storage.tasks.find import untouched_task_of, written_as

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from bot.language.values import Reading

EDITS_LAST = timedelta(hours=1)


async def add(request: Request) -> Reply:
    """/add Buy milk tomorrow 9am; as a reply, the message replied to becomes the task"""
    if request.quoted is not None and not request.quoted.by_bot:
        return await _add_quoted(request, request.quoted)
    if not request.text.strip() and not request.file:
        raise Misunderstood("no-words")
    return await add_text(request)


async def add_text(request: Request) -> Reply:
    """Buy milk tomorrow 9am"""
    captured = read_tasks(request.text, now=request.now, place=request.place)
    if isinstance(request.message, Forwarded):
        captured = _with_source(captured, request.message.source)
    if request.file is not None:
        captured = _with_files(captured, _files(request.file))
    return await _add(request, captured)


async def _add_quoted(request: Request, quoted: Quoted) -> Reply:
    """The words beside /add say when; the quoted message's first line is the title."""
    if not (quoted.text.strip() or quoted.file):
        raise Misunderstood("no-words")
    title, _, notes = quoted.text.strip().partition("\n")
    beside = read(request.text, now=request.now, place=request.place)
    source = quoted.link or (f"— {quoted.author}" if quoted.author else "")
    title = title or (quoted.file.name if quoted.file else "") or "📎"
    fitted, all_notes = fit_title(
        title, "\n".join(filter(None, (notes.strip(), beside.title, source)))
    )
    new = NewTask(
        title=fitted,
        notes=all_notes,
        due=beside.due,
        repeat=beside.repeat,
        priority=PRIORITIES[beside.priority],
        tags=beside.tags,
        files=_files(quoted.file),
    )
    return await _add(request, Captured((new,), (beside,)))


def _with_source(captured: Captured, source: str) -> Captured:
    """A forwarded message's task says where it came from, unless its words fill the notes."""
    first, *others = captured.tasks
    notes = "\n".join(filter(None, (first.notes, f"— {source}" if source else "")))
    if len(notes) > NOTES_LIMIT:
        return captured
    return replace(captured, tasks=(replace(first, notes=notes), *others))


def _with_files(captured: Captured, files: tuple[NewFile, ...]) -> Captured:
    first, *others = captured.tasks
    return replace(captured, tasks=(replace(first, files=files), *others))


def _files(file: File | None) -> tuple[NewFile, ...]:
    return (NewFile(file.kind, file.file_id, file.unique_id, file.name),) if file else ()


async def _add(request: Request, captured: Captured) -> Reply:
    """Add what was read, or ask for the words when there was only a date or a file."""
    if not captured.tasks[0].title:
        return await _ask_what(request, captured.tasks[0])
    for reading in captured.readings:
        check_limits(reading)
    deed = request.deed
    tasks = await add_tasks(
        request.session, captured.tasks, chat=request.chat, topic=request.topic, deed=deed
    )
    for task, reading in zip(tasks, captured.readings, strict=True):
        await assign(request, task, reading.assignees, deed)
    if len(tasks) > 1:
        return views.tasks_added(tasks, deed.batch, request.reader)
    if request.message is not None and request.shown is None:
        await written_as(
            request.session, tasks[0], request.message.message_id, chat=request.chat, deed=deed
        )
    return await _answer(request, tasks[0], captured, deed)


async def _answer(request: Request, task: Task, captured: Captured, deed: Deed) -> Reply:
    """The echo of one task; a person who wants to be reminded and gave no time is asked for it."""
    reading = captured.readings[0]
    reply = echoed(request, task, deed.batch, captured.line, reading)
    wants_reminder = any(span.kind == "lead-in" for span in reading.spans)
    if not wants_reminder or task.due_at is not None:
        return reply
    return followed_by(reply, await ask_about(request, task, AskedWhen))


def echoed(
    request: Request, task: Task, batch: UUID | None, line: WrittenLine | None, reading: Reading
) -> Reply:
    """What was understood of a task's line, with ways to repair it."""
    if line is None:
        return task_added(task, batch, request.reader)
    splits = not line.settled and bool(split(line, request.place))
    echo = Echo(line.text, reading, can_split=splits)
    return task_added(task, batch, request.reader, echo)


def check_limits(reading: Reading) -> None:
    """Raise TooMany for more tags or assignees than a task can have."""
    if len(reading.tags) > TAGS_LIMIT:
        raise TooMany("tags", TAGS_LIMIT)
    if len(reading.assignees) > ASSIGNEES_LIMIT:
        raise TooMany("assignees", ASSIGNEES_LIMIT)


async def assign(request: Request, task: Task, names: Sequence[str], deed: Deed) -> None:
    """Assign to more members, by @username; a name that no member has returns to the title."""
    if not names:
        return
    members = await members_named(request.session, request.chat, names)
    known = {(user.username or "").lower() for user in members}
    more = [user for user in members if user not in task.assignees]
    if more:
        set_assignees(request.session, task, [*task.assignees, *more], deed)
    strangers = [f"@{name}" for name in names if name.lower() not in known]
    if strangers:
        title, notes = fit_title(" ".join([task.title, *strangers]), task.notes)
        await revise(request.session, task, deed, title=title, notes=notes)


async def _ask_what(request: Request, new: NewTask) -> Reply:
    """There was only a date, or only a file: what is to be done?"""
    file = new.files[0] if new.files else None
    kept = (file.kind, file.file_id, file.unique_id, file.name) if file else None
    await put(request, AskedWhat(request.text, request.now, kept))
    if new.due is None:
        text = request.words("ask-what-file")
    else:
        due = due_words(new.due, now=request.now, words=request.words, reader=request.preferences)
        text = request.words("ask-what", due=due)
    return question("what", text, request.reader, in_group=not request.chat.is_private)


async def answer_what(request: Request, asked: AskedWhat) -> Reply:
    """The words of a task of which only the date, or a file, was known"""
    text = some_words(request)
    await drop_question(request)
    captured = read_tasks(f"{asked.said} {text}".strip(), now=asked.at, place=request.place)
    if asked.file:
        captured = _with_files(captured, (NewFile(*asked.file),))
    # edited later, the answer alone would say neither the date nor the file
    return await _add(replace(request, message=None), captured)


async def edited(request: Request) -> Reply | None:
    """A message edited within the hour: so is its task, if nobody has changed it since."""
    message = request.message
    if not isinstance(message, Written) or message.edited_at is None:
        return None
    if message.quoted is not None and not message.quoted.by_bot:
        return None  # its title is another message's
    if message.edited_at - request.now > EDITS_LAST:
        return None
    task = await untouched_task_of(
        request.session, message.message_id, chat=request.chat, asker=request.asker
    )
    captured = read_tasks(request.text, now=request.now, place=request.place)
    if task is None or len(captured.tasks) != 1 or not captured.tasks[0].title:
        return None
    return await _replace(request, task, captured)


async def _replace(request: Request, task: Task, captured: Captured) -> Reply:
    """Make a task what its message says now, its people too."""
    reading = captured.readings[0]
    check_limits(reading)
    deed = Deed(request.asker, request.now)
    await replace_task(request.session, task, captured.tasks[0], deed)
    set_assignees(request.session, task, [], deed)
    await assign(request, task, reading.assignees, deed)
    return views.task_edited(task, deed.batch, request.reader)
