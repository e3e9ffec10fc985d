"""Days that habits cannot be planned to: many years away, up to the end of the calendar."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation

FAR = ("in 11 years", "in 5947 years", "in 7973 years", "2200-10-05")


@pytest.mark.parametrize("day", FAR)
async def test_a_pause_ends_within_ten_years(chat: Conversation, day: str) -> None:
    await chat.says("ann", "/habit run every day at 21:00")
    await chat.presses("ann", "✏️ Edit")
    await chat.presses("ann", "⏸ Pause")
    await chat.presses("ann", "⌨️ Type it")
    assert "is more than ten years away" in await chat.answers("ann", day)


@pytest.mark.parametrize("day", ["in 11 years", "in 7973 years"])
@pytest.mark.parametrize("often", ["every day", "every week", "every month", "every 366 days"])
async def test_a_habit_begins_within_ten_years(chat: Conversation, often: str, day: str) -> None:
    said = await chat.says("ann", f"/habit run {often} at 21:00 starting {day}")
    assert "is more than ten years away" in said
