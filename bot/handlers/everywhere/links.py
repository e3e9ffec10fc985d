"""Links that open the private chat: `t.me/bot?start=PAYLOAD`. A letter says what for, the rest is a
token. Whoever opens one is asked for their rights; where they have none, or the link is forged or
too old, they hear one and the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.handlers.data import feeds
from bot.handlers.everywhere.cards import card_of, taken_over
from bot.handlers.showing import show_card
from bot.presses.coding import StaleButton, unpack_key
from bot.replies import Reply, Say
from bot.views.refusals import Misunderstood
from bot.views.tasks.adding import task_added
from storage.errors import UnknownTask
from storage.talk.seals import read_link, sealing_key
from storage.tasks.find import get_live_task, get_task

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from uuid import UUID

    from bot.requests import Request

PAYLOAD = re.compile(r"([a-z])([A-Za-z0-9_-]{22,63})")
KEY_LENGTH = 22  # of a task's link as it was made before links were sealed


async def opened(request: Request, payload: str) -> Reply | None:
    """What a payload of /start leads to; None for one that is no link. Raises Misunderstood."""
    found = PAYLOAD.fullmatch(payload)
    if found is None or found[1] not in OPENS:
        return None
    try:
        return await OPENS[found[1]](request, found[2])
    except (ValueError, UnknownTask, StaleButton):
        raise Misunderstood("link") from None


async def _accept(request: Request, token: str) -> Reply:
    """🤝 Accept, by somebody who had not started the bot"""
    if not request.chat.is_private:
        raise Misunderstood("link")
    owner, _, copy = await taken_over(request, token)
    if copy is None:
        own = owner.user.id == request.user.id
        return Say(request.words("notice-card-own" if own else "notice-card-have-it"))
    return task_added(copy, request.batch, request.reader)


async def _card(request: Request, token: str) -> Reply:
    """The card's task, for those whose it is"""
    task_id = await card_of(request, token)
    return await show_card(
        request, await get_live_task(request.session, task_id, asker=request.asker)
    )


async def _task(request: Request, token: str) -> Reply:
    """A task, for those who may see it"""
    task_id = unpack_key(token) if len(token) == KEY_LENGTH else await _named(request, "t", token)
    return await show_card(request, await get_task(request.session, task_id, asker=request.asker))


async def _named(request: Request, purpose: str, token: str) -> UUID:
    """What a link names. Raises ValueError for a forged one."""
    return read_link(await sealing_key(request.session), purpose, token)[0]


OPENS: Mapping[str, Callable[[Request, str], Awaitable[Reply]]] = {
    "a": _accept,
    "c": feeds.of_group,
    "d": _card,
    "k": _card,
    "t": _task,
}
