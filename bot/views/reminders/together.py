"""One message that reminds of several tasks: a line and buttons for each, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.reminders import OpenBeside, SnoozeBeside, SnoozeRest, TickBeside
from bot.replies import Button, Edit, Keyboard, Say
from bot.texts.dates import length_words
from bot.views.parts import BREAK, MOST_ROWS, clip, fitted, occurrence, task_line
from bot.views.reminders.tasks import NOW, closed, mentions
from storage.models import PushState, Reminder, Task

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from bot.reader import Reader

SHOWN = 60  # characters of a title
SHOWN_PEOPLE = 3
WITH_ROWS = 6  # tasks that have a row of buttons each; of more, each has one button


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task of the message; it is open until somebody acts on it. None: it is gone."""

    task: Task | None
    is_open: bool
    row: Reminder | None = None


def lines_of(
    rows: Iterable[Reminder], tasks: Mapping[UUID, Task], person: UUID | None
) -> list[TaskLine]:
    """The tasks of a message that was sent, as they are by now; some may be gone. `person`: the
    key of whose private chat it is in."""
    parts = []
    for row in rows:
        task = tasks.get(row.task_id) if row.task_id else None
        is_own = task is not None and task.is_done_by(person)
        parts.append(TaskLine(task, _asks(row, task) and not is_own, row))
    return parts


def _asks(row: Reminder, task: Task | None) -> bool:
    """Whether a task is still to be done as its push says, and was not put off since."""
    if task is None or task.is_done or task.is_deleted:
        return False
    until = task.snoozed_until(row.chat_id)
    is_put_off = until is not None and row.sent_at is not None and until > row.sent_at
    is_now = task.due_at is None or task.due_at == row.occurrence_at
    return is_now and not is_put_off and row.state in {PushState.SENT, PushState.CLOSING}


def reminder(
    parts: Sequence[TaskLine], reader: Reader, *, mention: bool, late: timedelta = timedelta()
) -> Say:
    """Several tasks of a whole day, of one chat and one moment."""
    lines = [reader.words("reminders-together", count=len(parts))]
    lines += [_line(part, reader, mention=mention) for part in parts]
    if late > NOW:
        lines.append(reader.words("reminder-late", late=length_words(late, reader.words)))
    return Say(BREAK.join(lines), _keyboard(parts, reader))


def again(parts: Sequence[TaskLine], reader: Reader, *, mention: bool) -> Edit:
    """The message after something was done about its tasks, there or elsewhere."""
    shown = reminder(parts, reader, mention=mention)
    return Edit(shown.text, _keyboard(parts, reader), says_again=False, still_asks=True)


def _line(part: TaskLine, reader: Reader, *, mention: bool) -> Markup:
    """`☐ #12 Buy milk · today`, short enough for twenty of them in one message."""
    task = part.task
    if task is not None and task.is_done:
        return Markup("☑ <s>{}</s>").format(task_line(task, reader, SHOWN))
    if task is None or not part.is_open:
        return closed(part.row, task, None, reader).text
    line = Markup("☐ {}").format(task_line(task, reader, SHOWN))
    if task.chat_id != reader.in_chat:
        line += Markup(" · 👥 {}").format(clip(task.chat.title, 30))
    if mention and (task.missing or task.awaited):
        line += Markup(" · {}").format(mentions(task, reader, 20, SHOWN_PEOPLE))
    return line


def _keyboard(parts: Sequence[TaskLine], reader: Reader) -> Keyboard:
    tasks = [part.task for part in parts if part.task and (part.is_open or part.task.is_done)]
    opens = [part for part in parts if part.is_open]
    if not opens:
        return tuple(fitted([_tick(task) for task in tasks], 4, MOST_ROWS))
    rest = (reader.button("snooze-all", SnoozeRest("1h")),)
    if len(parts) > WITH_ROWS:
        return (*fitted([_tick(task) for task in tasks], 4, MOST_ROWS - 1), rest)
    return (*(_row(task, reader) for task in tasks), rest)


def _row(task: Task, reader: Reader) -> tuple[Button, ...]:
    if task.is_done:
        return (_tick(task),)
    return (
        _tick(task),
        reader.button("snooze-1h", SnoozeBeside(task.id, "1h")),
        reader.button("snooze-tomorrow", SnoozeBeside(task.id, "tomorrow")),
        Button("…", press=OpenBeside(task.id)),
    )


def _tick(task: Task) -> Button:
    mark = "☑" if task.is_done else "☐"
    press = TickBeside(task.id, not task.is_done, occurrence(task))
    return Button(f"{mark} {task.number}", press=press)
