"""Telegram's updates, read into Dueto's terms. What is not of use reads as None."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import telegram
from telegram import ChatMember, ChatMemberUpdated, Message, MessageReactionUpdated, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.incoming.contents import (
    called,
    file_of,
    has_place,
    is_own_place,
    is_service,
    spelt,
    text_of,
)
from bot.requests import Forwarded, Incoming, Quoted, Reaction, SharedPlace, Sign, Written
from storage.models import ChatKind, MemberStatus
from storage.people.chats import ChatFacts
from storage.people.users import Sender

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.replies import File

# Telegram's stand-ins for senders who stay hidden: an anonymous administrator, a channel that
# posts as itself, the service that forwards a channel's posts. The chat behind is the sender.
MASKS = frozenset({1087968824, 136817688, 777000})

STANDINGS = {
    ChatMemberStatus.OWNER.value: MemberStatus.ADMINISTRATOR,
    ChatMemberStatus.ADMINISTRATOR.value: MemberStatus.ADMINISTRATOR,
    ChatMemberStatus.MEMBER.value: MemberStatus.MEMBER,
    ChatMemberStatus.LEFT.value: MemberStatus.GONE,
    ChatMemberStatus.BANNED.value: MemberStatus.GONE,
}
SIGNS = frozenset(Sign)
PRIVATE_ID = "-100"  # before what links call a channel or supergroup without a username
VARIANTS = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")  # of an emoji: as text, of a skin
# Telegram may add to any of its lists of words: what is not known here tells nothing.
CHAT_KINDS = frozenset(kind.value for kind in ChatKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What every update tells: where, who (None: nobody to answer) and when.

    `topic` is 0 outside of topics; `sent_at` is None for a pressed button, which has no date.
    `topic_name`: what the topic was called when it was made or, if it is `renamed`, is from now on.
    `brought`: what was read in the file that was asked for, see `FileWanted`.
    """

    chat: ChatFacts
    sender: Sender | None = None
    topic: int = 0
    sent_at: datetime | None = None
    topic_name: str = ""
    renamed: bool = False
    brought: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrote(Arrival):
    """Somebody wrote a message, or edited one."""

    message: Incoming
    is_edit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed(Arrival):
    """Somebody pressed a button; `message_id` is None when Telegram no longer shows its message.

    `below` is what its buttons carry, in their order; `shown_at` is when it was sent. `inline`:
    Telegram's key of a card in some other chat; `chat` is then the presser's private one.
    """

    query_id: str
    data: str
    message_id: int | None
    below: tuple[str, ...] = ()
    shown_at: datetime | None = None
    inline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reacted(Arrival):
    """Somebody put a reaction on a message of a group, or removed one."""

    reaction: Reaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened(Arrival):
    """Something that nobody wrote: people came or went, a title was changed."""

    members: tuple[tuple[Sender, MemberStatus], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BotBlocked(Arrival):
    """The sender blocked the bot in their private chat, or unblocked it."""

    is_blocked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted(Arrival):
    """The bot's own place in a group changed: it is there and may write, or not, and perhaps came
    just now, or is an administrator just now."""

    is_present: bool
    is_new: bool
    is_promoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedToChannel(Arrival):
    """Somebody made the bot an administrator of a channel; `chat` is their private chat."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrated(Arrival):
    """A group became a supergroup with another id."""

    old_id: int
    new_id: int


def read_update(update: Update, *, bot_id: int, username: str = "") -> Arrival | None:
    """What an update tells, or None if it is of a kind that nothing is done about.

    `bot_id` and `username` are the bot's own.
    """
    chat = update.effective_chat
    if chat is not None and isinstance(chat.type, str) and chat.type not in CHAT_KINDS:
        return None
    if chat is not None and chat.type == ChatType.CHANNEL:
        return _channel(update.my_chat_member)
    if update.callback_query is not None:
        return _press(update.callback_query)
    if update.message_reaction is not None:
        return _reaction(update.message_reaction)
    if update.my_chat_member is not None:
        return _own_membership(update.my_chat_member)
    if update.chat_member is not None:
        return _membership(update.chat_member)
    message = update.message or update.edited_message
    if message is None or message.is_automatic_forward:  # of the channel that a group belongs to
        return None
    if message.via_bot is not None and message.via_bot.id == bot_id:  # a card, which is known
        return None
    return _Reader(bot_id, username).arrival(message, is_edit=update.edited_message is not None)


def standing(member: ChatMember) -> MemberStatus | None:
    """What a person is in a chat; a restricted one may still be in it. None for a status that is
    not known here."""
    if isinstance(member, telegram.ChatMemberRestricted):
        return MemberStatus.MEMBER if member.is_member else MemberStatus.GONE
    return STANDINGS.get(str(member.status))


def _press(query: telegram.CallbackQuery) -> Arrival | None:
    if query.message is None or query.data is None:
        return None
    reachable = query.message.is_accessible  # its class does not tell: it is a Message either way
    message = query.message if isinstance(query.message, Message) and reachable else None
    return Pressed(
        chat=chat_facts(query.message.chat),
        sender=person(query.from_user),
        topic=_topic(query.message) if isinstance(query.message, Message) else 0,
        query_id=query.id,
        data=clean(query.data),
        message_id=message.message_id if message else None,
        below=_below(message) if message else (),
        shown_at=message.date if message else None,
    )


def _below(message: Message) -> tuple[str, ...]:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    found = (button.callback_data for row in rows for button in row)
    return tuple(clean(data) for data in found if isinstance(data, str))


def _reaction(change: MessageReactionUpdated) -> Arrival | None:
    """None for what means nothing, and for whoever stays hidden behind a chat: of them Telegram
    does not tell whether they may do it."""
    before, after = _signs(change.old_reaction), _signs(change.new_reaction)
    put = tuple(sign for sign in after if sign not in before)
    removed = tuple(sign for sign in before if sign not in after)
    user = change.user
    if user is None or user.is_bot or change.chat.type == ChatType.PRIVATE or put == removed:
        return None
    return Reacted(
        chat=chat_facts(change.chat),
        sender=person(user),
        sent_at=change.date,
        reaction=Reaction(_number(change.message_id), put, removed),
    )


def _signs(reactions: Sequence[telegram.ReactionType]) -> tuple[Sign, ...]:
    """Those that mean something, in whatever variant of the emoji."""
    emoji = (one.emoji for one in reactions if isinstance(one, telegram.ReactionTypeEmoji))
    plain = (VARIANTS.sub("", one) for one in emoji if isinstance(one, str))
    return tuple(Sign(one) for one in plain if one in SIGNS)


def read_message(message: Message, *, bot_id: int, username: str) -> Arrival:
    """What a message tells, as `read_update` has it."""
    return _Reader(bot_id, username).arrival(message, is_edit=False)


def quoted_in(message: Message, *, bot_id: int) -> tuple[Quoted | None, int]:
    """The message that one of the bot's replies to, and the topic of both."""
    return _Reader(bot_id, "").quoted(message.reply_to_message), _topic(message)


def _own_membership(change: ChatMemberUpdated) -> Arrival:
    before, after = standing(change.old_chat_member), standing(change.new_chat_member)
    present, was_there = after is not MemberStatus.GONE, before is not MemberStatus.GONE
    chat, sender = chat_facts(change.chat), person(change.from_user)
    if change.chat.type == ChatType.PRIVATE:
        return BotBlocked(chat=chat, sender=sender, sent_at=change.date, is_blocked=not present)
    return Admitted(
        chat=chat,
        sender=sender,
        sent_at=change.date,
        is_present=present and not _is_muted(change.new_chat_member),
        is_new=present and not was_there,
        is_promoted=MemberStatus.ADMINISTRATOR == after != before,
    )


def _is_muted(member: ChatMember) -> bool:
    return isinstance(member, telegram.ChatMemberRestricted) and not member.can_send_messages


def _channel(change: ChatMemberUpdated | None) -> Arrival | None:
    """Of channels the bot wants to know one thing: who has added it. It keeps nothing of their
    posts and subscribers."""
    if change is None or change.from_user.is_bot:
        return None
    present = standing(change.new_chat_member) is not MemberStatus.GONE
    if not present or standing(change.old_chat_member) is not MemberStatus.GONE:
        return None
    who, title = person(change.from_user), clean(change.chat.title or "")
    return AddedToChannel(chat=private_chat(who), sender=who, sent_at=change.date, title=title)


def private_chat(who: Sender) -> ChatFacts:
    """The private chat of a person, which has their id."""
    return ChatFacts(who.telegram_id, ChatKind.PRIVATE, who.name, who.username)


def _membership(change: ChatMemberUpdated) -> Arrival:
    new, now = change.new_chat_member, standing(change.new_chat_member)
    return Happened(
        chat=chat_facts(change.chat),
        sent_at=change.date,
        members=((person(new.user), now),) if now and not new.user.is_bot else (),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads messages for the bot of this id and username."""

    bot_id: int
    username: str

    def arrival(self, message: Message, *, is_edit: bool) -> Arrival:
        """What a message tells."""
        chat = chat_facts(message.chat)
        if message.migrate_to_chat_id or message.migrate_from_chat_id:
            old = message.migrate_from_chat_id or message.chat.id
            new = message.migrate_to_chat_id or message.chat.id
            return Migrated(chat=chat, old_id=old, new_id=new)
        told: dict[str, Any] = {
            "chat": chat,
            "sender": _sender(message),
            "topic": _topic(message),
            "sent_at": message.date,
            "topic_name": _topic_name(message),
            "renamed": message.forum_topic_edited is not None,
        }
        if is_service(message):
            return Happened(**told, members=_comings_and_goings(message))
        return Wrote(**told, message=self._incoming(message), is_edit=is_edit)

    def _incoming(self, message: Message) -> Incoming:
        number, text, file = message.message_id, clean(text_of(message)), _file(message)
        album, shows_place = _words(message.media_group_id) or "", has_place(message)
        if message.forward_origin is not None:
            source = _origin(message.forward_origin)
            return Forwarded(number, text, source, file, album, shows_place)
        quoted = self.quoted(message.reply_to_message)
        if message.location is not None and is_own_place(message):
            place = message.location
            return SharedPlace(number, place.latitude, place.longitude, quoted)
        is_private = message.chat.type == ChatType.PRIVATE
        spelled = spelt(message)
        words = called(spelled, bot_id=self.bot_id, username=self.username)
        return Written(
            number,
            text if is_private or not spelled.people else clean(spelled.text),
            quoted,
            file,
            message.edit_date,
            called=_words(words),
            album=album,
            shows_place=shows_place,
            people={} if is_private else spelled.people,
        )

    def quoted(self, message: Message | None) -> Quoted | None:
        """A message that another one replies to."""
        if message is None or message.forum_topic_created is not None:
            return None  # every message of a topic "replies" to the message that made the topic
        sender = _sender(message)
        by_bot = message.from_user is not None and message.from_user.id == self.bot_id
        return Quoted(
            message_id=message.message_id,
            text=clean(text_of(message)),
            by_bot=by_bot,
            author=sender.name if sender else "",
            author_id=sender.telegram_id if sender else None,
            link=message.link or "",
            file=_file(message),
            album=_words(message.media_group_id) or "",
        )


def _comings_and_goings(message: Message) -> tuple[tuple[Sender, MemberStatus], ...]:
    come = [(user, MemberStatus.MEMBER) for user in message.new_chat_members or ()]
    gone = [(message.left_chat_member, MemberStatus.GONE)] if message.left_chat_member else []
    return tuple((person(user), kind) for user, kind in (*come, *gone) if not user.is_bot)


def _sender(message: Message) -> Sender | None:
    user = message.from_user
    if message.sender_chat is not None and (user is None or user.id in MASKS):
        chat = message.sender_chat
        return Sender(chat.id, clean(chat.title or ""), chat.username)
    if user is None or user.is_bot:
        return None
    return person(user)


def person(user: telegram.User) -> Sender:
    """A Telegram user as the store takes them. Raises as `_number` does."""
    language = _words(user.language_code) or ""
    return Sender(_number(user.id), clean(user.full_name), _words(user.username), language)


def chat_facts(chat: telegram.Chat) -> ChatFacts:
    """A Telegram chat as the store takes it. Raises as `_number` does."""
    title = clean(chat.title or chat.full_name or "")
    kind, is_forum = ChatKind(chat.type), bool(chat.is_forum)
    return ChatFacts(_number(chat.id), kind, title, _words(chat.username), is_forum)


def _number(value: object) -> int:
    """Telegram's library checks no types. Raises TypeError."""
    if type(value) is not int:
        raise TypeError(f"a number was expected, not {type(value).__name__}")
    return value


def _words(value: str | None) -> str | None:
    return None if value is None else clean(value)


def _topic(message: Message) -> int:
    """Outside forums a thread id only says which message began a thread of replies."""
    return message.message_thread_id or 0 if message.is_topic_message else 0


def _topic_name(message: Message) -> str:
    """A topic's name, of which its first message tells, and each that answers no other."""
    first = message.reply_to_message or message
    name = getattr(message.forum_topic_edited or first.forum_topic_created, "name", None)
    return clean(name) if isinstance(name, str) else ""


def _file(message: Message) -> File | None:
    file = file_of(message)
    return replace(file, name=clean(file.name)) if file else None


def _origin(origin: telegram.MessageOrigin | None) -> str:
    """Who wrote a forwarded message first: a link to it where there is one, else a name."""
    match origin:
        case telegram.MessageOriginUser():
            return clean(origin.sender_user.full_name)
        case telegram.MessageOriginHiddenUser():
            return clean(origin.sender_user_name)
        case telegram.MessageOriginChat(sender_chat=group):
            link = f"https://t.me/{group.username}" if group.username else ""
            return clean(" · ".join(filter(None, (group.title, link))))
        case telegram.MessageOriginChannel(chat=channel, message_id=number):
            return clean(_post_link(channel, number) or channel.title or "")
        case _:
            return ""


def _post_link(channel: telegram.Chat, number: int) -> str:
    """A link to a post of a channel; that of a private one leads its members there alone."""
    if channel.username:
        return f"https://t.me/{channel.username}/{number}"
    inner = str(channel.id).removeprefix(PRIVATE_ID)
    return f"https://t.me/c/{inner}/{number}" if inner != str(channel.id) else ""


def clean(text: str) -> str:
    """The text without what a database cannot keep: NUL and lone surrogates."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")
