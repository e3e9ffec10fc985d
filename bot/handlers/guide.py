"""Greetings and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.preferences import ask_zone
from bot.handlers.reading import show_card
from bot.language.habits.names import nearest
from bot.presses.coding import unpack_key
from bot.replies import Reply, Say, in_place
from bot.requests import Forwarded, Written
from bot.views import guide as views
from bot.views.refusals import Misunderstood
from storage.errors import UnknownTask
from storage.talk.shortcuts import shorten
from storage.tasks.find import get_task

if TYPE_CHECKING:
    from bot.presses.guide import ShowHelp
    from bot.requests import Request

TASK_LINK = "t"  # /start t<key>: opens a task


async def start(request: Request) -> Reply:
    """/start greets; with a payload it opens a task"""
    payload = request.text.strip()
    if payload.startswith(TASK_LINK) and len(payload) > 1:
        return await _linked(request, payload[1:])
    if not request.chat.is_private:
        return views.hello_group(words=request.words)
    asked = None if request.preferences.zone_is_set else await ask_zone(request, gently=True)
    return views.greeting(
        request.user.name,
        request.bot_username,
        words=request.words,
        offers_agenda=request.preferences.pushes.agenda is None,
        asks=asked.text if asked else None,
    )


async def _linked(request: Request, key: str) -> Reply:
    try:
        task_id = unpack_key(key)
    except ValueError:
        raise UnknownTask from None
    return await show_card(request, await get_task(request.session, task_id, asker=request.asker))


async def hello(request: Request) -> Reply:
    """The bot came into a group"""
    return views.hello_group(words=request.words)


async def added_to_channel(request: Request, title: str) -> Reply:
    """Somebody made the bot an administrator of a channel"""
    return Say(request.words("no-channels", title=title))


async def help_(request: Request) -> Reply:
    """/help, /help dates"""
    name = request.text.strip().lower()
    if not name:
        return views.overview(request.offered, words=request.words)
    about = views.topic_named(name)
    if about is None:
        raise Misunderstood("unknown-topic", topic=name[:50])
    return views.topic(about, request.reader)


async def show_help(request: Request, press: ShowHelp) -> Reply:
    """🔔 Reminders: a topic of help, in place; ‹ Back: all commands"""
    if press.topic is None:
        return in_place(views.overview(request.offered, words=request.words))
    return in_place(views.topic(press.topic, request.reader))


async def unknown(request: Request) -> Reply:
    """An unknown command: did you mean this one?"""
    command, _, words = request.text.strip().partition(" ")
    near = nearest(command[1:].partition("@")[0][:40], request.offered)
    if not near:
        raise Misunderstood("unknown-command", command=command[:40])
    kept = await shorten(request.session, words.strip(), now=request.now) if words.strip() else ""
    return views.did_you_mean(command[:40], request.offered[near[0]], kept, request.reader)


async def elsewhere(request: Request) -> Reply:
    """A command that works in the other kind of chat only"""
    where = "groups" if request.chat.is_private else "private"
    raise Misunderstood("not-here", command=request.text.split(maxsplit=1)[0], where=where)


async def only_text(request: Request) -> Reply:
    """A sticker, a game, somebody else's place: nothing that a task is made of"""
    message = request.message
    shows_place = isinstance(message, Written | Forwarded) and message.shows_place
    raise Misunderstood("not-your-place" if shows_place else "only-text")
