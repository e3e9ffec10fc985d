"""Tasks by command: done, delete, show, edit, move."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers.kept import offsets_of
from bot.handlers.questions import drop_question
from bot.handlers.reading import one_task, quoted_task, read_new_date, some_words
from bot.handlers.showing import ask_about, card_answered, show_card
from bot.handlers.tasks.assigned import assign, check_limits
from bot.handlers.tasks.capture import (
    PRIORITIES,
    fit_title,
    nag_minutes_of,
    read,
    whole_minutes,
)
from bot.language import keeping, keeping_time, read_move
from bot.language.numbers import MOST_NUMBERS, read_numbers
from bot.questions import AskedDate, AskedTitle, AskedWhen
from bot.views.parts import with_undo
from bot.views.refusals import Misunderstood
from bot.views.tasks import answers as views
from storage.errors import TooMany, UnknownTask
from storage.models import NOTES_LIMIT
from storage.people.access import removal_refused, without_right
from storage.rules.recurrence import first_occurrence
from storage.tasks.change import complete, delete_task, move, revise, set_notes
from storage.tasks.find import find_tasks, get_live_task, live

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from bot.language.values import Reading, When
    from bot.replies import Reply, Say
    from bot.requests import Request
    from storage.models import Task
    from storage.people.asking import Deed
    from storage.rules.due import Due
    from storage.rules.recurrence import Repeat


async def done(request: Request) -> Reply:
    """/done 3 5"""
    tasks, unknown = await _named_tasks(request, "done")
    return await done_these(request, tasks, unknown)


async def done_these(request: Request, tasks: Sequence[Task], unknown: Sequence[int] = ()) -> Reply:
    """Complete tasks that are found already, wherever they live"""
    deed = request.deed
    did = [(task, not task.is_deleted and complete(request.session, task, deed)) for task in tasks]
    said = _answer(request, views.done_lines(did, request.reader), did, unknown, deed)
    if any(task.rotation is not None or task.waits_for_others for task in tasks):
        said = replace(said, plain=False)  # it tells more than that it is done
    if len(did) != 1 or did[0][1]:
        return said
    return replace(said, keyboard=views.instead_of_part(tasks[0], request.reader))


async def delete(request: Request) -> Reply:
    """/delete 3 5"""
    tasks, unknown = await _named_tasks(request, "delete")
    return await delete_these(request, tasks, unknown)


async def delete_these(
    request: Request, tasks: Sequence[Task], unknown: Sequence[int] = ()
) -> Reply:
    """Put tasks that are found already into the trash, wherever they live; of several, those that
    the asker may delete"""
    deed = request.deed
    others = await without_right(request.session, tasks, deed)
    if others and len(tasks) == 1:
        raise await removal_refused(request.session, others)
    mine = [task for task in tasks if task not in others]
    did = [(task, await delete_task(request.session, task, deed)) for task in mine]
    lines = views.deleted_lines(did, request.reader)
    if others:
        refusal = await removal_refused(request.session, others)
        lines.append(views.not_deleted(others, refusal.who, request.reader))
    return _answer(request, lines, did, unknown, deed)


def _answer(
    request: Request,
    lines: list[Markup],
    did: Sequence[tuple[Task, bool]],
    unknown: Sequence[int],
    deed: Deed,
) -> Say:
    if unknown:
        numbers = ", ".join(f"#{number}" for number in unknown)
        lines.append(request.words("unknown-numbers", numbers=numbers))
    batch = deed.batch if any(was_done for _, was_done in did) else None
    about = did[0][0].id if len(did) == 1 else None
    is_plain = not unknown and all(was_done for _, was_done in did)
    return with_undo(lines, batch, request.reader, about=about, plain=is_plain)


async def _named_tasks(request: Request, command: str) -> tuple[list[Task], list[int]]:
    """The tasks that a command names, or the one whose message it replies to.

    Raises Misunderstood for a command without a number, TooMany, UnknownTask when none of them is
    here.
    """
    numbers = read_numbers(request.text, most=MOST_NUMBERS)
    if len(numbers) > MOST_NUMBERS:
        raise TooMany("numbers", MOST_NUMBERS)
    if not numbers:
        quoted = await quoted_task(request)
        if quoted is None or request.text.strip():
            raise Misunderstood("no-number", command=command)
        return [quoted], []
    found = await find_tasks(request.session, numbers, chat=request.chat, asker=request.asker)
    tasks = [found[number] for number in numbers if number in found]
    unknown = [number for number in numbers if number not in found]
    if not tasks and len(unknown) == 1:
        raise UnknownTask(unknown[0])
    return tasks, unknown


async def show(request: Request) -> Reply:
    """/show 3"""
    task, _ = await one_task(request, "show")
    return await show_card(request, task)


async def edit(request: Request) -> Reply:
    """/edit 3 Buy oat milk; without words it asks for the new title"""
    task, text = await one_task(request, "edit")
    live(task)
    if not text:
        return await ask_about(request, task, AskedTitle)
    await rewrite(request, task, read(text, now=request.now, place=request.place))
    return views.task_edited(task, request.batch, request.reader)


async def apply_words(request: Request, task: Task) -> Reply:
    """`tomorrow 9`, `no date`, `#home`, `!high` as a reply to a task; any other words become
    a note of it"""
    text = some_words(request)
    reading = read(text, now=request.now, place=request.place)
    if not reading.title:
        await rewrite(request, task, reading)
        return views.task_edited(task, request.batch, request.reader)
    when = read_move(text, due=task.due, now=request.now, place=request.place)
    if when is not None and not when.doubts:
        return await move_when(request, task, when)
    return await _note(request, task, text)


async def _note(request: Request, task: Task, text: str) -> Reply:
    """Raises TooMany for more than a task's notes can hold."""
    notes = "\n".join(filter(None, (task.notes, text)))
    if len(notes) > NOTES_LIMIT:
        raise TooMany("notes", NOTES_LIMIT)
    deed = request.deed
    set_notes(request.session, task, notes, deed)
    return views.task_noted(task, deed.batch, request.reader)


async def rewrite(request: Request, task: Task, reading: Reading) -> None:
    """Change what a new first line of the task says; the rest stays."""
    check_limits(reading)
    if not reading.title:
        reading = replace(reading, title=task.title)
    title, notes = fit_title(reading.title, task.notes)
    due, repeat = _date_of(reading, task, request)
    deed = request.deed
    await revise(
        request.session,
        task,
        deed,
        title=title,
        notes=notes,
        priority=PRIORITIES[reading.priority] if reading.priority else None,
        due=due,
        repeat=repeat,
        tags=[*(tag.name for tag in task.tags), *reading.tags],
        reminders=offsets_of(reading),
        nag_minutes=nag_minutes_of(reading),
        duration_minutes=whole_minutes(reading.duration),
    )
    await assign(request, task, reading, deed)


def _date_of(reading: Reading, task: Task, request: Request) -> tuple[Due | None, Repeat | None]:
    """A new date and repeat; of what is not said, the day or the time, the old one stays."""
    if reading.repeat is not None:
        repeat = keeping_time(reading.repeat, task.due)
        return first_occurrence(repeat, now=request.now) or reading.due, repeat
    if reading.due is None:
        return None, None
    return keeping(reading.due, reading.alone, task.due, now=request.now), None


async def move_to(request: Request) -> Reply:
    """/move 3 tomorrow 9am"""
    task, text = await one_task(request, "move")
    live(task)
    if not text:
        return await ask_about(request, task, AskedDate)
    return await move_when(request, task, read_new_date(request, task, text))


async def answer_date(request: Request, asked: AskedDate | AskedWhen) -> Reply:
    """When it is due, or is to be reminded of"""
    text = some_words(request)
    await drop_question(request)
    task = await get_live_task(request.session, asked.task, asker=request.asker)
    told = await move_when(request, task, read_new_date(request, task, text))
    return told if asked.card is None else await card_answered(request, asked, task)


async def move_when(request: Request, task: Task, when: When) -> Reply:
    """Move a task; without a date it has none any more."""
    deed = request.deed
    lasts = whole_minutes(when.duration)
    move(request.session, task, when.due, deed, repeat=when.repeat, duration_minutes=lasts)
    return views.task_moved(task, deed.batch, request.reader)
