"""Telegram's command menus, made from the commands that each kind of chat has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import structlog
from telegram import BotCommandScope
from telegram.error import TelegramError

from bot.texts import FALLBACK, LANGUAGES, words_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from telegram import Bot

    from bot.texts import Words

log = structlog.get_logger(__name__)


class Offered(Protocol):
    """The names of the commands that a kind of chat has: `bot.routes.offered`."""

    def __call__(self, *, private: bool) -> tuple[str, ...]: ...


async def offer_menus(bot: Bot, offered: Offered) -> None:
    """Tell Telegram the command menus: by chat scope, in each language and for all others."""
    for language in LANGUAGES:
        for scope, commands in menus(language, offered).items():
            where = BotCommandScope(scope)
            for code in ("", language) if language == FALLBACK else (language,):
                await _offer(bot, commands, where, code)


async def _offer(
    bot: Bot, commands: Sequence[tuple[str, str]], scope: BotCommandScope, code: str
) -> None:
    try:
        await bot.set_my_commands(commands, scope, language_code=code)
    except TelegramError as error:  # people can type commands without a menu
        log.warning(
            "a command menu was not set", scope=scope.type, language=code, reason=repr(error)
        )


def menus(language: str, offered: Offered) -> dict[str, list[tuple[str, str]]]:
    """The command menus of a language by Telegram's scope: names and descriptions."""
    spoken = words_for(language)
    return {
        "all_private_chats": _menu(offered(private=True), spoken),
        "all_group_chats": _menu(offered(private=False), spoken),
    }


def _menu(names: tuple[str, ...], spoken: Words) -> list[tuple[str, str]]:
    return [(name, spoken.plain(f"command-{name}")) for name in names]
