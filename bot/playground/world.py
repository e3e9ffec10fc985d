"""The small world behind the stand-in: people, chats, members, topics, posts and files.

State only. What people do with it stands in `people.py` and `places.py`, what the bot may ask of
it in `methods.py` and the files that it names.
"""

import mimetypes
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.playground.updates import Broadcast, Updates

Json = dict[str, Any]
ChatType = Literal["private", "group", "supergroup", "channel"]
Status = Literal["creator", "administrator", "member", "left", "kicked"]

GENERAL_TOPIC = 1  # message_thread_id of "General", which messages do not carry
PRESENT: frozenset[Status] = frozenset({"creator", "administrator", "member"})


@dataclass(slots=True)
class User:
    """An account; `language` is an IETF tag such as `de` or `pt-br`."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None
    is_bot: bool = False
    is_deactivated: bool = False

    def json(self) -> Json:
        """The User of the Bot API."""
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language,
        }
        kept = {name: value for name, value in optional.items() if value is not None}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name, **kept}


# Accounts that speak for chats: the anonymous administrator, a channel, the service itself.
GROUP_ANONYMOUS_BOT = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
CHANNEL_BOT = User(136817688, "Channel", username="Channel_Bot", is_bot=True)


@dataclass(slots=True)
class Member:
    """Somebody's place in a chat."""

    user: User
    status: Status = "member"

    @property
    def is_admin(self) -> bool:
        return self.status in ("creator", "administrator")


@dataclass(slots=True)
class Topic:
    """A thread of a forum; `id` is its message_thread_id, the number of the message before it."""

    chat: "Chat"
    id: int
    name: str
    color: int = 0x6FB9F0
    is_closed: bool = False
    is_deleted: bool = False


@dataclass(slots=True)
class Post:
    """A message: `body` is its Message without the reply; `markup` what hangs below it."""

    chat: "Chat"
    id: int
    body: Json
    sender: User | None
    markup: Json | None = None
    reply_to: "Post | None" = None
    for_person: int | None = None  # a keyboard or forced reply that is for one member only

    @property
    def thread(self) -> int | None:
        thread: int | None = self.body.get("message_thread_id")
        return thread

    def json(self, *, with_reply: bool = True) -> Json:
        """The Message of the Bot API, with the message that it answers one level deep."""
        message = dict(self.body)
        if with_reply and self.reply_to is not None and self.reply_to.id in self.chat.posts:
            message["reply_to_message"] = self.reply_to.json(with_reply=False)
        if self.markup is not None and "inline_keyboard" in self.markup:
            message["reply_markup"] = self.markup
        return message


@dataclass(slots=True)
class Chat:
    """A conversation; `members` holds everybody who ever was in it, with their status."""

    id: int
    type: ChatType
    title: str | None = None
    username: str | None = None
    is_forum: bool = False
    person: User | None = None  # of a private chat
    is_started: bool = False  # a private chat in which the person has spoken
    blocked_bot: bool = False  # a private chat whose person blocked the bot
    migrated_to: int | None = None
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    posts: dict[int, Post] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    last_number: int = 0  # of a message, where the chat numbers its own

    def json(self) -> Json:
        """The Chat of the Bot API."""
        if self.person is not None:
            person = self.person.json()
            names = ("first_name", "last_name", "username")
            shown = {name: person[name] for name in names if name in person}
            return {"id": self.id, "type": "private", **shown}
        chat: Json = {"id": self.id, "type": self.type, "title": self.title}
        if self.username:
            chat["username"] = self.username
        if self.is_forum:
            chat["is_forum"] = True
        return chat

    @property
    def has_numbered_posts(self) -> bool:
        """Supergroups and channels number their messages; the others share one sequence."""
        return self.type in ("supergroup", "channel")

    def member(self, user_id: int) -> Member | None:
        """The member of this id who is in the chat now."""
        member = self.members.get(user_id)
        return member if member is not None and member.status in PRESENT else None

    def present(self) -> Iterator[Member]:
        """Everybody who is in the chat now."""
        return (member for member in self.members.values() if member.status in PRESENT)


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file as it came; `mime` is guessed from the name where nothing says it."""

    name: str
    content: bytes
    mime: str | None = None

    @property
    def type(self) -> str:
        return self.mime or mimetypes.guess_type(self.name)[0] or "application/octet-stream"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that Telegram keeps: `path` is its place below `/file/bot<token>/`."""

    id: str
    unique_id: str
    path: str
    name: str
    mime: str
    content: bytes
    size: tuple[int, int] | None = None  # width and height in pixels, of pictures

    def json(self) -> Json:
        """What every file object of the Bot API has."""
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """What answerCallbackQuery said."""

    text: str | None = None
    show_alert: bool = False
    url: str | None = None


@dataclass(slots=True)
class Query:
    """A press of a button that waits for its answer."""

    id: str
    person: User
    asked_at: datetime
    answer: Answer | None = None


@dataclass(slots=True)
class Bot:
    """The one bot of this world, and what it told BotFather."""

    user: User
    privacy_mode: bool = True
    commands: dict[tuple[str, int, int, str], list[Json]] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)  # (what, language) → text
    menu_buttons: dict[int, Json] = field(default_factory=dict)


Listener = Callable[[Json], None]


class World:
    """Everything there is, and the sequences that number it."""

    def __init__(self, *, now: Callable[[], datetime], bot: User) -> None:
        """`now` gives aware moments."""
        self.now = now
        self.bot = Bot(bot)
        self.users: dict[int, User] = {bot.id: bot}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.queries: dict[str, Query] = {}
        self.changed = Broadcast()
        self.listeners: set[Listener] = set()
        self.updates = Updates(first=update_number(now()), changed=self.changed)
        self.first_number = 1
        self._numbers = 1
        self._files = 1
        self._chats = 0

    def unix(self) -> int:
        """The world's time in Unix seconds."""
        return int(self.now().timestamp())

    def tell(self, event: Mapping[str, Any]) -> None:
        """Let pages and tests know of a change."""
        for listener in tuple(self.listeners):
            listener(dict(event))
        self.changed.notify()

    def number_from(self, number: int) -> None:
        """Number messages and files from here on, in every chat."""
        self.first_number = self._numbers = self._files = number
        for chat in self.chats.values():
            chat.last_number = max(chat.last_number, number - 1)

    def next_number(self, chat: Chat) -> int:
        """The number of the next message in `chat`."""
        if not chat.has_numbered_posts:
            self._numbers += 1
            return self._numbers - 1
        first = max(self.first_number, GENERAL_TOPIC + 1) if chat.is_forum else self.first_number
        chat.last_number = max(chat.last_number + 1, first)
        return chat.last_number

    def new_chat_id(self, kind: ChatType) -> int:
        """A negative id, in the range that Telegram keeps for `kind`."""
        self._chats += 1
        return -(
            4_000_000_000 + self._chats if kind == "group" else 1_002_000_000_000 + self._chats
        )

    def new_file_number(self) -> int:
        """A number that no other file has."""
        self._files += 1
        return self._files

    def bot_status(self, chat: Chat) -> Status:
        """The bot's place in a group or channel."""
        member = chat.members.get(self.bot.user.id)
        return "left" if member is None else member.status

    def knows(self, user: User) -> bool:
        """Has the bot met this person: in private, or in a group that both are or were in?"""
        private = self.chats.get(user.id)
        if private is not None and private.is_started:
            return True
        return any(
            user.id in chat.members and self.bot.user.id in chat.members
            for chat in self.chats.values()
        )

    def find_user(self, user_id: int) -> Json | None:
        """The User of a person whom the bot can mention, or None."""
        user = self.users.get(user_id)
        return user.json() if user is not None and self.knows(user) else None


def update_number(now: datetime) -> int:
    """Ten numbers for every second since 2025: a restarted playground does not repeat any."""
    return max(1, int((now.timestamp() - 1_735_689_600) * 10))
