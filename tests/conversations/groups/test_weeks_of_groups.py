"""A week of a family and of a team, as it is said: three people, in private, a group and topics."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, text_of


def newest_with(chat: Conversation, who: str, words: str) -> str:
    """The newest message of the bot's that has these words, as it reads now."""
    found = (text_of(m) for m in reversed(chat.messages(who)) if chat.is_bots(m))
    return next((text for text in found if words in text), "")


@pytest.fixture
async def town(anywhere: Conversation) -> Conversation:
    """Ann and Bob have started the bot in private, all three write in the flat; Chen has not
    started it."""
    for who in ("ann", "bob"):
        await anywhere.in_("private").says(who, "/start")
        await anywhere.in_("private").says(who, "Berlin")
    for who in ("ann", "bob", "chen"):
        await anywhere.in_("flat").says(who, "/list")
    return anywhere


async def test_a_familys_week(town: Conversation) -> None:
    flat, own = town.in_("flat"), town.in_("private")
    # Wednesday: Ann asks Bob, who is told in private, cannot, and the group is asked
    answer = await flat.says("ann", "/add Clean the kitchen saturday @bob")
    assert answer.splitlines()[-1] == "📅 Sat 26 Sept · 👤 Bob"
    told = await own.later("bob", minutes=1)
    assert "#1 Clean the kitchen" in told
    assert "Flat 12" in told
    await own.presses("bob", next(b for b in own.buttons("bob") if b.startswith("🙋")))
    await flat.later("chen", minutes=1)
    asked = newest_with(flat, "chen", "Bob can't")
    assert "#1 Clean the kitchen" in asked
    await flat.presses("chen", "🙋 I'll do it")
    assert "👤 Chen" in await flat.says("ann", "/show 1")
    # the bins in turns; everybody packs their own bag
    bins = await flat.says("ann", "/add Take out the bins every tuesday 20:00 rotate @ann @bob")
    assert "🔄 Ann → Bob · then Bob" in bins
    await flat.says("ann", "/add Pack your bags friday @all")
    card = await flat.says("ann", "/show 3")
    assert "👤 Ann, Bob, Chen" in card
    await flat.presses("ann", next(b for b in flat.buttons("ann") if b.startswith("👥")))
    for number, who in enumerate(("bob", "ann", "chen"), start=1):
        await flat.says(who, "/done 3")
        card = await flat.says("ann", "/show 3")
        assert f"({number} of 3)" in card or "✅" in card
    # a board, which follows
    await flat.says("ann", "/board")
    await flat.adds("bob", "Buy jam")
    await flat.later("ann", seconds=5)
    # Tuesday: Ann's turn, done in private; the group's copy closes, and Bob is next
    await flat.later("ann", days=6, hours=5, minutes=30)
    assert "Take out the bins" in newest_with(own, "ann", "🔔")
    done = await own.presses("ann", "✅ Done")
    assert "Next: Bob" in done
    assert newest_with(flat, "ann", "Take out the bins").startswith("✅ Done for now")
    # who may what, who has what, who did what
    assert "Only" in await flat.says("chen", "/delete 4")
    mine = await own.says("bob", "/list me")
    assert "Take out the bins" in mine
    assert "Flat 12" in mine
    week = await flat.says("ann", "/stats week")
    assert "Ann" in week
    history = await flat.says("bob", "/history")
    assert "Ann: assigned Bob #1 Clean the kitchen" in history


async def test_a_teams_week(town: Conversation) -> None:
    design, launch, own = town.in_("design"), town.in_("launch"), town.in_("private")
    at = "@dueto_bot"
    await design.says("ann", f"/add{at} Draw the logo monday @bob")
    await design.says("bob", f"/add{at} Pick colours tomorrow")
    await launch.says("bob", f"/add{at} Write to the press friday 10:00 @ann")
    # a topic is a list of its own, the numbers are the group's; `all` joins them
    shown = await launch.says("ann", f"/list{at}")
    assert "☐ 3 Write to the press" in shown
    assert "logo" not in shown
    together = await launch.says("ann", f"/list{at} all")
    assert "🗂 Design" in together
    assert "Write to the press · Fri 25 Sept, 10:00 👤 Ann\n" in together
    # in private it is all there, with its place
    week = await own.says("ann", "/week")
    assert "Project X › Launch" in week
    # a board for each topic; it names no topic, since it is in it
    board = await design.says("ann", f"/board{at}")
    assert "☐ 1 Draw the logo" in board
    assert "🗂" not in board
    # whose it is changes hands
    assert "Bob" in await design.says("bob", f"/claim{at} 2")
    assert "nobody" in await design.says("bob", f"/unassign{at} 2")
    # Friday, ten o'clock: in the topic, with Ann's name, and in private
    await launch.later("ann", days=1, hours=19, minutes=31)
    assert "Ann" in newest_with(launch, "ann", "🔔 #3 Write to the press")
    assert "Project X" in newest_with(own, "ann", "🔔 #3 Write to the press")
    await launch.says("ann", f"/done{at} 3")
    await launch.later("ann", minutes=1)
    private = next(m for m in reversed(own.messages("ann")) if "Write to the press" in text_of(m))
    assert not any("Done" in button for button in buttons_of(private))
    # nobody outside sees any of it
    outside = await own.says("chen", "/search logo")
    assert "Draw the logo" not in outside
