"""Whoever comes next is told in private, however the turn came to them."""

from __future__ import annotations

from tests.support.conversations import Conversation
from tests.support.messages import text_of


async def test_the_next_in_turn_is_told_in_private(anywhere: Conversation) -> None:
    flat, own = anywhere.in_("flat"), anywhere.in_("private")
    for who in ("ann", "bob"):
        await own.says(who, "/start")
        await flat.says(who, "/list")
    await flat.says("ann", "/add Clean the kitchen every friday rotate @ann @bob")
    assert "Clean the kitchen" not in text_of(own.newest("bob"))
    await flat.says("ann", "/done 1")
    await flat.later("ann", minutes=2)
    told = text_of(own.newest("bob"))
    assert "#1 Clean the kitchen" in told
    assert "Ann" in told
