"""What is said in a topic, wherever it lands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from bot.replies import Say

if TYPE_CHECKING:
    from bot.replies import Reply
    from bot.texts import Words
    from storage.models import Chat

R = TypeVar("R", bound="Reply")


def in_topic(reply: R, chat: Chat, topic: int, words: Words) -> R:
    """The same, with a line that says which topic it is from: Telegram shows it in the general one
    when the topic is closed or deleted by then."""
    if not topic or not (chat.is_forum or chat.is_private) or not isinstance(reply, Say):
        return reply
    name = chat.topic_names.get(str(topic))
    astray = words("topic-gone", name=name) if name else words("topic-gone-unnamed")
    return replace(reply, astray=astray)
