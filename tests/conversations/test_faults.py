"""When Telegram, the database or the bot itself fails."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from bot import routes
from bot.presses.tasks import OpenCard
from bot.replies import Reply
from bot.requests import Request, Route
from storage.database import Database
from storage.models import Task
from tests.support.conversations import Conversation
from tests.support.messages import data_of, text_of


@pytest.fixture(autouse=True)
def trouble_is_meant(anywhere: Conversation) -> None:
    anywhere.setup.trouble_is_meant = True


async def test_an_answer_waits_out_too_many_requests(anywhere: Conversation) -> None:
    anywhere.telegram.fail_next("sendMessage", code=429, retry_after=7, times=2)
    assert "#1 Milk" in await anywhere.says("ann", "Milk")
    assert len(anywhere.telegram.calls_of("sendMessage")) == 3


@pytest.mark.parametrize("code", [500, 502, 504])
async def test_an_answer_that_may_not_have_arrived_is_said_again(
    anywhere: Conversation, code: int
) -> None:
    anywhere.telegram.fail_next("sendMessage", code=code)
    assert (await anywhere.says("ann", "Milk")).count("#1 Milk") == 1
    assert "#1 Milk" in await anywhere.presses("ann", "✅ Done")


async def test_an_answer_that_has_arrived_unseen_stands_there_twice_at_worst(
    anywhere: Conversation,
) -> None:
    anywhere.telegram.fail_next("sendMessage", code=502, after=True)
    assert (await anywhere.says("ann", "Milk")).count("#1 Milk") == 2


async def test_after_two_unclear_failures_there_is_no_third_try(anywhere: Conversation) -> None:
    anywhere.telegram.fail_next("sendMessage", code=502, after=True, times=2)
    assert (await anywhere.says("ann", "Milk")).count("#1 Milk") == 2
    await anywhere.application.endpoint.answers.resume(everyone=True)
    assert "#1 Milk" not in await anywhere.later("ann", seconds=7200)
    assert len(anywhere.telegram.calls_of("sendMessage")) == 2
    assert " 1 Milk" in await anywhere.says("ann", "/list")


async def test_an_edit_is_tried_again(anywhere: Conversation) -> None:
    await anywhere.says("ann", "Milk")
    anywhere.telegram.fail_next("editMessageText", code=500, times=2)
    anywhere.telegram.fail_next("answerCallbackQuery", code=502)
    assert "Done: #1 Milk" in await anywhere.presses("ann", "✅ Done")
    assert anywhere.alert == "Done"


async def test_who_blocked_the_bot_comes_back(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/start")
    anywhere.telegram.say(anywhere.town.ann, "Milk")
    anywhere.telegram.block(anywhere.town.ann)
    await anywhere.settle()
    assert await blocked_at(anywhere) is not None
    anywhere.telegram.unblock(anywhere.town.ann)
    assert " 1 Milk" in await anywhere.says("ann", "/list")
    assert await blocked_at(anywhere) is None


async def blocked_at(anywhere: Conversation) -> Any:
    users = await anywhere.rows("(SELECT blocked_at FROM users) AS people")
    return users[0][0]


async def test_a_message_that_vanished_is_said_anew(anywhere: Conversation) -> None:
    await anywhere.says("ann", "Milk")
    message = anywhere.newest("ann")
    data = data_of(message, "✅ Done")
    anywhere.telegram.delete_message(message)
    await anywhere.forges("ann", data, on=message)
    assert "Done: #1 Milk" in text_of(anywhere.newest("ann"))


async def test_a_button_on_a_message_that_telegram_hides(anywhere: Conversation) -> None:
    await anywhere.says("ann", "Milk")
    message = anywhere.newest("ann")
    press = anywhere.telegram.press(anywhere.town.ann, message, "✅ Done", inaccessible=True)
    await anywhere.settle()
    assert (await press.answered()).text == "Done"
    assert "Nothing to do" in await anywhere.says("ann", "/list")


async def test_a_crash_changes_nothing_and_says_so(
    chat: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    await chat.adds("ann", "Milk")

    async def broken(request: Request, press: OpenCard) -> Reply:
        task = await request.session.get_one(Task, press.task)
        task.title = "Broken"
        await request.session.flush()
        raise ZeroDivisionError

    monkeypatch.setitem(routes.PRESSES, OpenCard, broken)
    said = await chat.presses("ann", "✏️ Edit")
    assert "Something broke, nothing was changed" in said
    assert "Something broke" in chat.alert
    reference = said.rpartition(": ")[2].strip()
    logged = [entry for entry in chat.setup.log if entry["event"] == "update failed"]
    assert [entry["reference"] for entry in logged] == [reference]
    assert " 1 Milk" in await chat.says("ann", "/list")


async def test_poison_is_swallowed_and_the_next_is_done(anywhere: Conversation) -> None:
    town = anywhere.town
    poisons: list[dict[str, Any]] = [
        {"message": {"message_id": 1}},
        {"message": "what"},
        {"message": {"message_id": "x", "date": "y", "chat": {"id": "z", "type": "w"}}},
        {"callback_query": {"id": "1", "from": town.ann.json(), "chat_instance": "1"}},
        {"callback_query": {"id": "1", "from": None}},
        {"my_chat_member": {}},
        {"no_such_update": {"a": 1}},
        {},
    ]
    for poison in poisons:
        await anywhere.gets(poison)
    assert "#1 Milk" in await anywhere.says("ann", "Milk")


async def test_the_database_goes_and_comes_back(
    chat: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> Any:
        raise OperationalError("SELECT 1", {}, OSError("connection refused"))

    with monkeypatch.context() as patched:
        patched.setattr(Database, "begin", away)
        patched.setattr(Database, "ping", away)
        with pytest.raises(OperationalError):
            await chat.adds("ann", "Milk")
    await chat.settle()
    assert text_of(chat.newest("ann")) == "➕ #1 Milk"
    assert "☐ 2" not in await chat.says("ann", "/list")


async def test_a_deadlock_is_tried_again(
    anywhere: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures = [OperationalError("UPDATE", {}, OSError("deadlock detected"))] * 2
    add = routes.COMMANDS["add"].handler

    async def unlucky(request: Request) -> Reply | None:
        reply = await add(request)
        if failures:
            raise failures.pop()
        return reply

    monkeypatch.setitem(routes.COMMANDS, "add", Route(unlucky))
    assert await anywhere.adds("ann", "Milk") == "➕ #1 Milk"
    assert "☐ 2" not in await anywhere.says("ann", "/list all")


async def test_kicked_while_an_answer_is_on_its_way(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    anywhere.telegram.say(anywhere.town.ann, "/add Milk", to=anywhere.town.flat)
    anywhere.telegram.kick_bot(anywhere.town.flat, anywhere.town.bob)
    await anywhere.settle()
    anywhere.telegram.add_bot(anywhere.town.flat, anywhere.town.bob)
    assert " 1 Milk" in await flat.says("ann", "/list")
