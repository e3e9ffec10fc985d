"""Accounts: people, bots, and their membership in a chat."""

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]
Status = Literal["creator", "administrator", "member", "left", "kicked"]

CommandScope = tuple[str, int, int]  # type, chat id, user id: 0 where there is none

PRESENT: frozenset[Status] = frozenset({"creator", "administrator", "member"})


@dataclass(slots=True)
class User:
    """An account; `language` is an IETF tag such as `de` or `pt-br`.

    `zone` is the IANA zone of the person's device, in which their app shows times. A bot is not
    told of it.
    """

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None
    is_bot: bool = False
    is_deactivated: bool = False
    zone: str = "Europe/Berlin"

    def json(self) -> Json:
        """The User of the Bot API."""
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language,
        }
        kept = {name: value for name, value in optional.items() if value is not None}
        return {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name, **kept}


# Accounts that speak for chats: for a group's anonymous administrator and for a channel.
GROUP_ANONYMOUS_BOT = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
CHANNEL_BOT = User(136817688, "Channel", username="Channel_Bot", is_bot=True)


@dataclass(slots=True)
class Member:
    """A user's membership in a chat."""

    user: User
    status: Status = "member"

    @property
    def is_admin(self) -> bool:
        return self.status in ("creator", "administrator")


@dataclass(slots=True)
class Bot:
    """The only bot of this world, and how it was set up with BotFather and the Bot API.

    `has_topics`: its private chats may have topics, which people make. `takes_inline`: people may
    type behind its name in any chat; `tells_choices`: it is told what they choose then;
    `takes_guests`: they may mention it where it is not.
    """

    user: User
    privacy_mode: bool = True
    has_topics: bool = False
    takes_inline: bool = True
    tells_choices: bool = False
    takes_guests: bool = True
    commands: dict[tuple[str, int, int, str], list[Json]] = field(default_factory=dict)
    names: dict[tuple[str, str], str] = field(default_factory=dict)  # (what, language) → text
    menu_buttons: dict[int, Json] = field(default_factory=dict)  # chat id, 0 for all → MenuButton
