"""What people are told of whose a task is: it was assigned to them; somebody cannot do it, and who
can? One message may be about several tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.reminders import CannotDo, FinishAssigned, TakeOn
from bot.presses.tasks import CompleteTask
from bot.replies import Button, Edit, Keyboard, Say
from bot.views.parts import (
    BREAK,
    MOST_ROWS,
    clip,
    fitted,
    in_rows,
    named,
    occurrence,
    task_line,
    with_undo,
)
from bot.views.reminders.tasks import closed
from storage.models import PushKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from bot.reader import Reader
    from storage.models import Task
    from storage.pushes.people import ToldTask

SHOWN = 60  # characters of a title
SHOWN_NAME = 40


def told(parts: Sequence[ToldTask], name: str, reader: Reader) -> Say:
    """The message, as long as anything of it holds. `name`: who has assigned the tasks (empty:
    nobody knows), or who cannot do them."""
    is_question = parts[0].row.kind == PushKind.CANNOT
    one = parts[0] if len(parts) == 1 else None
    if one is not None and one.task is not None and is_question:
        facts = {"name": name, "number": str(one.task.number), "title": one.task.title}
        return Say(reader.words("cannot-one", **facts), _keyboard(parts, reader), about=one.task.id)
    group = next((part.task.chat for part in parts if part.task is not None), None)
    by = name or (group.title if group is not None else "")
    key = "cannot-many" if is_question else "assigned-you"
    lines = [reader.words(key, name=by, count=len(parts)), *(_line(p, reader) for p in parts)]
    if group is not None and group.id != reader.in_chat:
        lines.append(reader.words("fact-chat", title=group.title))
    about = one.task.id if one is not None and one.task is not None else None
    return Say(BREAK.join(lines), _keyboard(parts, reader), about=about)


def again(parts: Sequence[ToldTask], name: str, reader: Reader) -> Edit:
    """The message after something was done about its tasks, there or elsewhere."""
    if any(part.holds for part in parts):
        shown = told(parts, name, reader)
        keyboard = _keyboard(parts, reader)
        return Edit(shown.text, keyboard, shown.about, says_again=False, still_asks=True)
    lines = [_line(part, reader) for part in parts]
    about = parts[0].task.id if len(parts) == 1 and parts[0].task is not None else None
    return Edit(BREAK.join(lines), about=about, says_again=False)


def _line(part: ToldTask, reader: Reader) -> Markup:
    """A task that is as the message says, or what became of it."""
    task, row = part.task, part.row
    if task is not None and part.holds:
        return task_line(task, reader, SHOWN)
    is_over = task is None or task.is_done or task.is_deleted or part.answer is not None
    if is_over or task is None:
        return closed(row, task, part.answer, reader).text
    if row.kind == PushKind.ASSIGNED:
        return named("assigned-no-more", task, reader)
    return _whose(task, reader)


def _whose(task: Task, reader: Reader) -> Markup:
    names = Markup(", ").join(reader.people(task, SHOWN_NAME))
    return reader.words("task-of", number=str(task.number), title=task.title, names=names)


def _keyboard(parts: Sequence[ToldTask], reader: Reader) -> Keyboard:
    """Done and Can't for each task, or that somebody takes it on; of several with its number."""
    tasks = [part.task for part in parts if part.task is not None and part.holds]
    if parts[0].row.kind == PushKind.CANNOT:
        if len(parts) == 1:
            return tuple((reader.button("take-on", TakeOn(task.id)),) for task in tasks)
        takes = [Button(f"🙋 {task.number}", press=TakeOn(task.id)) for task in tasks]
        return tuple(fitted(takes, 4, MOST_ROWS))
    if len(parts) == 1:
        return tuple(_assigned_one(task, reader) for task in tasks)
    pairs = [button for task in tasks for button in _pair(task)]
    return tuple(in_rows(pairs, 2 * max(1, -(-len(tasks) // MOST_ROWS))))


def _assigned_one(task: Task, reader: Reader) -> tuple[Button, ...]:
    done = reader.button("done", CompleteTask(task.id, occurrence(task)))
    return done, reader.button("cannot", CannotDo(task.id))


def _pair(task: Task) -> tuple[Button, Button]:
    done = Button(f"✅ {task.number}", press=FinishAssigned(task.id, occurrence(task)))
    return done, Button(f"🙋 {task.number}", press=CannotDo(task.id))


def left(task: Task, batch: UUID, reader: Reader) -> Say:
    """The answer to whoever cannot do a task: it is not theirs, and its group is asked."""
    group = clip(task.chat.title, SHOWN_NAME)
    facts = {"number": str(task.number), "title": task.title, "group": group}
    return with_undo([reader.words("cannot-told", **facts)], batch, reader, about=task.id)


def taken(task: Task, batch: UUID | None, reader: Reader) -> Say:
    """The answer to whoever takes a task on."""
    return with_undo([_whose(task, reader)], batch, reader, about=task.id)
