"""Banned and let in again: by id, by @username, by a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.operators.feedback import quoted_feedback
from bot.presses.coding import StaleButton
from bot.replies import in_place, noticed
from bot.views.operators import bans as views
from bot.views.refusals import Misunderstood
from storage.people.bans import ban, banned_people, known_person, person_of, unban
from storage.people.chats import private_chat_of
from storage.pushes.plans.returns import resume

if TYPE_CHECKING:
    from uuid import UUID

    from bot.presses.operators import BanPerson, ShowBans, UnbanPerson
    from bot.replies import Reply, Say
    from bot.requests import Request
    from storage.models import User


async def by_words(request: Request, said: str) -> Reply:
    """/admin ban 1002, /admin ban @sam, /admin ban in reply to a feedback"""
    return await ban_person(request, await _meant(request, said, "ban"))


async def unban_by_words(request: Request, said: str) -> Reply:
    """/admin unban 1002"""
    return await _let_in(request, await _meant(request, said, "unban"))


async def press_ban(request: Request, press: BanPerson) -> Reply:
    """🚫 Ban"""
    return await ban_person(request, await _of_button(request, press.person))


async def press_unban(request: Request, press: UnbanPerson) -> Reply:
    """✅ Unban"""
    said = await _let_in(request, await _of_button(request, press.person))
    if press.page is None:
        return in_place(said)
    return noticed(await _page(request, press.page), request.told(lambda _: said.text))


async def show(request: Request, press: ShowBans) -> Reply:
    """🚫 Bans"""
    return await _page(request, press.page)


async def ban_person(request: Request, person: User) -> Say:
    """Ban somebody; no operator bans another."""
    if person.telegram_id in request.operators:
        raise Misunderstood("ban-operator")
    is_new = ban(person, now=request.now)
    return views.banned(person, request.reader, is_new=is_new)


async def _let_in(request: Request, person: User) -> Say:
    """Their reminders come again; what was held in the meantime comes as one summary."""
    was_banned = unban(person)
    await request.session.flush()
    private = await private_chat_of(request.session, person.id)
    if was_banned and private is not None:
        await resume(request.session, private, now=request.now)
    return views.unbanned(person, request.reader, was_banned=was_banned)


async def _meant(request: Request, said: str, order: str) -> User:
    """Raises Misunderstood for nobody, or somebody who has never been here."""
    if not said and (said_by := await _author(request)) is not None:
        return said_by
    if not said:
        raise Misunderstood("ban-whom", order=order)
    person = await known_person(request.session, said)
    if person is None:
        raise Misunderstood("ban-unknown", text=said)
    return person


async def _author(request: Request) -> User | None:
    """Who has said what the operator replies to."""
    found = await quoted_feedback(request)
    return await person_of(request.session, found.author_id) if found is not None else None


async def _of_button(request: Request, key: UUID) -> User:
    person = await person_of(request.session, key)
    if person is None:
        raise StaleButton(key.hex)
    return person


async def _page(request: Request, page: int) -> Reply:
    """A page; the first one where there is none of that number (any more)."""
    most = views.PEOPLE_ON_PAGE
    found, count = await banned_people(request.session, first=max(page, 0) * most, most=most)
    if not found and page > 0:
        return await _page(request, 0)
    return in_place(views.bans(found, max(page, 0), count, request.reader))
