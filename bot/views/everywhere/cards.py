"""A task as it is shown in a chat where the bot need not be, to whoever reads there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.language import render_repeat
from bot.presses.everywhere import AcceptCard, KeepWords, TickCard
from bot.replies import Button, Edit, Notice, Say, inline_buttons
from bot.texts.dates import due_words
from bot.views.parts import BREAK, SHOWN_TITLE, clip
from bot.views.people import SHOWN_PERSON
from storage.rules.recurrence import repeat_from_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import timedelta

    from bot.reader import Reader
    from bot.replies import Keyboard
    from storage.models import Task
    from storage.rules.due import Due
    from storage.rules.recurrence import Repeat
    from storage.tasks.new import NewTask

SHOWN_TAKERS = 10
HELLO = "hello"  # the payload with which /start greets


@dataclass(frozen=True, slots=True)
class Told:
    """What a card tells of a task: no more of it is anybody else's business."""

    title: str
    due: Due | None = None
    lasts: timedelta | None = None
    repeat: Repeat | None = None
    is_done: bool = False

    @classmethod
    def of(cls, task: Task) -> Told:
        """Of one that there is."""
        repeat = repeat_from_json(task.repeat) if task.repeat is not None else None
        return cls(task.title, task.due, task.duration, repeat, task.is_done)

    @classmethod
    def of_new(cls, new: NewTask, lasts: timedelta | None) -> Told:
        """Of one that is to be."""
        return cls(new.title, new.due, lasts, new.repeat)


def card(told: Told, owner: str, reader: Reader, keyboard: Keyboard = ()) -> Say:
    """The message that a result becomes."""
    return Say(_text(told, owner, (), reader), keyboard)


def card_again(
    told: Told, owner: str, takers: Sequence[str], reader: Reader, keyboard: Keyboard
) -> Edit:
    """The same as it is now: done, or taken over by others."""
    return Edit(_text(told, owner, takers, reader), keyboard, says_again=False)


def _text(told: Told, owner: str, takers: Sequence[str], reader: Reader) -> Markup:
    words = reader.words
    title = (Markup("<s>{}</s>") if told.is_done else Markup("<b>{}</b>")).format(told.title)
    lines = [Markup("{} {}").format("☑" if told.is_done else "☐", title)]
    lines += facts(told, among_people(reader))
    lines.append(words("shared-whose", name=clip(owner, SHOWN_PERSON)))
    if takers:
        names = ", ".join(clip(name, SHOWN_PERSON) for name in takers)
        lines.append(words("shared-taken", names=names))
    return BREAK.join(lines)


def facts(told: Told, reader: Reader) -> list[Markup]:
    """When, and how often: a line each."""
    found = []
    if told.due is not None:
        due = due_words(
            told.due,
            now=reader.now,
            words=reader.words,
            reader=reader.preferences,
            lasts=told.lasts,
        )
        found.append(reader.words("fact-due", due=due))
    if told.repeat is not None:
        repeat = render_repeat(told.repeat, language=reader.words.language)
        found.append(reader.words("fact-repeat", repeat=repeat))
    return found


def among_people(reader: Reader) -> Reader:
    """A reader of whom there are several: moments are shown to each in their own zone."""
    return replace(reader, preferences=replace(reader.preferences, is_shared=True))


def of_words(token: str, reader: Reader) -> Keyboard:
    """The buttons below words that are no task yet."""
    return (
        (reader.button("keep-words", KeepWords(token)), reader.button("accept", AcceptCard(token))),
    )


def of_task(token: str, task: Task, reader: Reader) -> Keyboard:
    """The buttons below a task; none once it is done."""
    if task.is_done:
        return ()
    return ((reader.button("done", TickCard(token)), reader.button("accept", AcceptCard(token))),)


def guest_card(task: Task, token: str, owner: str, reader: Reader, *, start: str = "") -> Say:
    """A task that the bot has taken down as a guest. `start`: the bot's username where its person
    has not started it, who is told that it cannot write to them yet."""
    shown = card(Told.of(task), owner, reader, of_task(token, task, reader))
    return _to_start(shown, start, reader)


def guest_list(count: int, reader: Reader, *, start: str = "") -> Say:
    """The same for several tasks at once."""
    return _to_start(Say(reader.words("guest-tasks", count=count)), start, reader)


def _to_start(said: Say, username: str, reader: Reader) -> Say:
    if not username:
        return said
    row = (link_button("start-bot", username, HELLO, reader),)
    text = BREAK.join([said.text, reader.words("guest-start")])
    return replace(said, text=text, keyboard=(*inline_buttons(said), row))


def link(username: str, payload: str) -> str:
    """The address that opens the private chat with /start `payload`."""
    return f"https://t.me/{username}?start={payload}"


def link_button(key: str, username: str, payload: str, reader: Reader) -> Button:
    """A button that opens the private chat."""
    return Button(reader.words.plain(f"button-{key}"), url=link(username, payload))


def led(username: str, payload: str) -> Notice:
    """Who presses without having started the bot is led to it."""
    return Notice("", url=link(username, payload))


def shown_title(told: Told) -> str:
    """A title as a line of results has it."""
    return clip(told.title, SHOWN_TITLE)
