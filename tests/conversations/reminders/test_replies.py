"""A reply goes to the very task that its message is about, wherever that task lives."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation
from tests.support.messages import text_of

# every kind of words that a reply may have, and what the group's task says afterwards
REPLIES = {
    "done": ("/list done", "#1 Water the plants"),
    "done 1": ("/list done", "#1 Water the plants"),
    "delete": ("/list trash", "🗑 1 Water the plants"),
    "tomorrow 9": ("/show 1", "#1 Water the plants"),
    "skip": ("/show 1", "tomorrow, 15:00"),
    "#balcony": ("/show 1", "#balcony"),
    "!high": ("/show 1", "high"),
    "nag 20m": ("/show 1", "every 20 minutes"),
    "the blue can is broken": ("/show 1", "the blue can is broken"),
}


@pytest.fixture
async def reminded(anywhere: Conversation) -> Conversation:
    """Ann was reminded in private of a group's #1; her own #1 is another task."""
    await anywhere.says("ann", "/add My own secret friday")
    flat = anywhere.in_("flat")
    await flat.says("ann", "/add Water the plants every day at 15:00 @ann")
    await anywhere.later("ann", minutes=31)
    assert "Water the plants" in text_of(anywhere.newest("ann"))
    return anywhere


@pytest.mark.parametrize("words", REPLIES)
async def test_a_reply_never_goes_to_the_same_number_of_another_list(
    reminded: Conversation, words: str
) -> None:
    before = await reminded.says("ann", "/show 1")
    reminder = next(
        m for m in reversed(reminded.messages("ann")) if "Water the plants" in text_of(m)
    )
    said = await reminded.says("ann", words, reply_to=reminder)
    assert "Water the plants" in said
    assert "secret" not in said
    assert await reminded.says("ann", "/show 1") == before
    look, shown = REPLIES[words]
    if words.startswith("done"):  # it repeats
        look, shown = "/show 1", "tomorrow, 15:00"
    assert shown in await reminded.in_("flat").says("ann", look)


async def test_a_reply_that_names_other_numbers_means_those(reminded: Conversation) -> None:
    reminder = reminded.newest("ann")
    await reminded.adds("ann", "Second", "Third")
    await reminded.says("ann", "done 2 3", reply_to=reminder)
    done = await reminded.says("ann", "/list done")
    assert "☑ 2 Second" in done
    assert "☑ 3 Third" in done
    assert "☑ 1" not in done


async def test_free_words_become_a_note_and_undo_takes_it_back(chat: Conversation) -> None:
    await chat.adds("ann", "Call mom at 15:00")
    await chat.later("ann", minutes=31)
    reminder = chat.newest("ann")
    assert "📝 Noted: #1" in await chat.says("ann", "she is in Rome", reply_to=reminder)
    await chat.says("ann", "ask about the cat", reply_to=reminder)
    card = await chat.says("ann", "/show 1")
    assert "she is in Rome\nask about the cat" in card
    await chat.says("ann", "/undo")
    card = await chat.says("ann", "/show 1")
    assert "she is in Rome" in card
    assert "cat" not in card


async def test_a_note_that_is_too_long_is_refused(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Call mom at 15:00")
    await anywhere.later("ann", minutes=31)
    long = "word " * 790
    reminder = anywhere.newest("ann")
    await anywhere.says("ann", long, reply_to=reminder)
    assert "4,000" in await anywhere.says("ann", long, reply_to=reminder)
