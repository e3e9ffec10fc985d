"""A task on a card with every action as a button, its history, and the choice of a priority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.lists import OPEN_TASKS, ListPlace, TurnList
from bot.presses.reminders import EndSnooze, OfferReminders, SkipMissed
from bot.presses.tasks import (
    AskAbout,
    BeginTask,
    CompleteForAll,
    CompleteOnCard,
    DeleteTask,
    OfferAssignees,
    OfferPriorities,
    OfferRepeats,
    OfferTags,
    OpenCalendar,
    OpenCard,
    ReopenPart,
    ReopenTask,
    RestoreTask,
    SetPriority,
    ShowChecklist,
    ShowFiles,
    ShowHistory,
    SwitchEach,
    SwitchTurns,
)
from bot.replies import Button, Keyboard, Reply, Say
from bot.views.parts import BREAK, SHOWN_TITLE, clip, occurrence, switch
from bot.views.tasks.facts import fact_lines, snoozed_until, title_line
from storage.models import Priority, Status, Task

if TYPE_CHECKING:
    from datetime import datetime

    from bot.reader import Reader

SHOWN_NOTES = 1_000  # characters of the notes
SHOWN_ITEMS = 20


def card(
    task: Task,
    reader: Reader,
    *,
    back: ListPlace = OPEN_TASKS,
    names: tuple[str, str] = ("", ""),
    beside: tuple[Button, ...] = (),
) -> Say:
    """A task with every action. `back` is the list to go back to, `names` who added and did it,
    `beside` are further buttons beside that back."""
    lines = [title_line(task), *fact_lines(task, reader)]
    if (until := snoozed_until(task, reader)) is not None:
        lines.append(Markup("💤 {}").format(reader.until(until)))
    lines += _items(task)
    if task.notes:
        quote = Markup("<blockquote expandable>{}</blockquote>")
        lines.append(quote.format(clip(task.notes, SHOWN_NOTES)))
    lines += _story(task, reader, *names)
    return Say(BREAK.join(lines), _keyboard(task, reader, back, beside), about=task.id)


def _items(task: Task) -> list[Markup]:
    return [
        Markup("{} {}").format("☑" if item.is_done else "☐", clip(item.text, SHOWN_TITLE))
        for item in task.checklist[:SHOWN_ITEMS]
    ]


def _story(task: Task, reader: Reader, author: str, doer: str) -> list[Markup]:
    """Where the task is, who made it, and what became of it."""
    words = reader.words
    lines = []
    if task.chat_id != reader.in_chat:
        lines.append(words("fact-chat", title=task.chat.title))
    if task.is_deleted:
        lines.append(words("fact-trash"))
    if task.completed_at is not None:
        lines.append(_by("fact-done", doer, task.completed_at, reader))
    if task.status == Status.IN_PROGRESS:
        lines.append(words("fact-in-progress"))
    added = _by("fact-added", author, task.created_at, reader)
    return [*lines, Markup("<i>{}</i>").format(added)]


def _by(key: str, name: str, at: datetime, reader: Reader) -> Markup:
    if not name:
        return reader.words(key, at=reader.moment(at))
    return reader.words(f"{key}-by", at=reader.moment(at), name=name)


def _keyboard(task: Task, reader: Reader, back: ListPlace, beside: tuple[Button, ...]) -> Keyboard:
    key, button = task.id, reader.button
    to_list = (button("list", TurnList(back)), *beside)
    if task.is_deleted:
        return ((button("restore", RestoreTask(key, back)),), to_list[:1])
    return (
        _progress(task, reader, back),
        *_off_the_usual(task, reader, back),
        *_together(task, reader, back),
        (
            button("date", OpenCalendar(key, back)),
            button("repeat", OfferRepeats(key, back)),
            button("reminders", OfferReminders(key, back)),
        ),
        (
            button("title", AskAbout(key, "title", back)),
            button("notes", AskAbout(key, "notes", back)),
            button("checklist", ShowChecklist(key, back)),
        ),
        (
            button("priority", OfferPriorities(key, back)),
            button("tags", OfferTags(key, back)),
            button("files", ShowFiles(key, back)),
        ),
        (
            *_people(task, reader, back),
            button("history", ShowHistory(key, back)),
            button("delete", DeleteTask(key, back)),
        ),
        to_list,
    )


def _people(task: Task, reader: Reader, back: ListPlace) -> tuple[Button, ...]:
    """Whose it is, of a group's task."""
    is_shared = reader.preferences.is_shared or task.chat_id != reader.in_chat
    return (reader.button("assign", OfferAssignees(task.id, back)),) if is_shared else ()


def _progress(task: Task, reader: Reader, back: ListPlace) -> tuple[Button, ...]:
    """Done and start, or reopen."""
    if task.is_done:
        return (reader.button("reopen", ReopenTask(task.id, back)),)
    begun = task.status == Status.IN_PROGRESS
    begin = BeginTask(task.id, back, begins=not begun)
    row = (
        reader.button("done", CompleteOnCard(task.id, back, occurrence(task))),
        reader.button("pause" if begun else "start", begin),
    )
    if not task.is_for_each:
        return row
    return (*row, reader.button("for-all", CompleteForAll(task.id, back, occurrence(task))))


def _together(task: Task, reader: Reader, back: ListPlace) -> Keyboard:
    """A row about how several share the task: each for themselves, or in turns."""
    if task.is_done or (task.rotation is None and len(task.assignees) <= 1):
        return ()
    words, row = reader.words, []
    if task.rotation is None:
        each = SwitchEach(task.id, back, not task.is_for_each)
        row.append(switch(words.plain("button-each"), each, is_on=task.is_for_each))
    if task.rotation is not None or task.repeat is not None:
        turns = SwitchTurns(task.id, back, task.rotation is None)
        row.append(switch(words.plain("button-turns"), turns, is_on=task.rotation is not None))
    if task.is_for_each and task.ticked:
        row.append(reader.button("part", ReopenPart(task.id, back)))
    return (tuple(row),)


def _off_the_usual(task: Task, reader: Reader, back: ListPlace) -> Keyboard:
    """A row for a task that is snoozed, or late and repeats."""
    row = []
    if snoozed_until(task, reader) is not None:
        row.append(reader.button("wake", EndSnooze(task.id, back)))
    if task.repeat is not None and not task.is_done and reader.is_late(task):
        row.append(reader.button("skip-missed", SkipMissed(task.id, back)))
    return (tuple(row),) if row else ()


def priorities(task: Task, reader: Reader, *, back: ListPlace) -> Reply:
    """The card's choice of a priority."""
    choices = tuple(
        reader.button(choice, SetPriority(task.id, choice, back))
        for choice in (Priority.HIGH, Priority.MEDIUM, Priority.LOW)
    )
    return below_card(task, reader, "card-priority", (choices,), back)


def below_card(task: Task, reader: Reader, asked: str, rows: Keyboard, back: ListPlace) -> Say:
    """A part of a card: the task's title, what is asked, the choices, and the way back."""
    text = BREAK.join([title_line(task), *fact_lines(task, reader), reader.words(asked)])
    return Say(text, (*rows, (to_card(task, reader, back),)), about=task.id)


def to_card(task: Task, reader: Reader, back: ListPlace) -> Button:
    """‹ Back: to the task's card."""
    return reader.button("back", OpenCard(task.id, back))
