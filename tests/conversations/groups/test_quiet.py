"""/quiet: a 👍 on the message in place of an answer that only confirms it."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import text_of
from tests.support.telegram import Json


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """Ann has asked for quiet in the flat, where #1 is open and Bob is known."""
    here = anywhere.in_("flat")
    await here.says("bob", "/list")
    await here.adds("ann", "Water the plants")
    assert "👍" in await here.says("ann", "/quiet")
    return here


def own(chat: Conversation, text: str) -> Json:
    """The newest message of somebody's with these words."""
    return next(
        m for m in reversed(chat.messages("ann")) if text_of(m) == text and not chat.is_bots(m)
    )


def reactions(chat: Conversation, text: str) -> tuple[str, ...]:
    """The bot's on that message."""
    post = chat.chat("ann").posts[own(chat, text)["message_id"]]
    return post.reactions.get(chat.telegram.bot.id, ())


@pytest.mark.parametrize(
    "said",
    [
        "/add Milk",
        "/add Milk tomorrow 9:00 #home !high @bob",
        "/add - Milk\n- Bread",
        "/move 1 friday",
        "/snooze 1 2 hours",
        "/assign 1 @bob",
        "/claim 1",
        "/done 1",
        "/delete 1",
    ],
)
async def test_a_confirmation_is_a_reaction(flat: Conversation, said: str) -> None:
    assert await flat.says("ann", said) == ""
    assert reactions(flat, said) == ("👍",)
    assert await flat.says("ann", "/undo") == ""
    assert reactions(flat, "/undo") == ("👍",)
    assert " 1 Water the plants" in await flat.says("ann", "/list")
    assert "Milk" not in await flat.says("ann", "/list")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("/add Pay rent 31 february", "#2 Pay rent"),  # there is no such day
        ("/add Milk 5/6", "#2 Milk"),  # May or June
        ("/add Milk tomorrow, call Bob friday", "#2 Milk"),  # perhaps two
        ("/add Milk @nobody", "#2 Milk"),
        ("/list", " 1 Water"),
        ("/show 1", "#1 Water"),
        ("/move 1", "When"),
        ("/done 1 77", "77"),
        ("/done 77", "no task #77"),
        ("/add", "/add"),
        ("/edit 1 Water all plants", "Water all plants"),
    ],
)
async def test_what_says_something_is_said(flat: Conversation, said: str, answer: str) -> None:
    assert answer in await flat.says("ann", said)
    assert reactions(flat, said) == ()


async def test_doing_it_twice_is_said(flat: Conversation) -> None:
    assert await flat.says("ann", "/done 1") == ""
    assert "already" in await flat.says("bob", "/done 1")


async def test_where_reactions_are_off_words_come(flat: Conversation) -> None:
    flat.setup.trouble_is_meant = True
    flat.chat("ann").takes_reactions = False
    assert "#2 Milk" in await flat.says("ann", "/add Milk")
    assert "Done: #2 Milk" in await flat.says("ann", "done", reply_to=flat.newest("ann"))


async def test_where_the_message_is_gone_words_come(flat: Conversation) -> None:
    flat.setup.trouble_is_meant = True
    message = flat.telegram.say(flat.town.ann, "/add Milk", to=flat.town.flat)
    flat.telegram.delete_message(message)
    before = flat.last_id("ann")
    await flat.settle()
    assert "#2 Milk" in text_of(flat.newest("ann"))
    assert flat.newest("ann")["message_id"] >= before


async def test_an_edited_message_is_answered_in_words(flat: Conversation) -> None:
    """It has its 👍 already: another one would show nothing."""
    await flat.says("ann", "/add Milk")
    assert "#2 Oat milk" in await flat.edits("ann", "/add Milk", "/add Oat milk")


async def test_buttons_say_what_they_did_as_ever(flat: Conversation) -> None:
    await flat.says("ann", "/show 1")
    assert "Done" in await flat.presses("ann", "✅ Done") + flat.alert


async def test_off_and_on_again(flat: Conversation) -> None:
    assert "in words" in await flat.says("ann", "/quiet off")
    assert "#2 Milk" in await flat.says("ann", "/add Milk")
    assert "👍" in await flat.says("ann", "/quiet on")
    assert "👍" in await flat.says("ann", "/quiet"), "and says so once more"
    assert await flat.says("ann", "/undo") == "", "which is the first one's"
    assert "#3 Bread" in await flat.says("ann", "/add Bread")
    assert "/quiet off" in await flat.says("ann", "/quiet please")


async def test_only_administrators_choose(flat: Conversation) -> None:
    assert "Ann" in await flat.says("bob", "/quiet off")
    assert await flat.says("ann", "/add Milk") == ""


async def test_in_private_there_is_none(anywhere: Conversation) -> None:
    assert "group" in await anywhere.says("ann", "/quiet")


async def test_a_reaction_that_could_not_leave_is_made_by_the_next_process(
    flat: Conversation,
) -> None:
    flat.setup.trouble_is_meant = True
    flat.telegram.fail_next("setMessageReaction", code=429, retry_after=3_000, times=2)
    flat.telegram.say(flat.town.ann, "/add Milk", to=flat.town.flat)
    for update in await flat.waiting():
        await flat.application.endpoint.receive(update)
        flat.setup.offset = update["update_id"] + 1
    await flat.setup.restart()
    flat.time.pass_(hours=2)
    await flat.application.endpoint.answers.resume(everyone=True)
    await flat.settle()
    assert reactions(flat, "/add Milk") == ("👍",)
