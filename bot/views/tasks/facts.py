"""What a task says besides its title, a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.language import render_repeat
from bot.language.turns import FEWEST
from bot.texts.dates import reminder_facts
from bot.views.people import name_of, named, parts_of
from storage.models import Priority, Task
from storage.rules.recurrence import repeat_from_json
from storage.tasks.takers import taker_after

if TYPE_CHECKING:
    from datetime import datetime

    from bot.reader import Reader


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
    facts += people_lines(task, reader)
    if task.checklist:
        done = sum(item.is_done for item in task.checklist)
        facts.append(words("fact-checklist", done=done, count=len(task.checklist)))
    if task.attachments:
        count = len(task.attachments)
        facts.append(words("fact-album") if is_album else words("fact-files", count=count))
    return facts


def people_lines(task: Task, reader: Reader) -> list[Markup]:
    """Whose the task is, who of them has done their part, and whose turn comes next."""
    words, rotates = reader.words, task.knows_takers
    takers = {taker.key for taker in task.takers} if rotates else set()
    own = [user for user in task.assignees if user.id not in takers]
    lines = [_turn_line(task, reader)] if rotates else []
    if task.is_for_each:
        marked = [
            Markup("{} {}").format("☑" if task.is_done_by(user.id) else "☐", name_of(user))
            for user in task.assignees
        ] + [Markup("☐ @{}").format(name) for name in task.awaited or ()]
        lines.append(words("fact-each", names=Markup(" · ").join(marked), **parts_of(task)))
    elif own or task.awaited:
        names = [
            *(named(user, reader) for user in own),
            *(f"@{name}" for name in task.awaited or ()),
        ]
        lines.append(words("fact-assignees", names=Markup(", ").join(names)))
    if rotates and (doubt := _doubt_of_turns(task)):
        lines.append(words(doubt, number=str(task.number)))
    return lines


def _turn_line(task: Task, reader: Reader) -> Markup:
    """`🔄 Ann → Bob → Chen · then Chen`: the order, whose turn it is in bold, and who is next."""
    own = {user.id for user in task.assignees}
    bold, plain = Markup("<b>{}</b>"), Markup("{}")
    names = Markup(" → ").join(
        (bold if taker.key in own else plain).format(name_of(taker.user))
        for taker in task.takers
        if taker.user is not None
    )
    following = taker_after(task, now=reader.now)
    if task.repeat is None or task.is_done or following is None:
        return reader.words("fact-turns", names=names)
    return reader.words("fact-turns-next", names=names, following=name_of(following))


def _doubt_of_turns(task: Task) -> str:
    """What keeps people from taking turns."""
    if sum(taker.user is not None for taker in task.takers) < FEWEST:
        return "turns-need-two"
    if task.repeat is None:
        return "turns-need-repeat"
    return "" if task.assignees or task.is_done else "turns-nobody"


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
