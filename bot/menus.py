"""Telegram's command menus, made from the routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.routes import offered
from bot.texts import words_for

if TYPE_CHECKING:
    from bot.texts import Words


def menu(spoken: Words, *, private: bool) -> list[tuple[str, str]]:
    """Telegram's command menu for a kind of chat: names and descriptions."""
    return [(name, spoken.plain(f"command-{name}")) for name in offered(private=private)]


def menus(language: str) -> dict[str, list[tuple[str, str]]]:
    """The command menus of a language by Telegram's scope."""
    spoken = words_for(language)
    return {
        "all_private_chats": menu(spoken, private=True),
        "all_group_chats": menu(spoken, private=False),
    }
