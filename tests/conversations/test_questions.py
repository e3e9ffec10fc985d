"""Questions of the bot: they survive a restart, any command ends them, groups answer by replies."""

from __future__ import annotations

import json

from bot.routes import COMMANDS
from tests.support.conversations import Conversation

BUTTONS = {
    "title": ["✏️ Title"],
    "notes": ["📝 Notes"],
    "date": ["📅 Date", "⌨️ Type it"],
    "tag": ["🏷 Tags", "➕ New tag"],
    "items": ["☑️ Checklist", "➕ Add items"],
}


async def test_a_question_survives_a_restart(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    for kind, path in BUTTONS.items():
        await chat.says("ann", "/show 1")
        for button in path:
            await chat.presses("ann", button)
        await chat.setup.restart()
        answer = {"title": "Oat milk", "date": "friday"}.get(kind, kind)
        await chat.answers("ann", answer)
    card = await chat.says("ann", "/show 1")
    for fact in ("#1 Oat milk", "📅 Fri 25 Sept", "🏷 #tag", "☐ items", "notes"):
        assert fact in card


async def test_any_command_ends_a_question(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    for name in COMMANDS:
        await chat.says("ann", "/edit 1")
        question = chat.newest("ann")
        await chat.says("ann", f"/{name}@dueto_bot")
        if name in {"start", "timezone", "habit"}:
            continue  # asks a question of its own
        await chat.says("ann", f"Not a title {name}", reply_to=question)
        assert "#1 Milk" in await chat.says("ann", "/show 1"), name


async def test_in_a_group_only_a_reply_answers(anywhere: Conversation) -> None:
    anywhere.telegram.world.bot.privacy_mode = False
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    await flat.says("ann", "/edit 1")
    question = flat.newest("ann")
    assert await flat.says("ann", "Nice weather") == ""
    assert await flat.says("bob", "Hello", reply_to=question) != "Hello"
    assert "#1 Milk" in await flat.says("bob", "/show 1")
    assert "#1 Oat milk" in await flat.says("ann", "Oat milk", reply_to=question)


async def test_in_a_group_the_field_opens_for_who_was_asked(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    await flat.says("ann", "/edit 1")
    call = anywhere.telegram.calls_of("sendMessage")[-1]
    markup = json.loads(call.params["reply_markup"])
    assert markup["force_reply"]
    assert markup["selective"]
    assert json.loads(call.params["reply_parameters"])["message_id"] == flat.last_id("ann") - 1


async def test_cancel_ends_a_question(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Milk")
    await anywhere.says("ann", "/edit 1")
    assert "nothing has changed" in await anywhere.presses("ann", "✖️ Cancel")
    assert "➕ #2 Oat milk" in await anywhere.says("ann", "Oat milk")


async def test_a_question_of_yesterday_is_forgotten(anywhere: Conversation) -> None:
    await anywhere.adds("ann", "Milk")
    await anywhere.says("ann", "/edit 1")
    anywhere.time.pass_(hours=25)
    assert "➕ #2 Oat milk" in await anywhere.says("ann", "Oat milk")


async def test_questions_are_asked_one_at_a_time(chat: Conversation) -> None:
    await chat.adds("ann", "Milk", "Bread")
    await chat.says("ann", "/edit 1")
    await chat.says("ann", "/edit 2")
    await chat.answers("ann", "Brown bread")
    said = await chat.says("ann", "/list")
    assert "#1 Milk" in said
    assert "#2 Brown bread" in said


async def test_people_are_asked_apart(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk", "Bread")
    await flat.says("ann", "/edit 1")
    for_ann = flat.newest("ann")
    await flat.says("bob", "/edit 2")
    for_bob = flat.newest("bob")
    await flat.says("ann", "Oat milk", reply_to=for_ann)
    await flat.says("bob", "Brown bread", reply_to=for_bob)
    said = await flat.says("ann", "/list")
    assert "#1 Oat milk" in said
    assert "#2 Brown bread" in said


async def test_what_is_asked_about_may_be_gone_meanwhile(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    await flat.says("ann", "/edit 1")
    question = flat.newest("ann")
    await flat.says("bob", "/delete 1")
    await flat.says("ann", "Oat milk", reply_to=question)
    assert "#1 Milk" in await flat.says("ann", "/list trash")


async def test_an_answer_that_cannot_be_read_is_asked_again(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    await chat.says("ann", "/move 1")
    question = chat.newest("ann")
    assert "couldn't read “soonish”" in await chat.says("ann", "soonish", reply_to=question)
    assert "Friday" in await chat.says("ann", "friday", reply_to=question)
