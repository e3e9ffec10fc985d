"""Who is assigned by somebody else is told in private, once for several; who can't says so, and the
group is asked who can."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, text_of

DONE, CANNOT, TAKE_ON = "✅ Done", "🙋 Can't", "🙋 I'll do it"


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """A group in which Ann, Bob and Chen have written; Bob has started the bot."""
    here = anywhere.in_("flat")
    here.telegram.world.bot.privacy_mode = False
    for who in ("ann", "bob", "chen"):
        await here.says(who, "/list@dueto_bot")
    await anywhere.says("bob", "/start")
    return here


def bobs(flat: Conversation) -> Conversation:
    return flat.in_("private")


async def heard(flat: Conversation, who: str = "bob", seconds: float = 30) -> str:
    """What somebody is told in private within so many seconds."""
    return await flat.in_("private").later(who, seconds=seconds)


async def mentions_bob(flat: Conversation, text: str) -> None:
    offset = len(text[: text.index("Robert")].encode("utf-16-le")) // 2
    mark = {"type": "text_mention", "offset": offset, "length": 6, "user": flat.user("bob").json()}
    flat.telegram.say(flat.user("ann"), text, to=flat.to(), entities=[mark])
    await flat.settle()


@pytest.mark.parametrize(
    "way", ["capture", "assign", "card", "mention", "assign by mention", "edit", "edited"]
)
async def test_who_is_assigned_is_told(flat: Conversation, way: str) -> None:
    if way == "capture":
        await flat.says("ann", "/add Buy milk tomorrow 18:00 @bob")
    elif way == "mention":
        await mentions_bob(flat, "/add Buy milk tomorrow 18:00 Robert")
    else:
        await flat.says("ann", "/add Buy milk tomorrow 18:00")
        assert await heard(flat) == ""
    match way:
        case "assign":
            await flat.says("ann", "/assign 1 @bob")
        case "assign by mention":
            await mentions_bob(flat, "/assign 1 Robert")
        case "card":
            await flat.says("ann", "/assign 1")
            await flat.presses("ann", "Bob")
        case "edit":
            await flat.says("ann", "/edit 1 Buy milk @bob")
        case "edited":
            await flat.edits(
                "ann", "/add Buy milk tomorrow 18:00", "/add Buy milk tomorrow 18:00 @bob"
            )
    said = await heard(flat)
    assert said.splitlines() == [
        "👤 Ann has assigned you a task:",
        "#1 Buy milk · tomorrow, 18:00",
        "👥 Flat 12",
    ]
    assert bobs(flat).buttons("bob") == [DONE, CANNOT]
    assert await heard(flat, seconds=600) == "", "once"


async def test_by_a_mention_in_an_edited_message(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk")
    message = flat.messages("ann")[-2]
    user = flat.user("bob").json()
    mark = {"type": "text_mention", "offset": 14, "length": 6, "user": user}
    flat.telegram.edit_message(message, "/add Buy milk Robert", entities=[mark])
    await flat.settle()
    assert "#1 Buy milk" in await heard(flat)


async def test_who_assigns_themselves_is_not_told(flat: Conversation) -> None:
    await flat.says("bob", "/add Buy milk @bob")
    await flat.says("ann", "/add Buy bread")
    await flat.says("bob", "/claim 2")
    assert await heard(flat) == ""


async def test_who_never_started_or_has_blocked_the_bot_is_not_told(flat: Conversation) -> None:
    bob = flat.user("bob")
    flat.telegram.block(bob)
    await flat.settle()
    await flat.says("ann", "/add Buy milk @bob")
    await flat.says("ann", "/add Buy bread @chen")
    assert await flat.rows("reminders") == []
    flat.telegram.unblock(bob)
    assert await heard(flat) == ""


async def test_several_come_as_one_message(flat: Conversation) -> None:
    await flat.says("ann", "/add - Buy milk @bob\n- Buy bread @bob\n- Buy jam @bob")
    flat.time.pass_(seconds=10)
    await flat.says("ann", "/add Call mum @bob")
    said = await heard(flat)
    assert said.splitlines() == [
        "👤 Ann has assigned you 4 tasks:",
        "#1 Buy milk",
        "#2 Buy bread",
        "#3 Buy jam",
        "#4 Call mum",
        "👥 Flat 12",
    ]
    one = ["✅ 1", "🙋 1", "✅ 2", "🙋 2", "✅ 3", "🙋 3", "✅ 4", "🙋 4"]
    assert bobs(flat).buttons("bob") == one
    assert await heard(flat, seconds=600) == ""

    shown = await bobs(flat).presses("bob", "✅ 2")
    assert "✅ Done: #2 Buy bread" in shown
    assert "☑ #2" not in bobs(flat).buttons("bob")
    await bobs(flat).presses("bob", "🙋 3")
    await flat.says("ann", "/done 1")
    message = bobs(flat).newest("bob")
    assert text_of(message).splitlines()[1:] == [
        "✅ Done: #1 Buy milk",
        "✅ Done: #2 Buy bread",
        "👤 #3 Buy jam: not yours any more",
        "#4 Call mum",
        "👥 Flat 12",
    ]
    assert buttons_of(message) == ["✅ 4", "🙋 4"]
    await bobs(flat).says("bob", "/undo")
    assert "#3 Buy jam\n" in bobs(flat).reads("bob", message)


@pytest.mark.parametrize("count", [20])
async def test_twenty_at_once_are_one_message(flat: Conversation, count: int) -> None:
    lines = "\n".join(f"- Pay bill {n} @bob" for n in range(count))
    await flat.says("ann", f"/add {lines}")
    said = await heard(flat)
    assert said.count("👤 Ann has assigned you") == 1
    assert len(bobs(flat).buttons("bob")) == 2 * count


async def test_different_people_and_groups_are_told_apart(flat: Conversation) -> None:
    project = flat.in_("project")
    for who in ("ann", "bob"):
        await project.says(who, "/list@dueto_bot")
    await flat.says("ann", "/add Buy milk @bob")
    await flat.says("chen", "/add Buy bread @bob")
    await project.says("ann", "/add Draw @bob")
    said = await heard(flat)
    assert said.count("has assigned you a task:") == 3


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("/done 1", "✅ Done: #1 Buy milk"),
        ("/delete 1", "🗑 In the trash: #1 Buy milk"),
        ("/unassign 1", "👤 #1 Buy milk: not yours any more"),
    ],
)
@pytest.mark.parametrize("is_told", [False, True])
async def test_what_is_not_true_any_more_is_not_told(
    flat: Conversation, deed: str, said: str, is_told: bool
) -> None:
    await flat.says("ann", "/add Buy milk @bob")
    if is_told:
        await heard(flat)
    await flat.says("ann", deed)
    if not is_told:
        assert await heard(flat) == ""
        await flat.says("ann", "/undo")
        assert "Buy milk" in await heard(flat), "it is true again"
        return
    message = bobs(flat).newest("bob")
    assert text_of(message) == said
    assert buttons_of(message) == []
    await flat.says("ann", "/undo")
    message = bobs(flat).newest("bob")
    assert "👤 Ann has assigned you a task:" in text_of(message)
    assert buttons_of(message) == [DONE, CANNOT]
    assert await heard(flat) == "", "the message asks again, and no other comes"


async def test_an_assignment_that_is_undone_is_not_told(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk")
    await flat.says("ann", "/assign 1 @bob")
    await flat.says("ann", "/undo")
    assert await heard(flat) == ""
    await flat.says("ann", "/assign 1 @bob")
    await heard(flat)
    await flat.says("ann", "/undo")
    assert text_of(bobs(flat).newest("bob")) == "👤 #1 Buy milk: not yours any more"


async def test_it_says_when_the_task_is_due_by_now(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk @bob")
    await heard(flat)
    await flat.says("ann", "/move 1 tomorrow 18:00")
    message = bobs(flat).newest("bob")
    assert "#1 Buy milk · tomorrow, 18:00" in text_of(message)
    assert buttons_of(message) == [DONE, CANNOT]


async def test_quiet_hours_are_kept(flat: Conversation) -> None:
    await bobs(flat).says("bob", "/settings quiet 14:00-16:00")
    await flat.says("ann", "/add Buy milk @bob")
    assert await heard(flat, seconds=600) == ""
    assert "Buy milk" in await heard(flat, seconds=7200)


async def test_done_from_there(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk @bob")
    await heard(flat)
    assert "✅ Done: #1 Buy milk" in await bobs(flat).presses("bob", DONE)
    assert bobs(flat).buttons("bob") == ["↩️ Undo"]
    await bobs(flat).presses("bob", "↩️ Undo")
    assert "☐ 1 Buy milk" in await flat.says("ann", "/list")


async def test_a_repeating_task_that_is_done_is_told_of_no_more(flat: Conversation) -> None:
    await flat.says("ann", "/add Water the plants every day at 18:00 @bob")
    await heard(flat)
    await flat.says("chen", "/done 1")
    message = bobs(flat).newest("bob")
    assert "✅ Done for now: #1 Water the plants" in text_of(message)
    assert buttons_of(message) == []


async def test_to_who_leaves_the_message_says_no_more(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk @bob")
    await heard(flat)
    flat.telegram.leave(flat.chat("bob"), flat.user("bob"))
    await flat.settle()
    await flat.says("ann", "/done 1")
    assert "👤 Ann has assigned you a task:" in text_of(bobs(flat).newest("bob"))


# Who can?


@pytest.fixture
async def asked(flat: Conversation) -> Conversation:
    """Bob cannot buy milk, and the group is asked."""
    await flat.says("ann", "/add Buy milk @bob")
    await heard(flat)
    assert "#1 Buy milk: not yours any more" in await bobs(flat).presses("bob", CANNOT)
    assert "I'll ask in Flat 12 who can." in text_of(bobs(flat).newest("bob"))
    before = flat.last_id("ann")
    flat.time.pass_(seconds=30)
    assert await flat._heard("ann", before) == "🙋 Bob can't do #1 Buy milk. Who can?"
    return flat


async def test_the_group_is_asked_who_can(asked: Conversation) -> None:
    assert asked.buttons("ann") == [TAKE_ON]
    assert "👤" not in await asked.says("ann", "/show 1")
    assert "👤 #1 Buy milk: Chen" in await asked.presses("chen", TAKE_ON)
    assert "Bob: gave it up" in await asked.says("ann", "/history 1")
    assert await asked.later("ann", minutes=10) == "", "once"


async def test_one_undo_takes_it_back(asked: Conversation) -> None:
    await bobs(asked).says("bob", "/undo")
    assert "👤 Bob" in await asked.says("ann", "/show 1")
    question = next(m for m in asked.messages("ann") if m["message_id"] == asked_id(asked))
    assert (text_of(question), buttons_of(question)) == ("👤 #1 Buy milk: Bob", [])


def asked_id(flat: Conversation) -> int:
    """The message of the group that was the question."""
    shown = [m for m in flat.messages("ann") if text_of(m).startswith(("🙋", "👤 #1"))]
    return int(shown[0]["message_id"])


async def test_undone_at_once_nobody_is_asked(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk @bob")
    await heard(flat)
    await bobs(flat).presses("bob", CANNOT)
    await bobs(flat).presses("bob", "↩️ Undo")
    assert bobs(flat).buttons("bob") == [DONE, CANNOT]
    assert await flat.later("ann", minutes=1) == ""


async def test_the_question_ends_when_somebody_has_it(asked: Conversation) -> None:
    question = asked.newest("ann")
    await asked.says("chen", "/claim 1")
    assert asked.reads("ann", question) == "👤 #1 Buy milk: Chen"
    await asked.says("chen", "/undo")
    assert asked.reads("ann", question) == "🙋 Bob can't do #1 Buy milk. Who can?"
    for who in ("ann", "chen"):  # at the same moment
        asked.telegram.press(asked.user(who), question, TAKE_ON)
    await asked.settle()
    assert asked.reads("ann", question) == "👤 #1 Buy milk: Ann"
    assert "👤 Ann" in await asked.says("ann", "/show 1")


async def test_done_or_deleted_it_asks_no_more(asked: Conversation) -> None:
    question = asked.newest("ann")
    await asked.says("chen", "/done 1")
    assert asked.reads("ann", question) == "✅ Done: #1 Buy milk"


async def test_the_topic_of_the_task_is_asked(anywhere: Conversation) -> None:
    design = anywhere.in_("design")
    for who in ("ann", "bob"):
        await design.says(who, "/list")
    await anywhere.says("bob", "/start")
    await design.says("ann", "/add Draw @bob")
    await anywhere.later("bob", seconds=30)
    await anywhere.presses("bob", CANNOT)
    before = design.last_id("ann")
    anywhere.time.pass_(seconds=30)
    await anywhere.settle()
    question = design.newest("ann")
    assert question["message_id"] > before
    assert "Bob can't do #1 Draw" in text_of(question)


async def test_several_are_one_question(flat: Conversation) -> None:
    await flat.says("ann", "/add - Buy milk @bob\n- Buy bread @bob")
    await heard(flat)
    for number in (1, 2):
        await bobs(flat).presses("bob", f"🙋 {number}")
    before = flat.last_id("ann")
    flat.time.pass_(seconds=30)
    said = await flat._heard("ann", before)
    assert said.splitlines()[0] == "🙋 Bob can't do these 2 tasks. Who can?"
    assert flat.buttons("ann") == ["🙋 1", "🙋 2"]
    shown = await flat.presses("chen", "🙋 2")
    assert shown.splitlines()[1:] == ["#1 Buy milk", "👤 #2 Buy bread: Chen"]
    assert flat.buttons("ann") == ["🙋 1"]


async def test_only_a_member_takes_it(asked: Conversation) -> None:
    question = asked.newest("ann")
    asked.telegram.leave(asked.chat("chen"), asked.user("chen"))
    await asked.settle()
    data = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    private = asked.in_("private")
    await private.says("chen", "/start")
    await private.forges("chen", data, on=private.newest("chen"))
    assert "👤" not in await asked.says("ann", "/show 1")


async def test_who_is_not_assigned_cannot_give_it_up(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk @bob")
    await heard(flat)
    message = bobs(flat).newest("bob")
    data = message["reply_markup"]["inline_keyboard"][0][1]["callback_data"]
    await flat.says("ann", "/unassign 1")
    assert await bobs(flat).forges("bob", data, on=message) == "Already so."
    assert await flat.later("ann", minutes=1) == ""
