"""Addresses that calendar programs read: told once in private, renewed and revoked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.presses.coding import StaleButton, unpack_key
from bot.replies import in_place
from bot.views.data import feeds as views
from storage.transfer.feeds import chat_for_feed, feed_of, new_address, own_feed

if TYPE_CHECKING:
    from uuid import UUID

    from bot.presses.data import RenewFeed, RevokeFeed
    from bot.replies import Reply, Say
    from bot.requests import Request
    from storage.models import CalendarFeed, Chat

PATH = "/calendar/{token}.ics"  # as bot.web.feed serves it


async def show(request: Request) -> Reply:
    """/calendar: in private the address, or what became of it; in a group a way to one's own
    address of it"""
    if not request.home.public_url:
        return views.no_address(request.reader)
    if not request.chat.is_private:
        return views.in_group(request.chat, request.bot_username, request.reader)
    return await _shown(request, request.chat)


async def of_group(request: Request, key: str) -> Reply:
    """/start c<key>: one's own address of a group's tasks. Raises StaleButton where it is none of
    theirs, and in a group, and ValueError for what is no key."""
    chat = await chat_for_feed(request.session, unpack_key(key), request.user)
    if chat is None or not request.chat.is_private:
        raise StaleButton("feed")
    if not request.home.public_url:
        return views.no_address(request.reader)
    return await _shown(request, chat)


async def renew(request: Request, press: RenewFeed) -> Reply:
    """🔄 New address"""
    _, chat = await _own(request, press.feed)
    return in_place(await _told(request, chat))


async def revoke(request: Request, press: RevokeFeed) -> Reply:
    """🚫 Revoke"""
    feed, _ = await _own(request, press.feed)
    feed.is_active = False
    return in_place(views.revoked(request.reader))


async def _shown(request: Request, chat: Chat) -> Say:
    feed = await feed_of(request.session, request.user, chat)
    if feed is None or not feed.is_active:
        return await _told(request, chat)
    return views.known(feed, chat, request.reader)


async def _told(request: Request, chat: Chat) -> Say:
    token = await new_address(request.session, request.user, chat, now=request.now)
    feed = await feed_of(request.session, request.user, chat)
    assert feed is not None  # noqa: S101  it was made just now
    address = request.home.public_url + PATH.format(token=token)
    return views.told(address, feed, chat, request.reader)


async def _own(request: Request, key: UUID) -> tuple[CalendarFeed, Chat]:
    """One's own feed, pressed in private, and its chat while one is in it. Raises StaleButton."""
    feed = await own_feed(request.session, key, request.user)
    if feed is None or not request.chat.is_private or not request.home.public_url:
        raise StaleButton("feed")
    chat = await chat_for_feed(request.session, feed.chat_id, request.user)
    if chat is None:
        raise StaleButton("feed")
    return feed, chat
