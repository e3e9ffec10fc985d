"""The bot mentioned in a chat that it is not in: whoever calls it gets a task in their own list."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers.everywhere.cards import token_of
from bot.handlers.tasks.adding import captured
from bot.requests import Written
from bot.views.everywhere import cards as views
from bot.views.refusals import Misunderstood
from storage.tasks.add import add_tasks

if TYPE_CHECKING:
    from bot.replies import Reply
    from bot.requests import Request


async def called(request: Request) -> Reply:
    """@dueto_bot Buy milk tomorrow; as a reply, the message that is replied to becomes the task"""
    request = replace(request, text=_words(request))
    found = await captured(request)
    if not found.tasks[0].title:
        raise Misunderstood("no-words")
    tasks = await add_tasks(
        request.session, found.tasks, chat=request.chat, topic=0, deed=request.deed
    )
    username = "" if request.user.blocked_at is None else request.bot_username
    if len(tasks) > 1:
        return views.guest_list(len(tasks), request.reader, start=username)
    token, name = await token_of(request, tasks[0], request), request.user.name
    return views.guest_card(tasks[0], token, name, request.reader, start=username)


def _words(request: Request) -> str:
    """The words beside the bot's name, wherever it is among them."""
    message = request.message
    if isinstance(message, Written) and message.called is not None:
        return message.called
    name = re.compile(rf"\s*@{re.escape(request.bot_username)}\b", re.IGNORECASE)
    return name.sub("", request.text).strip()
