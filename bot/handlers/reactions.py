"""Reactions as commands, where Telegram tells the bot of them: to administrators of a group.

A reaction on a message that shows a task does what the command would in reply to it; on any other
message ✍ makes a task. Where nothing is left to be done, nothing is said: people also put a 👍 on
what is done.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from bot.handlers.groups.assigning import claim_this
from bot.handlers.reminders.snoozing import put_off
from bot.handlers.tasks.adding import add_quoted
from bot.handlers.tasks.changing import done_these
from bot.replies import Edit, Reply, Say, in_place
from bot.requests import Sign, WordsUnknown
from bot.views.refusals import Misunderstood
from bot.views.undo import undone
from storage.errors import Refusal
from storage.history.recording import moved_on_since
from storage.tasks.find import get_tasks, show_in_message
from storage.undo.commands import undo_single

if TYPE_CHECKING:
    from bot.requests import Quoted, Reaction, Request
    from storage.models import Task

SNOOZE = timedelta(hours=1)
JUST_NOW = timedelta(minutes=1)  # an answer says what was done a moment before


async def reacted(request: Request, reaction: Reaction) -> Reply | None:
    """👍 on a task's message ticks it; the 👍 removed, it is as before"""
    reply = None
    for sign in reaction.removed:
        reply = await _take_back(request, reaction, sign) or reply
    if reaction.put:
        sign = reaction.put[0]
        doing = replace(request, batch=_batch(request, reaction, sign))
        did = await (_make(doing, reaction) if sign is Sign.TASK else _do(doing, sign))
        reply = did or reply
    return replace(reply, quotes=True) if isinstance(reply, Say) else reply


def _batch(request: Request, reaction: Reaction, sign: Sign) -> UUID:
    """The key of what this reaction of this person does: it is found by it when they remove it."""
    return uuid5(request.chat.id, f"{reaction.message_id} {request.user.telegram_id} {sign}")


async def _take_back(request: Request, reaction: Reaction, sign: Sign) -> Reply | None:
    """Undo what the reaction did, if nothing was changed since."""
    batch = _batch(request, reaction, sign)
    try:
        changes = await undo_single(request.session, batch, deed=request.deed)
    except Refusal:
        return None
    return undone(changes, request.reader)


async def _do(request: Request, sign: Sign) -> Reply | None:
    task = await _shown_task(request)
    if task is None or task.is_done or task.is_deleted:
        return None
    if sign is Sign.CLAIM:
        return None if request.user in task.assignees else claim_this(request, task)
    if await _is_about_earlier(request, task):
        return None
    if sign is Sign.SNOOZE:
        return await put_off(request, task, request.now + SNOOZE)
    return await done_these(request, [task])


async def _shown_task(request: Request) -> Task | None:
    key = request.shown.task_id if request.shown is not None else None
    if key is None:
        return None
    return (await get_tasks(request.session, [key], asker=request.asker)).get(key)


async def _is_about_earlier(request: Request, task: Task) -> bool:
    """Whether the message was about an occurrence of a repeating task that is over, or says that
    it is."""
    if task.repeat is None or request.shown is None:
        return False
    return await moved_on_since(request.session, task, request.shown.created_at - JUST_NOW)


async def _make(request: Request, reaction: Reaction) -> Reply | None:
    """✍: the message becomes a task, as with /add in reply to it; in the place of the note that has
    asked Telegram for its words. Raises WordsUnknown while nobody has asked."""
    task = await _shown_task(request)
    if task is not None and not task.is_deleted:
        return None
    if reaction.note is None:
        raise WordsUnknown(request.words("reading-message"))
    reply = in_place(await _made(request, reaction.quoted))
    if not isinstance(reply, Edit):
        return reply
    if reply.about is not None:
        chat, number = request.chat, reaction.message_id
        await show_in_message(request.session, reply.about, number, chat=chat, now=request.now)
    return replace(reply, of=reaction.note)


async def _made(request: Request, quoted: Quoted | None) -> Reply:
    if quoted is None:
        raise Misunderstood("message-unread")
    if quoted.by_bot:
        raise Misunderstood("own-message")
    return await add_quoted(request, quoted)
