"""Adding, ticking, changing and taking back by command: in private and in a group."""

from __future__ import annotations

import pytest

from bot.routes import COMMANDS, offered
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, facts_of


async def test_a_task_is_added_and_closed(chat: Conversation) -> None:
    said = await chat.says("ann", "/add Buy milk tomorrow 9:00")
    assert "#1 Buy milk" in said
    assert "tomorrow, 09:00" in said
    assert "Done: #1 Buy milk" in await chat.presses("ann", "✅ Done")
    assert "Nothing to do" in await chat.says("ann", "/list")


async def test_the_answer_repeats_what_was_understood(chat: Conversation) -> None:
    said = await chat.says("ann", "/add Pay rent friday 10:00 #home #money !high")
    assert facts_of(said) == [
        "➕ #1 Pay rent",
        "📅 Fri 25 Sept, 10:00",
        "❗ high priority",
        "🏷 #home #money",
    ]
    assert chat.buttons("ann")[:4] == ["✅ Done", "📅 Date", "✏️ Edit", "↩️ Undo"]


async def test_done_takes_several_numbers(chat: Conversation) -> None:
    await chat.adds("ann", "Milk", "Bread", "Butter", "Eggs")
    said = await chat.says("ann", "/done 1 #3")
    assert said.splitlines() == ["✅ Done: #1 Milk", "✅ Done: #3 Butter"]
    assert "#1 Milk is already done." in await chat.says("ann", "/done 1")
    assert (await chat.says("ann", "/done 2-9")).splitlines() == [
        "✅ Done: #2 Bread",
        "#3 Butter is already done.",
        "✅ Done: #4 Eggs",
        "There is no #5, #6, #7, #8, #9 here. /list shows the numbers.",
    ]
    assert "There is no task #77 here" in await chat.says("ann", "/done 77")
    assert "/done 3" in await chat.says("ann", "/done")
    assert "/done 3" in await chat.says("ann", "/done the dishes")


async def test_a_repeating_task_goes_on(chat: Conversation) -> None:
    said = await chat.adds("ann", "Water the plants every day at 9:00")
    assert "📅 tomorrow, 09:00" in said
    assert "🔁" in said
    said = await chat.presses("ann", "✅ Done")
    assert "Done for now: #1 Water the plants" in said
    assert "Next: Fri 25 Sept, 09:00" in said
    assert "Water the plants" in await chat.says("ann", "/list")


async def test_deleted_tasks_wait_in_the_trash(chat: Conversation) -> None:
    await chat.adds("ann", "Milk", "Bread")
    said = await chat.says("ann", "/delete 1 2")
    assert said.splitlines() == ["🗑 In the trash: #1 Milk", "🗑 In the trash: #2 Bread"]
    assert "#1 Milk is already in the trash." in await chat.says("ann", "/delete 1")
    assert "Nothing to do" in await chat.says("ann", "/list")
    assert "🗑 2 Bread" in await chat.says("ann", "/list trash")


async def test_a_deleted_task_is_not_done(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    await chat.says("ann", "/delete 1")
    assert "trash" in await chat.says("ann", "/done 1")
    assert "Nothing is done yet" in await chat.says("ann", "/list done")


async def test_edit_changes_what_is_said_and_keeps_the_rest(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk friday #home")
    said = await chat.says("ann", "/edit 1 Buy oat milk !high")
    assert facts_of(said) == [
        "✏️ #1 Buy oat milk",
        "📅 Fri 25 Sept",
        "❗ high priority",
        "🏷 #home",
    ]
    assert "📅 tomorrow" in await chat.says("ann", "/edit 1 tomorrow")
    assert "☐ 1 Buy oat milk" in await chat.says("ann", "/list")
    assert "There is no task #5" in await chat.says("ann", "/edit 5 Anything")


async def test_edit_without_words_asks_for_them(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk")
    assert "What's the new title of #1 Buy milk" in await chat.says("ann", "/edit 1")
    assert "#1 Buy oat milk" in await chat.answers("ann", "Buy oat milk")


async def test_move_takes_a_date(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk friday")
    assert "#1 Buy milk: tomorrow, 18:30" in await chat.says("ann", "/move 1 tomorrow 18:30")
    assert "couldn't read “soonish”" in await chat.says("ann", "/move 1 soonish")
    assert "no such date or time: “31.2.”" in await chat.says("ann", "/move 1 31.2.")
    assert "📅 When is #1 Buy milk due?" in await chat.says("ann", "/move 1")
    assert "#1 Buy milk: Sat 26 Sept" in await chat.answers("ann", "saturday")


async def test_after_completion_no_day_of_the_month_counts(chat: Conversation) -> None:
    chat.time.pass_(days=36)  # Thursday 29 October
    await chat.adds("ann", "Change the filter every! month")
    chat.time.pass_(days=12)
    assert "Thu 10 Dec" in await chat.says("ann", "/done 1")


@pytest.mark.parametrize("day", [29, 30, 31])
async def test_after_completion_a_month_is_one_whenever_it_was_said(
    chat: Conversation, day: int
) -> None:
    chat.time.now = chat.time.now.replace(month=8, day=day)
    await chat.adds("ann", "Change the filter every! month")
    chat.time.now = chat.time.now.replace(month=9, day=10)
    assert "Sat 10 Oct" in await chat.says("ann", "/done 1")
    await chat.says("ann", "/undo@dueto_bot")
    chat.time.now = chat.time.now.replace(month=9, day=11)
    assert "Sun 11 Oct" in await chat.says("ann", "/done 1")


async def test_show_opens_the_card(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk friday #home\nThe good one\n- oat\n- soy")
    card = await chat.says("ann", "/show 1")
    for fact in ("#1 Buy milk", "📅 Fri 25 Sept", "#home", "The good one", "☐ oat", "by Ann"):
        assert fact in card
    assert "There is no task #2" in await chat.says("ann", "/show 2")
    assert "/show 3" in await chat.says("ann", "/show")


async def test_a_reply_to_a_tasks_message_is_about_the_task(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk")
    assert "#1 Buy milk\n📅 tomorrow, 09:00" in await chat.answers("ann", "tomorrow 9:00")
    await chat.says("ann", "yes please", reply_to=chat.newest("ann"))
    assert "yes please" in await chat.says("ann", "/show 1"), "other words are a note"
    assert "Done: #1 Buy milk" in await chat.answers("ann", "done")
    assert "In the trash: #1 Buy milk" in await chat.answers("ann", "delete")


async def test_commands_work_as_replies_to_a_tasks_message(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk")
    assert "#1 Buy milk: Fri 25 Sept" in await chat.answers("ann", "/move friday")
    assert "#1 Buy oat milk" in await chat.answers("ann", "/edit Buy oat milk")
    assert "#1 Buy oat milk" in await chat.answers("ann", "/show")
    assert "Done: #1" in await chat.answers("ann", "/done")
    assert "In the trash: #1" in await chat.answers("ann", "/delete")


async def test_every_command_answers_when_it_stands_alone(chat: Conversation) -> None:
    for name in (name for name, route in COMMANDS.items() if not route.operators):
        assert await chat.says("ann", f"/{name}"), name
        if name == "quiet":
            await chat.says("ann", "/quiet off")
    assert await chat.says("ann", "/LIST@Dueto_Bot")


async def test_help_names_every_command(chat: Conversation) -> None:
    overview = await chat.says("ann", "/help")
    for name in COMMANDS:
        here = name in offered(private=chat.place == "private")
        assert (f"/{name}:" in overview) == here, name
    assert "in 30 min" in await chat.says("ann", "/help dates")
    assert "There's no help on “tea”" in await chat.says("ann", "/help tea")


async def test_start_greets(chat: Conversation) -> None:
    said = await chat.says("ann", "/start")
    assert "Hello" in said
    if chat.place == "private":
        assert "Hello, Ann!" in said
        assert "Europe/Berlin" in said


async def test_an_answer_keeps_its_buttons_only_while_they_mean_something(
    chat: Conversation,
) -> None:
    await chat.adds("ann", "Buy milk")
    await chat.presses("ann", "✅ Done")
    assert chat.buttons("ann") == ["↩️ Undo"]
    await chat.presses("ann", "↩️ Undo")
    assert buttons_of(chat.newest("ann")) == []


async def test_a_long_number_is_no_other_task(chat: Conversation) -> None:
    await chat.adds("ann", "Milk", "Bread")
    for command in ("done", "delete", "show", "move", "snooze"):
        said = await chat.says("ann", f"/{command} 12345678901")
        assert "There is no task #12345678901 here" in said
    assert "There is no #1234567892" in await chat.says("ann", "/done 1234567892, 5")
    assert "2 tasks" in await chat.says("ann", "/list")


async def test_a_command_that_names_too_many_says_so_and_does_nothing(chat: Conversation) -> None:
    await chat.adds("ann", "Milk", "Bread", "Eggs")
    assert "50 tasks; nothing has changed" in await chat.says("ann", "/done 1-60")
    assert "3 tasks" in await chat.says("ann", "/list")
    said = await chat.says("ann", "/done 3-2")
    assert said.splitlines() == ["✅ Done: #2 Bread", "✅ Done: #3 Eggs"]


async def test_moving_says_only_what_changes(chat: Conversation) -> None:
    await chat.adds("ann", "Dentist tomorrow 9:30")
    for words, due in (
        ("friday", "Fri 25 Sept, 09:30"),
        ("18:00", "Fri 25 Sept, 18:00"),
        ("+1 day", "Sat 26 Sept, 18:00"),
        ("2020-01-01", "Wed, 1 Jan 2020, 18:00, overdue now"),
        ("yesterday", "yesterday, 18:00, overdue now"),
        ("no date", "no date"),
    ):
        said = await chat.says("ann", f"/move 1 {words}")
        assert said == f"📅 #1 Dentist: {due}"
    assert "There is no such date" in await chat.says("ann", "/move 1 31 february")
    assert "“2020-01-01” is past." in await chat.says("ann", "/snooze 1 2020-01-01")
