"""Operators in conversations."""

from __future__ import annotations

from tests.support.conversations import Conversation


async def operated(anywhere: Conversation, *who: str) -> Conversation:
    """The same town, with these people as the operators from now on: the bot starts again."""
    setup = anywhere.setup
    ids = frozenset(anywhere.user(one).id for one in who)
    setup.settings = setup.settings.model_copy(update={"operators": ids})
    await setup.restart()
    return anywhere
