"""People who take turns at a repeating task of a group."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation

CHORE = "/add Clean the kitchen every friday rotate @ann @bob @chen"


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """Ann, Bob and Chen have written in the flat."""
    here = anywhere.in_("flat")
    here.telegram.world.bot.privacy_mode = False
    here.user("chen").username = "chen"
    for who in ("ann", "bob", "chen"):
        await here.says(who, "/list")
    return here


async def away(flat: Conversation, who: str, *, until: str) -> None:
    """Somebody who keeps a habit is away until a day."""
    own = flat.in_("private")
    await own.says(who, "/habit run every day")
    assert "⏸" in await own.says(who, f"pause all habits until {until}")


async def test_turns_go_round(flat: Conversation) -> None:
    said = await flat.says("ann", CHORE)
    assert "➕ #1 Clean the kitchen\n" in said
    assert "🔄 Ann → Bob → Chen · then Bob" in said
    for who in ("Bob", "Chen", "Ann", "Bob"):
        said = await flat.says("ann", "/done 1")
        assert f"🔄 Next: {who}, " in said


@pytest.mark.parametrize(
    "words",
    [
        "take turns: @ann, @bob and @chen",
        "по очереди @ann, @bob и @chen",
        "reihum @ann, @bob und @chen",
        "abwechselnd: @ann @bob @chen",
        "por turnos @ann, @bob y @chen",
        "rotar @ann @bob @chen",
    ],
)
async def test_in_every_language(flat: Conversation, words: str) -> None:
    said = await flat.says("ann", f"/add Clean the kitchen every friday {words}")
    assert "#1 Clean the kitchen\n" in said
    assert "🔄 Ann → Bob → Chen" in said


async def test_the_order_is_as_it_was_said(flat: Conversation) -> None:
    assert "🔄 Chen → Ann → Bob" in await flat.says(
        "ann", "/add Clean every friday rotate @chen @ann @bob"
    )
    assert "🔄 Bob → Chen · then Chen" in await flat.says("ann", "/edit 1 rotate @bob @chen")
    assert "🔄 Ann → Bob" in await flat.says("ann", "/assign 1 rotate @ann @bob")


@pytest.mark.parametrize("title", ["rotate tires every year", "rotate tires @ann @bob every year"])
async def test_a_title_stays_one(flat: Conversation, title: str) -> None:
    said = await flat.says("ann", f"/add {title}")
    assert "#1 rotate tires\n" in said
    assert "🔄" not in said


async def test_undo_brings_the_turn_back(flat: Conversation) -> None:
    await flat.says("ann", CHORE)
    await flat.says("ann", "/done 1")
    assert "· then Chen" in await flat.says("ann", "/show 1")
    await flat.says("ann", "/undo")
    assert "· then Bob" in await flat.says("ann", "/show 1")
    assert "🔄 Next: Bob" in await flat.says("ann", "/done 1")


async def test_who_is_away_is_passed_over(flat: Conversation) -> None:
    await flat.says("ann", CHORE)
    await away(flat, "bob", until="oct 9")
    assert "🔄 Next: Chen, " in await flat.says("ann", "/done 1")
    assert "🔄 Next: Ann, " in await flat.says("ann", "/done 1"), "until 9 October: a Friday"
    assert "🔄 Next: Bob, " in await flat.says("ann", "/done 1"), "they are back on the 16th"


async def test_nobody_is_left(flat: Conversation) -> None:
    await flat.says("ann", CHORE)
    for who in ("ann", "bob", "chen"):
        await away(flat, who, until="dec 31")
    assert "nobody's turn" in await flat.says("ann", "/done 1")
    assert "It's nobody's turn now" in await flat.says("ann", "/show 1")
    assert "👤" not in await flat.says("ann", "/list")


async def test_a_turn_can_be_taken_over(flat: Conversation) -> None:
    await flat.says("ann", CHORE)
    said = await flat.says("chen", "/claim 1")
    assert "🔄 Ann → Bob → Chen · then Ann" in said
    assert "🔄 Next: Ann" in await flat.says("chen", "/done 1")


async def test_without_a_repeat_it_is_asked_for(flat: Conversation) -> None:
    said = await flat.says("ann", "/add Clean the kitchen rotate @ann @bob")
    assert "🔄 Ann → Bob" in said
    assert "Turns need a repeat. How often? For example: /edit 1 every friday" in said
    said = await flat.says("ann", "/edit 1 every friday")
    assert "Turns need a repeat" not in said
    assert "🔄 Next: Bob" in await flat.says("ann", "/done 1")


async def test_with_a_stranger_two_are_asked_for(flat: Conversation) -> None:
    said = await flat.says("ann", "/add Clean the kitchen every friday rotate @ann @nobody")
    assert "@nobody" in said
    assert "Taking turns needs two people" in said
    said = await flat.says("ann", "/assign 1 rotate @ann")
    assert "Taking turns needs two people" in said


async def test_on_the_card_and_back(flat: Conversation) -> None:
    await flat.says("ann", "/add Clean the kitchen every friday @ann @bob")
    await flat.says("ann", "/show 1")
    assert "🔄 Ann → Bob · then Bob" in await flat.presses("ann", "🔄 Take turns")
    said = await flat.presses("ann", "✓ 🔄 Take turns")
    assert "👤 Ann, Bob" in said
    assert "→" not in said
    await flat.says("ann", "/undo")
    assert "🔄 Ann → Bob" in await flat.says("ann", "/show 1")


async def test_a_chip_gives_the_word_back(flat: Conversation) -> None:
    await flat.says("ann", CHORE)
    said = await flat.presses("ann", "rotate ✕")
    assert "#1 Clean the kitchen rotate\n" in said
    assert "👤 Ann, Bob, Chen" in said
    assert "→" not in said


async def test_who_leaves_loses_their_turn(flat: Conversation) -> None:
    await flat.says("ann", CHORE)
    await flat.says("ann", "/done 1")
    flat.telegram.leave(flat.chat("bob"), flat.user("bob"))
    await flat.settle()
    said = await flat.says("ann", "/show 1")
    assert "🔄 Ann → Chen · then Ann" in said
    assert "👤 Chen" in await flat.says("ann", "/list")
    assert "🔄 Next: Ann" in await flat.says("ann", "/done 1")


async def test_an_edited_message_is_read_again(flat: Conversation) -> None:
    await flat.says("ann", CHORE)
    said = await flat.edits("ann", CHORE, "/add Clean the kitchen every friday @chen")
    assert "👤 Chen" in said
    assert "🔄" not in said


@pytest.mark.parametrize(("passes", "whose"), [(False, "Ann"), (True, "Bob")])
async def test_a_missed_turn(flat: Conversation, passes: bool, whose: str) -> None:
    await flat.says("ann", "/add Dishes every day at 18:00 rotate @ann @bob @chen")
    if passes:
        await flat.says("ann", "/settings")
        await flat.presses("ann", "🔔 Reminders")
        await flat.presses("ann", "🔄 Missed turns")
        await flat.presses("ann", "goes to the next")
    await flat.later("ann", days=1, hours=6)
    shown = await flat.says("ann", "/list")
    assert f"👤 {whose}" in shown
    assert "missed" in await flat.says("ann", "/history 1")


async def test_a_quiet_group_hears_who_is_next(flat: Conversation) -> None:
    await flat.says("ann", "/settings")
    await flat.says("ann", "/quiet")
    await flat.says("ann", "/add Dishes every day rotate @ann @bob")
    assert "🔄 Next: Bob" in await flat.says("ann", "/done 1")


async def test_skipping_is_no_turn_taken(flat: Conversation) -> None:
    await flat.says("ann", "/add Dishes every day at 18:00 rotate @ann @bob @chen")
    await flat.later("ann", hours=4)
    await flat.presses("ann", "…", on=flat.with_button("ann", "…"))
    await flat.presses("ann", "⏭ Skip this one", on=flat.with_button("ann", "⏭ Skip this one"))
    assert "👤 Ann" in await flat.says("ann", "/list")
