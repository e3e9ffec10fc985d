"""Tasks of a whole day: one message for all of one moment, none that repeats the agenda."""

from __future__ import annotations

import pytest

from bot.presses.coding import unpack
from bot.presses.reminders import TickBeside
from bot.routes import VERBS
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, data_of, text_of
from tests.support.telegram import Json

THREE = ("Buy milk tomorrow", "Pay rent tomorrow", "Call Bob tomorrow")


def reminders(chat: Conversation) -> list[Json]:
    return [m for m in chat.messages("ann") if chat.is_bots(m) and text_of(m).startswith("🔔")]


async def reminded(chat: Conversation, *texts: str) -> Json:
    """Their reminder in the morning of tomorrow."""
    await chat.says("ann", "/timezone Berlin")
    await chat.adds("ann", *texts)
    await chat.later("ann", hours=18.5)
    return chat.newest("ann")


async def test_tasks_of_a_day_come_as_one_message(chat: Conversation) -> None:
    shown = await reminded(chat, *THREE)
    assert text_of(shown).splitlines() == [
        "🔔 3 tasks for the day",
        "☐ #1 Buy milk · today",
        "☐ #2 Pay rent · today",
        "☐ #3 Call Bob · today",
    ]
    assert buttons_of(shown) == [
        *["☐ 1", "💤 1 h", "💤 Tomorrow", "…"],
        *["☐ 2", "💤 1 h", "💤 Tomorrow", "…"],
        *["☐ 3", "💤 1 h", "💤 Tomorrow", "…"],
        "💤 All for 1 h",
    ]
    assert len(reminders(chat)) == 1


async def test_one_task_of_a_day_is_reminded_of_as_ever(chat: Conversation) -> None:
    shown = await reminded(chat, "Buy milk tomorrow", "Call Bob tomorrow 10:00")
    assert "🔔 #1 Buy milk" in text_of(shown)
    assert "✅ Done" in buttons_of(shown)


async def test_a_line_is_ticked_and_taken_back(chat: Conversation) -> None:
    shown = await reminded(chat, *THREE)
    said = await chat.presses("ann", "☐ 2", on=shown)
    assert "☑ #2 Pay rent · today" in said
    assert "☐ #1 Buy milk" in said
    assert "Pay rent" not in await chat.says("ann", "/list")
    said = await chat.presses("ann", "☑ 2", on=shown)
    assert "☐ #2 Pay rent" in said
    assert "Pay rent" in await chat.says("ann", "/list")
    await chat.says("ann", "/done 2")
    assert "☑ #2 Pay rent" in chat.reads("ann", shown)


async def test_an_old_button_does_what_it_says(chat: Conversation) -> None:
    shown = await reminded(chat, *THREE)
    data = data_of(shown, "☐ 2")
    assert isinstance(unpack(data, VERBS), TickBeside)
    await chat.says("ann", "/done 2")
    assert await chat.forges("ann", data, on=shown) == "Already so."
    assert "Pay rent" not in await chat.says("ann", "/list")


async def test_the_message_follows_what_is_done_elsewhere(chat: Conversation) -> None:
    shown = await reminded(chat, *THREE)
    await chat.says("ann", "/done 1")
    await chat.says("ann", "/delete 2")
    lines = chat.reads("ann", shown).splitlines()
    assert lines[1].startswith("☑ #1 Buy milk")
    assert "🗑" in lines[2]
    assert lines[3].startswith("☐ #3 Call Bob")
    await chat.says("ann", "/move 3 friday")
    assert "☐" not in chat.reads("ann", shown)
    shown = next(m for m in chat.messages("ann") if m["message_id"] == shown["message_id"])
    assert "☐ 3" not in buttons_of(shown)


async def test_one_or_all_are_put_off(chat: Conversation) -> None:
    shown = await reminded(chat, *THREE)
    await chat.presses("ann", "💤 1 h", on=shown)
    assert "I'll remind you" in chat.alert
    assert chat.reads("ann", shown).count("☐") == 2
    await chat.presses("ann", "💤 All for 1 h", on=shown)
    assert "☐" not in chat.reads("ann", shown)
    await chat.later("ann", minutes=61)
    assert text_of(chat.newest("ann")).count("☐") == 3


async def test_a_reply_is_about_all_that_is_open(chat: Conversation) -> None:
    shown = await reminded(chat, *THREE)
    await chat.says("ann", "/done 1")
    said = await chat.says("ann", "in 2 hours", reply_to=shown)
    assert "I'll remind you" in said
    assert "☐" not in chat.reads("ann", shown)
    await chat.later("ann", hours=2)
    shown = chat.newest("ann")
    assert text_of(shown).count("☐") == 2
    assert await chat.says("ann", "done", reply_to=shown)
    assert chat.reads("ann", shown).count("☑") == 2


async def test_a_card_opens_below(chat: Conversation) -> None:
    shown = await reminded(chat, *THREE)
    said = await chat.presses("ann", "…", on=shown)
    assert said.startswith(text_of(shown))
    assert "🗑 Delete" in chat.buttons("ann")


@pytest.mark.parametrize(("count", "sizes"), [(6, [6]), (12, [12]), (23, [20, 3])])
async def test_many_tasks_have_few_rows_of_buttons(
    anywhere: Conversation, count: int, sizes: list[int]
) -> None:
    await reminded(anywhere, "\n".join(f"- Pay bill {chr(66 + n)} tomorrow" for n in range(count)))
    told = reminders(anywhere)
    assert [text_of(m).count("☐") for m in told] == sizes
    assert all(len(m["reply_markup"]["inline_keyboard"]) <= 8 for m in told)


async def test_what_is_at_another_time_or_nags_comes_alone(chat: Conversation) -> None:
    nagging = "Take pills tomorrow nag 15m"
    await reminded(chat, *THREE[:2], nagging, "Swim tomorrow remind 1h before")
    assert sorted(text_of(m).count("☐") for m in reminders(chat)) == [0, 0, 2]


async def test_what_comes_on_time_after_quiet_hours_is_not_late(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/settings quiet 22:00-10:00")
    await reminded(anywhere, *THREE)
    assert reminders(anywhere) == []
    said = await anywhere.later("ann", hours=1)
    assert said.count("☐") == 3
    assert "late" not in said


async def test_what_was_missed_together_says_so(anywhere: Conversation) -> None:
    await reminded(anywhere, *THREE)
    await anywhere.says("ann", "/undo")
    await anywhere.adds("ann", "- Eggs tomorrow\n- Ham tomorrow")
    said = await anywhere.later("ann", hours=24, minutes=20)
    assert "Sent" in said
    assert "late." in said


# The morning agenda


@pytest.mark.parametrize("at", ["7:00", "9:00", "10:00"])
async def test_the_agenda_is_not_repeated(anywhere: Conversation, at: str) -> None:
    await anywhere.says("ann", "/timezone Berlin")
    await anywhere.says("ann", f"daily agenda at {at}")
    await anywhere.adds("ann", *THREE, "Swim tomorrow remind 1h before", "Gym tomorrow 18:00")
    heard = [await anywhere.later("ann", hours=17)]  # tomorrow at 7:30
    heard += [await anywhere.later("ann", minutes=30) for _ in range(8)]
    agendas = [one for one in heard if "Good morning" in one]
    assert len(agendas) == 1
    assert all(title in agendas[0] for title in ("Buy milk", "Pay rent", "Call Bob", "Gym"))
    told = [text_of(m) for m in reminders(anywhere)]
    assert [text for text in told if "Swim" not in text] == []
    assert len(told) == 1, "what was asked for comes"


async def test_what_no_agenda_has_told_is_reminded_of(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/timezone Berlin")
    await anywhere.says("ann", "daily agenda at 7:00")
    await anywhere.adds("ann", "Pay rent tomorrow")
    assert "Good morning" in await anywhere.later("ann", hours=17)
    anywhere.time.pass_(minutes=1)
    await anywhere.adds("ann", "Buy milk today", "Buy bread today")
    said = await anywhere.later("ann", hours=2)
    assert said.count("☐") == 2
    assert "Pay rent" not in said


async def test_what_is_assigned_in_a_group_is_told_by_the_agenda(anywhere: Conversation) -> None:
    """And not once more in private; in the group it is reminded of as ever."""
    await anywhere.says("ann", "/timezone Berlin")
    await anywhere.says("ann", "daily agenda at 7:00")
    flat = anywhere.in_("flat")
    await flat.says("ann", "/timezone Berlin")
    await flat.adds("ann", "Water plants tomorrow @ann", "Clean tomorrow @ann")
    said = await anywhere.later("ann", hours=17)
    assert said.count("👥 Flat 12") == 2
    there = flat.last_id("ann")
    assert await anywhere.later("ann", hours=2) == ""
    assert flat._answers("ann", after=there).count("☐") == 2


async def test_no_agenda_no_change_for_a_task_of_a_moment(anywhere: Conversation) -> None:
    await anywhere.says("ann", "daily agenda at 7:00")
    await anywhere.adds("ann", "Call Bob tomorrow 9:00", "Call Eve tomorrow 9:00")
    await anywhere.later("ann", hours=19)
    assert len(reminders(anywhere)) == 2
