"""A snooze shows and can be ended; what was missed is skipped at once; a zone says what it did."""

from __future__ import annotations

from tests.support.conversations import Conversation
from tests.support.messages import buttons_of


async def test_a_snooze_shows_and_is_ended_on_the_card(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    await chat.later("ann", minutes=30)
    reminder = chat.newest("ann")
    asked = chat.reads("ann", reminder)
    await chat.says("ann", "/snooze 1 3h")
    assert "💤 18:00" in await chat.says("ann", "/list")
    assert "💤 18:00" in await chat.says("ann", "/show 1")
    assert "18:00" not in await chat.presses("ann", "💤 ✕ Cancel snooze")
    assert chat.reads("ann", reminder) == asked, "the reminder asks again"
    assert await chat.later("ann", hours=3) == ""
    await chat.says("ann", "/undo")
    assert "💤" not in await chat.says("ann", "/list"), "its moment is past"


async def test_undo_takes_a_snooze_back_and_nothing_else(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    await chat.says("ann", "/snooze 1 3h")
    assert "↩️" in await chat.says("ann", "/undo")
    assert "1 Call mom" in await chat.says("ann", "/list")
    assert "🔔 #1 Call mom" in await chat.later("ann", minutes=30)


async def test_all_that_was_missed_is_skipped_by_one_button(chat: Conversation) -> None:
    await chat.adds("ann", "Water plants every day at 15:00 remind 10m before")
    await chat.says("ann", "/show 1")
    await chat.presses("ann", "🔔 Reminders")
    await chat.presses("ann", "🔕 Never")
    await chat.later("ann", days=5)
    await chat.says("ann", "/show 1")
    assert "today, 15:00" in await chat.presses("ann", "⏭ Skip what was missed")
    assert "⏭ Skip what was missed" not in buttons_of(chat.newest("ann"))
    await chat.says("ann", "/undo")
    await chat.says("ann", "/show 1")
    assert "⏭ Skip what was missed" in chat.buttons("ann")


async def test_a_new_zone_keeps_clock_times_or_moments(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/timezone Berlin")
    await anywhere.adds(
        "ann", "Call mom tomorrow at 15:00", "Pills every day at 20:00", "Rent friday"
    )
    said = await anywhere.says("ann", "/timezone New York")
    assert "Your 2 tasks keep their clock times" in said
    assert "15:00" in await anywhere.says("ann", "/show 1")
    assert "stay at the same moment" in await anywhere.presses("ann", "🕰 Keep the same moment")
    assert "09:00" in await anywhere.says("ann", "/show 1")
    assert "14:00" in await anywhere.says("ann", "/show 2")
    await anywhere.says("ann", "/undo")
    assert "15:00" in await anywhere.says("ann", "/show 1")
    assert "the setting is as it was" in await anywhere.says("ann", "/undo")
    assert "15:00" in await anywhere.says("ann", "/show 1")
    assert "Berlin" in await anywhere.says("ann", "/settings")
