"""How the bot is doing: one living message of an operator's, and the ways on from there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers.operators import bans, broadcasts
from bot.replies import in_place
from bot.views.operators import state as views
from bot.views.refusals import Misunderstood
from storage.statistics import count_rows

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from bot.presses.operators import ShowState
    from bot.replies import Reply, Say
    from bot.requests import Request

    Order = Callable[[Request, str], Awaitable[Reply]]


async def show(request: Request) -> Reply:
    """/admin; /admin ban @sam, /admin unban @sam, /admin broadcast Hello"""
    word, rest = (*request.text.split(maxsplit=1), "", "")[:2]
    if not word:
        return await _state(request)
    handler = ORDERS.get(word.lower())
    if handler is None:
        raise Misunderstood("admin-order", text=word)
    return await handler(replace(request, text=rest.strip()), rest.strip())


async def again(request: Request, _: ShowState) -> Reply:
    """🔄 Refresh, ‹ Back"""
    return in_place(await _state(request))


async def _state(request: Request) -> Say:
    counts = await count_rows(request.session, now=request.now)
    return views.state(counts, request.reader)


ORDERS: Mapping[str, Order] = {
    "ban": bans.by_words,
    "unban": bans.unban_by_words,
    "broadcast": broadcasts.by_words,
}
