"""Habits: made in words and step by step, kept on the board of each day, alone and in a group."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from bot.presses.habits import Origin, SkipDay, TurnBoard
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, data_of, text_of

DAY = "today, Wed 23 Sept"
FIRST = "🌱 Which habit?"


def tick_of(chat: Conversation, name: str) -> str:
    """The words of a board's tick button: a group's is everybody's, and says no state."""
    return f"☐ {name}" if chat.place == "private" else f"☑️ {name}"


def opens(chat: Conversation, name: str) -> str:
    """The words of the board's button that opens the card of a measured habit."""
    return f"☐ {name}" if chat.place == "private" else f"📈 {name}"


async def test_made_in_one_line(anywhere: Conversation) -> None:
    said = await anywhere.says("ann", "/habit read 20 pages every day at 21:00")
    assert said.splitlines() == [
        "🟦 New habit: read",
        "🔁 20 pages a day",
        "🔔 21:00",
        "☐ 0 / 20 pages",
    ]
    assert anywhere.buttons("ann") == [
        *("+1", "+5", "☐ 20", "⌨️", "⏭"),
        *("✏️ Edit", "↩️ Undo", "‹ Habits"),
    ]
    assert "20 / 20 pages" in await anywhere.presses("ann", "☐ 20")
    assert "🟧 New habit: run\n🔁 3 times a week" in await anywhere.says(
        "ann", "/habit run 3 times per week"
    )
    assert "✅ 1 of 3 this week" in await anywhere.presses("ann", "☐ run")
    assert "☐ 0 of 3 this week" in await anywhere.presses("ann", "✅ run")


def apart(said: str) -> str:
    """An answer with a line for each fact, which a group reads in one."""
    return said.replace(" · ", "\n")


async def test_made_in_a_group_for_everybody(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    said = await flat.says("ann", "/habit dishes every day")
    assert said.splitlines() == ["🟦 New habit: dishes", "🔁 every day · ☐ Ann"]
    assert "✅ Bob 🔥1 · ☐ Ann" in await flat.presses("bob", "☑️ dishes")
    assert flat.alert == "✅ dishes · 🔥1\nYou've joined “dishes”, too."


async def test_a_reminder_is_offered_when_none_was_said(chat: Conversation) -> None:
    await chat.says("ann", "/habit run every day")
    assert "🔔 19:00\n" in apart(await chat.presses("ann", "🔔 19:00"))
    assert "🔔 Other times" not in chat.buttons("ann")
    await chat.says("ann", "/habit swim every day")
    assert "When should I remind you?" in await chat.presses("ann", "🔔 Other times")
    await chat.setup.restart()
    question = chat.newest("ann")
    said = await chat.says("ann", "soonish", reply_to=question)
    assert "couldn't read “soonish” as times of the day" in said
    said = await chat.says("ann", "7:30 and 21:15", reply_to=question)
    assert "🔔 07:30, 21:15\n" in apart(said)


async def test_a_name_that_is_there_already(chat: Conversation) -> None:
    await chat.says("ann", "/habit run every day")
    said = await chat.says("ann", "/habit RUN 3 times per week")
    assert "There's already a habit “run” here" in said
    assert "/habit read 20 pages every day" in said
    assert "every day" in await chat.presses("ann", "✏️ Open")
    await chat.presses("ann", "📦 Archive")
    assert "in the archive" in await chat.says("ann", "/habit run")
    assert "🟧 New habit: run away" in await chat.says("ann", "/habit run away every day")


async def test_without_a_name_it_is_asked_for(chat: Conversation) -> None:
    said = await chat.says("ann", "/habit every day at 21:00")
    assert said.startswith(f"every day\n{FIRST}")
    said = await chat.answers("ann", "read")
    assert "New habit: read\n🔁 every day\n🔔 21:00" in apart(said)


async def test_a_name_that_is_too_long(chat: Conversation) -> None:
    said = await chat.says("ann", f"/habit {'very ' * 50}long every day")
    assert "can have up to 100 characters; nothing has changed" in said
    assert "No habits yet" in await chat.says("ann", "/habits")


async def test_taken_back(chat: Conversation) -> None:
    await chat.says("ann", "/habit run every day")
    said = await chat.presses("ann", "↩️ Undo")
    assert said == "↩️ Undone, the habit is deleted: run"
    assert "No habits yet" in await chat.says("ann", "/habits")
    await chat.says("ann", "/habit run every day")
    await chat.says("ann", "/log run")
    assert "↩️ Undone: run" in await chat.says("ann", "/undo")
    assert "☐" in await chat.says("ann", "/habits")


async def test_step_by_step(chat: Conversation) -> None:
    assert FIRST in await chat.says("ann", "/habit")
    assert "Drink water\n🎯" in await chat.presses("ann", "Drink water")
    await chat.setup.restart()
    await chat.presses("ann", "📈 A goal to reach")
    assert "What's your goal?" in text_of(chat.newest("ann"))
    assert "Drink water\n🔁 How often?" in await chat.answers("ann", "2000 ml")
    await chat.setup.restart()
    assert "Drink water · 2,000 ml a day\n🔔" in await chat.presses("ann", "Every day")
    said = await chat.presses("ann", "19:00")
    assert "New habit: Drink water\n🔁 2,000 ml a day\n🔔 19:00" in apart(said)


async def test_step_by_step_in_words(chat: Conversation) -> None:
    await chat.says("ann", "/habit")
    assert "coffee\n🎯" in await chat.answers("ann", "coffee")
    assert "couldn't read “some” as an amount" in await chat.answers("ann", "some")
    await chat.presses("ann", "🚦 A limit to keep")
    assert "coffee\n🔁 How often?" in await chat.answers("ann", "2 cups")
    question = chat.newest("ann")
    said = await chat.says("ann", "often please", reply_to=question)
    assert "couldn't read “often please” as how often" in said
    said = await chat.says("ann", "every day", reply_to=question)
    assert "coffee · at most 2 cups a day\n🔔" in said
    said = await chat.answers("ann", "8:00 and 20:30")
    assert "New habit: coffee\n🔁 at most 2 cups a day\n🔔 08:00, 20:30" in apart(said)


async def test_one_answer_may_say_it_all(chat: Conversation) -> None:
    await chat.says("ann", "/habit")
    said = await chat.answers("ann", "read 20 pages every day at 21:00")
    assert "New habit: read\n🔁 20 pages a day\n🔔 21:00" in apart(said)
    await chat.says("ann", "/habit")
    await chat.answers("ann", "swim")
    await chat.presses("ann", "☑️ Done or not")
    said = await chat.answers("ann", "mon and fri at 7:30")
    assert "New habit: swim\n🔁 Mon, Fri\n🔔 07:30" in apart(said)


async def test_often_by_buttons(anywhere: Conversation) -> None:
    chosen = {
        "Every day": "every day",
        "Every weekday": "every weekday",
        "3 a week": "3 times a week",
        "Every 2 days": "every 2 days",
        "Once a week": "once a week",
    }
    for name, (button, often) in zip("abcde", chosen.items(), strict=True):
        await anywhere.says("ann", "/habit")
        await anywhere.answers("ann", f"Habit {name}")
        await anywhere.presses("ann", "☑️ Done or not")
        await anywhere.presses("ann", button)
        said = await anywhere.presses("ann", "🔕 Never")
        assert f"🔁 {often}\n" in said
        assert "🔔 19:00" in buttons_of(anywhere.with_button("ann", "‹ Habits"))


async def test_a_name_is_asked_again_when_it_is_there(chat: Conversation) -> None:
    await chat.says("ann", "/habit Run every day")
    await chat.says("ann", "/habit")
    question = chat.newest("ann")
    await chat.presses("ann", "Run")
    assert "There's already a habit “Run” here" in text_of(chat.newest("ann"))
    await chat.says("ann", "/habit")
    question = chat.newest("ann")
    assert "already" in await chat.says("ann", "run", reply_to=question)
    assert "jog\n🎯" in await chat.says("ann", "jog", reply_to=question)


async def test_the_way_can_be_left(chat: Conversation) -> None:
    await chat.says("ann", "/habit")
    assert "nothing has changed" in await chat.presses("ann", "✖️ Cancel")
    await chat.says("ann", "/habit")
    question = chat.newest("ann")
    await chat.presses("ann", "Run")
    await chat.says("ann", "/list")  # a list in between loses no question
    await chat.presses("ann", "☑️ Done or not", on=question)
    assert "Start over" not in chat.alert
    await chat.presses("ann", "✖️ Cancel")
    assert "No habits yet" in await chat.says("ann", "/habits")


async def test_a_button_of_the_way_pressed_twice(chat: Conversation) -> None:
    await chat.says("ann", "/habit")
    question = chat.newest("ann")
    data = data_of(question, "Run")
    await chat.forges("ann", data, on=question)
    assert await chat.forges("ann", data, on=question) == "Already so."
    assert "Run\n🎯" in chat.reads("ann", question)


async def test_a_button_of_an_older_way(chat: Conversation) -> None:
    await chat.says("ann", "/habit")
    await chat.presses("ann", "Run")
    await chat.presses("ann", "☑️ Done or not")
    older = chat.newest("ann")
    await chat.says("ann", "/habit")
    await chat.presses("ann", "Every day", on=older)
    assert chat.alert == "Already so."
    assert "swim\n🎯" in await chat.answers("ann", "swim")


async def test_who_begins_goes_on(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/habit")
    await flat.presses("bob", "Run")
    assert "Only whoever started can use this button" in flat.alert
    assert "Run\n🎯" in await flat.presses("ann", "Run")
    await flat.says("bob", "/habit")
    assert "Read\n🎯" in await flat.presses("bob", "Read")
    await flat.presses("ann", "⌨️ Type it", on=flat.with_button("ann", "⌨️ Type it"))
    assert "Begin" not in flat.alert


async def test_the_first_board_begins_the_first_habit(chat: Conversation) -> None:
    said = await chat.says("ann", "/habits")
    assert "/habit read 20 pages every day at 21:00" in said
    assert FIRST in await chat.presses("ann", "➕ New habit")


async def test_the_board(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit run 3 times per week")
    await anywhere.says("ann", "/habit water 2000 ml every day")
    await anywhere.says("ann", "/habit gym every mon and fri")
    said = await anywhere.says("ann", "/habits")
    assert said.splitlines() == [
        f"🌱 Habits · {DAY} · 0 of 2 done",
        "",
        "☐ run · 0 of 3 this week",
        "☐ water · 0 / 2,000 ml",
        "",
        "Not due: gym",
    ]
    assert anywhere.buttons("ann") == [
        *("☐ run", "☐ water", "+250"),
        *("‹ yesterday", "✏️", "📊 Statistics", "📦 Archived", "➕ New habit"),
    ]
    board = anywhere.newest("ann")
    assert "1 of 2 done" in await anywhere.presses("ann", "☐ run")
    assert anywhere.alert == "✅ run · 1 of 3 this week"
    assert "☐ run · 0 of 3" in await anywhere.presses("ann", "✅ run")
    await anywhere.presses("ann", "✏️")
    assert anywhere.buttons("ann")[:3] == ["✏️ run", "✏️ water", "✏️ gym"]
    assert "run" in await anywhere.presses("ann", "✏️ run")
    assert "⏭ run" in (await anywhere.presses("ann", "⏭")) + anywhere.alert
    await anywhere.presses("ann", "⏭ ✓")
    assert "☐ run" in await anywhere.presses("ann", "‹ Habits")
    assert anywhere.newest("ann")["message_id"] == board["message_id"], "one living message"


async def test_amounts_on_the_board(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit water 2000 ml every day")
    await anywhere.says("ann", "/habits")
    assert "☐ water · 250 / 2,000 ml" in await anywhere.presses("ann", "+250")
    await anywhere.presses("ann", "☐ water")
    assert "⏭" not in anywhere.buttons("ann"), "a skip would lose what was drunk"
    assert "750 / 2,000 ml" in await anywhere.presses("ann", "+500")
    board = anywhere.newest("ann")
    rest = data_of(board, "☐ 1,250")
    assert "2,000 / 2,000 ml" in await anywhere.presses("ann", "☐ 1,250")
    assert await anywhere.forges("ann", rest, on=board) == "Already so."
    assert "2,250 / 2,000 ml" in await anywhere.presses("ann", "+250")
    assert "0 / 2,000 ml" in await anywhere.presses("ann", "✅ 2,250")
    assert "Undone: water" in await anywhere.says("ann", "/undo")
    assert "✅ water · 2,250 / 2,000 ml" in await anywhere.says("ann", "/habits")


async def test_a_typed_amount(chat: Conversation) -> None:
    await chat.says("ann", "/habit water 2000 ml every day")
    await chat.says("ann", "/habits")
    await chat.presses("ann", opens(chat, "water"))
    for typed, day in {
        "500": "500",
        "0.5 l": "1,000",
        "1,000": "2,000",
        "-250": "1,750",
        "=300 ml": "300",
        "-5000": "0",
    }.items():
        await chat.presses("ann", "⌨️")
        await chat.setup.restart()
        assert f"water · {day} / 2,000 ml" in await chat.answers("ann", typed), typed
    await chat.presses("ann", "⌨️")
    question = chat.newest("ann")
    assert "as an amount" in await chat.says("ann", "a lot", reply_to=question)
    assert "counted in ml, not in “pages”" in await chat.says("ann", "3 pages", reply_to=question)
    assert "water · 40 / 2,000 ml" in await chat.says("ann", "40", reply_to=question)


async def test_a_limit_on_the_board(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit sweets at most 2 per week")
    assert "☐ sweets · 0 of at most 2" in await anywhere.says("ann", "/habits")
    await anywhere.presses("ann", "☐ sweets")
    await anywhere.presses("ann", "☐ 0")
    assert anywhere.alert.startswith("✅ sweets · 0 of at most 2")
    await anywhere.presses("ann", "✅ 0")
    assert anywhere.alert.startswith("☐ sweets · 0 of at most 2")
    await anywhere.presses("ann", "‹ Habits")
    for line in ("✅ sweets · 1 of", "✅ sweets · 2 of", "❌ sweets · 3 of"):
        assert f"{line} at most 2 this week" in await anywhere.presses("ann", "+1")
    await anywhere.presses("ann", "❌ sweets")
    await anywhere.presses("ann", "−1")
    assert anywhere.alert.startswith("✅ sweets · 2 of at most 2 this week")


async def test_days_before(chat: Conversation) -> None:
    await chat.says("ann", "/habit run every day")
    await chat.says("ann", "/habits")
    assert "Habits · yesterday, Tue 22 Sept" in await chat.presses("ann", "‹ yesterday")
    assert "Habits · Mon 21 Sept" in await chat.presses("ann", "‹ Mon 21 Sept")
    assert "Habits · yesterday" in await chat.presses("ann", "yesterday ›")
    done = "✅ run · {}" if chat.place == "private" else "✅ Ann {}"
    said = await chat.presses("ann", tick_of(chat, "run"))
    assert "yesterday, Tue 22 Sept · 1 of 1 done" in said, "what was done before it began counts"
    assert done.format("🔥1") in said
    assert f"Habits · {DAY}" in await chat.presses("ann", "today ›")
    assert done.format("🔥2") in await chat.presses("ann", tick_of(chat, "run"))
    await chat.presses("ann", "‹ yesterday")
    await chat.presses("ann", "‹ Mon 21 Sept")
    assert f"Habits · {DAY}" in await chat.presses("ann", "today »")


async def test_the_day_of_who_presses_in_another_zone(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/timezone Berlin")
    await anywhere.says("chen", "/language en")
    await anywhere.says("chen", "/timezone Pacific/Auckland")
    await flat.says("ann", "/habit run every day")
    await flat.later("ann", hours=6)  # 20:30 in Berlin, Thursday in Auckland
    assert f"Habits · {DAY}" in await flat.says("ann", "/habits")
    assert "✅ Chen 🔥1 · ☐ Ann" in await flat.presses("chen", "☑️ run"), "of the board's day"
    assert "yesterday, Wed 23 Sept" in flat.alert
    assert f"Habits · {DAY}" in await flat.says("chen", "/habits"), "a group has one zone"
    said = await flat.presses("ann", "☑️ run")
    assert "✅ run · 🔥1" in flat.alert, "Thursday is still to come where she is"
    assert f"Habits · {DAY}" in said
    assert "✅ Ann 🔥1, Chen 🔥1" in said


async def test_no_further_back_than_a_year(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit run every day")
    await anywhere.says("ann", "/habits")
    board = anywhere.newest("ann")
    tick = data_of(board, "☐ run")
    await anywhere.forges("ann", TurnBoard(9999).pack(), on=board)
    assert "Habits · Mon, 22 Sept 2025" in anywhere.reads("ann", board)
    assert not any(button.startswith("‹ ") for button in anywhere.buttons("ann"))
    for day in ("20240901", "20260925", "2026", "x"):
        forged = tick.replace("20260923", day)
        assert "older message" in await anywhere.forges("ann", forged, on=board), day


async def test_a_board_of_yesterday_ticks_yesterday(chat: Conversation) -> None:
    await chat.says("ann", "/habit run every day")
    await chat.says("ann", "/habits")
    await chat.later("ann", days=1)
    said = await chat.presses("ann", tick_of(chat, "run"))
    assert "Habits · yesterday, Wed 23 Sept" in said
    assert chat.alert == "✅ run · 🔥1\nyesterday, Wed 23 Sept"
    assert "☐" in await chat.says("ann", "/habits")


async def test_the_day_turns_at_three(chat: Conversation) -> None:
    await chat.says("ann", "/habit run every day")
    await chat.later("ann", hours=11)  # 01:30
    assert f"Habits · {DAY}" in await chat.says("ann", "/habits")
    await chat.says("ann", "/log run today")
    await chat.later("ann", hours=2)
    assert "Habits · today, Thu 24 Sept · 0 of 1 done" in await chat.says("ann", "/habits")
    assert "✅" in await chat.presses("ann", "‹ yesterday")


async def test_a_habit_made_at_night_begins_that_day(chat: Conversation) -> None:
    await chat.later("ann", hours=11)
    await chat.says("ann", "/habit run every day")
    assert "0 of 1 done" in await chat.says("ann", "/habits")


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_more_than_ten_turn_pages(anywhere: Conversation) -> None:
    for number in range(12):
        await anywhere.says("ann", f"/habit Habit {chr(97 + number)} every day")
    assert "page 1 of 2" in await anywhere.says("ann", "/habits")
    assert "☐ Habit k" in await anywhere.presses("ann", "›")
    said = await anywhere.presses("ann", "☐ Habit k")
    assert "1 of 12 done · page 2 of 2" in said
    assert "✅ Habit k" in said
    assert "☐ Habit a" in await anywhere.presses("ann", "›")


async def test_in_a_group_it_says_who(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/habit run 3 times per week")
    await flat.says("ann", "/habit water 2000 ml every day")
    assert (await flat.says("bob", "/habits")).splitlines() == [
        f"🌱 Habits · {DAY} · 0 of 2 done",
        "",
        "run · 3 times a week",
        "    ☐ Ann 0/3",
        "water · 2,000 ml a day",
        "    ☐ Ann",
    ]
    said = await flat.presses("bob", "☑️ run")
    assert "✅ Bob 1/3 · ☐ Ann 0/3" in said
    assert "You've joined “run”, too." in flat.alert
    assert "☐ Bob 1/3" not in said
    assert "☐ Ann, Chen 250" in await flat.presses("chen", "+250")
    await flat.presses("ann", "☑️ run")
    assert flat.alert == "✅ run · 1 of 3 this week"


async def test_joining_by_a_button(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/habit run every day")
    assert "☐ Ann, Bob" in await flat.presses("bob", "➕")
    assert "You've joined “run”, too." in flat.alert
    await flat.presses("bob", "➕")
    assert flat.alert == "Already so."


async def test_habits_of_groups_in_private(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/habit dishes every day")
    await anywhere.says("ann", "/habit run every day")
    said = await anywhere.says("ann", "/habits")
    assert said.splitlines()[2:] == ["☐ run", "👥 Flat 12", "☐ dishes"]
    assert "✅ dishes" in await anywhere.presses("ann", "☐ dishes")
    assert "✅ Ann 🔥1" in await flat.says("bob", "/habits")
    assert "No habits yet" in await anywhere.says("bob", "/habits"), "he keeps none"


async def test_who_has_left_reaches_it_no_more(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("bob", "/habit dishes every day")
    await anywhere.says("bob", "/habits")
    anywhere.telegram.leave(anywhere.town.flat, anywhere.town.bob)
    await anywhere.settle()
    await anywhere.presses("bob", "☐ dishes")
    assert "you're not in" in anywhere.alert
    assert "No habits yet" in await anywhere.says("bob", "/habits")


async def test_buttons_of_a_deleted_habit_answer(chat: Conversation) -> None:
    await chat.says("ann", "/habit run every day")
    made = chat.newest("ann")
    tick = data_of(made, "☐ run" if chat.place == "private" else "☑️ run")
    await chat.presses("ann", "↩️ Undo")
    said = await chat.forges("ann", tick, on=made)
    assert "There's no habit “run” here. /habits shows them" in said
    nobodys = SkipDay(UUID(int=0), date(2026, 9, 23), Origin("b")).pack()
    assert "/habits shows yours" in await chat.forges("ann", nobodys, on=made)


async def test_forged_amounts(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit water 2000 ml every day")
    await anywhere.says("ann", "/habits")
    board = anywhere.newest("ann")
    add = data_of(board, "+250")
    for amount in ("nan", "inf", "1e99", "x", ""):
        said = await anywhere.forges("ann", add.removesuffix("250") + amount, on=board)
        assert "older message" in said, amount
    for origin in ("", "q", "b99999999", "bx"):
        said = await anywhere.forges("ann", add.replace(":b:", f":{origin}:"), on=board)
        assert "older message" in said, origin
    await anywhere.forges("ann", add.replace(":b:", ":b999999:"), on=board)
    assert "· 250 / 2,000 ml" in await anywhere.says("ann", "/habits"), "the last forged the page"


async def test_numbers_and_words_of_the_language(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/language de")
    await anywhere.says("ann", "/habit Wasser 2000 ml jeden Tag")
    assert "☐ Wasser · 0 / 2.000 ml" in await anywhere.says("ann", "/habits")
    await anywhere.presses("ann", "☐ Wasser")
    await anywhere.presses("ann", "⌨️")
    assert "1.500 / 2.000 ml" in await anywhere.answers("ann", "1,5 l")
    assert "/habit 20 Seiten lesen" in await anywhere.says("ann", "/help gewohnheiten")


async def test_nobody_elses_habit_is_reached_by_its_key(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit diary every day")
    made = anywhere.newest("ann")
    await anywhere.says("bob", "/habit run every day")
    before = await anywhere.rows("habits", "habit_entries", "habit_members")
    for button in ("☐ diary", "⏭", "✏️ Edit", "🔔 19:00", "🔔 Other times"):
        said = await anywhere.forges("bob", data_of(made, button), on=anywhere.newest("bob"))
        assert "you're not in" in said, button
    assert await anywhere.rows("habits", "habit_entries", "habit_members") == before
