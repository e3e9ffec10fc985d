"""/board: one pinned message with the open tasks of a list, which is kept up to date."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from bot.playground.world import Member
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, data_of, text_of
from tests.support.scenes.people import statements
from tests.support.telegram import Json


def may_pin(chat: Conversation, *, may: bool = True) -> None:
    """Make the bot an administrator of a group, or a plain member again."""
    bot = chat.telegram.bot
    if chat.place != "private":
        status: Any = "administrator" if may else "member"
        chat.chat("ann").members[bot.id] = Member(bot, status=status)


async def board(chat: Conversation, who: str = "ann") -> Json:
    """A new board, once it has been sent, pinned and settled."""
    await chat.says(who, "/board")
    message = next(one for one in reversed(chat.messages(who)) if "Open tasks" in text_of(one))
    await chat.later(who, seconds=25)
    chat.time.pass_(seconds=3)
    return message


@pytest.fixture
def ann(chat: Conversation) -> Conversation:
    may_pin(chat)
    return chat


async def test_a_board_is_one_pinned_message_by_when_tasks_are_due(ann: Conversation) -> None:
    await ann.adds(
        "ann", "Pay rent yesterday 9:00 2026", "Buy milk", "Call Bob friday", "Run 20:00"
    )
    shown = await board(ann)
    lines = ann.reads("ann", shown).splitlines()
    assert lines[0].startswith("📌 Open tasks · ")
    assert lines.index("Today") < lines.index("Later") < lines.index("Without a date")
    assert "☐ 4 Run · 20:00" in lines
    assert buttons_of(shown)[-1] == "⏹ End"
    assert "☐ 2" in buttons_of(shown)
    assert ann.chat("ann").pinned == [shown["message_id"]]
    pins = ann.telegram.calls_of("pinChatMessage")
    assert [call.params["disable_notification"] for call in pins] == ["true"]


async def test_it_changes_in_place_with_whatever_changes(ann: Conversation) -> None:
    shown = await board(ann)
    assert "Nothing to do" in ann.reads("ann", shown)
    for said, reads in (
        ("/add Buy milk", "1 Buy milk"),
        ("/edit 1 Buy oat milk", "1 Buy oat milk"),
        ("/move 1 tomorrow 10:00", "tomorrow, 10:00"),
        ("/done 1", "Nothing to do"),
        ("/undo", "1 Buy oat milk"),
        ("/delete 1", "Nothing to do"),
        ("/undo", "1 Buy oat milk"),
        ("/add Water plants every day 20:00", "2 Water plants"),
        ("/done 2", "tomorrow, 20:00"),
    ):
        await ann.says("ann", said)
        await ann.later("ann", seconds=3)
        assert reads in ann.reads("ann", shown), said


async def test_assignees_are_shown(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    may_pin(flat)
    await flat.says("bob", "/list")
    await flat.adds("ann", "Buy milk")
    shown = await board(flat)
    await flat.says("ann", "/assign 1 @bob")
    await flat.later("ann", seconds=3)
    assert "👤 Bob" in flat.reads("ann", shown)


async def test_many_changes_are_few_edits_and_the_last_arrives(ann: Conversation) -> None:
    shown = await board(ann)
    before = len(ann.telegram.calls_of("editMessageText"))
    for number in range(10):
        await ann.adds("ann", f"Errand {number}")
        ann.time.pass_(seconds=0.5)
    await ann.later("ann", seconds=3)
    assert "10 Errand 9" in ann.reads("ann", shown)
    edits = ann.telegram.calls_of("editMessageText")[before:]
    assert 2 <= len(edits) <= 4
    times = [call.at for call in edits]
    assert all((later - first).total_seconds() >= 3 for first, later in pairwise(times))


async def test_a_day_that_turns_and_a_moment_that_passes_are_shown(ann: Conversation) -> None:
    await ann.adds("ann", "Call Bob 18:00", "Pay rent tomorrow")
    shown = await board(ann)
    assert "Overdue" not in ann.reads("ann", shown)
    await ann.later("ann", hours=4)
    assert ann.reads("ann", shown).index("Overdue") < ann.reads("ann", shown).index("Call Bob")
    await ann.later("ann", hours=8)
    text = ann.reads("ann", shown)
    assert text.index("Today") < text.index("Pay rent")


async def test_a_tick_below_it_closes_the_task_and_the_board_follows(ann: Conversation) -> None:
    await ann.adds("ann", "Buy milk", "Call Bob")
    shown = await board(ann)
    await ann.presses("ann", "☐ 1", on=shown)
    assert ann.alert == "Done. To undo it: /undo"
    await ann.later("ann", seconds=3)
    assert "Buy milk" not in ann.reads("ann", shown)
    old = data_of(shown, "☐ 1")
    assert await ann.forges("ann", old, on=shown) == "Already so."
    await ann.says("ann", "/undo")
    await ann.later("ann", seconds=3)
    assert "Buy milk" in ann.reads("ann", shown)


async def test_a_tick_of_whoever_has_left_is_refused(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    may_pin(flat)
    await flat.adds("ann", "Buy milk")
    shown = await board(flat)
    tick = data_of(shown, "☐ 1")
    before = await flat.rows("tasks")
    private = anywhere.in_("private")
    await private.says("bob", "/start")
    flat.telegram.leave(flat.chat("ann"), flat.user("bob"))
    await flat.settle()
    assert await private.forges("bob", tick, on=private.newest("bob"))
    assert await flat.rows("tasks") == before


async def test_a_new_board_takes_the_place_of_the_one_before(ann: Conversation) -> None:
    await ann.adds("ann", "Buy milk")
    old = await board(ann)
    new = await board(ann)
    assert ann.chat("ann").pinned == [new["message_id"]]
    assert "has ended" in ann.reads("ann", old)
    assert buttons_of(ann.chat("ann").posts[old["message_id"]].json()) == []
    await ann.adds("ann", "Call Bob")
    await ann.later("ann", seconds=3)
    assert "Call Bob" in ann.reads("ann", new)


@pytest.mark.parametrize("how", ["command", "button"])
async def test_it_ends_when_it_is_told_to(ann: Conversation, how: str) -> None:
    await ann.adds("ann", "Buy milk")
    shown = await board(ann)
    if how == "command":
        assert await ann.says("ann", "/board off") == "📌 The pinned list has ended."
    else:
        await ann.presses("ann", "⏹ End", on=shown)
        assert ann.alert == "The pinned list has ended"
    await ann.later("ann", seconds=3)
    assert ann.chat("ann").pinned == []
    assert ann.reads("ann", shown) == "📌 This pinned list has ended. /board starts a new one."
    assert await ann.rows("boards") == []
    assert "There is no pinned list" in await ann.says("ann", "/board off")
    assert "/board off" in await ann.says("ann", "/board something")


async def test_only_whoever_began_it_and_administrators_end_it(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    may_pin(flat)
    shown = await board(flat, "bob")
    await flat.presses("chen", "⏹ End", on=shown)
    assert flat.alert.startswith("Only ")
    assert (await flat.says("chen", "/board off")).startswith("Only ")
    await flat.presses("bob", "⏹ End", on=shown)
    assert await flat.later("bob", seconds=3) == ""
    assert await flat.rows("boards") == []


async def test_without_the_right_to_pin_it_says_so_once_and_lives(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    flat.setup.trouble_is_meant = True
    await flat.adds("ann", "Buy milk")
    before = flat.last_id("ann")
    await flat.says("ann", "/board")
    (shown,) = [one for one in flat.messages("ann") if one["message_id"] > before + 1]
    assert "I may not pin messages here" in flat.reads("ann", shown)
    await flat.adds("ann", "Call Bob")
    await flat.later("ann", seconds=3)
    text = flat.reads("ann", shown)
    assert "Call Bob" in text
    assert "I may not pin" not in text
    assert len(flat.telegram.calls_of("pinChatMessage")) == 1


async def test_a_message_that_people_have_deleted_ends_its_board(ann: Conversation) -> None:
    ann.setup.trouble_is_meant = True
    shown = await board(ann)
    del ann.chat("ann").posts[shown["message_id"]]
    before = ann.last_id("ann")
    await ann.adds("ann", "Buy milk")
    await ann.later("ann", seconds=3)
    assert await ann.rows("boards") == []
    assert [text_of(one)[:1] for one in ann.messages("ann") if one["message_id"] > before] == [
        "/",
        "➕",
    ]
    assert await ann.later("ann", days=1) == ""


async def test_a_restart_and_a_kill_lose_nothing(ann: Conversation) -> None:
    shown = await board(ann)
    boards = ann.application.boards
    boards.show_next = no_board  # type: ignore[method-assign]
    await ann.adds("ann", "Buy milk")
    await ann.setup.restart()
    await ann.settle()
    assert "Buy milk" in ann.reads("ann", shown)


async def no_board() -> bool:
    return False


async def test_a_board_that_was_claimed_by_a_killed_process_is_taken_over(
    ann: Conversation,
) -> None:
    shown = await board(ann)
    boards = ann.application.boards
    boards_next, boards.show_next = boards.show_next, no_board  # type: ignore[method-assign]
    await ann.adds("ann", "Call Bob")
    assert await boards._claim() is not None
    assert await boards._claim() is None, "no other process edits it meanwhile"
    boards.show_next = boards_next  # type: ignore[method-assign]
    assert "Call Bob" in await text_after(ann, shown, seconds=9)


async def text_after(chat: Conversation, shown: Json, *, seconds: float) -> str:
    await chat.later("ann", seconds=seconds)
    return chat.reads("ann", shown)


async def test_a_change_while_it_is_edited_is_shown_afterwards(ann: Conversation) -> None:
    shown = await board(ann)
    boards = ann.application.boards
    boards_next, boards.show_next = boards.show_next, no_board  # type: ignore[method-assign]
    await ann.adds("ann", "Buy milk")
    showing = await boards._claim()
    assert showing is not None
    await ann.adds("ann", "Call Bob")
    await boards._show(showing)
    assert "Call Bob" not in ann.reads("ann", shown)
    boards.show_next = boards_next  # type: ignore[method-assign]
    assert "Call Bob" in await text_after(ann, shown, seconds=3)


async def test_each_topic_has_its_own(anywhere: Conversation) -> None:
    design, launch = anywhere.in_("design"), anywhere.in_("launch")
    design.chat("ann").members[design.telegram.bot.id] = Member(
        design.telegram.bot, status="administrator"
    )
    await design.adds("ann", "Draw")
    of_design = await board(design)
    of_launch = await board(launch)
    await launch.adds("ann", "Invite")
    await launch.later("ann", seconds=3)
    assert "Invite" in launch.reads("ann", of_launch)
    assert "Draw" not in launch.reads("ann", of_launch)
    assert "Invite" not in design.reads("ann", of_design)
    assert of_design["message_thread_id"] == design.town.design.id


async def test_a_group_that_becomes_a_supergroup_gets_it_anew(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    may_pin(flat)
    flat.setup.trouble_is_meant = True
    await flat.adds("ann", "Buy milk")
    await board(flat)
    new = flat.telegram.migrate(flat.chat("ann"))
    await flat.later("ann", seconds=3)
    bot = flat.telegram.bot.id
    shown = [p.json() for p in new.posts.values() if p.sender is not None and p.sender.id == bot]
    (moved,) = [one for one in shown if "Open tasks" in text_of(one)]
    assert new.pinned == [moved["message_id"]]
    assert "Buy milk" in text_of(moved)


async def test_a_bot_that_was_thrown_out_goes_on_when_it_is_back(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    may_pin(flat)
    flat.setup.trouble_is_meant = True
    await anywhere.says("ann", "/start")
    await flat.adds("ann", "Buy milk")
    shown = await board(flat)
    chat = flat.chat("ann")
    flat.telegram.kick_bot(chat, flat.user("ann"))
    await flat.settle()
    await anywhere.says("ann", "/done 1")
    await flat.later("ann", minutes=5)
    assert "Buy milk" in flat.reads("ann", shown)
    flat.telegram.add_bot(chat, flat.user("ann"), as_admin=True)
    may_pin(flat)
    await flat.settle()
    await flat.later("ann", minutes=5)
    assert len(await flat.rows("boards")) == 1


async def test_a_closed_topic_keeps_its_board_until_it_is_open_again(
    anywhere: Conversation,
) -> None:
    design = anywhere.in_("design")
    design.setup.trouble_is_meant = True
    await design.adds("ann", "Draw", "Paint")
    shown = await board(design)
    design.telegram.close_topic(design.town.design)
    design.telegram.fail_next(
        "editMessageText", code=400, description="Bad Request: TOPIC_CLOSED", times=4
    )
    await design.says("ann", "/done 1")
    await design.later("ann", seconds=3)
    assert "Draw" in design.reads("ann", shown)
    design.telegram.reopen_topic(design.town.design)
    await design.later("ann", minutes=1)
    assert "Draw" not in design.reads("ann", shown)


async def test_more_than_fits_is_counted(ann: Conversation) -> None:
    lines = [f"- {'Buy something long ' * 5}{number}" for number in range(40)]
    await ann.says("ann", "/add " + "\n".join(lines))
    shown = await board(ann)
    text = ann.reads("ann", shown)
    assert "… and 10 more: /list" in text
    rows = shown["reply_markup"]["inline_keyboard"]
    assert len(rows) <= 8


async def test_a_chat_without_a_board_pays_nothing_for_it_and_others_one_statement(
    ann: Conversation,
) -> None:
    await ann.adds("ann", "Buy milk")
    async with statements(ann.application.database) as without:
        await ann.adds("ann", "Call Bob")
    assert not [one for one in without if "UPDATE boards" in one]
    await board(ann)
    ann.application.boards.show_next = no_board  # type: ignore[method-assign]
    async with statements(ann.application.database) as with_one:
        await ann.adds("ann", "Call Chen")
    assert len([one for one in with_one if "UPDATE boards" in one]) == 1
