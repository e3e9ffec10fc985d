"""The Bot API methods that change, remove or pin a message, or answer a press."""

from datetime import timedelta
from typing import Any

from bot.playground.api.access import chat_of, post_of
from bot.playground.api.files import media_content
from bot.playground.api.formatting import formatted
from bot.playground.api.keyboards import checked_inline_keyboard
from bot.playground.api.parameters import Parameters, integer_of
from bot.playground.world import Answer, Chat, Json, Post, World
from bot.playground.world.files import FILE_KINDS, WITH_CAPTION
from bot.playground.world.posting import caption_content, remove, service, show, text_content
from bot.playground.world.refusals import NOT_MODIFIED, OLD_QUERY, Refusal, bad_request
from bot.playground.world.text import MAX_CAPTION, MAX_TEXT, utf16_length

DELETABLE = timedelta(hours=48)
ANSWERABLE = timedelta(minutes=15)  # not documented; people report refusals after minutes
MAX_ANSWER = 200  # UTF-16 code units
_EXCHANGED = ("photo", "document", "video", "animation", "audio")  # by editMessageMedia
_CONTENT = ("text", "entities", "caption", "caption_entities", *FILE_KINDS)


def edit_message_text(world: World, parameters: Parameters) -> Json | bool:
    """editMessageText"""
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    text = formatted(world, parameters, "text")
    post = _editable_post(world, parameters)
    if "text" not in post.body:
        raise bad_request("there is no text in the message to edit")
    if not text.text:
        raise bad_request("text must be non-empty")
    if utf16_length(text.text) > MAX_TEXT:
        raise bad_request("MESSAGE_TOO_LONG")
    return _change(world, parameters, post, ("text", "entities"), text_content(text))


def edit_message_caption(world: World, parameters: Parameters) -> Json | bool:
    """editMessageCaption"""
    text = formatted(world, parameters, "caption", entities_field="caption_entities")
    post = _editable_post(world, parameters)
    if not any(kind in post.body for kind in WITH_CAPTION):
        raise bad_request("there is no caption in the message to edit")
    if utf16_length(text.text) > MAX_CAPTION:
        raise bad_request("MEDIA_CAPTION_TOO_LONG")
    content = caption_content(text)
    return _change(world, parameters, post, ("caption", "caption_entities"), content)


def edit_message_media(world: World, parameters: Parameters) -> Json | bool:
    """editMessageMedia: files, new ones or known ones by their file_id; recordings of a voice and
    round videos cannot be exchanged"""
    media: Any = parameters.json("media")
    kind = media.get("type") if isinstance(media, dict) else None
    if kind not in _EXCHANGED:
        raise bad_request("can't parse InputMedia: type must be non-empty")
    post = _editable_post(world, parameters)
    inner = Parameters({**media, kind: media.get("media")}, parameters.files)
    return _change(world, parameters, post, _CONTENT, media_content(world, inner, kind))


def edit_message_reply_markup(world: World, parameters: Parameters) -> Json | bool:
    """editMessageReplyMarkup"""
    return _change(world, parameters, _editable_post(world, parameters), (), {})


def _editable_post(world: World, parameters: Parameters) -> Post:
    """The message that a call edits: one that the bot wrote. Raises Refusal for any other."""
    if "inline_message_id" in parameters:
        inline = world.inline_posts.get(parameters.text("inline_message_id"))
        if inline is None or inline.id not in inline.chat.posts:
            raise bad_request("MESSAGE_ID_INVALID")
        return inline
    if not parameters.text("chat_id") and not parameters.text("message_id"):
        raise bad_request("message identifier is not specified")
    post = post_of(world, parameters, need="edit", words="message to edit")
    if post.sender is not world.bot.user or "forward_origin" in post.body:
        raise bad_request("message can't be edited")
    if post.markup is not None and "inline_keyboard" not in post.markup:
        raise bad_request("message can't be edited")  # it came with a reply keyboard
    return post


def _change(
    world: World, parameters: Parameters, post: Post, replaced: tuple[str, ...], content: Json
) -> Json | bool:
    """Put `content` in place of the fields `replaced`, and the call's keyboard below it.

    Raises Refusal when nothing would change.
    """
    markup = checked_inline_keyboard(parameters.json("reply_markup"))
    before = {name: post.body[name] for name in replaced if name in post.body}
    if before == content and markup == post.markup:
        raise Refusal(400, NOT_MODIFIED)
    for name in replaced:
        post.body.pop(name, None)
    post.body |= content
    if content or replaced:
        post.body["edit_date"] = max(world.unix(), post.body["date"])
    post.markup = markup
    show(world, post, event="edit")
    return True if "inline_message_id" in parameters else post.json()


def delete_message(world: World, parameters: Parameters) -> bool:
    """deleteMessage"""
    post = post_of(world, parameters, need="edit", words="message to delete")
    _check_deletable(world, post)
    remove(world, post)
    return True


def delete_messages(world: World, parameters: Parameters) -> bool:
    """deleteMessages: messages that are gone already are passed over."""
    chat = chat_of(world, parameters, need="edit")
    numbers = _message_numbers(parameters)
    posts = [chat.posts[number] for number in numbers if number in chat.posts]
    for post in posts:
        _check_deletable(world, post)
    for post in posts:
        remove(world, post)
    return True


def _message_numbers(parameters: Parameters) -> list[int]:
    numbers: Any = parameters.json("message_ids")
    if not numbers:
        raise bad_request("message identifiers are not specified")
    if not isinstance(numbers, list):
        raise bad_request("expected an Array of message identifiers")
    if len(numbers) > 100:
        raise bad_request("too many message identifiers specified")
    return [integer_of(number) for number in numbers]


def _check_deletable(world: World, post: Post) -> None:
    """Raise Refusal when the bot may not delete this message.

    It may delete its own messages and, in private chats, other people's for 48 hours; as an
    administrator it may delete all messages at any time.
    """
    member = post.chat.member(world.bot.user.id)
    is_admin = member is not None and member.is_admin
    if not is_admin and world.unix() - post.body["date"] > DELETABLE.total_seconds():
        raise bad_request("message can't be deleted for everyone")
    is_own = post.sender is world.bot.user
    if not (is_own or is_admin or post.chat.type == "private"):
        raise bad_request("message can't be deleted")


def answer_callback_query(world: World, parameters: Parameters) -> bool:
    """answerCallbackQuery: once for each press, within 15 minutes"""
    query = world.queries.get(parameters.text("callback_query_id"))
    if query is None or query.answer is not None or world.now() - query.asked_at > ANSWERABLE:
        raise Refusal(400, OLD_QUERY)
    text = parameters.text("text")
    if utf16_length(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    url = parameters.text("url") or None
    query.answer = Answer(text or None, show_alert=parameters.flag("show_alert"), url=url)
    event = {"type": "answer", "query_id": query.id, "user_id": query.person.id}
    world.tell({**event, "text": text, "show_alert": query.answer.show_alert, "url": url})
    return True


def pin_chat_message(world: World, parameters: Parameters) -> bool:
    """pinChatMessage"""
    post = post_of(world, parameters, need="edit", words="message to pin")
    _check_pinning(world, post.chat)
    if post.id not in post.chat.pinned:
        post.chat.pinned.append(post.id)
        world.tell({"type": "chats"})
        pinned = post.json(with_reply=False)
        service(world, post.chat, world.bot.user, {"pinned_message": pinned})
    return True


def unpin_chat_message(world: World, parameters: Parameters) -> bool:
    """unpinChatMessage: the named message, or the one that was pinned last"""
    chat = chat_of(world, parameters, need="edit")
    _check_pinning(world, chat)
    number = parameters.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(number)
    world.tell({"type": "chats"})
    return True


def _check_pinning(world: World, chat: Chat) -> None:
    member = chat.member(world.bot.user.id)
    if chat.type != "private" and (member is None or not member.is_admin):
        raise bad_request("not enough rights to manage pinned messages in the chat")
