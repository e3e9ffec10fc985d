"""What a command may cost in SQL statements: its update, and the keeping of its answer.

The budgets stand beside the routes. They hold on both databases, in private and in a group.
"""

from __future__ import annotations

import pytest

from bot.budgets import TURN
from bot.routes import COMMANDS
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of
from tests.support.spending import count, press

# One of each command, in an order in which each has something to do.
SAID = {
    "start": "/start",
    "help": "/help",
    "add": "/add Buy bread tomorrow 9am",
    "show": "/show 1",
    "list": "/list",
    "today": "/today",
    "week": "/week",
    "search": "/search milk",
    "move": "/move 1 friday 10am",
    "edit": "/edit 1 Buy oat milk",
    "snooze": "/snooze 1 2 hours",
    "assign": "/assign 1 @ann",
    "unassign": "/unassign 1",
    "claim": "/claim 1",
    "history": "/history",
    "export": "/export",
    "calendar": "/calendar",
    "privacy": "/privacy",
    "forget": "/forget",
    "import": "/import",
    "done": "/done 1",
    "undo": "/undo",
    "delete": "/delete 1",
    "habit": "/habit Swim every day at 21:00",
    "habits": "/habits",
    "log": "/log run",
    "stats": "/stats",
    "away": "/away until oct 5",
    "settings": "/settings",
    "timezone": "/timezone Lisbon",
    "language": "/language German",
    "feedback": "/feedback What a nice bot",
    "board": "/board",  # last: each change of a list that has one costs one statement more
    "quiet": "/quiet",
}
LISTS = ("/list", "/list #home", "/list done", "/list @ann !high")


@pytest.fixture
async def ann(chat: Conversation) -> Conversation:
    """A chat in which all that is asked once has been asked."""
    await chat.says("ann", "/start")
    await chat.says("ann", "/timezone Berlin")
    await chat.adds("ann", "Buy milk tomorrow 10am #home")
    await chat.says("ann", "/habit Run every day at 21:00")
    await chat.says("ann", "/settings")
    return chat


async def test_every_command_keeps_its_budget(ann: Conversation) -> None:
    place = {name for name, route in COMMANDS.items() if route.menu}
    assert set(SAID) == place
    spent = {name: await count(ann, text) for name, text in SAID.items()}
    over = {n: (cost, COMMANDS[n].statements) for n, cost in spent.items()}
    assert {n: pair for n, pair in over.items() if pair[0] > pair[1]} == {}


@pytest.mark.parametrize("text", LISTS)
async def test_a_filtered_list_costs_what_any_list_does(ann: Conversation, text: str) -> None:
    assert await count(ann, text) <= COMMANDS["list"].statements


async def test_buttons_keep_their_budgets(ann: Conversation) -> None:
    await ann.adds("ann", "Buy bread tomorrow 9am")
    done = await press(ann, "✅ Done")
    taken_back = await press(ann, "↩️ Undo")
    await ann.adds("ann", "Call mum in 35 min")
    await ann.later("ann", minutes=40)
    snoozed = await press(ann, "💤 10 min")
    await ann.later("ann", minutes=12)
    reminder = ann.newest("ann")
    done_on_reminder = await press(ann, "✅ Done", on=reminder)
    pairs = {"done": done, "undo": taken_back, "snooze": snoozed, "on reminder": done_on_reminder}
    assert {name: pair for name, pair in pairs.items() if pair[0] > pair[1]} == {}


async def test_what_several_share_keeps_its_budgets(ann: Conversation) -> None:
    if ann.place == "private":
        return
    await ann.says("bob", "/list@dueto_bot")
    every = "tomorrow 9am every day"
    plain = await count(ann, f"/add Dishes {every} @ann @bob")
    assert await count(ann, f"/add Dishes {every} rotate @ann @bob") <= plain + 1  # whose turn
    assert await count(ann, "/done 3") <= COMMANDS["done"].statements + TURN
    assert await count(ann, "/show 3") <= COMMANDS["show"].statements
    pairs = {"end": await press(ann, "✓ 🔄 Take turns", on=ann.newest("ann"))}
    pairs["turns"] = await press(ann, "🔄 Take turns", on=ann.newest("ann"))
    await ann.says("ann", "/add Vote @ann @bob")
    await ann.says("ann", "/show 4")
    shown = ann.newest("ann")["message_id"]
    for label in ("👥 Everyone ticks", "✅ Done", "↩️ My part", "✅ Done for all"):
        pairs[label] = await press(ann, label, on=ann.chat("ann").posts[shown].json())
    assert {name: pair for name, pair in pairs.items() if pair[0] > pair[1]} == {}


async def test_ticks_keep_their_budget(ann: Conversation) -> None:
    await ann.says("ann", "/habits")
    tick = next(button for button in ann.buttons("ann") if "Run" in button)
    cost, budget = await press(ann, tick)
    assert cost <= budget


async def test_a_message_of_several_keeps_its_budgets(ann: Conversation) -> None:
    await ann.adds("ann", "\n".join(f"- Pay bill {one} tomorrow" for one in "ABCDE"))
    await ann.later("ann", hours=18.5)
    shown = ann.newest("ann")
    await ann.says("ann", "/list")  # else Telegram is asked whether she is still there
    buttons = [next(one for one in buttons_of(shown) if "☐" in one), "💤 1 h", "💤 All for 1 h"]
    pairs = {button: await press(ann, button, on=shown) for button in buttons}
    assert {name: pair for name, pair in pairs.items() if pair[0] > pair[1]} == {}


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
    assert await count(ann, ten) <= first
    if undone:
        assert await count(ann, "/undo") <= undone


async def test_a_tick_on_a_list_costs_the_same_for_one_task_and_for_ten(ann: Conversation) -> None:
    """Of a repeating task, too; and what takes it back, and moves all that is overdue."""
    await ann.adds("ann", "Water the plants today at 20:00 every day")
    spent = []
    for lines in ("", "\n".join(f"- Buy number {n} today 21:00 #tag{n}" for n in range(7))):
        if lines:
            await ann.says("ann", f"/add {lines}")
        await ann.says("ann", "/today")
        costs = [await press(ann, button) for button in ("☐ 2", "☑ 2", "✏️")]
        assert [cost for cost, budget in costs if cost > budget] == []
        spent.append([cost for cost, _ in costs])
    assert spent[0] == spent[1]
    await ann.later("ann", days=1)
    await ann.says("ann", "/today")
    cost, budget = await press(ann, "⏰ Overdue → tomorrow")
    assert cost <= budget
