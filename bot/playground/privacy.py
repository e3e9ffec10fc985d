"""Which posts reach the bot.

Source: "Privacy mode" in Telegram's documentation of bot features. In a group, a bot that is no
administrator gets commands meant for it, replies to its own messages, what was sent through it,
and service messages. A bare mention is not in that list, though BotFather's own words promise it:
`mentions_reach_bot` of the stand-in turns it on.
"""

from bot.playground.text import Entity, utf16_slice
from bot.playground.world import Post, World

_CONTENT = (
    "text",
    "photo",
    "document",
    "location",
    "contact",
    "video",
    "voice",
    "sticker",
    "venue",
)


def bot_sees(world: World, post: Post, *, mentions_reach_bot: bool = False) -> bool:
    """Would Telegram send `post` to the bot?"""
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
    named = mentions_reach_bot and mentions_bot(world, post)
    return answers_bot or through_bot or is_command_for_bot(world, post) or named


def is_service(post: Post) -> bool:
    """Was the post written by nobody: somebody came, a topic was made, the group moved?"""
    return not any(kind in post.body for kind in _CONTENT)


def is_command_for_bot(world: World, post: Post) -> bool:
    """Does the post start with a command for any bot, or for this one by name?"""
    text, entities = _text_of(post)
    first = next((mark for mark in entities if mark["offset"] == 0), None)
    if first is None or first["type"] != "bot_command":
        return False
    _, _, name = utf16_slice(text, 0, first["length"]).partition("@")
    return not name or name.lower() == (world.bot.user.username or "").lower()


def mentions_bot(world: World, post: Post) -> bool:
    """Is the bot's @username in the post?"""
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
