"""Habits' reminders as people meet them: they ask, are ticked, put off, answered, and stay away."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.keeping import has_habit
from tests.support.messages import buttons_of, data_of, text_of

OWN = ["☐ read", "⏭", "💤 10 min", "💤 1 h", "…"]
MORE = ["💤 3 h", "💤 This evening", "Why?", "✏️ Open", "‹ Back"]
EVENING = {"hours": 6, "minutes": 30}


async def reminded(anywhere: Conversation, habit: str = "read every day at 21:00") -> str:
    """Ann's habit, at nine in the evening: what its reminder says."""
    await anywhere.says("ann", f"/habit {habit}")
    return await anywhere.later("ann", **EVENING)


async def test_at_its_time(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit read every day at 21:00")
    assert await anywhere.later("ann", hours=6, minutes=29, seconds=59) == ""
    said = await anywhere.later("ann", seconds=1)
    assert said == "🔔 🟦 read\nevery day"
    assert anywhere.buttons("ann") == OWN
    assert await anywhere.later("ann", hours=23, minutes=59) == ""
    assert "read" in await anywhere.later("ann", minutes=1)


async def test_ticked_below_the_reminder(anywhere: Conversation) -> None:
    await reminded(anywhere)
    assert "✅ read" in await anywhere.presses("ann", "☐ read")
    assert anywhere.buttons("ann") == ["↩️ Undo"]
    assert "read" not in await anywhere.later("ann", hours=23)
    assert "🔔 🟦 read" in await anywhere.later("ann", hours=1)


async def test_skipped_below_the_reminder(anywhere: Conversation) -> None:
    await reminded(anywhere)
    assert "⏭ read" in await anywhere.presses("ann", "⏭")
    assert anywhere.buttons("ann") == ["↩️ Undo"]


async def test_taken_back_it_reminds_at_its_next_time_only(anywhere: Conversation) -> None:
    await reminded(anywhere)
    await anywhere.presses("ann", "☐ read")
    await anywhere.presses("ann", "↩️ Undo")
    assert await anywhere.later("ann", hours=23, minutes=59) == ""
    assert "🔔 🟦 read" in await anywhere.later("ann", minutes=1)


async def test_ticked_elsewhere_the_message_says_so(anywhere: Conversation) -> None:
    await reminded(anywhere)
    message = anywhere.newest("ann")
    await anywhere.says("ann", "/log read")
    assert anywhere.reads("ann", message) == "✅ read · 🔥1"
    kept = next(m for m in anywhere.messages("ann") if m["message_id"] == message["message_id"])
    assert buttons_of(kept) == []


async def test_done_before_it_is_silent(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit read every day at 21:00")
    await anywhere.says("ann", "/log read")
    assert await anywhere.later("ann", **EVENING) == ""
    assert await anywhere.later("ann", hours=23, minutes=59) == ""
    assert "🔥 At stake: 1 day" in await anywhere.later("ann", minutes=1)


async def test_the_quota_of_a_week(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit run twice a week remind 18:00")
    await anywhere.says("ann", "/log run monday")
    said = await anywhere.later("ann", hours=3, minutes=30)
    assert "1 of 2 this week" in said
    await anywhere.presses("ann", "☐ run")
    assert await anywhere.later("ann", days=4, hours=23) == ""  # Monday, 17:00
    assert "🔥 At stake: 1 week" in await anywhere.later("ann", hours=1)


async def test_measured(anywhere: Conversation) -> None:
    said = await reminded(anywhere, "drink 2000 ml water every day at 21:00")
    assert "0 / 2,000 ml" in said
    message = anywhere.newest("ann")
    shown = await anywhere.presses("ann", "+500")
    assert "500 / 2,000 ml" in shown
    assert "☐ 1,500" in buttons_of(anywhere.with_button("ann", "+500"))
    await anywhere.says("ann", "/log drink water 1500")
    assert "2,000 / 2,000 ml" in anywhere.reads("ann", message)
    kept = next(m for m in anywhere.messages("ann") if m["message_id"] == message["message_id"])
    assert buttons_of(kept) == [], "a reminder that asked still is closed when it is acted on"


async def test_the_rest_below_the_reminder(anywhere: Conversation) -> None:
    await reminded(anywhere, "drink 2000 ml water every day at 21:00")
    assert "✅" in await anywhere.presses("ann", "☐ 2,000")
    assert anywhere.buttons("ann") == ["↩️ Undo"]


async def test_a_limit_asks_how_much(anywhere: Conversation) -> None:
    said = await reminded(anywhere, "sweets at most 2 a day at 21:00")
    assert "How much today?" in said
    await anywhere.presses("ann", "+1")
    assert await anywhere.later("ann", hours=23) == ""


@pytest.mark.parametrize(
    ("button", "length"), [("💤 10 min", {"minutes": 10}), ("💤 1 h", {"hours": 1})]
)
async def test_snooze(anywhere: Conversation, button: str, length: dict[str, float]) -> None:
    await reminded(anywhere)
    said = await anywhere.presses("ann", button)
    assert said.startswith("💤 read: I'll remind you today at ")
    assert anywhere.buttons("ann") == []
    anywhere.time.pass_(seconds=-1)
    assert await anywhere.later("ann", **length) == ""
    assert "🔔 🟦 read" in await anywhere.later("ann", seconds=1)
    await anywhere.presses("ann", "…")
    await anywhere.presses("ann", "Why?")
    assert anywhere.alert.startswith("You snoozed it until now.")
    await anywhere.presses("ann", "‹ Back")
    await anywhere.presses("ann", "☐ read")


async def test_snooze_until_the_evening(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit read every day at 15:00")
    await anywhere.later("ann", minutes=30)
    await anywhere.presses("ann", "…")
    assert anywhere.buttons("ann") == MORE
    await anywhere.presses("ann", "💤 This evening")
    assert await anywhere.later("ann", hours=3, minutes=59) == ""
    assert "🔔 🟦 read" in await anywhere.later("ann", minutes=1)


async def test_a_snooze_keeps_to_its_day(anywhere: Conversation) -> None:
    await reminded(anywhere)
    await anywhere.later("ann", hours=5, minutes=30)  # 02:30
    await anywhere.presses("ann", "💤 1 h")
    assert "within that day" in anywhere.alert
    await anywhere.presses("ann", "💤 10 min")
    assert "I'll remind you today" in text_of(anywhere.newest("ann"))


async def test_a_snooze_button_of_another_day(anywhere: Conversation) -> None:
    await reminded(anywhere)
    message = anywhere.newest("ann")
    await anywhere.later("ann", hours=12)
    await anywhere.presses("ann", "💤 10 min", on=message)
    assert "is over" in anywhere.alert
    data = data_of(message, "💤 10 min")
    for forged in (data.replace("10m", "99m"), data.replace("2026", "oct")):
        assert "older message" in await anywhere.forges("ann", forged, on=message)


async def test_three_hours_within_the_day(anywhere: Conversation) -> None:
    await reminded(anywhere)
    await anywhere.presses("ann", "…")
    await anywhere.presses("ann", "💤 3 h")
    assert await anywhere.later("ann", hours=2, minutes=59) == ""
    assert "🔔 🟦 read" in await anywhere.later("ann", minutes=1)
    await anywhere.presses("ann", "…")
    assert anywhere.buttons("ann") == MORE[2:], "three hours on, the day of habits is over"
    await anywhere.presses("ann", "‹ Back")
    assert anywhere.buttons("ann") == OWN


async def test_back_when_it_is_done_meanwhile(anywhere: Conversation) -> None:
    await reminded(anywhere)
    message = anywhere.newest("ann")
    await anywhere.presses("ann", "…")
    back = data_of(anywhere.newest("ann"), "‹ Back")
    await anywhere.says("ann", "/log read")
    await anywhere.forges("ann", back, on=message)
    assert anywhere.reads("ann", message) == "✅ read · 🔥1"


async def test_why(anywhere: Conversation) -> None:
    await reminded(anywhere)
    await anywhere.presses("ann", "…")
    await anywhere.presses("ann", "Why?")
    assert anywhere.alert.splitlines() == [
        "You asked to be reminded at 21:00.",
        "read: every day",
        "Next reminder: tomorrow at 21:00",
    ]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("done", "✅ read"),
        ("Done!", "✅ read"),
        ("1", "✅ read"),
        ("skip", "⏭ read"),
        ("пропустить", "⏭ read"),
        ("erledigt", "✅ read"),
    ],
)
async def test_answered_in_words(anywhere: Conversation, said: str, shown: str) -> None:
    await reminded(anywhere)
    message = anywhere.newest("ann")
    answer = await anywhere.says("ann", said, reply_to=message)
    assert shown in answer
    assert "↩️ Undo" in anywhere.buttons("ann")
    assert shown in anywhere.reads("ann", message)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("500", "500 / 2,000 ml"),
        ("+0.5 l", "500 / 2,000 ml"),
        ("=2000", "2,000 / 2,000 ml"),
        ("done", "2,000 / 2,000 ml"),
    ],
)
async def test_amounts_in_words(anywhere: Conversation, said: str, shown: str) -> None:
    await reminded(anywhere, "drink 2000 ml water every day at 21:00")
    assert shown in await anywhere.says("ann", said, reply_to=anywhere.newest("ann"))


async def test_none_of_a_limit_in_words(anywhere: Conversation) -> None:
    await reminded(anywhere, "sweets at most 2 a day at 21:00")
    assert "0 of at most 2" in await anywhere.says("ann", "done", reply_to=anywhere.newest("ann"))
    assert await anywhere.later("ann", hours=23) == ""


async def test_put_off_in_words(anywhere: Conversation) -> None:
    await reminded(anywhere)
    message = anywhere.newest("ann")
    assert "I'll remind you today" in await anywhere.says("ann", "in 2 hours", reply_to=message)
    assert await anywhere.later("ann", hours=1, minutes=59) == ""
    assert "🔔 🟦 read" in await anywhere.later("ann", minutes=1)
    again = anywhere.newest("ann")
    assert "within that day" in await anywhere.says("ann", "tomorrow 9", reply_to=again)
    assert "I couldn't read “bananas”" in await anywhere.says("ann", "bananas", reply_to=again)
    assert "means" not in await anywhere.says("ann", "/list")


async def test_missed_in_a_downtime(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit read every day at 21:00")
    said = await anywhere.later("ann", hours=8, minutes=30)
    assert "Sent 2 hours late." in said
    assert await anywhere.later("ann", hours=36) == "", "the day has turned: 11:00"


async def test_many_missed_are_one_digest(anywhere: Conversation) -> None:
    for number in range(6):
        await anywhere.says("ann", f"/habit h{number} every day at 21:00")
    await anywhere.adds("ann", "Call mom at 21:00")
    said = await anywhere.later("ann", hours=9)
    assert said.count("⌛ Sent late (7)") == 1
    assert "☐ h3" in said
    assert "Call mom" in said
    await anywhere.presses("ann", "☐ h3")
    assert "☐ h4" in anywhere.buttons("ann")


async def test_quiet_hours(anywhere: Conversation) -> None:
    """A habit's own time inside them is on purpose; what is late waits, and its day is over."""
    await anywhere.says("ann", "/settings quiet 22:00-8:00")
    await anywhere.says("ann", "/habit read every day at 23:00")
    assert "read" in await anywhere.later("ann", hours=8, minutes=30)
    assert await anywhere.later("ann", hours=26) == ""
    assert await anywhere.later("ann", hours=12) == ""


@pytest.mark.parametrize("button", ["📦 Archive", "🗑 Delete"])
async def test_put_away_the_message_says_so(anywhere: Conversation, button: str) -> None:
    await reminded(anywhere)
    message = anywhere.newest("ann")
    await anywhere.says("ann", "/habits")
    await anywhere.presses("ann", "✏️")
    await anywhere.presses("ann", "✏️ read")
    await anywhere.presses("ann", button)
    if button.startswith("🗑"):
        await anywhere.presses("ann", "🗑 Delete")
    assert anywhere.reads("ann", message) in {"📦 Archived: read", "🗑 Deleted: read"}
    assert await anywhere.later("ann", days=2) == ""


async def test_paused_with_all_others(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit read every day at 21:00")
    await anywhere.says("ann", "pause all habits until friday")
    assert await anywhere.later("ann", days=2, hours=12) == ""
    assert "read" in await anywhere.later("ann", days=1)


async def test_a_group_and_its_people(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await anywhere.says("ann", "/start")
    await flat.says("ann", "/habit run every day at 21:00")
    await flat.says("bob", "/habits")
    await flat.presses("bob", "➕")
    said = await flat.later("ann", **EVENING)
    assert said.startswith("🔔 🟦 run\nevery day\n☐ Not yet: Ann, Bob")
    assert "👥 " in text_of(anywhere.newest("ann")), "in private it names the group"
    links = [
        entity for entity in flat.newest("ann")["entities"] if entity["type"] == "text_mention"
    ]
    assert len(links) == 1, "Bob has not started the bot"
    group_message = flat.newest("ann")
    shown = await flat.presses("bob", "☑️ run", on=group_message)
    assert "✅ Bob" in shown
    assert "☐ Not yet: Ann" in shown
    private = anywhere.newest("ann")
    await anywhere.presses("ann", "☐ run", on=private)
    assert "✅ Ann" in flat.reads("ann", group_message)
    kept = next(m for m in flat.messages("ann") if m["message_id"] == group_message["message_id"])
    assert buttons_of(kept) == []
    assert await flat.later("ann", hours=23) == ""


async def test_a_group_is_silent_once_everybody_has_done_it(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/habit run every day at 21:00")
    await flat.says("ann", "/log run")
    assert await flat.later("ann", **EVENING) == ""
    assert "run" in await flat.later("ann", days=1)


async def test_answered_in_a_group(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/habit run every day at 21:00")
    await flat.later("ann", **EVENING)
    message = flat.newest("ann")
    assert "✅ run" in await flat.says("bob", "done", reply_to=message)
    assert "✅ Bob" not in flat.reads("ann", message), "Ann is missing still"
    assert "✅ run" in await flat.says("ann", "done", reply_to=message)
    assert "✅ Ann" in flat.reads("ann", message)


async def test_who_has_left_reads_nothing_more(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await anywhere.says("bob", "/start")
    await flat.says("ann", "/habit run every day at 21:00")
    await flat.says("bob", "/habits")
    await flat.presses("bob", "➕")
    await flat.later("ann", **EVENING)
    message = anywhere.newest("bob")
    shown = text_of(message)
    assert "run" in shown
    flat.telegram.leave(flat.chat("bob"), flat.user("bob"))
    await flat.settle()
    await flat.says("ann", "/log run")
    assert anywhere.reads("bob", message) == shown, "what became of it is told to nobody outside"
    assert await anywhere.later("bob", days=2) == ""


async def test_the_weekly_report_has_the_leaderboard(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await has_habit(flat, "ann", "run", done=[0, 1, 2])
    await flat.says("ann", "/settings weekly sunday 19:00")
    assert await flat.later("ann", days=4, hours=4, minutes=29) == ""
    said = await flat.later("ann", minutes=1)
    assert said.startswith("📊 The week")
    assert "🏅 Leaderboard\n1. Ann" in said
    assert "photo" not in flat.newest("ann")
    await flat.presses("ann", "🖼 Picture")
    assert flat.newest("ann")["photo"]
    assert await flat.later("ann", days=6, hours=23) == ""
    assert "Leaderboard" in await flat.later("ann", hours=1)
    await flat.says("ann", "/settings weekly off")
    assert await flat.later("ann", days=14) == ""


async def test_the_weekly_report_is_silent_without_anything_done(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/settings weekly sunday 19:00")
    assert await flat.later("ann", days=5) == ""
    await flat.says("ann", "/habit run every day")
    assert await flat.later("ann", days=7) == ""


async def test_who_comes_back_gets_one_summary(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/habit read every day at 21:00")
    anywhere.telegram.block(anywhere.user("ann"))
    assert await anywhere.later("ann", days=2) == ""
    anywhere.telegram.unblock(anywhere.user("ann"))
    said = await anywhere.says("ann", "/start")
    assert said.count("👋 While you were away") == 1
    assert "🔔 🟦 read" in await anywhere.later("ann", hours=7)


async def test_in_a_forum_it_comes_where_the_habit_is(anywhere: Conversation) -> None:
    design = anywhere.in_("design")
    await design.says("ann", "/habit run every day at 21:00")
    await design.says("ann", "/log run monday")
    await anywhere.in_("project").says("ann", "/settings weekly sunday 19:00")
    await design.later("ann", **EVENING)
    topic = design.town.design.id
    assert design.newest("ann")["message_thread_id"] == topic
    await design.later("ann", days=3, hours=22)
    report = design.newest("ann")
    assert "📊" in text_of(report)
    assert report["message_thread_id"] == topic


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ru", "🔥 На кону: 2 дня"),
        ("de", "🔥 Auf dem Spiel: 2 Tage"),
        ("es", "🔥 En juego: 2 días"),
    ],
)
async def test_in_other_languages(anywhere: Conversation, language: str, expected: str) -> None:
    await anywhere.says("ann", f"/language {language}")
    await anywhere.says("ann", "/habit read every day at 21:00")
    for day in ("yesterday", "monday"):
        await anywhere.says("ann", f"/log read {day}")
    assert expected in await anywhere.later("ann", **EVENING)
