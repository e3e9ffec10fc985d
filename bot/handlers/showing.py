"""A task shown as its card, or asked about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers.questions import put
from bot.presses.lists import OPEN_TASKS, ListPlace
from bot.replies import Edit, Reply, in_place
from bot.views import parts
from bot.views.tasks.card import card
from storage.tasks.parts import maker_names

if TYPE_CHECKING:
    from bot.questions import AboutTask
    from bot.requests import Request
    from storage.models import Task


async def show_card(request: Request, task: Task, *, back: ListPlace = OPEN_TASKS) -> Reply:
    """A task's card."""
    names = await maker_names(request.session, task)
    return card(task, request.reader, back=back, names=names)


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
