"""Help: every topic is a button, one message turns through them."""

from __future__ import annotations

from bot.presses.guide import TOPICS
from tests.support.conversations import Conversation


async def test_topics_are_buttons_of_one_message(chat: Conversation) -> None:
    said = await chat.says("ann", "/help")
    topics = chat.buttons("ann")
    assert len(topics) == len(TOPICS)
    there = len(chat.messages("ann"))
    for topic in topics:
        shown = await chat.presses("ann", topic)
        assert shown != said
        assert f"• {topic}" in chat.buttons("ann")
    assert await chat.presses("ann", "‹ Back") == said
    assert len(chat.messages("ann")) == there


async def test_help_knows_the_readers_settings(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/settings")
    await anywhere.presses("ann", "🔔 Reminders")
    await anywhere.presses("ann", "🌅 All-day time")
    await anywhere.presses("ann", "07:00")
    await anywhere.says("ann", "/settings month first")
    assert "an all-day task at 07:00" in await anywhere.says("ann", "/help reminders")
    assert "1/27 for 27 January" in await anywhere.says("ann", "/help dates")
