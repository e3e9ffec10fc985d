"""What a message is made of: words, a file, a place, or nothing that a task is made of.

Telegram has a field for each kind of content and for each kind of service message. A test goes
over all of them: each is words, a file, a place, or stands here with the reason of its silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from telegram import MessageEntity

from bot.replies import FILE_KINDS, File

if TYPE_CHECKING:
    from telegram import Checklist, Contact, Message, Poll, Venue

LONGEST_NAME = 30  # letters of a text mention as an @name

# What happened in a chat and nobody wrote: it asks nothing of the bot, so nothing is answered.
# Comings, goings and a group's new id are read where they are kept, see bot.incoming.updates.
SERVICE = frozenset(
    {
        # people and the chat itself
        *("new_chat_members", "left_chat_member", "chat_owner_left", "chat_owner_changed"),
        *("new_chat_title", "new_chat_photo", "delete_chat_photo", "chat_background_set"),
        *("group_chat_created", "supergroup_chat_created", "channel_chat_created"),
        *("migrate_to_chat_id", "migrate_from_chat_id", "message_auto_delete_timer_changed"),
        *("pinned_message", "boost_added", "proximity_alert_triggered", "connected_website"),
        *("forum_topic_created", "forum_topic_edited", "forum_topic_closed"),
        *("forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden"),
        *("video_chat_scheduled", "video_chat_started", "video_chat_ended"),
        "video_chat_participants_invited",
        # about another message, which has come as such
        *("checklist_tasks_done", "checklist_tasks_added", "poll_option_added"),
        *("poll_option_deleted", "giveaway_created", "giveaway_completed"),
        # of what this bot never offers: payments, gifts, web apps, passports, other people's bots
        *("successful_payment", "refunded_payment", "gift", "unique_gift", "gift_upgrade_sent"),
        *("users_shared", "chat_shared", "write_access_allowed", "passport_data"),
        *("web_app_data", "managed_bot_created", "paid_message_price_changed"),
        *("direct_message_price_changed", "suggested_post_approved"),
        *("suggested_post_approval_failed", "suggested_post_declined"),
        *("suggested_post_paid", "suggested_post_refunded"),
    }
)


def is_service(message: Message) -> bool:
    """Whether it tells what happened in a chat, and is nothing that somebody wrote."""
    return any(getattr(message, name, None) for name in SERVICE)


def text_of(message: Message) -> str:
    """The words of a message, whatever holds them; "" where it has none."""
    if words := message.text or message.caption:
        return words
    if message.venue is not None:
        return _venue(message.venue)
    if message.contact is not None:
        return _contact(message.contact)
    if message.poll is not None:
        return _poll(message.poll)
    if message.checklist is not None:
        return _checklist(message.checklist)
    return _rich(message.api_kwargs.get("rich_message"))


def _venue(venue: Venue) -> str:
    place = venue.location
    link = f"https://maps.google.com/?q={place.latitude},{place.longitude}"
    return "\n".join(filter(None, (venue.title, venue.address, link)))


def _contact(contact: Contact) -> str:
    name = " ".join(filter(None, (contact.first_name, contact.last_name)))
    return "\n".join(filter(None, (name, contact.phone_number)))


def _poll(poll: Poll) -> str:
    return "\n".join([poll.question, *(option.text for option in poll.options)])


def _checklist(checklist: Checklist) -> str:
    lines = [f"- {'[x] ' if task.completion_date else ''}{task.text}" for task in checklist.tasks]
    return "\n".join([checklist.title, *lines])


def _rich(message: Any) -> str:
    """The words of a formatted message, a line for each block; python-telegram-bot knows it not."""
    blocks = message.get("blocks") if isinstance(message, Mapping) else None
    lines = [_plain(block) for block in blocks] if isinstance(blocks, list) else []
    return "\n".join(filter(None, lines))


def _plain(part: Any) -> str:
    match part:
        case str():
            return part
        case list():
            return "".join(map(_plain, part))
        case {"items": list() as items}:
            return "\n".join(f"- {_plain(item)}" for item in items)
        case {"blocks": list() as blocks}:
            return "\n".join(map(_plain, blocks))
        case {"text": words} | {"summary": words} | {"alternative_text": words}:
            return _plain(words)
        case _:
            return ""


def file_of(message: Message) -> File | None:
    """The file that a message brings; of a picture the largest. An animation comes as a document,
    too, and is taken as what it is."""
    for kind in FILE_KINDS:
        content = getattr(message, kind)
        if content:
            one = content[-1] if isinstance(content, Sequence) else content
            name = getattr(one, "file_name", None) or ""
            return File(kind, one.file_id, one.file_unique_id, name, one.file_size or 0)
    return None


def has_place(message: Message) -> bool:
    """Whether it shows a bare place; one with a name has words."""
    return message.location is not None and message.venue is None


def is_own_place(message: Message) -> bool:
    """Whether the sender tells where they are: not what somebody else, a bot or a moving phone
    tells."""
    place = message.location
    if place is None or not has_place(message):
        return False
    is_live = place.live_period is not None
    return not is_live and message.forward_origin is None and message.via_bot is None


class Spelt(NamedTuple):
    """A message's words in which each text mention of a person is written as an @name, what
    Telegram marks in them, and whose names these are: Telegram's ids by name in lower case."""

    text: str
    entities: Sequence[MessageEntity]
    people: Mapping[str, int]


def spelt(message: Message) -> Spelt:
    """The words of a message; people without a username are marked there, and not named.

    Telegram counts entities in units of UTF-16.
    """
    text = message.text or message.caption or ""
    entities, people, moved = [], dict[str, int](), 0
    raw = _encoded(text)
    marks = message.entities or message.caption_entities or ()
    for entity in sorted(marks, key=lambda mark: mark.offset):
        start, end = entity.offset + moved, entity.offset + moved + entity.length
        name = _name_of(_decoded(raw[2 * start : 2 * end]), text, people)
        if entity.user is not None and not entity.user.is_bot and name:
            word = _encoded(f"@{name}")
            raw = raw[: 2 * start] + word + raw[2 * end :]
            moved += len(word) // 2 - entity.length
            people[name.lower()] = entity.user.id
        else:
            entities.append(MessageEntity(entity.type, start, entity.length, user=entity.user))
    return Spelt(_decoded(raw), entities, people)


def _name_of(words: str, text: str, others: Mapping[str, int]) -> str:
    """The words of a mention as one word that nothing else in the text is called."""
    name = "_".join(re.findall(r"\w+", words))[:LONGEST_NAME]
    while name and (name.lower() in others or f"@{name}".lower() in text.lower()):
        name += "_"
    return name


def called(words: Spelt, *, bot_id: int, username: str) -> str | None:
    """The words beside the bot's name where they are for the bot: the name stands before them,
    perhaps behind an emoji, or ends their first or last line. None where it is only spoken of.
    """
    raw = _encoded(words.text)
    for entity in words.entities:
        start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
        before, name, after = map(_decoded, (raw[:start], raw[start:end], raw[end:]))
        if _is_name(entity, name, bot_id=bot_id, username=username) and _is_call(before, after):
            return f"{before.rstrip()}{after}".strip(" \n,:")
    return None


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _decoded(units: bytes) -> str:
    return units.decode("utf-16-le", "surrogatepass")


def _is_name(entity: MessageEntity, name: str, *, bot_id: int, username: str) -> bool:
    if entity.user is not None:
        return entity.user.id == bot_id
    return entity.type == "mention" and name.lower() == f"@{username}".lower()


def _is_call(before: str, after: str) -> bool:
    if not _has_word(before):
        return True
    rest, _, below = after.partition("\n")
    is_first, is_last = "\n" not in before, not _has_word(below)
    return not _has_word(rest) and (is_first or is_last)


def _has_word(text: str) -> bool:
    return any(letter.isalnum() for letter in text)
