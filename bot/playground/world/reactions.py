"""Reactions on messages: which there are, and who is told of them."""

from bot.playground.world.accounts import Json, User
from bot.playground.world.chats import Post
from bot.playground.world.state import World

# Those that people without Premium can choose from, by Telegram's list.
REACTIONS = frozenset(
    (
        *("❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩", "🤮"),
        *("💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤‍🔥", "🌚", "🌭", "💯", "🤣", "⚡"),
        *(
            "🍌",
            "🏆",
            "💔",
            "🤨",
            "😐",
            "🍓",
            "🍾",
            "💋",
            "🖕",
            "😈",
            "😴",
            "😭",
            "🤓",
            "👻",
            "👨‍💻",
        ),
        *("👀", "🎃", "🙈", "😇", "😨", "🤝", "✍", "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿"),
        *("🆒", "💘", "🙉", "🦄", "😘", "💊", "🙊", "😎", "👾", "🤷‍♂", "🤷", "🤷‍♀", "😡"),
    )
)


def put_reactions(world: World, post: Post, who: User, emoji: tuple[str, ...]) -> None:
    """Replace somebody's reactions on a message, and tell pages; the bot, if it is to know.

    In a group it is told of them as an administrator only, and nowhere of its own.
    """
    before = post.reactions.pop(who.id, ())
    if emoji:
        post.reactions[who.id] = emoji
    event = {"type": "reaction", "chat_id": post.chat.id, "message_id": post.id}
    world.tell({**event, "user_id": who.id, "chosen": list(emoji)})
    bot = post.chat.member(world.bot.user.id)
    is_told = post.chat.type == "private" or (bot is not None and bot.is_admin)
    if who is world.bot.user or before == emoji or not is_told:
        return
    change = {
        "chat": post.chat.json(),
        "message_id": post.id,
        "user": who.json(),
        "date": world.unix(),
        "old_reaction": _kinds(before),
        "new_reaction": _kinds(emoji),
    }
    world.updates.push("message_reaction", change)


def _kinds(emoji: tuple[str, ...]) -> list[Json]:
    return [{"type": "emoji", "emoji": one} for one in emoji]
