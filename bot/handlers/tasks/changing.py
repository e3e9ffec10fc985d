"""Tasks by command: add, done, delete, edit, show, move, undo."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from markupsafe import Markup

from bot.handlers.questions import ask
from bot.handlers.tasks.capture import (
    PRIORITIES,
    Captured,
    Said,
    fit_title,
    nag_minutes_of,
    offsets_of,
    read,
    read_tasks,
    split,
)
from bot.language import read_when
from bot.language.values import Reading, When
from bot.replies import File, Reply, followed_by, in_place
from bot.requests import Incoming, Request
from bot.texts.dates import due_words
from bot.views.refusals import Misunderstood
from bot.views.tasks import answers as views
from bot.views.undo import undone
from storage.errors import TooMany, UnknownTask
from storage.history.recording import Deed
from storage.models import ASSIGNEES_LIMIT, TAGS_LIMIT, Task
from storage.people.members import members_named
from storage.people.users import name_of
from storage.tasks.add import NewFile, NewTask, add_tasks
from storage.tasks.assign import set_assignees
from storage.tasks.change import complete, delete_task, move, replace_task, revise
from storage.tasks.find import find_task, live, task_of_message, untouched_task_of, written_as
from storage.undo import undo_batch, undo_last

NUMBERS = re.compile(r"#?(\d{1,9})(?:\s*[-–]\s*#?(\d{1,9}))?")
MANY = 50  # tasks that one command may name
EDITS_LAST = timedelta(hours=1)


async def add(request: Request) -> Reply:
    """/add Buy milk tomorrow 9am; as a reply, the message replied to becomes the task"""
    message = request.message
    if message is not None and message.quoted is not None and not message.quoted.by_bot:
        return await _add_quoted(request, message)
    if not request.text.strip() and not (message and message.file):
        raise Misunderstood("no-words")
    return await add_text(request)


async def add_text(request: Request) -> Reply:
    """Buy milk tomorrow 9am"""
    message = request.message
    captured = read_tasks(request.text, now=request.now, place=request.place)
    if message is not None and message.is_forward:
        captured = _with_source(captured, message.forwarded_from)
    if message is not None and message.file is not None:
        captured = _with_file(captured, message)
    return await add_captured(request, captured)


async def _add_quoted(request: Request, message: Incoming) -> Reply:
    """What is said beside /add is when; the quoted message's first line is the title."""
    quoted = message.quoted
    if quoted is None or not (quoted.text.strip() or quoted.file):
        raise Misunderstood("no-words")
    title, _, notes = quoted.text.strip().partition("\n")
    said = read(request.text, now=request.now, place=request.place)
    source = quoted.link or (f"— {quoted.author}" if quoted.author else "")
    title = title or (quoted.file.name if quoted.file else "") or "📎"
    fitted, all_notes = fit_title(
        title, "\n".join(filter(None, (notes.strip(), said.title, source)))
    )
    new = NewTask(
        title=fitted,
        notes=all_notes,
        due=said.due,
        repeat=said.repeat,
        priority=PRIORITIES[said.priority],
        tags=said.tags,
        files=_files(quoted.file),
    )
    return await add_captured(request, Captured((new,), (said,)))


def _with_source(captured: Captured, source: str) -> Captured:
    """A forwarded message's task says where it came from."""
    first, *others = captured.tasks
    notes = "\n".join(filter(None, (first.notes, f"— {source}" if source else "")))
    return replace(captured, tasks=(replace(first, notes=notes), *others))


def _with_file(captured: Captured, message: Incoming) -> Captured:
    first, *others = captured.tasks
    return replace(captured, tasks=(replace(first, files=_files(message.file)), *others))


def _files(file: File | None) -> tuple[NewFile, ...]:
    return (NewFile(file.kind, file.file_id, file.unique_id, file.name),) if file else ()


async def add_captured(request: Request, captured: Captured) -> Reply:
    """Add what was read, or ask for the words when only a date or a file was given."""
    if not captured.tasks[0].title:
        return await _ask_what(request, captured.tasks[0])
    for reading in captured.readings:
        check_limits(reading)
    deed = request.deed
    tasks = await add_tasks(
        request.session, captured.tasks, chat=request.chat, topic=request.topic, deed=deed
    )
    for task, reading in zip(tasks, captured.readings, strict=True):
        await _assign(request, task, reading.assignees, deed)
    if request.message is not None and len(tasks) == 1:
        await written_as(
            request.session, tasks[0], request.message.message_id, chat=request.chat, deed=deed
        )
    if len(tasks) == 1:
        return await _with_when(request, tasks[0], captured.readings[0], deed)
    return views.tasks_added(tasks, deed.batch, request.reader)


async def _with_when(request: Request, task: Task, reading: Reading, deed: Deed) -> Reply:
    """The echo; who asked to be reminded and did not say when is asked."""
    reply = await echoed(request, task, deed.batch)
    wished = any(span.kind == "lead-in" for span in reading.spans)
    if not wished or task.due_at is not None:
        return reply
    return followed_by(reply, await ask_about(request, task, "when"))


async def echoed(request: Request, task: Task, batch: UUID | None) -> Reply:
    """What was understood of a new task, with ways to repair it."""
    if task.said is None:
        return views.task_added(task, batch, request.reader)
    said = Said.from_json(task.said)
    reading = said.read(request.place)
    splits = not said.settled and bool(split(said, request.place))
    echo = views.Echo(said.text, reading, can_split=splits)
    return views.task_added(task, batch, request.reader, echo)


def check_limits(reading: Reading) -> None:
    """Raise TooMany for more tags or assignees than a task can have."""
    if len(reading.tags) > TAGS_LIMIT:
        raise TooMany("tags", TAGS_LIMIT)
    if len(reading.assignees) > ASSIGNEES_LIMIT:
        raise TooMany("assignees", ASSIGNEES_LIMIT)


async def _assign(request: Request, task: Task, names: Sequence[str], deed: Deed) -> None:
    """Assign to members too, by @username; a name of nobody here goes back to the title."""
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
    """Only when was said, or only a file sent: what is to be done?"""
    file = new.files[0] if new.files else None
    facts = {
        "said": request.text,
        "at": request.now.isoformat(),
        "file": [file.kind, file.file_id, file.unique_id, file.name] if file else None,
    }
    await ask(request, "what", facts)
    reader = request.reader
    if new.due is None:
        text = request.words("ask-what-file")
    else:
        due = due_words(new.due, now=request.now, words=request.words, reader=request.preferences)
        text = request.words("ask-what", due=due)
    return views.question("what", text, reader, in_group=not request.chat.is_private)


async def done(request: Request) -> Reply:
    """/done 3 5"""
    tasks, unknown = await _named_tasks(request, "done")
    deed = request.deed
    did = [(task, not task.is_deleted and complete(request.session, task, deed)) for task in tasks]
    return _answer(request, views.done_lines(did, request.reader), did, unknown, deed)


async def delete(request: Request) -> Reply:
    """/delete 3 5"""
    tasks, unknown = await _named_tasks(request, "delete")
    deed = request.deed
    did = [(task, delete_task(request.session, task, deed)) for task in tasks]
    return _answer(request, views.deleted_lines(did, request.reader), did, unknown, deed)


def _answer(
    request: Request,
    lines: list[Markup],
    did: Sequence[tuple[Task, bool]],
    unknown: Sequence[int],
    deed: Deed,
) -> Reply:
    if unknown:
        numbers = ", ".join(f"#{number}" for number in unknown)
        lines.append(request.words("unknown-numbers", numbers=numbers))
    batch = deed.batch if any(was_done for _, was_done in did) else None
    about = did[0][0].id if len(did) == 1 else None
    return views.with_undo(lines, batch, request.reader, about=about)


async def _named_tasks(request: Request, command: str) -> tuple[list[Task], list[int]]:
    """The tasks that a command names, or the one whose message it replies to.

    Raises Misunderstood when no number is said, UnknownTask when none of them is here.
    """
    numbers = read_numbers(request.text)
    if not numbers:
        quoted = await quoted_task(request)
        if quoted is None or request.text.strip():
            raise Misunderstood("no-number", command=command)
        return [quoted], []
    tasks, unknown = [], []
    for number in numbers:
        try:
            tasks.append(
                await find_task(request.session, number, chat=request.chat, asker=request.asker)
            )
        except UnknownTask:
            unknown.append(number)
    if not tasks and len(unknown) == 1:
        raise UnknownTask(unknown[0])
    return tasks, unknown


def read_numbers(text: str) -> list[int]:
    """`3 5`, `#3, #5` and `3-5`; nothing when there are other words too."""
    if NUMBERS.sub("", text).strip(" ,;.\n\t"):
        return []
    numbers: dict[int, None] = {}
    for match in NUMBERS.finditer(text):
        first, last = int(match[1]), int(match[2] or match[1])
        numbers.update(dict.fromkeys(range(first, min(last, first + MANY) + 1)))
    return list(numbers)[:MANY]


async def quoted_task(request: Request) -> Task | None:
    """The task that the message replied to shows."""
    quoted = request.message.quoted if request.message else None
    if quoted is None:
        return None
    return await task_of_message(
        request.session, quoted.message_id, chat=request.chat, asker=request.asker
    )


async def one_task(request: Request, command: str) -> tuple[Task, str]:
    """The task that a command begins with, and the words behind its number."""
    match = re.match(r"\s*#?(\d{1,9})(?:\s+|$)", request.text)
    if match is None:
        task = await quoted_task(request)
        if task is None:
            raise Misunderstood("no-number", command=command)
        return task, request.text.strip()
    number = int(match[1])
    task = await find_task(request.session, number, chat=request.chat, asker=request.asker)
    return task, request.text[match.end() :].strip()


async def show(request: Request) -> Reply:
    """/show 3"""
    task, _ = await one_task(request, "show")
    return await show_card(request, task)


async def show_card(request: Request, task: Task, *, back: str = "0.") -> Reply:
    """A task's card."""
    names = (
        await name_of(request.session, task.created_by),
        await name_of(request.session, task.completed_by),
    )
    return views.card(task, request.reader, back=back, names=names)


async def edit(request: Request) -> Reply:
    """/edit 3 Buy oat milk; without words it asks for the new title"""
    task, text = await one_task(request, "edit")
    live(task)
    if not text:
        return await ask_about(request, task, "title")
    return await rewrite(request, task, text)


async def rewrite(request: Request, task: Task, text: str) -> Reply:
    """Give a task the words of a new first line: what it says is changed, the rest stays."""
    reading = read(text.strip(), now=request.now, place=request.place)
    check_limits(reading)
    if not reading.title:
        reading = replace(reading, title=task.title)
    title, notes = fit_title(reading.title, task.notes)
    deed = request.deed
    await revise(
        request.session,
        task,
        deed,
        title=title,
        notes=notes,
        priority=PRIORITIES[reading.priority] if reading.priority else None,
        due=reading.due,
        repeat=reading.repeat,
        tags=[*(tag.name for tag in task.tags), *reading.tags],
        reminders=offsets_of(reading),
        nag_minutes=nag_minutes_of(reading),
    )
    await _assign(request, task, reading.assignees, deed)
    return views.task_edited(task, deed.batch, request.reader)


async def ask_about(request: Request, task: Task, key: str) -> Reply:
    """Ask for something about a task and wait for the answer."""
    await ask(request, key, {"task": task.id.hex})
    return views.asked(key, task, request.reader, in_group=not request.chat.is_private)


async def move_to(request: Request) -> Reply:
    """/move 3 tomorrow 9am"""
    task, text = await one_task(request, "move")
    live(task)
    if not text:
        return await ask_about(request, task, "date")
    return await move_by_words(request, task, text)


async def move_by_words(request: Request, task: Task, text: str) -> Reply:
    """Move a task to when is said."""
    return await move_when(request, task, read_date(request, text), text)


async def move_when(request: Request, task: Task, when: When, text: str) -> Reply:
    """Move a task. Raises Misunderstood for a date that cannot be."""
    if when.due is None:
        raise Misunderstood("impossible-when", text=views.clip(text, 100))
    deed = request.deed
    move(request.session, task, when.due, deed, repeat=when.repeat)
    return views.task_moved(task, deed.batch, request.reader)


def read_date(request: Request, text: str) -> When:
    """When is said. Raises Misunderstood for what is no date, or no possible one."""
    when = read_when(text.strip(), now=request.now, place=request.place)
    if when is None:
        raise Misunderstood("unread-when", text=views.clip(text, 100))
    if when.due is None:
        raise Misunderstood("impossible-when", text=views.clip(text, 100))
    return when


async def undo(request: Request) -> Reply:
    """/undo"""
    changes = await undo_last(request.session, chat=request.chat, deed=request.deed)
    return undone(changes, request.reader)


async def press_undo(request: Request) -> Reply:
    """The Undo button below an answer"""
    batch = request.key()
    changes = await undo_batch(request.session, batch, deed=request.deed)
    reply = undone(changes, request.reader)
    return in_place(reply, request.words.plain("notice-undone"))


async def edited(request: Request) -> Reply | None:
    """A message edited within the hour: so is its task, if nobody has changed it since."""
    message = request.message
    if message is None or message.edited_at is None:
        return None
    if message.quoted is not None and not message.quoted.by_bot:
        return None  # its title is another message's
    if message.edited_at - request.now > EDITS_LAST:
        return None
    task = await untouched_task_of(
        request.session, message.message_id, chat=request.chat, asker=request.asker
    )
    captured = read_tasks(request.text, now=request.now, place=request.place)
    new = captured.tasks[0]
    if task is None or len(captured.tasks) != 1 or not new.title:
        return None
    for reading in captured.readings:
        check_limits(reading)
    deed = Deed(request.asker, request.now)
    await replace_task(request.session, task, new, deed)
    set_assignees(request.session, task, [], deed)  # the message says anew whose it is
    await _assign(request, task, captured.readings[0].assignees, deed)
    return views.task_edited(task, deed.batch, request.reader)


async def apply_words(request: Request, task: Task) -> Reply:
    """`tomorrow 9`, `every 2 days`, `#home`, `!high` as a reply to a task"""
    text = request.text.strip()
    reading = read(text, now=request.now, place=request.place)
    if reading.title or not text:
        raise Misunderstood("unread-reply", text=views.clip(text, 100))
    return await rewrite(request, task, text)
