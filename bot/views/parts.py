"""Parts that views of several kinds are made of: a task's line and its button in a list, an Undo
button, a question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.lists import ListPlace, MoveOverdue, TickOnList
from bot.presses.questions import CancelQuestion, TakeAsAnswer, TakeAsWords
from bot.presses.tasks import OpenCard
from bot.presses.undo import Undo
from bot.replies import Ask, Button, Keyboard, Reply, Say
from bot.texts import clip as clip  # noqa: PLC0414  the views take it from here
from bot.views.people import parts_of
from storage.models import ASSIGNEES_LIMIT, Priority

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

    from bot.presses.coding import Press
    from bot.reader import Reader
    from storage.models import Task

BREAK = Markup("\n")
SHOWN_TITLE = 100  # characters of a task's title in a list
TICKS_IN_ROW = 5
MOST_LINES = 2  # of what is confirmed in a group
MOST_ROWS = 8  # of buttons below a message: more of them are a wall
WIDEST = 8  # buttons in a row; Telegram takes no more
WINDOW_LIMIT = 200  # characters, Telegram's


def in_rows(buttons: Sequence[Button], width: int) -> list[tuple[Button, ...]]:
    """The buttons in rows of at most `width`."""
    return [tuple(buttons[i : i + width]) for i in range(0, len(buttons), width)]


def fitted(buttons: Sequence[Button], width: int, most: int) -> list[tuple[Button, ...]]:
    """The buttons in at most so many rows: wider ones than `width` where that is needed."""
    while len(buttons) > width * most and width < WIDEST:
        width += 1
    return in_rows(buttons, width)[:most]


def turns(number: int, count: int, turn: Callable[[int], Press]) -> tuple[Button, ...]:
    """`‹ 1/3 ›`: the pages beside a page, from 0; nothing where there is only one."""
    if count == 1:
        return ()
    return (
        Button("‹", press=turn((number - 1) % count)),
        Button(f"{number + 1}/{count}", press=turn(number)),
        Button("›", press=turn((number + 1) % count)),
    )


def switch(label: str, press: Press, *, is_on: bool) -> Button:
    """`✓ label` of what is on; `press` turns it off, or on where it is not. So an old button does
    what it shows, or nothing."""
    return Button(f"✓ {label}" if is_on else label, press=press)


def task_line(task: Task, reader: Reader, shown: int = SHOWN_TITLE) -> Markup:
    """`#12 Buy milk · tomorrow, 09:00`, with so many characters of the title"""
    title = clip(task.title, shown)
    line = reader.words("task-line", number=str(task.number), title=title)
    return line + " · " + reader.due(task) if task.due_at else line


def awaited_line(tasks: Iterable[Task], reader: Reader) -> list[Markup]:
    """`I'll know @sam once they write here.`, if anybody is waited for."""
    names = {name.lower(): f"@{name}" for task in tasks for name in task.awaited or ()}
    shown = [*names.values()][:ASSIGNEES_LIMIT]
    return [reader.words("awaits", names=", ".join(shown))] if shown else []


def list_line(task: Task, reader: Reader, shown: Shown) -> Markup:
    """`☐ 12 Buy milk · Fri 4 Dec, 18:00 💤 11:33 🔁 ❗ #home`, struck through when it is done."""
    is_done = shown.is_done or task.is_done_by(reader.person)
    mark = "🗑" if task.is_deleted else "☑" if is_done else "☐"
    title = Markup.escape(clip(task.title, SHOWN_TITLE))
    title = Markup("<s>{}</s>").format(title) if shown.is_done else title
    line = Markup("{} <b>{}</b> {}").format(mark, task.number, title)
    if task.is_for_each and not shown.is_done:
        line += Markup(" ({})").format(reader.words("list-parts", **parts_of(task)))
    if shown.due:
        line += Markup(" · {}").format(shown.due)
    return Markup(" ").join([line, *_marks(task, reader, shown)])


def _marks(task: Task, reader: Reader, shown: Shown) -> list[Markup]:
    marks = [Markup("💤 {}").format(reader.until(shown.snoozed))] if shown.snoozed else []
    marks += [Markup("🔁")] if task.repeat else []
    marks += [Markup("❗")] if task.priority == Priority.HIGH else []
    marks += [Markup.escape(f"#{clip(tag.name, 30)}") for tag in task.tags[:3]]
    marks += [Markup.escape(f"👤 {name}") for name in reader.people(task, 20)[:2]]
    place = _place(task, reader)
    return [*marks, Markup.escape(place)] if place else marks


def _place(task: Task, reader: Reader) -> str:
    """`👥 The flat`, `👥 The project › Design`, `🗂 Design`: where a task is, if that is not where
    it is shown, as far as the topic's name is known."""
    name = clip(task.chat.topic_names.get(str(task.topic), ""), 30)
    if task.chat_id != reader.in_chat:
        return f"👥 {clip(task.chat.title, 30)}{f' › {name}' if name else ''}"
    if task.topic == reader.topic:
        return ""
    name = name or ("" if task.topic else reader.words.plain("list-general"))
    return f"🗂 {name}" if name else ""


@dataclass(frozen=True, slots=True)
class Shown:
    """How a task stands in a list: whether it is ticked there, its due date in words, and until
    when its reminder is put off."""

    is_done: bool
    due: Markup = field(default_factory=Markup)
    snoozed: datetime | None = None


def tick_rows(
    tasks: Sequence[Task], done: Collection[UUID], place: ListPlace, reader: Reader
) -> list[tuple[Button, ...]]:
    """A button for each task of a list under its number: it ticks, or opens the card. `done` are
    the keys of those that are ticked."""
    elsewhere = any(task.chat_id != reader.in_chat for task in tasks)
    buttons = [
        _tick(task, task.id in done or task.is_done_by(reader.person), place, reader)
        for task in tasks
    ]
    return in_rows(buttons, 3 if elsewhere else TICKS_IN_ROW)


def _tick(task: Task, is_done: bool, place: ListPlace, reader: Reader) -> Button:
    number = str(task.number)
    if task.chat_id != reader.in_chat:  # another chat may have that number, too
        number = f"{number} {clip(task.chat.title, 10)}"
    if task.is_deleted or place.opens:
        return Button(f"{'🗑' if task.is_deleted else '✏️'} {number}", press=OpenCard(task.id, place))
    press = TickOnList(task.id, place, ticks=not is_done, occurrence=occurrence(task))
    return Button(f"{'☑' if is_done else '☐'} {number}", press=press)


def overdue_row(place: ListPlace, reader: Reader, *, spreads: bool = False) -> tuple[Button, ...]:
    """All that is overdue to today, or to tomorrow; `spreads`: or over the next days."""
    today = reader.button("overdue-today", MoveOverdue(place, "today"))
    if spreads:
        return today, reader.button("overdue-spread", MoveOverdue(place, "spread"))
    return today, reader.button("overdue-tomorrow", MoveOverdue(place, "tomorrow"))


def told(lines: Sequence[Markup], reader: Reader) -> list[Markup]:
    """What was done, and below it the facts: a line each, in a group all in one."""
    if not reader.preferences.is_shared or len(lines) <= MOST_LINES:
        return list(lines)
    return [lines[0], Markup(" · ").join(lines[1:])]


def named(key: str, task: Task, reader: Reader) -> Markup:
    """A sentence about a task that says its number and title."""
    return reader.words(key, number=str(task.number), title=task.title)


def named_due(key: str, task: Task, reader: Reader) -> Markup:
    """The same with its due date."""
    return reader.words(key, number=str(task.number), title=task.title, due=reader.due(task))


def occurrence(task: Task) -> str:
    """Which occurrence of a repeating task a button is about, so that a second press on it does
    not complete the next one.

    The due minute in hexadecimal digits, short enough for a button; it recurs after 45 days.
    """
    if task.repeat is None or task.due_at is None:
        return ""
    return f"{int(task.due_at.timestamp()) // 60 % 0x10000:x}"


def undo_button(batch: UUID, reader: Reader) -> Button:
    """↩️ Undo for the deed of this key."""
    return reader.button("undo", Undo(batch))


def with_undo(
    lines: Sequence[Markup],
    batch: UUID | None,
    reader: Reader,
    *,
    about: UUID | None = None,
    plain: bool = False,
) -> Say:
    """An answer with a button that takes the deed back, if anything was done. `plain` as of Say."""
    keyboard: Keyboard = () if batch is None else ((undo_button(batch, reader),),)
    return Say(BREAK.join(lines), keyboard, about=about, plain=plain and batch is not None)


def asked(key: str, task: Task, reader: Reader, *, in_group: bool) -> Reply:
    """A question about a task, by the kind of question."""
    return question(
        key, named(f"ask-{key}", task, reader), reader, in_group=in_group, about=task.id
    )


def question(
    key: str, text: Markup, reader: Reader, *, in_group: bool, about: UUID | None = None
) -> Reply:
    """A question: in a group, where the bot sees replies only, the person's field opens as a reply
    to it; in private it can be cancelled."""
    if in_group:
        return Ask(text, reader.words.plain(f"ask-{key}-short"), about=about)
    return Say(text, ((cancel_button(reader),),), about=about)


def which_meant(text: str, kind: str, key: str, reader: Reader) -> Say:
    """Words that could be the answer to a question, or something new: two buttons. `key` is that
    of the words, `kind` the question's."""
    buttons = (
        reader.button("as-answer", TakeAsAnswer(kind, key)),
        reader.button("as-words", TakeAsWords(key)),
    )
    return Say(reader.words("which-meant", text=clip(text, SHOWN_TITLE)), (buttons,))


def cancel_button(reader: Reader) -> Button:
    """✖️ Cancel: ends the open question."""
    return reader.button("cancel", CancelQuestion())


def explained(reason: str, rule: str, coming: Markup | None, reader: Reader) -> str:
    """Why a reminder came, by which rule, and when the next one does: for a window of 200
    characters."""
    lines = [reason, *filter(None, [rule])]
    if coming is not None:
        lines.append(reader.words.plain("why-next", at=coming.striptags()))
    return "\n".join(lines)[:WINDOW_LIMIT]
