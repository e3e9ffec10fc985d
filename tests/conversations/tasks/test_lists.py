"""Lists: filters, pages of ten, one living message, agendas by days."""

from __future__ import annotations

from storage.tasks.lists import Scope
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, data_of

FILTERS = ["• Open", "Today", "Week", "Overdue", "No date", "Done", "All", "Trash"]


async def twelve_tasks(chat: Conversation) -> None:
    await chat.adds("ann", "\n".join(f"- Task {number}" for number in range(1, 13)))


async def test_a_list_shows_ten_tasks_a_page(chat: Conversation) -> None:
    await twelve_tasks(chat)
    said = await chat.says("ann", "/list")
    assert said.splitlines()[0] == "📋 Open tasks · 12 tasks · page 1 of 2"
    assert said.splitlines()[1] == "1. ☐ #1 Task 1"
    assert said.splitlines()[-1] == "10. ☐ #10 Task 10"
    numbers = [str(number) for number in range(1, 11)]
    assert chat.buttons("ann") == [*numbers, "‹", "1/2", "›", *FILTERS]


async def test_a_list_is_one_living_message(chat: Conversation) -> None:
    await twelve_tasks(chat)
    await chat.says("ann", "/list")
    there = len(chat.messages("ann"))
    said = await chat.presses("ann", "›")
    assert "page 2 of 2" in said
    assert "1. ☐ #11 Task 11" in said
    assert "page 1 of 2" in await chat.presses("ann", "›")
    assert "page 2 of 2" in await chat.presses("ann", "‹")
    await chat.presses("ann", "2/2")
    assert "Nothing is done yet" in await chat.presses("ann", "Done")
    assert "• Done" in chat.buttons("ann")
    assert len(chat.messages("ann")) == there


async def test_a_card_leads_back_to_the_same_page(chat: Conversation) -> None:
    await twelve_tasks(chat)
    await chat.says("ann", "/list")
    await chat.presses("ann", "›")
    card = await chat.presses("ann", "2")
    assert "#12 Task 12" in card
    assert "added" in card
    await chat.presses("ann", "📅 Date")
    await chat.presses("ann", "‹ Back")
    await chat.presses("ann", "✅ Done")
    said = await chat.presses("ann", "‹ List")
    assert "page 2 of 2" in said
    assert said.splitlines()[1:] == ["1. ☐ #11 Task 11"]
    assert "page 1 of 1" not in said


async def test_a_page_that_is_gone_is_the_last_one(chat: Conversation) -> None:
    await twelve_tasks(chat)
    await chat.says("ann", "/list")
    page_two = data_of(chat.newest("ann"), "›")
    await chat.says("ann", "/done 1-5")
    await chat.forges("ann", page_two, on=chat.with_button("ann", "›"))
    assert "7 tasks" in chat.reads("ann", chat.with_button("ann", "• Open"))


async def test_filters_choose(chat: Conversation) -> None:
    await chat.adds(
        "ann", "Milk today #shop", "Rent friday !high #home", "Bread #shop !low", "Ring 10:00 today"
    )
    await chat.adds("ann", "Old tax 2026-09-01", "Paint the wall 2026-12-01")
    await chat.says("ann", "/done 3")
    chosen = {
        "today": ["#1", "#4"],
        "week": ["#1", "#2", "#4"],
        "overdue": ["#4"],
        "nodate": ["#5"],
        "done": ["#3"],
        "all": ["#1", "#2", "#3", "#4", "#5", "#6"],
        "#shop": ["#1"],
        "all #SHOP": ["#1", "#3"],
        "!high": ["#2"],
        "!1": ["#2"],
        "wall": ["#6"],
        "all #home rent": ["#2"],
        "me": [],
        "@bob": [],
        "trash": [],
    }
    for words, expected in chosen.items():
        said = await chat.says("ann", f"/list {words}")
        shown = [f"#{n}" for n in range(1, 7) if f"#{n} " in said]
        assert shown == expected, (words, said)


async def test_an_empty_list_says_so_in_its_own_words(chat: Conversation) -> None:
    heard = set()
    for scope in Scope:
        said = await chat.says("ann", f"/list {scope}") if scope is not Scope.SEARCH else ""
        assert scope is Scope.SEARCH or len(said.splitlines()) == 2, scope
        heard.add(said)
    assert len(heard) == len(Scope)
    assert "Nothing to do here fits that" in await chat.says("ann", "/list #nothing")
    assert "Nothing found" in await chat.says("ann", "/search nothing")


async def test_filters_of_any_length_and_script_turn_pages(chat: Conversation) -> None:
    tag = "#списокпокупокнавыходные"
    words = "молоко 🥛 и ещё хлеб"
    await chat.adds("ann", "\n".join(f"- {words} {tag} {n}" for n in range(12)))
    said = await chat.says("ann", f"/list {tag} !medium {words}")
    assert "page 1 of 2" in said
    assert "page 2 of 2" in await chat.presses("ann", "›")
    await chat.presses("ann", "1")
    await chat.presses("ann", "🏷 Tags")
    assert f"✓ {tag}" in chat.buttons("ann")
    await chat.presses("ann", "‹ Back")
    said = await chat.presses("ann", "‹ List")
    assert "page 2 of 2" in said
    assert tag in said
    assert words in said


async def test_any_character_of_a_filter_turns_pages(chat: Conversation) -> None:
    for words in ("foo:bar", "100%", "%3A", "a:b:c %25"):
        await chat.adds("ann", "\n".join(f"- {words} {n}" for n in range(11)))
        said = await chat.says("ann", f"/list {words}")
        assert f"“{words}”" in said.splitlines()[0]
        title = said.splitlines()[0].replace("page 1", "page 2")
        assert (await chat.presses("ann", "›")).splitlines()[0] == title
        await chat.presses("ann", "1")
        assert (await chat.presses("ann", "‹ List")).splitlines()[0] == title


async def test_a_list_shows_what_a_task_is_marked_with(chat: Conversation) -> None:
    await chat.adds("ann", "Rent friday 10:00 every month !high #home")
    said = await chat.says("ann", "/list")
    assert said.splitlines()[1] == "1. ☐ #1 Rent · Friday, 10:00 🔁 ❗ #home"
    await chat.says("ann", "/delete 1")
    assert "🗑 #1" in await chat.says("ann", "/list trash")


async def test_the_agenda_goes_by_days(chat: Conversation) -> None:
    await chat.adds("ann", "Dentist 2026-09-25 9:00", "Milk today", "Ring the bank today 18:00")
    await chat.adds("ann", "Rent tomorrow", "Someday", "Next month 2026-10-20", "Lunch today 12:00")
    said = await chat.says("ann", "/week")
    assert said.splitlines() == [
        "🗓 This week · 5 tasks",
        "",
        "⏰ Overdue",
        "1. ☐ #7 Lunch · today, 12:00",
        "",
        "Today, Wed 23 Sept",
        "2. ☐ #2 Milk · today",
        "3. ☐ #3 Ring the bank · today, 18:00",
        "",
        "Tomorrow, Thu 24 Sept",
        "4. ☐ #4 Rent · tomorrow",
        "",
        "Friday",
        "5. ☐ #1 Dentist · Friday, 09:00",
    ]
    today = await chat.says("ann", "/today")
    assert "#4" not in today
    assert "#7" in today
    assert "#3" in today


async def test_a_list_stays_up_to_date_when_it_is_pressed(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk", "Bread")
    await flat.says("ann", "/list")
    shown = flat.newest("ann")
    await flat.says("bob", "/done 1")
    said = await flat.presses("bob", "• Open", on=shown)
    assert "#1" not in said
    assert "#2 Bread" in said
    assert "1" in buttons_of(flat.with_button("bob", "• Open"))


async def test_a_filter_has_as_many_tags_as_a_task(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk #home")
    tags = [f"#tag{number}" for number in range(19)]
    assert "Nothing" in await chat.says("ann", " ".join(["/list #home #HOME", *tags]))
    for more in (2, 300, 900):
        words = " ".join(["/list #home", *tags, *(f"#x{number}" for number in range(more))])
        assert "20 tags" in await chat.says("ann", words[:4096])


async def test_a_command_names_50_tasks(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk")
    for text in ("/done 1-99999", "/delete 1-51", f"/done {' '.join(map(str, range(1, 52)))}"):
        assert "50 tasks" in await chat.says("ann", text)
    assert "Buy milk" in await chat.says("ann", "/list")
    assert "✅" in await chat.says("ann", "/done 1-50")
