"""Reminders as people meet them: they come, are put off, answered, explained, and stay away."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, text_of

OWN = ["✅ Done", "💤 10 min", "💤 1 h", "💤 3 h", "💤 Tomorrow", "…"]


async def test_at_its_time(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    assert await chat.later("ann", minutes=29, seconds=59) == ""
    said = await chat.later("ann", seconds=1)
    assert said.startswith("🔔 #1 Call mom\n⏰ now · ")
    assert "late" not in said
    assert chat.buttons("ann") == OWN
    assert await chat.later("ann", days=3) == ""


async def test_before_and_after(chat: Conversation) -> None:
    await chat.adds("ann", "Pay rent tomorrow at 15:00 remind 1d and 1h before")
    assert await chat.later("ann", minutes=29) == ""
    assert "⏰ in 1 day" in await chat.later("ann", minutes=1)
    assert "⏰ in 1 hour" in await chat.later("ann", hours=23)
    assert await chat.later("ann", hours=24) == "", "its own reminders take the place of the usual"


@pytest.mark.parametrize(
    ("language", "said", "shown"),
    [
        ("en", "Meeting at 15:00 remind 30 min after", "30 minutes after"),
        ("de", "Treffen um 15 Uhr erinnern 30 Minuten danach", "30 Minuten danach"),
        ("ru", "Встреча в 15:00 напомнить через 30 минут после", "30 минут после срока"),
        ("es", "Reunión a las 15:00 recordar 30 minutos después", "30 minutos después"),
    ],
)
async def test_after_what_is_due(
    anywhere: Conversation, language: str, said: str, shown: str
) -> None:
    await anywhere.says("ann", f"/language {language}")
    assert f"🔔 {shown}" in await anywhere.says("ann", said)
    assert await anywhere.later("ann", minutes=59) == ""
    assert "🔔 #1" in await anywhere.later("ann", minutes=1)
    await anywhere.says("ann", "/show 1")
    card = text_of(anywhere.newest("ann"))
    assert shown in card, "its own reminders stand on its card"


async def test_a_card_shows_reminders_and_nagging(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 16:00", "Pay rent friday remind 1d before nag 20m")
    said = await chat.says("ann", "/show 1")
    assert "🔔" not in said, "the usual ones need no words"
    said = await chat.says("ann", "/show 2")
    assert "🔔 1 day before\n📣 every 20 minutes until it's done" in said
    await chat.presses("ann", "🔔 Reminders")
    await chat.presses("ann", "🔕 Never")
    assert "🔕 no reminder" in await chat.says("ann", "/show 2")


async def test_reminders_said_in_an_edit(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 16:00")
    said = await chat.says("ann", "/edit 1 remind 10 min before nag 20m")
    assert "🔔 10 minutes before\n📣 every 20 minutes until it's done" in said.replace(" · ", "\n")
    said = await chat.says("ann", "/edit 1 Call dad")
    assert "🔔 10 minutes before" in said, "what is not said stays"
    assert "⏰ in 10 minutes" in await chat.later("ann", hours=1, minutes=20)
    await chat.says("ann", "/undo")
    assert "#1 Call mom" in await chat.says("ann", "/undo")


async def test_lengths_are_said_exactly(chat: Conversation) -> None:
    await chat.adds("ann", "Gym at 18:00 remind 90 min before")
    assert "⏰ in 1 hour 30 minutes" in await chat.later("ann", hours=2)
    await chat.presses("ann", "…")
    await chat.presses("ann", "Why?")
    assert "1 hour 30 minutes before" in chat.alert
    chat.time.pass_(days=1, hours=3)
    await chat.says("ann", "/snooze 1 in 1 min")
    assert "⏰ 1 day 2 hours overdue" in await chat.later("ann", minutes=1)


async def test_reminders_chosen_by_buttons(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 16:00")
    await chat.says("ann", "/show 1")
    await chat.presses("ann", "🔔 Reminders")
    assert "✓ At the due time" in chat.buttons("ann")
    await chat.presses("ann", "10 minutes before")
    await chat.presses("ann", "1 hour before")
    await chat.presses("ann", "✓ At the due time")
    assert "🔔 10 minutes before, 1 hour before" in text_of(chat.newest("ann"))
    assert "⏰ in 1 hour" in await chat.later("ann", minutes=30)
    assert "⏰ in 10 minutes" in await chat.later("ann", minutes=50)
    assert await chat.later("ann", minutes=10) == ""


async def test_none_and_the_usual(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00", "Call dad at 15:00")
    for _ in range(2):
        await chat.says("ann", "/show 1")
        await chat.presses("ann", "🔔 Reminders")
        await chat.presses("ann", "🔕 Never")
        assert "🔕 no reminder" in text_of(chat.newest("ann"))
        await chat.presses("ann", "↺ As usual")
        assert "no reminder" not in text_of(chat.newest("ann"))
    await chat.presses("ann", "🔕 Never")
    said = await chat.later("ann", minutes=30)
    assert "Call dad" in said
    assert "Call mom" not in said


async def test_reminders_said_in_words(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom tomorrow at 16:00")
    await chat.says("ann", "/show 1")
    await chat.presses("ann", "🔔 Reminders")
    await chat.presses("ann", "⌨️ Type it")
    assert "I couldn't read “soon”" in await chat.answers("ann", "soon")
    await chat.says("ann", "/show 1")
    await chat.presses("ann", "🔔 Reminders")
    await chat.presses("ann", "⌨️ Type it")
    assert "🔔 1 day before, 2 hours before" in await chat.answers("ann", "1 day and 2h before")
    await chat.says("ann", "the day before at 19:00", reply_to=chat.newest("ann"))
    assert "⏰ in 1 day" in await chat.later("ann", hours=1, minutes=30)
    assert "⏰ in 21 hours" in await chat.later("ann", hours=3)
    assert "⏰ in 2 hours" in await chat.later("ann", hours=19)


async def test_a_whole_day_is_reminded_of_in_the_morning(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk tomorrow")
    assert await chat.later("ann", hours=18, minutes=29) == ""
    said = await chat.later("ann", minutes=1)
    assert said.startswith("🔔 #1 Buy milk\n⏰ today")
    assert await chat.later("ann", days=2) == ""


async def test_the_usual_reminders_are_a_setting(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Call mom at 16:00", "Buy milk friday")
    await anywhere.says("ann", "/settings")
    await anywhere.presses("ann", "🔔 Reminders")
    await anywhere.presses("ann", "🔔 Tasks with a time")
    await anywhere.presses("ann", "1 hour before")
    await anywhere.says("ann", "/settings")
    await anywhere.presses("ann", "🔔 Reminders")
    await anywhere.presses("ann", "🌅 All-day time")
    await anywhere.presses("ann", "07:00")
    assert "⏰ in 1 hour" in await anywhere.later("ann", minutes=30)
    assert "⏰ now" in await anywhere.later("ann", hours=1)
    assert await anywhere.later("ann", hours=38, minutes=59) == ""
    assert "#2 Buy milk" in await anywhere.later("ann", minutes=1)


async def test_nagging_until_it_is_done(chat: Conversation) -> None:
    await chat.adds("ann", "Take pills at 15:00 nag 15m")
    assert "Take pills" in await chat.later("ann", minutes=30)
    assert "⏰ 15 minutes overdue" in await chat.later("ann", minutes=15)
    await chat.presses("ann", "…")
    await chat.presses("ann", "Why?")
    assert chat.alert.startswith("You asked me to nag you until it's done.")
    assert "⏰ 30 minutes overdue" in await chat.later("ann", minutes=15)
    await chat.presses("ann", "✅ Done")
    assert await chat.later("ann", hours=5) == ""


async def test_nagging_ends_after_ten_times(chat: Conversation) -> None:
    await chat.adds("ann", "Take pills at 15:00 nag 10m")
    said = [await chat.later("ann", minutes=30)]
    said += [await chat.later("ann", minutes=10) for _ in range(14)]
    assert [bool(one) for one in said] == [True] * 11 + [False] * 4


async def test_nagging_is_stopped(chat: Conversation) -> None:
    await chat.adds("ann", "Take pills at 15:00 nag 10m")
    await chat.later("ann", minutes=30)
    await chat.later("ann", minutes=10)
    await chat.presses("ann", "…")
    await chat.presses("ann", "🔕 Stop nagging")
    assert chat.alert == "I won't nag you about this one any more."
    assert await chat.later("ann", hours=5) == ""
    assert "Take pills" in await chat.says("ann", "/list")


async def test_nagging_begins_for_what_is_due_already(chat: Conversation) -> None:
    await chat.adds("ann", "Take pills at 15:00")
    await chat.later("ann", minutes=30)
    await chat.says("ann", "/show 1")
    await chat.presses("ann", "🔔 Reminders")
    await chat.presses("ann", "📣 Nag me")
    assert "Take pills" in await chat.later("ann", minutes=15)
    assert "Take pills" in await chat.later("ann", minutes=15)


async def test_nagging_goes_on_after_a_snooze(chat: Conversation) -> None:
    await chat.adds("ann", "Take pills at 15:00 nag 15m")
    await chat.later("ann", minutes=30)
    await chat.later("ann", minutes=15)
    await chat.presses("ann", "💤 1 h")
    assert await chat.later("ann", minutes=59) == ""
    assert "Take pills" in await chat.later("ann", minutes=1)
    assert "Take pills" in await chat.later("ann", minutes=15)


async def test_nagging_keeps_quiet_hours(anywhere: Conversation) -> None:
    await quiet(anywhere)
    await anywhere.adds("ann", "Take pills at 21:50 nag 15m")
    assert "Take pills" in await anywhere.later("ann", hours=7, minutes=20)
    assert await anywhere.later("ann", hours=10) == ""
    said = await anywhere.later("ann", minutes=10)
    assert "Take pills" in said
    assert "⌛ Sent" not in said


async def quiet(chat: Conversation, hours: str = "22:00–08:00", who: str = "ann") -> None:
    await chat.says(who, "/settings")
    await chat.presses(who, "🔔 Reminders")
    await chat.presses(who, "🌙 Quiet hours")
    await chat.presses(who, hours)


async def test_quiet_hours(anywhere: Conversation) -> None:
    """What was set for a time inside them comes then; what merely falls into them waits."""
    await quiet(anywhere)
    await anywhere.says("ann", "/settings")
    await anywhere.presses("ann", "🔔 Reminders")
    await anywhere.presses("ann", "🔔 Tasks with a time")
    await anywhere.presses("ann", "1 hour before")
    await anywhere.adds(
        "ann", "Night train at 23:30", "Tea at 3:00", "Sleep at 1:00 remind 2h before"
    )
    assert "Sleep" in await anywhere.later("ann", hours=8, minutes=30)  # 23:00
    assert "Night train\n⏰ now" in await anywhere.later("ann", minutes=30)
    assert "Tea\n⏰ now" in await anywhere.later("ann", hours=3, minutes=30)
    said = await anywhere.later("ann", hours=5)
    assert said.count("🔔") == 2, said
    assert "⌛ Sent" not in said


async def test_a_setting_that_changes_in_quiet_hours_loses_nothing(anywhere: Conversation) -> None:
    await quiet(anywhere)
    await anywhere.says("ann", "/settings")
    await anywhere.presses("ann", "🔔 Reminders")
    await anywhere.presses("ann", "🔔 Tasks with a time")
    await anywhere.presses("ann", "1 hour before")
    await anywhere.presses("ann", "✓ at the due time")
    await anywhere.adds("ann", "Swim tomorrow 0:30")
    await anywhere.later("ann", hours=10)
    await anywhere.says("ann", "/language en")
    await quiet(anywhere, "22:00–07:00")
    assert await anywhere.later("ann", hours=6, minutes=29) == ""
    assert "Swim" in await anywhere.later("ann", minutes=1)


@pytest.mark.parametrize(
    ("button", "length"),
    [
        ("💤 10 min", {"minutes": 10}),
        ("💤 1 h", {"hours": 1}),
        ("💤 3 h", {"hours": 3}),
        ("💤 Tomorrow", {"hours": 18}),
        ("💤 This evening", {"hours": 4}),
        ("💤 Next week", {"days": 4, "hours": 18}),
    ],
)
async def test_snooze_by_buttons(chat: Conversation, button: str, length: dict[str, float]) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    await chat.later("ann", minutes=30)
    if button not in OWN:
        await chat.presses("ann", "…")
    said = await chat.presses("ann", button)
    assert said.startswith("💤 #1 Call mom: I'll remind you "), said
    assert chat.buttons("ann") == []
    chat.time.pass_(seconds=-1)
    assert await chat.later("ann", **length) == ""
    said = await chat.later("ann", seconds=1)
    assert said.startswith("🔔 #1 Call mom"), said
    assert "⌛ Sent" not in said
    await chat.presses("ann", "…")
    await chat.presses("ann", "Why?")
    assert chat.alert.startswith("You snoozed it until now.")
    assert await chat.later("ann", days=9) == ""


async def test_snooze_by_a_command(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00", "Buy milk")
    await chat.says("ann", "/snooze 1 in 2 hours")
    await chat.says("ann", "/snooze 2 20:00")
    assert await chat.later("ann", minutes=30) == "", "a snooze says: not before"
    assert "Call mom" in await chat.later("ann", minutes=90)
    assert "🔔 #2 Buy milk" in await chat.later("ann", hours=4)
    assert "couldn't read" in await chat.says("ann", "/snooze 2 yesterday 9:00")
    await chat.says("ann", "/done 2")
    assert "is already done" in await chat.says("ann", "/snooze 2 in 2 hours")


async def test_a_later_snooze_takes_the_place_of_an_earlier_one(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 18:00")
    await chat.says("ann", "/snooze 1 tomorrow 9:00")
    await chat.says("ann", "/snooze 1 in 1 hour")
    assert "Call mom" in await chat.later("ann", hours=1)
    assert "⏰ now" in await chat.later("ann", hours=2, minutes=30)
    assert await chat.later("ann", hours=20) == ""


async def test_a_setting_does_not_wake_what_is_snoozed(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Call mom at 18:00", "Buy milk")
    await anywhere.says("ann", "/snooze 1 tomorrow 9:00")
    await anywhere.says("ann", "/snooze 2 tomorrow 9:00")
    await quiet(anywhere)
    assert await anywhere.later("ann", hours=9) == ""
    said = await anywhere.later("ann", hours=10)
    assert "Call mom" in said
    assert "Buy milk" in said


async def test_snooze_until_another_time(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    await chat.later("ann", minutes=30)
    await chat.presses("ann", "…")
    asked = await chat.presses("ann", "⌨️ Other time")
    assert "Until when?" in asked
    assert "I'll remind you" in await chat.answers("ann", "in 25 min")
    assert "Call mom" in await chat.later("ann", minutes=25)


async def test_a_reply_moves_the_reminder(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    await chat.later("ann", minutes=30)
    reminder = chat.newest("ann")
    said = await chat.says("ann", "tomorrow 9", reply_to=reminder)
    assert said.startswith("💤 #1 Call mom: I'll remind you ")
    assert chat.reads("ann", reminder).startswith("💤 #1 Call mom: I'll remind you tomorrow")
    assert "15:00" in await chat.says("ann", "/show 1"), "the task stays where it is"
    assert "Call mom" in await chat.later("ann", hours=18)


async def test_a_reply_completes_or_deletes(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00", "Call dad at 15:01")
    await chat.later("ann", minutes=31)
    mom, dad = chat.messages("ann")[-2:]
    assert "✅ Done: #1 Call mom" in await chat.says("ann", "done", reply_to=mom)
    assert "In the trash: #2 Call dad" in await chat.says("ann", "delete", reply_to=dad)
    assert chat.reads("ann", mom) == "✅ Done: #1 Call mom"
    assert chat.reads("ann", dad) == "🗑 In the trash: #2 Call dad"


async def test_a_reply_that_is_no_time_changes_the_task(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    await chat.later("ann", minutes=30)
    await chat.answers("ann", "#family")
    assert "#family" in await chat.says("ann", "/show 1")


async def test_a_reply_does_what_the_buttons_do(chat: Conversation) -> None:
    await chat.adds("ann", "Take pills every day at 15:00 nag 15m", "Call mom at 15:01")
    await chat.later("ann", minutes=31)
    pills, mom = chat.messages("ann")[-2:]
    said = await chat.says("ann", "remind me in 2 hours", reply_to=mom)
    assert said.startswith("💤 #2 Call mom: I'll remind you ")
    assert "15:01" in await chat.says("ann", "/show 2"), "the task stays where it is"
    assert "doesn't repeat" in await chat.says("ann", "skip", reply_to=mom)
    assert "I won't nag you" in await chat.says("ann", "Stop nagging", reply_to=pills)
    assert "📣" not in await chat.says("ann", "/show 1")
    assert "next " in await chat.says("ann", "skip this one", reply_to=pills)
    assert "tomorrow, 15:00" in await chat.says("ann", "/show 1")


async def test_why_says_the_rule(chat: Conversation) -> None:
    await chat.adds("ann", "Water plants every day at 15:00 remind 10 min before")
    await chat.later("ann", minutes=20)
    await chat.presses("ann", "…")
    await chat.presses("ann", "Why?")
    reason, due, rule, following = chat.alert.splitlines()
    assert reason == "You asked to be reminded 10 minutes before."
    assert due.startswith("Due: ")
    assert rule == "🔁 every day at 15:00"
    assert "tomorrow at 14:50" in following, "it comes, answered or not"


async def test_why(chat: Conversation) -> None:
    await chat.adds("ann", "Pay rent tomorrow at 15:00 remind 1d and 1h before")
    await chat.later("ann", minutes=30)
    await chat.presses("ann", "…")
    await chat.presses("ann", "Why?")
    reason, due, following = chat.alert.splitlines()
    assert reason == "You asked to be reminded 1 day before."
    assert due.startswith("Due: ")
    assert following.startswith("Next reminder: ")
    await chat.later("ann", hours=23)
    await chat.presses("ann", "…")
    await chat.presses("ann", "Why?")
    assert "Next reminder" not in chat.alert


async def test_more_and_back(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00", "Water plants at 15:01 every day")
    await chat.later("ann", minutes=31)
    mom, plants = chat.messages("ann")[-2:]
    await chat.presses("ann", "…", on=mom)
    more = ["💤 This evening", "💤 Next week", "⌨️ Other time", "📅 Move the task"]
    assert buttons_of(chat.messages("ann")[-2]) == [*more, "Why?", "✏️ Open", "‹ Back"]
    await chat.presses("ann", "…", on=plants)
    assert chat.buttons("ann") == [*more, "⏭ Skip this one", "Why?", "✏️ Open", "‹ Back"]
    await chat.presses("ann", "‹ Back", on=plants)
    assert chat.buttons("ann") == OWN
    await chat.presses("ann", "✏️ Open", on=mom)
    assert chat.reads("ann", mom).startswith("#1 Call mom")


async def test_move_the_task(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    await chat.later("ann", minutes=30)
    await chat.presses("ann", "…")
    await chat.presses("ann", "📅 Move the task")
    await chat.presses("ann", "Tomorrow")
    assert "Call mom" in await chat.later("ann", days=1)


async def test_skip_this_one(chat: Conversation) -> None:
    await chat.adds("ann", "Water plants at 15:00 every day")
    await chat.later("ann", minutes=30)
    await chat.presses("ann", "…")
    assert "next " in await chat.presses("ann", "⏭ Skip this one")
    assert await chat.later("ann", hours=23, minutes=59) == ""
    assert "Water plants" in await chat.later("ann", minutes=1)


async def test_a_task_that_repeats_moves_on(chat: Conversation) -> None:
    await chat.adds("ann", "Water plants at 15:00 every day")
    for _ in range(3):
        assert "Water plants\n⏰ now" in await chat.later("ann", minutes=30)
        await chat.presses("ann", "💤 1 h")
        assert "Water plants\n⏰ 1 hour overdue" in await chat.later("ann", hours=1)
        said = await chat.presses("ann", "✅ Done")
        assert "15:00" in said, "a snooze does not move the series"
        assert await chat.later("ann", hours=22) == ""
        chat.time.pass_(minutes=30)


@pytest.mark.parametrize("deed", ["/done 1", "/delete 1", "/move 1 tomorrow 9:00"])
async def test_what_is_done_away_with_reminds_no_more(chat: Conversation, deed: str) -> None:
    await chat.adds("ann", "Call mom at 15:00 remind 10 min before", "Call dad at 15:00")
    await chat.says("ann", "/snooze 1 14:55")
    await chat.says("ann", deed)
    said = await chat.later("ann", minutes=30)
    assert "Call dad" in said
    assert "Call mom" not in said
    assert await chat.says("ann", "/undo")
    assert "Call mom" not in await chat.later("ann", minutes=1), "that's past"


async def test_undo_brings_the_reminder_back(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00", "Call dad at 15:00")
    await chat.says("ann", "/done 1")
    await chat.says("ann", "/undo")
    await chat.says("ann", "/delete 2")
    await chat.says("ann", "/undo")
    said = await chat.later("ann", minutes=30)
    assert said.count("🔔") == 2


async def test_a_message_is_closed_when_it_is_acted_on_elsewhere(chat: Conversation) -> None:
    await chat.adds("ann", *(f"Task {n} at 16:0{n} remind 1h before" for n in range(4)))
    await chat.later("ann", minutes=33)
    messages = chat.messages("ann")[-4:]
    await chat.says("ann", "/done 1")
    await chat.says("ann", "/delete 2")
    await chat.says("ann", "/move 3 tomorrow 9:00")
    await chat.says("ann", "/snooze 4 in 2 hours")
    assert [chat.reads("ann", one).splitlines()[0][:8] for one in messages] == [
        "✅ Done: ",
        "🗑 In the",
        "📅 #3 Tas",
        "💤 #4 Tas",
    ]
    edited = {one["message_id"] for one in messages}
    kept = [one for one in chat.messages("ann") if one["message_id"] in edited]
    assert [buttons_of(one) for one in kept] == [[]] * 4


async def test_a_pressed_reminder_keeps_what_the_press_says(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    await chat.later("ann", minutes=30)
    said = await chat.presses("ann", "✅ Done")
    await chat.later("ann", minutes=30)
    assert chat.reads("ann", chat.newest("ann")) == said
    assert "↩️ Undo" in chat.buttons("ann") or "↩️ Reopen" in chat.buttons("ann")


async def test_a_deleted_reminder_is_not_said_again(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    await chat.later("ann", minutes=30)
    chat.telegram.delete_message(chat.newest("ann"))
    chat.setup.trouble_is_meant = True
    said = await chat.says("ann", "/done 1")
    assert said.count("Call mom") == 1
