"""Presses of buttons, and what the bot answered to them."""

from dataclasses import dataclass
from datetime import datetime

from bot.playground.world.accounts import User


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
