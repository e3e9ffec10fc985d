"""What somebody who is banned gets: one answer, and then nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.replies import Say

if TYPE_CHECKING:
    from bot.replies import Reply
    from bot.requests import Request


async def turn_away(request: Request) -> Reply | None:
    """Whatever they say or press: they are told once"""
    if request.user.ban_told_at is not None:
        return None
    request.user.ban_told_at = request.now
    if request.message is None:  # a button
        return request.told(lambda reader: reader.words("banned"), alert=True)
    return Say(request.own_words("banned"))
