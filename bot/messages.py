"""What handlers see of a chat: a Request comes in, a Reply goes out. No Telegram in here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias
from uuid import UUID

from markupsafe import Markup
from sqlmodel.ext.asyncio.session import AsyncSession
from uuid_utils.compat import uuid7

from bot.buttons import Pressed, StaleButton
from bot.language.values import Place
from bot.texts import Words
from storage.access import Asker
from storage.history import Deed
from storage.lists import Where
from storage.models import Chat, Question, User
from storage.rules.preferences import Preferences

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


@dataclass(frozen=True, slots=True)
class Quoted:
    """The message that somebody replied to."""

    message_id: int
    text: str
    by_bot: bool
    author: str = ""
    link: str = ""
    file: File | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message as written. `text` is its text or caption; `link` leads back to it.

    `location` is a shared place's latitude and longitude in degrees.
    """

    message_id: int
    text: str
    quoted: Quoted | None = None
    file: File | None = None
    forwarded_from: str = ""
    is_forward: bool = False
    link: str = ""
    has_media: bool = False
    has_service: bool = False
    edited_at: datetime | None = None
    location: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One update, as a handler sees it. `text` is what follows the command, or the button's words.

    `now` is the message's own date, or the clock's for a button press. `offered` are the commands
    of the menu here, `press` a pressed button's data and `pressed` the message that it is under,
    `question` what the text answers.
    """

    session: AsyncSession
    now: datetime
    user: User
    chat: Chat
    asker: Asker
    topic: int
    text: str
    words: Words
    place: Place
    preferences: Preferences
    bot_username: str
    offered: tuple[str, ...] = ()
    message: Incoming | None = None
    press: Pressed | None = None
    pressed: int | None = None
    question: Question | None = None
    by_operator: bool = False
    batch: UUID = field(default_factory=uuid7)

    def key(self, index: int = 0) -> UUID:
        """The key that a pressed button carries. Raises StaleButton."""
        if self.press is None:
            raise StaleButton(self.text)
        return self.press.key(index)

    def fact(self, index: int) -> str:
        """What a pressed button says in this place; empty where it says nothing."""
        return self.press.fact(index) if self.press else ""

    @property
    def answers(self) -> Mapping[str, Any]:
        """The facts of the question that the text answers; none where it answers none."""
        return self.question.facts if self.question else {}

    @property
    def deed(self) -> Deed:
        """What this request changes is one deed, taken back as one."""
        return Deed(self.asker, self.now, self.batch)

    @property
    def where(self) -> Where:
        """The list that this request is about."""
        return Where(self.asker, self.chat, self.topic, self.place.zone)


Handler: TypeAlias = Callable[[Request], Awaitable[Reply | None]]


@dataclass(frozen=True, slots=True)
class Route:
    """A handler, where its command is offered (and to operators only), and whether it
    reads beyond the chat it is in."""

    handler: Handler
    private: bool = True
    groups: bool = True
    menu: bool = True
    reaches: bool = False
    operators: bool = False
