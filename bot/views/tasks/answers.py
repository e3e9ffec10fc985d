"""What was done to a task, and the task itself on a card with every action as a button."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from markupsafe import Markup

from bot.language import render_repeat
from bot.language.values import Reading
from bot.presses import pack, pack_key
from bot.reader import Reader
from bot.replies import Ask, Button, Keyboard, Reply, Say
from bot.texts.dates import due_words, reminder_facts
from bot.views.legacy import legacy_button
from storage.models import Action, Change, Priority, Status, Task, User
from storage.rules.due import Due
from storage.rules.recurrence import Repeat, repeat_from_json

SHOWN_NOTES = 1_000  # characters of the notes on a card; all of them are on /edit
SHOWN_TITLE = 100
SHOWN_ITEMS = 20
CHIPS = frozenset({"due", "repeat", "reminder", "nag", "priority", "tag", "assignee"})
BREAK = Markup("\n")


def clip(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Echo:
    """The line that a task was written as and how it was read."""

    text: str
    reading: Reading
    can_split: bool = False


def task_added(task: Task, batch: UUID | None, reader: Reader, echo: Echo | None = None) -> Say:
    """The answer to a new task repeats what was understood; each part can be given back."""
    key = pack_key(task.id)
    lines = [_named("task-added", task, reader), *_facts(task, reader)]
    last = [legacy_button(reader, "edit", "card", key)]
    if batch is not None:
        last.append(legacy_button(reader, "undo", "undo", pack_key(batch)))
    keyboard: Keyboard = (
        (
            legacy_button(reader, "done", "done", key, occurrence(task)),
            legacy_button(reader, "date", "date", key),
        ),
        tuple(last),
    )
    if echo is not None:
        lines += _doubts(echo, reader)
        keyboard += _repairs(key, echo, reader)
    return Say(BREAK.join(lines), keyboard, about=task.id)


def occurrence(task: Task) -> str:
    """Which occurrence of a repeating task a button is about: a second press is not the next's.

    The due minute, short enough for a button; it comes again after 45 days.
    """
    if task.repeat is None or task.due_at is None:
        return ""
    return f"{int(task.due_at.timestamp()) // 60 % 0x10000:x}"


def _doubts(echo: Echo, reader: Reader) -> list[Markup]:
    """What could be read in two ways, or cannot be."""
    return [
        reader.words(
            f"doubt-{doubt.kind}", said=clip(echo.text[doubt.span.start : doubt.span.end], 60)
        )
        for doubt in echo.reading.doubts
    ]


def _repairs(key: str, echo: Echo, reader: Reader) -> Keyboard:
    """The other readings, a split, and a chip with ✕ for each recognised part."""
    rows: list[tuple[Button, ...]] = []
    for place, doubt in enumerate(echo.reading.doubts):
        rows.append(
            tuple(
                Button(clip(_alternative(found, reader), 40), pack("alt", key, place, choice))
                for choice, found in enumerate(doubt.alternatives[:2])
            )
        )
    if echo.can_split:
        rows.append((legacy_button(reader, "split", "split", key),))
    chips = [
        Button(
            f"{clip(echo.text[span.start : span.end], 24)} ✕",
            pack("chip", key, f"{span.start}-{span.end}"),
        )
        for span in echo.reading.spans
        if span.kind in CHIPS
    ]
    rows += [tuple(chips[i : i + 3]) for i in range(0, min(len(chips), 30), 3)]
    return tuple(row for row in rows if row)


def _alternative(found: Due | Repeat, reader: Reader) -> str:
    if isinstance(found, Repeat):
        return render_repeat(found, language=reader.words.language)
    return due_words(
        found, now=reader.now, words=reader.words, reader=reader.preferences
    ).striptags()


def tasks_added(tasks: Sequence[Task], batch: UUID, reader: Reader) -> Say:
    """The answer to several new tasks at once."""
    lines = [reader.words("tasks-added", count=len(tasks))]
    lines += [task_line(task, reader) for task in tasks[:SHOWN_ITEMS]]
    if len(tasks) > SHOWN_ITEMS:
        lines.append(reader.words("tasks-more", count=len(tasks) - SHOWN_ITEMS))
    undo = legacy_button(reader, "undo", "undo", pack_key(batch))
    return Say(BREAK.join(lines), ((undo,),))


def task_line(task: Task, reader: Reader) -> Markup:
    """`#12 Buy milk · tomorrow, 09:00`"""
    title = clip(task.title, SHOWN_TITLE)
    line = reader.words("task-line", number=str(task.number), title=title)
    return line + " · " + reader.due(task) if task.due_at else line


def _named(key: str, task: Task, reader: Reader) -> Markup:
    return reader.words(key, number=str(task.number), title=task.title)


def done_lines(tasks: Iterable[tuple[Task, bool]], reader: Reader) -> list[Markup]:
    """What completing did to each task; False: it was done before."""
    return [_done_line(task, reader) if did else _was_done(task, reader) for task, did in tasks]


def _done_line(task: Task, reader: Reader) -> Markup:
    if task.is_done:
        return _named("task-done", task, reader)
    return reader.words(
        "task-repeats", number=str(task.number), title=task.title, due=reader.due(task)
    )


def _was_done(task: Task, reader: Reader) -> Markup:
    return _named("already-deleted" if task.is_deleted else "already-done", task, reader)


def deleted_lines(tasks: Iterable[tuple[Task, bool]], reader: Reader) -> list[Markup]:
    """What deleting did to each task; False: it was in the trash before."""
    return [
        _named("task-deleted" if did else "already-deleted", task, reader) for task, did in tasks
    ]


def with_undo(
    lines: Sequence[Markup], batch: UUID | None, reader: Reader, *, about: UUID | None = None
) -> Say:
    """An answer with a button that takes the deed back, if anything was done."""
    keyboard: Keyboard = ()
    if batch is not None:
        keyboard = ((legacy_button(reader, "undo", "undo", pack_key(batch)),),)
    return Say(BREAK.join(lines), keyboard, about=about)


def task_moved(task: Task, batch: UUID, reader: Reader) -> Reply:
    """The answer to a new date."""
    line = reader.words(
        "task-moved", number=str(task.number), title=task.title, due=reader.due(task)
    )
    lines = [line, *_repeat_fact(task, reader)]
    return with_undo(lines, batch, reader, about=task.id)


def task_edited(task: Task, batch: UUID, reader: Reader) -> Reply:
    """The answer to a changed task: how it is now."""
    lines = [_named("task-edited", task, reader), *_facts(task, reader)]
    return with_undo(lines, batch, reader, about=task.id)


def _facts(task: Task, reader: Reader) -> list[Markup]:
    """What a task says besides its title, a line each."""
    words = reader.words
    facts: list[Markup] = []
    if task.due_at is not None and task.due is not None:
        late = not task.is_done and reader.is_late(task)
        facts.append(words("fact-overdue" if late else "fact-due", due=reader.due(task)))
    facts += [*_repeat_fact(task, reader), *reminder_facts(task, words)]
    if task.priority != Priority.MEDIUM:
        facts.append(words(f"fact-priority-{task.priority}"))
    if task.tags:
        facts.append(words("fact-tags", tags=" ".join(f"#{tag.name}" for tag in task.tags)))
    if task.assignees:
        facts.append(words("fact-assignees", names=", ".join(u.name for u in task.assignees)))
    if task.checklist:
        done = sum(item.is_done for item in task.checklist)
        facts.append(words("fact-checklist", done=done, count=len(task.checklist)))
    if task.attachments:
        facts.append(words("fact-files", count=len(task.attachments)))
    return facts


def _repeat_fact(task: Task, reader: Reader) -> list[Markup]:
    if task.repeat is None:
        return []
    repeat = render_repeat(repeat_from_json(task.repeat), language=reader.words.language)
    return [reader.words("fact-repeat", repeat=repeat)]


def card(task: Task, reader: Reader, *, back: str = "0.", names: tuple[str, str] = ("", "")) -> Say:
    """A task with every action. `back` is the list to go back to, `names` who added and did it."""
    lines = [_title(task, reader), *_facts(task, reader), *_items(task)]
    if task.notes:
        quote = Markup("<blockquote expandable>{}</blockquote>")
        lines.append(quote.format(clip(task.notes, SHOWN_NOTES)))
    lines += _story(task, reader, *names)
    return Say(BREAK.join(lines), _card_keyboard(task, reader, back), about=task.id)


def _title(task: Task, reader: Reader) -> Markup:
    title = Markup("<s>{}</s>").format(task.title) if task.is_done else task.title
    return Markup("<b>#{} {}</b>").format(task.number, title)


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


def _card_keyboard(task: Task, reader: Reader, back: str) -> Keyboard:
    key = pack_key(task.id)
    to_list = legacy_button(reader, "list", "list", back)
    if task.is_deleted:
        return ((legacy_button(reader, "restore", "restore", key, back),), (to_list,))

    def button(name: str, verb: str) -> Button:
        return legacy_button(reader, name, verb, key, back)

    begun = task.status == Status.IN_PROGRESS
    first = (
        (button("reopen", "reopen"),)
        if task.is_done
        else (
            legacy_button(reader, "done", "tick", key, back, occurrence(task)),
            legacy_button(
                reader, "pause" if begun else "start", "begin", key, back, int(not begun)
            ),
        )
    )
    return (
        first,
        (
            button("date", "date"),
            legacy_button(reader, "repeat", "rep", key, "", back),
            legacy_button(reader, "reminders", "rem", key, "", back),
        ),
        (button("title", "title"), button("notes", "notes"), button("checklist", "items")),
        (button("priority", "pri"), button("tags", "tags"), button("files", "files")),
        (button("history", "past"), button("delete", "del")),
        (to_list,),
    )


def priorities(task: Task, reader: Reader, *, back: str) -> Reply:
    """The card's choice of a priority."""
    key = pack_key(task.id)
    choices = tuple(
        legacy_button(reader, choice, "pri", key, back, choice)
        for choice in (Priority.HIGH, Priority.MEDIUM, Priority.LOW)
    )
    return _below(task, reader, "card-priority", (choices,), back)


def tag_choices(
    task: Task, names: Sequence[tuple[str, UUID]], reader: Reader, *, back: str
) -> Reply:
    """The card's tags: those of the chat, with a tick on those of the task."""
    key = pack_key(task.id)
    own = {tag.id for tag in task.tags}
    buttons = [
        Button(
            ("✓ " if tag_id in own else "") + clip(f"#{name}", 30),
            pack("tag", key, tag_id.hex[-8:], back),
        )
        for name, tag_id in names
    ]
    rows = tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))
    new = (legacy_button(reader, "new-tag", "newtag", key, back),)
    return _below(task, reader, "card-tags", (*rows, new), back)


def checklist(task: Task, reader: Reader, *, back: str) -> Reply:
    """The card's checklist with a button for each line."""
    key = pack_key(task.id)
    rows = tuple(
        (
            Button(
                f"{'☑' if item.is_done else '☐'} {clip(item.text, 40)}",
                pack("item", key, item.position, back, int(not item.is_done)),
            ),
        )
        for item in task.checklist
    )
    actions = [legacy_button(reader, "add-items", "newitems", key, back)]
    if any(item.is_done for item in task.checklist):
        actions.append(legacy_button(reader, "clear-ticked", "clear", key, back))
    asked = "card-checklist" if task.checklist else "card-checklist-empty"
    return _below(task, reader, asked, (*rows, tuple(actions)), back)


def files(task: Task, reader: Reader, *, back: str) -> Reply:
    """The card's files, which can be shown again."""
    key = pack_key(task.id)
    actions = [legacy_button(reader, "add-file", "newfile", key, back)]
    if task.attachments:
        actions.insert(0, legacy_button(reader, "show-files", "sendfiles", key, back))
    lines = [Markup("• {}").format(file.name or file.kind) for file in task.attachments]
    reply = _below(task, reader, "card-files-empty", (tuple(actions),), back)
    if not lines:
        return reply
    text = BREAK.join([_title(task, reader), *lines[:SHOWN_ITEMS]])
    return Say(text, reply.keyboard, about=task.id)


def history(
    task: Task, changes: Sequence[tuple[Change, User | None]], reader: Reader, *, back: str
) -> Say:
    """The card's history, newest first."""
    lines = [_title(task, reader), reader.words("card-history")]
    lines += [_history_line(change, user, reader) for change, user in changes]
    return Say(BREAK.join(lines), ((_to_card(task, reader, back),),), about=task.id)


def _history_line(change: Change, user: User | None, reader: Reader) -> Markup:
    words = reader.words
    facts = {
        "at": reader.moment(change.created_at),
        "name": clip(user.name, 40) if user else words("history-somebody"),
        "what": words(f"history-{change.action}"),
    }
    if change.action not in {Action.EDIT, Action.UNDO}:
        return words("history-line", **facts)
    fields = ", ".join(words.plain(f"field-{key}") for key in change.after)
    return words("history-line-fields", **facts, fields=fields)


def _below(task: Task, reader: Reader, asked: str, rows: Keyboard, back: str) -> Say:
    """A part of a card: the task's title, what is asked, the choices, and the way back."""
    text = BREAK.join([_title(task, reader), *_facts(task, reader), reader.words(asked)])
    return Say(text, (*rows, (_to_card(task, reader, back),)), about=task.id)


def _to_card(task: Task, reader: Reader, back: str) -> Button:
    return legacy_button(reader, "back", "card", pack_key(task.id), back)


def asked(key: str, task: Task, reader: Reader, *, in_group: bool) -> Reply:
    """A question about a task. In a group it opens a reply, in private it can be cancelled."""
    text = reader.words(f"ask-{key}", number=str(task.number), title=task.title)
    return question(key, text, reader, in_group=in_group, about=task.id)


def question(
    key: str, text: Markup, reader: Reader, *, in_group: bool, about: UUID | None = None
) -> Reply:
    """A question: where the bot sees replies only, the person's next message is made one."""
    if in_group:
        return Ask(text, reader.words.plain(f"ask-{key}-short"), about=about)
    return Say(text, ((legacy_button(reader, "cancel", "cancel"),),), about=about)
