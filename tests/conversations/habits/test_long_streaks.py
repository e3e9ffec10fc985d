"""Streaks that are longer than what a board reads at once."""

from __future__ import annotations

import pytest

from storage.rules.schedules import Schedule
from tests.support.conversations import Conversation
from tests.support.keeping import ago, has_habit


@pytest.mark.parametrize("days", [402, 450])
async def test_a_board_counts_all_of_a_long_streak(chat: Conversation, days: int) -> None:
    await has_habit(chat, "ann", "run", Schedule(ago(days)), done=range(1, days))
    assert f"🔥{days - 1}" in await chat.says("ann", "/habits")
    assert f"🔥{days - 1}" in await chat.says("ann", "/today")
    button = "☐ run" if chat.place == "private" else "☑️ run"
    assert f"🔥{days}" in await chat.presses("ann", button)
