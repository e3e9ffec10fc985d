"""Which posts reach the bot.

Source: "Privacy mode" in Telegram's documentation of bot features. In a group, a bot that is not
an administrator gets commands meant for it, replies to its own messages, messages sent through it
(inline), and service messages. A bare mention is not in that list, although BotFather says that it
is: `mentions_reach_bot` of the stand-in turns it on.
"""

from bot.playground.world.chats import Post
from bot.playground.world.files import FILE_KINDS
from bot.playground.world.state import World
from bot.playground.world.text import Entity, utf16_slice

_CONTENT = ("text", *FILE_KINDS, "location", "contact", "sticker", "venue")


def bot_sees(world: World, post: Post, *, mentions_reach_bot: bool = False) -> bool:
    """Whether Telegram sends `post` to the bot."""
    chat, bot = post.chat, world.bot
    member = chat.member(bot.user.id)
    if post.sender is bot.user or (member is None and chat.type != "private"):
        return False
    if member is None:
        return not chat.blocked_bot
    if chat.type == "channel" or member.is_admin or not bot.privacy_mode or is_service(post):
        return True
    answers_bot = post.reply_to is not None and post.reply_to.sender is bot.user
    through_bot = post.body.get("via_bot", {}).get("id") == bot.user.id
    is_mentioned = mentions_reach_bot and mentions_bot(world, post)
    return answers_bot or through_bot or is_command_for_bot(world, post) or is_mentioned


def is_service(post: Post) -> bool:
    """Whether it is a service message: somebody joined, a topic was created, a group migrated."""
    return not any(kind in post.body for kind in _CONTENT)


def is_command_for_bot(world: World, post: Post) -> bool:
    """Whether the post starts with a command for any bot, or for this one by its name."""
    text, entities = _text_of(post)
    first = next((mark for mark in entities if mark["offset"] == 0), None)
    if first is None or first["type"] != "bot_command":
        return False
    _, _, name = utf16_slice(text, 0, first["length"]).partition("@")
    return not name or name.lower() == (world.bot.user.username or "").lower()


def mentions_bot(world: World, post: Post) -> bool:
    """Whether the post mentions the bot's @username."""
    text, entities = _text_of(post)
    name = f"@{world.bot.user.username}".lower()
    marked = (
        utf16_slice(text, mark["offset"], mark["length"])
        for mark in entities
        if mark["type"] == "mention"
    )
    return any(words.lower() == name for words in marked)


def _text_of(post: Post) -> tuple[str, list[Entity]]:
    body = post.body
    if "text" in body:
        return body["text"], body.get("entities", [])
    return body.get("caption", ""), body.get("caption_entities", [])
