"""Links that open the private chat: `t.me/bot?start=PAYLOAD`. A letter says what for, the rest is a
token. Whoever opens one is asked for their rights; where they have none, or the link is forged or
too old, they hear one and the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.handlers import lists
from bot.handlers.data import feeds
from bot.handlers.everywhere.cards import card_of, taken_over
from bot.handlers.habits.card import show_card as show_habit
from bot.handlers.habits.finding import find_habit
from bot.handlers.showing import show_card
from bot.presses.coding import StaleButton, unpack_key
from bot.replies import Reply, Say
from bot.views.refusals import Misunderstood
from bot.views.tasks.adding import task_added
from storage.errors import UnknownHabit, UnknownTask
from storage.habits.participants import join
from storage.models import Habit, Task
from storage.people.access import home_of, may_reach
from storage.talk.seals import read_link, sealing_key
from storage.tasks.filters import TopicList
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
    except (ValueError, UnknownTask, UnknownHabit, StaleButton):
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
    key = unpack_key(token) if len(token) == KEY_LENGTH else (await _named(request, "t", token))[0]
    await _check_in(request, await home_of(request.session, Task, key))
    return await show_card(request, await get_task(request.session, key, asker=request.asker))


async def _list(request: Request, token: str) -> Reply:
    """A group's list, for its members, in their private chats"""
    chat_id, topic = await _named(request, "l", token)
    await _check_in(request, chat_id)
    return await lists.elsewhere(request, TopicList(chat_id, topic))


async def _habit(request: Request, token: str) -> Reply:
    """A group's habit, for its members: who opens the link takes part in it"""
    key, _ = await _named(request, "h", token)
    await _check_in(request, await home_of(request.session, Habit, key))
    habit = await find_habit(request, key)
    did = habit.archived_at is None and await join(request.session, habit, request.deed)
    return await show_habit(request, habit, undo=request.batch if did else None)


async def _check_in(request: Request, chat_id: UUID | None) -> None:
    """Let only those pass who are in a chat. Raises UnknownTask, MembershipUnknown."""
    if chat_id is None or not await may_reach(request.session, request.user, chat_id):
        raise UnknownTask


async def _named(request: Request, purpose: str, token: str) -> tuple[UUID, int]:
    """What a link names. Raises ValueError for a forged one."""
    return read_link(await sealing_key(request.session), purpose, token)


OPENS: Mapping[str, Callable[[Request, str], Awaitable[Reply]]] = {
    "a": _accept,
    "c": feeds.of_group,
    "d": _card,
    "k": _card,
    "t": _task,
    "l": _list,
    "h": _habit,
}
