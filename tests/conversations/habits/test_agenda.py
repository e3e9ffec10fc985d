"""Habits among tasks: in /today and /week, the morning agenda, the evening review, search; and
what is set about them."""

from __future__ import annotations

import pytest

from bot.views.parts import MOST_ROWS
from storage.rules.schedules import Goal, Schedule
from tests.support.conversations import Conversation
from tests.support.keeping import ago, has_habit
from tests.support.messages import text_of


async def test_today_has_the_habits_of_the_day(anywhere: Conversation) -> None:
    await has_habit(anywhere, "ann", "read")
    await has_habit(anywhere, "ann", "water", goal=Goal(2000, "ml"), done={0: 500})
    await has_habit(anywhere, "ann", "yoga", Schedule(ago(60), weekdays=frozenset({0})))
    assert await anywhere.says("ann", "/today") == (
        "☀️ Today\n\n🌱 Habits (2)\n☐ read\n☐ water · 500 / 2,000 ml"
    )
    assert anywhere.buttons("ann")[:3] == ["☐ read", "☐ water", "+250"]


@pytest.mark.parametrize("command", ["/today", "/week"])
async def test_ticking_draws_the_list_anew(anywhere: Conversation, command: str) -> None:
    await has_habit(anywhere, "ann", "read", done=[1, 2])
    await anywhere.adds("ann", "Call mom at 20:00")
    said = await anywhere.says("ann", command)
    assert said.index("Call mom") < said.index("☐ read · 🔥2")
    heading = said.partition("\n")[0]
    shown = await anywhere.presses("ann", "☐ read")
    assert shown.partition("\n")[0] == heading
    assert "✅ read · 🔥3" in shown
    assert "☐ read" in await anywhere.presses("ann", "✅ read")
    assert "☑ 1 Call mom" in await anywhere.presses("ann", "☐ 1")
    assert "☑ 1 Call mom" in await anywhere.presses("ann", "☐ read")


async def test_nothing_to_do_without_habits_too(anywhere: Conversation) -> None:
    await has_habit(anywhere, "ann", "yoga", Schedule(ago(60), weekdays=frozenset({0})))
    assert await anywhere.says("ann", "/today") == "☀️ Today\nNothing to do today."


async def test_the_second_page_has_none(anywhere: Conversation) -> None:
    await has_habit(anywhere, "ann", "read")
    await anywhere.adds("ann", *(f"Task {n} at 20:00" for n in range(11)))
    assert "☐ read" in await anywhere.says("ann", "/today")
    assert "read" not in await anywhere.presses("ann", "›")
    assert "read" not in await anywhere.says("ann", "/list")
    assert "read" not in await anywhere.says("ann", "/list today #home")


async def test_many_habits_are_within_telegrams_limits(anywhere: Conversation) -> None:
    for number in range(25):
        goal = Goal(2000 + number, "ml") if number % 2 else None
        await has_habit(anywhere, "ann", f"{'Привычка ' * 9}{number}", goal=goal)
    await anywhere.adds("ann", *(f"{'Задача ' * 20} {n} at 20:00" for n in range(11)))
    said = await anywhere.says("ann", "/today")
    assert "… and 16 more: /habits" in said
    assert len(anywhere.newest("ann")["reply_markup"]["inline_keyboard"]) == MOST_ROWS


async def test_today_in_a_group(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await has_habit(flat, "ann", "run")
    said = await flat.says("bob", "/today")
    assert "🌱 run · ☐ Ann" in said
    shown = await flat.presses("bob", "☑️ run")
    assert "🌱 run · ✅ Bob 🔥1 · ☐ Ann" in shown
    private = anywhere.in_("private")
    assert "☐ run · 👥 " in await private.says("ann", "/today")


async def test_the_agenda_is_not_empty_with_habits_alone(anywhere: Conversation) -> None:
    await has_habit(anywhere, "ann", "read", done=[1, 0])
    await anywhere.says("ann", "/settings agenda 9:00")
    assert await anywhere.later("ann", hours=18, minutes=29) == ""
    said = await anywhere.later("ann", minutes=1)
    assert said == "☀️ Good morning! For today (1)\n🌱 Habits (1)\n☐ read · 🔥2"
    assert "✅ read · 🔥3" in await anywhere.presses("ann", "☐ read")


async def test_the_review_names_what_is_not_done(anywhere: Conversation) -> None:
    await has_habit(anywhere, "ann", "read")
    await has_habit(anywhere, "ann", "run", done=[0])
    await anywhere.says("ann", "/settings review 21:00")
    await anywhere.adds("ann", "Call mom today")
    said = await anywhere.later("ann", hours=6, minutes=30)
    assert "🌙 Still open this evening (2)" in said
    assert "Call mom" in said
    assert "☐ read" in said
    assert "run" not in said
    await anywhere.says("ann", "/log read today")
    await anywhere.says("ann", "/done 1")


async def test_the_review_is_silent_when_all_is_done(anywhere: Conversation) -> None:
    await has_habit(anywhere, "ann", "read", done=[0])
    await anywhere.says("ann", "/settings review 21:00")
    assert await anywhere.later("ann", hours=6, minutes=30) == ""


async def test_search_finds_habits(anywhere: Conversation) -> None:
    await has_habit(anywhere, "ann", "Read books")
    flat = anywhere.in_("flat")
    await has_habit(flat, "ann", "read news")
    await flat.says("bob", "/habit read letters")
    await anywhere.adds("ann", "Read the contract")
    said = await anywhere.says("ann", "/search read")
    assert "Read the contract" in said
    assert "🌱 Read books · every day" in said
    assert "🌱 read news · every day · 👥 Flat 12" in said
    assert "Read books" in await anywhere.presses("ann", "🌱 Read books")
    assert "🌱 Habits (1)" in await anywhere.says("ann", "/search books")
    assert "books" not in await flat.says("ann", "/search read"), "a private one stays private"
    assert "🌱" not in await anywhere.says("bob", "/search news contract")


async def test_a_stranger_finds_nothing(anywhere: Conversation) -> None:
    await has_habit(anywhere, "ann", "Read books")
    assert "🌱" not in await anywhere.says("chen", "/search read")


async def test_the_day_turn_is_a_setting(anywhere: Conversation) -> None:
    await has_habit(anywhere, "ann", "read")
    await anywhere.says("ann", "/settings")
    assert "🌗 Habit day ends at 03:00" in text_of(anywhere.newest("ann"))
    await anywhere.presses("ann", "🌱 Habits")
    assert "✓ 03:00" in anywhere.buttons("ann")
    await anywhere.presses("ann", "00:00")
    anywhere.time.pass_(hours=11)
    await anywhere.says("ann", "/log read")
    assert "🔥1" in await anywhere.says("ann", "/habits")
    assert "ends at 04:00" in await anywhere.says("ann", "/settings day turn 4:00")
    assert "☐ read" in await anywhere.says("ann", "/habits"), "yesterday still"
    assert "couldn't read" in await anywhere.says("ann", "/settings day turn 14:00")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("/settings weekly sunday 19:00", "Sunday 19:00"),
        ("/settings weekly friday 18:30", "Friday 18:30"),
        ("/settings weekly", "Sunday 19:00"),
        ("/settings wöchentlich Dienstag 8:00", "Tuesday 08:00"),
        ("/settings weekly off", "off"),
    ],
)
async def test_the_weekly_report_is_a_groups_setting(
    anywhere: Conversation, said: str, shown: str
) -> None:
    flat = anywhere.in_("flat")
    assert f"Weekly report: {shown}" in await flat.says("ann", said)
    assert "is for groups" in await anywhere.says("ann", said)
    assert "Weekly" not in await anywhere.says("ann", "/settings")


async def test_the_weekly_report_by_buttons(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/settings")
    await flat.presses("ann", "🔔 Reminders")
    await flat.presses("ann", "📊 Weekly report")
    assert "✓ off" in flat.buttons("ann")
    assert "Weekly report: Monday 09:00" in await flat.presses("ann", "Monday 09:00")
    await flat.presses("ann", "📊 Weekly report")
    assert "✓ Monday 09:00" in flat.buttons("ann")
    await flat.presses("bob", "off")
    assert flat.alert == "Only Ann can change the settings of this group."
    assert "✓ Monday 09:00" in flat.buttons("ann")
    assert "Weekly report: off" in await flat.presses("ann", "off")


async def test_days_away_are_shown_and_ended(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit read every day at 21:00")
    await anywhere.says("ann", "pause all habits until oct 5")
    said = await anywhere.says("ann", "/settings")
    assert "⏸ All your habits are paused: today – Mon 5 Oct" in said
    shown = await anywhere.presses("ann", "▶️ End the pause")
    assert "paused" not in shown
    assert "▶️ End the pause" not in anywhere.buttons("ann")
    assert "read" in await anywhere.later("ann", hours=6, minutes=30)
    await anywhere.says("ann", "pause all habits")
    assert "have been paused since today" in await anywhere.says("ann", "/settings")
