"""In a group every command is answered by one message at most, and what it confirms is short."""

from __future__ import annotations

import pytest

from bot.routes import COMMANDS
from tests.support.conversations import Conversation

MOST_LINES = 2
# What confirms that something was done, in an order in which each has something to do.
CONFIRMS = (
    "/add Buy milk",
    "/add Buy bread tomorrow 9am",
    "/add Pay rent friday every month #home !high @bob remind 1h before",
    "/edit 1 Buy oat milk",
    "/edit 2 Buy rye bread #shop !low",
    "/move 1 friday 10am",
    "/move 2 no date",
    "/snooze 1 2 hours",
    "/assign 1 @bob",
    "/assign 1 @bob",
    "/unassign 1",
    "/unassign 1",
    "/claim 1",
    "/claim 1",
    "/done 1",
    "/done 1",
    "/done 3",
    "/undo",
    "/delete 2",
    "/delete 2",
    "/undo",
    "/log run",
    "/habit Swim every day at 21:00",
    "/away until oct 5",
    "/away",
    "/timezone Lisbon",
    "/language English",
    "/settings 12h",
    "/settings quiet 22:00-8:00",
    "/settings weekly sunday 19:00",
    "/board off",
    "/feedback Nice bot",
    "/quiet off",
)
# What shows something, asks, or refuses: as long as it has to be, and one message.
SHOWS = (
    *(
        "/start",
        "/help",
        "/help groups",
        "/list",
        "/list all",
        "/today",
        "/week",
        "/show 1",
        "/edit 1",
    ),
    *("/search milk", "/history", "/history 1", "/habit", "/habits", "/stats", "/settings"),
    *(
        "/timezone",
        "/language",
        "/assign 1",
        "/add",
        "/add tomorrow",
        "/move 1",
        "/snooze 1",
        "/log",
    ),
    *("/export", "/import", "/calendar", "/privacy", "/forget", "/feedback"),
    *("/done 99", "/delete", "/board", "/add remind me to call mum", "/undo", "/claim 99"),
    "/add - one\n- two\n- three",
)


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """A group in which all that is asked once has been asked."""
    chat = anywhere.in_("flat")
    await chat.says("bob", "/timezone Berlin")
    await chat.says("ann", "/habit run every day at 20:00")
    return chat


async def sent(chat: Conversation, text: str) -> list[str]:
    """The new messages that a command is answered by."""
    calls = [call for call in chat.telegram.calls if call.method.startswith("send")]
    await chat.says("ann", text)
    after = [call for call in chat.telegram.calls if call.method.startswith("send")]
    return [str(call.params.get("text", "")) for call in after[len(calls) :]]


async def test_a_command_is_answered_by_one_message_at_most(flat: Conversation) -> None:
    flat.setup.trouble_is_meant = True
    counts = {}
    for text in (*CONFIRMS, *SHOWS):
        counts[text] = len(await sent(flat, text))
    assert {text: count for text, count in counts.items() if count > 1} == {}
    played = {text.split()[0].strip("/") for text in counts}
    assert played >= {name for name, route in COMMANDS.items() if route.groups and route.menu}


async def test_what_it_confirms_is_short(flat: Conversation) -> None:
    long = {}
    for text in CONFIRMS:
        for said in await sent(flat, text):
            if len(said.strip().splitlines()) > MOST_LINES:
                long[text] = said
    assert long == {}
