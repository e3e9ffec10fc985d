"""Whose it is: /assign, /claim and /unassign, the choice on the card, and what they refuse."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import buttons_of


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """Ann, Bob and Chen have written in the flat; #1 is nobody's."""
    here = anywhere.in_("flat")
    for who in ("ann", "bob", "chen"):
        await here.says(who, "/list")
    await here.says("ann", "/add Clean the kitchen friday")
    return here


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("/assign 1 @bob", "Bob"),
        ("/assign 1 @BOB, @ann", "Ann, Bob"),
        ("/assign #1 me", "Ann"),
        ("/assign 1 мне", "Ann"),
        ("/assign 1 @bob me", "Ann, Bob"),
        ("/assign 1 @all", "Ann, Bob, Chen"),
        ("/assign 1 alle", "Ann, Bob, Chen"),
        ("/claim 1", "Ann"),
    ],
)
async def test_assigned(flat: Conversation, said: str, names: str) -> None:
    answer = await flat.says("ann", said)
    shown = answer.removeprefix("👤 #1 Clean the kitchen: ").split(", ")
    assert sorted(shown) == names.split(", ")
    assert flat.buttons("ann") == ["↩️ Undo"]
    await flat.presses("ann", "↩️ Undo")
    assert "👤" not in await flat.says("ann", "/show 1")


async def test_assigning_adds_and_unassigning_takes_away(flat: Conversation) -> None:
    await flat.says("ann", "/assign 1 @bob")
    assert "Bob" in await flat.says("chen", "/claim 1")
    assert await flat.says("ann", "/assign 1 @bob") == "👤 #1 Clean the kitchen: Bob, Chen"
    assert flat.buttons("ann") == [], "nothing has changed"
    assert await flat.says("ann", "/unassign 1 @bob") == "👤 #1 Clean the kitchen: Chen"
    assert await flat.says("bob", "/unassign 1 me") == "👤 #1 Clean the kitchen: Chen"
    assert await flat.says("bob", "/unassign 1") == "👤 #1 Clean the kitchen: nobody's"
    assert await flat.says("bob", "/undo") != ""
    assert "Chen" in await flat.says("bob", "/show 1")


async def test_by_reply_to_the_task(flat: Conversation) -> None:
    await flat.says("ann", "/show 1")
    card = flat.newest("ann")
    assert "Bob" in await flat.says("ann", "/assign @bob", reply_to=card)
    assert "Chen" in await flat.says("chen", "/claim", reply_to=card)


async def test_by_reply_to_somebody(flat: Conversation) -> None:
    await flat.says("bob", "I could do that")
    message = flat.messages("bob")[-1]
    assert await flat.says("ann", "/assign 1", reply_to=message) == "👤 #1 Clean the kitchen: Bob"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("/assign 1 @dueto_bot @bob", "a task is assigned to people"),
        ("/assign 1 ann@example.org", "“ann@example.org” names nobody."),
        ("/assign 1 tomorrow", "“tomorrow” names nobody."),
        ("/unassign 1 tomorrow", "“tomorrow” names nobody."),
        ("/claim 1 @bob", "Just the number, please"),
        ("/assign 77 @bob", "There is no task #77 here"),
        ("/claim", "/claim 3"),
    ],
)
async def test_refused(flat: Conversation, said: str, answer: str) -> None:
    assert answer in await flat.says("ann", said)
    assert "👤" not in await flat.says("ann", "/show 1")


async def test_the_choice_on_the_card(flat: Conversation) -> None:
    await flat.says("ann", "/show 1")
    await flat.presses("ann", "👤 Assign")
    assert flat.buttons("ann") == ["Ann", "Bob", "Chen", "‹ Back"]
    assert "👤 Bob" in await flat.presses("ann", "Bob")
    chosen = flat.newest("ann")
    assert buttons_of(chosen) == ["✓ Bob", "Ann", "Chen", "‹ Back"]
    await flat.presses("ann", "✓ Bob")
    assert "👤" not in await flat.presses("ann", "‹ Back")
    await flat.says("ann", "/assign 1")
    assert flat.buttons("ann") == ["Ann", "Bob", "Chen", "‹ Back"], "without a name it offers them"


async def test_a_button_sets_what_it_shows(flat: Conversation) -> None:
    await flat.says("ann", "/assign 1")
    choice = flat.newest("ann")
    await flat.says("bob", "/claim 1")
    await flat.presses("ann", "Bob", on=choice)
    assert "👤 Bob" in await flat.says("ann", "/show 1"), "assigned already, it stays"


async def test_who_has_left_is_no_choice(flat: Conversation) -> None:
    flat.telegram.leave(flat.chat("bob"), flat.user("bob"))
    await flat.settle()
    await flat.says("ann", "/assign 1")
    assert flat.buttons("ann") == ["Ann", "Chen", "‹ Back"]
    assert "I'll know @bob once they write here." in await flat.says("ann", "/assign 1 @bob")


async def test_in_private_it_is_said_to_be_of_groups(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Buy milk")
    for command in ("/assign 1 @bob", "/claim 1", "/unassign 1"):
        assert "group" in await anywhere.says("ann", command)
    await anywhere.says("ann", "/show 1")
    assert "👤 Assign" not in anywhere.buttons("ann")


async def test_who_did_what(flat: Conversation) -> None:
    await flat.says("bob", "/claim 1")
    await flat.says("chen", "/add Buy soap")
    await flat.says("bob", "/done 1")
    shown = (await flat.says("ann", "/history")).splitlines()
    assert [line.partition(" · ")[2] for line in shown[1:]] == [
        "Bob: done #1 Clean the kitchen",
        "Chen: added #2 Buy soap",
        "Bob: took it on #1 Clean the kitchen",
        "Ann: added #1 Clean the kitchen",
    ]
    assert "Bob: took it on" in await flat.says("ann", "/history 1")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("/assign 1 @bob", "Ann: assigned Bob"),
        ("/assign 1 @bob @kim @sam", "Ann: assigned Bob, @kim, @sam"),
        ("/assign 1 me @bob", "Ann: took it on, assigned Bob"),
        ("/unassign 1 @dan", "Ann: unassigned @dan"),
        ("/unassign 1", "Ann: gave it up, unassigned @dan"),
    ],
)
async def test_history_says_who_was_assigned(flat: Conversation, said: str, told: str) -> None:
    if said.startswith("/unassign"):
        await flat.says("ann", "/assign 1 me @dan")
    await flat.says("ann", said)
    assert (await flat.says("ann", "/history 1")).splitlines()[2].endswith(f"· {told}")
    assert f"· {told} #1 Clean" in (await flat.says("ann", "/history")).splitlines()[1]


async def test_history_is_of_its_own_list(anywhere: Conversation) -> None:
    assert "Nothing has been done here yet" in await anywhere.says("ann", "/history")
    await anywhere.in_("design").says("ann", "/add Draw")
    assert "Draw" not in await anywhere.in_("project").says("ann", "/history")
    assert "Draw" not in await anywhere.says("ann", "/history"), "nor in private"
    assert "Draw" in await anywhere.in_("design").says("ann", "/history")


@pytest.mark.parametrize(
    "said", ["/add Pack your bags sunday @all", "/add @alle Koffer packen", "/add Pack @bob @ALL"]
)
async def test_a_new_task_is_everybodys(flat: Conversation, said: str) -> None:
    answer = await flat.says("ann", said)
    line = next(line for line in answer.splitlines() if "👤" in line)
    assert sorted(line.partition("👤 ")[2].split(", ")) == ["Ann", "Bob", "Chen"]
