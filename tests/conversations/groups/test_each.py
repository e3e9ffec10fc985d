"""Tasks of several people: one does it for all, or everyone ticks for themselves."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, text_of


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """Ann, Bob and Chen have written in the flat; #1 is of all three, each for themselves."""
    here = anywhere.in_("flat")
    here.user("chen").username = "chen"
    for who in ("ann", "bob", "chen"):
        await here.says(who, "/list")
    return here


async def each(flat: Conversation, task: str = "Sign the lease @ann @bob @chen") -> str:
    await flat.says("ann", f"/add {task}")
    await flat.says("ann", "/show 1")
    return await flat.presses("ann", "👥 Everyone ticks")


async def test_one_for_all_is_usual(flat: Conversation) -> None:
    await flat.says("ann", "/add Sign the lease @ann @bob")
    assert "✅ Done: #1" in await flat.says("chen", "/done 1")


async def test_everyone_ticks(flat: Conversation) -> None:
    assert "👥 ☐ Ann · ☐ Bob · ☐ Chen (0 of 3)" in await each(flat)
    said = await flat.says("ann", "/done 1")
    assert said == "☑️ 1 of 3 have done their part: #1 Sign the lease\nStill to do: Bob, Chen"
    assert "☐ 1 Sign the lease (1 of 3) 👤 Ann 👤 Bob" in await flat.says("ann", "/list")
    assert "👥 ☑ Ann · ☐ Bob · ☐ Chen (1 of 3)" in await flat.says("bob", "/show 1")
    assert "☑ Bob" in await flat.presses("bob", "✅ Done")
    assert "Your part is done. Still to do: Chen" in flat.alert
    assert "✅ Done: #1 Sign the lease" in await flat.says("chen", "/done 1")
    assert "1 Sign the lease" not in await flat.says("ann", "/list")


async def test_a_second_tick_does_nothing(flat: Conversation) -> None:
    await each(flat)
    await flat.says("ann", "/done 1")
    said = await flat.says("ann", "/done 1")
    assert "everyone ticks for themselves, 1 of 3 have. Still to do: Bob, Chen" in said


async def test_who_has_no_part_hears_who_has(flat: Conversation) -> None:
    await each(flat, "Sign the lease @ann @bob")
    said = await flat.says("chen", "/done 1")
    assert "everyone ticks for themselves, 0 of 2 have. Still to do: Ann, Bob" in said
    assert flat.buttons("chen") == ["✅ Done for all"]
    await flat.presses("chen", "✅ Done for all")
    assert flat.alert.startswith("Only ")
    assert "can close it for all" in flat.alert
    assert "☐ Ann · ☐ Bob" in await flat.says("chen", "/show 1")


@pytest.mark.parametrize("who", ["ann", "bob"])
async def test_whoever_added_it_or_an_administrator_closes_it_for_all(
    flat: Conversation, who: str
) -> None:
    flat.chat("bob").members[flat.user("bob").id].status = "administrator"
    await each(flat, "Sign the lease @bob @chen")
    await flat.says(who, "/show 1")
    await flat.presses(who, "✅ Done for all")
    assert "1 Sign the lease" not in await flat.says(who, "/list")
    await flat.says(who, "/undo")
    assert "☐ Bob · ☐ Chen (0 of 2)" in await flat.says(who, "/show 1")


async def test_a_tick_on_the_list_is_ones_own(flat: Conversation) -> None:
    await each(flat)
    await flat.says("ann", "/list")
    shown = flat.newest("ann")
    for who, done in (("bob", 1), ("bob", 1), ("ann", 2)):
        said = await flat.presses(who, "☐ 1", on=shown)
        assert f"☐ 1 Sign the lease ({done} of 3)" in said
    assert "☑ 1 Sign the lease" in await flat.presses("chen", "☐ 1", on=shown)
    assert "(2 of 3)" in await flat.presses("chen", "☑ 1", on=shown), "only Chen's is open again"


async def test_in_private_one_sees_ones_own_part(flat: Conversation) -> None:
    await each(flat)
    own = flat.in_("private")
    await own.says("bob", "/start")
    assert "☐ 1 Sign the lease (0 of 3)" in await own.says("bob", "/list me")
    assert "☑ 1 Sign the lease (1 of 3)" in await own.presses("bob", "☐ 1 Flat 12")
    assert "☐ 1 Sign the lease (0 of 3)" in await own.presses("bob", "☑ 1 Flat 12")


async def test_undo_and_history(flat: Conversation) -> None:
    await each(flat)
    await flat.says("bob", "/done 1")
    assert "Bob: did their part" in await flat.says("ann", "/history 1")
    assert "Bob: did their part #1" in await flat.says("ann", "/history")
    await flat.says("bob", "/undo")
    assert "(0 of 3)" in await flat.says("ann", "/show 1")
    await flat.says("bob", "/done 1")
    await flat.says("bob", "/show 1")
    assert "☐ Bob" in await flat.presses("bob", "↩️ My part")
    assert "Bob: reopened their part" in await flat.says("ann", "/history 1")
    await flat.presses("bob", "✓ 👥 Everyone ticks", on=await shown(flat))
    assert "✅ Done: #1" in await flat.says("bob", "/done 1")


async def shown(flat: Conversation) -> dict[str, object]:
    await flat.says("bob", "/show 1")
    return flat.newest("bob")


async def test_the_next_occurrence_begins_with_nobody(flat: Conversation) -> None:
    await each(flat, "Send the timesheet every friday @ann @bob")
    await flat.says("ann", "/done 1")
    assert "✅ Done for now: #1" in await flat.says("bob", "/done 1")
    assert "👥 ☐ Ann · ☐ Bob (0 of 2)" in await flat.says("ann", "/show 1")
    await flat.says("bob", "/undo")
    assert "👥 ☑ Ann · ☐ Bob (1 of 2)" in await flat.says("ann", "/show 1")


async def test_without_the_last_missing_one_it_is_done(flat: Conversation) -> None:
    await each(flat)
    await flat.says("ann", "/done 1")
    await flat.says("bob", "/done 1")
    assert "✅ Done: #1 Sign the lease" in await flat.says("ann", "/unassign 1 @chen")
    await flat.says("ann", "/undo")
    assert "👥 ☑ Ann · ☑ Bob · ☐ Chen (2 of 3)" in await flat.says("ann", "/show 1")


async def test_who_leaves_is_waited_for_no_more(flat: Conversation) -> None:
    await each(flat)
    await flat.says("ann", "/done 1")
    flat.telegram.leave(flat.chat("chen"), flat.user("chen"))
    await flat.settle()
    assert "👥 ☑ Ann · ☐ Bob (1 of 2)" in await flat.says("ann", "/show 1")
    flat.telegram.leave(flat.chat("bob"), flat.user("bob"))
    await flat.settle()
    assert "done" in await flat.says("ann", "/done 1")
    assert "by itself: done" in await flat.says("ann", "/history 1")


async def test_reminders_go_on_for_those_who_have_not_ticked(flat: Conversation) -> None:
    own = flat.in_("private")
    for who in ("ann", "bob"):
        await own.says(who, "/start")
    await each(flat, "Sign the lease today 18:00 nag 20m @ann @bob @chen")
    await flat.later("ann", hours=3.6)
    assert "Ann Bob Chen" in text_of(flat.newest("ann"))
    assert "✅ Done" in own.buttons("bob")
    await own.presses("bob", "✅ Done")
    assert "1 of 3 have done their part" in text_of(own.newest("bob"))
    await flat.later("ann", minutes=20)
    assert "Ann Chen" in text_of(flat.newest("ann")), "only those who are missing"
    assert "1 of 3 have done their part" in text_of(own.newest("bob")), "no more nags for Bob"
    await flat.presses("ann", "✅ Done", on=flat.newest("ann"))
    assert buttons_of(flat.newest("ann"))[0] == "✅ Done", "it still waits for Chen"
    await flat.settle()
    assert "2 of 3 have done their part" in text_of(own.newest("ann")), "the private copy is closed"
    await flat.says("ann", "/undo")
    await flat.settle()
    assert "✅ Done" in own.buttons("ann"), "and asks again"
