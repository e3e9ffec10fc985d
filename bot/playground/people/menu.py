"""The command menu that a person sees in a chat."""

from collections.abc import Iterator

from bot.playground.world import Chat, CommandScope, Json, User, World


def commands_for(world: World, chat: Chat, person: User) -> list[Json]:
    """The commands that `person` sees in `chat`: the narrowest scope, then the language.

    Source: "Determining list of commands" in the Bot API's documentation.
    """
    language = (person.language or "")[:2]
    for scope in _scopes_for(chat, person):
        for wanted in dict.fromkeys((language, "")):
            if commands := world.bot.commands.get((*scope, wanted)):
                return commands
    return []


def _scopes_for(chat: Chat, person: User) -> Iterator[CommandScope]:
    if chat.type == "private":
        yield from (("chat", chat.id, 0), ("all_private_chats", 0, 0), ("default", 0, 0))
        return
    member = chat.member(person.id)
    is_admin = member is not None and member.is_admin
    yield "chat_member", chat.id, person.id
    if is_admin:
        yield "chat_administrators", chat.id, 0
    yield "chat", chat.id, 0
    if is_admin:
        yield "all_chat_administrators", 0, 0
    yield from (("all_group_chats", 0, 0), ("default", 0, 0))
