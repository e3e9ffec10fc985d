"""The world: everything there is, and the sequences that number it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.playground.world.accounts import Bot, Json, Status, User
from bot.playground.world.broadcast import Broadcast
from bot.playground.world.chats import GENERAL_TOPIC, Chat, ChatType
from bot.playground.world.updates import Updates

if TYPE_CHECKING:
    from datetime import datetime

    from bot.playground.world.chats import Post
    from bot.playground.world.files import StoredFile
    from bot.playground.world.queries import GuestQuery, Inquiry, Query

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
        self.inquiries: dict[str, Inquiry] = {}
        self.guest_queries: dict[str, GuestQuery] = {}
        self.inline_posts: dict[str, Post] = {}
        self.changed = Broadcast()
        self.listeners: set[Listener] = set()
        self.updates = Updates(first=update_number(now()), changed=self.changed)
        self.first_number = 1
        self._numbers = 1
        self._files = 1
        self._chats = 0

    def begin_again(self) -> World:
        """A new world with the same bot, seen by the same pages."""
        world = World(now=self.now, bot=self.bot.user)
        world.listeners, world.changed = self.listeners, self.changed
        world.updates = Updates(first=update_number(self.now()), changed=self.changed)
        return world

    def unix(self) -> int:
        """The world's time in Unix seconds."""
        return int(self.now().timestamp())

    def tell(self, event: Mapping[str, Any]) -> None:
        """Tell pages and tests of a change."""
        for listener in tuple(self.listeners):
            listener(dict(event))
        self.changed.notify()

    def number_from(self, number: int) -> None:
        """Let the numbers of messages and files start at `number`, in every chat."""
        self.first_number = self._numbers = self._files = number
        for chat in self.chats.values():
            chat.last_number = max(chat.last_number, number - 1)

    def next_number(self, chat: Chat) -> int:
        """The number of the next message in `chat`, which is taken by it."""
        number = self.number_ahead(chat)
        if chat.has_numbered_posts:
            chat.last_number = number
        else:
            self._numbers = number + 1
        return number

    def number_ahead(self, chat: Chat) -> int:
        """The number that the next message in `chat` will have."""
        if not chat.has_numbered_posts:
            return max(self._numbers, GENERAL_TOPIC + 1) if chat.topics else self._numbers
        first = max(self.first_number, GENERAL_TOPIC + 1) if chat.is_forum else self.first_number
        return max(chat.last_number + 1, first)

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

    def name_inline(self, post: Post) -> str:
        """Give a message the id by which the bot may change it, in whichever chat it is."""
        post.inline_id = f"AQAAAL{len(self.inline_posts) + 1:06d}{abs(post.chat.id) % 9973:04d}"
        self.inline_posts[post.inline_id] = post
        return post.inline_id

    def bot_status(self, chat: Chat) -> Status:
        """The bot's status in a group or channel."""
        member = chat.members.get(self.bot.user.id)
        return "left" if member is None else member.status

    def knows(self, user: User) -> bool:
        """Whether the bot has met this person in private or in a chat that both are or were in."""
        private = self.chats.get(user.id)
        if private is not None and private.is_started:
            return True
        return any(
            user.id in chat.members and self.bot.user.id in chat.members
            for chat in self.chats.values()
        )

    def find_user(self, user_id: int) -> Json | None:
        """The User of a person whom the bot has met and can mention, or None."""
        user = self.users.get(user_id)
        return user.json() if user is not None and self.knows(user) else None


def update_number(now: datetime) -> int:
    """The first update_id: ten for each second since 2025, so that a restart repeats none."""
    return max(1, int((now.timestamp() - 1_735_689_600) * 10))
