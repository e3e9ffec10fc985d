"""All of a person's data erased, when they have said so twice."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.presses.coding import StaleButton
from bot.replies import in_place
from bot.views.data import forgetting as views
from storage.erasing.person import erase_person

if TYPE_CHECKING:
    from bot.presses.data import AskErase, EraseAll, EraseNothing
    from bot.replies import Reply
    from bot.requests import Request

QUESTION_LASTS = timedelta(hours=1)  # nobody shall come upon its button a year later


async def forget(request: Request) -> Reply:
    """/forget: what goes, what stays, and the first question; in a group where it is asked"""
    if not request.chat.is_private:
        return views.elsewhere(request.bot_username, request.reader)
    return views.question(request.reader)


async def ask_again(request: Request, press: AskErase) -> Reply:
    """🗑 Erase everything: the second question"""
    _check(request)
    return in_place(views.second_question(request.reader))


async def erase(request: Request, press: EraseAll) -> Reply:
    """🗑 Yes, erase everything"""
    _check(request)
    await erase_person(request.session, request.user, now=request.now)
    return views.erased(request.reader)


async def keep(request: Request, press: EraseNothing) -> Reply:
    """Keep everything"""
    return in_place(views.kept(request.reader))


def _check(request: Request) -> None:
    """Raises StaleButton for a question that is old, and in a group, where it was never asked."""
    shown_at = request.shown_at
    is_fresh = shown_at is not None and request.now - shown_at <= QUESTION_LASTS
    if not (request.chat.is_private and is_fresh):
        raise StaleButton("erase")
