"""What is too much for a task is refused in words, or kept as far as it goes."""

from __future__ import annotations

import pytest

from storage.models import NOTES_LIMIT
from tests.support.conversations import Conversation

LONGEST_ONES = ("every 100 years", "every 1200 months", "every 5200 weeks", "every! 100 years")
TOO_LONG = ("every 101 years", "every 9999 weeks", "every! 9999 months", "every 99999 days")


@pytest.mark.parametrize("repeat", [*LONGEST_ONES, *TOO_LONG])
async def test_a_repeat_as_long_as_can_be_said(anywhere: Conversation, repeat: str) -> None:
    """Kept, refused in words, or words of the title: by every way that a repeat comes in."""
    said = await anywhere.says("ann", f"Water the plants {repeat}")
    assert "➕ #1" in said or "100 years" in said
    await anywhere.says("ann", "Milk tomorrow")
    for text in (f"/repeat 2 {repeat}", f"/snooze 2 {repeat}", f"change reminder 2 to {repeat}"):
        assert await anywhere.says("ann", text)
    assert await anywhere.says("ann", repeat, reply_to=anywhere.newest("ann"))
    assert "Milk" in await anywhere.says("ann", "/list")


@pytest.mark.parametrize("before", ["1000 days", "3660 days", "520 weeks"])
async def test_a_reminder_long_before(anywhere: Conversation, before: str) -> None:
    assert "#1 Milk" in await anywhere.says("ann", f"Milk 2040-01-01 remind {before} before")


@pytest.mark.parametrize("before", ["3661 days", "9999 weeks", "999 months"])
async def test_a_reminder_too_long_before(anywhere: Conversation, before: str) -> None:
    assert "3660 days before" in (
        await anywhere.says("ann", f"Milk 2040-01-01 remind {before} before")
    ).replace(",", "")
    await anywhere.says("ann", "Milk tomorrow")
    said = await anywhere.says("ann", f"remind {before} before", reply_to=anywhere.newest("ann"))
    assert "3660 days before" in said.replace(",", "")


async def test_a_line_of_a_list_that_is_only_a_mark(chat: Conversation) -> None:
    """A list asks for no titles: the words of the line are its title."""
    said = await chat.adds("ann", "- buy milk\n- #home\n- tomorrow\n- !high\n- @bob\n- ”\n- 9:00")
    assert "7 tasks added" in said
    for title in ("#home", "tomorrow", "!high", "@bob", "9:00"):
        assert title in await chat.says("ann", "/list")


@pytest.mark.parametrize("length", [NOTES_LIMIT - 12, NOTES_LIMIT - 1, NOTES_LIMIT, 4_096])
async def test_a_long_message_is_forwarded(anywhere: Conversation, length: int) -> None:
    """Its words fill the notes; where it came from is said while there is room."""
    flat = anywhere.in_("flat")
    message = anywhere.telegram.say(anywhere.town.bob, "x" * length, to=anywhere.town.flat)
    await flat.settle()
    said = await anywhere.forwards("ann", message)
    assert ("#1 xxx" in said) if length <= NOTES_LIMIT else ("4,000 characters" in said)
