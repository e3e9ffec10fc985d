"""How a message gets into a chat and out of it, whoever writes or removes it."""

from typing import Any

from bot.playground.world.accounts import CHANNEL_BOT, GROUP_ANONYMOUS_BOT, Json, User
from bot.playground.world.chats import Chat, Post, Topic
from bot.playground.world.files import FILE_KINDS
from bot.playground.world.privacy import bot_sees, mentions_bot
from bot.playground.world.queries import GuestQuery
from bot.playground.world.state import World
from bot.playground.world.text import Formatted

MEDIA = (*FILE_KINDS, "location")


def add_post(
    world: World,
    to: Chat | Topic,
    sender: User | Chat | None,
    content: Json,
    *,
    reply_to: Post | None = None,
) -> Post:
    """Add a message to a chat or a topic. Neither pages nor the bot are told.

    A Chat as sender writes in its own name: a group's anonymous administrator, or a channel.
    """
    chat, topic = (to.chat, to) if isinstance(to, Topic) else (to, None)
    number = world.next_number(chat)
    body: Json = {"message_id": number, **_signed(chat, sender), "chat": chat.json()}
    body |= {"date": world.unix(), **_thread(chat, topic, reply_to), **content}
    author = sender if isinstance(sender, User) else None
    post = Post(chat=chat, id=number, body=body, sender=author, reply_to=reply_to)
    chat.posts[number] = post
    return post


def _signed(chat: Chat, sender: User | Chat | None) -> Json:
    if chat.type == "channel":
        return {"sender_chat": chat.json()}
    if isinstance(sender, Chat):
        speaker = GROUP_ANONYMOUS_BOT if sender is chat else CHANNEL_BOT
        return {"from": speaker.json(), "sender_chat": sender.json()}
    return {"from": sender.json()} if sender is not None else {}


def _thread(chat: Chat, topic: Topic | None, reply_to: Post | None) -> Json:
    """The fields that say to which thread a message belongs.

    A reply stays in its topic. In a supergroup without topics a chain of replies is a thread, whose
    message_thread_id comes without is_topic_message.
    """
    if topic is None and reply_to is not None and reply_to.body.get("is_topic_message"):
        return {"message_thread_id": reply_to.thread, "is_topic_message": True}
    if topic is not None and topic.id in chat.topics:
        return {"message_thread_id": topic.id, "is_topic_message": True}
    if chat.type == "supergroup" and not chat.is_forum and reply_to is not None:
        return {"message_thread_id": reply_to.thread or reply_to.id}
    return {}


def show(world: World, post: Post, *, event: str = "post") -> None:
    """Tell pages and tests of a new or changed message."""
    world.tell({"type": event, **page_view(post)})


def page_view(post: Post) -> Json:
    """A message as the page needs it: the Message, and its reply keyboard if it has one."""
    view: Json = {"chat_id": post.chat.id, "message": post.json()}
    if post.markup is not None and "inline_keyboard" not in post.markup:
        view |= {"keyboard": post.markup, "for_person": post.for_person}
    if post.reactions:
        view["reactions"] = {str(key): list(emoji) for key, emoji in post.reactions.items()}
    return view


def deliver(world: World, post: Post, *, edited: bool = False, mentions: bool = False) -> None:
    """Queue the update for the bot, if the bot may see the message."""
    if bot_sees(world, post, mentions_reach_bot=mentions):
        kind = "channel_post" if post.chat.type == "channel" else "message"
        world.updates.push(f"edited_{kind}" if edited else kind, _told(post))
    elif not edited and _calls_guest(world, post):
        number = f"{world.updates.total + 1}{len(world.guest_queries):06d}"
        world.guest_queries[number] = GuestQuery(number, post, world.now())
        world.updates.push("guest_message", {**post.json(), "guest_query_id": number})


def _calls_guest(world: World, post: Post) -> bool:
    """Whether somebody mentions the bot in a group that it is not in."""
    is_away = post.chat.type in ("group", "supergroup") and not post.chat.member(world.bot.user.id)
    return is_away and world.bot.takes_guests and mentions_bot(world, post)


def _told(post: Post) -> Json:
    """The Message as the bot gets it: one in a topic that answers no other one answers the first
    message of its topic, which tells the name that the topic was made with."""
    told, first = post.json(), post.chat.posts.get(post.thread or 0)
    if first is not None and first is not post and "forum_topic_created" in first.body:
        told.setdefault("reply_to_message", first.json(with_reply=False))
    return told


def remove(world: World, post: Post) -> None:
    """Delete a message from its chat, and tell pages."""
    del post.chat.posts[post.id]
    world.tell({"type": "delete", "chat_id": post.chat.id, "message_id": post.id})


def service(world: World, to: Chat | Topic, sender: User | None, content: Json) -> Post:
    """Add a service message, such as that somebody joined, and tell pages and the bot."""
    post = add_post(world, to, sender, content)
    show(world, post)
    deliver(world, post)
    return post


def text_content(formatted: Formatted) -> Json:
    """`text` and `entities` of a Message."""
    content: dict[str, Any] = {"text": formatted.text}
    if formatted.entities:
        content["entities"] = list(formatted.entities)
    return content


def caption_content(formatted: Formatted) -> Json:
    """`caption` and `caption_entities` of a Message; nothing for an empty caption."""
    content: dict[str, Any] = {"caption": formatted.text} if formatted.text else {}
    if formatted.entities:
        content["caption_entities"] = list(formatted.entities)
    return content


def content_of(post: Post) -> Json:
    """The fields of a message that a copy or a forward repeats."""
    kept = ("text", "entities", "caption", "caption_entities", *MEDIA)
    return {name: post.body[name] for name in kept if name in post.body}


def origin_of(post: Post) -> Json:
    """The MessageOrigin of a forward of `post`."""
    if "forward_origin" in post.body:
        origin: Json = post.body["forward_origin"]
        return origin
    date = {"date": post.body["date"]}
    speaker = post.body.get("sender_chat")
    if speaker is None:
        return {"type": "user", **date, "sender_user": post.body["from"]}
    if speaker["type"] == "channel":
        return {"type": "channel", **date, "chat": speaker, "message_id": post.id}
    return {"type": "chat", **date, "sender_chat": speaker}
