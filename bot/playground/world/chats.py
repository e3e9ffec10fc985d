"""Chats, their topics, and the messages in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from bot.playground.world.accounts import PRESENT, Json, Member, User

ChatType = Literal["private", "group", "supergroup", "channel"]

GENERAL_TOPIC = 1  # message_thread_id of "General"; messages in it do not carry the field


@dataclass(slots=True)
class Topic:
    """A topic of a forum; `id` is its message_thread_id, the number of its first message."""

    chat: "Chat"
    id: int
    name: str
    color: int = 0x6FB9F0
    is_closed: bool = False
    is_deleted: bool = False


@dataclass(slots=True)
class Post:
    """A message: `body` is its Message without reply and keyboard, `markup` its keyboard."""

    chat: "Chat"
    id: int
    body: Json
    sender: User | None
    markup: Json | None = None
    reply_to: "Post | None" = None
    for_person: int | None = None  # id of the only person who sees a reply keyboard or forced reply
    inline_id: str = ""  # of a message that was sent through the bot, or by it as a guest
    reactions: dict[int, tuple[str, ...]] = field(default_factory=dict)  # emoji by account id

    @property
    def thread(self) -> int | None:
        thread: int | None = self.body.get("message_thread_id")
        return thread

    def json(self, *, with_reply: bool = True) -> Json:
        """The Message of the Bot API; the message that it answers comes without its own reply."""
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
    takes_reactions: bool = True  # administrators may turn them off
    last_number: int = 0  # of a message, in chats that number their own

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
