"""Messages that are edited: so are the tasks that were made of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.handlers.tasks.edits import _pairs as pairs
from tests.support.conversations import Conversation


async def test_an_edit_within_the_hour_changes_the_task(chat: Conversation) -> None:
    await chat.says("ann", "/add Buy milk friday #home")
    chat.time.pass_(minutes=59)
    said = await chat.edits("ann", "/add Buy milk friday #home", "/add Buy oat milk saturday")
    assert said.splitlines() == ["✏️ #1 Buy oat milk", "📅 Sat 26 Sept"]
    assert "Buy oat milk" in await chat.says("ann", "/list")
    assert "#1 Buy soy milk" in await chat.edits(
        "ann", "/add Buy oat milk saturday", "/add Buy soy milk"
    )
    assert "#2" not in await chat.says("ann", "/list")


async def test_an_edit_in_private_changes_the_task(anywhere: Conversation) -> None:
    await anywhere.says("ann", "Buy milk")
    assert "✏️ #1 Buy bread" in await anywhere.edits("ann", "Buy milk", "Buy bread")
    await anywhere.sends_photo("ann", "Fix the tap")
    assert "✏️ #2 Fix the lamp" in await anywhere.edits("ann", "Fix the tap", "Fix the lamp")


async def test_an_edit_after_the_hour_changes_nothing(chat: Conversation) -> None:
    await chat.says("ann", "/add Buy milk")
    chat.time.pass_(minutes=61)
    said = await chat.edits("ann", "/add Buy milk", "/add Buy bread")
    assert "That was more than an hour ago, so #1 stays as it is" in said
    assert "Buy milk" in await chat.says("ann", "/list")


async def test_an_edit_changes_nothing_that_somebody_has_changed(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/add Buy milk")
    flat.time.pass_(minutes=1)
    await flat.says("bob", "/edit 1 Buy two milks")
    said = await flat.edits("ann", "/add Buy milk", "/add Buy bread")
    assert "#1 has been changed since, so it stays as it is" in said
    assert "Buy two milks" in await flat.says("ann", "/list")


async def test_an_edited_command_is_not_done_again(chat: Conversation) -> None:
    await chat.adds("ann", "Milk", "Bread")
    await chat.says("ann", "/done 1")
    assert await chat.edits("ann", "/done 1", "/done 2") == ""
    assert "2 Bread" in await chat.says("ann", "/list")


async def test_the_answer_to_a_question_may_be_edited(chat: Conversation) -> None:
    await chat.says("ann", "/add tomorrow 9:00")
    await chat.answers("ann", "Buy milk")
    assert await chat.edits("ann", "Buy milk", "Buy bread") == ""
    assert "tomorrow, 09:00" in await chat.says("ann", "/list")


async def test_an_edit_of_words_beside_a_quoted_message_keeps_its_title(
    anywhere: Conversation,
) -> None:
    flat = anywhere.in_("flat")
    quoted = anywhere.telegram.say(anywhere.town.bob, "Rent is due", to=anywhere.town.flat)
    await flat.says("ann", "/add friday", reply_to=quoted)
    said = await flat.edits("ann", "/add friday", "/add saturday at the bank")
    assert said.splitlines() == ["✏️ #1 Rent is due", "📅 Sat 26 Sept"]
    assert "at the bank" in await flat.says("ann", "/show 1")


@pytest.mark.parametrize("deed", ["/done 1", "/delete 1", "/edit 1 Buy two milks"])
async def test_an_edit_that_is_not_carried_out_says_so(chat: Conversation, deed: str) -> None:
    await chat.says("ann", "/add Buy milk")
    chat.time.pass_(minutes=1)
    await chat.says("ann", deed)
    kept = await chat.rows("tasks")
    assert "#1" in await chat.edits("ann", "/add Buy milk", "/add Buy bread")
    assert "stays as it is" in chat.reads("ann", chat.newest("ann"))
    assert await chat.rows("tasks") == kept


@pytest.mark.parametrize("deed", ["", "/done 1", "/delete 1", "/edit 1 Bread"])
@pytest.mark.parametrize("minutes", [1, 90])
async def test_an_edit_without_a_change_says_nothing(
    chat: Conversation, deed: str, minutes: int
) -> None:
    await chat.says("ann", "/add Buy milk")
    chat.time.pass_(minutes=minutes)
    if deed:
        await chat.says("ann", deed)
    assert await chat.edits("ann", "/add Buy milk", "/add Buy milk") == ""


async def test_edits_of_talk_are_none_of_the_bots_business(anywhere: Conversation) -> None:
    anywhere.telegram.world.bot.privacy_mode = False
    flat = anywhere.in_("flat")
    await flat.says("ann", "/list")
    before = await flat.rows("tasks", "changes", "task_messages")
    long = "- line\n" * 400 + "#a" + " #tag" * 30
    for number, text in enumerate(("/list", "hello", long, "x" * 4_000, "#t1" * 200)):
        assert await flat.says("bob", f"well {number}") == ""
        assert await flat.edits("bob", f"well {number}", text) == ""
    assert await flat.rows("tasks", "changes", "task_messages") == before


async def test_a_line_that_is_added_adds_a_task(chat: Conversation) -> None:
    await chat.says("ann", "/add - one\n- two")
    said = await chat.edits("ann", "/add - one\n- two", "/add - one\n- two\n- three #home")
    assert said.splitlines() == ["➕ #3 three"]
    said = await chat.edits("ann", "/add - one\n- two\n- three #home", "/add - 1\n- three #home")
    assert said.splitlines() == ["✏️ #1 1", "🗑 In the trash: #2 two"]
    await chat.presses("ann", "↩️ Undo")
    listed = await chat.says("ann", "/list")
    assert [title in listed for title in ("1 one", "2 two", "3 three")] == [True] * 3


async def test_lines_that_are_done_hold_up_no_others(chat: Conversation) -> None:
    await chat.says("ann", "/add - one\n- two")
    chat.time.pass_(minutes=1)
    await chat.says("ann", "/done 1")
    said = await chat.edits("ann", "/add - one\n- two", "/add - one\n- two\n- three")
    assert said.splitlines() == ["➕ #3 three"]
    said = await chat.edits("ann", "/add - one\n- two\n- three", "/add - won\n- two\n- three")
    assert "#1 is already done" in said


async def test_one_line_becomes_a_list(chat: Conversation) -> None:
    await chat.says("ann", "/add one")
    said = await chat.edits("ann", "/add one", "/add - one\n- two")
    assert said.splitlines() == ["➕ #2 two"]


LINES = st.lists(st.sampled_from("abcde"), min_size=1, max_size=6)


@settings(deadline=None)
@given(old=LINES, new=LINES)
def test_the_pairs_make_the_old_lines_the_new_ones(old: list[str], new: list[str]) -> None:
    made = list(pairs(old, new))
    replaced = {place: new[to] for place, to in made if place is not None and to is not None}
    gone = {place for place, to in made if to is None}
    kept = [replaced.get(place, line) for place, line in enumerate(old) if place not in gone]
    added = [new[to] for place, to in made if place is None and to is not None]
    assert sorted(kept + added) == sorted(new)
    assert old != new or len(old) == 1 or not made
