"""What comes from chats where the bot need not be: inline queries, what was chosen of their
results, presses on cards there, and messages that call the bot as a guest.

All of them belong to the private chat of whoever sends them. Nothing is known, or kept, of the chat
that they come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.incoming.updates import (
    Arrival,
    Pressed,
    Wrote,
    clean,
    person,
    private_chat,
    read_message,
)

if TYPE_CHECKING:
    import telegram
    from telegram import Update

    from bot.requests import Incoming

LONGEST_OFFSET = 4  # digits


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Arrival):
    """Somebody types behind the bot's name; `first` is the number of the result to begin with,
    None for one that there cannot be."""

    query_id: str
    text: str
    first: int | None = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chose(Arrival):
    """Somebody has sent a result to a chat; `inline` is the key of the message there. Telegram
    tells it only where BotFather was asked for that."""

    key: str
    text: str
    inline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledAsGuest(Arrival):
    """Somebody mentioned the bot in a chat that it is not in."""

    query_id: str
    message: Incoming


def read_query(update: Update, *, bot_id: int, username: str) -> Arrival | None:
    """What such an update tells, None for all others. Raises TypeError."""
    if update.inline_query is not None:
        return _asked(update.inline_query)
    if update.chosen_inline_result is not None:
        return _chose(update.chosen_inline_result)
    if update.callback_query is not None:
        return _pressed(update.callback_query)
    if update.guest_message is not None:
        return _called(update.guest_message, bot_id, username)
    return None


def _asked(query: telegram.InlineQuery) -> Arrival:
    who, offset = person(query.from_user), query.offset
    is_number = offset.isascii() and offset.isdecimal() and len(offset) <= LONGEST_OFFSET
    return Asked(
        chat=private_chat(who),
        sender=who,
        query_id=query.id,
        text=clean(query.query),
        first=int(offset) if is_number else None if offset else 0,
    )


def _chose(chosen: telegram.ChosenInlineResult) -> Arrival:
    who = person(chosen.from_user)
    return Chose(
        chat=private_chat(who),
        sender=who,
        key=clean(chosen.result_id),
        text=clean(chosen.query),
        inline=clean(chosen.inline_message_id or ""),
    )


def _pressed(query: telegram.CallbackQuery) -> Arrival | None:
    if query.message is not None or not query.inline_message_id or query.data is None:
        return None
    who = person(query.from_user)
    return Pressed(
        chat=private_chat(who),
        sender=who,
        query_id=query.id,
        data=clean(query.data),
        message_id=None,
        inline=clean(query.inline_message_id),
    )


def _called(message: telegram.Message, bot_id: int, username: str) -> Arrival | None:
    """None where nobody is to be answered: a channel, an anonymous administrator."""
    read = read_message(message, bot_id=bot_id, username=username)
    is_person = isinstance(read, Wrote) and read.sender and read.sender.telegram_id > 0
    if not (isinstance(read, Wrote) and is_person and read.sender and message.guest_query_id):
        return None
    return CalledAsGuest(
        chat=private_chat(read.sender),
        sender=read.sender,
        sent_at=read.sent_at,
        query_id=clean(message.guest_query_id),
        message=read.message,
    )
