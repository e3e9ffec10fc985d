"""Tasks in chats where the bot is not: inline queries, cards, guests, links."""

from __future__ import annotations

from typing import Any

import pytest

from bot.budgets import press_budget
from bot.playground.world import Chat, Inquiry
from bot.presses.everywhere import AcceptCard, TickCard
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, text_of
from tests.support.spending import sent
from tests.support.telegram import Json


@pytest.fixture
def elsewhere(anywhere: Conversation) -> Chat:
    """A group without the bot."""
    town = anywhere.town
    return anywhere.telegram.new_chat("group", "Choir", town.ann, town.bob, town.dasha)


async def types(anywhere: Conversation, who: str, text: str, offset: str = "") -> Inquiry:
    inquiry = anywhere.telegram.types(anywhere.user(who), text, offset=offset)
    await anywhere.settle()
    return inquiry


def titles(inquiry: Inquiry) -> list[str]:
    return [one["title"] for one in inquiry.results or ()]


async def sends(anywhere: Conversation, who: str, text: str, place: Chat, result: int = 0) -> Json:
    """Type behind the bot's name and choose a result; the message in that place."""
    inquiry = await types(anywhere, who, text)
    key = (inquiry.results or [])[result]["id"]
    message = anywhere.telegram.choose(inquiry, key, to=place)
    await anywhere.settle()
    return message


def now(anywhere: Conversation, message: Json) -> Json:
    """A message as it is now."""
    return anywhere.telegram.post(message).json()


async def presses(anywhere: Conversation, who: str, button: str, message: Json) -> Any:
    press = anywhere.telegram.press(anywhere.user(who), message, button)
    await anywhere.settle()
    return await press.answered()


async def test_tasks_of_all_lists_are_found_and_a_new_one_is_offered(
    anywhere: Conversation,
) -> None:
    await anywhere.adds("ann", "Buy milk tomorrow 9am", "Call Bob")
    await anywhere.in_("flat").adds("ann", "Milk for the flat")
    await anywhere.adds("bob", "Milk of Bob")
    found = await types(anywhere, "ann", "milk")
    assert titles(found) == ["➕ New task: milk", "Buy milk", "Milk for the flat"]
    lines = {one["title"]: one["description"] for one in found.results or ()}
    assert "👥 Flat 12" in lines["Milk for the flat"]
    assert "09:00" in lines["Buy milk"]
    assert titles(await types(anywhere, "ann", "")) == ["Buy milk", "Milk for the flat", "Call Bob"]
    assert titles(await types(anywhere, "ann", "#2")) == ["Call Bob"]
    (call,) = anywhere.telegram.calls_of("answerInlineQuery")[-1:]
    assert int(call.params["cache_time"]) == 0
    assert call.params["is_personal"] in {True, "true"}


async def test_many_come_in_pages(anywhere: Conversation) -> None:
    await anywhere.says("ann", "\n".join(f"- milk {number}" for number in range(45)))
    first = await types(anywhere, "ann", "milk")
    assert (len(titles(first)), first.following) == (21, "20")
    second = await types(anywhere, "ann", "milk", first.following)
    third = await types(anywhere, "ann", "milk", second.following)
    assert (len(titles(second)), len(titles(third)), third.following) == (20, 5, "")
    seen = {*titles(first), *titles(second), *titles(third)}
    assert len(seen) == 46
    assert titles(await types(anywhere, "ann", "milk", "nonsense")) == []


async def test_a_stranger_is_led_to_the_bot_and_nothing_is_kept(anywhere: Conversation) -> None:
    found = await types(anywhere, "dasha", "молоко")
    assert titles(found) == []
    assert found.button == {
        "text": "Запустите Dueto, чтобы видеть здесь свои задачи",
        "start_parameter": "hello",
    }
    assert await anywhere.rows("users", "chats", "drafts") == []


async def test_typing_writes_nothing_and_only_the_last_words_are_kept(
    anywhere: Conversation,
) -> None:
    await anywhere.says("ann", "/start")
    for length in range(1, 9):
        anywhere.telegram.types(anywhere.user("ann"), "Buy milk"[:length])
    before = await anywhere.rows("received_updates")
    await anywhere.settle()
    assert await anywhere.rows("received_updates") == before, "no receipt of a query"
    assert [row[3] for row in await anywhere.rows("drafts")] == ["Buy milk"]
    assert await anywhere.rows("tasks") == []


@pytest.mark.parametrize("tells", [True, False])
async def test_a_new_task_is_made_where_it_is_chosen_or_at_the_first_press(
    anywhere: Conversation, elsewhere: Chat, tells: bool
) -> None:
    anywhere.telegram.world.bot.tells_choices = tells
    await anywhere.says("ann", "/start")
    message = await sends(anywhere, "ann", "Buy milk tomorrow 9am", elsewhere)
    assert "☐ Buy milk" in text_of(message)
    assert "👤 Ann" in text_of(message)
    assert buttons_of(message) == ["📝 Add to my list", "🤝 Accept"]
    assert len(await anywhere.rows("tasks")) == int(tells)
    if not tells:
        anywhere.time.pass_(days=1)  # tomorrow is that of the day when it was written
        answer = await presses(anywhere, "bob", "📝 Add to my list", message)
        assert answer.url, "Bob has not started the bot"
        assert await anywhere.rows("tasks") == []
        answer = await presses(anywhere, "ann", "📝 Add to my list", message)
        assert "#1" in answer.text
    assert buttons_of(now(anywhere, message)) == ["✅ Done", "🤝 Accept"]
    assert "Buy milk" in await anywhere.says("ann", "/list")
    assert len(await anywhere.rows("tasks")) == 1
    await presses(anywhere, "ann", "✅ Done", now(anywhere, message))
    assert "☑ Buy milk" in text_of(now(anywhere, message))
    assert buttons_of(now(anywhere, message)) == []


async def test_an_old_button_makes_no_second_task(anywhere: Conversation, elsewhere: Chat) -> None:
    await anywhere.says("ann", "/start")
    message = await sends(anywhere, "ann", "Buy milk", elsewhere)
    for _ in range(3):
        data = message["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        inline = anywhere.telegram.post(message).inline_id
        anywhere.telegram.press_inline(anywhere.user("ann"), elsewhere, inline, data)
        await anywhere.settle()
    assert len(await anywhere.rows("tasks")) == 1


async def test_others_may_only_accept(anywhere: Conversation, elsewhere: Chat) -> None:
    await anywhere.adds("ann", "Water the plants friday 18:00")
    await anywhere.says("bob", "/start")
    message = await sends(anywhere, "ann", "plants", elsewhere, result=1)
    answer = await presses(anywhere, "bob", "✅ Done", message)
    assert answer.show_alert
    assert "a task of Ann" in answer.text
    assert "Water" in await anywhere.says("ann", "/list")
    answer = await presses(anywhere, "bob", "🤝 Accept", message)
    assert answer.text == "It's in your list as #1."
    assert "🤝 Bob" in text_of(now(anywhere, message))
    answer = await presses(anywhere, "bob", "🤝 Accept", now(anywhere, message))
    assert answer.text == "You have this task already."
    answer = await presses(anywhere, "ann", "🤝 Accept", now(anywhere, message))
    assert answer.text == "This is your own task."
    shown = await anywhere.says("bob", "/show 1")
    assert "Water the plants" in shown
    assert "— Ann" in shown
    assert "18:00" in shown
    await presses(anywhere, "ann", "✅ Done", now(anywhere, message))
    assert "☑ Water the plants" in text_of(now(anywhere, message))
    assert "Water" in await anywhere.says("bob", "/list"), "Bob's own is not done"


async def test_what_a_card_did_is_taken_back_in_private(
    anywhere: Conversation, elsewhere: Chat
) -> None:
    await anywhere.adds("ann", "Water the plants")
    await anywhere.says("bob", "/start")
    message = await sends(anywhere, "ann", "plants", elsewhere, result=1)
    for _ in range(2):
        await presses(anywhere, "bob", "🤝 Accept", message)
        assert "Water the plants" in await anywhere.says("bob", "/list")
        await anywhere.says("bob", "/undo")
        assert "Water the plants" not in await anywhere.says("bob", "/list")
    await presses(anywhere, "ann", "✅ Done", message)
    await anywhere.says("ann", "/undo")
    assert "☐" in await anywhere.says("ann", "/list")
    draft = await sends(anywhere, "ann", "Buy milk", elsewhere)
    await presses(anywhere, "ann", "📝 Add to my list", draft)
    await anywhere.says("ann", "/undo")
    assert "Buy milk" not in await anywhere.says("ann", "/list")
    assert (await presses(anywhere, "bob", "🤝 Accept", now(anywhere, draft))).show_alert


async def test_whoever_has_not_started_the_bot_accepts_by_a_link(
    anywhere: Conversation, elsewhere: Chat
) -> None:
    await anywhere.adds("ann", "Water the plants")
    message = await sends(anywhere, "ann", "plants", elsewhere, result=1)
    answer = await presses(anywhere, "bob", "🤝 Accept", message)
    assert answer.url.startswith("https://t.me/dueto_bot?start=a")
    payload = answer.url.partition("start=")[2]
    assert len(payload) <= 64
    assert await anywhere.rows("acceptances") == []
    said = await anywhere.says("bob", f"/start {payload}")
    assert "#1 Water the plants" in said
    assert "Hello, Bob" in said
    assert "You have this task already." in await anywhere.says("bob", f"/start {payload}")


async def test_a_card_of_a_group_asks_for_the_rights_of_who_presses(
    anywhere: Conversation, elsewhere: Chat
) -> None:
    for who in ("ann", "bob", "dasha"):
        await anywhere.says(who, "/start")
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Clean the stairs")
    await flat.says("bob", "/list")
    message = await sends(anywhere, "ann", "stairs", elsewhere, result=1)
    assert "Flat 12" not in text_of(message)
    assert (await presses(anywhere, "dasha", "✅ Done", message)).show_alert
    await presses(anywhere, "bob", "✅ Done", message)
    assert "☑ Clean the stairs" in text_of(now(anywhere, message))


async def test_who_has_left_a_group_finds_and_shares_nothing_of_it(
    anywhere: Conversation, elsewhere: Chat
) -> None:
    await anywhere.says("ann", "/start")
    await anywhere.says("dasha", "/start")
    await anywhere.in_("flat").adds("ann", "Clean the stairs")
    message = await sends(anywhere, "ann", "stairs", elsewhere, result=1)
    anywhere.telegram.leave(anywhere.town.flat, anywhere.town.ann)
    await anywhere.settle()
    assert titles(await types(anywhere, "ann", "stairs")) == ["➕ New task: stairs"]
    for who in ("ann", "dasha"):
        answer = await presses(anywhere, who, "🤝 Accept", message)
        assert "stairs" not in (answer.text or "")
        assert answer.show_alert
    assert (await presses(anywhere, "ann", "✅ Done", message)).show_alert
    assert "☐ Clean the stairs" in text_of(now(anywhere, message))
    assert await anywhere.rows("acceptances") == []


async def mentions(anywhere: Conversation, who: str, text: str, place: Chat, **more: Any) -> Json:
    """Write in a chat where the bot is not; its answer there, or the message itself."""
    said = anywhere.telegram.say(anywhere.user(who), text, to=place, **more)
    await anywhere.settle()
    answers = [one for one in anywhere.telegram.messages(place) if anywhere.is_bots(one)]
    return answers[-1] if answers else said


async def test_a_guest_takes_the_task_down_for_whoever_asked(
    anywhere: Conversation, elsewhere: Chat
) -> None:
    await anywhere.says("ann", "/start")
    await anywhere.says("bob", "/start")
    card = await mentions(anywhere, "ann", "@dueto_bot Book the hall friday 18:00", elsewhere)
    assert "☐ Book the hall" in text_of(card)
    assert buttons_of(card) == ["✅ Done", "🤝 Accept"]
    assert "Book the hall" in await anywhere.says("ann", "/list")
    assert (await presses(anywhere, "bob", "✅ Done", card)).show_alert
    await presses(anywhere, "bob", "🤝 Accept", card)
    await presses(anywhere, "ann", "✅ Done", now(anywhere, card))
    assert text_of(now(anywhere, card)).startswith("☑ Book the hall")
    assert "🤝 Bob" in text_of(now(anywhere, card))
    titles_of_chats = [row[3] for row in await anywhere.rows("chats")]
    assert sorted(titles_of_chats) == ["Ann", "Bob"], "nothing is kept of the chat"


async def test_a_guest_is_called_by_a_reply_and_in_the_middle_of_words(
    anywhere: Conversation, elsewhere: Chat
) -> None:
    await anywhere.says("ann", "/start")
    said = anywhere.telegram.say(anywhere.user("bob"), "We need new scores", to=elsewhere)
    card = await mentions(anywhere, "ann", "@dueto_bot monday", elsewhere, reply_to=said)
    assert "☐ We need new scores" in text_of(card)
    card = await mentions(anywhere, "ann", "could @dueto_bot remember the keys", elsewhere)
    assert "remember the keys" in text_of(card)
    card = await mentions(anywhere, "ann", "@dueto_bot - one\n- two", elsewhere)
    assert "2 tasks" in text_of(card)
    card = await mentions(anywhere, "ann", "@dueto_bot", elsewhere)
    assert "☐" not in text_of(card)
    assert len(await anywhere.rows("tasks")) == 4


async def test_a_guest_is_called_by_a_stranger_who_hears_of_it_once_they_start(
    anywhere: Conversation, elsewhere: Chat
) -> None:
    card = await mentions(anywhere, "dasha", "@dueto_bot молоко завтра в 9", elsewhere)
    assert "☐ молоко" in text_of(card)
    assert buttons_of(card)[-1] == "💬 Запустить Dueto"
    anywhere.time.pass_(days=2)
    await anywhere.settle()
    assert anywhere.messages("dasha") == []
    said = await anywhere.says("dasha", "/start")
    assert "молоко" in said + await anywhere.says("dasha", "/list")
    await presses(anywhere, "dasha", "✅ Готово", card)
    assert "☑ молоко" in text_of(now(anywhere, card))


async def test_a_guest_message_that_comes_twice_is_one_task(
    anywhere: Conversation, elsewhere: Chat
) -> None:
    await anywhere.says("ann", "/start")
    anywhere.telegram.say(anywhere.user("ann"), "@dueto_bot Book the hall", to=elsewhere)
    (update,) = await anywhere.waiting()
    for _ in range(2):
        await anywhere.application.endpoint.receive(update)
    await anywhere.settle()
    assert len(await anywhere.rows("tasks")) == 1
    assert sum(anywhere.is_bots(one) for one in anywhere.telegram.messages(elsewhere)) == 1


async def test_forged_buttons_and_tokens_open_nothing(
    anywhere: Conversation, elsewhere: Chat
) -> None:
    await anywhere.adds("ann", "Water the plants", "Secret of Ann")
    await anywhere.says("bob", "/start")
    message = await sends(anywhere, "ann", "plants", elsewhere, result=1)
    inline = anywhere.telegram.post(message).inline_id
    (_, plants), (_, secret) = [
        (row[0], one["id"])
        for row in [(0,), (1,)]
        for one in (await types(anywhere, "ann", ("plants", "secret")[row[0]])).results[1:]  # type: ignore[index]
    ]
    keys = {str(row[0]).replace("-", "") for row in await anywhere.rows("tasks")}
    half = len(plants) // 2
    forged = [
        plants[:-1] + ("A" if plants[-1] != "A" else "B"),
        plants[:22] + secret[22:],
        secret[:22] + plants[22:],
        secret[half:] + plants[:half],
        *(key[:22] for key in keys),
        "A" * 56,
        "A" * 22,
        "",
    ]
    bob = anywhere.user("bob")
    before = await anywhere.rows("tasks", "acceptances", "changes")
    for token in forged:
        for verb in ("kw", "dn", "ac"):
            press = anywhere.telegram.press_inline(bob, elsewhere, inline, f"2:{verb}:{token}")
            await anywhere.settle()
            answer = await press.answered()
            assert answer.show_alert
            assert "Secret" not in (answer.text or "")
        for letter in "adktlh":
            if token:
                said = await anywhere.says("bob", f"/start {letter}{token}")
                assert "Secret" not in said
                assert "plants" not in said
    # buttons of other messages mean nothing below a card, and the other way round
    press = anywhere.telegram.press_inline(bob, elsewhere, inline, "2:list:0.open")
    await anywhere.settle()
    assert (await press.answered()).show_alert
    assert await anywhere.forges("bob", f"2:ac:{plants}", on=anywhere.newest("bob"))
    assert await anywhere.rows("tasks", "acceptances", "changes") == before


async def test_a_card_is_too_old_after_a_month(anywhere: Conversation, elsewhere: Chat) -> None:
    await anywhere.adds("ann", "Water the plants")
    await anywhere.says("bob", "/start")
    message = await sends(anywhere, "ann", "plants", elsewhere, result=1)
    anywhere.time.pass_(days=32)
    answer = await presses(anywhere, "bob", "🤝 Accept", message)
    assert answer.show_alert
    assert await anywhere.rows("acceptances") == []


async def test_a_card_sent_into_the_private_chat_is_no_new_task(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Water the plants")
    await sends(anywhere, "ann", "plants", anywhere.chat("ann"), result=1)
    assert len(await anywhere.rows("tasks")) == 1


async def test_a_query_that_is_too_old_is_no_error(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/start")
    anywhere.telegram.types(anywhere.user("ann"), "milk")
    anywhere.time.pass_(minutes=5)
    await anywhere.settle()
    anywhere.setup.trouble_is_meant = True  # the refusal itself
    assert [one for one in anywhere.setup.log if one["log_level"] in {"warning", "error"}] == []


QUERY = 6  # statements
KEEPING = 3  # more, where words have rested


async def test_a_query_costs_few_statements_and_a_press_not_many(
    anywhere: Conversation, elsewhere: Chat
) -> None:
    await anywhere.adds("ann", *(f"milk {number}" for number in range(12)))
    await types(anywhere, "ann", "milk")
    anywhere.telegram.types(anywhere.user("ann"), "#3")
    assert len(await sent(anywhere)) <= QUERY
    anywhere.telegram.types(anywhere.user("ann"), "milk")
    assert len(await sent(anywhere)) <= QUERY + KEEPING
    await anywhere.says("bob", "/start")
    message = await sends(anywhere, "ann", "milk 3", elsewhere, result=1)
    for who, button, kind in (("bob", "🤝 Accept", AcceptCard), ("ann", "✅ Done", TickCard)):
        anywhere.telegram.press(anywhere.user(who), now(anywhere, message), button)
        assert len(await sent(anywhere)) <= press_budget(kind), button


def link_of(message: Json, button: str) -> str:
    """The payload of a link below a message."""
    rows = message["reply_markup"]["inline_keyboard"]
    url = next(key["url"] for row in rows for key in row if key["text"] == button)
    payload = str(url).partition("https://t.me/dueto_bot?start=")[2]
    assert 0 < len(payload) <= 64
    assert payload.replace("-", "").replace("_", "").isalnum()
    return payload


NOWHERE = "This link doesn't lead anywhere"


async def test_a_link_on_a_groups_card_opens_it_for_members_only(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Clean the stairs")
    await flat.says("ann", "/show 1")
    payload = link_of(flat.newest("ann"), "🔗 In private")
    assert "Clean the stairs" in await anywhere.says("ann", f"/start {payload}")
    assert "Clean the stairs" in await anywhere.says("bob", f"/start {payload}"), "Telegram tells"
    said = await anywhere.says("dasha", f"/start {payload}")
    assert "stairs" not in said
    anywhere.telegram.leave(anywhere.town.flat, anywhere.town.bob)
    await anywhere.settle()
    said = await anywhere.says("bob", f"/start {payload}")
    assert NOWHERE in said
    assert said == await anywhere.says("bob", f"/start {payload[:-1]}A"), "gives nothing away"


async def test_a_link_opens_a_groups_list_with_its_pages(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/add\n" + "\n".join(f"- stairs {number}" for number in range(12)))
    await anywhere.adds("bob", "Own of Bob")
    await flat.says("ann", "/list")
    await flat.presses("ann", "🔍 Filter")
    payload = link_of(flat.newest("ann"), "🔗 In private")
    said = await anywhere.says("bob", f"/start {payload}")
    assert "stairs 0" in said
    assert "Own of Bob" not in said
    said = await anywhere.presses("bob", "›")
    assert "stairs 11" in said
    assert "Own of Bob" not in said
    assert "ничего не открывает" in await anywhere.says("dasha", f"/start {payload}")
    anywhere.telegram.leave(anywhere.town.flat, anywhere.town.bob)
    await anywhere.settle()
    assert "stairs" not in await anywhere.presses("bob", "‹")
    assert NOWHERE in await anywhere.says("bob", f"/start {payload}")


async def test_a_link_of_a_topic_opens_that_list(anywhere: Conversation) -> None:
    await anywhere.in_("design").adds("ann", "Draw a logo")
    await anywhere.in_("launch").adds("ann", "Book a hall")
    design = anywhere.in_("design")
    await design.says("ann", "/list")
    await design.presses("ann", "🔍 Filter")
    said = await anywhere.says("ann", f"/start {link_of(design.newest('ann'), '🔗 In private')}")
    assert "Draw a logo" in said
    assert "Book a hall" not in said


async def test_a_link_of_a_habit_joins_it(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.says("ann", "/habit run every day")
    await flat.says("ann", "/habits")
    await flat.presses("ann", "✏️")
    await flat.presses("ann", "✏️ run")
    payload = link_of(flat.newest("ann"), "🔗 In private")
    said = await anywhere.says("bob", f"/start {payload}")
    assert "run" in said
    assert "➖ Leave" in buttons_of(anywhere.messages("bob")[-2])
    assert "Bob" in await flat.says("ann", "/habits")
    assert "ничего не открывает" in await anywhere.says("dasha", f"/start {payload}")


async def test_a_task_is_shared_from_its_card(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Buy milk")
    await anywhere.says("ann", "/show 1")
    rows = anywhere.newest("ann")["reply_markup"]["inline_keyboard"]
    (query,) = [key["switch_inline_query"] for row in rows for key in row if "Share" in key["text"]]
    assert titles(await types(anywhere, "ann", query)) == ["Buy milk"]
