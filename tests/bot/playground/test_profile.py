"""How the bot describes itself: commands by scope and language, names, the menu button."""

import json
from typing import Any

from bot.playground.people.town import Town
from bot.playground.telegram import Telegram
from bot.playground.world import User
from tests.support.playground import Ask, Refused


async def test_commands_follow_scope_and_language(
    telegram: Telegram, town: Town, ask: Ask, refused: Refused
) -> None:
    def named(word: str) -> list[dict[str, str]]:
        return [{"command": word, "description": word}]

    private = {"type": "all_private_chats"}
    await ask("setMyCommands", commands=json.dumps(named("general")))
    await ask("setMyCommands", commands=named("private"), scope=private)
    await ask("setMyCommands", commands=named("russian"), scope=private, language_code="ru")
    await ask("setMyCommands", commands=named("admin"), scope={"type": "all_chat_administrators"})

    def menu(who: User, chat: Any) -> list[str]:
        return [command["command"] for command in telegram.commands_for(chat, who)]

    assert menu(town.ann, telegram.private(town.ann)) == ["private"]
    assert menu(town.dasha, telegram.private(town.dasha)) == ["russian"]
    assert menu(town.bob, town.flat) == ["general"]
    assert menu(town.ann, town.flat) == ["admin"]
    await ask("deleteMyCommands", scope=private)
    assert menu(town.ann, telegram.private(town.ann)) == ["general"]
    assert await ask("getMyCommands") == named("general")
    assert await refused("setMyCommands", commands=named("No!")) == (
        400,
        "Bad Request: BOT_COMMAND_INVALID",
    )
    assert await refused("setMyCommands", commands=[], language_code="eng") == (
        400,
        "Bad Request: invalid language code specified",
    )


async def test_the_bot_tells_about_itself(ask: Ask) -> None:
    await ask("setMyDescription", description="Tasks", language_code="de")
    assert await ask("getMyDescription", language_code="de") == {"description": "Tasks"}
    assert await ask("getMyDescription") == {"description": ""}
    assert await ask("getMyName") == {"name": "Dueto"}
    await ask("setChatMenuButton", menu_button={"type": "commands"})
    assert await ask("getChatMenuButton") == {"type": "commands"}
    assert await ask("logOut")
    assert await ask("close")
