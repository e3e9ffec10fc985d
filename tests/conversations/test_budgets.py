"""What a command may cost: the statements of its update and of the keeping of its answer.

BEGIN and COMMIT do not count, nor do a worker's looks for what is due. The frame around a command
is the same for all: the receipt, who asks where, the answer kept, the message linked to its task.
"""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.support.conversations import Conversation
from tests.support.scenes.people import statements


class Frame(NamedTuple):
    """The statements around a command: of a message, of a pressed button, of an answer that is
    about no task."""

    message: int
    press: int
    list: int


FRAMES = {"sqlite": Frame(9, 12, 6), "postgresql": Frame(11, 14, 8)}

# What one command may cost inside of its frame.
TASKS = {
    "/add Buy bread tomorrow 9am": 5,
    "/show 1": 1,
    "/move 1 friday 10am": 6,
    "/edit 1 Buy oat milk": 5,
    "/snooze 1 2 hours": 5,
    "/done 1": 5,
    "/undo": 7,
    "/delete 1": 5,
}
LISTS = {"/list": 1, "/list #home": 1, "/list done": 1, "/list @ann !high": 1}
LISTS_WITH_HABITS = {"/search milk": 4, "/today": 5, "/week": 5}
BUTTONS = {"✅ Done": 5, "↩️ Undo": 7}
BUTTONS_OF_A_REMINDER = {"💤 10 min": 5, "✅ Done": 5}


@pytest.fixture
async def ann(chat: Conversation) -> Conversation:
    """A chat in which all that is asked once has been asked."""
    await chat.says("ann", "/start")
    await chat.says("ann", "/timezone Berlin")
    await chat.adds("ann", "Buy milk tomorrow 10am #home")
    return chat


def frame(chat: Conversation) -> Frame:
    return FRAMES[chat.application.database.settings.dialect]


async def count(chat: Conversation, text: str) -> int:
    """How many statements a message costs."""
    async with statements(chat.application.database) as sent:
        chat.telegram.say(chat.user("ann"), text, to=chat.to())
        await _received(chat)
    return len(sent)


async def count_press(chat: Conversation, button: str) -> int:
    """How many statements a pressed button costs."""
    message = chat.with_button("ann", button)
    async with statements(chat.application.database) as sent:
        chat.telegram.press(chat.user("ann"), message, button)
        await _received(chat)
    return len(sent)


async def _received(chat: Conversation) -> None:
    """Let the update be done and its answer be kept, and no worker look for what is due."""
    for update in await chat.waiting():
        await chat.application.endpoint.receive(update)
        chat.setup.offset = update["update_id"] + 1
    await chat.application.endpoint.close()


async def test_commands_about_a_task(ann: Conversation) -> None:
    spent = {text: await count(ann, text) - frame(ann).message for text in TASKS}
    assert {text: cost for text, cost in spent.items() if cost > TASKS[text]} == {}


async def test_lists(ann: Conversation) -> None:
    budgets = LISTS | LISTS_WITH_HABITS
    spent = {text: await count(ann, text) - frame(ann).list for text in budgets}
    assert {text: cost for text, cost in spent.items() if cost > budgets[text]} == {}


async def test_buttons(ann: Conversation) -> None:
    spent = {text: await count_press(ann, text) - frame(ann).press for text in BUTTONS}
    assert {text: cost for text, cost in spent.items() if cost > BUTTONS[text]} == {}


async def test_buttons_of_a_reminder(ann: Conversation) -> None:
    await ann.adds("ann", "Call mom in 5 min")
    spent = {}
    for button in BUTTONS_OF_A_REMINDER:
        await ann.later("ann", minutes=12)
        spent[button] = await count_press(ann, button) - frame(ann).press
    over = {text: cost for text, cost in spent.items() if cost > BUTTONS_OF_A_REMINDER[text]}
    assert over == {}


@pytest.mark.parametrize(
    ("one", "ten"),
    [
        ("/list", "/list"),
        ("/today", "/today"),
        ("/search buy", "/search buy"),
        ("/done 1", "/done 2-11"),
        ("/delete 1", "/delete 2-11"),
    ],
)
async def test_ten_tasks_cost_what_one_does(ann: Conversation, one: str, ten: str) -> None:
    await ann.says("ann", "/today")
    first = await count(ann, one)
    undone = await count(ann, "/undo") if one != ten else 0
    lines = [f"- Buy number {number} tomorrow 11am #home #tag{number}" for number in range(10)]
    await ann.says("ann", "/add " + "\n".join(lines))
    # one task's answer is linked to it, ten tasks' answer to none
    links = frame(ann).message - frame(ann).list if one != ten else 0
    assert await count(ann, ten) <= first <= await count(ann, one) + links
    if undone:
        assert await count(ann, "/undo") <= undone
