"""Find the chat, topic or message that a call names, and refuse what the bot may not reach.

The order of the checks and their words follow `check_chat_access`, `check_message` and
`check_reply_parameters` of Telegram's Bot API server.
"""

from typing import Any, Literal

from bot.playground.api.parameters import Parameters, integer_of
from bot.playground.world import GENERAL_TOPIC, Chat, Post, Topic, World
from bot.playground.world.refusals import bad_request, forbidden, upgraded

Need = Literal["read", "edit", "write"]


def chat_of(world: World, parameters: Parameters, *, need: Need, field: str = "chat_id") -> Chat:
    """The chat that `field` names by id or @username.

    Raises Refusal when there is none, or when the bot may not do what it needs there.
    """
    wanted = parameters.text(field)
    if not wanted:
        raise bad_request(f"{field} is empty")
    if wanted.startswith("@"):
        chat = _public_chat(world, wanted[1:])
    else:
        chat = world.chats.get(parameters.integer(field))
    if chat is None or (chat.person is not None and not world.knows(chat.person)):
        raise bad_request("chat not found")
    check_access(world, chat, need=need)
    return chat


def _public_chat(world: World, name: str) -> Chat | None:
    return next(
        (
            chat
            for chat in world.chats.values()
            if chat.person is None and (chat.username or "").lower() == name.lower()
        ),
        None,
    )


def check_access(world: World, chat: Chat, *, need: Need) -> None:
    """Raise Refusal when the bot may not do what it needs in `chat`."""
    if chat.person is not None:
        if need != "read":
            _check_private(chat)
        return
    if chat.migrated_to is not None and need != "read":
        raise upgraded(chat.migrated_to)
    name = {"group": "group", "channel": "channel"}.get(chat.type, "supergroup")
    status = world.bot_status(chat)
    if need == "read" and chat.type == "group":
        return  # Telegram still shows a small group that the bot was in
    if status == "kicked":
        raise forbidden(f"bot was kicked from the {name} chat")
    if status == "left":
        raise forbidden(f"bot is not a member of the {name} chat")
    member = chat.member(world.bot.user.id)
    if chat.type == "channel" and need == "write" and member and not member.is_admin:
        raise bad_request("need administrator rights in the channel chat")


def _check_private(chat: Chat) -> None:
    if chat.person is not None and chat.person.is_deactivated:
        raise forbidden("user is deactivated")
    if chat.blocked_bot:
        raise forbidden("bot was blocked by the user")
    if not chat.is_started:
        raise forbidden("bot can't initiate conversation with a user")


def post_of(world: World, parameters: Parameters, *, need: Need, words: str) -> Post:
    """The message that a call names. Raises Refusal ("`words` not found")."""
    chat = chat_of(world, parameters, need=need)
    post = chat.posts.get(parameters.integer("message_id"))
    if post is None:
        raise bad_request(f"{words} not found")
    return post


def topic_of(
    world: World, chat: Chat, parameters: Parameters, *, general: bool = False
) -> Topic | None:
    """The topic that `message_thread_id` names; None without one.

    A message to the General topic leaves the parameter out; only chat actions may name that topic
    (`general`). Raises Refusal for a topic that does not exist, and for a closed one unless the
    bot is an administrator.
    """
    number = parameters.integer("message_thread_id")
    if number <= 0 or (general and number == GENERAL_TOPIC):
        return None
    topic = chat.topics.get(number)
    if topic is None or topic.is_deleted or number == GENERAL_TOPIC:
        raise bad_request("message thread not found")
    member = chat.member(world.bot.user.id)
    if topic.is_closed and (member is None or not member.is_admin):
        raise bad_request("TOPIC_CLOSED")
    return topic


def reply_of(chat: Chat, parameters: Parameters) -> tuple[Post | None, dict[str, Any]]:
    """The message that the new one answers, and the fields of a quote from it.

    Raises Refusal when that message is missing, unless the call allows sending without reply.
    """
    wanted = parameters.json("reply_parameters")
    if wanted is None:
        wanted = {
            "message_id": parameters.integer("reply_to_message_id"),
            "allow_sending_without_reply": parameters.flag("allow_sending_without_reply"),
        }
    if not isinstance(wanted, dict):
        raise bad_request("object expected as reply parameters")
    number = integer_of(wanted.get("message_id"))
    if number <= 0:
        return None, {}
    elsewhere = str(wanted.get("chat_id") or chat.id) not in (str(chat.id), f"@{chat.username}")
    post = None if elsewhere else chat.posts.get(number)
    if post is None and not wanted.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return post, _quoted(post, wanted)


def _quoted(post: Post | None, wanted: dict[str, Any]) -> dict[str, Any]:
    quote = str(wanted.get("quote") or "")
    if post is None or not quote:
        return {}
    if quote not in str(post.body.get("text", post.body.get("caption", ""))):
        raise bad_request("QUOTE_TEXT_INVALID")
    position = integer_of(wanted.get("quote_position"))
    return {"quote": {"text": quote, "position": position, "is_manual": True}}
