"""Adding, ticking, changing and taking back: in private and in a group."""

from __future__ import annotations

from tests.conversations.conftest import Conversation


async def test_a_task_is_added_and_closed(chat: Conversation) -> None:
    said = await chat.says("ann", "/add Buy milk tomorrow 9:00")
    assert "#1 Buy milk" in said
    assert "tomorrow, 09:00" in said
    assert "Done: #1 Buy milk" in await chat.presses("ann", "✅ Done")
    assert "Nothing to do" in await chat.says("ann", "/list")
