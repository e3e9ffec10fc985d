"""What is kept of people, where and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.views.data import privacy as views

if TYPE_CHECKING:
    from bot.replies import Reply
    from bot.requests import Request


async def show(request: Request) -> Reply:
    """/privacy: what is kept, where, for how long, who reads it, how to take it along and erase
    it"""
    is_private = request.chat.is_private
    return views.privacy(request.home, request.reader, is_private=is_private)
