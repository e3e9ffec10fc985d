"""What handlers give back: a Reply and what it is made of. No Telegram in here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias
from uuid import UUID

from markupsafe import Markup

FileKind: TypeAlias = Literal["photo", "document"]


@dataclass(frozen=True, slots=True)
class File:
    """A photo or document, by Telegram's `file_id`, which can be sent again."""

    kind: FileKind
    file_id: str
    unique_id: str
    name: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A photo that is drawn when it is sent, after the commit, in a thread: `draw` gives its PNG.

    `draw` may only read values that nobody changes, and no session. `name` is the file's name.
    """

    draw: Callable[[], bytes]
    name: str


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: it carries callback data of at most 64 bytes, or a link."""

    text: str
    data: str = ""
    url: str = ""


Keyboard: TypeAlias = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing to say. `text` is Telegram's HTML, everything of people's in it escaped.

    `edits`: the pressed message is edited in place; if it is gone, this is said anew, or, without
    `said_anew`, not at all.
    `asks`: the words are a question; the person's field opens with this placeholder (ForceReply).
    `asks_location`: the words of a button that shares where the person is (private chats only);
    `located`: the answer to it, which takes that button away again.
    `notice`: what a button press answers, up to 200 characters; `alert` makes it a window.
    `file`: what the text is the caption of; a picture that cannot be drawn leaves the text alone.
    `stays`: an edited reminder asks still, and is closed when it is acted on elsewhere.
    `about`: the task that the message shows; a reply to the message is a reply to the task.
    """

    text: Markup = field(default_factory=Markup)
    keyboard: Keyboard = ()
    edits: bool = False
    said_anew: bool = True
    asks: str = ""
    asks_location: str = ""
    located: bool = False
    notice: str = ""
    alert: bool = False
    file: File | Picture | None = None
    about: UUID | None = None
    stays: bool = False
    more: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class Address:
    """Where a reply goes: Telegram's ids. `pressed` is the message under the pressed button."""

    chat_id: int
    topic: int = 0
    reply_to: int | None = None
    pressed: int | None = None
    query_id: str | None = None
