"""`@botname words` in any chat: what is open, and the task that the words would be.

Nothing is written while somebody types, since each letter may be a query.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from bot.handlers.everywhere.cards import shown_again, task_of_draft
from bot.handlers.tasks.capture import read_tasks
from bot.replies import Article, Offer, Reply
from bot.views.everywhere import results
from bot.views.everywhere.cards import Told
from storage.errors import Refusal
from storage.talk.drafts import find_draft, keep_draft
from storage.talk.seals import SharedCard, card_token, sealing_key
from storage.tasks.shown import open_everywhere

if TYPE_CHECKING:
    from bot.requests import Request

PAGE = 20  # results; Telegram takes 50
TOKEN = 16  # random bytes of the token of words: 22 characters
TOKEN_LENGTH = 22


async def find(request: Request, first: int) -> Offer:
    """The asker's open tasks with these words, from the `first` on, and before them the new one."""
    words = request.text.strip()
    found = await open_everywhere(
        request.session, words, asker=request.asker, first=first, limit=PAGE
    )
    key, owner = await sealing_key(request.session), request.user
    articles = [
        results.found(
            task,
            card_token(key, SharedCard(task.id, owner.id), now=request.now),
            owner.name,
            request.reader,
        )
        for task in found.tasks
    ]
    following = first + PAGE
    new = _to_be(request, words) if first == 0 else None
    return Offer(
        (*([new] if new else []), *articles),
        following=str(following) if following < found.total else "",
        draft=new.key if new else "",
    )


def _to_be(request: Request, words: str) -> Article | None:
    """The task that the words would be; None for a number, and for marks without a title."""
    if not words or words.startswith("#"):
        return None
    try:
        captured = read_tasks(words, now=request.now, place=request.place)
    except Refusal:
        return None
    new, reading = captured.tasks[0], captured.readings[0]
    if not new.title:
        return None
    told = Told.of_new(new, reading.duration)
    token = secrets.token_urlsafe(TOKEN)
    return results.to_be(told, token, request.user.name, request.reader)


async def chosen(request: Request, key: str) -> Reply | None:
    """A new task was sent to some chat: it is one from now on, and its card says so."""
    if len(key) != TOKEN_LENGTH:
        return None  # a task that there is
    draft = await find_draft(request.session, key)
    if draft is None:
        await keep_draft(
            request.session, key, request.text, user_id=request.user.id, said_at=request.now
        )
        draft = await find_draft(request.session, key)
    if draft is None or draft.user_id != request.user.id:
        return None
    task = await task_of_draft(request, draft)
    return await shown_again(request, request, task) if request.inline else None
