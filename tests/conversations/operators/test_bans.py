"""A person who is banned gets one answer, and then nothing, until they are let in again."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.operators import operated
from tests.support.spending import count

TOLD = "You can't use this bot"


@pytest.fixture
async def chen(anywhere: Conversation) -> Conversation:
    """Chen runs the bot; Ann and Bob have started it."""
    await operated(anywhere, "chen", "dasha")
    for who in ("ann", "bob"):
        await anywhere.says(who, "/start")
        await anywhere.says(who, "/timezone Berlin")
    return anywhere


@pytest.mark.parametrize("name", ["1001", "@ann", "Ann", "ANN"])
async def test_somebody_is_banned_by_id_or_username(chen: Conversation, name: str) -> None:
    said = await chen.says("chen", f"/admin ban {name}")
    assert "Ann (@ann, 1001) is banned" in said
    assert "banned already" in await chen.says("chen", f"/admin ban {name}")
    assert "Banned: 1" in await chen.says("chen", "/admin")
    assert "Ann (@ann, 1001)" in await chen.presses("chen", "🚫 Bans")
    assert "Nobody is banned" in await chen.presses("chen", "✅ Unban Ann")


async def test_they_are_told_once_and_then_nothing(chen: Conversation) -> None:
    await chen.adds("ann", "Buy milk")
    await chen.says("ann", "/list")
    shown = chen.newest("ann")
    await chen.says("chen", "/admin ban @ann")
    before = await chen.rows("tasks")
    assert TOLD in await chen.says("ann", "Buy bread")
    for words in ("Buy bread", "/list", "/admin", "/start", "/feedback hello"):
        assert await chen.says("ann", words) == "", words
    await chen.presses("ann", "☐ 1", on=shown)
    assert chen.alert == ""
    assert await chen.rows("tasks") == before


async def test_a_button_tells_once_too(chen: Conversation) -> None:
    await chen.adds("ann", "Buy milk")
    await chen.says("ann", "/list")
    await chen.says("chen", "/admin ban @ann")
    await chen.presses("ann", "☐ 1")
    assert TOLD in chen.alert
    await chen.presses("ann", "☐ 1")
    assert chen.alert == ""
    assert await chen.says("ann", "/list") == ""


async def test_in_a_group_only_what_is_said_to_the_bot_is_answered(chen: Conversation) -> None:
    flat = chen.in_("flat")
    flat.telegram.world.bot.privacy_mode = False
    await flat.says("bob", "/add Buy milk")
    await flat.says("ann", "/list")
    shown = flat.newest("ann")
    await chen.says("chen", "/admin ban @ann")
    for words in ("hello everybody", "/done@other_bot 1", "/nosuchthing"):
        assert await flat.says("ann", words) == "", words
    assert TOLD in await flat.says("ann", "/done 1")
    for words in ("/done 1", "@dueto_bot Buy bread"):
        assert await flat.says("ann", words) == "", words
    assert await flat.says("ann", "done", reply_to=shown) == ""
    await flat.presses("ann", "☐ 1", on=shown)
    assert flat.alert == ""
    assert "Buy milk" in await flat.says("bob", "/list")


async def test_their_reminders_stop_and_come_as_one_summary(chen: Conversation) -> None:
    await chen.adds("ann", "Call mom at 15:00", "Call dad at 15:10", "Buy milk at 20:00")
    await chen.says("chen", "/admin ban @ann")
    assert await chen.later("ann", hours=1) == ""
    assert await chen.says("ann", "hello") != ""
    assert await chen.later("ann", minutes=5) == ""
    before = chen.last_id("ann")
    assert "may use the bot again" in await chen.says("chen", "/admin unban 1001")
    said = [m["text"] for m in chen.messages("ann") if m["message_id"] > before]
    assert len(said) == 1
    assert said[0].startswith("👋 While you were away")
    assert "Buy milk" in await chen.later("ann", hours=5)
    assert "Buy milk" in await chen.says("ann", "/list")


async def test_blocking_the_bot_and_coming_back_ends_no_ban(chen: Conversation) -> None:
    await chen.adds("ann", "Call mom at 15:00")
    await chen.says("chen", "/admin ban @ann")
    chen.telegram.block(chen.town.ann)
    await chen.settle()
    await chen.later("ann", hours=1)
    chen.telegram.unblock(chen.town.ann)
    assert await chen.later("ann", minutes=1) == ""
    assert TOLD in await chen.says("ann", "/start")
    assert await chen.later("ann", minutes=5) == ""
    before = len(chen.messages("ann"))
    await chen.says("chen", "/admin unban @ann")
    assert len(chen.messages("ann")) == before + 1


async def test_whoever_is_banned_again_is_told_again(chen: Conversation) -> None:
    for _ in range(2):
        await chen.says("chen", "/admin ban @ann")
        assert TOLD in await chen.says("ann", "hello")
        assert await chen.says("ann", "hello") == ""
        await chen.presses("chen", "✅ Unban")
    assert "#1 hello" in await chen.says("ann", "hello")


async def test_a_group_that_somebody_banned_adds_the_bot_to_hears_nothing(
    chen: Conversation,
) -> None:
    await chen.says("chen", "/admin ban @ann")
    club = chen.telegram.new_chat("group", "Club", chen.town.ann, chen.town.bob)
    chen.telegram.add_bot(club, chen.town.ann)
    await chen.settle()
    assert chen.telegram.messages(club)[-1].get("from", {}).get("id") != chen.telegram.bot.id


async def test_operators_are_not_banned(chen: Conversation) -> None:
    await chen.says("dasha", "/start")
    for whom in ("1003", "1004", "@dasha"):
        await chen.says("chen", "/start")
        assert "Operators can't be banned" in await chen.says("chen", f"/admin ban {whom}")
    await chen.says("chen", "/admin ban @ann")
    await operated(chen, "chen", "ann")
    assert "Dueto" in await chen.says("ann", "/admin"), "the ban of an operator has no effect"


@pytest.mark.parametrize("words", ["ban", "ban @nobody", "unban 42", "ban " + "9" * 40, "dance"])
async def test_what_cannot_be_is_said_with_an_example(chen: Conversation, words: str) -> None:
    assert "/admin" in await chen.says("chen", f"/admin {words}")


async def test_a_ban_costs_no_statement_of_anybody_else(chen: Conversation) -> None:
    before = await count(chen, "/help")
    await chen.says("chen", "/admin ban @bob")
    assert await count(chen, "/help") == before
