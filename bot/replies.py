"""What handlers give back: a Reply is one of four things to do about an update. No Telegram here.
What leaves may be a React in place of a Say that only confirms.

Reply
├── Say      a new message, perhaps with a file, and further messages behind it
├── Edit     the message under the pressed button, changed in place
├── Ask      a question that the person answers by replying to it
└── Notice   a line that Telegram shows to whoever pressed a button, and nothing else
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from bot.presses.coding import Press

FileKind: TypeAlias = Literal[
    "photo", "video", "animation", "audio", "voice", "video_note", "document"
]
FILE_KINDS: tuple[FileKind, ...] = get_args(FileKind)


@dataclass(frozen=True, slots=True)
class File:
    """A photo, a document or a recording, by Telegram's `file_id`, which can be sent again. `size`
    is its bytes, where Telegram tells them."""

    kind: FileKind
    file_id: str
    unique_id: str
    name: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A photo that is drawn when it is sent, after the commit, in a thread: `draw` gives its PNG.

    `draw` may only read values that nobody changes, and no session. `name` is the file's name.
    """

    draw: Callable[[], bytes]
    name: str


@dataclass(frozen=True, slots=True)
class Export:
    """A document with all of a list, written from the store when it is sent, after the commit.

    `kind` is the end of its name: json, csv or ics.
    """

    chat: UUID
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: a press, or a link, or (`query`) the bot's name with these words in
    a chat that the person chooses.

    `data` is a press that is packed already, as an answer that was kept has it.
    """

    text: str
    press: Press | None = None
    url: str = ""
    data: str = ""
    query: str = ""

    @property
    def packed(self) -> str:
        """What the button carries; nothing where it would be too long for Telegram."""
        try:
            return self.press.pack() if self.press else self.data
        except ValueError:
            return ""

    @property
    def style(self) -> str:
        """Telegram's word for its colour; "" for the usual one."""
        return self.press.style if self.press else ""


Keyboard: TypeAlias = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class LocationButton:
    """A button in place of the phone's keyboard that shares where the person is.

    Telegram has it in private chats only.
    """

    text: str


@dataclass(frozen=True, slots=True)
class NoLocationButton:
    """Takes a LocationButton away again."""


NOTICE_LIMIT = 200  # characters


@dataclass(frozen=True, slots=True)
class Notice:
    """A line of up to 200 characters for whoever pressed, and in their language, which
    `Request.notice` and `Request.told` see to; `alert` makes it a window. `url`: what is opened in
    place of it, a link to this bot."""

    text: str
    alert: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Say:
    """A new message. `text` is Telegram's HTML, with everything of people's in it escaped.

    `file`: what the text is the caption of; a picture that cannot be drawn leaves the text alone.
    `about`: the task that the message shows; a reply to the message is a reply to the task.
    `more`: messages that follow. `notice` answers the button press that the message comes from.
    `brief`: the button that is left of them where several answers share one message.
    `plain`: it only confirms what somebody asked for; a 👍 would say as much. `quotes`: it is shown
    as a reply to the message that it answers.
    `astray`: the line above the text where its topic is gone, and it is in the general one.
    `unkept`: the store may not have it, not even until it has left: it is a secret, or whoever
    reads it has had all of theirs erased.
    """

    text: Markup = field(default_factory=Markup)
    keyboard: Keyboard | LocationButton | NoLocationButton = ()
    file: File | Picture | Export | None = None
    about: UUID | None = None
    notice: Notice | None = None
    more: tuple[Say | Ask, ...] = ()
    brief: Button | None = None
    astray: Markup = field(default_factory=Markup)
    plain: bool = False
    quotes: bool = False
    unkept: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """The message under the pressed button (or the one of the number `of`), changed: its text if
    there is one, and its buttons.

    `says_again`: where the message is gone, a new one says the same; else nothing is said.
    `still_asks`: it remains a reminder, to be closed when somebody acts on it elsewhere.
    `about`, `notice` and `unkept` are those of Say.
    """

    text: Markup = field(default_factory=Markup)
    keyboard: Keyboard = ()
    about: UUID | None = None
    notice: Notice | None = None
    says_again: bool = True
    still_asks: bool = False
    unkept: bool = False
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Ask:
    """A question. The person's field opens as a reply to it, with `placeholder` (ForceReply):
    the way to ask where the bot sees replies only."""

    text: Markup
    placeholder: str
    about: UUID | None = None
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class React:
    """A reaction on the message that is answered, in place of a confirmation, which is said where
    Telegram does not take the reaction: `instead`."""

    instead: Say
    emoji: str = "👍"

    @property
    def about(self) -> UUID | None:
        """The task that the message would show."""
        return self.instead.about


Reply: TypeAlias = Say | Edit | Ask | Notice
Shown: TypeAlias = Say | Edit | Ask  # what a chat shows afterwards
Kept: TypeAlias = Shown | React  # what has to arrive
Leaving: TypeAlias = Reply | React


def in_place(reply: Reply, notice: Notice | None = None) -> Reply:
    """The same in place of the message under the pressed button, with a line for the presser.

    A question stays a message of its own, since only a new one can open the person's field.
    """
    match reply:
        case Say(text=text, about=about):
            buttons = inline_buttons(reply)
            return Edit(text, buttons, about, notice or reply.notice, unkept=reply.unkept)
        case Edit() | Ask():
            return replace(reply, notice=notice or reply.notice)
        case Notice():
            return reply


def inline_buttons(reply: Shown) -> Keyboard:
    """The buttons under a message; none where it changes the phone's keyboard instead."""
    if isinstance(reply, Ask) or not isinstance(reply.keyboard, tuple):
        return ()
    return reply.keyboard


def asked_again(reply: Say) -> Edit:
    """A reminder in place of what its message says: what was done is taken back."""
    buttons = inline_buttons(reply)
    return Edit(reply.text, buttons, reply.about, says_again=False, still_asks=True)


def led_astray(reply: Kept) -> Shown:
    """The same where its topic is gone: it says where it belongs."""
    if isinstance(reply, React):
        return led_astray(reply.instead)
    if not isinstance(reply, Say) or not reply.astray:
        return reply
    return replace(reply, text=Markup("\n").join([reply.astray, reply.text]), astray=Markup())


def quietly(reply: Reply, *, reacts: bool) -> Leaving:
    """A reaction in place of a new message that only confirms, where the chat prefers that."""
    is_plain = isinstance(reply, Say) and reply.plain and not reply.more
    return React(reply) if reacts and is_plain and isinstance(reply, Say) else reply


def noticed(reply: Reply, notice: Notice) -> Reply:
    """The same, with a line for the presser."""
    return notice if isinstance(reply, Notice) else replace(reply, notice=notice)


def followed_by(reply: Reply, following: Reply, *, in_one: bool = False) -> Reply:
    """A new message and the one behind it; `in_one`: both in one message, as groups have it."""
    if not (isinstance(reply, Say) and isinstance(following, Say | Ask)):
        return reply
    if not in_one:
        return replace(reply, more=(*reply.more, following))
    text = Markup("\n").join([reply.text, following.text])
    if isinstance(following, Ask):
        return replace(following, text=text)
    return replace(reply, text=text, keyboard=(*inline_buttons(reply), *inline_buttons(following)))


@dataclass(frozen=True, slots=True)
class Article:
    """What an inline query offers: a line in the list of results, and the message that it becomes
    where it is chosen. `key` comes back when it is."""

    key: str
    title: str
    description: str
    message: Say


@dataclass(frozen=True, slots=True)
class Offer:
    """The answer to an inline query. `following`: where the next ones begin, "" for the end.

    `invitation` is a button above them that opens the private chat with /start `payload`. `draft`:
    the key of the article that is no task yet, whose words are to be kept.
    """

    articles: tuple[Article, ...] = ()
    following: str = ""
    invitation: str = ""
    payload: str = ""
    draft: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a reply goes: Telegram's ids. `pressed` is the message under the pressed button.

    `inline` is a message in a chat where the bot need not be, which is changed; `guest` a question
    from there, whose answer is the reply. `chat_id` is then that of the person's private chat.
    """

    chat_id: int
    topic: int = 0
    reply_to: int | None = None
    pressed: int | None = None
    query_id: str | None = None
    inline: str = ""
    guest: str = ""
