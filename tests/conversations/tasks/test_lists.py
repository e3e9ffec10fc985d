"""Lists: filters, pages of ten, one living message, agendas by days."""

from __future__ import annotations

from storage.tasks.lists import Scope
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, data_of

FILTERS = ["• Open", "Today", "Week", "Overdue", "No date", "Done", "All", "Trash", "‹ Back"]


async def twelve_tasks(chat: Conversation) -> None:
    await chat.adds("ann", "\n".join(f"- Task {number}" for number in range(1, 13)))


async def test_a_list_shows_ten_tasks_a_page(chat: Conversation) -> None:
    await twelve_tasks(chat)
    said = await chat.says("ann", "/list")
    assert said.splitlines()[0] == "📋 Open tasks · 12 tasks · page 1 of 2"
    assert said.splitlines()[1] == "☐ 1 Task 1"
    assert said.splitlines()[-1] == "☐ 10 Task 10"
    numbers = [f"☐ {number}" for number in range(1, 11)]
    assert chat.buttons("ann") == [*numbers, "‹", "1/2", "›", "🔍 Filter", "✏️"]
    assert (await chat.presses("ann", "🔍 Filter")) == said
    in_group = chat.place != "private"
    assert chat.buttons("ann") == [*FILTERS, *(["🔗 In private"] * in_group)]


async def test_a_list_is_one_living_message(chat: Conversation) -> None:
    await twelve_tasks(chat)
    await chat.says("ann", "/list")
    there = len(chat.messages("ann"))
    said = await chat.presses("ann", "›")
    assert "page 2 of 2" in said
    assert "☐ 11 Task 11" in said
    assert "page 1 of 2" in await chat.presses("ann", "›")
    assert "page 2 of 2" in await chat.presses("ann", "‹")
    await chat.presses("ann", "2/2")
    await chat.presses("ann", "🔍 Filter")
    assert "Nothing is done yet" in await chat.presses("ann", "Done")
    assert chat.buttons("ann") == ["🔍 Filter"]
    await chat.presses("ann", "🔍 Filter")
    assert "• Done" in chat.buttons("ann")
    assert len(chat.messages("ann")) == there


async def test_a_card_leads_back_to_the_same_page(chat: Conversation) -> None:
    await twelve_tasks(chat)
    await chat.says("ann", "/list")
    await chat.presses("ann", "›")
    await chat.presses("ann", "✏️")
    card = await chat.presses("ann", "✏️ 12")
    assert "#12 Task 12" in card
    assert "added" in card
    await chat.presses("ann", "📅 Date")
    await chat.presses("ann", "‹ Back")
    await chat.presses("ann", "✅ Done")
    said = await chat.presses("ann", "‹ List")
    assert "page 2 of 2" in said
    assert said.splitlines()[1:] == ["☐ 11 Task 11"]
    assert "✏️ 11" in chat.buttons("ann")
    assert "page 1 of 1" not in said


async def test_a_page_that_is_gone_is_the_last_one(chat: Conversation) -> None:
    await twelve_tasks(chat)
    await chat.says("ann", "/list")
    page_two = data_of(chat.newest("ann"), "›")
    await chat.says("ann", "/done 1-5")
    await chat.forges("ann", page_two, on=chat.with_button("ann", "›"))
    assert "7 tasks" in chat.reads("ann", chat.with_button("ann", "☐ 12"))


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
        "me": ["#1", "#2", "#4", "#5", "#6"] if chat.place == "private" else [],
        "@bob": [],
        "trash": [],
    }
    for words, expected in chosen.items():
        said = await chat.says("ann", f"/list {words}")
        lines = [line.split()[1] for line in said.splitlines() if line[0] in "☐☑🗑"]
        shown = sorted(f"#{number}" for number in lines if number.isdecimal())
        assert shown == expected, (words, said)


async def test_an_empty_list_says_so_in_its_own_words(chat: Conversation) -> None:
    heard = set()
    for scope in Scope:
        said = await chat.says("ann", f"/list {scope}") if scope is not Scope.SEARCH else ""
        assert scope is Scope.SEARCH or len(said.splitlines()) == 2, scope
        heard.add(said)
    assert len(heard) == len(Scope)
    assert "No matching tasks" in await chat.says("ann", "/list #nothing")
    assert "Nothing found" in await chat.says("ann", "/search nothing")


async def test_filters_of_any_length_and_script_turn_pages(chat: Conversation) -> None:
    tag = "#списокпокупокнавыходные"
    words = "молоко 🥛 и ещё хлеб"
    await chat.adds("ann", "\n".join(f"- {words} {tag} {n}" for n in range(12)))
    said = await chat.says("ann", f"/list {tag} !medium {words}")
    assert "page 1 of 2" in said
    assert "page 2 of 2" in await chat.presses("ann", "›")
    await chat.presses("ann", "✏️")
    await chat.presses("ann", "✏️ 11")
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
        await chat.presses("ann", "✏️")
        await chat.presses("ann", next(one for one in chat.buttons("ann") if "✏️ " in one))
        assert (await chat.presses("ann", "‹ List")).splitlines()[0] == title


async def test_a_list_shows_what_a_task_is_marked_with(chat: Conversation) -> None:
    await chat.adds("ann", "Rent friday 10:00 every month !high #home")
    said = await chat.says("ann", "/list")
    assert said.splitlines()[1] == "☐ 1 Rent · Fri 25 Sept, 10:00 🔁 ❗ #home"
    await chat.says("ann", "/delete 1")
    assert "🗑 1" in await chat.says("ann", "/list trash")
    assert chat.buttons("ann") == ["🗑 1", "🔍 Filter"]
    assert "in the trash" in await chat.presses("ann", "🗑 1")


async def test_the_agenda_goes_by_days(chat: Conversation) -> None:
    await chat.adds("ann", "Dentist 2026-09-25 9:00", "Milk today", "Ring the bank today 18:00")
    await chat.adds("ann", "Rent tomorrow", "Someday", "Next month 2026-10-20", "Lunch today 12:00")
    said = await chat.says("ann", "/week")
    assert said.splitlines() == [
        "🗓 This week · 5 tasks",
        "",
        "⏰ Overdue",
        "☐ 7 Lunch · today, 12:00",
        "",
        "Today, Wed 23 Sept",
        "☐ 2 Milk",
        "☐ 3 Ring the bank · 18:00",
        "",
        "Tomorrow, Thu 24 Sept",
        "☐ 4 Rent",
        "",
        "Fri 25 Sept",
        "☐ 1 Dentist · 09:00",
    ]
    today = await chat.says("ann", "/today")
    assert "☐ 4" not in today
    assert "☐ 7" in today
    assert "☐ 3" in today


async def test_a_list_stays_up_to_date_when_it_is_pressed(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk", "Bread")
    await flat.says("ann", "/list")
    shown = flat.newest("ann")
    await flat.says("bob", "/done 1")
    await flat.says("bob", "/add Jam")
    said = await flat.presses("bob", "☐ 2", on=shown)
    assert said.splitlines() == ["📋 Open tasks · one task", "☑ 1 Milk", "☑ 2 Bread"]
    assert buttons_of(flat.newest("bob"))[:2] != ["☑ 1", "☑ 2"]
    assert flat.with_button("bob", "☑ 2")
    said = await flat.presses("bob", "☑ 1", on=shown)
    assert said.splitlines()[1:] == ["☐ 1 Milk", "☑ 2 Bread"]


async def test_one_press_ticks_and_another_takes_it_back(chat: Conversation) -> None:
    await chat.adds("ann", "Milk", "Bread")
    said = await chat.says("ann", "/list")
    there = len(chat.messages("ann"))
    ticked = await chat.presses("ann", "☐ 1")
    assert ticked.splitlines() == ["📋 Open tasks · one task", "☑ 1 Milk", "☐ 2 Bread"]
    assert chat.alert == "Done"
    assert chat.buttons("ann")[:2] == ["☑ 1", "☐ 2"]
    assert await chat.presses("ann", "☑ 1") == said
    assert chat.alert == "Open again"
    assert len(chat.messages("ann")) == there


async def test_an_occurrence_is_ticked_in_place_and_taken_back(chat: Conversation) -> None:
    await chat.adds("ann", "Water the plants every day at 20:00", "Milk today")
    said = await chat.says("ann", "/today")
    assert "☐ 1 Water the plants · 20:00 🔁" in said
    ticked = await chat.presses("ann", "☐ 1")
    assert "☑ 1 Water the plants · next tomorrow, 20:00 🔁" in ticked
    assert said.splitlines()[2] == ticked.splitlines()[2]  # it stays below its day
    assert chat.buttons("ann")[:2] == ["☐ 2", "☑ 1"]
    old = data_of(chat.newest("ann"), "☑ 1")
    assert await chat.presses("ann", "☑ 1") == said
    await chat.forges("ann", old, on=chat.newest("ann"))
    assert chat.alert == "Already so."
    assert chat.reads("ann", chat.newest("ann")) == said
    assert "☐ 1" not in await chat.says("ann", "/today") or "20:00" in said


async def test_a_tick_of_several_at_once_is_taken_back_alone(chat: Conversation) -> None:
    await chat.adds("ann", "Water every day at 20:00", "Feed every day at 21:00")
    await chat.says("ann", "/list")
    shown = chat.newest("ann")
    await chat.says("ann", "/done 1 2")
    await chat.presses("ann", "✏️", on=shown)
    await chat.presses("ann", "☑️", on=shown)
    said = await chat.presses("ann", "☑ 2", on=shown)
    assert "☐ 2 Feed · today, 21:00" in said
    assert "☑ 1 Water · next tomorrow, 20:00" in said


async def test_the_buttons_of_a_list_open_cards_and_tick_again(chat: Conversation) -> None:
    await chat.adds("ann", "Milk", "Bread")
    await chat.says("ann", "/list")
    await chat.presses("ann", "☐ 1")
    opened = await chat.presses("ann", "✏️")
    assert "☑ 1 Milk" in opened
    assert chat.buttons("ann") == ["✏️ 1", "✏️ 2", "🔍 Filter", "☑️"]
    await chat.presses("ann", "☑️")
    assert chat.buttons("ann") == ["☑ 1", "☐ 2", "🔍 Filter", "✏️"]


async def test_what_is_done_is_opened_again_from_its_list(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    await chat.says("ann", "/done 1")
    assert "☑ 1 Milk" in await chat.says("ann", "/list done")
    assert "☐ 1 Milk" in await chat.presses("ann", "☑ 1")
    assert "☐ 1 Milk" in await chat.says("ann", "/list")


async def test_overdue_lines_are_marked(chat: Conversation) -> None:
    await chat.adds("ann", "Tax today", "Milk tomorrow")
    await chat.later("ann", days=1)
    await chat.adds("ann", "Ring 20:00")
    await chat.later("ann", hours=6)
    said = await chat.says("ann", "/list")
    assert "☐ 1 Tax · ⏰ yesterday" in said
    assert "☐ 3 Ring · ⏰ today, 20:00" in said
    assert "☐ 2 Milk · today" in said


async def test_all_that_is_overdue_is_moved_at_once_and_taken_back(chat: Conversation) -> None:
    await chat.adds("ann", "Tax today", "Ring tomorrow 10:00", "Sing today 20:00")
    await chat.says("ann", "/today")
    assert "⏰ Overdue → today" not in chat.buttons("ann")
    await chat.later("ann", days=1)
    before = await chat.says("ann", "/today")
    moved = await chat.presses("ann", "⏰ Overdue → today")
    assert chat.alert == "3 tasks moved. To undo: /undo"
    assert [line for line in moved.splitlines() if line[:1] == "☐"] == [
        "☐ 1 Tax",
        "☐ 2 Ring",  # its time is past today
        "☐ 3 Sing · 20:00",
    ]
    await chat.says("ann", "/undo")
    assert await chat.says("ann", "/today") == before
    await chat.presses("ann", "⏰ Overdue → tomorrow")
    said = await chat.says("ann", "/week")
    assert [line for line in said.splitlines() if line[:1] == "☐"] == [
        "☐ 1 Tax",
        "☐ 2 Ring · 10:00",
        "☐ 3 Sing · 20:00",
    ]


async def test_a_snooze_shows_on_the_list_and_on_the_card(chat: Conversation) -> None:
    await chat.adds("ann", "Ring in 30 min")
    await chat.says("ann", "/snooze 1 3h")
    assert "💤 17:30" in await chat.says("ann", "/list")
    assert "💤 17:30" in await chat.says("ann", "/show 1")


async def test_a_list_over_several_chats_names_them(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk for all")
    await anywhere.adds("ann", "Milk for me")
    said = await anywhere.says("ann", "/search milk")
    assert "☐ 1 Milk for all 👥 Flat" in said
    assert "☐ 1 Flat 12" in anywhere.buttons("ann")
    assert "☑ 1 Milk for all" in await anywhere.presses("ann", "☐ 1 Flat 12")
    assert "done" in (await flat.says("bob", "/show 1"))


async def test_a_filter_has_as_many_tags_as_a_task(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk #home")
    tags = [f"#tag{number}" for number in range(19)]
    assert "No matching tasks" in await chat.says("ann", " ".join(["/list #home #HOME", *tags]))
    for more in (2, 300, 900):
        words = " ".join(["/list #home", *tags, *(f"#x{number}" for number in range(more))])
        assert "20 tags" in await chat.says("ann", words[:4096])


async def test_a_command_names_50_tasks(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk")
    for text in ("/done 1-99999", "/delete 1-51", f"/done {' '.join(map(str, range(1, 52)))}"):
        assert "50 tasks" in await chat.says("ann", text)
    assert "Buy milk" in await chat.says("ann", "/list")
    assert "✅" in await chat.says("ann", "/done 1-50")


async def test_next_week_is_the_next_of_the_calendar(chat: Conversation) -> None:
    await chat.adds(
        "ann", "Soon friday", "Early next monday #home", "Late next sunday", "x in 13 days"
    )
    said = await chat.says("ann", "/week next")
    assert said.splitlines()[0] == "🗓 Next week · 2 tasks"
    assert "Early" in said
    assert "Late" in said
    assert said == await chat.says("ann", "/list next week")
    assert "one task" in (await chat.says("ann", "/week #home")).splitlines()[0]


async def test_finished_times_of_a_repeating_task_are_in_the_done_list(chat: Conversation) -> None:
    await chat.adds("ann", "Milk", "Water plants every day at 9:00", "Bread every day")
    await chat.says("ann", "/done 1")
    chat.time.pass_(minutes=1)
    await chat.says("ann", "/done 2")
    said = await chat.says("ann", "/list done")
    assert said.splitlines()[0] == "✅ Done · 2 tasks"
    assert said.splitlines()[1].startswith("☑ 2 Water plants")
    assert "next" in said.splitlines()[1]
    assert said.splitlines()[2].startswith("☑ 1 Milk")
    await chat.says("ann", "/undo")
    assert "one task" in await chat.says("ann", "/list done")


async def test_mine_in_private_is_also_what_i_have_in_groups(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await anywhere.adds("ann", "Own")
    await flat.says("bob", "hi")
    await flat.says("ann", "hi")
    await flat.adds("bob", "Of ann @ann", "Of nobody", "Of bob @bob")
    said = await anywhere.says("ann", "/list me")
    assert "Own" in said
    assert "Of ann" in said
    assert "2 tasks" in said
