"""Addresses of calendar feeds as messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.presses.coding import pack_key
from bot.presses.data import RenewFeed, RevokeFeed
from bot.replies import Button, Keyboard, Say

if TYPE_CHECKING:
    from bot.reader import Reader
    from storage.models import CalendarFeed, Chat

LINK = "c"  # /start c<key>: the calendar of a group


def told(address: str, feed: CalendarFeed, chat: Chat, reader: Reader) -> Say:
    """The address, which nobody can tell again."""
    what = _of(chat, reader, "calendar-own", "calendar-of")
    text = reader.words("calendar-told", address=address, what=what)
    return Say(text, _buttons(feed, reader), unkept=True)


def known(feed: CalendarFeed, chat: Chat, reader: Reader) -> Say:
    """When the address was told, and read last."""
    words = reader.words
    read = words("calendar-read", at=reader.moment(feed.read_at)) if feed.read_at else None
    text = words(
        "calendar-known",
        what=_of(chat, reader, "calendar-own", "calendar-of"),
        told=reader.moment(feed.told_at),
        read=read or words("calendar-unread"),
    )
    return Say(text, _buttons(feed, reader))


def revoked(reader: Reader) -> Say:
    """Nobody reads it any more."""
    return Say(reader.words("calendar-revoked"))


def no_address(reader: Reader) -> Say:
    """The bot cannot be reached from outside: what to set."""
    return Say(reader.words("calendar-no-address"))


def in_group(chat: Chat, bot_username: str, reader: Reader) -> Say:
    """In a group no address is told: a button leads to where it is."""
    link = f"https://t.me/{bot_username}?start={LINK}{pack_key(chat.id)}"
    button = Button(reader.words.plain("button-calendar-private"), url=link)
    return Say(reader.words("calendar-group"), ((button,),))


def _of(chat: Chat, reader: Reader, own: str, other: str) -> object:
    return reader.words(own) if chat.is_private else reader.words(other, title=chat.title)


def _buttons(feed: CalendarFeed, reader: Reader) -> Keyboard:
    new = reader.button("new-address", RenewFeed(feed.id))
    return ((new, reader.button("revoke", RevokeFeed(feed.id))),)
