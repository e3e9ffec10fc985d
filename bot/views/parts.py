"""Parts that views of several kinds are made of: a task's line, an Undo button, a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.questions import CancelQuestion, TakeAsAnswer, TakeAsWords
from bot.presses.undo import Undo
from bot.replies import Ask, Button, Keyboard, Reply, Say
from bot.texts import clip as clip  # noqa: PLC0414  the views take it from here

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from bot.reader import Reader
    from storage.models import Task

BREAK = Markup("\n")
SHOWN_TITLE = 100  # characters of a task's title in a list
WINDOW_LIMIT = 200  # characters, Telegram's


def in_rows(buttons: Sequence[Button], width: int) -> list[tuple[Button, ...]]:
    """The buttons in rows of at most `width`."""
    return [tuple(buttons[i : i + width]) for i in range(0, len(buttons), width)]


def task_line(task: Task, reader: Reader) -> Markup:
    """`#12 Buy milk · tomorrow, 09:00`"""
    title = clip(task.title, SHOWN_TITLE)
    line = reader.words("task-line", number=str(task.number), title=title)
    return line + " · " + reader.due(task) if task.due_at else line


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
    lines: Sequence[Markup], batch: UUID | None, reader: Reader, *, about: UUID | None = None
) -> Say:
    """An answer with a button that takes the deed back, if anything was done."""
    keyboard: Keyboard = () if batch is None else ((undo_button(batch, reader),),)
    return Say(BREAK.join(lines), keyboard, about=about)


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
