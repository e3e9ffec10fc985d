"""What was done is taken back."""

from __future__ import annotations

from uuid import UUID

from bot.presses.undo import Undo
from bot.replies import Reply, in_place
from bot.requests import Request
from bot.views.undo import undone
from storage.undo import undo_batch, undo_last


async def undo(request: Request) -> Reply:
    """/undo"""
    changes = await undo_last(request.session, chat=request.chat, deed=request.deed)
    return undone(changes, request.reader)


async def press(request: Request, press: Undo) -> Reply:
    """↩️ Undo, below an answer"""
    return await _take_back(request, press.batch)


async def _take_back(request: Request, batch: UUID) -> Reply:
    changes = await undo_batch(request.session, batch, deed=request.deed)
    return in_place(undone(changes, request.reader), request.words.plain("notice-undone"))
