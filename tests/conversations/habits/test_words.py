"""Habits in words: what /log and plain words write down, and what stays a task."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation


async def with_habits(chat: Conversation, *lines: str) -> None:
    for line in lines:
        assert "New habit" in await chat.says("ann", f"/habit {line}")


def line_of(said: str) -> str:
    return said.splitlines()[0]


async def test_logged_for_a_day(chat: Conversation) -> None:
    await with_habits(chat, "run every day", "read 20 pages every day")
    said = await chat.says("ann", "/log run yesterday")
    assert said.splitlines() == ["✅ run · 🔥1", "yesterday, Tue 22 Sept"]
    assert chat.buttons("ann") == ["↩️ Undo", "✏️ Open", "‹ Habits"]
    assert line_of(await chat.says("ann", "/log run")) == "✅ run · 🔥2"
    said = await chat.says("ann", "/log read 30 pages monday")
    assert said.splitlines() == ["✅ read · 30 / 20 pages · 🔥1", "+30 pages · Mon 21 Sept"]
    assert "↩️ Undone: read" in await chat.presses("ann", "↩️ Undo")


async def test_a_tick_said_twice_stays_a_tick(chat: Conversation) -> None:
    await with_habits(chat, "run every day")
    await chat.says("ann", "/log run")
    said = await chat.says("ann", "/log run")
    assert said.splitlines() == [
        "✅ run · 🔥1",
        "today, Wed 23 Sept",
        "It already was, so nothing has changed.",
    ]
    assert "↩️ Undo" not in chat.buttons("ann")
    assert line_of(await chat.says("ann", "/log run 0")) == "☐ run"


async def test_amounts_in_the_habits_own_unit(chat: Conversation) -> None:
    await with_habits(chat, "water 2000 ml every day", "music 60 min every day")
    for said, line in {
        "/log water 500": "☐ water · 500 / 2,000 ml",
        "/log water 0.5 l": "☐ water · 1,000 / 2,000 ml",
        "/log music 1.5 h": "✅ music · 90 / 60 min · 🔥1",
        "/log music 30 minutes": "✅ music · 120 / 60 min · 🔥1",
    }.items():
        assert line_of(await chat.says("ann", said)) == line, said
    said = await chat.says("ann", "/log water 3 pages")
    assert "counted in ml, not in “pages”. For example: /log water 5 ml" in said
    assert "not in “min”" in await chat.says("ann", "/log water 30 min")


async def test_without_an_amount_the_rest_is_logged(chat: Conversation) -> None:
    await with_habits(chat, "water 2000 ml every day", "sweets at most 2 per week")
    await chat.says("ann", "/log water 500")
    said = await chat.says("ann", "/log water")
    assert said.startswith("✅ water · 2,000 / 2,000 ml · 🔥1\n+1,500 ml")
    assert "nothing has changed" in await chat.says("ann", "/log water")
    assert line_of(await chat.says("ann", "/log sweets")) == "✅ sweets · 1 of at most 2 this week"
    assert line_of(await chat.says("ann", "/log water 0")) == "☐ water · 0 / 2,000 ml"


async def test_an_amount_of_a_habit_that_counts_none_is_a_note(chat: Conversation) -> None:
    await with_habits(chat, "run every day")
    said = await chat.says("ann", "/log run 5 km")
    assert said.splitlines() == ["✅ run · 🔥1", "today, Wed 23 Sept", "📝 5 km"]


async def test_days_that_cannot_be_logged(chat: Conversation) -> None:
    await with_habits(chat, "run every day")
    assert "Tomorrow, Thu 24 Sept is still to come" in await chat.says("ann", "/log run tomorrow")
    assert "more than a year ago" in await chat.says("ann", "/log run 2025-09-21")
    assert "✅ run" in await chat.says("ann", "/log run 2025-09-22")


async def test_typos_and_beginnings_of_names(chat: Conversation) -> None:
    await with_habits(chat, "drink water 2000 ml every day", "Спорт every day")
    assert "drink water · 500" in await chat.says("ann", "/log water 500")
    assert "drink water · 600" in await chat.says("ann", "/log drnik watr 100")
    assert "✅ Спорт" in await chat.says("ann", "/log спорт")
    said = await chat.says("ann", "/log swimming")
    assert "There's no habit “swimming” here. You have: drink water, Спорт." in said
    assert "For example: /log drink water yesterday" in said


async def test_when_two_match_it_is_asked(chat: Conversation) -> None:
    await with_habits(chat, "read books every day", "read news every day")
    said = await chat.says("ann", "/log read yesterday")
    assert said == "🤔 Which habit is “read”?"
    assert chat.buttons("ann") == ["read books", "read news", "✖️ Cancel"]
    await chat.setup.restart()
    said = await chat.presses("ann", "read news")
    assert said.splitlines()[:2] == ["✅ read news · 🔥1", "yesterday, Tue 22 Sept"]
    await chat.says("ann", "/log read")
    question = chat.newest("ann")
    assert "You have: read books, read news" in await chat.says("ann", "no", reply_to=question)
    assert "✅ read books" in await chat.says("ann", "books", reply_to=question)
    await chat.presses("ann", "read books", on=question)
    assert "older message" in chat.alert


async def test_an_amount_alone_asks_which(chat: Conversation) -> None:
    await with_habits(chat, "water 2000 ml every day", "read 20 pages every day")
    assert "🤔 Which habit is “500”?" in await chat.says("ann", "/log 500")
    assert "☐ water · 500 / 2,000 ml" in await chat.presses("ann", "water")


async def test_a_skip_may_be_logged(chat: Conversation) -> None:
    await with_habits(chat, "run every day")
    assert "⏭ run\nyesterday" in await chat.says("ann", "/log skip run yesterday")


async def test_alone_it_shows_the_board(chat: Conversation) -> None:
    assert "No habits yet" in await chat.says("ann", "/log")
    assert "Start one" in await chat.says("ann", "/log run")
    await with_habits(chat, "run every day")
    assert "Habits · today" in await chat.says("ann", "/log")


async def test_each_logs_for_themselves(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await with_habits(flat, "dishes every day")
    assert "✅ dishes" in await flat.says("bob", "/log dishes")
    assert "✅ Bob 🔥1 · ☐ Ann" in await flat.says("ann", "/habits")


async def test_in_plain_words(anywhere: Conversation) -> None:
    await with_habits(anywhere, "water 2000 ml every day", "gym every day")
    assert line_of(await anywhere.says("ann", "+500 ml water")) == "☐ water · 500 / 2,000 ml"
    assert line_of(await anywhere.says("ann", "+0.5 l water")) == "☐ water · 1,000 / 2,000 ml"
    said = await anywhere.says("ann", "did gym yesterday")
    assert said.splitlines() == ["✅ gym · 🔥1", "yesterday, Tue 22 Sept"]
    assert line_of(await anywhere.says("ann", "skip gym today")) == "⏭ gym · 🔥1"
    assert "nothing has changed" in await anywhere.says("ann", "skip gym today")
    assert line_of(await anywhere.says("ann", "skip gym tomorrow")) == "⏭ gym · 🔥1"
    assert "Undone: gym" in await anywhere.says("ann", "/undo")


async def test_words_of_no_habit_stay_a_task(anywhere: Conversation) -> None:
    await with_habits(anywhere, "run every day")
    for text in ("+500 ml milk", "did taxes yesterday", "skip dinner today", "buy milk"):
        assert "➕ #" in await anywhere.says("ann", text), text
    flat = anywhere.in_("flat")
    flat.telegram.world.bot.privacy_mode = False
    assert await flat.says("ann", "+500 ml water") == ""


async def test_without_habits_a_pause_is_a_task(anywhere: Conversation) -> None:
    assert "➕ #1" in await anywhere.says("ann", "pause all habits until oct 5")


async def test_in_reply_to_the_board_of_a_group(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await with_habits(flat, "dishes every day", "water 2000 ml every day")
    await flat.says("ann", "/habits")
    board = flat.newest("ann")
    assert "✅ dishes" in await flat.says("bob", "did dishes yesterday", reply_to=board)
    assert "water · 500" in await flat.says("bob", "+500 ml water", reply_to=board)
    assert await flat.says("bob", "nice weather", reply_to=board) == ""
    assert await flat.says("bob", "did taxes yesterday", reply_to=board) == ""


async def test_pausing_everything(anywhere: Conversation) -> None:
    await with_habits(anywhere, "run every day")
    await anywhere.says("ann", "/log run yesterday")
    said = await anywhere.says("ann", "pause all habits until oct 5")
    assert "paused until Mon 5 Oct. No streak will break." in said
    assert "⏸ run · 🔥1" in await anywhere.says("ann", "/habits")
    await anywhere.later("ann", days=13)
    assert "☐ run · 🔥1" in await anywhere.says("ann", "/habits")
    assert "until you write resume habits" in await anywhere.says("ann", "pause all habits")
    assert "count again from today" in await anywhere.says("ann", "resume habits")
    assert "aren't paused" in await anywhere.says("ann", "resume habits")
    await anywhere.says("ann", "pause all habits")
    said = await anywhere.presses("ann", "↩️ Undo")
    assert said == "↩️ Undone: your pause is as it was."
    assert "☐ run" in await anywhere.says("ann", "/habits")
    assert "too far ahead" in await anywhere.says("ann", "pause all habits until 2099-01-01")


async def test_at_night_words_mean_the_day_before(anywhere: Conversation) -> None:
    await with_habits(anywhere, "gym every day")
    await anywhere.later("ann", hours=11)  # 01:30 of Thursday
    assert "today, Wed 23 Sept" in await anywhere.says("ann", "did gym today")
    assert "yesterday, Tue 22 Sept" in await anywhere.says("ann", "did gym yesterday")


async def test_a_note_that_does_not_fit(anywhere: Conversation) -> None:
    await with_habits(anywhere, "run every day")
    said = await anywhere.says("ann", f"/log run yesterday\n{'far ' * 200}")
    assert "500 characters" in said
    assert "0 of 1 done" in await anywhere.says("ann", "/habits")


@pytest.mark.parametrize(
    ("language", "made", "logged", "plain"),
    [
        ("de", "/habit laufen jeden Tag", "/log laufen gestern", "+1 laufen"),
        ("ru", "/habit бегать каждый день", "/log бегать вчера", "+1 бегать"),
        ("es", "/habit correr cada día", "/log correr ayer", "+1 correr"),
    ],
)
async def test_in_other_languages(
    anywhere: Conversation, language: str, made: str, logged: str, plain: str
) -> None:
    await anywhere.says("ann", f"/language {language}")
    await anywhere.says("ann", made)
    assert "🔥1" in await anywhere.says("ann", logged)
    assert "🔥2" in await anywhere.says("ann", plain)


async def test_an_amount_is_that_of_the_measured_one(chat: Conversation) -> None:
    await chat.says("ann", "/habit water plants every 3 days")
    await chat.says("ann", "/habit drink 2000 ml water daily")
    assert "drink water · 500 / 2,000 ml" in await chat.says("ann", "/log water 500")
    assert "drink water · 750 / 2,000 ml" in await chat.says("ann", "/log 250 ml water")
    await chat.says("ann", "/log water")
    assert {"water plants", "drink water"} <= set(chat.buttons("ann"))
