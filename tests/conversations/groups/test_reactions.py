"""Reactions as commands, where the bot is an administrator: 👀 👍 😴 ✍, and each removed again."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import text_of
from tests.support.scenes.people import statements
from tests.support.telegram import Json


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """The bot is administrator of the flat; Ann, Bob and Chen have written there."""
    here = anywhere.in_("flat")
    here.telegram.promote(here.town.flat, here.telegram.bot)
    for who in ("ann", "bob", "chen"):
        await here.says(who, "/list")
    return here


async def reacts(chat: Conversation, who: str, message: Json, *emoji: str) -> str:
    """Put a reaction on a message, or remove it: what the bot answers, or changes."""
    before, shown = chat.last_id(who), chat._shown(who)
    chat.telegram.react(chat.user(who), message, *emoji)
    return await chat._heard(who, before) or chat._changed(who, shown)


async def test_thumbs_up_ticks_and_removed_opens_again(flat: Conversation) -> None:
    await flat.adds("ann", "Milk")
    answer = flat.newest("ann")
    assert "Done: #1 Milk" in await reacts(flat, "bob", answer, "👍")
    assert flat.newest("ann")["reply_to_message"]["message_id"] == answer["message_id"]
    assert "by Bob" in await flat.says("ann", "/show 1")
    assert "Reopened: #1 Milk" in await reacts(flat, "bob", answer)
    assert " 1 Milk" in await flat.says("ann", "/list")


async def test_eyes_claim_and_sleep_snoozes(flat: Conversation) -> None:
    await flat.adds("ann", "Milk tomorrow 9:00")
    answer = flat.newest("ann")
    assert "#1 Milk: Bob" in await reacts(flat, "bob", answer, "👀")
    assert "#1 Milk: Bob, Chen" in await reacts(flat, "chen", answer, "👀")
    assert "15:30" in await reacts(flat, "chen", answer, "😴"), "switched: it claims no more"
    assert "👤 Bob" in (card := await flat.says("ann", "/show 1"))
    assert "Chen" not in card
    assert "💤" in card
    await reacts(flat, "chen", answer)
    assert "💤" not in await flat.says("ann", "/show 1")


async def test_pen_makes_any_message_a_task(flat: Conversation) -> None:
    """Its first line is the title; the answer takes the place of the note that asked for it."""
    said = flat.telegram.say(flat.town.bob, "Buy milk\nand bread", to=flat.town.flat)
    await flat.settle()
    before = flat.last_id("ann")
    assert "#1 Buy milk" in await reacts(flat, "ann", said, "✍")
    assert flat.last_id("ann") == before + 1, "one message"
    assert flat.newest("ann")["reply_to_message"]["message_id"] == said["message_id"]
    card = await flat.says("chen", "/show 1")
    assert "by Ann" in card
    assert "and bread" in card
    assert "— Bob" in card
    assert await reacts(flat, "chen", said, "✍") == "", "it is a task already"
    assert "Done: #1" in await reacts(flat, "chen", said, "👍"), "and is ticked by its message"
    await reacts(flat, "chen", said)
    await reacts(flat, "ann", said)
    assert "Nothing to do" in await flat.says("ann", "/list")
    assert "#2 Buy milk" in await reacts(flat, "ann", said, "✍"), "and made once more"


async def test_in_a_topic_it_is_of_that_list(anywhere: Conversation) -> None:
    design = anywhere.in_("design")
    design.telegram.promote(design.town.project, design.telegram.bot)
    await design.says("ann", "/list")
    said = design.telegram.say(design.town.bob, "Draw a logo", to=design.town.design)
    await design.settle()
    await reacts(design, "ann", said, "✍")
    assert design.newest("ann")["message_thread_id"] == design.town.design.id
    assert "☐ 1 Draw a logo" in await design.says("ann", "/list")
    assert "Draw" not in await anywhere.in_("launch").says("ann", "/list")
    answer = next(m for m in design.messages("ann") if "#1 Draw" in text_of(m))
    await reacts(design, "bob", answer, "👍")
    assert design.newest("ann")["message_thread_id"] == design.town.design.id


@pytest.mark.parametrize("emoji", ["✍️", "✍", "👍️", "👍🏽", "👀️"])
async def test_variants_of_an_emoji_mean_the_same(flat: Conversation, emoji: str) -> None:
    await flat.adds("ann", "Milk")
    message = flat.newest("ann")
    if emoji.startswith("✍"):
        message = flat.telegram.say(flat.town.bob, "Milk", to=flat.town.flat)
        await flat.settle()
    assert await reacts(flat, "bob", message, emoji) != ""


async def test_a_photo_and_a_reminder(flat: Conversation) -> None:
    await flat.sends_photo("bob", "The broken lamp")
    photo = flat.messages("bob")[-1]
    assert "#1 The broken lamp" in await reacts(flat, "ann", photo, "✍")
    await flat.adds("ann", "Bread in 1 hour")
    await flat.later("ann", hours=1.1)
    reminder = next(m for m in reversed(flat.messages("ann")) if "🔔" in text_of(m))
    assert "Done: #2 Bread" in await reacts(flat, "bob", reminder, "👍")
    assert "🔔" not in flat.reads("ann", reminder), "it says so, and loses its buttons"
    await reacts(flat, "bob", reminder)
    assert "🔔" in flat.reads("ann", reminder), "and asks again"


async def test_a_message_without_words_is_said_to_be_none(flat: Conversation) -> None:
    place = flat.telegram.send_location(flat.town.bob, 1.0, 2.0, to=flat.town.flat)
    await flat.settle()
    assert "✍" not in await reacts(flat, "ann", place, "✍")
    await flat.says("ann", "/list")
    assert "is mine" in await reacts(flat, "ann", flat.newest("ann"), "✍")
    assert await flat.rows("tasks") == []


async def test_a_message_that_is_gone_is_let_go(flat: Conversation) -> None:
    flat.setup.trouble_is_meant = True
    said = flat.telegram.say(flat.town.bob, "Milk", to=flat.town.flat)
    flat.telegram.react(flat.town.ann, said, "✍")
    flat.telegram.delete_message(said)
    before = flat.last_id("ann")
    await flat.settle()
    assert flat.last_id("ann") == before


async def test_what_cannot_be_read_now_is_said(flat: Conversation) -> None:
    flat.setup.trouble_is_meant = True
    said = flat.telegram.say(flat.town.bob, "Milk", to=flat.town.flat)
    await flat.settle()
    flat.telegram.fail_next("sendMessage", code=502)
    assert "Reply to it with /add" in await reacts(flat, "ann", said, "✍")
    assert await flat.rows("tasks") == []


@pytest.mark.parametrize("emoji", ["❤", "🔥", "👎", "🎉"])
async def test_other_reactions_mean_nothing(flat: Conversation, emoji: str) -> None:
    await flat.adds("ann", "Milk")
    before = await flat.rows("tasks", "changes", "users")
    assert await reacts(flat, "bob", flat.newest("ann"), emoji) == ""
    assert await flat.rows("tasks", "changes", "users") == before


async def test_reactions_on_talk_and_on_other_answers_mean_nothing(flat: Conversation) -> None:
    """And whoever puts them there is not even kept."""
    said = flat.telegram.say(flat.town.ann, "Hello", to=flat.town.flat)
    await flat.settle()
    await flat.says("ann", "/help")
    flat.telegram.join(flat.town.flat, flat.town.dasha)
    await flat.settle()
    before = await flat.rows("users", "memberships", "tasks")
    calls = len(flat.telegram.calls)
    for message in (said, flat.newest("ann")):
        for emoji in ("👍", "👀", "😴"):
            assert await reacts(flat, "dasha", message, emoji) == ""
    assert await flat.rows("users", "memberships", "tasks") == before
    assert len(flat.telegram.calls) == calls, "nor asked about"


async def test_applause_for_what_is_done_says_nothing(flat: Conversation) -> None:
    await flat.adds("ann", "Milk")
    await flat.says("ann", "/done 1")
    done = flat.newest("ann")
    for emoji in ("👍", "👀", "😴"):
        assert await reacts(flat, "bob", done, emoji) == ""
    assert await reacts(flat, "bob", done) == ""
    await flat.says("ann", "/undo")
    await flat.says("ann", "/delete 1")
    assert await reacts(flat, "bob", done, "👍") == ""


async def test_what_was_changed_since_stays(flat: Conversation) -> None:
    await flat.adds("ann", "Milk")
    answer = flat.newest("ann")
    await reacts(flat, "bob", answer, "👍")
    await flat.says("ann", "/show 1")
    await flat.presses("ann", "↩️ Reopen")
    assert await reacts(flat, "bob", answer) == ""
    assert " 1 Milk" in await flat.says("ann", "/list")
    await reacts(flat, "bob", answer, "👍")
    assert await reacts(flat, "bob", answer) == "", "what is not clear is left as it is"
    assert "☑ 1 Milk" in await flat.says("ann", "/list done")


async def test_one_removes_ones_own_only(flat: Conversation) -> None:
    await flat.adds("ann", "Milk")
    answer = flat.newest("ann")
    await reacts(flat, "bob", answer, "👍")
    await reacts(flat, "chen", answer, "👍")
    assert await reacts(flat, "chen", answer) == ""
    assert "☑ 1 Milk" in await flat.says("ann", "/list done")


async def test_an_old_message_of_a_repeat_ticks_nothing_more(flat: Conversation) -> None:
    await flat.adds("ann", "Water the plants every day at 9:00")
    answer = flat.newest("ann")
    assert "tomorrow" in (first := await reacts(flat, "bob", answer, "👍")) or "25" in first
    assert await reacts(flat, "chen", answer, "👍") == "", "that day is ticked"
    assert await reacts(flat, "chen", answer, "👍", "😴") == ""


async def test_where_the_bot_is_no_administrator_it_is_not_told(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    assert await reacts(flat, "bob", flat.newest("ann"), "👍") == ""
    assert " 1 Milk" in await flat.says("ann", "/list")


async def test_who_is_not_in_the_group_reacts_in_vain(flat: Conversation) -> None:
    """A forged update, or somebody who left unseen: it is asked of Telegram, as for a press."""
    flat.setup.trouble_is_meant = True
    await flat.adds("ann", "Milk")
    about = {"chat": flat.town.flat.json(), "message_id": flat.newest("ann")["message_id"]}
    thumb = [{"type": "emoji", "emoji": "👍"}]
    told = {**about, "date": flat.telegram.world.unix(), "old_reaction": [], "new_reaction": thumb}
    await flat.gets({"message_reaction": {**told, "user": flat.town.dasha.json()}})
    assert " 1 Milk" in await flat.says("ann", "/list")
    flat.town.flat.members[flat.town.bob.id].status = "left"
    flat.time.pass_(minutes=61)
    told["date"] = flat.telegram.world.unix()
    await flat.gets({"message_reaction": {**told, "user": flat.town.bob.json()}})
    assert " 1 Milk" in await flat.says("ann", "/list")


async def test_who_stays_hidden_commands_nothing(flat: Conversation) -> None:
    await flat.adds("ann", "Milk")
    about = {"chat": flat.town.flat.json(), "message_id": flat.newest("ann")["message_id"]}
    thumb = [{"type": "emoji", "emoji": "👍"}]
    told = {**about, "date": flat.telegram.world.unix(), "old_reaction": [], "new_reaction": thumb}
    await flat.gets({"message_reaction": {**told, "actor_chat": flat.town.flat.json()}})
    count = {**about, "date": flat.telegram.world.unix(), "reactions": []}
    await flat.gets({"message_reaction_count": count})
    assert " 1 Milk" in await flat.says("ann", "/list")


async def test_with_quiet_it_is_answered_by_a_reaction(flat: Conversation) -> None:
    await flat.adds("ann", "Milk")
    answer = flat.newest("ann")
    await flat.says("ann", "/quiet")
    assert await reacts(flat, "bob", answer, "👍") == ""
    post = flat.chat("ann").posts[answer["message_id"]]
    assert post.reactions[flat.telegram.bot.id] == ("👍",)
    assert "☑ 1 Milk" in await flat.says("ann", "/list done")


async def test_an_update_that_comes_twice_is_done_once(flat: Conversation) -> None:
    said = flat.telegram.say(flat.town.bob, "Milk", to=flat.town.flat)
    await flat.settle()
    flat.telegram.react(flat.town.ann, said, "✍")
    (update,) = await flat.waiting()
    for _ in range(2):
        await flat.application.endpoint.receive(update)
    await flat.settle()
    assert len(await flat.rows("tasks")) == 1


async def test_what_reactions_cost(flat: Conversation) -> None:
    """As a press: 12 statements; on talk the receipt and one look."""
    await flat.adds("ann", "Milk tomorrow 9:00")
    answer = flat.newest("ann")
    talk = flat.telegram.say(flat.town.bob, "Hello", to=flat.town.flat)
    await flat.settle()
    spent = {}
    for name, message, emoji in (
        ("claim", answer, ["👀"]),
        ("unclaim", answer, []),
        ("snooze", answer, ["😴"]),
        ("wake", answer, []),
        ("done", answer, ["👍"]),
        ("undone", answer, []),
        ("talk", talk, ["👍"]),
        ("made", talk, ["✍"]),
    ):
        flat.telegram.react(flat.town.bob, message, *emoji)
        async with statements(flat.application.database) as found:
            for update in await flat.waiting():
                await flat.application.endpoint.receive(update)
                flat.setup.offset = update["update_id"] + 1
            await flat.application.endpoint.close()
            spent[name] = len(found)
    assert spent["talk"] <= 2, spent
    assert spent.pop("made") <= 16, "those before it asks for the words included"
    assert {name: cost for name, cost in spent.items() if cost > 12} == {}
