"""Greetings and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.preferences import ask_zone
from bot.language.habits.names import nearest
from bot.replies import Reply, Say, followed_by, in_place
from bot.views import guide as views
from bot.views.refusals import Misunderstood
from storage.people.preferences import GUESSED_ZONE
from storage.people.settings import note_of_group
from storage.talk.shortcuts import shorten

if TYPE_CHECKING:
    from bot.presses.guide import ShowHelp
    from bot.requests import Request

TOLD_ADMIN = "told_admin"  # among what is known of a group


async def start(request: Request, found: Reply | None) -> Reply:
    """/start greets, and whoever is new also behind what a link leads to"""
    if not request.chat.is_private:
        return found or await _hello(request)
    if found is not None and request.preferences.zone_is_set:
        return found
    greeting = await _greeting(request)
    return greeting if found is None else followed_by(found, greeting)


async def _greeting(request: Request) -> Reply:
    asked = None if request.preferences.zone_is_set else await ask_zone(request, gently=True)
    return views.greeting(
        request.user.name,
        request.bot_username,
        words=request.words,
        offers_agenda=request.preferences.pushes.agenda is None,
        asks=asked.text if asked else None,
    )


async def hello(request: Request, is_admin: bool) -> Reply:
    """The bot came into a group, perhaps as an administrator; of one that it has been in before it
    knows the list"""
    return await _hello(request, is_back=request.chat.next_number > 1, is_admin=is_admin)


async def _hello(request: Request, *, is_back: bool = False, is_admin: bool = False) -> Reply:
    more = views.as_administrator(request.words) if is_admin else None
    if more is not None and not await _first_told(request):
        more = None
    is_guessed = GUESSED_ZONE not in request.chat.settings and not request.preferences.zone_is_set
    return views.hello_group(
        request.bot_username,
        request.preferences.zone,
        words=request.words,
        is_back=is_back,
        is_guessed=is_guessed,
        more=more,
    )


async def promoted(request: Request) -> Reply | None:
    """The bot was made an administrator: what it can do as one, said once"""
    return Say(views.as_administrator(request.words)) if await _first_told(request) else None


async def _first_told(request: Request) -> bool:
    """Whether nobody has been told yet what an administrator can do more; from now on somebody
    has."""
    if request.chat.settings.get(TOLD_ADMIN):
        return False
    await note_of_group(request.session, request.chat, {TOLD_ADMIN: True})
    return True


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
    kept = (
        await shorten(request.session, words.strip(), chat=request.chat, now=request.now)
        if words.strip()
        else ""
    )
    return views.did_you_mean(command[:40], request.offered[near[0]], kept, request.reader)


async def elsewhere(request: Request) -> Reply:
    """A command that works in the other kind of chat only"""
    where = "groups" if request.chat.is_private else "private"
    raise Misunderstood("not-here", command=request.text.split(maxsplit=1)[0], where=where)


async def only_text(request: Request) -> Reply:
    """A sticker, a game, somebody else's place: nothing that a task is made of"""
    raise Misunderstood("not-your-place" if request.shows_place else "only-text")
