"""A task's card: every action is a button, and every button leads back."""

from __future__ import annotations

from bot.routes import VERBS
from tests.support.conversations import Conversation
from tests.support.messages import data_of, presses_of

ACTIONS = {
    *("✅ Done", "▶️ Start", "📅 Date", "🔁 Repeat", "❗ Priority", "🏷 Tags", "✏️ Title"),
    *("📝 Notes", "☑️ Checklist", "📎 Files", "🕘 History", "🗑 Delete", "‹ List"),
}


async def a_card(chat: Conversation, text: str = "Buy milk") -> None:
    await chat.adds("ann", text)
    await chat.says("ann", "/show 1")


async def test_a_card_has_every_action(chat: Conversation) -> None:
    await a_card(chat)
    opened = chat.buttons("ann")
    assert set(opened) >= ACTIONS
    there = len(chat.messages("ann"))
    for button in ("📅 Date", "❗ Priority", "🏷 Tags", "☑️ Checklist", "📎 Files", "🕘 History"):
        await chat.presses("ann", button)
        await chat.presses("ann", "‹ Back")
        assert chat.buttons("ann") == opened, button
    assert len(chat.messages("ann")) == there


async def test_done_and_reopened(chat: Conversation) -> None:
    await a_card(chat)
    said = await chat.presses("ann", "✅ Done")
    assert "✅ done today at 14:30 by Ann" in said
    assert chat.alert == "Done"
    assert chat.buttons("ann")[0] == "↩️ Reopen"
    assert "✅ done" not in await chat.presses("ann", "↩️ Reopen")
    assert set(chat.buttons("ann")) >= ACTIONS


async def test_started_and_not(chat: Conversation) -> None:
    await a_card(chat)
    assert "▶️ in progress" in await chat.presses("ann", "▶️ Start")
    assert "▶️ in progress" not in await chat.presses("ann", "⏸ Stop")


async def test_deleted_and_restored(chat: Conversation) -> None:
    await a_card(chat)
    said = await chat.presses("ann", "🗑 Delete")
    assert "🗑 in the trash" in said
    assert chat.buttons("ann") == ["♻️ Restore", "‹ List"]
    assert "in the trash" not in await chat.presses("ann", "♻️ Restore")
    assert set(chat.buttons("ann")) >= ACTIONS


async def test_priority(chat: Conversation) -> None:
    await a_card(chat)
    assert "How important is it?" in await chat.presses("ann", "❗ Priority")
    assert "❗ high priority" in await chat.presses("ann", "❗ High")
    await chat.presses("ann", "❗ Priority")
    assert "🔽 low priority" in await chat.presses("ann", "🔽 Low")
    await chat.presses("ann", "❗ Priority")
    assert "priority" not in await chat.presses("ann", "▪️ Medium")


async def test_tags_are_put_on_and_taken_off(chat: Conversation) -> None:
    await a_card(chat)
    await chat.adds("ann", "Paint #home #Straße")
    await chat.says("ann", "/show 1")
    await chat.presses("ann", "🏷 Tags")
    assert chat.buttons("ann") == ["#home", "#Straße", "➕ New tag", "‹ Back"]
    assert "🏷 #home" in await chat.presses("ann", "#home")
    assert "✓ #home" in chat.buttons("ann")
    assert "🏷" not in (await chat.presses("ann", "✓ #home")).replace("🏷 Tags", "")
    await chat.presses("ann", "➕ New tag")
    said = await chat.answers("ann", "garden #STRASSE")
    assert "🏷 #garden #Straße" in said


async def test_the_checklist_is_ticked_and_cleared(chat: Conversation) -> None:
    await a_card(chat, "Shopping\n- Milk\n- Bread")
    await chat.presses("ann", "☑️ Checklist")
    assert chat.buttons("ann") == ["☐ Milk", "☐ Bread", "➕ Add items", "‹ Back"]
    assert "☑️ 1 of 2" in await chat.presses("ann", "☐ Milk")
    assert chat.buttons("ann")[0] == "☑ Milk"
    assert "☑️ 0 of 2" in await chat.presses("ann", "☑ Milk")
    await chat.presses("ann", "☐ Bread")
    await chat.presses("ann", "🧹 Remove ticked")
    assert chat.buttons("ann") == ["☐ Milk", "➕ Add items", "‹ Back"]
    await chat.presses("ann", "➕ Add items")
    said = await chat.answers("ann", "- Butter\n\n2) Eggs")
    assert "☐ Milk\n☐ Butter\n☐ Eggs" in said


async def test_a_checklist_may_be_begun_on_the_card(chat: Conversation) -> None:
    await a_card(chat)
    assert "No checklist yet" in await chat.presses("ann", "☑️ Checklist")
    await chat.presses("ann", "➕ Add items")
    assert "☐ Oat" in await chat.answers("ann", "Oat")


async def test_title_and_notes(chat: Conversation) -> None:
    await a_card(chat)
    assert "new title of #1 Buy milk" in await chat.presses("ann", "✏️ Title")
    assert "#1 Buy oat milk" in await chat.answers("ann", "Buy oat milk")
    await chat.presses("ann", "📝 Notes")
    assert "The <good> one" in await chat.answers("ann", "The <good> one\nnot the other")
    await chat.presses("ann", "📝 Notes")
    assert "good" not in await chat.answers("ann", "-")
    await chat.presses("ann", "✏️ Title")
    assert "200 characters" in await chat.answers("ann", "x" * 201)


async def test_files_are_added_and_shown_again(anywhere: Conversation) -> None:
    await a_card(anywhere)
    assert "No files yet" in await anywhere.presses("ann", "📎 Files")
    await anywhere.presses("ann", "➕ Add a file")
    assert "➕ #2 a file" in await anywhere.says("ann", "a file"), "no answer is lost"
    assert "📎 one file" in await anywhere.sends_photo("ann")
    await anywhere.presses("ann", "📎 Files")
    await anywhere.presses("ann", "➕ Add a file")
    await anywhere.sends_document("ann", "list.txt")
    await anywhere.presses("ann", "📎 Files")
    before = len(anywhere.messages("ann"))
    await anywhere.presses("ann", "👁 Show")
    shown = anywhere.messages("ann")[before:]
    assert [("photo" in one, "document" in one) for one in shown] == [(True, False), (False, True)]


async def test_history_says_who_did_what(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await a_card(flat)
    await flat.says("bob", "/move 1 friday")
    await flat.says("chen", "/done 1")
    said = await flat.presses("ann", "🕘 History", on=flat.with_button("ann", "🕘 History"))
    assert [line.partition("· ")[2] for line in said.splitlines()[2:]] == [
        "Chen: done",
        "Bob: moved (date: – → Fri 25 Sept)",
        "Ann: added",
    ]


async def test_the_calendar_chooses_a_day_and_a_time(chat: Conversation) -> None:
    await a_card(chat)
    said = await chat.presses("ann", "📅 Date")
    assert "When is it due?" in said
    buttons = chat.buttons("ann")
    assert buttons[:4] == ["Today", "Tomorrow", "Next week", "No date"]
    assert buttons[4:11] == ["M", "T", "W", "T", "F", "S", "S"]
    assert "[23]" in buttons
    assert buttons[-5:] == ["‹", "Sept 2026", "›", "⌨️", "‹ Back"]
    await chat.presses("ann", "›")
    assert "Oct 2026" in chat.buttons("ann")
    assert "What time?" in await chat.presses("ann", "15")
    assert "Thu 15 Oct, 18:00" in await chat.presses("ann", "18:00")
    await chat.presses("ann", "📅 Date")
    assert "Oct 2026" in chat.buttons("ann")
    assert "✓15" in chat.buttons("ann")
    assert "Fri 16 Oct, 18:00" in await chat.presses("ann", "16")
    await chat.presses("ann", "📅 Date")
    assert "📅" not in await chat.presses("ann", "No date")


async def test_the_calendar_has_short_ways(chat: Conversation) -> None:
    await a_card(chat)
    for button, shown in (
        ("Today", "today"),
        ("Tomorrow", "tomorrow"),
        ("Next week", "Mon 28 Sept"),
    ):
        await chat.presses("ann", "📅 Date")
        assert f"#1 Buy milk · {shown}\n" in await chat.presses("ann", button)
        assert f"📅 {shown}\n" in await chat.presses("ann", "No time")


async def test_the_calendar_takes_typed_words(chat: Conversation) -> None:
    await a_card(chat)
    await chat.presses("ann", "📅 Date")
    card = chat.newest("ann")
    await chat.presses("ann", "⌨️")
    said = await chat.answers("ann", "in 2 days")
    assert said.startswith("#1 Buy milk\n📅 Fri 25 Sept\n")
    assert chat.reads("ann", card) == said


async def test_every_half_hour_is_offered_by_pages(chat: Conversation) -> None:
    await a_card(chat)
    await chat.presses("ann", "📅 Date")
    await chat.presses("ann", "Tomorrow")
    assert chat.buttons("ann")[:8] == [
        *("08:00", "09:00", "12:00", "15:00"),
        *("18:00", "19:00", "20:00", "22:00"),
    ]
    await chat.presses("ann", "18:00–23:30")
    assert chat.buttons("ann")[:3] == ["18:00", "18:30", "19:00"]
    assert "📅 tomorrow, 20:30" in await chat.presses("ann", "20:30")


async def test_the_calendar_stands_below_a_new_task(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk")
    await chat.presses("ann", "📅 Date")
    await chat.presses("ann", "Tomorrow")
    assert "📅 tomorrow, 09:00" in await chat.presses("ann", "09:00")


async def test_the_calendar_ends_nowhere(chat: Conversation) -> None:
    await chat.adds("ann", "Party 2026-12-31")
    await chat.presses("ann", "📅 Date")
    for month in ("Dec 2026", "Jan 2027", "Feb 2027"):
        assert month in chat.buttons("ann")
        await chat.presses("ann", "›")
    key = data_of(chat.with_button("ann", "›"), "‹").split(":")[2]
    for month in ("000101", "099912", "100001", "999812", "999912", "2026-1", "x"):
        await chat.forges("ann", f"2:month:{key}:{month}", on=chat.newest("ann"))
    for day in ("00010101", "99991231", "20260230", "x"):
        alert = await chat.forges("ann", f"2:day:{key}:{day}", on=chat.newest("ann"))
        assert "older message" in alert, day


async def test_a_far_date_keeps_its_century(chat: Conversation) -> None:
    await chat.adds("ann", "Party 2071-05-03")
    await chat.presses("ann", "📅 Date")
    assert "May 2071" in chat.buttons("ann")
    await chat.presses("ann", "›")
    await chat.presses("ann", "7")
    assert "Sun, 7 Jun 2071" in await chat.presses("ann", "No time")


async def test_old_buttons_answer_politely(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk")
    answer = chat.newest("ann")
    await chat.says("ann", "/delete 1")
    assert "🗑 in the trash" in await chat.presses("ann", "✅ Done", on=answer)
    assert chat.alert == "In the trash"
    await chat.adds("ann", "Bread")
    answer = chat.newest("ann")
    await chat.says("ann", "/done 2")
    await chat.presses("ann", "✅ Done", on=answer)
    assert chat.alert == "Already so."


async def test_a_card_of_a_deleted_task_changes_nothing(chat: Conversation) -> None:
    await a_card(chat)
    card = chat.newest("ann")
    await chat.says("ann", "/delete 1")
    for button in ("✅ Done", "▶️ Start", "🗑 Delete"):
        await chat.forges("ann", data_of(card, button), on=card)
        assert "in the trash" in chat.reads("ann", card), button
        assert "Nothing is done yet" in await chat.says("ann", "/list done")


async def test_every_verb_of_the_table_stands_on_some_button(chat: Conversation) -> None:
    seen = set()
    await chat.adds("ann", "Milk #a\n- one\n- two")
    await chat.says("ann", "/show 1")
    for path in (
        [],
        ["✅ Done"],
        ["↩️ Reopen"],
        ["❗ Priority"],
        ["‹ Back", "🏷 Tags"],
        ["‹ Back", "☑️ Checklist", "☐ one"],
        ["‹ Back", "📎 Files"],
        ["‹ Back", "📅 Date"],
        ["Today"],
        ["‹ Back", "🗑 Delete"],
    ):
        for button in path:
            await chat.presses("ann", button)
        seen |= verbs_of(chat)
    await chat.adds("ann", "Bread")
    seen |= verbs_of(chat)
    picture = {"sendfiles"}  # below a task with a file: see the tests of files
    private = {"cancel"}  # below a question in private
    of_cards = {
        *("list", "card", "done", "tick", "reopen", "begin", "del", "restore", "pris", "pri"),
        *("tags", "tag", "items", "item", "clear", "files", "past", "date", "month", "day"),
        *("nodate", "time", "notime", "ask", "undo", "noop"),
    }
    assert of_cards <= seen
    assert of_cards | picture | private <= VERBS.keys()


def verbs_of(chat: Conversation) -> set[str]:
    return {data.split(":")[1] for data in presses_of(chat.newest("ann"))}


async def test_a_typed_repeat_keeps_the_time_and_asks_what_is_meant(chat: Conversation) -> None:
    await chat.adds("ann", "Club tomorrow 9:00")
    await chat.says("ann", "/show 1")
    await chat.presses("ann", "🔁 Repeat")
    await chat.presses("ann", "⌨️ Type it")
    said = await chat.answers("ann", "every second tuesday")
    assert "every second Tuesday of the month at 09:00" in said
    said = await chat.presses("ann", "every 2 weeks on Tuesday at 09:00")
    assert "every 2 weeks on Tuesday at 09:00" in said
    assert chat.with_button("ann", "every second Tuesday of the month at 09…")
    said = await chat.presses("ann", "💾 Save")
    assert "🔁 every 2 weeks on Tuesday at 09:00" in said
    assert "📅 Tue 29 Sept, 09:00" in said


async def test_a_typed_title_is_read_as_edit_reads_it(chat: Conversation) -> None:
    await chat.adds("ann", "Dentist tomorrow 9:00")
    await chat.says("ann", "/show 1")
    await chat.presses("ann", "✏️ Title")
    said = await chat.answers("ann", "Call the dentist friday #health !high")
    assert said.splitlines()[:4] == [
        "#1 Call the dentist",
        "📅 Fri 25 Sept, 09:00",
        "❗ high priority",
        "🏷 #health",
    ]
