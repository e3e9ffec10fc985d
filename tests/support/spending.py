"""What an update costs in SQL statements."""

from __future__ import annotations

from bot.budgets import press_budget
from bot.presses.coding import unpack
from bot.routes import VERBS
from tests.support.conversations import Conversation
from tests.support.messages import data_of
from tests.support.scenes.people import statements
from tests.support.telegram import Json


async def sent(chat: Conversation) -> list[str]:
    """The statements of what has come in, and of keeping its answer; no worker's looks."""
    async with statements(chat.application.database) as found:
        for update in await chat.waiting():
            await chat.application.endpoint.receive(update)
            chat.setup.offset = update["update_id"] + 1
        await chat.application.endpoint.close()
        return list(found)


async def press(chat: Conversation, button: str, *, on: Json | None = None) -> tuple[int, int]:
    """What a pressed button costs, and what it may cost."""
    message = on or chat.with_button("ann", button)
    budget = press_budget(type(unpack(data_of(message, button), VERBS)))
    chat.telegram.press(chat.user("ann"), message, button)
    return len(await sent(chat)), budget


async def count(chat: Conversation, text: str) -> int:
    """What something that Ann says costs."""
    chat.telegram.say(chat.user("ann"), text, to=chat.to())
    return len(await sent(chat))
