"""Search: every word by its beginning, in every chat that the asker reaches from here."""

from __future__ import annotations

from tests.support.conversations import Conversation


async def test_search_reads_title_notes_tags_and_checklist(chat: Conversation) -> None:
    await chat.adds("ann", "Milk and bread", "Paint\nthe white wall", "Rent #Wohnung")
    await chat.adds("ann", "Shopping\n- oat milk", "Café Zürich", "Ёлка купить", "Done thing")
    await chat.says("ann", "/done 7")
    found = {
        "mi": ["#1", "#4"],
        "BRE mi": ["#1"],
        "white": ["#2"],
        "wohn": ["#3"],
        "oat": ["#4"],
        "cafe zurich": ["#5"],
        "елка": ["#6"],
        "thing": ["#7"],
        "ilk": [],
        "milk paint": [],
    }
    for words, expected in found.items():
        said = await chat.says("ann", f"/search {words}")
        assert [
            f"#{n}" for n in range(1, 8) if f"☐ {n} " in said or f"☑ {n} " in said
        ] == expected, words
    assert "/search milk" in await chat.says("ann", "/search")


async def test_a_search_opens_cards_and_leads_back(chat: Conversation) -> None:
    await chat.adds("ann", "\n".join(f"- Milk {n}" for n in range(12)))
    said = await chat.says("ann", "/search milk")
    assert "🔎 Search · “milk” · 12 tasks · page 1 of 2" in said
    await chat.presses("ann", "›")
    await chat.presses("ann", "✏️")
    await chat.presses("ann", "✏️ 1")
    said = await chat.presses("ann", "‹ List")
    assert "🔎 Search · “milk” · 12 tasks · page 2 of 2" in said


async def test_whole_words_of_the_title_come_first(chat: Conversation) -> None:
    await chat.adds("ann", "Shopping\n- milk", "Milkshake", "Buy milk")
    said = await chat.says("ann", "/search milk")
    assert said.index("☐ 3") < said.index("☐ 2") < said.index("☐ 1")


async def test_in_private_ones_groups_are_searched_too(anywhere: Conversation) -> None:
    flat, design = anywhere.in_("flat"), anywhere.in_("design")
    await flat.adds("ann", "Milk for the flat")
    await design.adds("ann", "Milk advert")
    await anywhere.says("ann", "Milk at home")
    said = await anywhere.says("ann", "/search milk")
    assert "3 tasks" in said
    assert "👥 Flat 12" in said
    assert "👥 Project X" in said
    await anywhere.presses("ann", "✏️")
    card = await anywhere.presses("ann", "✏️ 1 Flat 12")
    assert "#1 Milk for the flat" in card
    assert "👥 Flat 12" in card
    await anywhere.presses("ann", "✅ Done")
    assert "Nothing to do" in await flat.says("bob", "/list")


async def test_a_group_finds_its_own_only(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await anywhere.says("ann", "Milk of mine")
    await anywhere.in_("design").adds("ann", "Milk advert")
    assert "Nothing found" in await flat.says("ann", "/search milk")
    assert "Nothing found" in await anywhere.says("bob", "/search milk")


async def test_odd_searches_find_nothing_and_break_nothing(chat: Conversation) -> None:
    await chat.adds("ann", "100% milk_shake \\o/ 🥛")
    for words in ("%", "_", "\\", "'", '"', "100%", "🥛", "a " * 60, "<b>", "-- ;"):
        assert "🔎 Search" in await chat.says("ann", f"/search {words}"), words
    assert "☐ 1" not in await chat.says("ann", "/search 1_0")
    assert "☐ 1" in await chat.says("ann", "/search 🥛")
