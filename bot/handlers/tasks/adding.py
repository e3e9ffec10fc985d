"""New tasks: by /add, in plain words, from another message."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.handlers.questions import drop_question, put
from bot.handlers.reading import people_named, some_words
from bot.handlers.showing import ask_about
from bot.handlers.tasks import albums
from bot.handlers.tasks.assigned import assign_people, check_limits
from bot.handlers.tasks.capture import (
    PRIORITIES,
    Captured,
    WrittenLine,
    fit_title,
    is_list,
    read,
    read_tasks,
    split,
    whole_minutes,
)
from bot.language import Line, continue_line, render_repeat
from bot.questions import AskedWhat, AskedWhen
from bot.replies import File, Reply, followed_by
from bot.requests import Forwarded, Quoted, Request
from bot.texts.dates import due_words
from bot.views.parts import BREAK, question
from bot.views.refusals import Misunderstood
from bot.views.tasks import answers as views
from bot.views.tasks.adding import Echo, task_added
from storage.models import NOTES_LIMIT, Task
from storage.tasks.add import add_tasks
from storage.tasks.find import written_as
from storage.tasks.new import NewFile, NewTask

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from bot.language.values import Reading
    from storage.people.asking import Deed


MARKS = ("tag", "priority", "reminder", "nag", "turns", "assignee")


async def add(request: Request) -> Reply:
    """/add Buy milk tomorrow 9am; as a reply, the message replied to becomes the task"""
    if request.quoted is not None and not request.quoted.by_bot:
        return await add_quoted(request, request.quoted)
    if not request.text.strip() and not request.file:
        raise Misunderstood("no-words")
    return await add_text(request)


async def add_text(request: Request) -> Reply:
    """Buy milk tomorrow 9am"""
    return await _add(request, await _captured_text(request))


async def captured(request: Request) -> Captured:
    """What the tasks of a written message are: of its words or, where it says what another message
    is to become, of that one's. Raises TooMany, Misunderstood."""
    message, quoted = request.message, request.quoted
    is_addressed = not request.chat.is_private or request.text != (message.text if message else "")
    if is_addressed and quoted is not None and not quoted.by_bot:
        return await _captured_quoted(request, quoted)
    return await _captured_text(request)


async def _captured_text(request: Request) -> Captured:
    found = read_tasks(request.text, now=request.now, place=request.place)
    if isinstance(request.message, Forwarded):
        found = _with_source(found, request.message.source)
    found = _written_in(found, request)
    return _with_files(found, await albums.files_with(request)) if request.file else found


def _written_in(found: Captured, request: Request) -> Captured:
    number = request.message.message_id if request.message else None
    return replace(found, tasks=tuple(replace(one, written_in=number) for one in found.tasks))


async def _captured_quoted(request: Request, quoted: Quoted) -> Captured:
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
        duration_minutes=whole_minutes(beside.duration),
        files=await albums.files_at(request, quoted.album, quoted.file),
    )
    return _written_in(Captured((new,), (beside,)), request)


async def add_quoted(request: Request, quoted: Quoted) -> Reply:
    """A message that somebody else may have written, as a task"""
    return await _add(request, await _captured_quoted(request, quoted), album=quoted.album)


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


async def _add(
    request: Request, found: Captured, *, album: str = "", said_at: datetime | None = None
) -> Reply:
    """Add what was read, or ask for the words when there were only marks or a file.

    `album`: that of the message replied to, or of the one that was asked about. `said_at`: when
    the dates were said, if not now.
    """
    if not found.tasks[0].title:
        return await _ask_what(request, found, said_at or request.now)
    for reading in found.readings:
        check_limits(reading)
    deed = request.deed
    people = [await people_named(request, reading.assignees) for reading in found.readings]
    tasks = await add_tasks(
        request.session, found.tasks, chat=request.chat, topic=request.topic, deed=deed
    )
    for task, reading, named in zip(tasks, found.readings, people, strict=True):
        await assign_people(request, task, reading, named, deed)
    if request.message is not None and request.shown is None:
        await written_as(
            request.session,
            tasks[0],
            request.message.message_id,
            digest=digest_of(request.text),
            chat=request.chat,
            deed=deed,
        )
    await albums.tie(request, album or request.album, tasks[0])
    if len(tasks) > 1:
        is_plain = not any(reading.doubts for reading in found.readings)
        return views.tasks_added(tasks, deed.batch, request.reader, plain=is_plain)
    return await _answer(request, tasks[0], found, deed)


def digest_of(text: str) -> str:
    """By which an edited message is known to say the same as before."""
    return blake2b(text.strip().encode(), digest_size=12).hexdigest()


async def _answer(request: Request, task: Task, captured: Captured, deed: Deed) -> Reply:
    """The echo of one task; a person who wants to be reminded and gave no time is asked for it."""
    reading = captured.readings[0]
    reply = echoed(request, task, deed.batch, captured.line, reading)
    wants_reminder = any(span.kind == "lead-in" for span in reading.spans)
    if not wants_reminder or task.due_at is not None:
        return reply
    asked = await ask_about(request, task, AskedWhen)
    return followed_by(reply, asked, in_one=not request.chat.is_private)


def echoed(
    request: Request, task: Task, batch: UUID | None, line: WrittenLine | None, reading: Reading
) -> Reply:
    """What was understood of a task's line, with ways to repair it."""
    if line is None:
        return task_added(task, batch, request.reader)
    splits = not line.settled and bool(split(line, request.place))
    echo = Echo(line.text, reading, can_split=splits, is_album=bool(request.album))
    return task_added(task, batch, request.reader, echo)


async def _ask_what(request: Request, found: Captured, said_at: datetime) -> Reply:
    """There were only marks, or only a file: what is to be done?"""
    files = found.tasks[0].files
    kept = (files[0].kind, files[0].file_id, files[0].unique_id, files[0].name) if files else None
    await put(request, AskedWhat(request.text, said_at, kept, request.album))
    of_files = "-album" if request.album else "-file" if files else ""
    lines = [request.words(f"ask-what{of_files}")]
    if known := _known(request, found):
        lines.append(request.words("ask-what-known", known=known))
    in_group = not request.chat.is_private
    return question("what", BREAK.join(lines), request.reader, in_group=in_group)


def _known(request: Request, found: Captured) -> Markup:
    """The date or the repeat as it was understood, other marks as they were written."""
    reading = found.readings[0]
    known: list[Markup | str] = []
    if reading.repeat is not None:
        known.append(render_repeat(reading.repeat, language=request.words.language))
    elif reading.due is not None:
        known.append(
            due_words(
                reading.due,
                now=request.now,
                words=request.words,
                reader=request.preferences,
                lasts=reading.duration,
            )
        )
    line = found.line.text if found.line else ""
    known += [line[one.start : one.end] for one in reading.spans if one.kind in MARKS and line]
    return Markup(", ").join(known)


async def answer_what(request: Request, asked: AskedWhat) -> Reply:
    """The words of a task of which only marks, or a file, were known"""
    text, said_at = _with_marks(request, asked, some_words(request))
    await drop_question(request)
    found = read_tasks(text, now=said_at, place=request.place)
    if asked.file:
        file = File(*asked.file)  # type: ignore[arg-type]  # a kind that was a file's before
        found = _with_files(found, await albums.files_at(request, asked.album, file))
    # edited later, the answer alone would say neither the date nor the file
    request = replace(request, message=None, text=text)
    return await _add(request, found, album=asked.album, said_at=said_at)


def _with_marks(request: Request, asked: AskedWhat, text: str) -> tuple[str, datetime]:
    """The answer with the marks that were said before: in its first line, in a list in each."""
    lines = text.splitlines()
    count = len(lines) if is_list(lines) else 1
    said = Line(asked.said, asked.at)
    joined = [
        continue_line(said, line, now=request.now, place=request.place) for line in lines[:count]
    ]
    return "\n".join([*(line.text for line in joined), *lines[count:]]), joined[0].at
