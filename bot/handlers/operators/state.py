"""What operators see: how much there is, and what could not be delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.operators.state import state
from storage.pushes.upkeep import dead_letters
from storage.statistics import count_rows

if TYPE_CHECKING:
    from bot.replies import Reply
    from bot.requests import Request


async def show(request: Request) -> Reply:
    """/admin"""
    counts = await count_rows(request.session, now=request.now)
    letters = await dead_letters(request.session)
    return state(counts, letters, words=request.words)
