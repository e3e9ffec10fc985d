"""Who may delete what others have added: by number, in words, from a private chat, by undo; and
people who hide behind the group or a channel."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import text_of
from tests.support.stores import kept

REMOVE = "Only {} can delete, archive or restore this."


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """Ann, its administrator, Bob and Chen have added a task each."""
    here = anywhere.in_("flat")
    for who, words in (("ann", "Milk"), ("bob", "Bread"), ("chen", "Rice")):
        await here.adds(who, words)
    await here.says("ann", "/settings")  # now it is known that she is one
    here.telegram.calls.clear()
    return here


async def trash(flat: Conversation) -> str:
    return await flat.says("ann", "/list trash")


async def say_as(flat: Conversation, sender: object, text: str) -> str:
    """Write in the name of the group itself, or of a channel."""
    before = flat.last_id("ann")
    flat.telegram.say(sender, text, to=flat.to())  # type: ignore[arg-type]
    await flat.settle()
    return "\n".join(
        text_of(m) for m in flat.messages("ann") if m["message_id"] > before and flat.is_bots(m)
    )


async def test_of_several_those_are_deleted_that_may_be(flat: Conversation) -> None:
    said = await flat.says("bob", "/delete 1 2 3")
    assert said.splitlines() == [
        "🗑 In the trash: #2 Bread",
        "Not deleted: #1, #3. Only whoever added them and the administrators of the group can do"
        " that.",
    ]
    assert flat.buttons("bob") == ["↩️ Undo"]
    shown = await trash(flat)
    assert ("Milk" in shown, "Bread" in shown, "Rice" in shown) == (False, True, False)
    assert "Restored: #2" in await flat.presses("bob", "↩️ Undo")


async def test_whoever_added_it_is_named_first(flat: Conversation) -> None:
    assert await flat.says("bob", "/delete 3") == REMOVE.format("Chen, Ann")


async def test_nobody_is_named_while_no_administrator_is_known(anywhere: Conversation) -> None:
    here = anywhere.in_("flat")
    await here.adds("ann", "Milk")
    said = await here.says("bob", "/delete 1")
    assert said.startswith("Only whoever added it and the administrators of this group")


async def test_an_administrator_deletes_whatever_it_is(flat: Conversation) -> None:
    said = await flat.says("ann", "/delete 1-3")
    assert "Not deleted" not in said
    assert len(said.splitlines()) == 3


async def test_to_be_assigned_is_no_right_to_delete(flat: Conversation) -> None:
    await flat.says("ann", "/assign 1 @bob")
    assert "Only Ann" in await flat.says("bob", "/delete 1")
    assert "Milk" in await flat.says("bob", "/done 1")


async def test_in_words_as_a_reply(flat: Conversation) -> None:
    await flat.says("ann", "/show 1")
    card = flat.newest("ann")
    assert "Only Ann" in await flat.says("bob", "delete", reply_to=card)
    assert "In the trash" in await flat.says("ann", "delete", reply_to=card)


async def test_from_the_private_chat(flat: Conversation, anywhere: Conversation) -> None:
    """The alert is in the language of whoever taps."""
    await anywhere.says("bob", "/language de")
    await flat.says("ann", "/assign 1 @bob")
    await anywhere.says("bob", "/search milk")
    await anywhere.presses("bob", "✏️")
    await anywhere.presses("bob", "✏️ 1 Flat 12")
    before = await kept(flat.application.database)
    await anywhere.presses("bob", "🗑 Löschen")
    assert anywhere.alert == "Das löschen, archivieren oder wiederherstellen kann nur Ann."
    assert await kept(flat.application.database) == before


async def test_undo_does_not_give_a_right_back(flat: Conversation) -> None:
    """What somebody restored as an administrator, they delete by undo only while they are one."""
    bob = flat.town.flat.members[flat.town.bob.id]
    await flat.says("ann", "/delete 1")
    bob.status = "administrator"
    flat.time.pass_(minutes=6)
    await flat.says("bob", "/show 1")
    await flat.presses("bob", "♻️ Restore")
    bob.status = "member"
    flat.time.pass_(minutes=6)
    assert "Only Ann" in await flat.says("bob", "/undo")
    assert "Milk" not in await trash(flat)


async def test_a_right_that_was_taken_away_unseen_ends_after_five_minutes(
    flat: Conversation,
) -> None:
    bob = flat.town.flat.members[flat.town.bob.id]
    bob.status = "administrator"
    assert "In the trash" in await flat.says("bob", "/delete 1")
    bob.status = "member"
    asked = len(flat.telegram.calls_of("getChatMember"))
    assert "In the trash" in await flat.says("bob", "/delete 3")
    assert len(flat.telegram.calls_of("getChatMember")) == asked, "not asked twice"
    flat.time.pass_(minutes=5, seconds=1)
    await flat.adds("ann", "Tea")
    assert "Only Ann" in await flat.says("bob", "/delete 4")


async def test_nobody_asks_telegram_for_ones_own(flat: Conversation) -> None:
    await flat.says("bob", "/delete 2")
    await flat.says("bob", "/undo")
    assert flat.telegram.calls_of("getChatMember") == []


async def test_when_telegram_does_not_tell_nothing_is_deleted(flat: Conversation) -> None:
    flat.setup.trouble_is_meant = True
    flat.telegram.fail_next("getChatMember", code=500, times=9)
    assert "Telegram didn't tell me" in await flat.says("bob", "/delete 1 2")
    assert "Bread" not in await trash(flat)


async def test_what_is_of_nobody_who_is_there_is_the_administrators(flat: Conversation) -> None:
    flat.telegram.leave(flat.town.flat, flat.town.chen)
    await flat.settle()
    assert "Chen" not in await flat.says("bob", "/delete 3")
    assert "In the trash" in await flat.says("ann", "/delete 3")


async def test_a_habit_is_deleted_and_archived_by_who_added_it(flat: Conversation) -> None:
    await flat.says("bob", "/habit run every day")
    await flat.says("chen", "/habits")
    await flat.presses("chen", "✏️")
    await flat.presses("chen", "✏️ run")
    card = flat.newest("chen")
    for button in ("📦 Archive", "🗑 Delete"):
        await flat.presses("chen", button, on=card)
        assert flat.alert == REMOVE.format("Bob, Ann"), button
    assert "archived" in await flat.presses("bob", "📦 Archive", on=card)


# Those who hide: behind the group (an anonymous administrator), or behind a channel


async def test_an_anonymous_administrator_may_everything(flat: Conversation) -> None:
    group = flat.town.flat
    assert "12-hour" in await say_as(flat, group, "/settings 12h")
    assert len((await say_as(flat, group, "/delete 1-3")).splitlines()) == 3
    assert "Restored" in await say_as(flat, group, "/undo")
    assert flat.telegram.calls_of("getChatMember") == []


async def test_what_was_done_in_the_name_of_the_group_is_any_administrators(
    flat: Conversation,
) -> None:
    await say_as(flat, flat.town.flat, "/add Tea")
    answer = flat.newest("ann")
    await flat.presses("bob", "↩️ Undo", on=answer)
    assert flat.alert == "Only Ann can undo this."
    assert "Flat" not in await flat.says("bob", "/delete 4")
    await flat.presses("ann", "↩️ Undo", on=answer)
    assert flat.alert == "Undone"
    assert "Tea" in await trash(flat)


async def test_a_channel_is_no_administrator(flat: Conversation) -> None:
    """It may delete what it added; Telegram is not asked about it."""
    channel = flat.telegram.new_chat("channel", "News", flat.town.ann)
    assert "Tea" in await say_as(flat, channel, "/add Tea")
    for words in ("/delete 1", "/settings 12h", "/timezone Lisbon"):
        assert (await say_as(flat, channel, words)).startswith("Only "), words
    assert "In the trash" in await say_as(flat, channel, "/delete 4")
    assert flat.telegram.calls_of("getChatMember") == []


async def test_the_creator_of_a_group_is_its_administrator(flat: Conversation) -> None:
    assert flat.town.flat.members[flat.town.ann.id].status == "creator"
    assert "12-hour" in await flat.says("ann", "/settings 12h")
