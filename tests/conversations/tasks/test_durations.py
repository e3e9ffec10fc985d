"""How long something lasts: said once, and then shown, kept, changed and taken back."""

from __future__ import annotations

from tests.support.conversations import Conversation


async def test_a_range_of_hours_is_shown_wherever_the_task_is(chat: Conversation) -> None:
    assert "tomorrow, 18:00–20:00" in await chat.adds("ann", "Gym tomorrow 6-8pm")
    assert "tomorrow, 18:00–20:00" in await chat.says("ann", "/list")
    assert "18:00–20:00" in await chat.says("ann", "/week")
    assert "tomorrow, 18:00–20:00" in await chat.says("ann", "/show 1")


async def test_days_are_shown_from_the_first_to_the_last(chat: Conversation) -> None:
    said = await chat.adds("ann", "Holidays 13-15 October")
    assert "Tue 13 Oct – Thu 15 Oct" in said
    assert "Tue 13 Oct – Thu 15 Oct" in await chat.says("ann", "/list")


async def test_a_night_is_shown_with_both_days(chat: Conversation) -> None:
    said = await chat.adds("ann", "Night shift tomorrow 22:00-06:00")
    assert "tomorrow, 22:00 – Fri 25 Sept, 06:00" in said


async def test_a_length_beside_a_time_has_a_chip_of_its_own(chat: Conversation) -> None:
    assert "10:00–12:00" in await chat.adds("ann", "Workshop tomorrow at 10 for 2 hours")
    said = await chat.presses("ann", "for 2 hours ✕")
    assert "#1 Workshop for 2 hours" in said
    assert "10:00–12:00" not in said
    assert "10:00" in said


async def test_a_chip_of_a_range_gives_its_words_back(chat: Conversation) -> None:
    await chat.adds("ann", "Gym tomorrow 6-8pm")
    said = await chat.presses("ann", "tomorrow 6-8pm ✕")
    assert "#1 Gym tomorrow 6-8pm" in said
    assert "18:00" not in said


async def test_moving_keeps_how_long_it_lasts(chat: Conversation) -> None:
    await chat.adds("ann", "Gym tomorrow 6-8pm")
    assert "Fri 25 Sept, 18:00–20:00" in await chat.says("ann", "/move 1 friday")
    assert "Fri 25 Sept, 09:00–11:00" in await chat.says("ann", "/move 1 9:00")
    assert "Fri 25 Sept, 09:00–09:30" in await chat.says("ann", "/move 1 9:00-9:30")
    await chat.says("ann", "/move 1 no date")
    said = await chat.says("ann", "/move 1 friday 9:00")
    assert "09:00" in said
    assert "09:30" not in said


async def test_an_edit_reads_how_long_it_lasts(chat: Conversation) -> None:
    await chat.adds("ann", "Gym tomorrow 18:00")
    said = await chat.says("ann", "/edit 1 Gym tomorrow 18:00-19:30")
    assert "tomorrow, 18:00–19:30" in said
    assert "tomorrow, 18:00–19:30" in await chat.says("ann", "/edit 1 Swimming")


async def test_a_repeat_keeps_how_long_it_lasts(chat: Conversation) -> None:
    assert "18:00–20:00" in await chat.adds("ann", "Study every day from 18 to 20")
    await chat.presses("ann", "✅ Done")
    assert "tomorrow, 18:00–20:00" in await chat.says("ann", "/list")


async def test_undo_puts_back_how_long_it_lasted(chat: Conversation) -> None:
    await chat.adds("ann", "Gym tomorrow 6-8pm")
    await chat.says("ann", "/move 1 tomorrow 18:00-18:30")
    await chat.says("ann", "/show 1")
    assert "duration: 2 hours → 30 minutes" in await chat.presses("ann", "🕘 History")
    await chat.says("ann", "/undo")
    assert "tomorrow, 18:00–20:00" in await chat.says("ann", "/show 1")


async def test_a_list_of_weekdays_offers_only_the_first_of_them(chat: Conversation) -> None:
    said = await chat.adds("ann", "Gym mon, wed, fri at 7am")
    assert "🔁 every Monday, Wednesday and Friday" in said
    assert "repeats every week" in said
    said = await chat.presses("ann", next(b for b in chat.buttons("ann") if "25 Sept" in b))
    assert "🔁" not in said
    assert "Fri 25 Sept, 07:00" in said


async def test_a_reminder_says_how_long_it_lasts(chat: Conversation) -> None:
    await chat.adds("ann", "Call 15:00-15:30")
    assert "today, 15:00–15:30" in await chat.later("ann", minutes=30)
