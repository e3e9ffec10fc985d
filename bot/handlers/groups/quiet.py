"""How a group wants to be answered: in words, or by a reaction where they would only confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.settings import read_switch
from bot.views.groups import quiet as views
from bot.views.refusals import Misunderstood
from storage.history.settings import set_preferences
from storage.people.settings import check_settings

if TYPE_CHECKING:
    from bot.replies import Reply
    from bot.requests import Request

REACTS = "reacts"  # the name of the setting


async def quiet(request: Request) -> Reply:
    """/quiet: a 👍 in place of what only confirms; /quiet off: in words again"""
    said = request.text.strip()
    reacts = read_switch(said) if said else True
    if reacts is None:
        raise Misunderstood("quiet-words")
    if reacts == request.preferences.reacts:
        await check_settings(request.session, request.user, request.chat, now=request.now)
        return views.unchanged(request.reader, reacts=reacts)
    chosen, deed = {REACTS: reacts}, request.deed
    await set_preferences(request.session, request.user, request.chat, chosen, deed)
    return views.changed(request.batch, request.reader, reacts=reacts)
