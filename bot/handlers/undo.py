"""What was done is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.handlers.habits.card import card_noticed
from bot.replies import Reply, in_place
from bot.views.undo import undone
from storage.habits.find import get_habit
from storage.undo.commands import undo_batch, undo_last

if TYPE_CHECKING:
    from uuid import UUID

    from bot.presses.habits import UndoOnCard
    from bot.presses.undo import Undo
    from bot.requests import Request


async def undo(request: Request) -> Reply:
    """/undo"""
    changes = await undo_last(request.session, chat=request.chat, deed=request.deed)
    return undone(changes, request.reader)


async def press(request: Request, press: Undo) -> Reply:
    """↩️ Undo, below an answer"""
    return await _take_back(request, press.batch)


async def press_on_card(request: Request, press: UndoOnCard) -> Reply:
    """↩️ Undo, on a habit's card: take back what was pressed last"""
    habit = await get_habit(request.session, press.habit, asker=request.asker)
    await undo_batch(request.session, press.batch, deed=request.deed)
    return await card_noticed(request, habit, "undone")


async def _take_back(request: Request, batch: UUID) -> Reply:
    changes = await undo_batch(request.session, batch, deed=request.deed)
    return in_place(undone(changes, request.reader), request.notice("undone"))
