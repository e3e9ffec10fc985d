"""Who did what: history of a list and of a task, and a group's week in one message."""

from __future__ import annotations

import pytest

from bot.routes import COMMANDS
from tests.support.conversations import Conversation
from tests.support.messages import lines, text_of
from tests.support.spending import press, sent

ASKS = ("/stats week", "/history week", "/stats неделя", "/stats Woche", "/history semana")


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """A week of the flat: Ann has done two tasks, Bob one, one is overdue, two are open."""
    flat = anywhere.in_("flat")
    await flat.says("ann", "/timezone Berlin")
    await flat.says("bob", "/list")
    await flat.adds("ann", "Milk", "Bread", "Eggs", "Pay rent today 16:00 @bob", "Paint the wall")
    await flat.says("ann", "/done 1 2")
    await flat.says("bob", "/done 3")
    await flat.later("ann", hours=2)
    return flat


# History


async def test_history_says_what_was_moved_from_when_to_when(flat: Conversation) -> None:
    await flat.says("bob", "/move 4 friday 10:00")
    await flat.says("ann", "/edit 5 Paint the door !high")
    await flat.says("ann", "/delete 5")
    said = await flat.says("ann", "/history")
    found = lines(said, "moved", "done #3", "added #5", "deleted", "changed #5")
    assert "Bob: moved #4 Pay rent (date: " in found["moved"]
    assert "16:00 → Fri" in found["moved"]
    assert "Bob: done #3 Eggs" in found["done #3"]
    assert "Ann: added #5 Paint the" in found["added #5"]
    assert "Ann: deleted #5" in found["deleted"]
    assert "title: “Paint the wall” → “Paint the door”" in found["changed #5"]
    one = await flat.says("bob", "/history 4")
    assert "Bob: moved (date: " in one
    assert "Ann: added" in one


@pytest.mark.parametrize(
    ("language", "moved"),
    [("ru", "перенесено"), ("de", "verschoben"), ("es", "movid")],
)
async def test_history_in_other_languages(flat: Conversation, language: str, moved: str) -> None:
    await flat.says("ann", f"/language {language}")
    await flat.says("bob", "/move 4 2026-09-25 10:00")
    found = [line for line in (await flat.says("ann", "/history")).splitlines() if "→" in line]
    assert moved in found[0].lower()
    assert "#4 Pay rent" in found[0]
    for line in (await flat.says("ann", "/history 4")).splitlines():
        assert "history-" not in line


# The week


@pytest.mark.parametrize("asks", ASKS)
async def test_the_week_of_a_group(flat: Conversation, asks: str) -> None:
    said = (await flat.says("ann", asks)).splitlines()
    assert said[0] == "📊 The week · 17–23 Sept"
    assert said[2:5] == ["✅ Done: 3", "Ann · 2 ▲ 2", "Bob · 1 ▲ 1"]
    assert said[6] == "⏰ Overdue: 1"
    assert said[7].startswith("☐ 4 Pay rent · today, 16:00 👤 Bob")
    assert said[8] == "📋 Still open: 2"
    assert len(said) == 9


async def test_what_was_undone_or_is_of_another_week_does_not_count(flat: Conversation) -> None:
    await flat.says("bob", "/undo")
    assert "Bob" not in (await flat.says("ann", "/stats week")).split("⏰")[0]
    await flat.later("ann", days=7)
    said = await flat.says("ann", "/stats week")
    assert "✅ Done: 0" in said
    assert "Ann" not in said


async def test_the_streaks_of_those_who_show_themselves(flat: Conversation) -> None:
    await flat.says("ann", "/habit run every day")
    for who in ("ann", "bob"):
        await flat.says(who, "/log run")
        await flat.says(who, "/log run yesterday")
    said = await flat.says("ann", "/stats week")
    assert "run · Ann 🔥 2 days · Bob 🔥 2 days" in said
    assert said.splitlines()[-3] == "🏅 Leaderboard"
    await flat.says("bob", "/habits")


async def test_its_picture_says_the_same_in_words(flat: Conversation) -> None:
    await flat.says("ann", "/habit run every day")
    await flat.says("ann", "/log run")
    await flat.says("ann", "/stats week")
    before = flat.last_id("ann")
    await flat.presses("bob", "🖼 Picture")
    sent_now = [m for m in flat.messages("ann") if m["message_id"] > before]
    assert [bool(m.get("photo")) for m in sent_now] == [True, True]
    assert "Ann · 2 ▲ 2\nBob · 1 ▲ 1" in text_of(sent_now[0])
    assert "Leaderboard" in text_of(sent_now[1])


async def test_an_old_picture_is_of_its_own_week(flat: Conversation) -> None:
    await flat.says("ann", "/stats week")
    await flat.later("ann", days=10)
    await flat.says("ann", "/list")
    await flat.presses("ann", "🖼 Picture")
    assert "17–23 Sept" in text_of(flat.newest("ann"))
    assert "Bob · 1" in text_of(flat.newest("ann"))


async def test_it_comes_once_a_week_when_it_is_switched_on(flat: Conversation) -> None:
    await flat.later("ann", days=7)
    await flat.says("ann", "/settings weekly sunday 19:00")
    await flat.says("bob", "/done 5")
    said = await flat.later("ann", days=5)
    assert "✅ Done: 1\nBob · 1" in said
    assert said.count("📊") == 1
    await flat.says("bob", "/done 4")
    await flat.says("ann", "/settings weekly off")
    assert await flat.later("ann", days=14) == ""


async def test_each_part_of_a_task_counts_for_whoever_has_done_it(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("bob", "/list")
    await flat.adds("ann", "Vote @ann @bob")
    await flat.says("ann", "/show 1")
    await flat.presses("ann", next(b for b in flat.buttons("ann") if b.startswith("👥")))
    await flat.says("ann", "/done 1")
    assert "Ann · 1" in await flat.says("ann", "/stats week")
    await flat.later("ann", minutes=1)
    await flat.says("bob", "/done 1")
    said = await flat.says("ann", "/stats week")
    assert "✅ Done: 2" in said
    assert "Bob · 1" in said


async def test_a_tick_that_was_taken_off_again_does_not_count(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk", "Bread")
    await flat.says("ann", "/list")
    for button in ("☐ 1", "☑ 1", "☐ 1", "☐ 2", "☑ 2"):
        await flat.presses("ann", button)
        await flat.later("ann", seconds=5)
    assert "✅ Done: 1\nAnn · 1" in await flat.says("ann", "/stats week")


async def test_it_is_of_all_topics_and_of_no_other_chat(anywhere: Conversation) -> None:
    design, launch = anywhere.in_("design"), anywhere.in_("launch")
    await design.adds("ann", "Logo")
    await launch.adds("bob", "Party", "Pay the band yesterday")
    await anywhere.in_("flat").adds("ann", "Milk")
    await anywhere.in_("flat").says("ann", "/done 1")
    await design.says("ann", "/done 1")
    said = await launch.says("bob", "/stats week")
    assert "✅ Done: 1" in said
    assert "Still open: 2" in said


async def test_who_left_unseen_presses_in_vain(flat: Conversation) -> None:
    await flat.says("ann", "/stats week")
    shown = flat.newest("ann")
    flat.town.flat.members[flat.town.bob.id].status = "left"
    flat.time.pass_(minutes=61)
    with pytest.raises(Exception, match="not in this chat"):
        await flat.presses("bob", "🖼 Picture", on=shown)


async def test_it_keeps_the_budgets(flat: Conversation) -> None:
    await flat.says("ann", "/habit run every day")
    await flat.says("ann", "/log run")
    for text, command in (("/stats week", "stats"), ("/history week", "history")):
        flat.telegram.say(flat.user("ann"), text, to=flat.to())
        assert len(await sent(flat)) <= COMMANDS[command].statements, text
    cost, budget = await press(flat, "🖼 Picture")
    assert cost <= budget


@pytest.mark.parametrize("language", ["en", "ru", "de", "es"])
async def test_help_tells_of_it(flat: Conversation, language: str) -> None:
    await flat.says("ann", f"/language {language}")
    said = await flat.says("ann", "/help groups")
    assert "/stats " in said
    assert "/history" in said
    assert "/list @bob" in said
