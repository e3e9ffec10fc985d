"""Finding what a call is about, and refusing what the bot may not reach.

The order of the checks and their words follow `check_chat_access`, `check_message` and
`check_reply_parameters` of Telegram's Bot API server.
"""

from typing import Any, Literal

from bot.playground.html import UnparsableError, parse_html
from bot.playground.parameters import Parameters, integer_of
from bot.playground.refusals import bad_request, forbidden, upgraded
from bot.playground.text import (
    Entity,
    Formatted,
    arranged,
    clean,
    completed,
    is_empty,
    trimmed,
    utf16_length,
)
from bot.playground.world import GENERAL_TOPIC, Chat, Post, Topic, World

Need = Literal["read", "edit", "write"]


def chat_of(world: World, parameters: Parameters, *, need: Need, field: str = "chat_id") -> Chat:
    """The chat that `field` names by id or @username. Raises Refusal when it is out of reach."""
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
        return  # a small group stays readable from memory
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
    """The message that a call is about. Raises Refusal ("`words` not found")."""
    chat = chat_of(world, parameters, need=need)
    post = chat.posts.get(parameters.integer("message_id"))
    if post is None:
        raise bad_request(f"{words} not found")
    return post


def topic_of(
    world: World, chat: Chat, parameters: Parameters, *, general: bool = False
) -> Topic | None:
    """The topic that `message_thread_id` names; None without one.

    The General topic is written to by leaving the parameter out; only chat actions name it
    (`general`). Raises Refusal for a topic that is not there, or closed to all but administrators.
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
    """The message that the new one answers, and what it quotes. Raises Refusal without it."""
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


def formatted(
    world: World, parameters: Parameters, field: str, *, entities_field: str = "entities"
) -> Formatted:
    """The text of `field` read in its parse mode, with what Telegram marks by itself.

    Raises Refusal for markup that does not parse and for modes that the stand-in does not speak.
    """
    source = clean(parameters.text(field))
    mode = parameters.text("parse_mode").lower()
    marks = parameters.json(entities_field)
    if mode == "html":
        try:
            read = parse_html(source, find_user=world.find_user)
        except UnparsableError as complaint:
            raise bad_request(f"can't parse entities: {complaint}") from None
    elif mode in ("", "none"):
        read = Formatted(source, arranged(_given(world, marks, source)))
    else:
        raise bad_request("unsupported parse_mode")
    read = trimmed(read)
    return Formatted("") if is_empty(read.text) else completed(read)


def _given(world: World, marks: Any, text: str) -> list[Entity]:
    """The entities that a call brings along; those outside the text are dropped."""
    if not isinstance(marks, list):
        if not marks:
            return []
        raise bad_request("expected an Array of MessageEntity")
    end = utf16_length(text)
    kept = [_known_mark(world, _checked_mark(mark)) for mark in marks]
    return [
        mark
        for mark in kept
        if mark is not None and 0 <= mark["offset"] < mark["offset"] + mark["length"] <= end
    ]


def _checked_mark(mark: Any) -> Entity:
    wrong = "can't parse MessageEntity"
    if not isinstance(mark, dict):
        raise bad_request(f"{wrong}: expected an Object")
    if not isinstance(mark.get("type"), str):
        raise bad_request(f'{wrong}: Field "type" must be of type String')
    for field in ("offset", "length"):
        if not isinstance(mark.get(field), int):
            raise bad_request(f'{wrong}: Field "{field}" must be of type Number')
    return dict(mark)


def _known_mark(world: World, mark: Entity) -> Entity | None:
    """The mark as Telegram keeps it: people by their accounts, and no types of its own making."""
    if mark["type"] in ("mention", "hashtag", "url", "email", "bot_command"):
        return None
    if mark["type"] != "text_mention":
        return mark
    person = mark.get("user")
    user = world.find_user(integer_of(person.get("id"))) if isinstance(person, dict) else None
    return None if user is None else {**mark, "user": user}
