"""Groups: who is in them, who speaks, topics, and what Telegram does with groups."""

from __future__ import annotations

from bot.playground.world import User
from tests.support.conversations import Conversation, a_message
from tests.support.messages import data_of, text_of


async def test_a_list_is_shared(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Buy milk")
    assert " 1 Buy milk" in await flat.says("bob", "/list")
    await flat.presses("chen", "✏️")
    await flat.presses("chen", "✏️ 1")
    assert "by Chen" in await flat.presses("chen", "✅ Done")
    await anywhere.says("ann", "Mine")
    assert "Mine" not in await flat.says("ann", "/list all")


async def test_talk_of_the_group_is_left_alone(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    anywhere.telegram.world.bot.privacy_mode = False
    for text in ("Hello all", "/list@other_bot", "/weather", "see /list", "a@dueto_bot.org"):
        assert await flat.says("ann", text) == "", text
    assert "don't know /weather" in await flat.says("ann", "/weather@dueto_bot")
    flat.telegram.say(flat.town.bob, "Any milk?", to=flat.town.flat)
    await flat.settle()
    question = flat.messages("ann")[-1]
    assert await flat.says("ann", "tomorrow", reply_to=question) == ""


async def test_the_bot_greets_once(anywhere: Conversation) -> None:
    telegram, town = anywhere.telegram, anywhere.town
    club = telegram.new_chat("group", "Club", town.bob, town.ann)
    telegram.add_bot(club, town.bob)
    await anywhere.settle()
    said = [text_of(m) for m in telegram.messages(club) if anywhere.is_bots(m)]
    assert len(said) == 1
    assert "a task list for everybody here" in said[0]
    telegram.rename(club, "Book club")
    await anywhere.settle()
    assert len([m for m in telegram.messages(club) if anywhere.is_bots(m)]) == 1


async def test_an_anonymous_administrator_keeps_tasks(anywhere: Conversation) -> None:
    telegram, town = anywhere.telegram, anywhere.town
    design = anywhere.in_("design")
    telegram.say(town.project, "/add Buy milk tomorrow", to=town.design)
    await anywhere.settle()
    assert "#1 Buy milk" in text_of(design.newest("ann"))
    telegram.say(town.project, "/show 1", to=town.design)
    await anywhere.settle()
    assert "by Project X" in text_of(design.newest("ann"))
    telegram.say(town.project, "/undo", to=town.design)
    await anywhere.settle()
    assert "Nothing to do" in await design.says("ann", "/list")


async def test_a_channel_that_posts_in_a_group_keeps_tasks(anywhere: Conversation) -> None:
    telegram, town = anywhere.telegram, anywhere.town
    news = telegram.new_chat("channel", "News", town.ann)
    telegram.say(news, "/add Read the news", to=town.flat)
    await anywhere.settle()
    assert " 1 Read the news" in await anywhere.in_("flat").says("bob", "/list")


async def test_posts_of_a_channel_are_left_alone(anywhere: Conversation) -> None:
    telegram, town = anywhere.telegram, anywhere.town
    news = telegram.new_chat("channel", "News", town.ann)
    telegram.add_bot(news, town.ann)
    post = telegram.say(news, "/add Read the news", to=news)
    telegram.edit_message(post, "/add Read more")
    await anywhere.settle()
    assert [m for m in telegram.messages(news) if anywhere.is_bots(m)] == []


async def test_each_topic_is_a_list_of_its_own(anywhere: Conversation) -> None:
    design, launch, general = map(anywhere.in_, ("design", "launch", "project"))
    await design.adds("ann", "Logo")
    await launch.adds("bob", "Party")
    await general.adds("chen", "Rent")
    assert "☐ 1 Logo" in (said := await design.says("bob", "/list"))
    assert "Party" not in said
    assert " 2 Party" in await launch.says("ann", "/list")
    assert "☐ 3 Rent" in (said := await general.says("ann", "/list"))
    assert "Logo" not in said
    for place in (design, launch, general):
        said = await place.says("dasha", "/list all")
        assert all(title in said for title in ("Logo", "Party", "Rent"))
    await design.says("ann", "/list done")
    await design.presses("ann", "🔍 Filter")
    assert "Party" in await design.presses("ann", "All")
    await design.presses("ann", "🔍 Filter")
    assert "Party" not in await design.presses("ann", "Open")
    assert "Done: #2 Party" in await design.says("ann", "/done 2")
    assert design.newest("ann")["message_thread_id"] == anywhere.town.design.id


async def test_a_closed_topic_is_answered_in_general(anywhere: Conversation) -> None:
    anywhere.setup.trouble_is_meant = True
    telegram, town, design = anywhere.telegram, anywhere.town, anywhere.in_("design")
    await design.adds("ann", "Logo")
    telegram.say(town.ann, "/list", to=town.design)
    telegram.close_topic(town.design)
    await anywhere.settle()
    assert "☐ 1 Logo" in text_of(design.newest("ann"))
    assert "message_thread_id" not in design.newest("ann")


async def test_who_leaves_loses_access_at_once(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await anywhere.says("bob", "/start")
    await flat.adds("ann", "Milk for @bob")
    await flat.says("bob", "/list")
    assert "Milk" in await anywhere.says("bob", "/search milk")
    listed = anywhere.newest("bob")
    anywhere.telegram.leave(anywhere.town.flat, anywhere.town.bob)
    await anywhere.settle()
    assert "Nothing found" in await anywhere.says("bob", "/search milk")
    await anywhere.presses("bob", "☐ 1 Flat 12", on=listed)
    assert "you're not in" in anywhere.alert
    anywhere.telegram.join(anywhere.town.flat, anywhere.town.bob, by=anywhere.town.ann)
    await anywhere.settle()
    assert "Milk" in await anywhere.says("bob", "/search milk")


async def test_who_left_unseen_loses_access_within_the_hour(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await anywhere.says("bob", "/start")
    await flat.adds("bob", "Milk")
    anywhere.town.flat.members[anywhere.town.bob.id].status = "left"
    anywhere.time.pass_(minutes=61)
    assert "Nothing found" in await anywhere.says("bob", "/search milk")
    assert [call.method for call in anywhere.telegram.calls if "Member" in call.method]


async def test_an_assignee_is_a_member(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    assert "👤 Bob" not in await flat.adds("ann", "Milk @bob")
    await flat.says("bob", "/list")
    assert "#2 Bread\n👤 Bob" in await flat.adds("ann", "Bread @BOB")
    assert "👤 @stranger" in await flat.adds("ann", "Eggs @stranger"), "as soon as they are known"
    assert " 2 Bread" in await flat.says("ann", "/list @bob")
    assert "☐ 2 Bread" in (said := await flat.says("bob", "/list me"))
    assert "☐ 1 Milk" in said, "it has waited for him"
    assert "👤 Bob, Ann" in await flat.says("bob", "/edit 2 @ann")


async def test_each_line_has_its_own_assignee(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("bob", "/list")
    await flat.adds("ann", "- Milk @ann\n- Bread @bob")
    said = await flat.says("ann", "/list")
    assert "☐ 1 Milk 👤 Ann" in said
    assert "☐ 2 Bread 👤 Bob" in said
    await flat.edits("ann", "/add - Milk @ann\n- Bread @bob", "/add Milk @bob")
    await flat.adds("ann", "Eggs @bob")
    assert "👤 Ann" in await flat.edits("ann", "/add Eggs @bob", "/add Eggs @ann")
    assert " 3 Eggs 👤 Ann" in await flat.says("ann", "/list")


async def test_who_leaves_is_no_assignee_any_more(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("bob", "/list")
    await flat.adds("ann", "Milk @bob", "Bread @bob")
    await flat.says("ann", "/done 2")
    anywhere.telegram.leave(anywhere.town.flat, anywhere.town.bob)
    assert "👤" not in await flat.says("ann", "/list")
    assert "👤" not in await flat.says("ann", "/list done")
    assert "Bob" in await flat.says("ann", "/history 2")


async def test_somebody_without_a_username_is_a_member_too(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    assert "by Chen" in (await flat.adds("chen", "Milk") and await flat.says("chen", "/show 1"))


async def test_a_new_name_is_shown_from_then_on(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("bob", "Milk")
    anywhere.town.bob.first_name = "Robert"
    await flat.says("bob", "/list")
    assert "by Robert" in await flat.says("ann", "/show 1")


async def test_a_supergroup_keeps_its_list(anywhere: Conversation) -> None:
    flat, town = anywhere.in_("flat"), anywhere.town
    await flat.adds("ann", "Milk")
    successor = anywhere.telegram.migrate(town.flat)
    await anywhere.settle()
    anywhere.telegram.say(town.ann, "/add Bread", to=successor)
    anywhere.telegram.say(town.bob, "/list", to=successor)
    await anywhere.settle()
    said = text_of(anywhere.telegram.messages(successor)[-1])
    assert "☐ 1 Milk" in said
    assert "☐ 2 Bread" in said
    assert "Milk" in await anywhere.says("ann", "/search milk")


async def test_a_supergroup_that_speaks_before_it_is_known(anywhere: Conversation) -> None:
    """The answer meets the refusal of the old id, or the new id speaks first."""
    flat, town = anywhere.in_("flat"), anywhere.town
    await flat.adds("ann", "Milk")
    successor = anywhere.telegram.migrate(town.flat)
    anywhere.telegram.say(town.ann, "/add Bread", to=successor)
    waiting = await anywhere.waiting()
    for update in reversed(waiting):
        await anywhere.application.endpoint.receive(update)
        await anywhere.application.endpoint.close()
    await anywhere.telegram.call("getUpdates", {"offset": waiting[-1]["update_id"] + 1})
    anywhere.telegram.say(town.bob, "/list", to=successor)
    await anywhere.settle()
    said = text_of(anywhere.telegram.messages(successor)[-1])
    assert "Milk" in said
    assert "Bread" in said
    assert "2 tasks" in said


async def test_an_answer_on_its_way_follows_the_group(anywhere: Conversation) -> None:
    anywhere.setup.trouble_is_meant = True
    town, telegram = anywhere.town, anywhere.telegram
    telegram.say(town.ann, "/add Milk", to=town.flat)
    successor = telegram.migrate(town.flat)
    await anywhere.settle()
    assert "#1 Milk" in text_of(telegram.messages(successor)[-1])
    telegram.say(town.ann, "/list", to=successor)
    await anywhere.settle()
    assert "☐ 1 Milk" in text_of(telegram.messages(successor)[-1])


async def test_out_of_a_group_and_in_again_the_list_is_kept(anywhere: Conversation) -> None:
    flat, town, telegram = anywhere.in_("flat"), anywhere.town, anywhere.telegram
    await flat.adds("ann", "Milk")
    telegram.kick_bot(town.flat, town.bob)
    await anywhere.settle()
    telegram.add_bot(town.flat, town.bob)
    await anywhere.settle()
    assert "I'm back, and so is your list" in text_of(flat.newest("ann"))
    assert " 1 Milk" in await flat.says("ann", "/list")


async def test_a_name_that_is_taken_over_opens_nothing(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("bob", "/list")
    anywhere.town.bob.username = "robert"
    thief = anywhere.telegram.new_user(User(2001, "Thief", username="bob", language="en"))
    anywhere.telegram.say(thief, "/start")
    await anywhere.settle()
    said = await flat.adds("ann", "Milk @bob")
    assert "👤 Thief" not in said


async def test_a_button_is_pressed_by_who_never_wrote(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    assert "Done: #1 Milk" in await flat.presses("chen", "✅ Done")


async def test_who_is_not_in_the_group_presses_in_vain(anywhere: Conversation) -> None:
    flat, town = anywhere.in_("flat"), anywhere.town
    await flat.adds("ann", "Milk")
    answer = flat.newest("ann")
    press = {
        "id": "77",
        "from": town.dasha.json(),
        "chat_instance": "1",
        "message": answer,
        "data": data_of(answer, "✅ Done"),
    }
    anywhere.setup.trouble_is_meant = True  # nobody waits for the answer to a forged press
    await flat.gets({"callback_query": press})
    await flat.gets({"message": {**a_message(flat, "flat"), "text": "/list"}})
    assert "☐ 1 Milk" in text_of(flat.newest("ann"))
