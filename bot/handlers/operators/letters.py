"""Pushes that could not be delivered: shown, tried again, dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import in_place, noticed
from bot.views.operators import letters as views
from storage.pushes.upkeep import dead_letter, dead_page, dead_reasons, drop_dead, retry_dead

if TYPE_CHECKING:
    from bot.presses.operators import (
        DropLetter,
        OpenLetter,
        RetryLetter,
        RetryLetters,
        ShowLetters,
    )
    from bot.replies import Reply
    from bot.requests import Request


async def show(request: Request, press: ShowLetters) -> Reply:
    """✉️ Dead letters"""
    return await _page(request, press.page)


async def open_letter(request: Request, press: OpenLetter) -> Reply:
    """2: what, where and why"""
    found = await dead_letter(request.session, press.letter)
    if found is None:
        return noticed(await _page(request, press.page), request.notice("letter-gone"))
    return in_place(views.letter(*found, press.page, request.reader))


async def retry(request: Request, press: RetryLetter) -> Reply:
    """🔁 Try again"""
    count = await retry_dead(request.session, press.letter, now=request.now)
    told = request.notice("letters-again" if count else "letter-gone", count=count)
    return noticed(await _page(request, press.page), told)


async def retry_all(request: Request, _: RetryLetters) -> Reply:
    """🔁 Try all again"""
    count = await retry_dead(request.session, now=request.now)
    return noticed(await _page(request, 0), request.notice("letters-again", count=count))


async def drop(request: Request, press: DropLetter) -> Reply:
    """🗑 Drop"""
    count = await drop_dead(request.session, press.letter)
    told = request.notice("letter-dropped" if count else "letter-gone")
    return noticed(await _page(request, press.page), told)


async def _page(request: Request, page: int) -> Reply:
    """A page; the first one where there is none of that number (any more)."""
    most = views.LETTERS_ON_PAGE
    found, count = await dead_page(request.session, first=max(page, 0) * most, most=most)
    if not found and page > 0:
        return await _page(request, 0)
    why = await dead_reasons(request.session) if found else ()
    return in_place(views.letters(found, max(page, 0), count, why, request.reader))
