"""The Bot API methods that send a message, a chat action or a reaction."""

import math
from collections.abc import Callable
from typing import Any

from bot.playground.api.access import chat_of, check_access, post_of, reply_of, topic_of
from bot.playground.api.files import caption, media_content
from bot.playground.api.formatting import formatted
from bot.playground.api.keyboards import checked_markup
from bot.playground.api.parameters import Parameters
from bot.playground.world import Chat, Json, Post, World
from bot.playground.world.posting import (
    add_post,
    content_of,
    origin_of,
    show,
    text_content,
)
from bot.playground.world.reactions import REACTIONS, put_reactions
from bot.playground.world.refusals import bad_request
from bot.playground.world.text import MAX_TEXT, Formatted, utf16_length

_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(world: World, parameters: Parameters) -> Json:
    """sendMessage"""
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    text = formatted(world, parameters, "text")
    return _send(world, parameters, lambda: text_content(_checked_text(text))).json()


def _checked_text(text: Formatted) -> Formatted:
    if not text.text:
        raise bad_request("text must be non-empty")
    if utf16_length(text.text) > MAX_TEXT:
        raise bad_request("message is too long")
    return text


def send_file(world: World, parameters: Parameters, kind: str) -> Json:
    """sendPhoto, sendDocument, sendVideo, sendAnimation, sendAudio, sendVoice, sendVideoNote"""
    return _send(world, parameters, lambda: media_content(world, parameters, kind)).json()


def send_location(world: World, parameters: Parameters) -> Json:
    """sendLocation"""
    place = {
        "latitude": _degrees(parameters, "latitude", 90),
        "longitude": _degrees(parameters, "longitude", 180),
    }
    return _send(world, parameters, lambda: {"location": place}).json()


def _degrees(parameters: Parameters, name: str, most: int) -> float:
    try:
        degrees = float(parameters.text(name))
    except ValueError:
        degrees = math.nan
    if not -most <= degrees <= most:
        raise bad_request("wrong latitude or longitude specified")
    return degrees


def _send(world: World, parameters: Parameters, content: Callable[[], Json]) -> Post:
    """Check the chat, the topic, the reply and the keyboard, then make the message.

    `content` is called when these are sound: Telegram checks a message's content after them.
    """
    chat = chat_of(world, parameters, need="write")
    topic = topic_of(world, chat, parameters)
    reply_to, quote = reply_of(chat, parameters)
    markup = checked_markup(parameters.json("reply_markup"), chat=chat)
    made = content()
    post = add_post(world, topic or chat, world.bot.user, {**made, **quote}, reply_to=reply_to)
    if parameters.flag("protect_content"):
        post.body["has_protected_content"] = True
    post.markup = markup
    if markup is not None and markup.get("selective"):
        post.for_person = _chosen_reader(post)
    show(world, post)
    return post


def _chosen_reader(post: Post) -> int | None:
    """The id of the person who sees a selective keyboard: who was answered, or mentioned first."""
    if post.reply_to is not None and post.reply_to.sender is not None:
        return post.reply_to.sender.id
    marks = post.body.get("entities", [])
    return next((mark["user"]["id"] for mark in marks if mark["type"] == "text_mention"), None)


def send_chat_action(world: World, parameters: Parameters) -> bool:
    """sendChatAction"""
    chat = chat_of(world, parameters, need="write")
    action = parameters.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    topic = topic_of(world, chat, parameters, general=True)
    thread = None if topic is None else topic.id
    world.tell({"type": "action", "chat_id": chat.id, "thread": thread, "action": action})
    return True


def forward_message(world: World, parameters: Parameters) -> Json:
    """forwardMessage"""
    source = source_post(world, parameters, parameters.integer("message_id"), "forward")
    content = {**content_of(source), "forward_origin": origin_of(source)}
    return _send(world, parameters, lambda: content).json()


def copy_message(world: World, parameters: Parameters) -> Json:
    """copyMessage"""
    source = source_post(world, parameters, parameters.integer("message_id"), "copy")

    def content() -> Json:
        copied = content_of(source)
        if "caption" not in parameters or "text" in copied:
            return copied
        kept = {name: copied[name] for name in copied if not name.startswith("caption")}
        return {**kept, **caption(world, parameters)}

    return {"message_id": _send(world, parameters, content).id}


def source_post(world: World, parameters: Parameters, number: int, verb: str) -> Post:
    """The message to forward or copy. Raises Refusal when it is missing or protected."""
    chat: Chat = chat_of(world, parameters, need="read", field="from_chat_id")
    post = chat.posts.get(number)
    if post is None:
        raise bad_request(f"message to {verb} not found")
    if post.body.get("has_protected_content") or not content_of(post):
        raise bad_request(
            f"the message can't be {verb}ed" if verb == "forward" else "message can't be copied"
        )
    return post


def set_message_reaction(world: World, parameters: Parameters) -> bool:
    """setMessageReaction"""
    post = post_of(world, parameters, need="edit", words="message to react")
    check_access(world, post.chat, need="write")
    wanted: Any = parameters.json("reaction") or []
    if not isinstance(wanted, list) or len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    chosen = wanted[0] if wanted else {"type": "emoji"}
    if not isinstance(chosen, dict) or chosen.get("type") != "emoji":
        raise bad_request("REACTION_INVALID")
    emoji = chosen.get("emoji")
    if emoji and (emoji not in REACTIONS or not post.chat.takes_reactions):
        raise bad_request("REACTION_INVALID")
    put_reactions(world, post, world.bot.user, (emoji,) if emoji else ())
    return True
