"""What a task says besides its title, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.language import render_repeat
from bot.texts import clip
from bot.texts.dates import reminder_facts
from storage.models import Priority, Task
from storage.rules.recurrence import repeat_from_json

if TYPE_CHECKING:
    from datetime import datetime

    from bot.reader import Reader

SHOWN_PERSON = 64  # characters of a name, as long as one of Telegram's two


def title_line(task: Task) -> Markup:
    """`#12 Buy milk` in bold, struck through once it is done."""
    title = Markup("<s>{}</s>").format(task.title) if task.is_done else task.title
    return Markup("<b>#{} {}</b>").format(task.number, title)


def fact_lines(task: Task, reader: Reader, *, is_album: bool = False) -> list[Markup]:
    """When, how often, its reminders, priority, tags, people, checklist and files; of an album
    some may still come."""
    words = reader.words
    facts: list[Markup] = []
    if task.due_at is not None and task.due is not None:
        late = not task.is_done and reader.is_late(task)
        facts.append(words("fact-overdue" if late else "fact-due", due=reader.due(task)))
    facts += [*repeat_lines(task, reader), *reminder_facts(task, words)]
    if task.priority != Priority.MEDIUM:
        facts.append(words(f"fact-priority-{task.priority}"))
    if task.tags:
        tags = Markup(" ").join(f"#{tag.name}" for tag in task.tags)
        facts.append(words("fact-tags", tags=tags))
    if task.assignees:
        names = Markup(", ").join(clip(user.name, SHOWN_PERSON) for user in task.assignees)
        facts.append(words("fact-assignees", names=names))
    if task.checklist:
        done = sum(item.is_done for item in task.checklist)
        facts.append(words("fact-checklist", done=done, count=len(task.checklist)))
    if task.attachments:
        count = len(task.attachments)
        facts.append(words("fact-album") if is_album else words("fact-files", count=count))
    return facts


def snoozed_until(task: Task, reader: Reader) -> datetime | None:
    """The end of the task's snooze in this chat, while that is to come."""
    until = task.snoozed_until(reader.in_chat)
    is_live = not task.is_done and not task.is_deleted
    return until if until is not None and until > reader.now and is_live else None


def repeat_lines(task: Task, reader: Reader) -> list[Markup]:
    """How the task repeats, if it does."""
    if task.repeat is None:
        return []
    repeat = render_repeat(repeat_from_json(task.repeat), language=reader.words.language)
    return [reader.words("fact-repeat", repeat=repeat)]
