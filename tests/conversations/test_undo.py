"""Taking back: the last command, a whole one, one's own, up to a day later."""

from __future__ import annotations

from tests.support.conversations import Conversation
from tests.support.messages import data_of


async def test_undo_takes_back_one_command_after_the_other(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    await chat.says("ann", "/move 1 friday")
    await chat.says("ann", "/edit 1 Oat milk #home")
    await chat.says("ann", "/done 1")
    assert "↩️ Reopened: #1 Oat milk" in await chat.says("ann", "/undo")
    assert "☐ 1 Oat milk · Fri 25 Sept #home" in await chat.says("ann", "/list")
    await chat.says("ann", "/undo")
    assert "☐ 1 Milk · Fri 25 Sept\n" in await chat.says("ann", "/list") + "\n"
    await chat.says("ann", "/undo")
    assert "Fri 25" not in await chat.says("ann", "/list")
    assert "Undone, now in the trash: #1 Milk" in await chat.says("ann", "/undo")
    assert "Nothing to undo" in await chat.says("ann", "/undo")


async def test_undo_takes_back_a_whole_command(chat: Conversation) -> None:
    await chat.adds("ann", "- Milk\n- Bread\n- Eggs")
    await chat.says("ann", "/done 1 2")
    said = await chat.says("ann", "/undo")
    assert "1 Milk" in said
    assert "2 Bread" in said
    assert "3 tasks" in await chat.says("ann", "/list")


async def test_the_button_takes_back_its_own_command(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    first = chat.newest("ann")
    await chat.adds("ann", "Bread")
    assert "in the trash: #1 Milk" in await chat.presses("ann", "↩️ Undo", on=first)
    assert chat.alert == "Undone"
    said = await chat.says("ann", "/list")
    assert "2 Bread" in said
    assert "#1" not in said


async def test_what_was_changed_since_is_not_taken_back_alone(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    await chat.says("ann", "/done 1")
    done = chat.newest("ann")
    await chat.says("ann", "/undo")
    await chat.says("ann", "/delete 1")
    alert = await chat.forges("ann", data_of(done, "↩️ Undo"), on=done)
    assert "Nothing to undo" in alert
    await chat.says("ann", "/undo")
    await chat.says("ann", "/edit 1 Bread")
    edited = chat.newest("ann")
    await chat.says("ann", "/edit 1 Butter")
    await chat.presses("ann", "↩️ Undo", on=edited)
    assert "#1 has been changed again since" in chat.alert
    assert "Butter" in await chat.says("ann", "/list")


async def test_undo_reaches_a_day_back(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    chat.time.pass_(hours=23, minutes=59)
    await chat.adds("ann", "Bread")
    await chat.says("ann", "/undo")
    assert "#1 Milk" in await chat.says("ann", "/undo")
    await chat.adds("ann", "Eggs")
    chat.time.pass_(hours=24, minutes=1)
    assert "24 hours" in await chat.says("ann", "/undo")


async def test_undo_is_for_ones_own_deeds(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    answer = flat.newest("ann")
    assert "Nothing to undo" in await flat.says("bob", "/undo")
    await flat.presses("bob", "↩️ Undo", on=answer)
    assert flat.alert == "Only Ann can undo this."
    await flat.says("bob", "/done 1")
    assert "changed again since" in await flat.says("ann", "/undo")
    assert "Reopened: #1 Milk" in await flat.says("bob", "/undo")
    assert "☐ 1 Milk" in await flat.says("ann", "/list")


async def test_undo_stays_in_its_chat(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    await anywhere.says("ann", "Bread")
    assert "#1 Milk" in await flat.says("ann", "/undo")
    assert "☐ 1 Bread" in await anywhere.says("ann", "/list")


async def test_undo_of_a_repeat_brings_the_occurrence_back(chat: Conversation) -> None:
    await chat.adds("ann", "Water the plants every day at 9:00\n- ferns")
    await chat.presses("ann", "✅ Done")
    assert "Fri 25 Sept, 09:00" in await chat.says("ann", "/list")
    await chat.says("ann", "/undo")
    assert "tomorrow, 09:00" in await chat.says("ann", "/list")


async def test_undo_on_the_card_deeds(chat: Conversation) -> None:
    await chat.adds("ann", "Milk\n- oat")
    await chat.says("ann", "/show 1")
    for deed in ("▶️ Start", "🗑 Delete"):
        await chat.presses("ann", deed)
    await chat.says("ann", "/undo")
    assert "▶️ in progress" in await chat.says("ann", "/show 1")
    await chat.presses("ann", "☑️ Checklist")
    await chat.presses("ann", "☐ oat")
    await chat.says("ann", "/undo")
    assert "☐ oat" in await chat.says("ann", "/show 1")
