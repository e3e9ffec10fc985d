"""What Telegram does with groups, their topics and their members, and what the bot makes of it."""

from __future__ import annotations

from bot.playground.world import User
from tests.support.conversations import Conversation, a_message
from tests.support.messages import text_of


async def test_a_new_title_is_shown_from_then_on(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    anywhere.telegram.rename(anywhere.town.flat, "Villa")
    await anywhere.settle()
    assert "👥 Villa" in await anywhere.says("ann", "/search milk")


async def test_topics_come_close_open_and_are_renamed(anywhere: Conversation) -> None:
    """None of it is answered, and the list of a topic stays through all of it."""
    telegram, town = anywhere.telegram, anywhere.town
    design = anywhere.in_("design")
    await design.adds("ann", "Logo")
    count = len([m for m in design.messages("ann") if anywhere.is_bots(m)])
    telegram.create_topic(town.project, "Extra")
    telegram.rename_topic(town.design, "Art")
    telegram.close_topic(town.design)
    telegram.reopen_topic(town.design)
    await anywhere.settle()
    assert len([m for m in design.messages("ann") if anywhere.is_bots(m)]) == count
    assert "☐ 1 Logo" in await design.says("bob", "/list")


async def test_a_reminder_of_a_topic_that_is_gone_says_where_from(anywhere: Conversation) -> None:
    anywhere.setup.trouble_is_meant = True
    telegram, town, design = anywhere.telegram, anywhere.town, anywhere.in_("design")
    await design.adds("ann", "Logo in 1 hour")
    telegram.delete_topic(town.design)
    said = await design.later("ann", hours=1.1)
    assert "From the topic “Design”, which is closed or deleted:" in said
    assert "Logo" in said
    assert "message_thread_id" not in design.newest("ann")


async def test_a_renamed_topic_is_called_by_its_new_name(anywhere: Conversation) -> None:
    anywhere.setup.trouble_is_meant = True
    telegram, town, design = anywhere.telegram, anywhere.town, anywhere.in_("design")
    await design.adds("ann", "Logo in 1 hour")
    telegram.rename_topic(town.design, "Art")
    await anywhere.settle()
    await design.says("ann", "/list")  # its first message still tells the old name
    telegram.close_topic(town.design)
    assert "From the topic “Art”" in await design.later("ann", hours=1.1)
    telegram.reopen_topic(town.design)
    await design.adds("ann", "Poster in 1 hour")
    said = await design.later("ann", hours=1.1)
    assert "Poster" in said
    assert "From the topic" not in said


async def test_an_answer_of_a_closed_topic_says_where_from_after_a_restart_too(
    anywhere: Conversation,
) -> None:
    anywhere.setup.trouble_is_meant = True
    telegram, town, design = anywhere.telegram, anywhere.town, anywhere.in_("design")
    telegram.say(town.ann, "/add Logo", to=town.design)
    telegram.close_topic(town.design)
    telegram.fail_next("sendMessage", code=429, retry_after=3_000, times=3)
    for update in await anywhere.waiting():
        await anywhere.application.endpoint.receive(update)
        anywhere.setup.offset = update["update_id"] + 1
    await anywhere.setup.restart()
    anywhere.time.pass_(hours=2)
    await anywhere.application.endpoint.answers.resume(everyone=True)
    await anywhere.settle()
    said = text_of(design.newest("ann"))
    assert "From the topic “Design”" in said
    assert "#1 Logo" in said


async def test_members_come_and_go(anywhere: Conversation) -> None:
    """Joined, banned, unbanned, back again: nothing of it is answered, and access follows it."""
    telegram, town, flat = anywhere.telegram, anywhere.town, anywhere.in_("flat")
    await anywhere.says("dasha", "/start")
    await flat.adds("ann", "Milk")
    count = len([m for m in flat.messages("ann") if anywhere.is_bots(m)])
    telegram.promote(town.flat, telegram.bot)  # then Telegram tells of those who never write
    telegram.join(town.flat, town.dasha, by=town.ann)
    await anywhere.settle()
    assert "Milk" in await anywhere.says("dasha", "/search milk")
    telegram.leave(town.flat, town.dasha, by=town.ann)
    await anywhere.settle()
    assert "Milk" not in await anywhere.says("dasha", "/search milk")
    telegram.unban(town.flat, town.dasha)
    await anywhere.settle()
    assert "Milk" not in await anywhere.says("dasha", "/search milk")
    telegram.join(town.flat, town.dasha)
    await anywhere.settle()
    assert "Milk" in await anywhere.says("dasha", "/search milk")
    said = [m for m in flat.messages("ann") if anywhere.is_bots(m)]
    assert len(said) == count + 1, "only what an administrator can do"


async def test_a_restricted_member_is_still_in(anywhere: Conversation) -> None:
    town, flat = anywhere.town, anywhere.in_("flat")
    await anywhere.says("bob", "/start")
    await flat.says("bob", "/list")
    await flat.adds("ann", "Milk @bob")
    for is_member, words in ((True, "#1 Milk"), (False, "Nothing found")):
        member = {"user": town.bob.json(), "status": "restricted", "is_member": is_member}
        rights = dict.fromkeys(
            (
                *("can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics"),
                *("can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos"),
                *("can_send_video_notes", "can_send_voice_notes", "can_send_polls"),
                *("can_send_messages", "can_send_other_messages", "can_add_web_page_previews"),
                *("can_react_to_messages", "can_edit_tag"),
            ),
            False,
        )
        change = {
            "chat": town.flat.json(),
            "from": town.ann.json(),
            "date": anywhere.telegram.world.unix(),
            "old_chat_member": {"user": town.bob.json(), "status": "member"},
            "new_chat_member": {**member, **rights, "until_date": 0},
        }
        await anywhere.gets({"chat_member": change})
        assert words.partition(" ")[2] in await anywhere.says("bob", "/search milk")


async def test_a_username_that_changes_hands(anywhere: Conversation) -> None:
    """It means whoever has it now, as soon as they have been heard of."""
    town, flat = anywhere.town, anywhere.in_("flat")
    await flat.says("bob", "/list")
    await flat.says("chen", "/list")
    town.bob.username, town.chen.username = "robert", "bob"
    await flat.says("bob", "/list")
    await flat.says("chen", "/list")
    assert "👤 Chen" in await flat.adds("ann", "Milk @bob")
    assert "👤 Bob" in await flat.adds("ann", "Bread @robert")


async def test_a_deleted_account_keeps_nobody_waiting(anywhere: Conversation) -> None:
    anywhere.setup.trouble_is_meant = True
    town, flat = anywhere.town, anywhere.in_("flat")
    await anywhere.says("bob", "/start")
    await flat.says("bob", "/list")
    await flat.adds("ann", "Milk @bob in 1 hour")
    anywhere.telegram.deactivate(town.bob)
    said = await flat.later("ann", hours=1.1)
    assert "Milk" in said, "the group is reminded all the same"
    assert "Done: #1 Milk" in await flat.says("ann", "/done 1")


async def test_posts_of_the_channel_that_a_group_belongs_to_are_left_alone(
    anywhere: Conversation,
) -> None:
    """Telegram forwards them itself; a reply with /add makes a task of one."""
    flat = anywhere.in_("flat")
    anywhere.telegram.world.bot.privacy_mode = False
    await flat.says("ann", "/list")
    before = await anywhere.rows("users", "memberships", "tasks")
    news = anywhere.telegram.new_chat("channel", "News", anywhere.town.ann)
    service = User(777000, "Telegram").json()
    origin = {"type": "channel", "date": 1, "chat": news.json(), "message_id": 5}
    post = {
        **a_message(anywhere, "flat"),
        "from": service,
        "sender_chat": news.json(),
        "forward_origin": origin,
        "is_automatic_forward": True,
    }
    for text in ("/add Read this", "@dueto_bot Read this"):
        await anywhere.gets({"message": {**post, "text": text}})
    assert await anywhere.rows("users", "memberships", "tasks") == before
    answer = {**a_message(anywhere, "flat"), "text": "/add tomorrow"}
    quoted = {**post, "text": "Big news\nof today"}
    await anywhere.gets({"message": {**answer, "reply_to_message": quoted}})
    assert "#1 Big news" in text_of(flat.newest("ann"))


async def test_anonymous_administrators_are_the_group_itself(anywhere: Conversation) -> None:
    """They set what administrators may, and are no member to be assigned."""
    town, telegram, design = anywhere.town, anywhere.telegram, anywhere.in_("design")
    telegram.say(town.project, "/timezone Tokyo", to=town.design)
    await anywhere.settle()
    assert "Asia/Tokyo" in text_of(design.newest("ann"))
    await design.adds("ann", "Logo")
    await design.says("ann", "/assign 1")
    assert "Project X" not in design.buttons("ann")
    assert "Project X" not in await design.says("ann", "/assign 1 @all")


async def test_somebody_without_a_username_is_assigned_by_a_button(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("chen", "/list")
    await flat.adds("ann", "Milk")
    await flat.says("ann", "/assign 1")
    assert "👤 Chen" in await flat.presses("ann", "Chen")


async def test_where_the_bot_may_not_write_it_is_told_in_private(anywhere: Conversation) -> None:
    """A group that lets only administrators write: whoever made the task hears of it."""
    anywhere.setup.trouble_is_meant = True
    flat, telegram = anywhere.in_("flat"), anywhere.telegram
    await anywhere.says("ann", "/start")
    await flat.adds("ann", "Milk in 1 hour")
    words = "Bad Request: not enough rights to send text messages to the chat"
    telegram.fail_next("sendMessage", code=400, description=words)
    assert "Milk" in await anywhere.later("ann", hours=1.1)
    assert "#1 Milk" in await flat.says("ann", "/show 1"), "and it answers again where it may"
