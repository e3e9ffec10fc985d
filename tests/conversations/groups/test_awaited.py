"""A @username that the group has not seen yet is kept, and joined to its person later."""

from __future__ import annotations

import pytest

from bot.playground.world import User
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, text_of
from tests.support.spending import sent

KNOWN_LATER = "I'll know @sam once they write here."


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """A group in which Ann and Bob have written, and Sam has not."""
    here = anywhere.in_("flat")
    here.telegram.world.bot.privacy_mode = False
    for who in ("ann", "bob"):
        await here.says(who, "/list@dueto_bot")
    return here


@pytest.fixture
def sam(flat: Conversation) -> User:
    """Somebody who is in the group, and whom the bot has not seen."""
    user = flat.telegram.new_user(User(1005, "Sam", None, "Sam", "en"))
    flat.telegram.join(flat.chat("ann"), user)
    flat.telegram.world.updates.clear()
    return user


async def whose(flat: Conversation, number: int = 1) -> str:
    """Whose a task is, on its card."""
    lines = (await flat.says("ann", f"/show {number}")).splitlines()
    return next((line.removeprefix("👤 ") for line in lines if line.startswith("👤")), "")


async def writes(flat: Conversation, who: User, text: str = "hello") -> None:
    flat.telegram.say(who, text, to=flat.to())
    await flat.settle()


@pytest.mark.parametrize(
    "said",
    ["/add Buy milk @sam", "@dueto_bot Buy milk @Sam tomorrow", "/add - Buy milk @sam\n- Bread"],
)
async def test_it_is_kept_on_capture(flat: Conversation, said: str) -> None:
    answer = await flat.says("ann", said)
    assert "I'll know @sam once they write here." in answer.replace("@Sam", "@sam")
    assert (await whose(flat)).lower() == "@sam"


async def test_it_is_kept_by_commands_and_edits(flat: Conversation) -> None:
    await flat.adds("ann", "Buy milk", "Buy bread", "Buy jam")
    assert (await flat.says("ann", "/assign 1 @sam @bob")).splitlines() == [
        "👤 #1 Buy milk: Bob, @sam",
        KNOWN_LATER,
    ]
    assert KNOWN_LATER in await flat.says("ann", "/edit 2 Buy oats @sam")
    assert KNOWN_LATER in await flat.edits("ann", "/add Buy jam", "/add Buy jam @sam")
    assert "Buy jam" in await flat.says("ann", "/list @sam")
    assert await flat.says("ann", "/assign 1 @SAM") == "👤 #1 Buy milk: Bob, @sam"
    assert "👤 @sam" in await flat.says("ann", "/list")
    several = await flat.says("ann", "/assign 1 @kim")
    assert "I'll know @sam, @kim once they write here." in several


async def test_it_is_taken_off(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk @sam @kim_2")
    assert "#1 Buy milk: @kim_2" in await flat.says("ann", "/unassign 1 @Sam")
    await flat.says("ann", "/assign 1")
    assert flat.buttons("ann") == ["✓ @kim_2", "Ann", "Bob", "‹ Back"]
    await flat.presses("ann", "✓ @kim_2")
    assert flat.buttons("ann") == ["Ann", "Bob", "‹ Back"]
    await flat.says("ann", "/undo")
    assert await whose(flat) == "@kim_2"
    assert "nobody's" in await flat.says("ann", "/unassign 1")


@pytest.mark.parametrize(("name", "title"), [("@sam", "Buy milk @sam"), ("@bob", "Buy milk @bob")])
async def test_a_chip_gives_the_words_back(flat: Conversation, name: str, title: str) -> None:
    await flat.says("ann", f"/add Buy milk {name}")
    shown = await flat.presses("ann", f"{name} ✕")
    assert shown.startswith(f"➕ #1 {title}")
    assert await whose(flat) == ""
    await flat.says("ann", "/undo")
    assert await whose(flat) == ("@sam" if name == "@sam" else "Bob")


@pytest.mark.parametrize("way", ["writes", "joins", "presses", "renames"])
async def test_it_is_joined_to_the_person(flat: Conversation, sam: User, way: str) -> None:
    await flat.says("ann", "/add Buy milk @sam")
    await flat.says("ann", "/add Buy bread @sam @bob")
    bobs = flat.user("bob")
    match way:
        case "writes":
            await writes(flat, sam)
        case "joins":
            flat.telegram.leave(flat.chat("ann"), sam)
            flat.telegram.join(flat.chat("ann"), sam)
            await flat.settle()
        case "presses":
            flat.telegram.press(sam, flat.newest("ann"), "✅ Done")
            await flat.settle()
            await flat.says("ann", "/undo")
        case "renames":
            sam.username = None
            await writes(flat, sam)
            assert await whose(flat) == "@sam"
            sam.username = "sam"
            flat.telegram.say(sam, "/start")
            await flat.settle()
    assert await whose(flat) == "Sam"
    assert await whose(flat, 2) == "Bob, Sam"
    assert bobs.username == "bob"


async def test_who_takes_a_known_name_is_joined(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk @sam")
    flat.user("bob").username = "Sam"
    await flat.in_("private").says("bob", "/start")
    assert await whose(flat) == "Bob"


async def test_only_in_their_own_chats(flat: Conversation) -> None:
    project = flat.in_("project")
    await project.says("ann", "/add Draw @dasha")
    await flat.says("ann", "/add Buy milk @dasha")
    await project.says("dasha", "hello")
    assert "👤 Dasha" in await project.says("ann", "/show 1")
    assert await whose(flat) == "@dasha"


async def test_who_comes_back_is_joined_again(flat: Conversation) -> None:
    bob = flat.user("bob")
    flat.telegram.leave(flat.chat("bob"), bob)
    await flat.settle()
    assert "I'll know @bob once" in await flat.says("ann", "/add Buy milk @bob")
    flat.telegram.join(flat.chat("ann"), bob)
    await flat.settle()
    assert await whose(flat) == "Bob"


async def test_they_are_told_if_they_have_started_the_bot(flat: Conversation, sam: User) -> None:
    await flat.says("ann", "/add Buy milk")
    await flat.says("bob", "/assign 1 @sam")
    flat.telegram.say(sam, "/start")
    await flat.settle()
    assert await whose(flat) == "@sam", "in private nobody sees that they are in the group"
    await writes(flat, sam)
    flat.time.pass_(seconds=30)
    await flat.settle()
    private = flat.telegram.messages(flat.telegram.private(sam))
    assert text_of(private[-1]).splitlines()[:2] == [
        "👤 Bob has assigned you a task:",
        "#1 Buy milk",
    ]
    assert buttons_of(private[-1]) == ["✅ Done", "🙋 Can't"]


async def test_what_was_assigned_to_the_name_can_be_undone(flat: Conversation, sam: User) -> None:
    await flat.says("ann", "/add Buy milk")
    await flat.says("ann", "/assign 1 @sam")
    await writes(flat, sam)
    assert "Ann: assigned Sam" in await flat.says("ann", "/history 1")
    await flat.says("ann", "/undo")
    assert await whose(flat) == ""


async def test_an_undo_of_before_means_the_person_by_now(flat: Conversation, sam: User) -> None:
    await flat.says("ann", "/add Buy milk @sam")
    await flat.says("ann", "/unassign 1")
    await writes(flat, sam)
    await flat.says("ann", "/undo")
    assert await whose(flat) == "Sam"


async def test_the_next_occurrence_waits_for_them_too(flat: Conversation, sam: User) -> None:
    await flat.says("ann", "/add Water the plants every day at 18:00 @sam")
    await flat.says("ann", "/done 1")
    assert await whose(flat) == "@sam"
    await writes(flat, sam)
    assert await whose(flat) == "Sam"


async def test_a_reminder_names_them(flat: Conversation) -> None:
    await flat.says("ann", "/add Buy milk at 15:00 @sam")
    assert "@sam" in await flat.later("ann", hours=2)


async def test_the_limit_counts_them(flat: Conversation) -> None:
    names = " ".join(f"@name{n}" for n in range(20))
    await flat.says("ann", f"/add Buy milk {names}")
    assert "up to 20 assignees" in await flat.says("ann", "/assign 1 @bob")
    assert "up to 20 assignees" in await flat.says("ann", "/assign 1 @sam")


@pytest.mark.parametrize("name", ["@dueto_bot", "@b", "ann@example.org"])
async def test_what_is_nobody_stays_in_the_title(flat: Conversation, name: str) -> None:
    answer = await flat.says("ann", f"/add Write {name} about milk")
    assert name in answer.splitlines()[0]
    assert "I'll know" not in answer
    assert await whose(flat) == ""


async def test_in_private_it_is_a_word(anywhere: Conversation) -> None:
    assert "➕ #1 Call @sam" in await anywhere.says("ann", "Call @sam")


async def test_ordinary_messages_cost_no_statement_more(flat: Conversation, sam: User) -> None:
    """Only a membership or a username that is new is looked up."""
    await flat.says("ann", "/add Buy milk @sam")
    flat.telegram.say(flat.user("bob"), "hello", to=flat.to())
    usual = await sent(flat)
    assert not [one for one in usual if "awaited" in one and "SELECT" in one]
    flat.telegram.say(sam, "hello", to=flat.to())
    assert [one for one in await sent(flat) if "awaited" in one and "SELECT" in one]
    flat.telegram.say(sam, "hello", to=flat.to())
    assert not [one for one in await sent(flat) if "awaited" in one and "SELECT" in one]
