"""A task shown as its card, or asked about; and links that lead into the private chat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers.questions import put
from bot.presses.lists import OPEN_TASKS, ListPlace
from bot.replies import Button, Edit, Reply, in_place
from bot.views import parts
from bot.views.tasks.card import card
from storage.talk.seals import link_token, sealing_key
from storage.tasks.parts import maker_names

if TYPE_CHECKING:
    from uuid import UUID

    from bot.questions import AboutTask
    from bot.requests import Request
    from storage.models import Task


async def show_card(request: Request, task: Task, *, back: ListPlace = OPEN_TASKS) -> Reply:
    """A task's card."""
    names = await maker_names(request.session, task)
    return card(task, request.reader, back=back, names=names, beside=await _ways_out(request, task))


async def _ways_out(request: Request, task: Task) -> tuple[Button, ...]:
    """From a group's card into the private chat; from there, of what is open, into any chat."""
    if not request.chat.is_private:
        return (await private_button(request, "t", task.id),)
    if task.is_done or task.is_deleted or not request.takes_inline:
        return ()
    return (Button(request.words.plain("button-share"), query=f"#{task.number}"),)


async def private_button(request: Request, letter: str, key: UUID, topic: int = 0) -> Button:
    """🔗: a link to something, by whose letter /start knows what it is. It gives nobody a right."""
    token = link_token(await sealing_key(request.session), letter, key, topic)
    url = f"https://t.me/{request.bot_username}?start={letter}{token}"
    return Button(request.words.plain("button-in-private"), url=url)


def in_card(asked: AboutTask, reply: Reply) -> Reply:
    """A reply in place of the card that has asked; a new message where no card has."""
    changed = in_place(reply)
    if asked.card is None or not isinstance(changed, Edit):
        return reply
    return replace(changed, of=asked.card)


async def card_answered(request: Request, asked: AboutTask, task: Task) -> Reply:
    """The task's card after an answer to its question, in place."""
    return in_card(asked, await show_card(request, task, back=asked.back))


async def ask_about(
    request: Request,
    task: Task,
    kind: type[AboutTask],
    *,
    card: int | None = None,
    back: ListPlace = OPEN_TASKS,
) -> Reply:
    """Ask for something about a task and wait for the answer. `card`: the message that is to show
    it then."""
    question = kind(task.id, card, back)
    await put(request, question)
    return parts.asked(question.kind, task, request.reader, in_group=not request.chat.is_private)
