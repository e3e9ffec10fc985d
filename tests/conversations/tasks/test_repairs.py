"""Repairing what was understood, choosing a repeat, and settings: all by buttons."""

from __future__ import annotations

from tests.support.conversations import Conversation


async def test_a_chip_gives_its_words_back_to_the_title(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk tomorrow #home !high")
    said = await chat.presses("ann", "tomorrow ✕")
    assert "#1 Buy milk tomorrow" in said
    assert "📅" not in said
    assert "🏷 #home" in said
    said = await chat.presses("ann", "#home ✕")
    assert "#1 Buy milk tomorrow #home" in said
    assert "Done: #1 Buy milk tomorrow #home" in await chat.presses("ann", "✅ Done")


async def test_a_line_of_two_tasks_is_split(chat: Conversation) -> None:
    await chat.adds("ann", "buy milk tomorrow, call Max friday")
    await chat.presses("ann", next(b for b in chat.buttons("ann") if "Split" in b))
    said = await chat.says("ann", "/list")
    assert "buy milk · tomorrow" in said
    assert "call Max · Fri 25 Sept" in said


async def test_one_of_two_readings_is_chosen(chat: Conversation) -> None:
    await chat.adds("ann", "Pay rent 3/4")
    choices = [button for button in chat.buttons("ann") if "Mar" in button or "Apr" in button]
    assert len(choices) == 2
    assert "Mar" in await chat.presses("ann", next(b for b in choices if "Mar" in b))


async def test_a_repeat_is_shown_before_it_is_kept(chat: Conversation) -> None:
    await chat.adds("ann", "Water the plants tomorrow 9:00")
    await chat.says("ann", "/show 1")
    await chat.presses("ann", "🔁 Repeat")
    await chat.presses("ann", chat.buttons("ann")[0])
    assert "🔁" not in await chat.says("ann", "/list")
    await chat.says("ann", "/show 1")
    await chat.presses("ann", "🔁 Repeat")
    await chat.presses("ann", chat.buttons("ann")[0])
    assert "🔁 every day" in await chat.presses("ann", "💾 Save")
    assert "🔁" in await chat.says("ann", "/list")


async def test_words_after_a_shown_repeat_are_a_task_again(anywhere: Conversation) -> None:
    """No question is open: whoever does not keep the repeat goes on with other things."""
    await anywhere.adds("ann", "Water the plants tomorrow 9:00")
    await anywhere.says("ann", "/show 1")
    await anywhere.presses("ann", "🔁 Repeat")
    await anywhere.presses("ann", anywhere.buttons("ann")[0])
    assert "➕ #2 Buy milk" in await anywhere.says("ann", "Buy milk")


async def test_settings_are_set_by_buttons(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/settings")
    await anywhere.presses("ann", "🕘 Time")
    await anywhere.presses("ann", "🕘 Time format")
    await anywhere.presses("ann", next(b for b in anywhere.buttons("ann") if "12-hour" in b))
    await anywhere.says("ann", "/settings")
    assert "12-hour" in anywhere.reads("ann", anywhere.newest("ann"))
    assert "3:00" in await anywhere.says("ann", "Milk tomorrow 15:00")


async def test_a_groups_settings_are_for_its_administrators(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("bob", "/language de")
    assert "administrators" in flat.reads("bob", flat.newest("bob"))
    await flat.says("ann", "/language de")
    assert "Deutsch" in flat.reads("ann", flat.newest("ann"))


async def test_a_time_in_another_zone_is_shown_in_ones_own(chat: Conversation) -> None:
    await chat.says("ann", "/timezone Berlin")
    said = await chat.says("ann", "/add Call the office tomorrow 5pm EST")
    assert "23:00" in said
    assert "🌍 “5pm EST”, shown in your own time" in said
    assert "tomorrow 5pm EST ✕" in chat.buttons("ann")


async def test_a_zone_that_could_be_two_is_asked_about(chat: Conversation) -> None:
    await chat.says("ann", "/timezone Berlin")
    said = await chat.says("ann", "/add Call the office tomorrow 10:00 CST")
    assert "“10:00 CST” can be two time zones" in said
    shanghai, chicago = (
        next(button for button in chat.buttons("ann") if hour in button)
        for hour in ("04:00", "17:00")
    )
    assert chicago != shanghai
    assert "04:00" in await chat.presses("ann", shanghai)
