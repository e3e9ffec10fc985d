"""The Bot API methods that describe the bot: its commands, names and menu button."""

import re
from typing import Any

from bot.playground.api.access import chat_of
from bot.playground.api.parameters import Parameters, integer_of
from bot.playground.world import CommandScope, Json, World
from bot.playground.world.refusals import bad_request

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_OF_CHAT = ("chat", "chat_administrators", "chat_member")
_LIMITS = {"name": 64, "description": 512, "short_description": 120}


def set_my_commands(world: World, parameters: Parameters) -> bool:
    """setMyCommands"""
    commands: Any = parameters.json("commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands JSON object: expected an Array of BotCommand")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = [_checked_command(command) for command in commands]
    place = (*_scope(world, parameters), _language(parameters))
    world.bot.commands[place] = kept
    if not kept:
        del world.bot.commands[place]
    world.tell({"type": "commands"})
    return True


def _checked_command(command: Any) -> Json:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(command.get("command", "")).removeprefix("/").lower()
    description = str(command.get("description", "")).strip()
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 0 < len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def get_my_commands(world: World, parameters: Parameters) -> list[Json]:
    """getMyCommands: the commands of exactly this scope and language"""
    return world.bot.commands.get((*_scope(world, parameters), _language(parameters)), [])


def delete_my_commands(world: World, parameters: Parameters) -> bool:
    """deleteMyCommands"""
    world.bot.commands.pop((*_scope(world, parameters), _language(parameters)), None)
    world.tell({"type": "commands"})
    return True


def _language(parameters: Parameters) -> str:
    language = parameters.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _scope(world: World, parameters: Parameters) -> CommandScope:
    wanted: Any = parameters.json("scope") or {"type": "default"}
    kind = wanted.get("type") if isinstance(wanted, dict) else None
    if isinstance(kind, str) and kind in _SCOPES:
        return kind, 0, 0
    if kind not in _OF_CHAT:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    chat = chat_of(world, Parameters(wanted, {}), need="read")
    return kind, chat.id, integer_of(wanted.get("user_id")) if kind == "chat_member" else 0


def set_text(world: World, parameters: Parameters, what: str) -> bool:
    """setMyName, setMyDescription, setMyShortDescription"""
    text = parameters.text(what)
    if len(text) > _LIMITS[what]:
        raise bad_request(f"BOT_{what.upper()}_TOO_LONG" if what != "name" else "BOT_TITLE_INVALID")
    world.bot.names[(what, _language(parameters))] = text
    return True


def get_text(world: World, parameters: Parameters, what: str) -> Json:
    """getMyName, getMyDescription, getMyShortDescription: in this language, else the general one"""
    names = world.bot.names
    general = world.bot.user.first_name if what == "name" else ""
    text = names.get((what, _language(parameters))) or names.get((what, "")) or general
    return {what: text}


def set_chat_menu_button(world: World, parameters: Parameters) -> bool:
    """setChatMenuButton: for one private chat, or for all"""
    button: Any = parameters.json("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("commands", "web_app", "default"):
        raise bad_request("can't parse menu button: unsupported type specified")
    world.bot.menu_buttons[_menu_chat(world, parameters)] = button
    return True


def get_chat_menu_button(world: World, parameters: Parameters) -> Json:
    """getChatMenuButton"""
    buttons = world.bot.menu_buttons
    found = buttons.get(_menu_chat(world, parameters)) or buttons.get(0)
    return found or {"type": "commands"}


def _menu_chat(world: World, parameters: Parameters) -> int:
    if "chat_id" not in parameters:
        return 0
    return chat_of(world, parameters, need="read").id
