"""Telegram's command menus, made from the commands that each kind of chat has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.texts import words_for

if TYPE_CHECKING:
    from bot.texts import Words


class Offered(Protocol):
    """The names of the commands that a kind of chat has: `bot.routes.offered`."""

    def __call__(self, *, private: bool) -> tuple[str, ...]: ...


def menus(language: str, offered: Offered) -> dict[str, list[tuple[str, str]]]:
    """The command menus of a language by Telegram's scope: names and descriptions."""
    spoken = words_for(language)
    return {
        "all_private_chats": _menu(offered(private=True), spoken),
        "all_group_chats": _menu(offered(private=False), spoken),
    }


def _menu(names: tuple[str, ...], spoken: Words) -> list[tuple[str, str]]:
    return [(name, spoken.plain(f"command-{name}")) for name in names]
