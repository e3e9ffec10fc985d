"""How a message becomes a task, or several."""

from __future__ import annotations

import pytest

from bot.playground.people.messages import Impossible
from tests.support.conversations import Conversation, a_message
from tests.support.messages import facts_of, text_of
from tests.support.telegram import Json


async def test_in_private_any_text_is_a_task(anywhere: Conversation) -> None:
    assert "➕ #1 Buy milk\n📅 tomorrow, 09:00" in await anywhere.says(
        "ann", "Buy milk tomorrow 9:00"
    )
    assert "#2 call the plumber" in await anywhere.says("ann", "remind me to call the plumber")


async def test_words_in_quotes_are_taken_as_they_are(anywhere: Conversation) -> None:
    said = await anywhere.says("ann", "Watch “Friday Night Lights” tomorrow")
    assert "#1 Watch “Friday Night Lights”\n📅 tomorrow" in said
    assert "#2 Buy milk tomorrow #home" in await anywhere.says("ann", '"Buy milk tomorrow #home"')


async def test_further_lines_are_notes(anywhere: Conversation) -> None:
    await anywhere.says("ann", "Call the bank friday\nAsk for Ms Weber\n\nRoom 12")
    card = await anywhere.says("ann", "/show 1")
    assert "#1 Call the bank\n📅 Fri 25 Sept" in card
    assert "Ask for Ms Weber\n\nRoom 12" in card


async def test_bullets_alone_are_a_task_each(chat: Conversation) -> None:
    said = await chat.adds("ann", "- Milk tomorrow\n* Bread\n• Butter #home\n4. Eggs")
    assert said.splitlines() == [
        "➕ 4 tasks added:",
        "#1 Milk · tomorrow",
        "#2 Bread",
        "#3 Butter",
        "#4 Eggs",
    ]
    assert "Butter" in await chat.says("ann", "/list #home")
    await chat.presses("ann", "↩️ Undo")
    assert "Nothing to do" in await chat.says("ann", "/list")


async def test_bullets_below_a_title_are_its_checklist(chat: Conversation) -> None:
    said = await chat.adds("ann", "Shopping saturday\n- Milk\n- Bread\nthe big shop")
    assert facts_of(said) == ["➕ #1 Shopping", "📅 Sat 26 Sept", "☑️ 0 of 2"]
    card = await chat.says("ann", "/show 1")
    assert "☐ Milk\n☐ Bread\nthe big shop" in card


async def test_a_photo_with_a_caption_is_a_task_with_the_photo(anywhere: Conversation) -> None:
    said = await anywhere.sends_photo("ann", "Fix the tap friday")
    assert said.splitlines() == ["➕ #1 Fix the tap", "📅 Fri 25 Sept", "📎 one file"]
    await anywhere.says("ann", "/show 1")
    await anywhere.presses("ann", "📎 Files")
    await anywhere.presses("ann", "👁 Show")
    assert anywhere.newest("ann")["photo"]


async def test_a_photo_with_a_command_works_in_a_group(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    assert "📎 one file" in await flat.sends_photo("bob", "/add Fix the tap")


async def test_a_document_without_words_is_asked_about(anywhere: Conversation) -> None:
    assert "for this file" in await anywhere.sends_document("ann", "lease.pdf")
    said = await anywhere.says("ann", "Sign the lease tomorrow")
    assert said.splitlines() == ["➕ #1 Sign the lease", "📅 tomorrow", "📎 one file"]
    await anywhere.says("ann", "/show 1")
    assert "• lease.pdf" in await anywhere.presses("ann", "📎 Files")


async def test_a_date_alone_is_asked_about(chat: Conversation) -> None:
    said = await chat.says("ann", "/add tomorrow 9:00")
    assert "I already have: tomorrow, 09:00." in said
    assert "#1 Buy milk\n📅 tomorrow, 09:00" in await chat.answers("ann", "Buy milk")


async def test_a_forwarded_message_says_where_it_came_from(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    anywhere.telegram.say(anywhere.town.bob, "Fix the lamp\nIt flickers", to=anywhere.town.flat)
    said = await anywhere.forwards("ann", flat.messages("ann")[-1])
    assert "#1 Fix the lamp" in said
    assert "It flickers\n— Bob" in await anywhere.says("ann", "/show 1")
    await anywhere.forwards("ann", flat.messages("ann")[-1], hides_name=True)
    assert "— Bob" in await anywhere.says("ann", "/show 2")


async def test_a_forwarded_command_is_a_task(anywhere: Conversation) -> None:
    await anywhere.says("ann", "Buy milk")
    for text in ("/done 1", "done 1", "/settings", "@dueto_bot buy jam"):
        anywhere.telegram.say(anywhere.town.bob, text, to=anywhere.town.flat)
        forwarded = anywhere.in_("flat").messages("ann")[-1]
        assert text in await anywhere.forwards("ann", forwarded)
        assert await anywhere.in_("flat").forwards("ann", forwarded) == ""
    assert "1 Buy milk" in await anywhere.says("ann", "/list")


async def test_a_forwarded_post_links_back_to_its_channel(anywhere: Conversation) -> None:
    telegram = anywhere.telegram
    news = telegram.new_chat("channel", "News", anywhere.town.bob, username="flatnews")
    post = telegram.say(news, "Elevator closed on friday", to=news)
    await anywhere.forwards("ann", post)
    link = f"https://t.me/flatnews/{post['message_id']}"
    assert link in await anywhere.says("ann", "/show 1")


async def test_a_message_in_a_group_becomes_a_task_by_a_reply(anywhere: Conversation) -> None:
    design = anywhere.in_("design")
    quoted = anywhere.telegram.say(
        anywhere.town.bob, "New logo\nblue, not green", to=anywhere.town.design
    )
    said = await design.says("ann", "/add friday 10:00 !high", reply_to=quoted)
    assert facts_of(said) == ["➕ #1 New logo", "📅 Fri 25 Sept, 10:00", "❗ high priority"]
    card = await design.says("ann", "/show 1")
    assert "blue, not green" in card
    assert f"https://t.me/c/{-design.chat('ann').id - 10**12}/" in card


async def test_where_telegram_has_no_links_the_author_is_named(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    quoted = anywhere.telegram.say(anywhere.town.bob, "Rent is due", to=anywhere.town.flat)
    assert "#1 Rent is due" in await flat.says("ann", "/add", reply_to=quoted)
    assert "— Bob" in await flat.says("ann", "/show 1")


async def test_a_picture_in_a_group_becomes_a_task_by_a_reply(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.sends_photo("bob", "Broken lamp")
    picture = flat.messages("ann")[-1]
    assert "📎 one file" in await flat.says("ann", "/add tomorrow", reply_to=picture)


async def test_a_mention_is_a_task_where_telegram_delivers_it(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    assert await flat.says("ann", "@dueto_bot Buy milk tomorrow") == ""
    anywhere.telegram.world.bot.privacy_mode = False
    said = await flat.says("ann", "@dueto_bot Buy milk tomorrow")
    assert "#1 Buy milk\n📅 tomorrow" in said
    assert "#2 Buy jam" in await flat.says("ann", "Buy jam @dueto_bot")
    assert "#3 🙂 Buy jam" in await flat.says("ann", "🙂 @dueto_bot Buy jam")
    assert "3 🙂 Buy jam" in await flat.says("ann", "@dueto_bot /list")
    assert await flat.says("ann", "I wrote to @dueto_bot today") == ""
    assert await flat.says("ann", "@dueto_bots Buy milk") == ""


async def test_a_long_text_is_cut_at_a_word_and_kept_in_the_notes(chat: Conversation) -> None:
    text = " ".join(f"word{number}" for number in range(60))
    said = await chat.adds("ann", text)
    title = said.splitlines()[0].removeprefix("➕ #1 ")
    assert len(title) <= 200
    assert title.endswith("…")
    assert text.startswith(title[:-1])
    assert text in await chat.says("ann", "/show 1")


async def test_a_text_of_4096_characters_is_not_lost_without_a_word(chat: Conversation) -> None:
    said = await chat.adds("ann", "a " * 2000)
    assert "#1 a a a" in said
    with pytest.raises(Impossible):
        await chat.says("ann", "x" * 10_000)
    said = await chat.adds("ann", "x" * 4091)
    assert "Notes can have up to 4,000 characters" in said
    assert "#2" not in await chat.says("ann", "/list")


async def test_limits_are_named_and_nothing_is_added(chat: Conversation) -> None:
    tags = " ".join(f"#tag{number}" for number in range(21))
    assert "20 tags" in await chat.adds("ann", f"Milk {tags}")
    lines = "\n".join(f"- line {number}" for number in range(51))
    assert "50 items" in await chat.adds("ann", f"Shopping\n{lines}")
    assert "200 characters" in await chat.adds("ann", f"Shopping\n- {'x' * 201}")
    assert "No tasks yet" in await chat.says("ann", "/list all")
    assert "☑️ 0 of 50" in await chat.adds("ann", f"Shopping\n{lines[:-10]}")


async def test_what_is_no_text_is_answered_in_private_only(anywhere: Conversation) -> None:
    anywhere.telegram.world.bot.privacy_mode = False
    dice = {"dice": {"emoji": "🎲", "value": 3}}
    for place in ("private", "flat"):
        await anywhere.in_(place).gets({"message": {**a_message(anywhere, place), **dice}})
    assert "text, photos, files" in text_of(anywhere.newest("ann"))
    assert anywhere.in_("flat").messages("ann") == []


async def test_a_word_of_the_language_inside_another_is_no_date(chat: Conversation) -> None:
    for title in ("Buy paprika", "renewed passport", "look at github", "ask May"):
        assert f" {title}" in (said := await chat.adds("ann", title))
        assert "📅" not in said


async def test_an_impossible_date_stays_in_the_title(chat: Conversation) -> None:
    assert "#1 Pay rent 31 february" in await chat.adds("ann", "Pay rent 31 february")


async def test_marks_alone_wait_for_a_title(anywhere: Conversation) -> None:
    said = await anywhere.says("ann", "#home")
    assert said.splitlines() == ["🖊 What's the task?", "I already have: #home."]
    await anywhere.says("ann", "every day")
    assert "I already have: every day, !high, #home." in await anywhere.says("ann", "!high")
    assert (await anywhere.says("ann", "Vitamins at 9")).splitlines() == [
        "➕ #1 Vitamins",
        "📅 tomorrow, 09:00",
        "🔁 every day at 09:00",
        "❗ high priority",
        "🏷 #home",
    ]


async def test_what_is_said_later_of_a_date_counts(anywhere: Conversation) -> None:
    assert "I already have: today, 14:40." in await anywhere.says("ann", "in 10 minutes")
    assert (await anywhere.says("ann", "drink tea tomorrow")).splitlines() == [
        "➕ #1 drink tea",
        "📅 tomorrow",
    ]


async def test_marks_alone_are_those_of_each_line_of_a_list(anywhere: Conversation) -> None:
    await anywhere.says("ann", "#shop")
    await anywhere.says("ann", "- milk friday\n- eggs")
    assert "2 tasks" in await anywhere.says("ann", "/list #shop")


async def test_lines_with_boxes_are_a_checklist_with_its_ticks(chat: Conversation) -> None:
    await chat.says(
        "ann", "/add Shop friday\n- [ ] milk\n- [x] eggs\n* [X] 3 apples\nat the corner"
    )
    said = await chat.says("ann", "/show 1")
    assert "at the corner" in said
    assert "2 of 3" in said
    await chat.presses("ann", "☑️ Checklist")
    labels = [button for button in chat.buttons("ann") if button[0] in "☐☑"]
    assert labels == ["☐ milk", "☑ eggs", "☑ 3 apples"]


async def test_a_list_with_boxes_is_tasks_with_their_ticks(chat: Conversation) -> None:
    await chat.says("ann", "/add - [ ] milk tomorrow\n- [x] eggs")
    assert "milk" in await chat.says("ann", "/list")
    assert "one task" in await chat.says("ann", "/list done")
    await chat.says("ann", "/undo")
    assert "Nothing to do" in await chat.says("ann", "/list")


NEWS = {"id": -1001234567890, "type": "channel", "title": "News"}
BOARD = {"id": -1009876543210, "type": "supergroup", "title": "The board"}


@pytest.mark.parametrize(
    ("origin", "source"),
    [
        ({"type": "user", "sender_user": {"id": 7, "is_bot": False, "first_name": "Zoe"}}, "Zoe"),
        ({"type": "hidden_user", "sender_user_name": "Someone"}, "Someone"),
        ({"type": "chat", "sender_chat": BOARD}, "The board"),
        (
            {"type": "chat", "sender_chat": {**BOARD, "username": "board"}},
            "The board · https://t.me/board",
        ),
        (
            {"type": "channel", "chat": {**NEWS, "username": "news"}, "message_id": 45},
            "https://t.me/news/45",
        ),
        (
            {"type": "channel", "chat": NEWS, "message_id": 45, "author_signature": "Ed"},
            "https://t.me/c/1234567890/45",
        ),
    ],
)
async def test_every_kind_of_forwarded_message_keeps_its_link_back(
    anywhere: Conversation, origin: Json, source: str
) -> None:
    message = {**a_message(anywhere, "private"), "text": "The hall is free\nfrom nine"}
    origin = {"date": message["date"], **origin}
    await anywhere.gets({"message": {**message, "forward_origin": origin}})
    shown = await anywhere.says("ann", "/show 1")
    assert "The hall is free" in shown
    assert f"— {source}" in shown


@pytest.mark.parametrize(
    ("group", "link"),
    [
        ({**BOARD, "username": "board"}, "https://t.me/board/33"),
        (BOARD, "https://t.me/c/9876543210/33"),
    ],
)
async def test_a_message_that_is_replied_to_keeps_its_link_back(
    anywhere: Conversation, group: Json, link: str
) -> None:
    message = a_message(anywhere, "project")
    said = {**message, "message_id": 33, "chat": group, "text": "The hall is free"}
    command = {**message, "message_id": 34, "chat": group, "text": "/add friday"}
    anywhere.setup.trouble_is_meant = True  # the stand-in knows no such chat
    await anywhere.gets({"message": {**command, "reply_to_message": said}})
    ((notes,),) = await anywhere.rows("(SELECT notes FROM tasks) AS found")
    assert link in notes
