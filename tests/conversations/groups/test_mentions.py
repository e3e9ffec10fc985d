"""People without a username are assignees by a text mention, which the app marks in the words."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation


async def says(chat: Conversation, text: str, name: str = "Chen", who: str = "chen") -> str:
    """Ann writes a text in which a name was picked from the list of members."""
    before = chat.last_id("ann")
    offset = len(text[: text.index(name)].encode("utf-16-le")) // 2
    user = chat.user(who)
    mark = {"type": "text_mention", "offset": offset, "length": len(name), "user": user.json()}
    chat.telegram.say(chat.user("ann"), text, to=chat.to(), entities=[mark])
    return await chat._heard("ann", before)


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """A group that has heard of Chen, who has no username."""
    flat = anywhere.in_("flat")
    flat.telegram.world.bot.privacy_mode = False
    await flat.says("chen", "/list@dueto_bot")
    return flat


@pytest.mark.parametrize(
    "text",
    ["/add Buy milk Chen tomorrow", "/add Chen Buy milk", "@dueto_bot 🙂 Buy milk Chen #home"],
)
async def test_who_is_mentioned_is_assigned(flat: Conversation, text: str) -> None:
    said = await says(flat, text)
    assert "➕ #1 Buy milk\n" in said.replace("🙂 ", "")
    assert "👤 Chen" in said


async def test_a_name_in_any_script_and_of_several_words(flat: Conversation) -> None:
    said = await says(flat, "/add Buy milk Чэнь Ли tomorrow", "Чэнь Ли")
    assert "➕ #1 Buy milk\n" in said
    assert "👤 Chen" in said


async def test_a_chip_takes_another_mark_back_and_the_person_stays(flat: Conversation) -> None:
    await says(flat, "/add Buy milk Чэнь tomorrow", "Чэнь")
    said = await flat.presses("ann", "tomorrow ✕")
    assert "#1 Buy milk tomorrow\n" in said
    assert "👤 Chen" in said


async def test_an_edit_by_number_and_of_the_message(flat: Conversation) -> None:
    await flat.says("ann", "/add@dueto_bot Buy milk")
    assert "👤 Chen" in await says(flat, "/edit 1 Buy milk Chen")
    await says(flat, "/add Buy bread Chen")
    assert "👤 Chen" in await flat.says("ann", "/show@dueto_bot 2")


async def test_each_line_of_a_list_has_its_own_people(flat: Conversation) -> None:
    await says(flat, "/add - Buy milk\n- Buy bread Chen")
    assert "👤" not in await flat.says("ann", "/show@dueto_bot 1")
    assert "👤 Chen" in await flat.says("ann", "/show@dueto_bot 2")


async def test_who_is_not_here_stays_in_the_title(flat: Conversation) -> None:
    said = await says(flat, "/add Buy milk Dasha", "Dasha", "dasha")
    assert "Buy milk @Dasha" in said
    assert "👤" not in said


async def test_in_private_it_is_a_word(anywhere: Conversation) -> None:
    assert "➕ #1 Call Chen" in await says(anywhere, "Call Chen")
