"""What people ask the bot by pressing, typing and mentioning, and what it answered."""

from dataclasses import dataclass
from datetime import datetime

from bot.playground.world.accounts import Json, User
from bot.playground.world.chats import Post


@dataclass(frozen=True, slots=True)
class Answer:
    """What the bot passed to answerCallbackQuery."""

    text: str | None = None
    show_alert: bool = False
    url: str | None = None


@dataclass(slots=True)
class Query:
    """A callback query; `answer` is None until the bot has answered."""

    id: str
    person: User
    asked_at: datetime
    answer: Answer | None = None


@dataclass(slots=True)
class Inquiry:
    """An inline query: what somebody types behind the bot's name. `results` are None until the bot
    has answered, `following` is the offset of the next ones, `button` is shown above them."""

    id: str
    person: User
    text: str
    asked_at: datetime
    results: list[Json] | None = None
    following: str = ""
    button: Json | None = None


@dataclass(slots=True)
class GuestQuery:
    """A mention in a chat that the bot is not in; `answer` is its message there."""

    id: str
    post: Post
    asked_at: datetime
    answer: Post | None = None
