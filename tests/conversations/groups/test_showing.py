"""Whose tasks a list shows: mine here and everywhere, somebody's, and the agenda of all of them."""

from __future__ import annotations

import pytest

from bot.routes import COMMANDS
from tests.support.conversations import Conversation
from tests.support.messages import lines, text_of
from tests.support.spending import sent


async def everywhere(anywhere: Conversation) -> Conversation:
    """Ann with a task of her own, and others in the flat and in a topic of the project."""
    flat, design = anywhere.in_("flat"), anywhere.in_("design")
    await anywhere.says("ann", "/timezone Berlin")
    await anywhere.adds("ann", "Own tax today 18:00")
    for group in (flat, design):
        await group.says("ann", "/timezone Berlin")
        await group.says("bob", "/list")
    await flat.adds("bob", "Water plants today 17:00 @ann", "Feed the cat today 17:00 @bob")
    await design.adds("bob", "Draw a logo tomorrow 10:00 @ann", "Choose colours")
    return flat


# /list me, /list @bob


async def test_mine_in_private_are_named_by_their_groups(anywhere: Conversation) -> None:
    await everywhere(anywhere)
    said = await anywhere.says("ann", "/list me")
    found = lines(said, "Own tax", "Water plants", "Draw a logo", "Feed the cat", "Choose colours")
    assert list(found) == ["Own tax", "Water plants", "Draw a logo"]
    assert "👥" not in found["Own tax"]
    assert "👥 Flat 12" in found["Water plants"]
    assert "👥 Project X" in found["Draw a logo"]


async def test_mine_in_a_group_are_those_of_the_group(anywhere: Conversation) -> None:
    flat = await everywhere(anywhere)
    said = await flat.says("ann", "/list me")
    assert list(lines(said, "Own", "Water", "logo", "cat")) == ["Water"]
    assert "👤 Ann" in said
    said = await anywhere.in_("design").says("ann", "/list me")
    assert list(lines(said, "Own", "Water", "logo", "cat")) == ["logo"]


@pytest.mark.parametrize("name", ["@bob", "@BOB", "@Bob"])
async def test_somebodys(anywhere: Conversation, name: str) -> None:
    flat = await everywhere(anywhere)
    said = await flat.says("ann", f"/list {name}")
    assert list(lines(said, "Water", "cat")) == ["cat"]
    said = await anywhere.says("ann", f"/list {name}")
    assert list(lines(said, "Own", "Water", "cat")) == ["cat"]
    assert "👥 Flat 12" in said
    assert "cat" not in await anywhere.says("dasha", f"/list {name}"), "she is in another group"


async def test_somebodys_who_has_no_username(anywhere: Conversation) -> None:
    flat = await everywhere(anywhere)
    chen, text = anywhere.town.chen, "/list@dueto_bot Chen"
    await flat.says("chen", "/list@dueto_bot")
    await flat.says("chen", "/claim@dueto_bot 2")
    mark = {"type": "text_mention", "offset": 16, "length": 4, "user": chen.json()}
    before = flat.last_id("ann")
    flat.telegram.say(flat.user("ann"), text, to=flat.to(), entities=[mark])
    said = await flat._heard("ann", before)
    assert list(lines(said, "Water", "cat")) == ["cat"]
    assert "@Chen" in said.splitlines()[0]
    await flat.presses("ann", "✏️")
    await flat.presses("ann", "✏️ 2")
    said = await flat.presses("ann", "‹ List")
    assert "@Chen" in said.splitlines()[0]
    assert list(lines(said, "Water", "cat")) == ["cat"]


async def test_lists_of_many_groups_keep_the_budget(anywhere: Conversation) -> None:
    await everywhere(anywhere)
    telegram, town = anywhere.telegram, anywhere.town
    for number in range(8):
        group = telegram.new_chat("group", f"Group {number}", town.ann, town.bob)
        telegram.add_bot(group, town.ann)
        telegram.say(town.ann, f"/add Task of {number} today 16:00 @ann", to=group)
        await anywhere.settle()
    for text in ("/list me", "/list me", "/list @bob", "/list all"):
        telegram.say(town.ann, text)
        assert len(await sent(anywhere)) <= COMMANDS["list"].statements, text
    assert COMMANDS["list"].statements <= 6
    for text in ("/today", "/week"):
        telegram.say(town.ann, text)
        assert len(await sent(anywhere)) <= COMMANDS["today"].statements, text


# /today, /week, the agenda and the review


@pytest.mark.parametrize("command", ["/today", "/week", "/today me"])
async def test_my_day_has_what_i_am_assigned_to(anywhere: Conversation, command: str) -> None:
    await everywhere(anywhere)
    said = await anywhere.says("ann", command)
    found = lines(said, "Own tax", "Water plants", "Draw a logo", "Feed the cat")
    assert list(found) == ["Own tax", "Water plants", *["Draw a logo"] * (command == "/week")]
    assert "👥 Flat 12" in found["Water plants"]


async def test_the_day_of_a_group_is_its_own(anywhere: Conversation) -> None:
    flat = await everywhere(anywhere)
    said = await flat.says("ann", "/today")
    found = lines(said, "Own", "Water", "logo", "cat")
    assert list(found) == ["Water", "cat"]
    assert "👤 Ann" in found["Water"]
    assert "👤 Bob" in found["cat"]


@pytest.mark.parametrize(("name", "at", "greets"), [("agenda", 16, "☀️"), ("review", 17, "🌙")])
async def test_what_is_pushed_has_it_and_is_ticked(
    anywhere: Conversation, name: str, at: int, greets: str
) -> None:
    """What is ticked there is closed in the group, too."""
    flat = await everywhere(anywhere)
    await anywhere.says("ann", f"/settings {name} {at}:30")
    await anywhere.later("ann", hours=at - 13)
    digest = next(m for m in anywhere.messages("ann") if text_of(m).startswith(greets))
    found = lines(text_of(digest), "Own tax", "Water plants", "Feed the cat")
    assert list(found) == ["Own tax", "Water plants"]
    assert "👥 Flat 12" in found["Water plants"]
    await flat.later("ann", hours=1)
    reminder = next(m for m in flat.messages("ann") if text_of(m).startswith("🔔 #1 Water"))
    said = await anywhere.presses("ann", "☐ 1 Flat 12", on=digest)
    assert "☑ 1 Water plants" in said
    assert "Done" in flat.reads("ann", reminder)
    assert "Water plants" not in await flat.says("bob", "/list")


async def test_all_that_is_overdue_moves_together(anywhere: Conversation) -> None:
    flat = await everywhere(anywhere)
    await anywhere.later("ann", days=1)
    said = await anywhere.says("ann", "/today")
    assert "Overdue" in said
    await anywhere.presses("ann", "⏰ Overdue → tomorrow")
    assert "Water" not in await anywhere.says("ann", "/list overdue")
    assert list(lines(await flat.says("ann", "/list overdue"), "Water", "cat")) == ["cat"]
    await anywhere.says("ann", "/undo")
    assert list(lines(await flat.says("ann", "/list overdue"), "Water", "cat")) == ["Water", "cat"]


# Whoever left reads nothing of it


COMMANDS_OF_LISTS = (
    "/list me",
    "/list @ann",
    "/list @bob",
    "/list",
    "/today",
    "/week",
    "/list all",
)


@pytest.mark.parametrize("is_seen", [True, False])
async def test_who_has_left_is_shown_nothing(anywhere: Conversation, is_seen: bool) -> None:
    flat = await everywhere(anywhere)
    await anywhere.says("ann", "/settings agenda 16:00")
    await anywhere.says("ann", "/settings review 16:30")
    await anywhere.says("ann", "/today")
    listed = anywhere.newest("ann")
    if is_seen:
        anywhere.telegram.leave(anywhere.town.flat, anywhere.town.ann)
        await anywhere.settle()
    else:
        anywhere.town.flat.members[anywhere.town.ann.id].status = "left"
    anywhere.time.pass_(minutes=61)
    await anywhere.settle()
    before = len(anywhere.messages("ann"))
    for text in COMMANDS_OF_LISTS:
        said = await anywhere.says("ann", text)
        assert "Water" not in said, text
        assert "cat" not in said, text
    assert "Water" not in await anywhere.presses("ann", "☐ 1", on=listed)
    await anywhere.later("ann", hours=3)
    heard = "\n".join(text_of(m) for m in anywhere.messages("ann")[before:])
    assert "Own tax" in heard
    assert "Water" not in heard
    assert "Water" in await flat.says("bob", "/list")
