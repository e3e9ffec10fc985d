"""Repeats that nobody answers remind at their next occurrence; the message before says so."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, text_of


def reminders(chat: Conversation) -> list[str]:
    """What all messages of the bot's about #1 say by now, and whether they have buttons."""
    return [
        f"{text_of(m).splitlines()[0]} {'[buttons]' if buttons_of(m) else ''}".strip()
        for m in chat.messages("ann")
        if chat.is_bots(m) and "➕" not in text_of(m)
    ]


async def test_a_missed_repeat_reminds_again(chat: Conversation) -> None:
    await chat.adds("ann", "Take pills every day at 8:00 and 20:00")
    assert "🔔 #1 Take pills\n⏰ now" in await chat.later("ann", hours=5, minutes=30)
    assert "🔔 #1 Take pills\n⏰ now" in await chat.later("ann", hours=12)
    assert "🔔 #1 Take pills\n⏰ now" in await chat.later("ann", hours=12)
    first, second, third = reminders(chat)
    assert first == "⌛ Missed: #1 Take pills · next today, 08:00" or "Missed" in first
    assert "Missed" in second
    assert third == "🔔 #1 Take pills [buttons]"
    await chat.says("ann", "/show 1")
    assert await chat.presses("ann", "🕘 History")
    assert text_of(chat.newest("ann")).count("missed") == 2


async def test_missed_ones_never_pile_up(chat: Conversation) -> None:
    await chat.adds("ann", "Take pills every day at 8:00 and 20:00")
    said = await chat.later("ann", days=4)
    assert said.count("🔔") == 1
    assert "⌛ Sent 6 hours 30 minutes late" in said
    assert "🔔 #1 Take pills\n⏰ now" in await chat.later("ann", hours=5, minutes=30)


async def test_what_repeats_after_completion_waits(chat: Conversation) -> None:
    await chat.adds("ann", "Water plants every! 3 days at 15:00")
    await chat.later("ann", days=3, minutes=31)
    assert await chat.later("ann", days=9) == ""


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("tomorrow 9", "💤 #1 Call mom: I'll remind you tomorrow at 09:00"),
        ("done", "✅ Done: #1 Call mom"),
        ("delete", "🗑 In the trash: #1 Call mom"),
        ("/move 1 friday 15:00", "📅 #1 Call mom: Fri 25 Sept, 15:00"),
        ("/snooze 1 3h", "💤 #1 Call mom: I'll remind you today at 18:00"),
    ],
)
async def test_a_message_says_what_was_done_and_follows_undo(
    chat: Conversation, words: str, shown: str
) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    await chat.later("ann", minutes=30)
    reminder = chat.newest("ann")
    asked = chat.reads("ann", reminder)
    await chat.says("ann", words, reply_to=None if words.startswith("/") else reminder)
    assert chat.reads("ann", reminder) == shown
    await chat.says("ann", "/undo")
    assert chat.reads("ann", reminder) == asked
    assert "✅ Done" in buttons_of(
        next(m for m in chat.messages("ann") if m["message_id"] == reminder["message_id"])
    )
    await chat.presses("ann", "✅ Done", on=reminder)
    assert "✅ Done" in chat.reads("ann", reminder)


async def test_a_nag_replaces_the_one_before(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00 nag 20m")
    for minutes in (30, 20, 20):
        await chat.later("ann", minutes=minutes)
    *before, last = reminders(chat)
    assert before == ["🔔 #1 Call mom · reminded again below"] * 2
    assert last == "🔔 #1 Call mom [buttons]"


async def test_a_press_on_a_reminder_is_taken_back_there(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    await chat.later("ann", minutes=30)
    reminder = chat.newest("ann")
    asked = chat.reads("ann", reminder)
    for button in ("💤 1 h", "✅ Done"):
        await chat.presses("ann", button, on=reminder)
        assert chat.reads("ann", reminder) != asked
        await chat.says("ann", "/undo")
        assert chat.reads("ann", reminder) == asked


async def test_a_moved_occurrence_is_that_of_its_repeat(chat: Conversation) -> None:
    await chat.adds("ann", "Report every monday at 9:30")
    await chat.says("ann", "/move 1 friday 9:30")
    assert "Next: Mon 5 Oct, 09:30" in await chat.says("ann", "/done 1")
    await chat.says("ann", "/undo")
    await chat.says("ann", "/move 1 friday 18:00")
    assert "Next: Mon 5 Oct, 09:30" in await chat.says("ann", "/done 1")
