"""The same update, the same press: one effect, one answer. Order within a chat."""

from __future__ import annotations

import asyncio

from tests.support.conversations import Conversation
from tests.support.messages import data_of, text_of


async def test_an_update_that_comes_twice_has_one_effect(chat: Conversation) -> None:
    chat.telegram.say(chat.user("ann"), "/add Milk", to=chat.to())
    chat.telegram.say(chat.user("ann"), "/add Bread", to=chat.to())
    waiting = await chat.waiting()
    receive = chat.application.endpoint.receive
    for update in (*waiting, *waiting):
        await receive(update)
    await asyncio.gather(*(receive(update) for update in waiting * 3))
    await chat.application.endpoint.close()
    said = [text_of(m) for m in chat.messages("ann") if chat.is_bots(m)]
    assert said == ["➕ #1 Milk", "➕ #2 Bread"]


async def test_an_update_that_comes_again_after_a_restart(chat: Conversation) -> None:
    chat.telegram.say(chat.user("ann"), "/add Milk", to=chat.to())
    waiting = await chat.waiting()
    await chat.application.endpoint.receive(waiting[0])
    await chat.setup.restart()
    await chat.settle()
    assert "☐ 2" not in await chat.says("ann", "/list")


async def test_a_button_pressed_twice_does_one_thing(chat: Conversation) -> None:
    await chat.adds("ann", "Water the plants every day 9:00")
    message = chat.newest("ann")
    presses = [chat.telegram.press(chat.user("ann"), message, "✅ Done") for _ in range(2)]
    await chat.settle()
    alerts = [(await press.answered()).text for press in presses]
    assert alerts == ["Done", "Already so."]
    assert "Fri 25 Sept, 09:00" in await chat.says("ann", "/list")


async def test_done_pressed_twice_is_done_once(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    message = flat.newest("ann")
    presses = [flat.telegram.press(flat.user(who), message, "✅ Done") for who in ("ann", "bob")]
    await flat.settle()
    alerts = [(await press.answered()).text for press in presses]
    assert alerts == ["Done", "Already so."]
    assert "by Ann" in await flat.says("bob", "/show 1")


async def test_undo_pressed_twice_is_done_once(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    message = chat.newest("ann")
    presses = [chat.telegram.press(chat.user("ann"), message, "↩️ Undo") for _ in range(2)]
    await chat.settle()
    alerts = [(await press.answered()).text for press in presses]
    assert alerts[0] == "Undone"
    assert "Nothing to undo" in str(alerts[1])
    assert " 1 Milk" in await chat.says("ann", "/list trash")


async def test_order_is_kept_in_a_chat_while_chats_run_at_once(anywhere: Conversation) -> None:
    people = ("ann", "bob", "chen", "dasha")
    for number in range(5):
        for who in people:
            anywhere.telegram.say(anywhere.user(who), f"Task {number}")
        anywhere.telegram.say(anywhere.town.ann, f"/add Task {number}", to=anywhere.town.flat)
    waiting = await anywhere.waiting()
    await asyncio.gather(*map(anywhere.application.endpoint.receive, waiting))
    await anywhere.application.endpoint.close()
    expected = [f"➕ #{number + 1} Task {number}" for number in range(5)]
    flat = anywhere.in_("flat")
    assert [text_of(m) for m in flat.messages("ann") if flat.is_bots(m)] == expected
    for who in people:
        mine = [text_of(m) for m in anywhere.messages(who) if anywhere.is_bots(m)]
        assert mine == expected, who


async def test_the_cards_buttons_pressed_twice_do_one_thing(chat: Conversation) -> None:
    await chat.adds("ann", "Water the plants every day 9:00\n- ferns")
    await chat.says("ann", "/show 1")
    for button, shown in (
        ("▶️ Start", "in progress"),
        ("✅ Done", "Fri 25 Sept"),
        ("🗑 Delete", "trash"),
    ):
        message = chat.newest("ann")
        for _ in range(2):
            chat.telegram.press_raw(
                chat.user("ann"), chat.chat("ann"), message, data_of(message, button)
            )
        await chat.settle()
        assert shown in chat.reads("ann", message), button
    await chat.presses("ann", "♻️ Restore")
    await chat.presses("ann", "☑️ Checklist")
    message = chat.newest("ann")
    for _ in range(2):
        chat.telegram.press_raw(
            chat.user("ann"), chat.chat("ann"), message, data_of(message, "☐ ferns")
        )
    await chat.settle()
    assert "1 of 1" in chat.reads("ann", message)
